package jilu.validate;

import java.util.HashMap;
import java.util.Map;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.NodeKindTest;
import net.sf.saxon.type.Type;

/** Paths of the elements of one tree, as findings show them: {@code /TEI/text[1]/body[1]/p[3]}. */
final class Paths {
  private final Map<NodeInfo, String> known = new HashMap<>();

  /** How many elements of the same name come before an element, itself included. */
  private final Map<NodeInfo, Integer> numbers = new HashMap<>();

  /** The path of an element, or of the one around another node; empty outside the root. */
  String of(NodeInfo node) {
    if (node.getNodeKind() != Type.ELEMENT) {
      NodeInfo parent = node.getParent();
      return parent == null ? "" : of(parent);
    }
    String path = known.get(node);
    if (path == null) {
      path = path(node);
      known.put(node, path);
    }
    return path;
  }

  private String path(NodeInfo element) {
    NodeInfo parent = element.getParent();
    String name = element.getLocalPart();
    if (parent == null || parent.getNodeKind() == Type.DOCUMENT) {
      return "/" + name;
    }
    // All children at once: findings come in crowds, and a number counts what goes before.
    if (!numbers.containsKey(element)) {
      Map<Integer, Integer> counts = new HashMap<>();
      for (NodeInfo child : parent.children(NodeKindTest.ELEMENT)) {
        numbers.put(child, counts.merge(child.getFingerprint(), 1, Integer::sum));
      }
    }
    return of(parent) + "/" + name + "[" + numbers.get(element) + "]";
  }
}
