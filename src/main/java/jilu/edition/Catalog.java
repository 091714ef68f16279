package jilu.edition;

import static net.sf.saxon.s9api.streams.Steps.child;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jilu.transform.Stylesheet;
import jilu.transform.Xslt;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;

/**
 * What is known of all files: of the edition, its documents in reading order, its registers. Their cards say what the
 * files have to do with one another; what the pages of one need of others stands in the tree, which only a build makes.
 */
public final class Catalog {
  public static final String NAMESPACE = "urn:jilu";

  /** What a file is for: it orders the others, it is one of the texts, or it defines what they name. */
  public enum Role {
    EDITION,
    DOCUMENT,
    REGISTER
  }

  /**
   * A file of the edition.
   *
   * @param page where its page stands in the site; none: it has none
   * @param matter where the edition's words before and after the documents stand in the site, if it has any
   */
  public record Entry(String id, String file, Role role, Optional<String> page, Optional<String> matter) {}

  /** An id, the name of the element that bears it, and where. */
  public record Definition(String id, String element, String file, Tag tag) {}

  /**
   * A reference by attribute to an id.
   *
   * @param value all that stands in the attribute, which may be several references
   * @param expects the names of the elements that may bear that id; none: any
   * @param words by which the text names the one that is pointed to; empty where it does not
   */
  public record Pointer(
      String target, String attribute, String value, List<String> expects, String file, Tag tag, String words) {
    /** What it points to, without the sign before it. */
    public String id() {
      return target.substring(target.indexOf('#') + 1);
    }
  }

  /** Other words than a name for what has this id; they may be any but the name of another. */
  public record Paraphrase(String id, String words, String file, Tag tag) {}

  /** The names by which a register knows an id, and where the entry is. */
  public record Called(String id, List<String> names, String file, Tag tag) {}

  /**
   * Who wrote to whom.
   *
   * @param titles those of its header that may say so in words
   * @param heads those of its text that may
   * @param senders what points to them
   * @param signing what points to those who sign the text
   * @param greeted what points to those whom it greets
   * @param tag where the header names the sender
   */
  public record Letter(
      List<Title> titles,
      List<String> heads,
      List<String> senders,
      List<String> addressees,
      List<String> signing,
      List<String> greeted,
      String file,
      Tag tag) {}

  /**
   * A kind of document.
   *
   * @param list the id of the list of kinds that it is in
   */
  public record Kind(String id, String list, List<String> names) {}

  /**
   * The kind of a document as its header gives it.
   *
   * @param kinds what points to it
   * @param subtitles which may name another
   */
  public record Classed(List<String> kinds, List<String> subtitles, String file, Tag tag) {}

  /** The words of a title, and where it is. */
  public record Title(String words, Tag tag) {}

  /**
   * The title that its header gives to a document.
   *
   * @param heads those of its text
   */
  public record Headed(Title title, List<String> heads, String file) {}

  /**
   * Someone who speaks and has an entry on the page of a register.
   *
   * @param register the id of the register's file
   * @param documents the ids of the files in which the person speaks, in reading order
   */
  public record Speaker(String id, String register, List<String> documents) {}

  /** A reference to a file of the edition, {@code href}, given as its path inside {@code tei/}. */
  public record Resource(String href, String file, Tag tag) {}

  private static final QName LANGUAGE = new QName("xml", "http://www.w3.org/XML/1998/namespace", "lang");

  private final List<Card> cards;
  private final Optional<XdmNode> tree;

  private Catalog(List<Card> cards, Optional<XdmNode> tree) {
    this.cards = cards;
    this.tree = tree;
  }

  /** Merges cards, given in any order. */
  public static Catalog of(List<Card> cards) {
    return new Catalog(inReadingOrder(cards), Optional.empty());
  }

  /** Merges cards and the records of the same files, given in any order. */
  public static Catalog of(List<Card> cards, List<XdmNode> records, Xslt xslt) {
    Stylesheet merge = xslt.stylesheet("merge.xsl");
    XdmNode tree = merge.call(Map.of("records", new XdmValue(records)));
    return new Catalog(inReadingOrder(cards), Optional.of(tree));
  }

