package jilu.edition;

import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.type.Type;

/**
 * Where in its file a start tag stands, as a parser tells it: the line and column at which it ends, in UTF-16 units,
 * counted from 1. This is small, and with the characters of the file it is a place again.
 */
public record Tag(int line, int column) {
  /** The tag of an element, or of the one that bears an attribute. */
  public static Tag of(XdmNode node) {
    NodeInfo here = node.getUnderlyingNode();
    NodeInfo element = here.getNodeKind() == Type.ATTRIBUTE ? here.getParent() : here;
    return new Tag(element.getLineNumber(), element.getColumnNumber());
  }
}
