package jilu.validate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import com.thaiopensource.datatype.xsd.DatatypeLibraryFactoryImpl;
import com.thaiopensource.xml.util.Naming;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import jilu.words.Refusal;
import org.apache.xerces.jaxp.DocumentBuilderFactoryImpl;
import org.relaxng.datatype.Datatype;
import org.relaxng.datatype.DatatypeBuilder;
import org.relaxng.datatype.DatatypeException;
import org.relaxng.datatype.DatatypeLibrary;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The models of a RELAX NG schema in XML syntax, with the files that it includes. */
final class RngModels implements Models {
  private static final String RNG = "http://relaxng.org/ns/structure/1.0";
  private static final Set<String> NAME_CLASSES = Set.of("name", "anyName", "nsName", "except");

  private static final DatatypeLibrary DATATYPES =
      new DatatypeLibraryFactoryImpl().createDatatypeLibrary("http://www.w3.org/2001/XMLSchema-datatypes");

  private final Map<String, List<Element>> definitions = new HashMap<>();
  private final Map<String, Optional<Content>> contents = new HashMap<>();
  private final Map<String, Models.Model> elements = new TreeMap<>();
  private final Map<Element, Models.Model> made = new HashMap<>();
  private final Set<String> roots = new TreeSet<>();

  RngModels(Path file) throws IOException {
    var starts = new ArrayList<Element>();
    read(file, starts, new HashSet<>());
    for (List<Element> parts : List.copyOf(definitions.values())) {
      parts.forEach(this::declared);
    }
    for (Element start : starts) {
      declared(start);
      roots.addAll(sequence(patterns(start), new HashSet<>()).first());
    }
  }

  @Override
  public Optional<Models.Model> root(String name) {
    return roots.contains(name) ? any(name) : Optional.empty();
  }

  @Override
  public Set<String> roots() {
    return roots;
  }

  @Override
  public Set<String> names() {
    return elements.keySet();
  }

  @Override
  public Optional<Models.Model> any(String name) {
    return Optional.ofNullable(elements.get(name));
  }

  private void read(Path file, List<Element> starts, Set<Path> seen) throws IOException {
    if (!seen.add(file.toAbsolutePath().normalize())) {
      return;
    }
    Element grammar = parse(file);
    if (grammar.getLocalName().equals("grammar")) {
      parts(grammar, file, starts, seen);
    } else {
      Element start = grammar.getOwnerDocument().createElementNS(RNG, "start");
      grammar.getOwnerDocument().replaceChild(start, grammar);
      start.appendChild(grammar);
      starts.add(start);
    }
  }

  private void parts(Element grammar, Path file, List<Element> starts, Set<Path> seen) throws IOException {
    for (Element part : children(grammar)) {
      switch (part.getLocalName()) {
        case "start" -> starts.add(part);
        case "define" -> definitions.computeIfAbsent(part.getAttribute("name"), name -> new ArrayList<>()).add(part);
        case "div" -> parts(part, file, starts, seen);
        case "include" -> {
          var own = new HashSet<String>();
          children(part).forEach(child -> own.add(child.getAttribute("name")));
          parts(part, file, starts, seen);
          Map<String, List<Element>> kept = new HashMap<>();
          own.forEach(name -> kept.put(name, definitions.get(name)));
          read(file.resolveSibling(part.getAttribute("href")), starts, seen);
          kept.forEach((name, list) -> {
            if (list != null) {
              definitions.put(name, list);
            }
          });
        }
        default -> {}
      }
    }
  }

  private static Element parse(Path file) throws IOException {
    DocumentBuilderFactory factory = new DocumentBuilderFactoryImpl();
    factory.setNamespaceAware(true);
    try {
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new Refusal("read.failed", file, e.getMessage()).because(e);
    }
  }

  private void declared(Element part) {
    if (part.getLocalName().equals("element")) {
      name(part).ifPresent(name -> elements.merge(name, made(part), Either::new));
    }
    children(part).forEach(this::declared);
  }

  private Models.Model made(Element declaration) {
    Models.Model known = made.get(declaration);
    if (known == null) {
      known = new Declared(declaration);
      made.put(declaration, known);
    }
    return known;
  }

  /** An element that is declared in several ways, depending on where it stands. */
  private record Either(Models.Model one, Models.Model other) implements Models.Model {
    @Override
    public String name() {
      return one.name();
    }

    @Override
    public Content content() {
      return one.content().or(other.content());
    }

    @Override
    public boolean text() {
      return one.text() || other.text();
    }

    @Override
    public Map<String, Attribute> attributes() {
      var both = new TreeMap<>(one.attributes());
      other.attributes().forEach(both::putIfAbsent);
      return both;
    }

    @Override
    public Optional<Models.Model> child(String name) {
      return one.child(name).or(() -> other.child(name));
    }
  }

  private final class Declared implements Models.Model {
    private final Element declaration;
    private Optional<Content> content = Optional.empty();

