package jilu.validate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jilu.edition.Source;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.NodeKindTest;
import net.sf.saxon.tree.iter.AxisIterator;
import net.sf.saxon.type.Type;

/**
 * Where the grammar is broken in a file: rules presuppose what it demands and would only repeat it there. Worked out when
 * a rule first fails, as most never do. Two threads may ask.
 */
final class Broken {
  /** Mistakes in attributes: beyond their element they matter only to the one around it. */
  private static final Set<String> OF_ATTRIBUTES = Set.of("J018", "J102", "J103", "J104", "J111", "J112", "J113", "J114");

  private final List<Finding> ofGrammar;
  private final Source source;
  private final SourceText text;

  private boolean known;
  private Mistakes mistakes = new Mistakes(List.of(), new BitSet());

  /** The path of the root, where something in its first element is broken: what is said of a whole file is read there. */
  private Optional<String> headless = Optional.empty();

  Broken(List<Finding> ofGrammar, Source source, SourceText text) {
    this.ofGrammar = ofGrammar;
    this.source = source;
    this.text = text;
  }

  private void look() {
    known = true;
    List<String> paths = new ArrayList<>();
    var attributes = new BitSet();
    for (Finding finding : ofGrammar) {
      boolean ofAttributes = isOfAttributes(finding, text) || isStray(finding, text);
      // What is of a namespace was read as if it were mended.
      if (!Reader.isOfNamespace(finding) && (ofAttributes || isOfStructure(finding))) {
        attributes.set(paths.size(), ofAttributes);
        paths.add(finding.path());
      }
    }
    mistakes = new Mistakes(paths, attributes);
    Optional<String> head = ofGrammar.isEmpty() ? Optional.empty() : head(source);
    headless = head.filter(mistakes::anyOfStructureIn).map(Mistakes::parent);
  }

  private static boolean isOfAttributes(Finding mistake, SourceText text) {
    return OF_ATTRIBUTES.contains(mistake.code()) || mistake.code().equals("J117") && !isAtTag(mistake, text);
  }

  /** What slipped in between elements has left them as they were. */
  private static boolean isStray(Finding mistake, SourceText text) {
    return mistake.code().equals("J108") && GrammarCheck.stray(text.text(), text.offset(mistake.place())).isPresent();
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
  private static Optional<String> head(Source source) {
    AxisIterator roots = source.tree().getUnderlyingNode().iterateAxis(AxisInfo.CHILD, NodeKindTest.ELEMENT);
    NodeInfo root = roots.next();
    NodeInfo head = root == null ? null : root.iterateAxis(AxisInfo.CHILD, NodeKindTest.ELEMENT).next();
    return Optional.ofNullable(head).map(first -> "/" + root.getLocalPart() + "/" + first.getLocalPart() + "[1]");
  }

  /** Whether what a rule says of the element at a path follows from another mistake. */
  synchronized boolean explains(String code, String path) {
    if (!known) {
      look();
    }
    return !Rulebook.get().readsText(code) && (explainsHead(code) || mistakes.explain(path) || isHeadless(() -> path));
  }

  /** The same of a node. */
  synchronized boolean explains(String code, NodeInfo node, Paths paths) {
    if (!known) {
      look();
    }
    if (mistakes.areNone() || Rulebook.get().readsText(code)) {
      return false;
    }
    NodeInfo element = node.getNodeKind() == Type.ELEMENT ? node : node.getParent();
    if (element == null || element.getNodeKind() != Type.ELEMENT) {
      return explains(code, "");
    }
    return explainsHead(code) || mistakes.explain(element, paths) || isHeadless(() -> paths.of(element));
  }

  private boolean explainsHead(String code) {
    return headless.isPresent() && Rulebook.get().readsHead(code);
  }

  private boolean isHeadless(Supplier<String> path) {
    return headless.isPresent() && headless.get().equals(path.get());
  }
}
