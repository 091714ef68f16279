package jilu.transform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.expr.XPathContext;
import net.sf.saxon.lib.ExtensionFunctionCall;
import net.sf.saxon.lib.ExtensionFunctionDefinition;
import net.sf.saxon.ma.map.DictionaryMap;
import net.sf.saxon.ma.map.MapType;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.GroundedValue;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.om.Sequence;
import net.sf.saxon.om.StructuredQName;
import net.sf.saxon.pattern.NodeKindTest;
import net.sf.saxon.str.Slice16;
import net.sf.saxon.str.UnicodeString;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.tree.iter.AxisIterator;
import net.sf.saxon.value.SequenceExtent;
import net.sf.saxon.value.SequenceType;
import net.sf.saxon.value.Whitespace;
import net.sf.saxon.z.IntHashSet;
import net.sf.saxon.z.IntIterator;
import net.sf.saxon.z.IntSet;

/**
 * {@code j:alike(nodes)}: by its {@code generate-id()}, each node whose words an earlier one has too, and the first of
 * those. Words are alike if they are so after {@code normalize-space()}; those of up to 20 characters are not compared.
 * Of most nodes it is enough to look at the first words, which differ.
 */
final class Alike extends ExtensionFunctionDefinition {
  /** In characters. */
  private static final int LEAST = 20;

  /** So many characters, or one or two more, are looked at first. */
  private static final int START = 30;

  /** Stands for the first words of a node that has too few. */
  private static final int SHORT = -1;

  @Override
  public StructuredQName getFunctionQName() {
    return new StructuredQName("j", "urn:jilu", "alike");
  }

  @Override
  public SequenceType[] getArgumentTypes() {
    return new SequenceType[] {SequenceType.NODE_SEQUENCE};
  }

  @Override
  public SequenceType getResultType(SequenceType[] arguments) {
    return MapType.SINGLE_MAP_ITEM;
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
        return alike(arguments[0].materialize());
      }
    };
  }

  private static DictionaryMap alike(GroundedValue nodes) {
    int count = nodes.getLength();
    int[] starts = new int[count];
    for (int i = 0; i < count; i++) {
      starts[i] = start((NodeInfo) nodes.itemAt(i));
    }
    var alike = new DictionaryMap();
    IntSet repeated = repeated(starts);
    if (repeated.isEmpty()) {
      return alike;
    }
    Map<String, NodeInfo> first = new HashMap<>();
    for (int i = 0; i < count; i++) {
      if (repeated.contains(starts[i])) {
        NodeInfo node = (NodeInfo) nodes.itemAt(i);
        NodeInfo before = first.putIfAbsent(words(node), node);
        if (before != null) {
          var id = new StringBuilder();
          node.generateId(id);
          alike.initialPut(id.toString(), new SequenceExtent.Of<>(List.of(node, before)));
        }
      }
    }
    return alike;
  }

  private static IntSet repeated(int[] starts) {
    IntSet seen = new IntHashSet(2 * starts.length);
    IntSet repeated = new IntHashSet();
    for (int start : starts) {
      if (start != SHORT && !seen.add(start)) {
        repeated.add(start);
      }
    }
    return repeated;
  }

  /** A number for the first words of a node, not negative: of others it is seldom the same. */
  private static int start(NodeInfo node) {
    var start = new Start();
    AxisIterator texts = node.iterateAxis(AxisInfo.DESCENDANT, NodeKindTest.TEXT);
    for (NodeInfo text = texts.next(); text != null && start.length <= START; text = texts.next()) {
      start.add(text.getUnicodeStringValue());
    }
    return start.length > LEAST ? start.number >>> 1 : SHORT;
  }

  /** The first words of a node, in which one space stands for several. */
  private static final class Start {
    private int number = 1;
    private int length;
    private boolean space;

    void add(UnicodeString words) {
      if (words instanceof Slice16 slice) {
        // As most text of a tree is, which can be read without asking for each character.
        char[] all = slice.getCharArray();
        for (int i = slice.getStart(); i < slice.getEnd() && length <= START; i++) {
          add(all[i]);
        }
      } else {
        IntIterator all = words.codePoints();
        while (all.hasNext() && length <= START) {
          add(all.next());
        }
      }
    }

    private void add(int c) {
      if (Whitespace.isWhite(c)) {
        space = length > 0;
        return;
      }
      if (space) {
        number = 31 * number + ' ';
        length++;
        space = false;
      }
      number = 31 * number + c;
      length++;
    }
  }

  private static String words(NodeInfo node) {
    return Whitespace.collapseWhitespace(node.getUnicodeStringValue()).toString();
  }
}