    /** The names of all children there may be, once asked for. */
    private Optional<Set<String>> children = Optional.empty();

    Declared(Element declaration) {
      this.declaration = declaration;
    }

    @Override
    public String name() {
      return RngModels.this.name(declaration).orElse("*");
    }

    @Override
    public Content content() {
      if (content.isEmpty()) {
        content = Optional.of(sequence(patterns(declaration), new HashSet<>()));
      }
      return content.get();
    }

    @Override
    public boolean text() {
      return patterns(declaration).stream().anyMatch(part -> hasText(part, new HashSet<>()));
    }

    @Override
    public Map<String, Attribute> attributes() {
      Map<String, Attribute> attributes = new LinkedHashMap<>();
      patterns(declaration).forEach(part -> RngModels.this.attributes(part, true, attributes, new HashSet<>()));
      return attributes;
    }

    @Override
    public Optional<Models.Model> child(String name) {
      if (children.isEmpty()) {
        children = Optional.of(content().names());
      }
      boolean allowed = children.get().contains(name) || children.get().contains("*");
      return allowed ? any(name) : Optional.empty();
    }
  }

  private boolean hasText(Element part, Set<String> path) {
    return switch (part.getLocalName()) {
      case "text", "data", "value", "list", "mixed" -> true;
      case "element", "attribute" -> false;
      case "ref" -> path.add(part.getAttribute("name")) && definition(part).stream().anyMatch(inner -> hasText(inner, path));
      default -> patterns(part).stream().anyMatch(inner -> hasText(inner, path));
    };
  }

  private Content sequence(List<Element> parts, Set<String> path) {
    Content whole = Content.EMPTY;
    for (int i = parts.size() - 1; i >= 0; i--) {
      whole = content(parts.get(i), path).then(whole);
    }
    return whole;
  }

  private Content content(Element part, Set<String> path) {
    return switch (part.getLocalName()) {
      case "notAllowed" -> Content.NOTHING;
      case "element" -> Content.child(name(part).orElse("*"));
      case "ref" -> reference(part, path);
      case "group", "grammar" -> sequence(patterns(part), path);
      case "mixed" -> sequence(patterns(part), path);
      case "interleave" -> {
        Content all = Content.EMPTY;
        for (Element inner : patterns(part)) {
          all = content(inner, path).with(all);
        }
        yield all;
      }
      case "choice" -> {
        Content any = Content.NOTHING;
        for (Element option : patterns(part)) {
          any = any.or(content(option, path));
        }
        yield any;
      }
      case "optional" -> sequence(patterns(part), path).optional();
      case "oneOrMore" -> sequence(patterns(part), path).repeated();
      case "zeroOrMore" -> sequence(patterns(part), path).repeated().optional();
      // Text and attributes are no children.
      default -> Content.EMPTY;
    };
  }

  private Content reference(Element part, Set<String> path) {
    String name = part.getAttribute("name");
    Optional<Content> known = contents.getOrDefault(name, Optional.empty());
    if (known.isPresent()) {
      return known.get();
    }
    if (!path.add(name)) {
      return Content.EMPTY;
    }
    Content content = sequence(definition(part), path);
    path.remove(name);
    contents.put(name, Optional.of(content));
    return content;
  }

  /** What a name stands for; several definitions are one choice or one whole. */
  private List<Element> definition(Element ref) {
    List<Element> defined = definitions.getOrDefault(ref.getAttribute("name"), List.of());
    boolean choice = defined.size() > 1 && defined.stream().anyMatch(d -> d.getAttribute("combine").equals("choice"));
    if (!choice) {
      return defined.stream().flatMap(d -> patterns(d).stream()).toList();
    }
    Element any = ref.getOwnerDocument().createElementNS(RNG, "choice");
    for (Element one : defined) {
      Element group = ref.getOwnerDocument().createElementNS(RNG, "group");
      patterns(one).forEach(p -> group.appendChild(ref.getOwnerDocument().importNode(p, true)));
      any.appendChild(group);
    }
    return List.of(any);
  }

  private void attributes(Element part, boolean required, Map<String, Attribute> attributes, Set<String> path) {
    switch (part.getLocalName()) {
      case "attribute" ->
          name(part)
              .ifPresent(
                  name -> {
                    List<Element> value = patterns(part);
                    attributes.merge(
                        name,
                        attribute(name, required, value),
                        (a, b) -> a.required() && !b.required() ? a : b);
                  });
      case "element", "text", "data", "value", "list" -> {}
      case "ref" -> {
        if (path.add(part.getAttribute("name"))) {
          definition(part).forEach(inner -> attributes(inner, required, attributes, path));
          path.remove(part.getAttribute("name"));
        }
      }
      case "optional", "zeroOrMore", "choice" ->
          patterns(part).forEach(inner -> attributes(inner, false, attributes, path));
      default -> patterns(part).forEach(inner -> attributes(inner, required, attributes, path));
    }
  }

