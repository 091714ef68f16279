package jilu.validate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jilu.edition.Source;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;

/** Finds the place in a file of a node that a stylesheet named by its {@code path()}. */
final class Nodes {
  private final Source source;
  private final SourceText text;
  private final Map<String, XdmNode> known = new HashMap<>();

  Nodes(Source source, SourceText text) {
    this.source = source;
    this.text = text;
    known.put("", source.tree());
  }

  /** The node's start tag, or in it the name of an attribute. */
  Place place(String path, Optional<String> attribute) {
    String step = path.substring(lastStep(path));
    XdmNode element = element(path);
    if (element.getNodeKind() != XdmNodeKind.ELEMENT) {
      return Place.of(source.path());
    }
    String name = step.startsWith("/@") ? prefixed(step.substring(2)) : attribute.orElse("");
    return name.isEmpty()
        ? text.tagEndingAt(element.getLineNumber(), element.getColumnNumber())
        : text.attribute(element.getLineNumber(), element.getColumnNumber(), name);
  }

  /** The element at the path or, if that leads to an attribute or text, the one around it. */
  private XdmNode element(String path) {
    if (!known.containsKey(path)) {
      String around = path.substring(0, lastStep(path));
      XdmNode parent = element(around);
      // All at once: findings come in crowds, and a path counts what goes before.
      Map<QName, Integer> counts = new HashMap<>();
      for (XdmNode child : parent.children()) {
        if (child.getNodeKind() == XdmNodeKind.ELEMENT) {
          int number = counts.merge(child.getNodeName(), 1, Integer::sum);
          known.put(around + "/" + child.getNodeName().getEQName() + "[" + number + "]", child);
        }
      }
      known.putIfAbsent(path, parent);
    }
    return known.get(path);
  }

  /** Where the last step of a path begins; the namespace in a name may hold slashes too. */
  private static int lastStep(String path) {
    int slash = path.lastIndexOf('/');
    int brace = path.lastIndexOf('{');
    return Math.max(0, brace >= 0 && slash > brace && slash < path.indexOf('}', brace) ? path.lastIndexOf('/', brace) : slash);
  }

  /** The attributes of a namespace that occur in TEI are those of XML itself. */
  private static String prefixed(String name) {
    return name.replaceFirst("^Q\\{http://www.w3.org/XML/1998/namespace}", "xml:").replaceFirst("^Q\\{[^}]*}", "");
  }
}
