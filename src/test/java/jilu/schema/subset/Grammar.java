package jilu.schema.subset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A RELAX NG grammar in which each element name has one declaration, as TEI’s schemas are. */
final class Grammar {
  private static final String RNG = "http://relaxng.org/ns/structure/1.0";
  private static final String TEI = "http://www.tei-c.org/ns/1.0";
  private static final Set<String> NAME_CLASSES = Set.of("name", "anyName", "nsName");

  private final Map<String, Element> definitions = new HashMap<>();
  private final Map<String, Element> elements = new TreeMap<>();
  private final Set<String> ambiguous = new HashSet<>();
  private final Set<String> start = new TreeSet<>();
  private final Map<String, String> sameAs;

  /** Attributes that are allowed or refused together, with the sets of them that are allowed. */
  record AttributeGroup(Set<String> names, Set<Set<String>> allowed) {}

  /** @param sameAs names of elements that count as another, such as an inclusion as what it brings in */
  Grammar(Path file, Map<String, String> sameAs)
      throws IOException, SAXException, ParserConfigurationException {
    this.sameAs = sameAs;
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var grammar = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    for (var part : children(grammar)) {
      if (part.getLocalName().equals("define") && definitions.put(part.getAttribute("name"), part) != null) {
        throw new IllegalArgumentException("defined twice: " + part.getAttribute("name"));
      }
    }
    for (var part : children(grammar)) {
      if (part.getLocalName().equals("start")) start.addAll(content(part, new HashSet<>()).first());
    }
    var declared = grammar.getElementsByTagNameNS(RNG, "element");
    for (int i = 0; i < declared.getLength(); i++) {
      var element = (Element) declared.item(i);
      name(element).ifNamed(name -> {
        if (elements.put(name, element) != null) ambiguous.add(name);
      });
    }
  }

  Set<String> start() {
    return start;
  }

  /** The names of all elements but those that count as another. */
  Set<String> names() {
    var names = new TreeSet<>(elements.keySet());
    names.removeAll(sameAs.keySet());
    return names;
  }

  boolean declares(String element) {
    return elements.containsKey(element) && !ambiguous.contains(element);
  }

  Pattern content(String element) {
    return sequence(patterns(elements.get(element)), new HashSet<>());
  }

  /** The attributes of an element, in groups that do not depend on each other. */
  List<AttributeGroup> attributeGroups(String element) {
    var groups = new ArrayList<AttributeGroup>();
    for (var part : patterns(elements.get(element))) attributeGroups(part, groups);
    return groups;
  }

  /** What each attribute of an element may hold. */
  Map<String, Values> attributeValues(String element) {
    var values = new TreeMap<String, Values>();
    for (var part : patterns(elements.get(element))) attributeValues(part, values);
    return values;
  }

  /** What the text inside an element may be. */
  Values text(String element) {
    var parts = patterns(elements.get(element)).stream().filter(part -> !attributesOnly(part)).toList();
    if (parts.stream().noneMatch(this::hasData)) return new Values.Anything();
    return parts.size() == 1 ? values(parts.get(0)) : new Values.Unread("data among children");
  }

  private boolean hasData(Element part) {
    return switch (part.getLocalName()) {
      case "data", "value", "list" -> true;
      case "element", "attribute" -> false;
      case "ref" -> definition(part).stream().anyMatch(this::hasData);
      default -> patterns(part).stream().anyMatch(this::hasData);
    };
  }

  private Pattern content(Element parent, Set<String> path) {
    return sequence(patterns(parent), path);
  }

  private Pattern sequence(List<Element> parts, Set<String> path) {
    var whole = Pattern.EMPTY;
    for (int i = parts.size() - 1; i >= 0; i--) whole = pattern(parts.get(i), path).then(whole);
    return whole;
  }

  private Pattern pattern(Element part, Set<String> path) {
    return switch (part.getLocalName()) {
      case "empty", "attribute" -> Pattern.EMPTY;
      case "notAllowed" -> Pattern.NOTHING;
      case "text", "data", "value", "list" -> Pattern.text();
      case "element" -> name(part).named() ? Pattern.child(counted(name(part).name())) : Pattern.NOTHING;
      case "ref" -> reference(part, path);
      case "group" -> content(part, path);
      case "choice" -> choice(part, path);
      case "optional" -> content(part, path).or(Pattern.EMPTY);
      case "oneOrMore" -> Pattern.repeated(content(part, path));
      case "zeroOrMore" -> Pattern.repeated(content(part, path)).or(Pattern.EMPTY);
      default -> throw new IllegalArgumentException("not understood: " + part.getNodeName());
    };
  }

  private Pattern choice(Element part, Set<String> path) {
    var options = patterns(part);
    if (options.stream().anyMatch(this::attributesOnly) && !options.stream().allMatch(this::attributesOnly)) {
      throw new IllegalArgumentException("a choice between attributes and children is not understood");
    }
    var any = Pattern.NOTHING;
    for (var option : options) any = any.or(pattern(option, path));
    return any;
  }

  private Pattern reference(Element part, Set<String> path) {
    var name = part.getAttribute("name");
    if (!path.add(name)) throw new IllegalArgumentException("refers to itself: " + name);
    var pattern = content(definitions.get(name), path);
    path.remove(name);
    return pattern;
  }

  private String counted(String element) {
    return sameAs.getOrDefault(element, element);
  }

  private boolean attributesOnly(Element part) {
    return switch (part.getLocalName()) {
      case "attribute", "empty", "notAllowed" -> true;
      case "text", "data", "value", "list", "element" -> false;
      case "ref" -> definition(part).stream().allMatch(this::attributesOnly);
      default -> patterns(part).stream().allMatch(this::attributesOnly);
    };
  }

