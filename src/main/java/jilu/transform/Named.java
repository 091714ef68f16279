package jilu.transform;

import java.util.ArrayList;
import java.util.List;
import net.sf.saxon.expr.Expression;
import net.sf.saxon.expr.Literal;
import net.sf.saxon.expr.StaticContext;
import net.sf.saxon.expr.XPathContext;
import net.sf.saxon.lib.ExtensionFunctionCall;
import net.sf.saxon.lib.ExtensionFunctionDefinition;
import net.sf.saxon.om.GroundedValue;
import net.sf.saxon.om.NamePool;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.om.Sequence;
import net.sf.saxon.om.StructuredQName;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.tree.tiny.TinyNodeImpl;
import net.sf.saxon.tree.tiny.TinyTree;
import net.sf.saxon.type.Type;
import net.sf.saxon.value.EmptySequence;
import net.sf.saxon.value.SequenceExtent;
import net.sf.saxon.value.SequenceType;
import net.sf.saxon.z.IntHashMap;

/**
 * {@code j:named(tree, name)}: the elements of a name, which may be written as {@code Q{uri}local}, in document order.
 * For each {@code //name} Saxon goes through a tree once; this goes through it once for all names.
 */
final class Named extends ExtensionFunctionDefinition {
  /** Under which the elements of a tree are kept with it. */
  private static final String ELEMENTS = Named.class.getName();

  @Override
  public StructuredQName getFunctionQName() {
    return new StructuredQName("j", "urn:jilu", "named");
  }

  @Override
  public SequenceType[] getArgumentTypes() {
    return new SequenceType[] {SequenceType.SINGLE_NODE, SequenceType.SINGLE_STRING};
  }

  @Override
  public SequenceType getResultType(SequenceType[] arguments) {
    return SequenceType.NODE_SEQUENCE;
  }

  @Override
  public boolean trustResultType() {
    return true;
  }

  @Override
  public ExtensionFunctionCall makeCallExpression() {
    return new Finding();
  }

  /** One place in a stylesheet where elements of a name are asked for. */
  private static final class Finding extends ExtensionFunctionCall {
    private int name;

    @Override
    public void supplyStaticContext(StaticContext context, int place, Expression[] arguments) throws XPathException {
      name = fingerprints(context, arguments[1])[0];
    }

    @Override
    public void copyLocalData(ExtensionFunctionCall copy) {
      ((Finding) copy).name = name;
    }

    @Override
    public Sequence call(XPathContext context, Sequence[] arguments) throws XPathException {
      TinyTree tree = ((TinyNodeImpl) arguments[0].head()).getTree();
      List<NodeInfo> elements = elements(tree).get(name);
      return elements == null ? EmptySequence.getInstance() : SequenceExtent.makeSequenceExtent(elements);
    }
  }

  /** By the fingerprints of their names. */
  @SuppressWarnings("unchecked")
  private static IntHashMap<List<NodeInfo>> elements(TinyTree tree) {
    var known = (IntHashMap<List<NodeInfo>>) tree.getUserData(ELEMENTS);
    if (known != null) {
      return known;
    }
    var elements = new IntHashMap<List<NodeInfo>>();
    byte[] kinds = tree.getNodeKindArray();
    int[] names = tree.getNameCodeArray();
    for (int i = 0; i < tree.getNumberOfNodes(); i++) {
      if (kinds[i] == Type.ELEMENT || kinds[i] == Type.TEXTUAL_ELEMENT) {
        int name = names[i] & NamePool.FP_MASK;
        List<NodeInfo> same = elements.get(name);
        if (same == null) {
          same = new ArrayList<>();
          elements.put(name, same);
        }
        same.add(tree.getNode(i));
      }
    }
    tree.setUserData(ELEMENTS, elements);
    return elements;
  }

  /** Of names that stand in a stylesheet, worked out when it is compiled. */
  static int[] fingerprints(StaticContext context, Expression names) throws XPathException {
    if (!(names instanceof Literal literal)) {
      throw new XPathException("names must be written out");
    }
    GroundedValue all = literal.getGroundedValue();
    int[] fingerprints = new int[all.getLength()];
    for (int i = 0; i < fingerprints.length; i++) {
      StructuredQName name = StructuredQName.fromEQName(all.itemAt(i).getStringValue());
      fingerprints[i] =
          context.getConfiguration().getNamePool().allocateFingerprint(name.getNamespaceUri(), name.getLocalPart());
    }
    return fingerprints;
  }
}
