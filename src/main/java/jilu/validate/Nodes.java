package jilu.validate;

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
  private final SourceText text;

  Nodes(Xslt xslt, Source source, SourceText text) {
    this.xslt = xslt;
    this.source = source;
    this.text = text;
  }

  /** The node's start tag, or in it the name of an attribute. */
  Place place(String path, Optional<String> attribute) {
    XdmNode node = node(path);
    String name = attribute.orElse("");
    if (node.getNodeKind() == XdmNodeKind.ATTRIBUTE) {
      name = node.getNodeName().toString();
    }
    XdmNode element = element(node);
    if (element.getNodeKind() != XdmNodeKind.ELEMENT) {
      return Place.of(source.path());
    }
    return name.isEmpty()
        ? text.tagEndingAt(element.getLineNumber(), element.getColumnNumber())
        : text.attribute(element.getLineNumber(), element.getColumnNumber(), name);
  }

  /** Puts another value in the place of an attribute's, if the old one is all it holds. */
  Optional<Fix> value(String path, String attribute, String old, String replacement) {
    XdmNode element = element(node(path));
    if (!old.equals(element.getAttributeValue(new net.sf.saxon.s9api.QName(attribute)))) {
      return Optional.empty();
    }
    return text.value(element.getLineNumber(), element.getColumnNumber(), attribute, replacement);
  }

  private XdmNode node(String path) {
    try {
      return (XdmNode) xslt.xpath().evaluateSingle(path, source.tree());
    } catch (SaxonApiException e) {
      throw new IllegalStateException("not a path: " + path, e);
    }
  }

  private static XdmNode element(XdmNode node) {
    XdmNode element = node;
    while (element.getNodeKind() != XdmNodeKind.ELEMENT && element.getParent() != null) {
      element = element.getParent();
    }
    return element;
  }
}
