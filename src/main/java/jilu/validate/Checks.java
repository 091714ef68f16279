package jilu.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jilu.edition.Catalog;
import jilu.edition.Edition;
import jilu.release.Ledger;
import jilu.quote.Audit;
import jilu.quote.Audited;
import jilu.quote.Passages;
import jilu.transform.Stylesheet;
import jilu.transform.Xslt;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmNode;

/** Every check of an edition: each file on its own, then what they say of one another. */
public final class Checks {
  private final Xslt xslt;
  private final Reader reader;
  private final Grammar grammar;
  private final Rules rules;
  private final Stylesheet record;
  private final Stylesheet quotations;

  public Checks(Xslt xslt, Reader reader) {
    this.xslt = xslt;
    this.reader = reader;
    this.grammar = Grammar.profile();
    this.rules = new Rules(xslt);
    this.record = xslt.stylesheet("catalog.xsl");
    this.quotations = xslt.stylesheet("quotations.xsl");
  }

  /** The findings in order of place, the catalog of all files that could be read, and what came of their quotations. */
  public record Result(List<Finding> findings, Catalog catalog, List<Audited> audit) {
    public boolean hasErrors() {
      return count(Severity.ERROR) > 0;
    }

    public long count(Severity severity) {
      return findings.stream().filter(finding -> finding.severity() == severity).count();
    }
  }

  public Result run(Edition edition) throws IOException {
    if (edition.files().isEmpty()) {
      return new Result(List.of(nothingToRead(edition)), Catalog.merge(xslt, List.of()), List.of());
    }
    List<Checked> checked =
        edition.files().parallelStream().map(file -> check(file, edition.name(file))).toList();
    List<XdmNode> records = checked.stream().flatMap(c -> c.record().stream()).toList();
    Catalog catalog = Catalog.merge(xslt, records);
    List<Finding> findings = new ArrayList<>();
    List<Audited> audit = List.of();
    checked.forEach(c -> findings.addAll(c.findings()));
    // Pointers to a file that could not be read would all seem broken.
    if (records.size() == checked.size()) {
      var links = new Links(xslt, reader, edition, catalog);
      List<Finding> broken = links.check();
      findings.removeIf(finding -> links.brokenTags().contains(finding.place()));
      findings.addAll(broken);
      findings.addAll(Ledger.of(edition).check(catalog));
      audit = Audit.of(inReadingOrder(checked.stream().flatMap(c -> c.passages().stream()).toList(), catalog));
      List<Finding> quotations = new ArrayList<>(new Quotations(xslt, reader, edition).findings(audit));
      quotations.removeIf(finding -> links.brokenTags().contains(finding.place()));
      findings.addAll(quotations);
    }
    findings.sort(Finding.BY_PLACE);
    return new Result(findings, catalog, audit);
  }

  private static List<Passages> inReadingOrder(List<Passages> files, Catalog catalog) {
    List<String> order = catalog.entries().stream().map(Catalog.Entry::id).toList();
    Map<String, Integer> places = IntStream.range(0, order.size()).boxed().collect(Collectors.toMap(order::get, i -> i, Math::min));
    return files.stream().sorted(Comparator.comparing(file -> places.get(file.document()))).toList();
  }

  private record Checked(Optional<XdmNode> record, Optional<Passages> passages, List<Finding> findings) {}

  private Checked check(Path file, String name) {
    try {
      Reader.Reading reading = reader.check(file, name, grammar);
      List<Finding> findings = new ArrayList<>(reading.findings());
      Optional<XdmNode> tree = reading.source().map(source -> record.tree(source.tree(), Map.of("file", new XdmAtomicValue(name))));
      // Rules presuppose what the grammar demands; where it is broken they would only repeat it.
      if (findings.isEmpty() && reading.source().isPresent()) {
        findings.addAll(rules.check(reading.source().get()));
      }
      Optional<Passages> passages = reading.source().map(source -> Passages.of(name, quotations.tree(source.tree(), Map.of())));
      return new Checked(tree, passages, findings);
    } catch (IOException e) {
      return new Checked(
          Optional.empty(),
          Optional.empty(),
          List.of(
              Finding.error("J004", Place.of(file), "The file cannot be read (" + e.getMessage() + ").", "Check that it exists and may be read.")));
    }
  }

  private static Finding nothingToRead(Edition edition) {
    return Files.isDirectory(edition.tei())
        ? Finding.error("J005", Place.of(edition.tei()), "There is no XML file in this folder.", "Put TEI files in it.")
        : Finding.error(
            "J005",
            Place.of(edition.folder()),
            "There is no folder tei here.",
            "Name the folder that holds tei/, or start one.");
  }
}
