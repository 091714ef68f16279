package jilu.edition;

import static net.sf.saxon.s9api.streams.Steps.child;

import java.time.LocalDate;
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

/** The merged records of all files: the edition, its documents in reading order, its registers. */
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
  public record Definition(String id, String element, String file, String path) {}

  /**
   * A reference by attribute to an id.
   *
   * @param expects the names of the elements that may bear that id; none: any
   * @param words by which the text names the one that is pointed to; empty where it does not
   */
  public record Pointer(
      String target, String attribute, List<String> expects, String file, String path, String words) {}

  /** The names by which a register knows an id. */
  public record Called(String id, List<String> names) {}

  /**
   * Someone who speaks and has an entry on the page of a register.
   *
   * @param register the id of the register's file
   * @param documents the ids of the files in which the person speaks, in reading order
   */
  public record Speaker(String id, String register, List<String> documents) {}

  /** A reference to a file of the edition, {@code href}, given as its path inside {@code tei/}. */
  public record Resource(String href, String file, String path) {}

  private static final QName LANGUAGE = new QName("xml", "http://www.w3.org/XML/1998/namespace", "lang");

  private final XdmNode tree;

  private Catalog(XdmNode tree) {
    this.tree = tree;
  }

  /** Merges records, given in any order. */
  public static Catalog merge(Xslt xslt, List<XdmNode> records) {
    Stylesheet merge = xslt.stylesheet("merge.xsl");
    return new Catalog(merge.call(Map.of("records", new XdmValue(records))));
  }

  public XdmNode tree() {
    return tree;
  }

  public List<Entry> entries() {
    return records().map(Catalog::entry).toList();
  }

  public List<Entry> documents() {
    return entries().stream().filter(entry -> entry.role() == Role.DOCUMENT).toList();
  }

  public Optional<Entry> edition() {
    return entries().stream().filter(entry -> entry.role() == Role.EDITION).findFirst();
  }

  /** The language of the edition. */
  public String language() {
    return records()
        .filter(record -> entry(record).role() == Role.EDITION)
        .map(record -> a(record, "xml:lang"))
        .findFirst()
        .orElse("und");
  }

  /** The date of the edition. */
  public Optional<LocalDate> date() {
    return in("date").filter(n -> n.getParent().getAttributeValue(new QName("role")).equals("edition")).map(n -> LocalDate.parse(a(n, "when"))).findFirst();
  }

  public Stream<Definition> definitions() {
    return in("id").map(n -> new Definition(a(n, "name"), a(n, "is"), file(n), a(n, "path")));
  }

  public Stream<Pointer> pointers() {
    return in("pointer")
        .map(
            n ->
                new Pointer(
                    a(n, "target"),
                    a(n, "attribute"),
                    Stream.of(a(n, "expects").split(" ")).filter(s -> !s.isEmpty()).toList(),
                    file(n),
                    a(n, "path"),
                    a(n, "words")));
  }

  public Stream<Called> called() {
    return in("called").map(n -> new Called(a(n, "name"), n.select(child()).map(XdmNode::getStringValue).toList()));
  }

  /** Those who speak, in the order in which they begin to. */
  public List<Speaker> speakers() {
    Map<String, String> registers = new HashMap<>();
    records()
        .filter(record -> entry(record).role() == Role.REGISTER && entry(record).page().isPresent())
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
    return in("include").map(n -> new Resource(a(n, "href"), file(n), a(n, "path")));
  }

  /** The files that are published as they are. */
  public Stream<Resource> resources() {
    return in("resource").map(n -> new Resource(a(n, "href"), file(n), a(n, "path")));
  }

  /** The transcript from which the edition was made, where it names one. */
  public Optional<Resource> transcript() {
    return in("transcript").map(n -> new Resource(a(n, "href"), file(n), a(n, "path"))).findFirst();
  }

  private Stream<XdmNode> records() {
    return tree.select(child().then(child(NAMESPACE, "record")));
  }

  private Stream<XdmNode> in(String name) {
    return records().flatMap(record -> record.select(child(NAMESPACE, name)));
  }

  private static Entry entry(XdmNode record) {
    return new Entry(
        a(record, "id"),
        a(record, "file"),
        Role.valueOf(a(record, "role").toUpperCase(java.util.Locale.ROOT)),
        Optional.of(a(record, "page")).filter(page -> !page.isEmpty()),
        Optional.of(a(record, "matter")).filter(page -> !page.isEmpty()));
  }

  private static String file(XdmNode node) {
    return a(node.getParent(), "file");
  }

  private static String a(XdmNode node, String attribute) {
    QName name = attribute.equals("xml:lang") ? LANGUAGE : new QName(attribute);
    String value = node.getAttributeValue(name);
    return value == null ? "" : value;
  }
}
