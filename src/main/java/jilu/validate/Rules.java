package jilu.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jilu.edition.Source;
import jilu.transform.Stylesheet;
import jilu.transform.Xslt;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;

/** The rules of the ODD that a grammar cannot say (Schematron), compiled by SchXslt and run on one file at a time. */
public final class Rules {
  private final Xslt xslt;
  private final Stylesheet rules;
  private final XPathCompiler svrl;

  public Rules(Xslt xslt) {
    this.xslt = xslt;
    Stylesheet transpiler = xslt.stylesheetOnClassPath("content/transpile.xsl");
    XdmNode schema = xslt.tree(Xslt.source("schemas/jilu.sch"));
    rules = xslt.compile(transpiler.tree(schema, Map.of()).asSource());
    svrl = xslt.xpath();
    svrl.declareNamespace("svrl", "http://purl.oclc.org/dsdl/svrl");
  }

  public List<Finding> check(Source source) throws IOException {
    XdmNode report = rules.tree(source.tree(), Map.of());
    var findings = new ArrayList<Finding>();
    try {
      for (XdmItem item : svrl.evaluate("//svrl:failed-assert | //svrl:successful-report", report)) {
        findings.add(finding(source, (XdmNode) item));
      }
    } catch (SaxonApiException e) {
      throw new IllegalStateException(e);
    }
    return findings;
  }

  private Finding finding(Source source, XdmNode result) throws IOException, SaxonApiException {
    String message = svrl.evaluate("normalize-space(svrl:text)", result).toString();
    String role = value(result, "@role");
    Severity severity =
        switch (role) {
          case "warning", "warn" -> Severity.WARNING;
          case "information", "info" -> Severity.INFO;
          default -> Severity.ERROR;
        };
    Place place = new Nodes(xslt, source).place(value(result, "@location"), Optional.empty());
    return Finding.at(value(result, "@id"), severity, place, message, Optional.empty());
  }

  private String value(XdmNode node, String path) throws SaxonApiException {
    return svrl.evaluate("string(" + path + ")", node).toString();
  }
}
