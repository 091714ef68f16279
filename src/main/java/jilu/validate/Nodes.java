package jilu.validate;

import java.io.IOException;
import java.util.Optional;
import jilu.edition.Source;
import jilu.transform.Xslt;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;

/** Finds the place in a file of a node that a stylesheet named by its {@code path()}. */
final class Nodes {
  private final Xslt xslt;
  private final Source source;

  Nodes(Xslt xslt, Source source) {
    this.xslt = xslt;
    this.source = source;
  }

  /** The node's start tag, or in it the name of an attribute. */
  Place place(String path, Optional<String> attribute) throws IOException {
    XdmNode node;
    try {
      node = (XdmNode) xslt.xpath().evaluateSingle(path, source.tree());
    } catch (SaxonApiException e) {
      throw new IllegalStateException("not a path: " + path, e);
    }
    String name = attribute.orElse("");
    if (node.getNodeKind() == XdmNodeKind.ATTRIBUTE) {
      name = node.getNodeName().toString();
    }
    while (node.getNodeKind() != XdmNodeKind.ELEMENT && node.getParent() != null) {
      node = node.getParent();
    }
    if (node.getNodeKind() != XdmNodeKind.ELEMENT) {
      return Place.of(source.path());
    }
    SourceText text = SourceText.read(source.path());
    return name.isEmpty()
        ? text.tagEndingAt(node.getLineNumber(), node.getColumnNumber())
        : text.attribute(node.getLineNumber(), node.getColumnNumber(), name);
  }
}
