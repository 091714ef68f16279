package jilu.validate;

import static net.sf.saxon.s9api.streams.Steps.child;
import static net.sf.saxon.s9api.streams.Steps.descendant;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.sax.SAXSource;
import jilu.edition.Source;
import jilu.transform.Parsers;
import jilu.transform.Stylesheet;
import jilu.transform.TransformException;
import jilu.transform.Wanted;
import jilu.transform.Xslt;
import jilu.words.Refusal;
import jilu.words.Text;
import net.sf.saxon.ma.arrays.ArrayItem;
import net.sf.saxon.om.GroundedValue;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.tree.tiny.TinyNodeImpl;
import net.sf.saxon.tree.tiny.TinyTree;
import net.sf.saxon.type.Type;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Rules that a grammar cannot say (Schematron), run on several files at a time. */
public abstract class Rules {
  private static final String OTHERS = "J199";
  /** LINE SEPARATOR, which our rules have between what is wrong and what to do. */
  private static final String ADVICE = "\u2028";

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Of the stylesheet that is made of rules, and of where it came from, their author knows nothing. */
  private static final Pattern OF_STYLESHEET =
      Pattern.compile("^A stylesheet does not compile: |^: |[^ ]*transpile\\.xsl:-?\\d+: ");

  /** What the rules need to know of a file: its tree, its text, and what is broken in it already. */
  record Subject(Source source, SourceText text, Broken broken) {
    private TinyTree tree() {
      return treeOf((NodeInfo) source.tree().getUnderlyingNode());
    }

    private boolean isLong() {
      return text.text().length() > Inspection.LONG;
    }
  }

  /** What the rules find in each of the files, but for what is explained. */
  abstract List<List<Finding>> check(List<Subject> files);

  private static TinyTree treeOf(NodeInfo node) {
    return ((TinyNodeImpl) node).getTree();
  }

  /** Those of the ODD, made into a stylesheet of our own when the program was built. */
  public static Rules profile(Xslt xslt) {
    return own(xslt, Xslt.source("schemas/jilu.sch.xsl"));
  }

  /** @param stylesheet what {@code odd/rules.xsl} made of a Schematron schema */
  static Rules own(Xslt xslt, javax.xml.transform.Source stylesheet) {
    return new Own(xslt.compile(stylesheet));
  }

  /**
   * Those of someone else, compiled by SchXslt, which knows all of Schematron.
   *
   * @param file a Schematron schema, or a RELAX NG grammar in which the rules stand
   */
  static Rules of(Xslt xslt, Path file) throws IOException {
    var mistakes = new SchemaMistakes(file);
    try {
      XMLReader parser = Parsers.closed().newSAXParser().getXMLReader();
      parser.setErrorHandler(mistakes);
      DocumentBuilder builder = xslt.documentBuilder();
      builder.setLineNumbering(true);
      return of(xslt, builder.build(new SAXSource(parser, new InputSource(file.toUri().toString()))), file, mistakes);
    } catch (SaxonApiException | SAXException | ParserConfigurationException e) {
      throw mistakes.refusal(e);
    }
  }

  private static Rules of(Xslt xslt, XdmNode schema, Path file, SchemaMistakes mistakes) throws IOException {
    var ofRules = new RuleMistakes(xslt, schema);
    if (ofRules.rules() == 0 && Schemas.isOfRules(file)) {
      throw new Refusal("schema.ruleless", file);
    }
    ofRules.inStructure().forEach(mistakes::add);
    if (mistakes.any()) {
      throw mistakes.refusal();
    }
    XdmNode rules = xslt.stylesheet("odd/embedded.xsl").tree(schema, Map.of());
    try {
      return new Foreign(xslt.compile(transpiler(xslt).tree(rules, Map.of()).asSource()));
    } catch (IllegalStateException | TransformException e) {
      String told = OF_STYLESHEET.matcher(e.getMessage()).replaceAll("");
      ofRules.inExpressions(told).forEach(mistakes::add);
      throw mistakes.refusal(told, e);
    }
  }

  /** Reports only what fails: most of a full report would say of each element that it is in order. */
  private static Stylesheet transpiler(Xslt xslt) {
    var compact = new QName("http://dmaus.name/ns/2023/schxslt", "compact-report");
    return xslt.stylesheetOnClassPath("content/transpile.xsl", Map.of(compact, new XdmAtomicValue(true)));
  }

