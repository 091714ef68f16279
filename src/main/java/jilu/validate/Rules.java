package jilu.validate;

import static net.sf.saxon.s9api.streams.Steps.child;
import static net.sf.saxon.s9api.streams.Steps.descendant;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;
import java.util.regex.Pattern;
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
import net.sf.saxon.tree.tiny.TinyNodeImpl;
import net.sf.saxon.type.Type;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Rules that a grammar cannot say (Schematron), run on one file at a time. */
public abstract class Rules {
  private static final String OTHERS = "J199";
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Of the stylesheet that is made of rules, and of where it came from, their author knows nothing. */
  private static final Pattern OF_STYLESHEET =
      Pattern.compile("^A stylesheet does not compile: |^: |[^ ]*transpile\\.xsl:-?\\d+: ");

  /** What the rules find in a file, but for what is explained. */
  abstract List<Finding> check(Source source, SourceText text, Broken broken);

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
    var said = new Text(words(english) + rule.suffix(), words(chinese) + rule.suffix());
    return new Finding(
        rule.code(), severity, place.file(), place.line(), place.column(), path, said, Optional.empty(), Optional.empty());
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
        Stream.of("part1", "part2", "part3", "part4").map(mode -> new QName("urn:jilu", mode)).toList();

    private final Stylesheet rules;

    Own(Stylesheet rules) {
      this.rules = rules;
    }

    @Override
    List<Finding> check(Source source, SourceText text, Broken broken) {
      if (text.text().length() <= Inspection.LONG) {
        return run(ALL, source, text, broken);
      }
      // Known before, so that no two threads look for the lines.
      text.lines();
      List<ForkJoinTask<List<Finding>>> parts =
          PARTS.stream().map(mode -> ForkJoinTask.adapt(() -> run(mode, source, text, broken))).toList();
      return ForkJoinTask.invokeAll(parts).stream().flatMap(part -> part.join().stream()).toList();
    }

    private List<Finding> run(QName mode, Source source, SourceText text, Broken broken) {
      var paths = new Paths(((TinyNodeImpl) source.tree().getUnderlyingNode()).getTree());
      Wanted wanted = (id, node) -> !broken.explains(Known.rule(id).code(), node, paths);
      List<Finding> findings = new ArrayList<>();
      for (XdmItem item : rules.value(source.tree(), Map.of("wanted", Wanted.parameter(wanted)), mode)) {
        findings.add(finding((ArrayItem) item.getUnderlyingValue(), text, paths));
      }
      return findings;
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
    List<Finding> check(Source source, SourceText text, Broken broken) {
      XdmNode report = rules.tree(source.tree(), Map.of());
      var nodes = new Nodes(source, text);
      return Stream.of("failed-assert", "successful-report")
          .flatMap(kind -> report.select(descendant(SVRL, kind)))
          .map(result -> finding(nodes, result))
          .filter(finding -> !broken.explains(finding.code(), finding.path()))
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
