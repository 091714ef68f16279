package jilu.validate;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.type.Type;

/**
 * The elements of a file in which there are mistakes, as their paths, and what these explain: what a rule says of such an
 * element, of those in it, and of the two around it. A mistake in attributes explains what is said of the element and
 * the one around it. For the first elements asked for, each mistake is looked at; for many they are put in order once.
 */
final class Mistakes {
  /** For so many questions it takes longer to put the mistakes in order. */
  private static final int FEW = 50;

  /** How far up a mistake in attributes does not reach. */
  private static final int NOWHERE = -1;

  private final String[] paths;

  /** Of each path, of that of the element around it, and of the one around that: most questions these answer. */
  private final int[] lengths;

  private final int[] parents;
  private final int[] grandparents;

  private int asked;
  private Optional<InOrder> inOrder = Optional.empty();

  /**
   * @param paths of the elements in which they are
   * @param ofAttributes which of them are in attributes
   */
  Mistakes(List<String> paths, BitSet ofAttributes) {
    this.paths = paths.toArray(String[]::new);
    lengths = new int[this.paths.length];
    parents = new int[this.paths.length];
    grandparents = new int[this.paths.length];
    // Paths are far apart in memory: asked for nothing but their lengths, several are on their way at a time.
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = this.paths[i].length();
    }
    for (int i = 0; i < lengths.length; i++) {
      parents[i] = endOfParent(this.paths[i], lengths[i]);
      grandparents[i] = ofAttributes.get(i) ? NOWHERE : endOfParent(this.paths[i], parents[i]);
    }
  }

  boolean areNone() {
    return paths.length == 0;
  }

  /** Whether any but in attributes is in an element or in those in it. */
  boolean anyOfStructureIn(String path) {
    for (int i = 0; i < paths.length; i++) {
      if (grandparents[i] != NOWHERE && isWithin(paths[i], path)) {
        return true;
      }
    }
    return false;
  }

  /** Whether they explain what is said of the element at a path. */
  boolean explain(String path) {
    return asked++ < FEW ? anyExplains(path) : inOrder().explain(path);
  }

  boolean explain(NodeInfo element, Paths pathsOf) {
    return asked++ < FEW ? anyExplains(pathsOf.of(element)) : inOrder().explain(element, pathsOf);
  }

  private boolean anyExplains(String of) {
    int length = of.length();
    for (int i = 0; i < paths.length; i++) {
      boolean around = length == lengths[i] || length == parents[i] || length == grandparents[i];
      boolean within = length > lengths[i] && grandparents[i] != NOWHERE;
      if (around && paths[i].startsWith(of) || within && isWithin(of, paths[i])) {
        return true;
      }
    }
    return false;
  }

  private InOrder inOrder() {
    if (inOrder.isEmpty()) {
      inOrder = Optional.of(new InOrder());
    }
    return inOrder.get();
  }

  /** All of them by their paths. */
  private final class InOrder {
    /** Of elements that explain what is said of them and of all in them. */
    private final Set<String> places = new HashSet<>(2 * paths.length);

    /** Of elements whose own rules the mistakes explain: those around them. */
    private final Set<String> around = new HashSet<>(2 * paths.length);

    /** Whether elements are such or within one: of all their children it is the same. */
    private final Map<NodeInfo, Boolean> within = new HashMap<>();

    InOrder() {
      String parent = "";
      for (int i = 0; i < paths.length; i++) {
        String path = paths[i];
        // Most are in the same element as the one before, whose name is known then.
        boolean beside = parents[i] == parent.length() && path.startsWith(parent);
        parent = beside ? parent : parent(path);
        around.add(parent);
        if (grandparents[i] == NOWHERE) {
          around.add(path);
        } else {
          places.add(path);
          around.add(path.substring(0, grandparents[i]));
        }
      }
    }

    boolean explain(String path) {
      return around.contains(path) || isWithin(path);
    }

    /** What is around it answers first, since its own path takes time to work out. */
    boolean explain(NodeInfo element, Paths pathsOf) {
      return isWithin(element.getParent(), pathsOf)
          || around.contains(pathsOf.of(element))
          || places.contains(pathsOf.of(element));
    }

    private boolean isWithin(String path) {
      return places.contains(path) || !path.isEmpty() && isWithin(parent(path));
    }

    private boolean isWithin(NodeInfo element, Paths pathsOf) {
      if (element == null || element.getNodeKind() != Type.ELEMENT) {
        return places.contains("");
      }
      Boolean known = within.get(element);
      if (known == null) {
        known = isWithin(element.getParent(), pathsOf) || places.contains(pathsOf.of(element));
        within.put(element, known);
      }
      return known;
    }
  }

  private static boolean isWithin(String path, String around) {
    return path.startsWith(around)
        && (around.isEmpty() || path.length() == around.length() || path.charAt(around.length()) == '/');
  }

  /** That of the path up to an offset. */
  private static int endOfParent(String path, int end) {
    return Math.max(0, path.lastIndexOf('/', end - 1));
  }

  static String parent(String path) {
    return path.substring(0, endOfParent(path, path.length()));
  }
}
