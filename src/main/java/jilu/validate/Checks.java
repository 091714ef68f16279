package jilu.validate;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jilu.edition.Card;
import jilu.edition.Catalog;
import jilu.edition.Edition;
import jilu.edition.Room;
import jilu.edition.Source;
import jilu.edition.Store;
import jilu.quote.Audit;
import jilu.quote.Audited;
import jilu.quote.Passages;
import jilu.quote.Shelf;
import jilu.transform.Stylesheet;
import jilu.transform.Xslt;
import jilu.words.Refusal;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmNode;
import org.xml.sax.ContentHandler;

/** Every check of an edition: each file on its own, then what they say of one another. */
public final class Checks {
  /** What a grammar says of an element as such. */
  private static final Set<String> OF_ELEMENTS = Set.of("J101", "J105", "J109", "J110", "J116", "J117");

  private final Xslt xslt;
  private final Reader reader;
  private final Schemas schemas;
  private final Room room;

  public Checks(Xslt xslt, Reader reader) {
    this(xslt, reader, Room.USUAL);
  }

  Checks(Xslt xslt, Reader reader, Room room) {
    this(xslt, reader, new Schemas(xslt), room);
  }

  private Checks(Xslt xslt, Reader reader, Schemas schemas, Room room) {
    this.xslt = xslt;
    this.reader = reader;
    this.schemas = schemas;
    this.room = room;
  }

