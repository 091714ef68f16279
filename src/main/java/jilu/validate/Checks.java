package jilu.validate;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
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

  /** How many rules stand in the given schemas that are not run. */
  public Map<Path, Integer> rulesNotRun() {
    return schemas.rulesNotRun();
  }

  /**
   * The findings in order of place, the catalog of all files that could be read, and what came of their quotations.
   *
   * @param settled the warnings and remarks of which the edition says that they stay
   */
  public record Result(List<Finding> findings, List<Finding> settled, Catalog catalog, List<Audited> audit) {
    public boolean hasErrors() {
      return count(Severity.ERROR) > 0;
    }

    public long count(Severity severity) {
      return findings.stream().filter(finding -> finding.severity() == severity).count();
    }
  }

  public List<Finding> findings(Edition edition) throws IOException {
    return look(edition).findings();
  }

  /** The same as a run without what a build needs of the catalog besides, which takes longer than the checks. */
  public Result look(Edition edition) throws IOException {
    return run(edition, false);
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
      return new Result(List.of(nothingToRead(edition)), List.of(), Catalog.of(List.of()), List.of());
    }
    Read read = read(edition, wanted);
    // Of an edition with errors nothing is built.
    boolean builds = wanted.isForBuild() && Finding.areSound(read.findings());
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
      findings.addAll(located(Ledger.of(edition).check(catalog, links.lostByFiles())));
      List<Quoted> quoted =
          Audit.of(
              inReadingOrder(read.passages(), catalog),
              room,
              outcomes -> {
                var places = new Places(reader, edition, read.repaired());
                return quoted(outcomes, places, links.brokenTags(), wanted.isForBuild());
              });
      audit = quoted.stream().flatMap(q -> q.outcomes().stream()).toList();
      quoted.forEach(q -> findings.addAll(q.findings()));
    } else {
      findings.add(unread(edition, read));
    }
    var ids = new IdsAround(xslt, reader, edition, read.repaired());
    Settled.Outcome outcome = Settled.of(edition).outcome(inOrder(findings), ids);
    return new Result(inOrder(outcome.told()), outcome.settled(), catalog, audit);
  }

  /** Told at the first of the files that could not be read. */
  private static Finding unread(Edition edition, Read read) {
    Set<String> known = read.cards().stream().map(card -> card.entry().file()).collect(Collectors.toSet());
    Path first =
        edition.files().stream().filter(file -> !known.contains(edition.name(file))).findFirst().orElseThrow();
    return Finding.of(Files.isDirectory(first) ? "J027.folder" : "J027", Place.of(first));
  }

  /** Checks each file on its own, and takes of it what can be compared with others. */
  private Read read(Edition edition, Comparing wanted) {
    var comparing = Optional.of(wanted);
    return Read.of(each(edition.files(), file -> new Inspection(file, edition.name(file), reader, schemas, comparing)));
  }

  /**
   * What is known of all files.
   *
   * @param records what a build needs besides
   * @param repaired the files that had to be read as they were probably meant, and how their namespaces are mended
   */
  private record Read(
      List<Finding> findings,
      List<Card> cards,
      List<XdmNode> records,
      List<Shelf.Volume> passages,
      Map<String, List<Fix>> repaired) {
    static Read of(List<Inspection.Result> files) {
      List<Comparing.Compared> compared = files.stream().flatMap(file -> file.compared().stream()).toList();
      return new Read(
          files.stream().flatMap(file -> file.findings().stream()).toList(),
          compared.stream().map(Comparing.Compared::card).toList(),
          compared.stream().flatMap(file -> file.record().stream()).toList(),
          compared.stream().map(Comparing.Compared::passages).toList(),
          files.stream().filter(file -> file.compared().filter(Comparing.Compared::repaired).isPresent())
              .collect(
                  Collectors.toUnmodifiableMap(
                      file -> file.compared().orElseThrow().card().entry().file(),
                      file -> Reader.namespaces(file.findings()))));
    }
  }

  /** What follows from another mistake in the same file is not told. */
  private static void withoutConsequences(List<Finding> findings) {
    Map<Path, Set<String>> told =
        findings.stream().collect(groupingBy(Finding::file, Collectors.mapping(Finding::code, Collectors.toSet())));
    findings.removeIf(f -> Rulebook.get().presupposed(f.code()).stream().anyMatch(told.get(f.file())::contains));
    List<Finding> all = List.copyOf(findings);
    Set<Finding> heavy = new HashSet<>();
    findings.removeIf(
        f -> {
          List<String> causes = Rulebook.get().explained(f.code());
          if (causes.stream().noneMatch(told.get(f.file())::contains)) {
            return false;
          }
          Optional<Finding> first =
              all.stream().filter(cause -> causes.contains(cause.code()) && isBeside(cause, f)).findFirst();
          first.filter(cause -> f.severity() == Severity.ERROR).ifPresent(heavy::add);
          return first.isPresent();
        });
    // A mistake weighs as much as what follows from it.
    if (!heavy.isEmpty()) {
      findings.replaceAll(f -> heavy.contains(f) ? f.weighing(Severity.ERROR) : f);
    }
  }

  private static boolean isBeside(Finding one, Finding other) {
    String parent = other.path().substring(0, other.path().lastIndexOf('/') + 1);
    return one.file().equals(other.file()) && !parent.isEmpty() && one.path().startsWith(parent);
  }

  /** What is told of the quotations of one file, and what a build needs of them besides. */
  private record Quoted(List<Finding> findings, List<Audited> outcomes) {}

  private static List<Quoted> quoted(List<Audited> outcomes, Places places, Set<Place> broken, boolean whole) {
    try {
      List<Finding> findings = located(Quotations.findings(outcomes, places, broken));
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

  /**
   * Files that belong to no edition, each on its own.
   *
   * @param files each once
   */
  public List<Finding> run(List<Path> files) {
    List<Path> inOrder = files.stream().sorted(Comparator.comparing(Path::toString)).toList();
    return each(inOrder, file -> new Inspection(file, file.getFileName().toString(), reader, schemas, Optional.empty()))
        .stream().flatMap(file -> file.findings().stream()).toList();
  }

  /**
   * Who is idle takes the largest batch that is left: of batches in a row one thread would have the large ones and the
   * other would wait.
   */
  private static List<Inspection.Result> each(List<Path> files, Function<Path, Inspection> inspection) {
    List<Batch> batches = Batch.of(files);
    Queue<Integer> largestFirst =
        IntStream.range(0, batches.size()).boxed()
            .sorted(Comparator.comparingLong(i -> -batches.get(i).cost()))
            .collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
    List<List<Inspection.Result>> results = new ArrayList<>(Collections.nCopies(batches.size(), List.of()));
    // Which of the tasks it is does not matter: a thread takes its own from one end, those of another from the other.
    ForkJoinTask.invokeAll(
        batches.stream().map(
            any -> ForkJoinTask.adapt(() -> {
              int next = largestFirst.remove();
              List<Path> together = batches.get(next).files();
              results.set(next, Inspection.run(together.stream().map(inspection).toList()));
            })).toList());
    return results.stream().flatMap(List::stream).toList();
  }

  /** Names the elements around findings of several files, which were read long ago. */
  private static List<Finding> located(List<Finding> findings) {
    return findings.stream().collect(groupingBy(Finding::file)).entrySet().parallelStream()
        .flatMap(file -> located(file.getKey(), file.getValue()).stream())
        .toList();
  }

  private static List<Finding> located(Path file, List<Finding> findings) {
    try {
      return Files.isRegularFile(file)
          ? Inspection.located(findings, Encoding.decode(file, Files.readAllBytes(file)).text())
          : findings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By their places, each once. Only those of one place can be equal: a finding is long to compare with all before. */
  static List<Finding> inOrder(List<Finding> findings) {
    List<Finding> sorted = findings.stream().sorted(Finding.BY_PLACE).toList();
    List<Finding> each = new ArrayList<>(sorted.size());
    int first = 0;
    for (Finding finding : sorted) {
      boolean isAtFirst = !each.isEmpty() && Finding.BY_PLACE.compare(each.get(first), finding) == 0;
      first = isAtFirst ? first : each.size();
      if (!isAtFirst || !each.subList(first, each.size()).contains(finding)) {
        each.add(finding);
      }
    }
    return List.copyOf(each);
  }

  private Finding nothingToRead(Edition edition) {
    return Files.isDirectory(edition.tei()) ? Finding.of("J005", Place.of(edition.tei()))
        : Finding.of(schemas.areNamed() ? "J005.files" : "J005.tei", Place.of(edition.folder()));
  }
}
