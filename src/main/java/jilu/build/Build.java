package jilu.build;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jilu.data.Data;
import jilu.data.Pieces;
import jilu.edition.Catalog;
import jilu.edition.Catalog.Entry;
import jilu.edition.Edition;
import jilu.epub.Epub;
import jilu.print.Pdf;
import jilu.prove.Proof;
import jilu.quote.AuditData;
import jilu.release.Release;
import jilu.transform.Stylesheet;
import jilu.transform.Xslt;
import jilu.validate.Checks;
import jilu.validate.Finding;
import jilu.validate.Ledger;
import jilu.validate.Place;
import jilu.validate.Reader;
import jilu.validate.Severity;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;

/** TEI in, edition out: each line of {@link #run} is one arrow of the picture in the README. */
public final class Build {
  private final Edition edition;
  private final Path output;
  private final Progress progress;
  private final PrintDesign design;
  private final Xslt xslt = new Xslt();
  private final Reader reader = new Reader(xslt);

  public Build(Edition edition, Path output, Progress progress) {
    this(edition, output, progress, PrintDesign.SCREEN);
  }

  public Build(Edition edition, Path output, Progress progress, PrintDesign design) {
    this.design = design;
    this.edition = edition;
    this.output = output;
    this.progress = progress;
  }

  /**
   * What came of a build.
   *
   * @param html the site; empty when errors kept it from being written
   * @param pdf the book, of as many pages
   * @param characters how many were proven the same from the source to every output
   */
  public record Report(
      List<Finding> findings, int documents, Optional<Path> html, Optional<Path> pdf, int pages, int characters) {
    private static Report withoutOutput(List<Finding> findings, int documents) {
      return new Report(findings, documents, Optional.empty(), Optional.empty(), 0, 0);
    }

    public long count(Severity severity) {
      return findings.stream().filter(finding -> finding.severity() == severity).count();
    }
  }

