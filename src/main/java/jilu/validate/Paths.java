package jilu.validate;

import java.util.HashMap;
import java.util.Map;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;

/** Paths of the elements of one tree, as findings show them: {@code /TEI/text[1]/body[1]/p[3]}. */
final class Paths {
  private final Map<XdmNode, String> known = new HashMap<>();

  /** The path of an element, or of the one around another node; empty outside the root. */
  String of(XdmNode node) {
    String path = known.get(node);
    if (path != null) {
      return path;
    }
    XdmNode parent = node.getParent();
    if (parent == null) {
      return "";
    }
    String around = of(parent);
    if (node.getNodeKind() != XdmNodeKind.ELEMENT) {
      return around;
    }
    // All children at once: findings come in crowds, and a number counts what goes before.
    Map<QName, Integer> counts = new HashMap<>();
    for (XdmNode child : parent.children()) {
      if (child.getNodeKind() == XdmNodeKind.ELEMENT) {
        int number = counts.merge(child.getNodeName(), 1, Integer::sum);
        String name = child.getNodeName().getLocalName();
        known.put(child, parent.getNodeKind() == XdmNodeKind.DOCUMENT ? "/" + name : around + "/" + name + "[" + number + "]");
      }
    }
    return known.get(node);
  }
}