  /** As the edition puts its files in order, then as they are named. */
  private static List<Card> inReadingOrder(List<Card> cards) {
    Map<String, Integer> places = new HashMap<>();
    cards.stream()
        .filter(card -> card.entry().role() == Role.EDITION)
        .sorted(Comparator.comparing(card -> card.entry().file()))
        .flatMap(card -> card.includes().stream())
        .forEach(include -> places.putIfAbsent(include.href(), places.size()));
    return cards.stream()
        .sorted(
            Comparator.comparing((Card card) -> card.entry().role())
                .thenComparing(card -> card.isDocument() ? places.getOrDefault(card.entry().file(), places.size()) : 0)
                .thenComparing(card -> card.entry().file()))
        .toList();
  }

  /** The merged records, for stylesheets that make pages. */
  public XdmNode tree() {
    return tree.orElseThrow();
  }

  public List<Card> cards() {
    return cards;
  }

  public List<Entry> entries() {
    return cards.stream().map(Card::entry).toList();
  }

  public List<Entry> documents() {
    return entries().stream().filter(entry -> entry.role() == Role.DOCUMENT).toList();
  }

  public Optional<Entry> edition() {
    return entries().stream().filter(entry -> entry.role() == Role.EDITION).findFirst();
  }

  /** The language of the edition. */
  public String language() {
    return records().filter(Catalog::isEdition).map(record -> a(record, "xml:lang")).findFirst().orElse("und");
  }

  /** The date of the edition. */
  public Optional<LocalDate> date() {
    return in("date").filter(n -> isEdition(n.getParent())).map(n -> LocalDate.parse(a(n, "when"))).findFirst();
  }

  public Stream<Definition> definitions() {
    return cards.stream().flatMap(card -> card.definitions().stream());
  }

  public Stream<Pointer> pointers() {
    return cards.stream().flatMap(card -> card.pointers().stream());
  }

  public Stream<Called> called() {
    return cards.stream().flatMap(card -> card.called().stream());
  }

  /** Those who speak, in the order in which they begin to. */
  public List<Speaker> speakers() {
    Map<String, String> registers = new HashMap<>();
    records()
        .filter(record -> a(record, "role").equals("register") && !a(record, "page").isEmpty())
        .flatMap(record -> record.select(child(NAMESPACE, "entry")))
        .forEach(n -> registers.put(a(n, "name"), a(n.getParent(), "id")));
    Map<String, Set<String>> documents = new LinkedHashMap<>();
    in("speech")
        .filter(n -> registers.containsKey(a(n, "ref")))
        .forEach(n -> documents.computeIfAbsent(a(n, "ref"), id -> new LinkedHashSet<>()).add(a(n.getParent(), "id")));
    return documents.entrySet().stream()
        .map(speaker -> new Speaker(speaker.getKey(), registers.get(speaker.getKey()), List.copyOf(speaker.getValue())))
        .toList();
  }

  /** The files that the edition puts in order. */
  public Stream<Resource> includes() {
    return cards.stream().flatMap(card -> card.includes().stream());
  }

  public Stream<Letter> letters() {
    return cards.stream().flatMap(card -> card.letters().stream());
  }

  /** All kinds of documents that the edition knows. */
  public Stream<Kind> kinds() {
    return cards.stream().flatMap(card -> card.kinds().stream());
  }

  public Stream<Paraphrase> paraphrases() {
    return cards.stream().flatMap(card -> card.paraphrases().stream());
  }

  /** The files that are published as they are. */
  public Stream<Resource> resources() {
    return cards.stream().flatMap(card -> card.resources().stream());
  }

  /** The transcript from which the edition was made, where it names one, by its path inside {@code tei/}. */
  public Optional<String> transcript() {
    return in("transcript").map(n -> a(n, "href")).findFirst();
  }

  private Stream<XdmNode> records() {
    return tree().select(child().then(child(NAMESPACE, "record")));
  }

  private Stream<XdmNode> in(String name) {
    return records().flatMap(record -> record.select(child(NAMESPACE, name)));
  }

  private static boolean isEdition(XdmNode record) {
    return a(record, "role").equals("edition");
  }

  private static String a(XdmNode node, String attribute) {
    QName name = attribute.equals("xml:lang") ? LANGUAGE : new QName(attribute);
    String value = node.getAttributeValue(name);
    return value == null ? "" : value;
  }
}