  public Report run() throws IOException {
    Staging.check(output);
    progress.stage("checking");
    Checks.Result checked = new Checks(xslt, reader).run(edition);
    Catalog catalog = checked.catalog();
    int documents = catalog.documents().size();
    if (checked.hasErrors()) {
      return Report.withoutOutput(checked.findings(), documents);
    }
    List<Finding> unprintable = preflight(catalog);
    if (!unprintable.isEmpty()) {
      return Report.withoutOutput(Stream.concat(checked.findings().stream(), unprintable.stream()).toList(), documents);
    }
    try (Staging staging = Staging.beside(output)) {
      standalone(catalog, AuditData.of(checked.audit()), staging);
      String book = "pdf/" + catalog.edition().orElseThrow().id() + ".pdf";
      Map<String, String> printedPages = new HashMap<>();
      var data = new Data(xslt, staging::file);
      Map<String, XdmValue> citing = Book.citing(xslt, data, catalog, id -> tei(staging, id));
      Pdf.Result printed = pdf(catalog, staging, book, citing, printedPages);
      Files.copy(staging.file(book), staging.file("html/" + book));
      html(catalog, staging, data, Pages.printed(xslt, book, printedPages));
      search(catalog, staging);
      data.whole();
      moved(catalog, staging);
      String epub = "epub/" + catalog.edition().orElseThrow().id() + ".epub";
      epub(catalog, staging, epub, printedPages);
      Files.copy(staging.file(epub), staging.file("html/" + epub));
      files(catalog, staging);
      Proof.Result proof = prove(catalog, staging, book, citing, epub);
      List<Finding> findings = new ArrayList<>(checked.findings());
      findings.addAll(problems(printed, output.resolve(book)));
      findings.addAll(proof.findings());
      if (findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR)) {
        staging.swapIn();
        return new Report(
            findings,
            documents,
            Optional.of(output.resolve("html")),
            Optional.of(output.resolve(book)),
            printed.pages(),
            proof.characters());
      }
      return Report.withoutOutput(findings, documents);
    }
  }

  private List<Finding> preflight(Catalog catalog) throws IOException {
    var preflight = new Preflight();
    List<Finding> findings = new ArrayList<>();
    for (Entry entry : catalog.entries()) {
      findings.addAll(preflight.check(edition.tei().resolve(entry.file())));
    }
    return findings;
  }

  private Proof.Result prove(
      Catalog catalog, Staging staging, String book, Map<String, XdmValue> citing, String epub) throws IOException {
    progress.stage("proof");
    Stylesheet fo = xslt.stylesheet("fo.xsl");
    return Proof.brief(xslt, edition, catalog)
        .run(
            reader::read,
            staging.file("html"),
            staging.file(book),
            staging.file(epub),
            (id, indexes) -> fo.tree(xslt.read(tei(staging, id)), design.parameters(citing, indexes)));
  }

  /** Each file with all that its pages need copied in. */
  private void standalone(Catalog catalog, XdmValue audit, Staging staging) throws IOException {
    progress.stage("standalone");
    Stylesheet standalone = xslt.stylesheet("standalone.xsl");
    for (Entry entry : catalog.entries()) {
      XdmNode tree = reader.read(edition.tei().resolve(entry.file()), entry.file()).tree();
      Files.write(tei(staging, entry.id()), standalone.bytes(tree, Map.of("catalog", catalog.tree(), "audit", audit)));
    }
    Stylesheet evidence = xslt.stylesheet("evidence.xsl");
    for (String language : Pages.LANGUAGES) {
      for (String page : Pages.EVIDENCE) {
        var name = new XdmAtomicValue(page);
        var words = new XdmAtomicValue(language);
        var parameters = Map.of("catalog", catalog.tree(), "audit", audit, "page", name, "interface", words);
        Files.write(tei(staging, Pages.evidenceId(page, language, catalog)), evidence.bytes(parameters));
      }
    }
    Stylesheet data = xslt.stylesheet("interventions-data.xsl");
    for (String format : List.of("json", "csv")) {
      var parameters = Map.of("catalog", catalog.tree(), "format", new XdmAtomicValue(format));
      Files.write(staging.file("data/interventions." + format), data.bytes(parameters));
    }
    for (Catalog.Resource resource : catalog.resources().toList()) {
      Path copy = staging.file("html/tei/" + resource.href());
      if (Files.notExists(copy)) {
        Files.copy(edition.inside(resource.href()), copy);
      }
    }
  }

  private void html(Catalog catalog, Staging staging, Data data, Pages pages) throws IOException {
    progress.stage("html");
    Map<String, XdmMap> references = new HashMap<>();
    for (Entry entry : catalog.entries()) {
      if (entry.role() != Catalog.Role.REGISTER) {
        XdmNode standalone = xslt.read(tei(staging, entry.id()));
        references.put(entry.id(), data.references(standalone));
        data.document(standalone, references.get(entry.id()));
      }
    }
    for (Pages.Page page : pages.of(catalog).stream().filter(p -> !p.comesLast()).toList()) {
      List<XdmNode> documents = new ArrayList<>();
      for (String id : page.documents()) {
        documents.add(xslt.read(tei(staging, id)));
      }
      XdmNode standalone = xslt.read(tei(staging, page.id()));
      Files.write(staging.file("html/" + page.address()), pages.bytes(page, standalone, documents,
          page.references(references)));
    }
    byte[] sitemap = pages.sitemap(catalog, xslt.read(tei(staging, catalog.edition().orElseThrow().id())));
    if (sitemap.length > 0) {
      Files.write(staging.file("html/sitemap.xml"), sitemap);
    }
    for (String asset : List.of("jilu.css", "jilu.js", "jilu.svg")) {
      copy("xslt/assets/" + asset, staging.file("html/assets/" + asset));
    }
    for (String schema : List.of("jilu.odd", "jilu.rng", "jilu.xsd", "jilu.sch")) {
      copy("schemas/" + schema, staging.file("html/schemas/" + schema));
    }
  }

  /** What the search page needs: the words of the edition itself, then of each document. */
  private void search(Catalog catalog, Staging staging) throws IOException {
    progress.stage("search");
    var passages = new Passages(xslt);
    for (Entry entry : catalog.entries()) {
      if (entry.role() != Catalog.Role.REGISTER) {
        passages.add(entry, xslt.read(tei(staging, entry.id())));
      }
    }
    passages.index().write(staging.file("html/search/index.js").getParent());
  }

  private static void copy(String resource, Path file) throws IOException {
    try (var stream = Xslt.source(resource).getInputStream()) {
      Files.copy(stream, file);
    }
  }

  private Pdf.Result pdf(
      Catalog catalog, Staging staging, String path, Map<String, XdmValue> citing, Map<String, String> pages)
      throws IOException {
    progress.stage("pdf");
    Entry edition = catalog.edition().orElseThrow();
    Stylesheet fo = xslt.stylesheet("fo.xsl");
    var book = new Book(xslt, fo, design.parameters(citing, false), edition.id(), id -> tei(staging, id));
    Pdf pdf = Pdf.create(name -> Files.newInputStream(staging.file("html/tei/" + name)));
    Pdf.Result printed = pdf.render(book, date(catalog), staging.file(path));
    Files.writeString(staging.file("data/pages.json"), PageMap.json(path, book.places()));
    book.places().forEach((id, page) -> pages.put(id, page.label()));
    return printed;
  }

  /** The pages at addresses that were released and moved; the errata are published with the data. */
  private void moved(Catalog catalog, Staging staging) throws IOException {
    Ledger ledger = Ledger.of(edition);
    if (!ledger.tombstones().isEmpty()) {
      var whole = ledger.lines().stream().filter(line -> line.id().equals(line.document()));
      XdmValue documents = new XdmValue(whole.map(line -> new XdmAtomicValue(line.id())).toList());
      XdmMap tombstones = XdmMap.makeMap(new LinkedHashMap<>(ledger.tombstones()));
      var parameters = Map.of("catalog", catalog.tree(), "tombstones", tombstones, "documents", documents);
      XdmNode pages = xslt.stylesheet("moved.xsl").call(parameters);
      for (Map.Entry<String, byte[]> file : Pieces.of(pages).files().entrySet()) {
        Files.write(staging.file(file.getKey()), file.getValue());
      }
    }
    List<String> errata = Release.published(edition);
    if (!errata.isEmpty()) {
      Files.write(staging.file("data/errata.tsv"), errata);
    }
  }

  /** The data stand in the site too, so that it is whole by itself; its pages that tell of files and releases come last. */
  private void files(Catalog catalog, Staging staging) throws IOException {
    for (String name : names(staging.file("data"))) {
      Path copy = staging.file("html/data/" + name);
      if (Files.notExists(copy)) {
        Files.copy(staging.file("data/" + name), copy);
      }
    }
    Map<String, Long> sizes = new TreeMap<>();
    for (String folder : List.of("pdf", "epub", "tei", "cite", "data", "schemas")) {
      for (String name : names(staging.file("html/" + folder))) {
        sizes.put(folder + "/" + name, Files.size(staging.file("html/" + folder + "/" + name)));
      }
    }
    XdmValue errata = new XdmValue(Release.published(edition).stream().map(XdmAtomicValue::new).toList());
    var pages = new Pages(xslt);
    for (Pages.Page page : pages.of(catalog).stream().filter(Pages.Page::comesLast).toList()) {
      var known = Map.of("sizes", XdmMap.makeMap(sizes), "errata", errata);
      Files.write(staging.file("html/" + page.address()), pages.bytes(page, xslt.read(tei(staging, page.id())), known));
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted().toList();
    }
  }

  private void epub(Catalog catalog, Staging staging, String path, Map<String, String> pages) throws IOException {
    progress.stage("epub");
    var epub = new Epub(xslt, catalog.documents().stream().map(Entry::id).toList(), pages);
    for (Entry entry : catalog.entries()) {
      if (entry.role() != Catalog.Role.REGISTER) {
        epub.add(xslt.read(tei(staging, entry.id())));
      }
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(staging.file(path)))) {
      epub.write(out);
    }
  }

  /** The edition's own date, so that the same edition is the same bytes on any day. */
  private static Instant date(Catalog catalog) {
    return catalog.date().orElse(LocalDate.EPOCH).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  static List<Finding> problems(Pdf.Result printed, Path book) {
    return printed.problems().stream()
        .map(
            problem ->
                Finding.of(
                    "J401." + problem.id(),
                    Place.of(book),
                    problem.id(),
                    problem.message(),
                    problem.page(),
                    problem.excess(),
                    problem.subject()))
        .toList();
  }

  private static Path tei(Staging staging, String id) throws IOException {
    return staging.file("html/tei/" + id + ".xml");
  }
}
