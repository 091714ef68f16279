package jilu.html;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.xml.transform.stream.StreamSource;
import jilu.edition.Catalog.Entry;
import jilu.edition.Catalog.Role;
import jilu.edition.Edition;
import jilu.quote.AuditData;
import jilu.transform.Stylesheet;
import jilu.transform.Xslt;
import jilu.validate.Checks;
import jilu.validate.Reader;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;

/** The pages of an edition, made in memory, and XPath to look at them. */
final class Site {
  static final Xslt XSLT = new Xslt();
  static final Stylesheet HTML = XSLT.stylesheet("html.xsl");

  /** A page, the standalone TEI it is made from, and its address in the site. */
  record Page(String address, XdmNode tei, String html) {
    XdmNode tree() {
      return parse(html);
    }

    /** Whether the page has no words of the sources but in quotations. */
    boolean isGenerated() {
      return strings(tei, "/t:TEI/@xml:id").get(0).startsWith("jilu.");
    }

    @Override
    public String toString() {
      return address;
    }
  }

  private Site() {}

  static List<Page> pages(Path folder) throws IOException {
    var edition = Edition.in(folder);
    var reader = new Reader(XSLT);
    var checked = new Checks(XSLT, reader).run(edition);
    var catalog = checked.catalog();
    var audit = AuditData.of(checked.audit());
    var standalone = XSLT.stylesheet("standalone.xsl");
    List<Page> pages = new ArrayList<>();
    for (Entry entry : catalog.entries()) {
      if (entry.role() != Role.REGISTER) {
        var source = reader.read(edition.tei().resolve(entry.file()), entry.file()).tree();
        var tei = parse(text(standalone.bytes(source, Map.of("catalog", catalog.tree(), "audit", audit))));
        var address = entry.role() == Role.EDITION ? "index.html" : "documents/" + entry.id() + ".html";
        pages.add(new Page(address, tei, html(tei)));
      }
    }
    for (var page : List.of("audit", "interventions", "concordance")) {
      var parameters = Map.of("catalog", catalog.tree(), "audit", audit, "page", new XdmAtomicValue(page));
      var tei = parse(text(XSLT.stylesheet("evidence.xsl").callForBytes(parameters)));
      pages.add(new Page(page + ".html", tei, html(tei)));
    }
    return pages;
  }

  static String html(XdmNode tei) {
    return text(HTML.bytes(tei, Map.of()));
  }

  static XdmNode parse(String xml) {
    return XSLT.tree(new StreamSource(new StringReader(xml)));
  }

  /** The items that an expression selects, as strings; h: is HTML, t: is TEI. */
  static List<String> strings(XdmNode tree, String expression) {
    return StreamSupport.stream(select(tree, expression).spliterator(), false).map(XdmItem::getStringValue).collect(Collectors.toList());
  }

  static Iterable<XdmItem> select(XdmNode tree, String expression) {
    try {
      XPathCompiler xpath = XSLT.xpath();
      xpath.declareNamespace("h", "http://www.w3.org/1999/xhtml");
      xpath.declareNamespace("t", "http://www.tei-c.org/ns/1.0");
      return xpath.evaluate(expression, tree);
    } catch (SaxonApiException e) {
      throw new AssertionError(expression + ": " + e.getMessage(), e);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