  /**
   * A rule as the program knows it.
   *
   * @param code of a rule that it does not know: one for all
   * @param suffix names such a rule
   */
  private record Known(String code, String suffix, Optional<String> attribute) {
    private static final Map<String, Known> ALL = new ConcurrentHashMap<>();

    static Known rule(String id) {
      Known known = ALL.get(id);
      return known != null ? known : ALL.computeIfAbsent(id, Known::look);
    }

    private static Known look(String id) {
      return Rulebook.get().knows(id)
          ? new Known(id, "", Rulebook.get().attribute(id))
          : new Known(OTHERS, id.isEmpty() ? "" : " [" + id + "]", Optional.empty());
    }
  }

  private static Finding told(Known rule, String role, Place place, String path, String english, String chinese) {
    Severity severity =
        switch (role) {
          case "warning", "warn", "nonfatal" -> Severity.WARNING;
          case "information", "info" -> Severity.INFO;
          default -> Severity.ERROR;
        };
    String[] inEnglish = parts(english);
    String[] inChinese = parts(chinese);
    var said = new Text(words(inEnglish[0]) + rule.suffix(), words(inChinese[0]) + rule.suffix());
    Optional<Text> advice =
        inEnglish.length > 1 && inChinese.length > 1
            ? Optional.of(new Text(words(inEnglish[1]), words(inChinese[1])))
            : Optional.empty();
    return new Finding(
        rule.code(), severity, place.file(), place.line(), place.column(), path, said, advice, Optional.empty());
  }

  /** What is wrong, and what to do where that follows in a line of its own. */
  private static String[] parts(String text) {
    return text.split(ADVICE, 2);
  }

  private static String words(String text) {
    String words = text.strip();
    return isInOneLine(words) ? words : SPACE.matcher(words).replaceAll(" ");
  }