  private Attribute attribute(String name, boolean required, List<Element> value) {
    List<String> values = new ArrayList<>();
    boolean listed = !value.isEmpty() && literals(value.stream(), values);
    Kind kind = value.stream().map(this::kind).filter(k -> k != Kind.OTHER).findFirst().orElse(Kind.OTHER);
    return new Attribute(
        name, required, kind, listed ? values : List.of(), values,
        v -> value.isEmpty() || value.stream().allMatch(p -> allows(p, v)));
  }

  /** Gathers the values of all, also where others than these are allowed. */
  private boolean literals(Stream<Element> parts, List<String> values) {
    return parts.map(part -> literals(part, values)).reduce(true, Boolean::logicalAnd);
  }

  private boolean literals(Element part, List<String> values) {
    return switch (part.getLocalName()) {
      case "value" -> values.add(part.getTextContent().strip());
      case "choice", "group" -> literals(patterns(part).stream(), values);
      case "ref" -> literals(definition(part).stream(), values);
      default -> false;
    };
  }

  private Kind kind(Element part) {
    return switch (part.getLocalName()) {
      case "data" ->
          switch (part.getAttribute("type")) {
            case "date", "gYear", "gYearMonth", "dateTime" -> Kind.DATE;
            case "ID" -> Kind.ID;
            case "language" -> Kind.LANGUAGE;
            default -> Kind.OTHER;
          };
      case "choice", "group" ->
          patterns(part).stream().map(this::kind).filter(k -> k != Kind.OTHER).findFirst().orElse(Kind.OTHER);
      case "ref" -> definition(part).stream().map(this::kind).filter(k -> k != Kind.OTHER).findFirst().orElse(Kind.OTHER);
      default -> Kind.OTHER;
    };
  }

  private boolean allows(Element part, String value) {
    return switch (part.getLocalName()) {
      case "value" -> part.getTextContent().strip().equals(value.strip());
      case "data" -> allowsData(part, value);
      case "choice" -> patterns(part).stream().anyMatch(inner -> allows(inner, value));
      case "ref", "group" ->
          (part.getLocalName().equals("ref") ? definition(part) : patterns(part)).stream().allMatch(inner -> allows(inner, value));
      case "list" -> allowsList(patterns(part), value.strip().isEmpty() ? List.of() : List.of(value.strip().split("\\s+")));
      case "notAllowed" -> false;
      case "empty" -> value.isBlank();
      default -> true;
    };
  }

  /** Lists in TEI are one kind of token, repeated. */
  private boolean allowsList(List<Element> parts, List<String> tokens) {
    if (parts.size() != 1) {
      return true;
    }
    Element part = parts.get(0);
    return switch (part.getLocalName()) {
      case "oneOrMore" -> !tokens.isEmpty() && tokens.stream().allMatch(t -> allows(patterns(part).get(0), t));
      case "zeroOrMore" -> tokens.stream().allMatch(t -> allows(patterns(part).get(0), t));
      default -> true;
    };
  }

  private boolean allowsData(Element data, String value) {
    try {
      DatatypeBuilder builder = DATATYPES.createDatatypeBuilder(data.getAttribute("type"));
      for (Element facet : children(data)) {
        if (facet.getLocalName().equals("param")) {
          builder.addParameter(facet.getAttribute("name"), facet.getTextContent(), null);
        }
      }
      Datatype type = builder.createDatatype();
      return type.isValid(value, null);
    } catch (DatatypeException | RuntimeException e) {
      return true;
    }
  }

  private Optional<String> name(Element declaration) {
    if (declaration.hasAttribute("name")) {
      return Optional.of(qualified(declaration, declaration.getAttribute("name").strip()));
    }
    for (Element child : children(declaration)) {
      if (child.getLocalName().equals("name")) {
        return Optional.of(qualified(child, child.getTextContent().strip()));
      }
    }
    return Optional.empty();
  }

  private static String qualified(Element declaration, String name) {
    int colon = name.indexOf(':');
    if (colon >= 0 && Naming.isQname(name)) {
      String prefix = name.substring(0, colon);
      String uri = prefix.equals("xml") ? "http://www.w3.org/XML/1998/namespace" : declaration.lookupNamespaceURI(prefix);
      return GrammarCheck.clark(uri, name.substring(colon + 1));
    }
    boolean attribute = declaration.getLocalName().equals("attribute");
    return GrammarCheck.clark(attribute ? declaration.getAttribute("ns") : namespace(declaration), name);
  }

  private static String namespace(Node declaration) {
    for (Node node = declaration; node instanceof Element element; node = node.getParentNode()) {
      if (element.hasAttribute("ns")) {
        return element.getAttribute("ns");
      }
    }
    return "";
  }

  private static List<Element> patterns(Element parent) {
    return children(parent).stream().filter(child -> !NAME_CLASSES.contains(child.getLocalName())).toList();
  }

  private static List<Element> children(Element parent) {
    var children = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && RNG.equals(child.getNamespaceURI())) {
        children.add(child);
      }
    }
    return children;
  }
}
