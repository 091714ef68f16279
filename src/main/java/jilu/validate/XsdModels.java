package jilu.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.xerces.impl.dv.XSSimpleType;
import org.apache.xerces.impl.xs.XSModelImpl;
import org.apache.xerces.xs.XSAttributeDeclaration;
import org.apache.xerces.xs.XSAttributeUse;
import org.apache.xerces.xs.XSComplexTypeDefinition;
import org.apache.xerces.xs.XSConstants;
import org.apache.xerces.xs.XSElementDeclaration;
import org.apache.xerces.xs.XSModel;
import org.apache.xerces.xs.XSModelGroup;
import org.apache.xerces.xs.XSNamedMap;
import org.apache.xerces.xs.XSObject;
import org.apache.xerces.xs.XSObjectList;
import org.apache.xerces.xs.XSParticle;
import org.apache.xerces.xs.XSSimpleTypeDefinition;
import org.apache.xerces.xs.XSTerm;
import org.apache.xerces.xs.XSTypeDefinition;

/** The models of a W3C XML Schema, from Xerces' own component model. */
final class XsdModels implements Models {
  private final XSModelImpl model;
  private final Map<String, XSElementDeclaration> globals = new TreeMap<>();
  private final Map<String, XSElementDeclaration> all = new TreeMap<>();
  private final Map<XSElementDeclaration, Model> made = new HashMap<>();

  XsdModels(XSModel model) {
    this.model = (XSModelImpl) model;
    XSNamedMap elements = model.getComponents(XSConstants.ELEMENT_DECLARATION);
    for (int i = 0; i < elements.getLength(); i++) {
      var declaration = (XSElementDeclaration) elements.item(i);
      if (!declaration.getAbstract()) {
        globals.put(name(declaration), declaration);
      }
    }
    all.putAll(globals);
    for (XSElementDeclaration declaration : globals.values()) {
      collect(declaration);
    }
  }

  private void collect(XSElementDeclaration declaration) {
    for (XSElementDeclaration child : new Declared(declaration).children().values()) {
      if (all.putIfAbsent(name(child), child) == null) {
        collect(child);
      }
    }
  }

  @Override
  public Optional<Model> root(String name) {
    return Optional.ofNullable(globals.get(name)).map(this::element);
  }

  /** Every global element may be a root in XML Schema: those are meant that stand in no other. */
  @Override
  public Set<String> roots() {
    var roots = new TreeSet<>(globals.keySet());
    for (XSElementDeclaration declaration : globals.values()) {
      roots.removeAll(new Declared(declaration).children().keySet());
    }
    return roots;
  }

  @Override
  public Set<String> names() {
    return all.keySet();
  }

  @Override
  public Optional<Model> any(String name) {
    return Optional.ofNullable(all.get(name)).map(this::element);
  }

  private Model element(XSElementDeclaration declaration) {
    return made.computeIfAbsent(declaration, Declared::new);
  }

  private static String name(XSObject object) {
    return GrammarCheck.clark(object.getNamespace(), object.getName());
  }

  private final class Declared implements Model {
    private final XSElementDeclaration declaration;
    private final Optional<XSComplexTypeDefinition> type;
    private Optional<Content> content = Optional.empty();

    Declared(XSElementDeclaration declaration) {
      this.declaration = declaration;
      this.type =
          declaration.getTypeDefinition() instanceof XSComplexTypeDefinition complex ? Optional.of(complex) : Optional.empty();
    }

    @Override
    public String name() {
      return XsdModels.name(declaration);
    }

    @Override
    public Content content() {
      if (content.isEmpty()) {
        content = Optional.of(type.map(XSComplexTypeDefinition::getParticle).map(XsdModels.this::content).orElse(Content.EMPTY));
      }
      return content.get();
    }

    @Override
    public boolean text() {
      return type.map(
              complex ->
                  complex.getContentType() == XSComplexTypeDefinition.CONTENTTYPE_MIXED
                      || complex.getContentType() == XSComplexTypeDefinition.CONTENTTYPE_SIMPLE)
          .orElse(true);
    }

    @Override
    public Map<String, Attribute> attributes() {
      Map<String, Attribute> attributes = new TreeMap<>();
      XSObjectList uses = type.map(XSComplexTypeDefinition::getAttributeUses).orElse(null);
      for (int i = 0; uses != null && i < uses.getLength(); i++) {
        var use = (XSAttributeUse) uses.item(i);
        Attribute attribute = attribute(use.getAttrDeclaration(), use.getRequired());
        attributes.put(attribute.name(), attribute);
      }
      return attributes;
    }

    @Override
    public Optional<Model> child(String name) {
      return Optional.ofNullable(children().get(name)).map(XsdModels.this::element);
    }

