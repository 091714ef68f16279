package jilu.validate;

import static net.sf.saxon.s9api.streams.Steps.descendant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jilu.transform.Xslt;
import jilu.words.Text;
import jilu.words.Words;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmArray;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;

/** What is wrong with rules of someone else, with its line, which the stylesheet that is made of them no longer knows. */
final class RuleMistakes {
  static final String SCHEMATRON = "http://purl.oclc.org/dsdl/schematron";

  /** What no language around XPath makes right: its grammar, prefixes that nobody declares. */
  private static final Set<String> OF_XPATH = Set.of("XPST0003", "XPST0081");

  private final Xslt xslt;
  private final XdmNode schema;

  /** @param schema read with the numbers of its lines */
  RuleMistakes(Xslt xslt, XdmNode schema) {
    this.xslt = xslt;
    this.schema = schema;
  }

  /** How many rules it holds. */
  long rules() {
    return schema.select(descendant(SCHEMATRON, "rule")).count();
  }

  /** What is missing, and what points to nothing. */
  List<Text> inStructure() {
    return xslt.stylesheet("odd/mistakes.xsl").value(schema, Map.of()).stream().map(RuleMistakes::said).toList();
  }

  private static Text said(XdmItem mistake) {
    List<XdmValue> parts = ((XdmArray) mistake).asList();
    int line = ((XdmNode) parts.get(1).itemAt(0)).getLineNumber();
    return Words.of("schema." + parts.get(0), line, parts.get(2).toString(), parts.get(3).toString());
  }

  /**
   * The expressions that cannot be read.
   *
   * @param told what was said of all rules together: not all that may stand in rules is known to XPath alone
   */
  List<Text> inExpressions(String told) {
    XPathCompiler compiler = xslt.xpath();
    compiler.setAllowUndeclaredVariables(true);
    schema.select(descendant(SCHEMATRON, "ns"))
        .forEach(ns -> compiler.declareNamespace(ns.attribute("prefix"), ns.attribute("uri")));
    return xslt.stylesheet("odd/expressions.xsl").value(schema, Map.of()).stream()
        .flatMap(expression -> wrong(compiler, (XdmNode) expression, told).stream())
        .toList();
  }

  private static Optional<Text> wrong(XPathCompiler compiler, XdmNode expression, String told) {
    try {
      compiler.compile(expression.getStringValue());
      return Optional.empty();
    } catch (SaxonApiException e) {
      String why = e.getMessage().strip();
      boolean alone = e.getErrorCode() != null && OF_XPATH.contains(e.getErrorCode().getLocalName());
      return alone || told.contains(why)
          ? Optional.of(
              Words.of(
                  "schema.xpath", expression.getParent().getLineNumber(), expression.getNodeName().getLocalName(),
                  expression.getStringValue(), why))
          : Optional.empty();
    }
  }
}