  private static boolean isInOneLine(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c < ' ' || c == ' ' && words.charAt(i - 1) == ' ') {
        return false;
      }
    }
    return true;
  }

  /** Returns the nodes themselves, whose places are known, so that no path need be followed. */
  private static final class Own extends Rules {
    /** The members of what is said, counted from 0. */
    private static final int ID = 0;

    private static final int ROLE = 1;
    private static final int NODE = 2;
    private static final int ENGLISH = 3;
    private static final int CHINESE = 4;

    private static final QName ALL = new QName("urn:jilu", "all");
    private static final List<QName> PARTS =
        Stream.of("part1", "part2", "part3", "part4").map(part -> new QName("urn:jilu", part)).toList();

    private final Stylesheet rules;

    Own(Stylesheet rules) {
      this.rules = rules;
    }

    @Override
    List<List<Finding>> check(List<Subject> files) {
      List<Told> told = files.stream().map(Told::new).toList();
      run(ALL, told.stream().filter(file -> !file.of.isLong()).toList());
      told.stream().filter(file -> file.of.isLong()).forEach(this::runInParts);
      return told.stream().map(file -> file.findings).toList();
    }

    private void run(QName rules, List<Told> files) {
      Map<TinyTree, Told> byTree = new IdentityHashMap<>();
      files.forEach(file -> byTree.put(file.of.tree(), file));
      Wanted wanted = (id, node) -> byTree.get(treeOf(node)).wants(id, node);
      var trees = new XdmValue(files.stream().map(file -> file.of.source().tree()).toList());
      for (XdmItem item : this.rules.value(rules, Map.of("files", trees, "wanted", Wanted.parameter(wanted)))) {
        var said = (ArrayItem) item.getUnderlyingValue();
        byTree.get(treeOf((NodeInfo) said.get(NODE).itemAt(0))).add(said);
      }
    }

    /** Several threads may have a part of the rules each. */
    private void runInParts(Told file) {
      // Known before, so that no two threads look for the lines.
      file.of.text().lines();
      List<Told> told = PARTS.stream().map(part -> new Told(file.of)).toList();
      ForkJoinTask.invokeAll(
          IntStream.range(0, PARTS.size())
              .mapToObj(i -> ForkJoinTask.adapt(() -> run(PARTS.get(i), List.of(told.get(i))))).toList());
      told.forEach(part -> file.findings.addAll(part.findings));
    }

    /** What is told of a file. */
    private static final class Told {
      private final Subject of;
      private final Paths paths;
      private final List<Finding> findings = new ArrayList<>();

      Told(Subject of) {
        this.of = of;
        this.paths = new Paths(of.tree());
      }

      boolean wants(String id, NodeInfo node) {
        return !of.broken().explains(Known.rule(id).code(), node, paths);
      }

      void add(ArrayItem said) {
        findings.add(finding(said, of.text(), paths));
      }
    }

    private static Finding finding(ArrayItem said, SourceText text, Paths paths) {
      Known rule = Known.rule(words(said.get(ID)));
      NodeInfo node = (NodeInfo) said.get(NODE).itemAt(0);
      Place place = place(node, text, rule.attribute());
      return told(
          rule, words(said.get(ROLE)), place, paths.of(node), words(said.get(ENGLISH)), words(said.get(CHINESE)));
    }

    private static Place place(NodeInfo node, SourceText text, Optional<String> attribute) {
      boolean isAttribute = node.getNodeKind() == Type.ATTRIBUTE;
      NodeInfo element = node.getNodeKind() == Type.ELEMENT ? node : node.getParent();
      if (element == null || element.getNodeKind() != Type.ELEMENT) {
        return Place.of(text.file());
      }
      String name = isAttribute ? node.getDisplayName() : attribute.orElse("");
      return name.isEmpty()
          ? text.tagEndingAt(element.getLineNumber(), element.getColumnNumber())
          : text.attribute(element.getLineNumber(), element.getColumnNumber(), name);
    }

    private static String words(GroundedValue parts) {
      int count = parts.getLength();
      if (count == 1) {
        return parts.itemAt(0).getStringValue();
      }
      String[] words = new String[count];
      for (int i = 0; i < count; i++) {
        words[i] = parts.itemAt(i).getStringValue();
      }
      return String.join("", words);
    }
  }

  /** Reads a report in SVRL. */
  private static final class Foreign extends Rules {
    private static final String SVRL = "http://purl.oclc.org/dsdl/svrl";
    private static final QName LANG = new QName("http://www.w3.org/XML/1998/namespace", "lang");

    private final Stylesheet rules;

    Foreign(Stylesheet rules) {
      this.rules = rules;
    }

    @Override
    List<List<Finding>> check(List<Subject> files) {
      return files.stream().map(this::check).toList();
    }

    private List<Finding> check(Subject file) {
      XdmNode report = rules.tree(file.source().tree(), Map.of());
      var nodes = new Nodes(file.source(), file.text());
      return Stream.of("failed-assert", "successful-report")
          .flatMap(kind -> report.select(descendant(SVRL, kind)))
          .map(result -> finding(nodes, result))
          .filter(finding -> !file.broken().explains(finding.code(), finding.path()))
          .toList();
    }

    private static Finding finding(Nodes nodes, XdmNode result) {
      String english = result.select(child(SVRL, "text")).findFirst().map(XdmNode::getStringValue).orElse("");
      String chinese =
          result.select(child(SVRL, "diagnostic-reference").then(child(SVRL, "text")).where(Foreign::isChinese))
              .findFirst().map(XdmNode::getStringValue).orElse(english);
      String id = a(result, new QName("id")).orElse("");
      String role = a(result, new QName("role")).or(() -> a(result, new QName("flag"))).orElse("");
      String location = location(result);
      Known rule = Known.rule(id);
      return told(rule, role, nodes.place(location, rule.attribute()), path(location), english, chinese);
    }

    private static String location(XdmNode result) {
      return a(result, new QName("location")).orElse("/");
    }

    /** A location without namespaces and without the number of the root, as findings show it. */
    private static String path(String location) {
      return location.replaceAll("Q\\{[^}]*\\}", "").replaceFirst("^(/[^/\\[]+)\\[1\\]", "$1").replaceFirst("/@.*$", "");
    }

    private static boolean isChinese(XdmNode words) {
      return a(words, LANG).or(() -> a(words.getParent(), LANG)).orElse("").startsWith("zh");
    }

    private static Optional<String> a(XdmNode node, QName name) {
      return Optional.ofNullable(node.getAttributeValue(name));
    }
  }
}