  /** Checks with other schemas than the program's own. */
  public static Checks with(Xslt xslt, Reader reader, List<Path> schemas) throws IOException {
    return new Checks(xslt, reader, new Schemas(xslt, schemas), Room.USUAL);
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

  /** The same without what a build needs of the catalog besides, which takes longer than the checks. */
  public List<Finding> findings(Edition edition) throws IOException {
    return run(edition, false).findings();
  }

  public Result run(Edition edition) throws IOException {
    return run(edition, true);
  }

  private Result run(Edition edition, boolean whole) throws IOException {
    // A build asks the catalog when the checks are done.
    try (var shelf = new Shelf(room);
        var store = new Store(whole ? Long.MAX_VALUE : room.bytes());
        var defined = new Defined(room.numbers())) {
      return run(edition, Comparing.with(xslt, whole, shelf, store, defined));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Result run(Edition edition, Comparing wanted) throws IOException {
    if (edition.files().isEmpty()) {
      return new Result(List.of(nothingToRead(edition)), Catalog.of(List.of()), List.of());
    }
    Read read = read(edition, wanted);
    // Of an edition with errors nothing is built.
    boolean builds = wanted.isForBuild() && isSound(read.findings());
    Catalog catalog = builds ? Catalog.of(read.cards(), read.records(), xslt) : Catalog.of(read.cards());
    List<Finding> findings = new ArrayList<>(read.findings());
    List<Audited> audit = List.of();
    // Pointers to a file that could not be read would all seem broken.
    if (read.cards().size() == edition.files().size()) {
      wanted.defined().complete();
      Set<Place> refused =
          findings.stream().filter(f -> OF_ELEMENTS.contains(f.code())).map(Finding::place).collect(Collectors.toSet());
      var links = new Links(new Places(reader, edition, read.repaired()), edition, catalog, wanted.defined(), refused);
      List<Finding> across = new ArrayList<>(located(links.check()));
      // Where an id or an address itself is wrong, nothing is reached.
      Set<Place> told =
          findings.stream().filter(f -> Set.of("J114", "J242").contains(f.code())).map(Finding::place)
              .collect(Collectors.toSet());
      across.removeIf(f -> Set.of("J303", "J309").contains(f.code()) && told.contains(f.place()));
      // A mistake weighs as much as what follows from it and is not told.
      Set<Path> heavy =
          findings.stream().filter(f -> f.severity() == Severity.ERROR && links.brokenPointers().contains(f.place()))
              .map(Finding::file).collect(Collectors.toSet());
      findings.removeIf(f -> links.brokenPointers().contains(f.place()));
      across.forEach(f -> findings.add(heavy.contains(f.file()) ? f.weighing(Severity.ERROR) : f));
      withoutConsequences(findings);
      findings.addAll(located(Ledger.of(edition).check(catalog)));
      List<Quoted> quoted =
          Audit.of(
              inReadingOrder(read.passages(), catalog),
              room,
              outcomes -> quoted(outcomes, new Places(reader, edition, read.repaired()), wanted.isForBuild()));
      audit = quoted.stream().flatMap(q -> q.outcomes().stream()).toList();
      quoted.stream().flatMap(q -> q.findings().stream())
          .filter(f -> !links.brokenTags().contains(f.place())).forEach(findings::add);
    } else {
      findings.add(unread(edition, read));
    }
    return new Result(inOrder(findings), catalog, audit);
  }

  /** Told at the first of the files that could not be read. */
  private static Finding unread(Edition edition, Read read) {
    Set<String> known = read.cards().stream().map(card -> card.entry().file()).collect(Collectors.toSet());
    Path first =
        edition.files().stream().filter(file -> !known.contains(edition.name(file))).findFirst().orElseThrow();
    return Finding.of("J027", Place.of(first));
  }

  /** Checks each file on its own, and takes of it what can be compared with others. */
  private Read read(Edition edition, Comparing wanted) {
    var comparing = Optional.of(wanted);
    return Read.of(each(edition.files(), file -> check(file, edition.name(file), true, comparing)));
  }

  /**
   * What is known of all files.
   *
   * @param records what a build needs besides
   * @param repaired the files that had to be read as they were probably meant, and how their namespace is mended
   */
  private record Read(
      List<Finding> findings,
      List<Card> cards,
      List<XdmNode> records,
      List<Shelf.Volume> passages,
      Map<String, Optional<Fix>> repaired) {
    static Read of(List<Checked> files) {
      List<Compared> compared = files.stream().flatMap(file -> file.compared().stream()).toList();
      return new Read(
          files.stream().flatMap(file -> file.findings().stream()).toList(),
          compared.stream().map(Compared::card).toList(),
          compared.stream().flatMap(file -> file.record().stream()).toList(),
          compared.stream().map(Compared::passages).toList(),
          files.stream().filter(file -> file.compared().filter(Compared::repaired).isPresent())
              .collect(
                  Collectors.toUnmodifiableMap(
                      file -> file.compared().orElseThrow().card().entry().file(),
                      file -> Reader.namespace(file.findings()))));
    }
  }

  /** What follows from another mistake in the same file is not told. */
  private static void withoutConsequences(List<Finding> findings) {
    Map<Path, Set<String>> told =
        findings.stream().collect(groupingBy(Finding::file, Collectors.mapping(Finding::code, Collectors.toSet())));
    findings.removeIf(f -> Rulebook.get().presupposed(f.code()).stream().anyMatch(told.get(f.file())::contains));
  }

  /** What is told of the quotations of one file, and what a build needs of them besides. */
  private record Quoted(List<Finding> findings, List<Audited> outcomes) {}

  private static List<Quoted> quoted(List<Audited> outcomes, Places places, boolean whole) {
    try {
      List<Finding> findings = located(Quotations.findings(outcomes, places));
      return findings.isEmpty() && !whole ? List.of() : List.of(new Quoted(findings, whole ? outcomes : List.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Shelf.Volume> inReadingOrder(List<Shelf.Volume> files, Catalog catalog) {
    List<String> order = catalog.entries().stream().map(Catalog.Entry::id).toList();
    Map<String, Integer> places = IntStream.range(0, order.size()).boxed().collect(Collectors.toMap(order::get, i -> i, Math::min));
    return files.stream().sorted(Comparator.comparing(file -> places.get(file.document()))).toList();
  }

  /** Files that belong to no edition, each on its own. */
  public List<Finding> run(List<Path> files) {
    List<Checked> checked = each(files, file -> check(file, file.getFileName().toString(), false, Optional.empty()));
    return inOrder(checked.stream().flatMap(file -> file.findings().stream()).toList());
  }

  /**
   * Each file is a task of its own, and who is idle takes the largest that is left: of files in a row one thread would
   * have the large ones and the other would wait.
   */
  private static List<Checked> each(List<Path> files, Function<Path, Checked> check) {
    List<ForkJoinTask<Checked>> tasks = new ArrayList<>();
    files.forEach(file -> tasks.add(ForkJoinTask.adapt(() -> check.apply(file))));
    long[] sizes = files.stream().mapToLong(file -> file.toFile().length()).toArray();
    List<Integer> order =
        IntStream.range(0, sizes.length).boxed().sorted(Comparator.comparingLong(i -> sizes[i])).toList();
    // The last of them is the first that another thread takes.
    ForkJoinTask.invokeAll(order.stream().map(tasks::get).toList());
    return tasks.stream().map(ForkJoinTask::join).toList();
  }

  private record Checked(Optional<Compared> compared, List<Finding> findings) {}

  /**
   * What of a file can be compared with others.
   *
   * @param record what a build needs besides
   * @param repaired whether it had to be read as it was probably meant
   */
  private record Compared(Card card, Optional<XdmNode> record, Shelf.Volume passages, boolean repaired) {}

  /** What an edition wants to know of a file besides its mistakes. */
  private record Comparing(
      Stylesheet links,
      Stylesheet quotations,
      Optional<Stylesheet> catalog,
      Shelf shelf,
      Store store,
      Defined defined) {
    static Comparing with(Xslt xslt, boolean whole, Shelf shelf, Store store, Defined defined) {
      Optional<Stylesheet> catalog = whole ? Optional.of(xslt.stylesheet("catalog.xsl")) : Optional.empty();
      return new Comparing(
          xslt.stylesheet("links.xsl"), xslt.stylesheet("quotations.xsl"), catalog, shelf, store, defined);
    }

    boolean isForBuild() {
      return catalog.isPresent();
    }

    Compared of(Source source, SourceText text, boolean sound) {
      var file = Map.of("file", new XdmAtomicValue(source.name()));
      Card card = Card.of(source, links, store);
      defined.add(card.definitions());
      return new Compared(
          card,
          catalog.filter(stylesheet -> sound).map(stylesheet -> stylesheet.tree(source.tree(), file)),
          shelf.put(Passages.of(source, quotations)),
          text != text.onDisk());
    }
  }

  private static boolean isSound(List<Finding> findings) {
    return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  private Checked check(Path file, String name, boolean edition, Optional<Comparing> comparing) {
    try {
      List<Finding> findings = new ArrayList<>();
      List<Rules> rules = new ArrayList<>();
      Reader.Checked checked =
          reader.check(
              file,
              name,
              (text, found) -> {
                Schemas.Chosen chosen = schemas.of(text, edition);
                found.addAll(chosen.findings());
                rules.clear();
                rules.addAll(chosen.rules());
                List<ContentHandler> handlers = new ArrayList<>();
                chosen.grammars().forEach(grammar -> handlers.add(new GrammarCheck(text, grammar, found)));
                if (comparing.isEmpty()) {
                  handlers.add(new OwnPointers(text, found));
                }
                return new Reader.Wanted(handlers, comparing.isPresent() || !chosen.rules().isEmpty());
              });
      findings.addAll(located(checked.findings(), checked.text().onDisk()));
      boolean sound = isSound(findings);
      Optional<Compared> compared =
          comparing.flatMap(wanted -> checked.source().map(source -> wanted.of(source, checked.text(), sound)));
      checked.source().ifPresent(source -> {
        var broken = new Broken(List.copyOf(findings), source, checked.text().onDisk());
        rules.forEach(set -> findings.addAll(set.check(source, checked.text(), broken)));
      });
      return new Checked(compared, List.copyOf(findings));
    } catch (IOException e) {
      return new Checked(Optional.empty(), List.of(Finding.of("J004", Place.of(file), Refusal.why(e))));
    }
  }

  /** Names the element around each finding that has none yet. */
  private static List<Finding> located(List<Finding> findings, SourceText text) {
    if (findings.isEmpty()) {
      return findings;
    }
    Map<Integer, String> paths =
        Markup.paths(text.text(), findings.stream().filter(f -> f.path().isEmpty()).map(f -> text.offset(f.place())).toList());
    return findings.stream()
        .map(f -> f.path().isEmpty() ? f.inside(paths.getOrDefault(text.offset(f.place()), "")) : f)
        .toList();
  }

  /** The same for findings of several files, which were read long ago. */
  private static List<Finding> located(List<Finding> findings) {
    return findings.stream().collect(groupingBy(Finding::file)).entrySet().parallelStream()
        .flatMap(file -> located(file.getKey(), file.getValue()).stream())
        .toList();
  }

  private static List<Finding> located(Path file, List<Finding> findings) {
    try {
      return Files.isRegularFile(file)
          ? located(findings, Encoding.decode(file, Files.readAllBytes(file)).text())
          : findings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By their places, each once. Only those of one place can be equal: a finding is long to compare with all before. */
  private static List<Finding> inOrder(List<Finding> findings) {
    List<Finding> sorted = findings.stream().sorted(Finding.BY_PLACE).toList();
    List<Finding> each = new ArrayList<>(sorted.size());
    int first = 0;
    for (Finding finding : sorted) {
      if (!each.isEmpty() && Finding.BY_PLACE.compare(each.get(first), finding) != 0) {
        first = each.size();
      }
      if (!each.subList(first, each.size()).contains(finding)) {
        each.add(finding);
      }
    }
    return List.copyOf(each);
  }

  private static Finding nothingToRead(Edition edition) {
    return Files.isDirectory(edition.tei())
        ? Finding.of("J005", Place.of(edition.tei()))
        : Finding.of("J005.tei", Place.of(edition.folder()));
  }
}
