package jilu.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.sf.saxon.expr.Expression;
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
import net.sf.saxon.value.SequenceExtent;
import net.sf.saxon.value.SequenceType;

/**
 * {@code j:having(trees, names)}: the elements that have an attribute of one of the names, which may be written as
 * {@code Q{uri}local}, tree by tree, in document order. What {@code tree//*[@a or @b]} finds by asking each element, this finds in the
 * tree's list of attributes, of which there are far fewer.
 */
final class Having extends ExtensionFunctionDefinition {
  @Override
  public StructuredQName getFunctionQName() {
    return new StructuredQName("j", "urn:jilu", "having");
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

  /** One place in a stylesheet where elements with attributes of some names are asked for. */
  private static final class Call extends ExtensionFunctionCall {
    private int[] names = {};

    /** Under which what is found in a tree is kept with it: several rules ask for the same. */
    private String key = "";

    @Override
    public void supplyStaticContext(StaticContext context, int place, Expression[] arguments) throws XPathException {
      names = Elements.fingerprints(context, arguments[1]);
      key = Having.class.getName() + Arrays.toString(names);
    }

    @Override
    public void copyLocalData(ExtensionFunctionCall copy) {
      ((Call) copy).names = names;
      ((Call) copy).key = key;
    }

    @Override
    public Sequence call(XPathContext context, Sequence[] arguments) throws XPathException {
      GroundedValue trees = arguments[0].materialize();
      if (trees.getLength() == 1) {
        return SequenceExtent.makeSequenceExtent(having(trees.itemAt(0)));
      }
      List<NodeInfo> found = new ArrayList<>();
      for (int i = 0; i < trees.getLength(); i++) {
        found.addAll(having(trees.itemAt(i)));
      }
      return SequenceExtent.makeSequenceExtent(found);
    }

    @SuppressWarnings("unchecked")
    private List<NodeInfo> having(Item root) {
      TinyTree tree = ((TinyNodeImpl) root).getTree();
      synchronized (tree) {
        var known = (List<NodeInfo>) tree.getUserData(key);
        if (known == null) {
          known = look(tree);
          tree.setUserData(key, known);
        }
        return known;
      }
    }

    private List<NodeInfo> look(TinyTree tree) {
      int[] attributes = tree.getAttributeNameCodeArray();
      int[] elements = tree.getAttributeParentArray();
      List<NodeInfo> found = new ArrayList<>();
      int last = -1;
      for (int i = 0; i < tree.getNumberOfAttributes(); i++) {
        if (elements[i] != last && isOneOf(attributes[i] & NamePool.FP_MASK, names)) {
          last = elements[i];
          found.add(tree.getNode(last));
        }
      }
      return found;
    }
  }

  private static boolean isOneOf(int name, int[] fingerprints) {
    for (int fingerprint : fingerprints) {
      if (name == fingerprint) {
        return true;
      }
    }
    return false;
  }
}
