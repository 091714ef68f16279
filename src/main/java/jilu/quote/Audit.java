package jilu.quote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jilu.edition.Room;
import jilu.quote.Shelf.Volume;

/** Compares every quotation with the text that it names, or where it names none, with all texts. */
public final class Audit implements AutoCloseable {
  /** Of a quotation that names its source, half may be altered and it is still found; of others, less. */
  private static final double NAMED = 0.5;

  private static final double SEARCHED = 0.65;

  /** Words from here and there, gathered over a long stretch, are no quotation of it. */
  private static final float SCATTERED = 0.5f;

  /** Where the source is named, even a poor rendering tells something. */
  private static final float ANYTHING = Float.NEGATIVE_INFINITY;

  /** Fewer characters stand everywhere and name nothing. */
  private static final int SEARCHABLE = Index.GRAM;

  /** How many files are looked at before what was seen of them goes into the index. */
  private static final int AT_ONCE = 256;

  /** One for each document, in order. */
  private final List<Volume> volumes;

  /** Those in which each id stands that a quotation names as its source. */
  private final Map<String, List<Integer>> homes = new HashMap<>();

  private final Index index;

  /** The witnesses used last. */
  private final Map<String, Witnesses> open = new LinkedHashMap<>(16, 0.75f, true);

  private final Room room;
  private long held;

  /** The document's own words, and the other words in its file. */
  private record Witnesses(Witness evidence, Witness others) {
    static Witnesses of(Volume volume) {
      Map<Boolean, List<Passage>> parted =
          volume.passages().stream().collect(Collectors.partitioningBy(p -> p.voice() == Passage.Voice.DOCUMENT));
      return new Witnesses(
          Witness.of(volume.document(), true, parted.get(true)),
          Witness.of(volume.document(), false, parted.get(false)));
    }

    Witness get(boolean ofEvidence) {
      return ofEvidence ? evidence : others;
    }

    int length() {
      return evidence.length() + others.length();
    }
  }

  /** What one look at a file tells: where wanted grams stand, and which of the named sources it holds. */
  private record Seen(Index.Grams evidence, Index.Grams others, List<String> sources) {}

  private Audit(List<Volume> files, Room room) {
    this.room = room;
    volumes = documents(files);
    index = new Index(volumes.size(), room.numbers());
    if (files.stream().allMatch(file -> file.quoted() == 0)) {
      index.complete();
      return;
    }
    var wanted = new Index.Wanted(files.stream().mapToLong(Volume::quoted).sum());
    Set<String> sources = ConcurrentHashMap.newKeySet();
    files.parallelStream()
        .flatMap(Audit::comparable)
        .forEach(
            quotation -> {
              wanted.add(claim(quotation).codes());
              sources.addAll(quotation.sources());
            });
    for (int from = 0; from < volumes.size(); from += AT_ONCE) {
      List<Volume> some = volumes.subList(from, Math.min(from + AT_ONCE, volumes.size()));
      List<Seen> seen = some.parallelStream().map(volume -> look(volume, wanted, sources)).toList();
      for (int i = 0; i < seen.size(); i++) {
        int number = from + i;
        seen.get(i).sources().forEach(id -> homes.computeIfAbsent(id, key -> new ArrayList<>(1)).add(number));
        index.add(seen.get(i).evidence(), seen.get(i).others());
      }
    }
    index.complete();
  }

  private static List<Volume> documents(List<Volume> files) {
    Map<String, Volume> documents = new LinkedHashMap<>();
    files.forEach(file -> documents.put(file.document(), file));
    return List.copyOf(documents.values());
  }

  private static Stream<Quotation> comparable(Volume file) {
    return file.quotations().stream().filter(Audit::isComparable);
  }

  private Seen look(Volume volume, Index.Wanted wanted, Set<String> sources) {
    Witnesses witnesses = witnesses(volume);
    return new Seen(
        wanted.of(witnesses.evidence().codes()),
        wanted.of(witnesses.others().codes()),
        Stream.of(Stream.of(volume.document()), witnesses.evidence().within(), witnesses.others().within())
            .flatMap(ids -> ids)
            .filter(sources::contains)
            .distinct()
            .toList());
  }

  private Witness witness(int file, boolean evidence) {
    return witnesses(volumes.get(file)).get(evidence);
  }

  private Witnesses witnesses(Volume volume) {
    synchronized (open) {
      Witnesses known = open.get(volume.document());
      if (known != null) {
        return known;
      }
    }
    Witnesses made = Witnesses.of(volume);
    synchronized (open) {
      if (open.putIfAbsent(volume.document(), made) == null) {
        held += made.length();
      }
      for (var eldest = open.values().iterator(); held > room.characters() && open.size() > 1; eldest.remove()) {
        held -= eldest.next().length();
      }
    }
    return made;
  }

