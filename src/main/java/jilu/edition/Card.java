package jilu.edition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jilu.edition.Catalog.Called;
import jilu.edition.Catalog.Classed;
import jilu.edition.Catalog.Definition;
import jilu.edition.Catalog.Entry;
import jilu.edition.Catalog.Headed;
import jilu.edition.Catalog.Kind;
import jilu.edition.Catalog.Letter;
import jilu.edition.Catalog.Paraphrase;
import jilu.edition.Catalog.Pointer;
import jilu.edition.Catalog.Resource;
import jilu.edition.Catalog.Role;
import jilu.edition.Catalog.Title;
import jilu.transform.Stylesheet;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmValue;

/**
 * What one file has to do with others: what it is, what it defines, what it points to. Of what a file may have much, no
 * more is held than where to read it.
 *
 * @param kinds of documents that it lists
 * @param resources the files beside the TEI that it refers to
 * @param including the files that it puts in order
 * @param sending whom its header says to have written to whom
 * @param heading what title its header gives it, and what its text
 * @param classing what kind its header says it is of
 * @param paraphrasing what it calls otherwise than by a name
 */
public record Card(
    Entry entry,
    List<Called> called,
    List<Kind> kinds,
    List<Resource> resources,
    Store.Kept including,
    Store.Kept sending,
    Store.Kept heading,
    Store.Kept classing,
    Store.Kept paraphrasing,
    Store.Kept defined,
    Store.Kept pointing) {
  private static final QName ID = new QName("xml", "http://www.w3.org/XML/1998/namespace", "id");

  private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.\\-]+:", Pattern.CASE_INSENSITIVE);

  /** The few lists of kinds that are expected, so that pointers share them. */
  private static final Map<String, List<String>> KINDS = new ConcurrentHashMap<>();

  public Card {
    called = List.copyOf(called);
    kinds = List.copyOf(kinds);
    resources = List.copyOf(resources);
  }

  /**
   * @param links the stylesheet {@code links.xsl}
   * @param store where it is put
   */
  public static Card of(Source source, Stylesheet links, Store store) {
    String file = source.name();
    var found = (XdmMap) links.value(source.tree(), Map.of("file", new XdmAtomicValue(file))).itemAt(0);
    var entry =
        new Entry(
            one(found, "id").orElse(""),
            file,
            Role.valueOf(one(found, "role").orElseThrow().toUpperCase(Locale.ROOT)),
            one(found, "page"),
            one(found, "matter"));
    return new Card(
        entry,
        called(nodes(found, "names"), file),
        maps(found, "kinds").map(Card::kind).toList(),
        maps(found, "resources").map(reference -> resource(reference, file)).toList(),
        store.put(maps(found, "includes").map(reference -> resource(reference, file)).toList(), Card::pack),
        store.put(maps(found, "letters").map(letter -> letter(letter, file)).toList(), Card::pack),
        store.put(maps(found, "headed").map(headed -> headed(headed, file)).toList(), Card::pack),
        store.put(maps(found, "classed").map(classed -> classed(classed, file)).toList(), Card::pack),
        store.put(nodes(found, "paraphrases").flatMap(ref -> paraphrase(ref, file)).toList(), Card::pack),
        store.put(nodes(found, "ids").map(id -> definition(id, file)).toList(), Card::pack),
        store.put(pointers(found.get("pointers"), file), Card::pack));
  }

  public boolean isDocument() {
    return entry.role() == Role.DOCUMENT;
  }

  public List<Resource> includes() {
    return Packed.list(including.bytes(), in -> new Resource(in.text(), entry.file(), in.tag()));
  }

  public List<Letter> letters() {
    return Packed.list(
        sending.bytes(),
        in -> new Letter(
            in.list(Card::title),
            in.list(Packed::text),
            in.list(Packed::text),
            in.list(Packed::text),
            in.list(Packed::text),
            in.list(Packed::text),
            entry.file(),
            in.tag()));
  }

  public List<Headed> headed() {
    return Packed.list(heading.bytes(), in -> new Headed(title(in), in.list(Packed::text), entry.file()));
  }

  public List<Classed> classed() {
    return Packed.list(
        classing.bytes(),
        in -> new Classed(in.list(Packed::text), in.list(Packed::text), entry.file(), in.tag()));
  }

  public List<Paraphrase> paraphrases() {
    return Packed.list(paraphrasing.bytes(), in -> new Paraphrase(in.text(), in.text(), entry.file(), in.tag()));
  }

  public List<Definition> definitions() {
    return Packed.list(defined.bytes(), in -> new Definition(in.text(), in.text(), entry.file(), in.tag()));
  }

  public List<Pointer> pointers() {
    return Packed.list(pointing.bytes(), this::pointer);
  }

  private static void pack(Packed out, Resource resource) {
    out.text(resource.href());
    out.tag(resource.tag());
  }

  private static void pack(Packed out, Letter letter) {
    out.list(letter.titles(), Card::pack);
    out.list(letter.heads(), Packed::text);
    out.list(letter.senders(), Packed::text);
    out.list(letter.addressees(), Packed::text);
    out.list(letter.signing(), Packed::text);
    out.list(letter.greeted(), Packed::text);
    out.tag(letter.tag());
  }

  private static void pack(Packed out, Headed headed) {
    pack(out, headed.title());
    out.list(headed.heads(), Packed::text);
  }

  private static void pack(Packed out, Classed classed) {
    out.list(classed.kinds(), Packed::text);
    out.list(classed.subtitles(), Packed::text);
    out.tag(classed.tag());
  }

  private static void pack(Packed out, Title title) {
    out.text(title.words());
    out.tag(title.tag());
  }

  private static Title title(Packed in) {
    return new Title(in.text(), in.tag());
  }

  private static void pack(Packed out, Paraphrase paraphrase) {
    out.text(paraphrase.id());
    out.text(paraphrase.words());
    out.tag(paraphrase.tag());
  }

  private static void pack(Packed out, Definition definition) {
    out.text(definition.id());
    out.text(definition.element());
    out.tag(definition.tag());
  }

  /** An attribute mostly holds no more than the one reference. */
  private static void pack(Packed out, Pointer pointer) {
    out.text(pointer.target());
    out.text(pointer.attribute());
    out.text(pointer.value().equals(pointer.target()) ? "" : pointer.value());
    out.text(String.join(" ", pointer.expects()));
    out.text(pointer.words());
    out.tag(pointer.tag());
  }

  private Pointer pointer(Packed in) {
    String target = in.text();
    String attribute = in.text();
    String value = in.text();
    List<String> expects = kinds(in.text());
    String words = in.text();
    return new Pointer(target, attribute, value.isEmpty() ? target : value, expects, entry.file(), in.tag(), words);
  }

  /** The names of kinds of elements, set apart by spaces. */
  private static List<String> kinds(String names) {
    // A map asked to compute locks even what it has.
    List<String> known = KINDS.get(names);
    return known != null ? known : KINDS.computeIfAbsent(names, Card::words);
  }

  private static Definition definition(XdmNode id, String file) {
    return new Definition(id.getStringValue(), id.getParent().getUnderlyingNode().getLocalPart(), file, Tag.of(id));
  }

  private static List<Pointer> pointers(XdmValue found, String file) {
    List<Pointer> pointers = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      XdmNode attribute = (XdmNode) found.itemAt(i++);
      List<String> expects = kinds(found.itemAt(i).getStringValue());
      boolean named = i + 1 < found.size() && isElement(found.itemAt(i + 1));
      add(attribute, expects, named ? found.itemAt(++i).getStringValue() : "", file, pointers);
    }
    return pointers;
  }

  /** One for each that an attribute names. Addresses on the web are none, nor are files, which a target may name. */
  private static void add(XdmNode attribute, List<String> expects, String named, String file, List<Pointer> pointers) {
    String name = attribute.getUnderlyingNode().getLocalPart();
    String value = attribute.getStringValue();
    String words = value.indexOf(' ') < 0 ? String.join(" ", words(named)) : "";
    for (String target : words(value)) {
      boolean toFile = name.equals("target") && target.indexOf('#') < 0;
      if (!toFile && (target.startsWith("#") || !ADDRESS.matcher(target).lookingAt())) {
        pointers.add(new Pointer(target, name, value, expects, file, Tag.of(attribute), words));
      }
    }
  }

  /** The names of each element that has some. */
  private static List<Called> called(Stream<XdmNode> names, String file) {
    Map<XdmNode, List<String>> all = new LinkedHashMap<>();
    names.forEach(
        name ->
            all.computeIfAbsent(name.getParent(), entry -> new ArrayList<>())
                .add(said(name)));
    return all.entrySet().stream().map(one -> called(one.getKey(), one.getValue(), file)).toList();
  }

  private static Called called(XdmNode entry, List<String> names, String file) {
    return new Called(entry.getAttributeValue(ID), List.copyOf(names), file, Tag.of(entry));
  }

  private static Resource resource(XdmMap reference, String file) {
    XdmNode attribute = (XdmNode) reference.get("attribute").itemAt(0);
    return new Resource(one(reference, "href").orElseThrow(), file, Tag.of(attribute));
  }

  /** Of what points to one alone. */
  private static Stream<Paraphrase> paraphrase(XdmNode pointer, String file) {
    List<String> targets = words(pointer.getStringValue());
    String said = said(pointer.getParent());
    return targets.size() == 1 && targets.get(0).startsWith("#") && !said.isEmpty()
        ? Stream.of(new Paraphrase(targets.get(0).substring(1), said, file, Tag.of(pointer)))
        : Stream.empty();
  }

  private static Letter letter(XdmMap letter, String file) {
    Tag tag = Tag.of((XdmNode) letter.get("place").itemAt(0));
    List<Title> titles = nodes(letter, "titles").map(Card::title).toList();
    List<String> heads = nodes(letter, "heads").map(Card::said).toList();
    return new Letter(
        titles,
        heads,
        pointed(letter, "senders"),
        pointed(letter, "addressees"),
        pointed(letter, "signing"),
        pointed(letter, "greeted"),
        file,
        tag);
  }

  private static Kind kind(XdmMap kind) {
    List<String> names = nodes(kind, "names").map(Card::said).filter(name -> !name.isEmpty()).toList();
    return new Kind(one(kind, "id").orElseThrow(), one(kind, "list").orElseThrow(), names);
  }

  private static Title title(XdmNode title) {
    return new Title(said(title), Tag.of(title));
  }

  private static Headed headed(XdmMap headed, String file) {
    Title title = title((XdmNode) headed.get("title").itemAt(0));
    return new Headed(title, nodes(headed, "heads").map(Card::said).toList(), file);
  }

  private static Classed classed(XdmMap classed, String file) {
    XdmNode pointer = (XdmNode) classed.get("kind").itemAt(0);
    List<String> subtitles = nodes(classed, "subtitles").map(Card::said).toList();
    return new Classed(words(pointer.getStringValue()), subtitles, file, Tag.of(pointer));
  }

  private static List<String> pointed(XdmMap map, String key) {
    return nodes(map, key).flatMap(pointers -> words(pointers.getStringValue()).stream()).toList();
  }

  private static String said(XdmNode node) {
    return String.join(" ", words(node.getStringValue()));
  }

  /** What white space of XML sets apart. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (var rest = new StringTokenizer(text, " \t\r\n"); rest.hasMoreTokens(); ) {
      words.add(rest.nextToken());
    }
    return words;
  }

  private static boolean isElement(XdmItem item) {
    return item instanceof XdmNode node && node.getNodeKind() == XdmNodeKind.ELEMENT;
  }

  private static Optional<String> one(XdmMap map, String key) {
    XdmValue value = map.get(key);
    return value.isEmpty() ? Optional.empty() : Optional.of(value.itemAt(0).getStringValue());
  }

  private static Stream<XdmNode> nodes(XdmMap map, String key) {
    return map.get(key).stream().map(XdmNode.class::cast);
  }

  private static Stream<XdmMap> maps(XdmMap map, String key) {
    return map.get(key).stream().map(XdmMap.class::cast);
  }
}
