package jilu.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.sf.saxon.expr.Expression;
import net.sf.saxon.expr.Literal;
import net.sf.saxon.expr.StaticContext;
import net.sf.saxon.expr.XPathContext;
import net.sf.saxon.lib.ExtensionFunctionCall;
import net.sf.saxon.lib.ExtensionFunctionDefinition;
import net.sf.saxon.om.GroundedValue;
import net.sf.saxon.om.Item;
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
 * {@code j:elements(trees, names)}: the elements of each of the names, which may be written as {@code Q{uri}local}; tree by
 * tree, those of one name in document order, one name after the other. For each {@code //name} Saxon goes through a tree once; this
 * goes through it once for all names.
 */
final class Elements extends ExtensionFunctionDefinition {
  /** Under which the elements of a tree are kept with it. */
  private static final String ALL = Elements.class.getName();

  /** About so many names are in a tree. */
  private static final int USUAL = 64;

  @Override
  public StructuredQName getFunctionQName() {
    return new StructuredQName("j", "urn:jilu", "elements");
  }

  @Override
  public SequenceType[] getArgumentTypes() {
    return new SequenceType[] {SequenceType.NODE_SEQUENCE, SequenceType.STRING_SEQUENCE};
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

  /** One place in a stylesheet where elements of some names are asked for. */
  private static final class Call extends ExtensionFunctionCall {
    private int[] names = {};

    @Override
    public void supplyStaticContext(StaticContext context, int place, Expression[] arguments) throws XPathException {
      names = fingerprints(context, arguments[1]);
    }

    @Override
    public void copyLocalData(ExtensionFunctionCall copy) {
      ((Call) copy).names = names;
    }

    @Override
    public Sequence call(XPathContext context, Sequence[] arguments) throws XPathException {
      GroundedValue trees = arguments[0].materialize();
      if (trees.getLength() == 1 && names.length == 1) {
        TinyTree tree = tree(trees.itemAt(0));
        Named named = all(tree).get(names[0]);
        return named == null ? EmptySequence.getInstance() : named.nodes(tree);
      }
      List<NodeInfo> nodes = new ArrayList<>();
      for (int i = 0; i < trees.getLength(); i++) {
        add(tree(trees.itemAt(i)), nodes);
      }
      return SequenceExtent.makeSequenceExtent(nodes);
    }

    private void add(TinyTree tree, List<NodeInfo> nodes) {
      IntHashMap<Named> all = all(tree);
      for (int name : names) {
        Named named = all.get(name);
        if (named != null) {
          named.addTo(nodes, tree);
        }
      }
    }

    private static TinyTree tree(Item root) {
      return ((TinyNodeImpl) root).getTree();
    }
  }

  /** The elements of one name: their numbers in the tree, and what they are once somebody asked. */
  private static final class Named {
    private int[] numbers = new int[4];
    private int count;
    private NodeInfo[] nodes = {};
    private GroundedValue value;

    void add(int number) {
      numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
      numbers[count++] = number;
    }

    synchronized GroundedValue nodes(TinyTree tree) {
      if (value == null) {
        value = new SequenceExtent.Of<>(known(tree));
      }
      return value;
    }

    synchronized void addTo(List<NodeInfo> others, TinyTree tree) {
      Collections.addAll(others, known(tree));
    }

    private NodeInfo[] known(TinyTree tree) {
      if (nodes.length != count) {
        nodes = new NodeInfo[count];
        Arrays.setAll(nodes, i -> tree.getNode(numbers[i]));
      }
      return nodes;
    }
  }

  /** By the fingerprints of their names. */
  @SuppressWarnings("unchecked")
  private static IntHashMap<Named> all(TinyTree tree) {
    synchronized (tree) {
      var known = (IntHashMap<Named>) tree.getUserData(ALL);
      return known == null ? look(tree) : known;
    }
  }

  private static IntHashMap<Named> look(TinyTree tree) {
    var all = new IntHashMap<Named>(USUAL);
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
