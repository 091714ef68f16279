package jilu.transform;

import java.util.ArrayList;
import java.util.Arrays;
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
 * {@code j:elements(tree, name)}: the elements of a name, which may be written as {@code Q{uri}local}, in document
 * order. For each {@code //name} Saxon goes through a tree once; this goes through it once for all names.
 */
final class Elements extends ExtensionFunctionDefinition {
  /** Under which the elements of a tree are kept with it. */
  private static final String ALL = Elements.class.getName();

  @Override
  public StructuredQName getFunctionQName() {
    return new StructuredQName("j", "urn:jilu", "elements");
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
    return new Call();
  }

  /** One place in a stylesheet where elements of a name are asked for. */
  private static final class Call extends ExtensionFunctionCall {
    private int name;

    @Override
    public void supplyStaticContext(StaticContext context, int place, Expression[] arguments) throws XPathException {
      name = fingerprints(context, arguments[1])[0];
    }

    @Override
    public void copyLocalData(ExtensionFunctionCall copy) {
      ((Call) copy).name = name;
    }

    @Override
    public Sequence call(XPathContext context, Sequence[] arguments) throws XPathException {
      TinyTree tree = ((TinyNodeImpl) arguments[0].head()).getTree();
      Named named = all(tree).get(name);
      return named == null ? EmptySequence.getInstance() : named.nodes(tree);
    }
  }

  /** The elements of one name: their numbers in the tree, and what they are once somebody asked. */
  private static final class Named {
    private int[] numbers = new int[4];
    private int count;
    private GroundedValue nodes;

    void add(int number) {
      numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
      numbers[count++] = number;
    }

    GroundedValue nodes(TinyTree tree) {
      if (nodes == null) {
        List<NodeInfo> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
          all.add(tree.getNode(numbers[i]));
        }
        nodes = SequenceExtent.makeSequenceExtent(all);
      }
      return nodes;
    }
  }

  /** By the fingerprints of their names. */
  @SuppressWarnings("unchecked")
  private static IntHashMap<Named> all(TinyTree tree) {
    var known = (IntHashMap<Named>) tree.getUserData(ALL);
    if (known != null) {
      return known;
    }
    var all = new IntHashMap<Named>();
    byte[] kinds = tree.getNodeKindArray();
    int[] names = tree.getNameCodeArray();
    for (int i = 0; i < tree.getNumberOfNodes(); i++) {
      if (kinds[i] == Type.ELEMENT || kinds[i] == Type.TEXTUAL_ELEMENT) {
        int name = names[i] & NamePool.FP_MASK;
        Named same = all.get(name);
        if (same == null) {
          same = new Named();
          all.put(name, same);
        }
        same.add(i);
      }
    }
    tree.setUserData(ALL, all);
    return all;
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