  /**
   * What is made of the outcome of every quotation, in the order of the files given.
   *
   * @param made what to make of those of one file, in the order of its text, by several threads
   */
  public static <T> List<T> of(List<Volume> files, Room room, Function<List<Audited>, List<T>> made)
      throws IOException {
    try (var audit = new Audit(files, room)) {
      return files.parallelStream()
          .filter(file -> file.quoted() > 0)
          .flatMap(file -> made.apply(comparable(file).map(audit::audit).toList()).stream())
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    index.close();
  }

  private Audited audit(Quotation quotation) {
    Folded claim = claim(quotation);
    List<String> sources = quotation.sources().stream().filter(homes::containsKey).toList();
    boolean sourced = !sources.isEmpty();
    if (claim.length() == 0) {
      return new Audited(quotation, sourced, new Outcome.NotFound(), Optional.empty());
    }
    Map<Index.Candidate, Optional<Alignment>> seen = new HashMap<>();
    Optional<Alignment> named = best(named(quotation, claim, sources, true, seen), NAMED);
    if (named.isPresent() && named.get().onlyOmits() && (named.get().isMarked() || claim.length() < SEARCHABLE)) {
      return new Audited(quotation, sourced, Outcome.of(named.get()), Optional.empty());
    }
    List<Alignment> everywhere = searched(quotation, claim, seen);
    Optional<Alignment> searched = best(everywhere.stream().filter(Alignment::evidence), SEARCHED);
    Optional<Alignment> echo =
        best(
            Stream.concat(
                named(quotation, claim, sources, false, seen), everywhere.stream().filter(a -> !a.evidence())),
            SEARCHED);
    Optional<Alignment> same = echo.filter(Alignment::isVerbatim);
    if (!sourced) {
      return searched
          .filter(found -> same.isEmpty() || found.onlyOmits())
          .map(found -> new Audited(quotation, false, Outcome.of(found), found.isVerbatim() ? Optional.empty() : same))
          .orElseGet(() -> new Audited(quotation, false, noEvidence(echo), Optional.empty()));
    }
    if (searched.filter(Alignment::isVerbatim).isPresent() && named.filter(Alignment::onlyOmits).isEmpty()) {
      return new Audited(quotation, true, new Outcome.Elsewhere(searched.get()), Optional.empty());
    }
    if (named.filter(found -> same.isEmpty() || found.onlyOmits() || found.likeness() >= SEARCHED).isPresent()) {
      return new Audited(quotation, true, Outcome.of(named.get()), same);
    }
    return searched
        .filter(found -> same.isEmpty())
        .map(found -> new Audited(quotation, true, new Outcome.Elsewhere(found), Optional.empty()))
        .orElseGet(() -> new Audited(quotation, true, noEvidence(echo), Optional.empty()));
  }

  private static Outcome noEvidence(Optional<Alignment> echo) {
    return echo.<Outcome>map(Outcome.NoEvidence::new).orElseGet(Outcome.NotFound::new);
  }

  /** @param seen what was looked at, which need not be searched again */
  private Stream<Alignment> named(
      Quotation quotation,
      Folded claim,
      List<String> sources,
      boolean evidence,
      Map<Index.Candidate, Optional<Alignment>> seen) {
    return sources.stream()
        .flatMap(
            source ->
                homes.get(source).stream()
                    .flatMap(
                        file -> {
                          int[] range = witness(file, evidence).range(source);
                          var there = new Index.Candidate(file, evidence, range[0], range[1]);
                          Optional<Alignment> found = at(there, quotation, claim, ANYTHING);
                          seen.put(there, found);
                          return found.stream();
                        }));
  }

  /** Of evidence, and of the rest, no more is looked at once the very words are found: nothing is better. */
  private List<Alignment> searched(
      Quotation quotation, Folded claim, Map<Index.Candidate, Optional<Alignment>> seen) {
    if (claim.length() < SEARCHABLE) {
      return List.of();
    }
    List<Alignment> found = new ArrayList<>();
    Set<Boolean> settled = new HashSet<>();
    for (Index.Candidate candidate : index.candidates(claim.codes())) {
      boolean evidence = candidate.evidence();
      if (!settled.contains(evidence)) {
        Optional<Alignment> there =
            seen.containsKey(candidate)
                ? seen.get(candidate).filter(a -> a.score() >= SCATTERED * a.length())
                : at(candidate, quotation, claim, SCATTERED);
        there.ifPresent(found::add);
        if (there.filter(a -> a.isVerbatim() && isUsable(a, SEARCHED)).isPresent()) {
          settled.add(evidence);
        }
      }
    }
    return found;
  }

  private Optional<Alignment> at(Index.Candidate there, Quotation quotation, Folded claim, float least) {
    Witness witness = witness(there.file(), there.evidence());
    return Alignment.find(claim, witness, witness.codesFor(quotation), there.from(), there.to(), least);
  }

  /** The alignment that keeps most of the quotation; of equals, the first. */
  private static Optional<Alignment> best(Stream<Alignment> alignments, double likeness) {
    Function<Alignment, Boolean> verbatim = Alignment::isVerbatim;
    return alignments
        .filter(a -> isUsable(a, likeness))
        .reduce(
            (one, other) ->
                Comparator.comparing(verbatim).thenComparing(Alignment::onlyOmits).thenComparing(Alignment::likeness).compare(other, one) > 0
                    ? other
                    : one);
  }

  private static boolean isUsable(Alignment found, double likeness) {
    return found.likeness() >= likeness
        && found.isRun()
        && (likeness < SEARCHED || found.score() >= SCATTERED * found.length());
  }

  private static boolean isComparable(Quotation quotation) {
    return !quotation.sources().isEmpty() || Folded.of(quotation.text()).length() >= SEARCHABLE;
  }

  /** Marks of omission at the ends leave nothing out that could be compared. */
  private static Folded claim(Quotation quotation) {
    Folded claim = Folded.of(quotation.text());
    int from = 0;
    int to = claim.length();
    while (from < to && claim.codes()[from] == Folded.MARK) {
      from++;
    }
    while (to > from && claim.codes()[to - 1] == Folded.MARK) {
      to--;
    }
    if (from == 0 && to == claim.length()) {
      return claim;
    }
    return claim.part(from, to);
  }
}
