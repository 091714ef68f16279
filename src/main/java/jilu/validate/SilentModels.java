package jilu.validate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.Vector;
import org.apache.xerces.impl.xs.SubstitutionGroupHandler;
import org.apache.xerces.impl.xs.XMLSchemaException;
import org.apache.xerces.impl.xs.XSComplexTypeDecl;
import org.apache.xerces.impl.xs.models.CMBuilder;
import org.apache.xerces.impl.xs.models.CMNodeFactory;
import org.apache.xerces.impl.xs.models.XSCMValidator;
import org.apache.xerces.xni.QName;
import org.apache.xerces.xs.XSComplexTypeDefinition;
import org.apache.xerces.xs.XSElementDeclaration;
import org.apache.xerces.xs.XSModelGroup;
import org.apache.xerces.xs.XSParticle;
import org.apache.xerces.xs.XSTerm;
import org.apache.xerces.xs.XSTypeDefinition;

/**
 * Puts content models into the types of a schema that refuse as Xerces' own do, but name nothing that might have been:
 * at each mistake Xerces would make a sentence of hundreds of names that nobody reads, since what may stand there is
 * worked out from the {@link Models}. A model is made when a type is first met in a file, as Xerces does it.
 */
final class SilentModels extends CMBuilder {
  private final Set<XSComplexTypeDecl> seen = new HashSet<>();

  private SilentModels() {
    super(new CMNodeFactory());
  }

  /** Of these elements and types and all within them. */
  static void prepare(List<? extends XSElementDeclaration> elements, List<? extends XSTypeDefinition> types) {
    var models = new SilentModels();
    elements.forEach(element -> models.of(element.getTypeDefinition()));
    types.forEach(models::of);
  }

  private void of(XSTypeDefinition type) {
    if (type instanceof XSComplexTypeDecl complex && seen.add(complex)) {
      complex.getContentModel(this);
      of(complex.getParticle());
    }
  }

  private void of(XSParticle particle) {
    XSTerm term = particle == null ? null : particle.getTerm();
    if (term instanceof XSElementDeclaration element) {
      of(element.getTypeDefinition());
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
