package jilu.validate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Vector;
import org.apache.xerces.impl.dv.XSSimpleType;
import org.apache.xerces.impl.xs.SubstitutionGroupHandler;
import org.apache.xerces.impl.xs.XMLSchemaException;
import org.apache.xerces.impl.xs.XSComplexTypeDecl;
import org.apache.xerces.impl.xs.XSElementDecl;
import org.apache.xerces.impl.xs.XSParticleDecl;
import org.apache.xerces.impl.xs.models.CMBuilder;
import org.apache.xerces.impl.xs.models.CMNodeFactory;
import org.apache.xerces.impl.xs.models.XSCMValidator;
import org.apache.xerces.impl.xs.util.XSObjectListImpl;
import org.apache.xerces.xni.QName;
import org.apache.xerces.xs.XSComplexTypeDefinition;
import org.apache.xerces.xs.XSModelGroup;
import org.apache.xerces.xs.XSParticle;
import org.apache.xerces.xs.XSTerm;
import org.apache.xerces.xs.XSTypeDefinition;

/**
 * Puts content models into the types of a schema that refuse as Xerces' own do, but name nothing that might have been:
 * at each mistake Xerces would make a sentence of hundreds of names that nobody reads, since what may stand there is
 * worked out from the {@link Models}. A model is made when a type is first met in a file, as Xerces does it; to ask for
 * one that is made takes no lock.
 */
final class SilentModels extends CMBuilder {
  private final Set<XSComplexTypeDecl> seen = new HashSet<>();

  private final Map<XSComplexTypeDecl, Open> opened = new HashMap<>();

  private SilentModels() {
    super(new CMNodeFactory());
  }

  /** Of these elements and types and all within them. */
  static void prepare(List<XSElementDecl> elements, List<? extends XSTypeDefinition> types) {
    var models = new SilentModels();
    elements.forEach(models::of);
    types.forEach(models::of);
  }

  /** A type without a name is nobody's but the element's: nothing else is derived from it or chooses it. */
  private void of(XSElementDecl element) {
    if (element.fType instanceof XSComplexTypeDecl type && !(type instanceof Open)) {
      of(type);
      if (type.getAnonymous()) {
        element.fType = opened.computeIfAbsent(type, made -> new Open(made, this));
      }
    }
  }

  private void of(XSTypeDefinition type) {
    if (type instanceof XSComplexTypeDecl complex && seen.add(complex)) {
      complex.getContentModel(this);
      of(complex.getParticle());
    }
  }

  private void of(XSParticle particle) {
    XSTerm term = particle == null ? null : particle.getTerm();
    if (term instanceof XSElementDecl element) {
      of(element);
    } else if (term instanceof XSModelGroup group) {
      for (int i = 0; i < group.getParticles().getLength(); i++) {
        of((XSParticle) group.getParticles().item(i));
      }
    }
  }

  @Override
  public XSCMValidator getContentModel(XSComplexTypeDecl type, boolean unique) {
    short content = type.getContentType();
    boolean holdsElements =
        content == XSComplexTypeDefinition.CONTENTTYPE_ELEMENT || content == XSComplexTypeDefinition.CONTENTTYPE_MIXED;
    return holdsElements && type.getParticle() != null ? new Silent(type, unique) : super.getContentModel(type, unique);
  }

  /** A type as it was read. Xerces takes a lock to look whether its model is made, at each element. */
  private static final class Open extends XSComplexTypeDecl {
    private final XSCMValidator model;

    Open(XSComplexTypeDecl type, CMBuilder models) {
      setValues(
          type.getName(),
          type.getTargetNamespace(),
          type.getBaseType(),
          type.getDerivationMethod(),
          type.getFinal(),
          type.getProhibitedSubstitutions(),
          type.getContentType(),
          type.getAbstract(),
          type.getAttrGrp(),
          (XSSimpleType) type.getSimpleType(),
          (XSParticleDecl) type.getParticle(),
          (XSObjectListImpl) type.getAnnotations());
      setName(type.getTypeName());
      setIsAnonymous();
      if (type.containsTypeID()) {
        setContainsTypeID();
      }
      model = type.getContentModel(models);
    }

    @Override
    public XSCMValidator getContentModel(CMBuilder models, boolean unique) {
      return model;
    }
  }

  /** What is expected has one name at most: whether there is any decides which rule of XML Schema is broken. */
  private static final class Silent implements XSCMValidator {
    private static final Vector<String> SOMETHING = new Vector<>(List.of(""));
    private static final Vector<String> NOTHING = new Vector<>();

    private final XSComplexTypeDecl type;
    private final boolean unique;

    private volatile XSCMValidator model;

    Silent(XSComplexTypeDecl type, boolean unique) {
      this.type = type;
      this.unique = unique;
    }

    /** Two threads may make it, one as good as the other. */
    private XSCMValidator model() {
      if (model == null) {
        model = new CMBuilder(new CMNodeFactory()).getContentModel(type, unique);
      }
      return model;
    }

    @Override
    public Vector<String> whatCanGoHere(int[] state) {
      return model().whatCanGoHere(state).isEmpty() ? NOTHING : SOMETHING;
    }

    @Override
    public int[] startContentModel() {
      return model().startContentModel();
    }

    @Override
    public Object oneTransition(QName element, int[] state, SubstitutionGroupHandler substitutions) {
      return model().oneTransition(element, state, substitutions);
    }

    @Override
    public boolean endContentModel(int[] state) {
      return model().endContentModel(state);
    }

    @Override
    public boolean checkUniqueParticleAttribution(SubstitutionGroupHandler substitutions) throws XMLSchemaException {
      return model().checkUniqueParticleAttribution(substitutions);
    }

    @Override
    public int[] occurenceInfo(int[] state) {
      return model().occurenceInfo(state);
    }

    @Override
    public String getTermName(int term) {
      return model().getTermName(term);
    }

    @Override
    public boolean isCompactedForUPA() {
      return model().isCompactedForUPA();
    }
  }
}
