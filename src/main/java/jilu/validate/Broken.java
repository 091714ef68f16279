package jilu.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jilu.edition.Source;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.NodeKindTest;
import net.sf.saxon.tree.iter.AxisIterator;
import net.sf.saxon.type.Type;

/**
 * Where the grammar is broken in a file: rules presuppose what it demands and would only repeat it there. Worked out when
 * a rule first fails, as most never do. For the first findings of rules each mistake is looked at; for many they are put
 * in order once. Two threads may ask.
 */
final class Broken {
  /** Mistakes in attributes: beyond their element they matter only to the one around it. */
  private static final Set<String> OF_ATTRIBUTES = Set.of("J018", "J102", "J103", "J104", "J111", "J112", "J113", "J114");

  /** For so many findings of rules it takes longer to put the mistakes in order. */
  private static final int FEW = 12;

  private final List<Finding> ofGrammar;
  private final Source source;
  private final SourceText text;

  private boolean known;
  private final List<Mistake> mistakes = new ArrayList<>();

  /** The path of the root, where something in its first element is broken: what is said of a whole file is read there. */
  private Optional<String> headless = Optional.empty();

  private Optional<InOrder> inOrder = Optional.empty();
  private int asked;

  /** @param path of the element in which it is */
  private record Mistake(String path, boolean ofAttributes) {
    /** Whether it explains what a rule says of the element at a path: of that element, of what is in it or around it. */
    boolean explains(String of) {
      int length = of.length();
      if (length > path.length()) {
        return !ofAttributes && isWithin(of, path);
      }
      // Most are somewhere else, which one sign shows.
      if (length < path.length() && path.charAt(length) != '/') {
        return false;
      }
      int parent = endOfParent(path);
      boolean near =
          length == path.length() || length == parent || !ofAttributes && length == endOfParent(path, parent);
      return near && path.startsWith(of);
    }
  }

  Broken(List<Finding> ofGrammar, Source source, SourceText text) {
    this.ofGrammar = ofGrammar;
    this.source = source;
    this.text = text;
  }

  private void look() {
    known = true;
    String head = ofGrammar.isEmpty() ? "" : head(source);
    boolean headBroken = false;
    for (Finding finding : ofGrammar) {
      boolean ofAttributes = isOfAttributes(finding, text);
      // What is of a namespace was read as if it were mended.
      if (!Reader.isOfNamespace(finding) && (ofAttributes || isOfStructure(finding))) {
        add(new Mistake(finding.path(), ofAttributes));
        headBroken |= !ofAttributes && !head.isEmpty() && isWithin(finding.path(), head);
      }
    }
    headless = headBroken ? Optional.of(parent(head)) : Optional.empty();
  }

  /** Of several beside one another in one element the first is enough. */
  private void add(Mistake mistake) {
    Mistake last = mistakes.isEmpty() ? null : mistakes.get(mistakes.size() - 1);
    if (last == null || last.ofAttributes() != mistake.ofAttributes() || !last.path().equals(mistake.path())) {
      mistakes.add(mistake);
    }
  }

  private static boolean isOfAttributes(Finding mistake, SourceText text) {
    return OF_ATTRIBUTES.contains(mistake.code()) || mistake.code().equals("J117") && !isAtTag(mistake, text);
  }

  private static boolean isOfStructure(Finding mistake) {
    return mistake.code().startsWith("J1") || mistake.code().equals("J008") || isTagAsText(mistake);
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
  synchronized boolean explains(String code, String path) {
    if (!known) {
      look();
    }
    return !Rulebook.get().readsText(code) && (explainsHead(code) || explains(path));
  }

  /** The same of a node. */
  synchronized boolean explains(String code, NodeInfo node, Paths paths) {
    if (!known) {
      look();
    }
    if (mistakes.isEmpty() || Rulebook.get().readsText(code)) {
      return false;
    }
    NodeInfo element = node.getNodeKind() == Type.ELEMENT ? node : node.getParent();
    if (element == null || element.getNodeKind() != Type.ELEMENT) {
      return explains(code, "");
    }
    return explainsHead(code)
        || (asked < FEW ? explains(paths.of(element)) : inOrder().explains(element, paths));
  }

  private boolean explainsHead(String code) {
    return headless.isPresent() && Rulebook.get().readsHead(code);
  }

  private boolean explains(String path) {
    if (asked == FEW) {
      return inOrder().explains(path);
    }
    asked++;
    for (Mistake mistake : mistakes) {
      if (mistake.explains(path)) {
        return true;
      }
    }
    return headless.filter(path::equals).isPresent();
  }

  private InOrder inOrder() {
    if (inOrder.isEmpty()) {
      inOrder = Optional.of(new InOrder());
    }
    return inOrder.get();
  }

  /** All mistakes by their paths. */
  private final class InOrder {
    /** Of elements that explain what is said of them and of all in them. */
    private final Set<String> places = new HashSet<>(2 * mistakes.size());

    /** Of elements whose own rules the mistakes explain: those around them. */
    private final Set<String> around = new HashSet<>(2 * mistakes.size());

    /** Whether elements are such or within one: of all their children it is the same. */
    private final Map<NodeInfo, Boolean> within = new HashMap<>();

    InOrder() {
      String parent = "";
      for (Mistake mistake : mistakes) {
        String path = mistake.path();
        // Most are in the same element as the one before, whose name is known then.
        boolean beside = endOfParent(path) == parent.length() && path.startsWith(parent);
        parent = beside ? parent : parent(path);
        around.add(parent);
        if (mistake.ofAttributes()) {
          around.add(path);
        } else {
          places.add(path);
          around.add(parent(parent));
        }
      }
      headless.ifPresent(around::add);
    }

    boolean explains(String path) {
      return around.contains(path) || isWithin(path);
    }

    /** What is around it answers first, since its own path takes time to work out. */
    boolean explains(NodeInfo element, Paths paths) {
      return isWithin(element.getParent(), paths)
          || around.contains(paths.of(element))
          || places.contains(paths.of(element));
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
  }

  private static boolean isWithin(String path, String around) {
    return path.startsWith(around)
        && (around.isEmpty() || path.length() == around.length() || path.charAt(around.length()) == '/');
  }

  private static int endOfParent(String path) {
    return endOfParent(path, path.length());
  }

  /** That of the path up to an offset. */
  private static int endOfParent(String path, int end) {
    return Math.max(0, path.lastIndexOf('/', end - 1));
  }

  private static String parent(String path) {
    return path.substring(0, endOfParent(path));
  }
}
