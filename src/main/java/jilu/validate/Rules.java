package jilu.validate;

import static net.sf.saxon.s9api.streams.Steps.child;
import static net.sf.saxon.s9api.streams.Steps.descendant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import jilu.edition.Source;
import jilu.transform.Stylesheet;
import jilu.transform.Xslt;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmNode;

/** Rules that a grammar cannot say (Schematron), compiled by SchXslt and run on one file at a time. */
public final class Rules {
  private static final String OTHERS = "J199";

  private static final String SVRL = "http://purl.oclc.org/dsdl/svrl";
  private static final QName LANG = new QName("http://www.w3.org/XML/1998/namespace", "lang");

  private final Stylesheet rules;

  private Rules(Stylesheet rules) {
    this.rules = rules;
  }

  /** Those of the ODD, made into a stylesheet when the program was built. */
  public static Rules profile(Xslt xslt) {
    return new Rules(xslt.compile(Xslt.source("schemas/jilu.sch.xsl")));
  }

  /** Those of someone else. */
  static Rules of(Xslt xslt, Path file) throws IOException {
    try (var stream = Files.newInputStream(file)) {
      XdmNode schema = xslt.tree(new StreamSource(stream, file.toUri().toString()));
            return new Rules(xslt.compile(transpiler(xslt).tree(schema, Map.of()).asSource()));
    } catch (IllegalStateException e) {
      throw new IOException("The schema " + file + " does not compile: " + e.getMessage(), e);
    }
  }

  /** Reports only what fails: most of a full report would say of each element that it is in order. */
  static Stylesheet transpiler(Xslt xslt) {
    var compact = new QName("http://dmaus.name/ns/2023/schxslt", "compact-report");
    return xslt.stylesheetOnClassPath("content/transpile.xsl", Map.of(compact, new XdmAtomicValue(true)));
  }

  List<Finding> check(Source source, SourceText text) {
    XdmNode report = rules.tree(source.tree(), Map.of());
    var nodes = new Nodes(source, text);
    return Stream.of("failed-assert", "successful-report")
        .flatMap(kind -> report.select(descendant(SVRL, kind)))
        .map(result -> finding(nodes, result))
        .toList();
  }

  private static Finding finding(Nodes nodes, XdmNode result) {
    String english = result.select(child(SVRL, "text")).findFirst().map(Rules::words).orElse("");
    String chinese =
        result.select(child(SVRL, "diagnostic-reference").then(child(SVRL, "text")).where(Rules::isChinese)).findFirst().map(Rules::words).orElse(english);
    String id = attribute(result, new QName("id")).orElse("");
    boolean known = Rulebook.get().rule(id).isPresent();
    Severity severity =
        switch (attribute(result, new QName("role")).or(() -> attribute(result, new QName("flag"))).orElse("")) {
          case "warning", "warn" -> Severity.WARNING;
          case "information", "info" -> Severity.INFO;
          default -> Severity.ERROR;
        };
    String location = attribute(result, new QName("location")).orElse("/");
    Place place = nodes.place(location, known ? Rulebook.get().attribute(id) : Optional.empty());
    String suffix = known || id.isEmpty() ? "" : " [" + id + "]";
    var said = new Text(english + suffix, chinese + suffix);
    return Finding.at(known ? id : OTHERS, severity, place, said, Optional.empty()).inside(path(location));
  }

  /** A location without namespaces and without the number of the root, as findings show it. */
  private static String path(String location) {
    return location.replaceAll("Q\\{[^}]*\\}", "").replaceFirst("^(/[^/\\[]+)\\[1\\]", "$1").replaceFirst("/@.*$", "");
  }

  private static boolean isChinese(XdmNode words) {
    return attribute(words, LANG).or(() -> attribute(words.getParent(), LANG)).orElse("").startsWith("zh");
  }

  private static Optional<String> attribute(XdmNode node, QName name) {
    return Optional.ofNullable(node.getAttributeValue(name));
  }

  private static String words(XdmNode text) {
    return text.getStringValue().strip().replaceAll("\\s+", " ");
  }
}
