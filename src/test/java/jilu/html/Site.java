package jilu.html;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.xml.transform.stream.StreamSource;
import jilu.build.Pages;
import jilu.build.Passages;
import jilu.data.Data;
import jilu.edition.Catalog;
import jilu.edition.Catalog.Entry;
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
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;

/** The pages of an edition, made in memory, and XPath to look at them. */
final class Site {
  static final Xslt XSLT = new Xslt();
  static final Stylesheet HTML = XSLT.stylesheet("html.xsl");

  /** A page, the standalone TEI it is made from, and its address in the site; whether it shows the text of that file. */
  record Page(String address, XdmNode tei, String html, boolean isText) {
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

  /** An edition checked, and the standalone form of each of its files. */
  private record Made(Catalog catalog, Map<String, XdmNode> trees) {
    static Made of(Path folder) throws IOException {
      var edition = Edition.in(folder);
      var reader = new Reader(XSLT);
      var checked = new Checks(XSLT, reader).run(edition);
      return new Made(checked.catalog(), standalone(edition, reader, checked));
    }

    List<XdmNode> of(Pages.Page page) {
      return page.documents().stream().map(trees::get).toList();
    }
  }

  static List<Page> pages(Path folder) throws IOException {
    var made = Made.of(folder);
    var site = new Pages(XSLT);
    List<Page> pages = new ArrayList<>();
    for (Pages.Page page : site.of(made.catalog)) {
      var tei = made.trees.get(page.id());
      boolean shows = !page.parameters().containsKey("page") || page.address().endsWith("preface.html");
      boolean isText = !page.id().startsWith("jilu.") && shows && !strings(tei, "/t:TEI/t:text").isEmpty();
      pages.add(new Page(page.address(), tei, text(site.bytes(page, tei, made.of(page), new XdmMap())), isText));
    }
    return pages;
  }

  /** Writes pages, style, script and search index of an edition, without the book. */
  static List<String> write(Path folder, Path output) throws IOException {
    var made = Made.of(folder);
    var site = new Pages(XSLT);
    var data = new Data(XSLT, output::resolve);
    Map<String, XdmMap> references = new HashMap<>();
    for (Entry entry : made.catalog.entries()) {
      if (entry.role() != Catalog.Role.REGISTER) {
        references.put(entry.id(), data.references(made.trees.get(entry.id())));
      }
    }
    List<String> addresses = new ArrayList<>();
    for (Pages.Page page : site.of(made.catalog)) {
      var file = output.resolve(page.address());
      Files.createDirectories(file.getParent());
      Files.write(file, site.bytes(page, made.trees.get(page.id()), made.of(page), page.references(references)));
      addresses.add(page.address());
    }
    var passages = new Passages(XSLT);
    for (Entry entry : made.catalog.entries()) {
      if (entry.role() != Catalog.Role.REGISTER) {
        passages.add(entry, made.trees.get(entry.id()));
      }
    }
    passages.index().write(output.resolve("search"));
    Files.createDirectories(output.resolve("assets"));
    for (String asset : List.of("jilu.css", "jilu.js", "jilu.svg")) {
      Files.copy(Path.of("xslt/assets", asset), output.resolve("assets").resolve(asset), StandardCopyOption.REPLACE_EXISTING);
    }
    return addresses;
  }

  private static Map<String, XdmNode> standalone(Edition edition, Reader reader, Checks.Result checked) throws IOException {
    var catalog = checked.catalog();
    var audit = AuditData.of(checked.audit());
    var standalone = XSLT.stylesheet("standalone.xsl");
    Map<String, XdmNode> trees = new HashMap<>();
    for (Entry entry : catalog.entries()) {
      var source = reader.read(edition.tei().resolve(entry.file()), entry.file()).tree();
      trees.put(entry.id(), parse(text(standalone.bytes(source, Map.of("catalog", catalog.tree(), "audit", audit)))));
    }
    for (var language : Pages.LANGUAGES) {
      for (var page : Pages.EVIDENCE) {
        var name = new XdmAtomicValue(page);
        var words = new XdmAtomicValue(language);
        var parameters = Map.of("catalog", catalog.tree(), "audit", audit, "page", name, "interface", words);
        trees.put(Pages.evidenceId(page, language, catalog), parse(text(XSLT.stylesheet("evidence.xsl").bytes(parameters))));
      }
    }
    return trees;
  }

  /** The pages that show the text of a document. */
  static List<Page> texts(Path folder) throws IOException {
    return pages(folder).stream().filter(Page::isText).toList();
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
