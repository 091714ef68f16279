package jilu.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.transform.stream.StreamSource;
import jilu.edition.Source;
import jilu.transform.Stylesheet;
import jilu.transform.Xslt;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;

/** Rules that a grammar cannot say (Schematron), compiled by SchXslt and run on one file at a time. */
public final class Rules {
  private static final String OTHERS = "J199";

  private final Xslt xslt;
  private final Stylesheet rules;
  private final XPathCompiler svrl;

  private Rules(Xslt xslt, Stylesheet rules) {
    this.xslt = xslt;
    this.rules = rules;
    svrl = xslt.xpath();
    svrl.setCaching(true);
    svrl.declareNamespace("svrl", "http://purl.oclc.org/dsdl/svrl");
  }

  /** Those of the ODD, made into a stylesheet when the program was built. */
  public static Rules profile(Xslt xslt) {
    return new Rules(xslt, xslt.compile(Xslt.source("schemas/jilu.sch.xsl")));
  }

  /** Those of someone else. */
  static Rules of(Xslt xslt, Path file) throws IOException {
    try (var stream = Files.newInputStream(file)) {
      XdmNode schema = xslt.tree(new StreamSource(stream, file.toUri().toString()));
      Stylesheet transpiler = xslt.stylesheetOnClassPath("content/transpile.xsl");
      return new Rules(xslt, xslt.compile(transpiler.tree(schema, Map.of()).asSource()));
    } catch (IllegalStateException e) {
      throw new IOException("The schema " + file + " does not compile: " + e.getMessage(), e);
    }
  }

  List<Finding> check(Source source, SourceText text) {
    XdmNode report = rules.tree(source.tree(), Map.of());
    var findings = new ArrayList<Finding>();
    var nodes = new Nodes(xslt, source, text);
    try {
      for (XdmItem item : svrl.evaluate("//svrl:failed-assert | //svrl:successful-report", report)) {
        findings.add(finding(nodes, (XdmNode) item));
      }
    } catch (SaxonApiException e) {
      throw new IllegalStateException(e);
    }
    return findings;
  }

  private Finding finding(Nodes nodes, XdmNode result) throws SaxonApiException {
    String english = value(result, "normalize-space(svrl:text)");
    String chinese = value(result, "normalize-space((svrl:diagnostic-reference[starts-with(@xml:lang, 'zh')], svrl:text)[1])");
    String id = value(result, "@id");
    boolean known = Rulebook.get().rule(id).isPresent();
    Severity severity =
        switch (value(result, "(@role, @flag)[1]")) {
          case "warning", "warn" -> Severity.WARNING;
          case "information", "info" -> Severity.INFO;
          default -> Severity.ERROR;
        };
    String location = value(result, "@location");
    Place place = nodes.place(location, known ? Rulebook.get().attribute(id) : Optional.empty());
    Text said = known || id.isEmpty() ? new Text(english, chinese) : new Text(english + " [" + id + "]", chinese + " [" + id + "]");
    return Finding.at(known ? id : OTHERS, severity, place, said, Optional.empty()).inside(path(location));
  }

  /** A location without namespaces and without the number of the root, as findings show it. */
  private static String path(String location) {
    return location.replaceAll("Q\\{[^}]*\\}", "").replaceFirst("^(/[^/\\[]+)\\[1\\]", "$1").replaceFirst("/@.*$", "");
  }

  private String value(XdmNode node, String path) throws SaxonApiException {
    return svrl.evaluate("string(" + path + ")", node).toString();
  }
}
