package jilu.validate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jilu.edition.Source;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.NodeKindTest;
import net.sf.saxon.tree.iter.AxisIterator;
import net.sf.saxon.type.Type;

/**
 * Where the grammar is broken in a file: rules presuppose what it demands and would only repeat it there. Worked out
 * once, since it is asked for each finding of a rule.
 */
final class Broken {
  /** Mistakes in attributes: beyond their element they matter only to the one around it. */
  private static final Set<String> OF_ATTRIBUTES = Set.of("J018", "J102", "J103", "J104", "J111", "J112", "J113", "J114");

  /** The paths of elements that explain what is said of them and of all in them. */
  private final Set<String> places;

  /** Those of elements whose own rules the mistakes explain: those around them. */
  private final Set<String> around;

  /** Whether elements are such or within one: of all their children it is the same. */
  private final Map<NodeInfo, Boolean> within = new HashMap<>();

  private boolean headBroken;

  Broken(List<Finding> ofGrammar, Source source, SourceText text) {
    places = new HashSet<>(2 * ofGrammar.size());
    around = new HashSet<>(2 * ofGrammar.size());
    String head = ofGrammar.isEmpty() ? "" : head(source);
    String inHead = head + "/";
    // Around the mistake before: many are of siblings.
    String last = "";
    String lastOfAttributes = "";
    for (Finding mistake : ofGrammar) {
      String path = mistake.path();
      if (Reader.isOfNamespace(mistake)) {
        // It was read as if it were mended.
        continue;
      }
      if (OF_ATTRIBUTES.contains(mistake.code()) || mistake.code().equals("J117") && !isAtTag(mistake, text)) {
        if (around.add(path) && !isChild(path, lastOfAttributes)) {
          lastOfAttributes = parent(path);
          around.add(lastOfAttributes);
        }
      } else if (mistake.code().startsWith("J1") || mistake.code().equals("J008") || isTagAsText(mistake)) {
        places.add(path);
        if (!isChild(path, last)) {
          last = parent(path);
          around.add(last);
          around.add(parent(last));
        }
        // What is said of a whole file is read from its head.
        if (!head.isEmpty() && (path.equals(head) || path.startsWith(inHead))) {
          around.add(parent(head));
          headBroken = true;
        }
      }
    }
  }

  private static boolean isChild(String path, String parent) {
    return !parent.isEmpty() && path.startsWith(parent) && path.lastIndexOf('/') == parent.length();
  }

  /** One in full-width signs where no words may stand. */
  private static boolean isTagAsText(Finding mistake) {
    return mistake.code().equals("J023") && mistake.fix().isEmpty() && mistake.severity() == Severity.ERROR;
  }

  private static boolean isAtTag(Finding mistake, SourceText text) {
    return text.text().startsWith("<", text.offset(mistake.place()));
  }

  /** The path of the first element in the root, if there is one. */
  private static String head(Source source) {
    AxisIterator roots = source.tree().getUnderlyingNode().iterateAxis(AxisInfo.CHILD, NodeKindTest.ELEMENT);
    NodeInfo root = roots.next();
    NodeInfo head = root == null ? null : root.iterateAxis(AxisInfo.CHILD, NodeKindTest.ELEMENT).next();
    return head == null ? "" : "/" + root.getLocalPart() + "/" + head.getLocalPart() + "[1]";
  }

  /** Whether what a rule says of the element at a path follows from another mistake. */
  boolean explains(String code, String path) {
    return !Rulebook.get().readsText(code) && (explainsHead(code) || around.contains(path) || isWithin(path));
  }

  /** The same of a node. What is around it answers first, since its own path takes time to work out. */
  boolean explains(String code, NodeInfo node, Paths paths) {
    if (Rulebook.get().readsText(code)) {
      return false;
    }
    NodeInfo element = node.getNodeKind() == Type.ELEMENT ? node : node.getParent();
    if (element == null || element.getNodeKind() != Type.ELEMENT) {
      return explains(code, "");
    }
    return explainsHead(code)
        || isWithin(element.getParent(), paths)
        || around.contains(paths.of(element))
        || places.contains(paths.of(element));
  }

  private boolean explainsHead(String code) {
    return headBroken && Rulebook.get().readsHead(code);
  }

  private boolean isWithin(String path) {
    return places.contains(path) || !path.isEmpty() && isWithin(parent(path));
  }

  private boolean isWithin(NodeInfo element, Paths paths) {
    if (element == null || element.getNodeKind() != Type.ELEMENT) {
      return places.contains("");
    }
    Boolean known = within.get(element);
    if (known == null) {
      known = isWithin(element.getParent(), paths) || places.contains(paths.of(element));
      within.put(element, known);
    }
    return known;
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
