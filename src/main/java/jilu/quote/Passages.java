package jilu.quote;

import static net.sf.saxon.s9api.streams.Steps.ancestorOrSelf;
import static net.sf.saxon.s9api.streams.Steps.descendant;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jilu.edition.Source;
import jilu.edition.Tag;
import jilu.quote.Quotation.Piece;
import jilu.transform.Stylesheet;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmValue;

/** What one file has to quote and what it quotes. */
public record Passages(String document, String file, List<Passage> passages, List<Quotation> quotations) {
  /** Shorter runs between quotation marks are names and terms more often than quotations. */
  private static final int SHORTEST = 10;

  private static final String OPENING = "“「«„";

  private static final Pattern RUN = Pattern.compile("“([^“”]*)”|「([^「」]*)」|«([^«»]*)»|„([^„“”]*)[“”]");

  public Passages {
    passages = List.copyOf(passages);
    quotations = List.copyOf(quotations);
  }

  /** @param comparable the stylesheet {@code quotations.xsl} */
  public static Passages of(Source source, Stylesheet comparable) {
    return of(source.name(), comparable.value(source.tree(), Map.of()));
  }

  static Passages of(String file, XdmValue comparable) {
    XdmMap all = (XdmMap) comparable.itemAt(0);
    String document = one(all, "id");
    Map<XdmNode, Passage> passages = new LinkedHashMap<>();
    for (var found = all.get("passages").iterator(); found.hasNext(); ) {
      XdmNode element = (XdmNode) found.next();
      passages.put(element, passage(document, file, passages.size(), element, found));
    }
    List<Quotation> quotations = new ArrayList<>();
    all.get("quotations").forEach(found -> quotations.add(quotation(document, file, passages, (XdmMap) found)));
    passages.forEach((element, passage) -> runs(passage, Tag.of(element), quotations));
    return new Passages(document, file, List.copyOf(passages.values()), quotations);
  }

  /** @param found what is said of the passage, up to its end */
  private static Passage passage(
      String document, String file, int number, XdmNode element, Iterator<XdmItem> found) {
    String voice = found.next().getStringValue();
    String speech = found.next().getStringValue();
    String label = found.next().getStringValue();
    var text = new Joined();
    var quoted = new BitSet();
    int depth = 0;
    for (XdmItem run = found.next(); !isEnd(run); run = found.next()) {
      int from = text.length();
      depth += append(run, text);
      quoted.set(from, text.length(), depth > 0);
    }
    List<String> within = ids(element);
    return new Passage(
        within.isEmpty() ? "" : within.get(0),
        document,
        file,
        number,
        id(element.getUnderlyingNode()).isPresent(),
        Passage.Voice.valueOf(voice.toUpperCase(Locale.ROOT)),
        speech.isEmpty() ? Passage.Speech.UNKNOWN : Passage.Speech.valueOf(speech.toUpperCase(Locale.ROOT)),
        label,
        Set.copyOf(within),
        text.toString(),
        quoted);
  }

  private static boolean isEnd(XdmItem run) {
    return run instanceof XdmAtomicValue value && value.getValue() instanceof BigInteger;
  }

  private static Quotation quotation(String document, String file, Map<XdmNode, Passage> passages, XdmMap found) {
    List<XdmNode> pieces = found.get("pieces").stream().map(XdmNode.class::cast).toList();
    var text = new Joined();
    List<Piece> begun = new ArrayList<>(List.of(new Piece(Tag.of(pieces.get(0)), 0)));
    for (XdmItem run : found.get("runs")) {
      if (run instanceof XdmNode node && pieces.contains(node)) {
        begun.add(new Piece(Tag.of(node), text.length()));
      }
      append(run, text);
    }
    List<String> sources =
        Stream.of(one(found, "sources").split(" "))
            .filter(s -> s.startsWith("#")).map(s -> s.substring(1)).distinct().toList();
    Set<Integer> own =
        pieces.stream()
            .flatMap(piece -> Stream.concat(piece.select(ancestorOrSelf()), piece.select(descendant())))
            .filter(passages::containsKey)
            .map(element -> passages.get(element).number())
            .collect(Collectors.toSet());
    boolean telling = ((XdmAtomicValue) found.get("telling").itemAt(0)).getValue().equals(true);
    String id = ids(pieces.get(0)).stream().findFirst().orElse("");
    return Quotation.of(id, document, file, begun, sources, own, true, telling, text.toString());
  }

  /** What stands between quotation marks without being encoded as a quotation. */
  private static void runs(Passage passage, Tag tag, List<Quotation> quotations) {
    // To look for four characters is quicker than to look for a pattern, and most passages have none of them.
    if (OPENING.chars().noneMatch(mark -> passage.text().indexOf(mark) >= 0)) {
      return;
    }
    Matcher matcher = RUN.matcher(passage.text());
    while (matcher.find()) {
      if (passage.quoted().get(matcher.start()) || Folded.of(matcher.group()).size() - 2 < SHORTEST) {
        continue;
      }
      quotations.add(
          Quotation.of(
              passage.id(), passage.document(), passage.file(), List.of(new Piece(tag, 0)), List.of(), Set.of(passage.number()), false, false,
              matcher.group()));
    }
  }

  /** Adds the words of a run; returns by how much deeper in quotations what follows stands. */
  private static int append(XdmItem run, Joined text) {
    if (run instanceof XdmNode node) {
      if (node.getNodeKind() == XdmNodeKind.TEXT) {
        text.words(node.getStringValue());
      } else {
        text.paragraph();
      }
      return 0;
    }
    Object value = ((XdmAtomicValue) run).getValue();
    if (value instanceof Boolean begins) {
      return begins ? 1 : -1;
    }
    text.omission(value.toString());
    return 0;
  }

  /** The ids of an element and of all around it, the nearest first. */
  private static List<String> ids(XdmNode element) {
    List<String> ids = new ArrayList<>();
    for (NodeInfo node = element.getUnderlyingNode(); node != null; node = node.getParent()) {
      id(node).ifPresent(ids::add);
    }
    return ids;
  }

  private static Optional<String> id(NodeInfo node) {
    return Optional.ofNullable(node.getAttributeValue(NamespaceUri.XML, "id"));
  }

  private static String one(XdmMap map, String key) {
    return map.get(key).itemAt(0).getStringValue();
  }
}