  private void attributeGroups(Element part, List<AttributeGroup> groups) {
    switch (part.getLocalName()) {
      case "group" -> patterns(part).forEach(inner -> attributeGroups(inner, groups));
      case "ref" -> definition(part).forEach(inner -> attributeGroups(inner, groups));
      default -> {
        if (!attributesOnly(part)) return;
        var allowed = combinations(part);
        var names = new TreeSet<String>();
        allowed.forEach(names::addAll);
        if (!names.isEmpty()) groups.add(new AttributeGroup(names, allowed));
      }
    }
  }

  private Set<Set<String>> combinations(Element part) {
    return switch (part.getLocalName()) {
      case "attribute" -> name(part).named() ? Set.of(Set.of(name(part).name())) : Set.of();
      case "empty" -> Set.of(Set.of());
      case "notAllowed" -> Set.of();
      case "ref" -> together(definition(part));
      case "group", "oneOrMore" -> together(patterns(part));
      case "optional", "zeroOrMore" -> {
        var combinations = new HashSet<>(together(patterns(part)));
        combinations.add(Set.of());
        yield combinations;
      }
      case "choice" -> {
        var combinations = new HashSet<Set<String>>();
        patterns(part).forEach(option -> combinations.addAll(combinations(option)));
        yield combinations;
      }
      default -> throw new IllegalArgumentException("not understood: " + part.getNodeName());
    };
  }

  private Set<Set<String>> together(List<Element> parts) {
    Set<Set<String>> combinations = Set.of(Set.of());
    for (var part : parts) {
      var longer = new HashSet<Set<String>>();
      for (var mine : combinations) {
        for (var more : combinations(part)) {
          var both = new TreeSet<>(mine);
          both.addAll(more);
          longer.add(both);
        }
      }
      combinations = longer;
    }
    return combinations;
  }

  private void attributeValues(Element part, Map<String, Values> values) {
    switch (part.getLocalName()) {
      case "attribute" -> name(part).ifNamed(name -> values.put(name,
          patterns(part).isEmpty() ? new Values.Anything() : values(patterns(part).get(0))));
      case "ref" -> {
        if (definition(part).stream().allMatch(this::attributesOnly)) {
          definition(part).forEach(inner -> attributeValues(inner, values));
        }
      }
      case "element" -> { }
      default -> patterns(part).forEach(inner -> attributeValues(inner, values));
    }
  }

  private Values values(Element part) {
    return switch (part.getLocalName()) {
      case "text" -> new Values.Anything();
      case "value" -> new Values.Literal(part.getTextContent());
      case "data" -> new Values.Data(part.getAttribute("type"), facets(part));
      case "choice" -> new Values.Either(patterns(part).stream().map(this::values).toList());
      case "ref" -> {
        var inner = definition(part);
        yield inner.size() == 1 ? values(inner.get(0)) : new Values.Unread("several");
      }
      case "list" -> {
        var operator = patterns(part).get(0);
        boolean repeats = Set.of("oneOrMore", "zeroOrMore").contains(operator.getLocalName());
        yield repeats && patterns(part).size() == 1 && patterns(operator).size() == 1
            ? new Values.Listed(values(patterns(operator).get(0)), operator.getLocalName().equals("zeroOrMore"))
            : new Values.Unread("list");
      }
      default -> new Values.Unread(part.getLocalName());
    };
  }

  private static Set<String> facets(Element data) {
    var facets = new TreeSet<String>();
    for (var facet : children(data)) {
      boolean param = facet.getLocalName().equals("param");
      facets.add(param ? facet.getAttribute("name") + " " + facet.getTextContent() : "except");
    }
    return facets;
  }

  /** A name in Clark notation but for TEI’s own and for names in no namespace; or none, for a wildcard. */
  private record Name(String name) {
    boolean named() {
      return !name.isEmpty();
    }

    void ifNamed(java.util.function.Consumer<String> action) {
      if (named()) action.accept(name);
    }
  }

  private static Name name(Element declaration) {
    if (declaration.hasAttribute("name")) return qualified(declaration, declaration.getAttribute("name"));
    for (var child : children(declaration)) {
      if (child.getLocalName().equals("name")) return qualified(child, child.getTextContent().strip());
    }
    return new Name("");
  }

  private static Name qualified(Element declaration, String name) {
    if (name.startsWith("xml:")) return new Name(name);
    int colon = name.indexOf(':');
    if (colon >= 0) {
      return clark(declaration.lookupNamespaceURI(name.substring(0, colon)), name.substring(colon + 1));
    }
    boolean attribute = declaration.getLocalName().equals("attribute");
    return clark(attribute ? declaration.getAttribute("ns") : namespace(declaration), name);
  }

  private static Name clark(String namespace, String name) {
    if (namespace == null) throw new IllegalArgumentException("no namespace for " + name);
    return new Name(namespace.isEmpty() || namespace.equals(TEI) ? name
        : "{" + namespace + "}" + name);
  }

  private static String namespace(Node declaration) {
    for (var node = declaration; node instanceof Element element; node = node.getParentNode()) {
      if (element.hasAttribute("ns")) return element.getAttribute("ns");
    }
    return "";
  }

  private List<Element> definition(Element reference) {
    return patterns(definitions.get(reference.getAttribute("name")));
  }

  private static List<Element> patterns(Element parent) {
    return children(parent).stream().filter(child -> !NAME_CLASSES.contains(child.getLocalName())).toList();
  }

  private static List<Element> children(Element parent) {
    var children = new ArrayList<Element>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && RNG.equals(child.getNamespaceURI())) children.add(child);
    }
    return children;
  }
}
