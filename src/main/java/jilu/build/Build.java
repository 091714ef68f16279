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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jilu.data.Data;
import jilu.data.Pieces;
import jilu.edition.Catalog;
import jilu.edition.Catalog.Entry;
import jilu.edition.Catalog.Role;
import jilu.edition.Edition;
import jilu.epub.Epub;
import jilu.print.Pdf;
import jilu.prove.Proof;
import jilu.release.Ledger;
import jilu.release.Release;
import jilu.transform.Stylesheet;
import jilu.transform.Xslt;
import jilu.validate.Checks;
import jilu.validate.Finding;
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
  private final Xslt xslt = new Xslt();
  private final Reader reader = new Reader(xslt);

  public Build(Edition edition, Path output, Progress progress) {
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
    progress.stage("Checking");
    Checks.Result checked = new Checks(xslt, reader).run(edition);
    Catalog catalog = checked.catalog();
    int documents = catalog.documents().size();
    if (checked.hasErrors()) {
      return Report.withoutOutput(checked.findings(), documents);
    }
    try (Staging staging = Staging.beside(output)) {
      standalone(catalog, staging);
      var data = new Data(xslt, staging::file);
      html(catalog, staging, data);
      String book = "pdf/" + catalog.edition().orElseThrow().id() + ".pdf";
      data.whole();
      moved(catalog, staging);
      Pdf.Result printed = pdf(catalog, staging, book);
      String epub = "epub/" + catalog.edition().orElseThrow().id() + ".epub";
      epub(catalog, staging, epub);
      data.page(Map.of(epub, Files.size(staging.file(epub)), book, Files.size(staging.file(book))));
      Proof.Result proof = prove(catalog, staging, book, epub);
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

  private Proof.Result prove(Catalog catalog, Staging staging, String book, String epub) throws IOException {
    progress.stage("Proof");
    Stylesheet fo = xslt.stylesheet("fo.xsl");
    return new Proof(xslt, edition, catalog)
        .run(reader::read, staging.file("html"), staging.file(book), staging.file(epub), id -> fo.tree(xslt.read(tei(staging, id)), Map.of()));
  }

  /** Each file with all that its pages need copied in. */
  private void standalone(Catalog catalog, Staging staging) throws IOException {
    progress.stage("Standalone TEI");
    Stylesheet standalone = xslt.stylesheet("standalone.xsl");
    for (Entry entry : catalog.entries()) {
      XdmNode tree = reader.read(edition.tei().resolve(entry.file()), entry.file()).tree();
      Files.write(tei(staging, entry.id()), standalone.bytes(tree, Map.of("catalog", catalog.tree())));
    }
    for (Catalog.Resource resource : catalog.resources().toList()) {
      Path copy = staging.file("html/tei/" + resource.href());
      if (Files.notExists(copy)) {
        Files.copy(edition.inside(resource.href()), copy);
      }
    }
  }

  private void html(Catalog catalog, Staging staging, Data data) throws IOException {
    progress.stage("HTML");
    Stylesheet html = xslt.stylesheet("html.xsl");
    for (Entry entry : catalog.entries()) {
      if (entry.role() != Role.REGISTER) {
        Path page = staging.file(entry.role() == Role.EDITION ? "html/index.html" : "html/documents/" + entry.id() + ".html");
        XdmNode tree = xslt.read(tei(staging, entry.id()));
        XdmMap references = data.references(tree);
        Files.write(page, html.bytes(tree, Map.of("references", references)));
        data.document(tree, references);
      }
    }
    try (var style = Xslt.source("xslt/assets/jilu.css").getInputStream()) {
      Files.copy(style, staging.file("html/assets/jilu.css"));
    }
  }

  private Pdf.Result pdf(Catalog catalog, Staging staging, String path) throws IOException {
    progress.stage("PDF");
    Entry edition = catalog.edition().orElseThrow();
    var book = new Book(xslt, xslt.stylesheet("fo.xsl"), tei(staging, edition.id()), id -> tei(staging, id));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(staging.file(path)))) {
      return Pdf.create().render(book, date(catalog), out);
    }
  }

  /** The pages at addresses that were released and moved; the errata are published with the data. */
  private void moved(Catalog catalog, Staging staging) throws IOException {
    Ledger ledger = Ledger.of(edition);
    if (!ledger.tombstones().isEmpty()) {
      XdmValue documents = new XdmValue(ledger.lines().stream().filter(l -> l.id().equals(l.document())).map(l -> new XdmAtomicValue(l.id())).toList());
      XdmMap tombstones = XdmMap.makeMap(new LinkedHashMap<>(ledger.tombstones()));
      XdmNode pages = xslt.stylesheet("moved.xsl").call(Map.of("catalog", catalog.tree(), "tombstones", tombstones, "documents", documents));
      for (Map.Entry<String, byte[]> file : Pieces.of(pages).files().entrySet()) {
        Files.write(staging.file(file.getKey()), file.getValue());
      }
    }
    byte[] errata = Release.published(edition);
    if (errata.length > 0) {
      Files.write(staging.file("data/errata.tsv"), errata);
    }
  }

  private void epub(Catalog catalog, Staging staging, String path) throws IOException {
    progress.stage("EPUB");
    var epub = new Epub(xslt, catalog.documents().stream().map(Entry::id).toList(), Map.of());
    for (Entry entry : catalog.entries()) {
      if (entry.role() != Role.REGISTER) {
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

  private static List<Finding> problems(Pdf.Result printed, Path book) {
    return printed.problems().stream()
        .map(
            problem ->
                Finding.error(
                    "J401",
                    Place.of(book),
                    problem.id() + ": " + problem.message(),
                    "The book was not written; the one before is as it was."))
        .toList();
  }

  private static Path tei(Staging staging, String id) throws IOException {
    return staging.file("html/tei/" + id + ".xml");
  }
}
