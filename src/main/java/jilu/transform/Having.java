package jilu.transform;

import java.util.ArrayList;
import java.util.List;
import net.sf.saxon.expr.Expression;
import net.sf.saxon.expr.StaticContext;
import net.sf.saxon.expr.XPathContext;
import net.sf.saxon.lib.ExtensionFunctionCall;
import net.sf.saxon.lib.ExtensionFunctionDefinition;
import net.sf.saxon.om.Item;
import net.sf.saxon.om.NamePool;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.om.Sequence;
import net.sf.saxon.om.SequenceIterator;
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

    @Override
    public void supplyStaticContext(StaticContext context, int place, Expression[] arguments) throws XPathException {
      names = Elements.fingerprints(context, arguments[1]);
    }

    @Override
    public void copyLocalData(ExtensionFunctionCall copy) {
      ((Call) copy).names = names;
    }

    @Override
    public Sequence call(XPathContext context, Sequence[] arguments) throws XPathException {
      List<NodeInfo> found = new ArrayList<>();
      SequenceIterator trees = arguments[0].iterate();
      for (Item tree = trees.next(); tree != null; tree = trees.next()) {
        addHaving(((TinyNodeImpl) tree).getTree(), found);
      }
      return SequenceExtent.makeSequenceExtent(found);
    }

    private void addHaving(TinyTree tree, List<NodeInfo> found) {
      int[] attributes = tree.getAttributeNameCodeArray();
      int[] elements = tree.getAttributeParentArray();
      int last = -1;
      for (int i = 0; i < tree.getNumberOfAttributes(); i++) {
        if (elements[i] != last && isOneOf(attributes[i] & NamePool.FP_MASK, names)) {
          last = elements[i];
          found.add(tree.getNode(last));
        }
      }
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
