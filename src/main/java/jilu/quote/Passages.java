package jilu.quote;

import static net.sf.saxon.s9api.streams.Steps.child;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jilu.edition.Catalog;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;

/** What one file has to quote and what it quotes. */
public record Passages(String document, List<Passage> passages, List<Quotation> quotations) {
  /** Shorter runs between quotation marks are names and terms more often than quotations. */
  private static final int SHORTEST = 10;

  private static final Pattern RUN = Pattern.compile("“([^“”]*)”|「([^「」]*)」|«([^«»]*)»|„([^„“”]*)[“”]");

  public Passages {
    passages = List.copyOf(passages);
    quotations = List.copyOf(quotations);
  }

  /** Reads what {@code quotations.xsl} made of a file. */
  public static Passages of(String file, XdmNode tree) {
    XdmNode root = tree.select(child()).asNode();
    String document = a(root, "id");
    List<Passage> passages = in(root, "passage").map(node -> passage(document, file, node)).toList();
    List<Quotation> quotations = new ArrayList<>(in(root, "quotation").map(node -> quotation(document, file, node)).toList());
    passages.forEach(passage -> runs(passage, quotations));
    return new Passages(document, passages, quotations);
  }

  private static Passage passage(String document, String file, XdmNode node) {
    var text = new StringBuilder();
    var quoted = new BitSet();
    for (XdmNode run : node.children()) {
      int from = text.length();
      append(run, text);
      if (!a(run, "q").isEmpty()) {
        quoted.set(from, text.length());
      }
    }
    String speech = a(node, "speech");
    return new Passage(
        a(node, "id"),
        document,
        file,
        a(node, "path"),
        Passage.Voice.valueOf(a(node, "voice").toUpperCase(Locale.ROOT)),
        speech.isEmpty() ? Passage.Speech.UNKNOWN : Passage.Speech.valueOf(speech.toUpperCase(Locale.ROOT)),
        a(node, "label"),
        Set.of(words(a(node, "within"))),
        text.toString(),
        quoted);
  }

  private static Quotation quotation(String document, String file, XdmNode node) {
    var text = new StringBuilder();
    node.children().forEach(run -> append(run, text));
    List<String> sources =
        Stream.of(words(a(node, "sources"))).filter(s -> s.startsWith("#")).map(s -> s.substring(1)).toList();
    String id = a(node, "id").isEmpty() ? a(node, "home") : a(node, "id");
    return Quotation.of(id, document, file, a(node, "path"), sources, Set.of(words(a(node, "paths"))), true, text.toString());
  }

  /** What stands between quotation marks without being encoded as a quotation. */
  private static void runs(Passage passage, List<Quotation> quotations) {
    Matcher matcher = RUN.matcher(passage.text());
    while (matcher.find()) {
      if (passage.quoted().get(matcher.start()) || Folded.of(matcher.group()).size() - 2 < SHORTEST) {
        continue;
      }
      quotations.add(
          Quotation.of(
              passage.id(), passage.document(), passage.file(), passage.path(), List.of(), Set.of(passage.path()), false, matcher.group()));
    }
  }

  private static void append(XdmNode run, StringBuilder text) {
    switch (run.getNodeName().getLocalName()) {
      case "gap" -> text.append(Folded.OPEN).append(run.getStringValue()).append(Folded.CLOSE);
      case "break" -> text.append(Folded.PARAGRAPH);
      default -> text.append(Folded.unwrapped(run.getStringValue()));
    }
  }

  private static String[] words(String list) {
    return Stream.of(list.split(" ")).filter(s -> !s.isEmpty()).distinct().toArray(String[]::new);
  }

  private static Stream<XdmNode> in(XdmNode root, String name) {
    return root.select(child(Catalog.NAMESPACE, name));
  }

  private static String a(XdmNode node, String attribute) {
    String value = node.getAttributeValue(new QName(attribute));
    return value == null ? "" : value;
  }
}
