package jilu.transform;

import java.util.ArrayList;
import java.util.List;
import net.sf.saxon.expr.XPathContext;
import net.sf.saxon.lib.ExtensionFunctionCall;
import net.sf.saxon.lib.ExtensionFunctionDefinition;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.GroundedValue;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.om.Sequence;
import net.sf.saxon.om.StructuredQName;
import net.sf.saxon.pattern.NodeKindTest;
import net.sf.saxon.str.WhitespaceString;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.tree.iter.AxisIterator;
import net.sf.saxon.tree.tiny.TinyNodeImpl;
import net.sf.saxon.tree.tiny.TinyTree;
import net.sf.saxon.value.EmptySequence;
import net.sf.saxon.value.SequenceExtent;
import net.sf.saxon.value.SequenceType;

/**
 * {@code j:containing(tree, strings)}: the text nodes in which one of the strings is, in document order. What
 * {@code tree//text()[contains(., 'a') or contains(., 'b')]} finds by asking each, this finds out by one look at all
 * words of the tree, where none has any.
 */
final class Containing extends ExtensionFunctionDefinition {
  @Override
  public StructuredQName getFunctionQName() {
    return new StructuredQName("j", "urn:jilu", "containing");
  }

  @Override
  public SequenceType[] getArgumentTypes() {
    return new SequenceType[] {SequenceType.SINGLE_NODE, SequenceType.STRING_SEQUENCE};
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
        NodeInfo root = (NodeInfo) arguments[0].head();
        List<String> strings = new ArrayList<>();
        GroundedValue given = arguments[1].materialize();
        for (int i = 0; i < given.getLength(); i++) {
          strings.add(given.itemAt(i).getStringValue());
        }
        return isIn(words(((TinyNodeImpl) root).getTree()), strings)
            ? SequenceExtent.makeSequenceExtent(containing(root, strings))
            : EmptySequence.getInstance();
      }
    };
  }

  private static String words(TinyTree tree) {
    int length = tree.getCharacterBuffer().length();
    return length == 0 ? "" : tree.getCharacterBuffer().substring(0, length).toString();
  }

  private static boolean isIn(String words, List<String> strings) {
    for (String string : strings) {
      if (words.contains(string)) {
        return true;
      }
    }
    return false;
  }

  private static List<NodeInfo> containing(NodeInfo root, List<String> strings) {
    List<NodeInfo> found = new ArrayList<>();
    boolean areWords = strings.stream().noneMatch(String::isBlank);
    AxisIterator texts = root.iterateAxis(AxisInfo.DESCENDANT, NodeKindTest.TEXT);
    for (NodeInfo text = texts.next(); text != null; text = texts.next()) {
      // Between most elements there is but space, which takes long to write out.
      boolean isSpace = text.getUnicodeStringValue() instanceof WhitespaceString;
      if (!(isSpace && areWords) && isIn(text.getStringValue(), strings)) {
        found.add(text);
      }
    }
    return found;
  }
}