    private Map<String, XSElementDeclaration> children() {
      Map<String, XSElementDeclaration> children = new HashMap<>();
      type.map(XSComplexTypeDefinition::getParticle).ifPresent(particle -> gather(particle.getTerm(), children));
      return children;
    }
  }

  /** The element itself, and those that may stand for it. */
  private List<XSElementDeclaration> substitutes(XSElementDeclaration declaration) {
    List<XSElementDeclaration> all = new ArrayList<>();
    if (!declaration.getAbstract()) {
      all.add(declaration);
    }
    // Xerces knows of none for an element that is declared where it is used.
    XSObjectList members = model.getSubstitutionGroup(declaration);
    for (int i = 0; members != null && i < members.getLength(); i++) {
      var member = (XSElementDeclaration) members.item(i);
      if (!member.getAbstract()) {
        all.add(member);
      }
    }
    return all;
  }

  private void gather(XSTerm term, Map<String, XSElementDeclaration> children) {
    if (term instanceof XSElementDeclaration declaration) {
      substitutes(declaration).forEach(one -> children.put(name(one), one));
    } else if (term instanceof XSModelGroup group) {
      for (XSParticle particle : particles(group)) {
        gather(particle.getTerm(), children);
      }
    }
  }

  private Content content(XSParticle particle) {
    return content(particle.getTerm())
        .times(particle.getMinOccurs(), particle.getMaxOccursUnbounded() ? -1 : particle.getMaxOccurs());
  }

  private Content content(XSTerm term) {
    if (term instanceof XSElementDeclaration declaration) {
      Content any = Content.NOTHING;
      for (XSElementDeclaration one : substitutes(declaration)) {
        any = any.or(Content.child(name(one)));
      }
      return any;
    }
    if (!(term instanceof XSModelGroup group)) {
      return Content.child("*");
    }
    List<XSParticle> particles = particles(group);
    if (group.getCompositor() == XSModelGroup.COMPOSITOR_CHOICE) {
      Content any = Content.NOTHING;
      for (XSParticle particle : particles) {
        any = any.or(content(particle));
      }
      return any;
    }
    Content whole = Content.EMPTY;
    for (int i = particles.size() - 1; i >= 0; i--) {
      Content part = content(particles.get(i));
      whole = group.getCompositor() == XSModelGroup.COMPOSITOR_ALL ? part.with(whole) : part.then(whole);
    }
    return whole;
  }

  private static List<XSParticle> particles(XSModelGroup group) {
    List<XSParticle> particles = new ArrayList<>();
    XSObjectList list = group.getParticles();
    for (int i = 0; i < list.getLength(); i++) {
      particles.add((XSParticle) list.item(i));
    }
    return particles;
  }

  private static Attribute attribute(XSAttributeDeclaration declaration, boolean required) {
    XSSimpleTypeDefinition type = declaration.getTypeDefinition();
    List<String> values = new ArrayList<>();
    boolean listed = enumerated(type, values);
    return new Attribute(
        name(declaration), required, kind(type), listed ? values : List.of(), values,
        value -> RememberingTypes.allows((XSSimpleType) type, value));
  }

  /** Whether a type allows these values and no others. */
  private static boolean enumerated(XSSimpleTypeDefinition type, List<String> values) {
    if (type.getVariety() == XSSimpleTypeDefinition.VARIETY_UNION) {
      XSObjectList members = type.getMemberTypes();
      boolean all = true;
      for (int i = 0; i < members.getLength(); i++) {
        all &= enumerated((XSSimpleTypeDefinition) members.item(i), values);
      }
      return all;
    }
    var allowed = type.getLexicalEnumeration();
    for (int i = 0; i < allowed.getLength(); i++) {
      values.add(allowed.item(i));
    }
    return allowed.getLength() > 0;
  }

  private static Kind kind(XSSimpleTypeDefinition type) {
    if (type.getVariety() == XSSimpleTypeDefinition.VARIETY_UNION) {
      XSObjectList members = type.getMemberTypes();
      for (int i = 0; i < members.getLength(); i++) {
        if (kind((XSSimpleTypeDefinition) members.item(i)) == Kind.DATE) {
          return Kind.DATE;
        }
      }
      return Kind.OTHER;
    }
    for (XSTypeDefinition base = type; base != null && base.getBaseType() != base; base = base.getBaseType()) {
      String name = String.valueOf(base.getName());
      switch (name) {
        case "date", "gYear", "gYearMonth", "dateTime" -> {
          return Kind.DATE;
        }
        case "ID" -> {
          return Kind.ID;
        }
        case "language" -> {
          return Kind.LANGUAGE;
        }
        default -> {}
      }
    }
    return Kind.OTHER;
  }
}
