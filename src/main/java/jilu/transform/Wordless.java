package jilu.transform;

import java.util.ArrayList;
import java.util.List;
import net.sf.saxon.expr.XPathContext;
import net.sf.saxon.lib.ExtensionFunctionCall;
import net.sf.saxon.lib.ExtensionFunctionDefinition;
import net.sf.saxon.om.GroundedValue;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.om.Sequence;
import net.sf.saxon.om.StructuredQName;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.tree.tiny.TinyNodeImpl;
import net.sf.saxon.tree.tiny.TinyTree;
import net.sf.saxon.type.Type;
import net.sf.saxon.value.SequenceExtent;
import net.sf.saxon.value.SequenceType;
import net.sf.saxon.value.Whitespace;

/**
 * {@code j:wordless(trees)}: the elements in which there are neither elements nor words, tree by tree, in document order.
 * What {@code tree//*[not(* or normalize-space())]} finds by asking each element, this finds in the tree's list of nodes.
 */
final class Wordless extends ExtensionFunctionDefinition {
  @Override
  public StructuredQName getFunctionQName() {
    return new StructuredQName("j", "urn:jilu", "wordless");
  }

  @Override
  public SequenceType[] getArgumentTypes() {
    return new SequenceType[] {SequenceType.NODE_SEQUENCE};
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
    return new ExtensionFunctionCall() {
      @Override
      public Sequence call(XPathContext context, Sequence[] arguments) throws XPathException {
        List<NodeInfo> found = new ArrayList<>();
        GroundedValue trees = arguments[0].materialize();
        for (int i = 0; i < trees.getLength(); i++) {
          addWordless(((TinyNodeImpl) trees.itemAt(i)).getTree(), found);
        }
        return SequenceExtent.makeSequenceExtent(found);
      }
    };
  }

  private static void addWordless(TinyTree tree, List<NodeInfo> found) {
    byte[] kinds = tree.getNodeKindArray();
    short[] depths = tree.getNodeDepthArray();
    int count = tree.getNumberOfNodes();
    for (int i = 0; i < count; i++) {
      boolean isWordless =
          switch (kinds[i]) {
            case Type.TEXTUAL_ELEMENT -> isSpace(tree, i);
            case Type.ELEMENT -> i + 1 == count || depths[i + 1] <= depths[i] || !hasAny(tree, i + 1);
            default -> false;
          };
      if (isWordless) {
        found.add(tree.getNode(i));
      }
    }
  }

  /** Whether elements or words are among a node and those after it within the same element. */
  private static boolean hasAny(TinyTree tree, int first) {
    byte[] kinds = tree.getNodeKindArray();
    short[] depths = tree.getNodeDepthArray();
    for (int i = first; i < tree.getNumberOfNodes() && depths[i] >= depths[first]; i++) {
      switch (kinds[i]) {
        case Type.ELEMENT, Type.TEXTUAL_ELEMENT -> {
          return true;
        }
        case Type.TEXT -> {
          if (!isSpace(tree, i)) {
            return true;
          }
        }
        default -> {
          // Space, a comment, a processing instruction.
        }
      }
    }
    return false;
  }

  private static boolean isSpace(TinyTree tree, int text) {
    int start = tree.getAlphaArray()[text];
    return Whitespace.isAllWhite(tree.getCharacterBuffer().substring(start, start + tree.getBetaArray()[text]));
  }
}
