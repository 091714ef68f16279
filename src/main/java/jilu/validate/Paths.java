package jilu.validate;

import java.util.HashMap;
import java.util.Map;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.NodeKindTest;
import net.sf.saxon.tree.iter.AxisIterator;
import net.sf.saxon.tree.tiny.TinyNodeImpl;
import net.sf.saxon.tree.tiny.TinyTree;
import net.sf.saxon.type.Type;

/** Paths of the elements of one tree, as findings show them: {@code /TEI/text[1]/body[1]/p[3]}. */
final class Paths {
  private final TinyTree tree;

  /** By the numbers of nodes, as far as they were asked for. */
  private String[] known = {};

  /** How many elements of the same name come before an element, itself included; by the numbers of nodes. */
  private int[] numbers = {};

  Paths(TinyTree tree) {
    this.tree = tree;
  }

  /** The path of an element, or of the one around another node; empty outside the root. */
  String of(NodeInfo node) {
    if (node.getNodeKind() != Type.ELEMENT) {
      NodeInfo parent = node.getParent();
      return parent == null ? "" : of(parent);
    }
    if (known.length == 0) {
      known = new String[tree.getNumberOfNodes()];
      numbers = new int[known.length];
    }
    int at = at(node);
    if (known[at] == null) {
      known[at] = path(node, at);
    }
    return known[at];
  }

  private String path(NodeInfo element, int at) {
    NodeInfo parent = element.getParent();
    String name = element.getLocalPart();
    if (parent == null || parent.getNodeKind() == Type.DOCUMENT) {
      return "/" + name;
    }
    if (numbers[at] == 0) {
      number(parent);
    }
    return of(parent) + "/" + name + "[" + numbers[at] + "]";
  }

  /** All children at once: findings come in crowds, and a number counts what goes before. */
  private void number(NodeInfo parent) {
    Map<Integer, Integer> counts = new HashMap<>();
    AxisIterator children = parent.iterateAxis(AxisInfo.CHILD, NodeKindTest.ELEMENT);
    for (NodeInfo child = children.next(); child != null; child = children.next()) {
      numbers[at(child)] = counts.merge(child.getFingerprint(), 1, Integer::sum);
    }
  }

  private static int at(NodeInfo node) {
    return ((TinyNodeImpl) node).getNodeNumber();
  }
}
