package jilu.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jilu.quote.Shelf.Volume;

/** Compares every quotation with the text that it names, or where it names none, with all texts. */
public final class Audit {
  /** Of a quotation that names its source, half may be altered and it is still found; of others, less. */
  private static final double NAMED = 0.5;

  private static final double SEARCHED = 0.65;

  /** Words from here and there, gathered over a long stretch, are no quotation of it. */
  private static final float SCATTERED = 0.5f;

  /** Where the source is named, even a poor rendering tells something. */
  private static final float ANYTHING = Float.NEGATIVE_INFINITY;

  /** Fewer characters stand everywhere and name nothing. */
  private static final int SEARCHABLE = Index.GRAM;

  /** How many characters of witnesses stay in memory. */
  private static final long ROOM = 1 << 20;

  private final Map<String, Volume> volumes = new LinkedHashMap<>();
  private final Map<String, List<String>> homes = new HashMap<>();
  private final List<Quotation> quotations;
  private final Index index;

  /** The witnesses used last. */
  private final Map<String, Witnesses> open = new LinkedHashMap<>(16, 0.75f, true);

  private final long room;
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
  private record Seen(
      Index.Part evidence, Index.Part others, long[] inEvidence, long[] inOthers, List<String> sources) {}

  private Audit(List<Volume> files, long room) {
    this.room = room;
    files.forEach(file -> volumes.put(file.document(), file));
    quotations = files.stream().flatMap(file -> file.quotations().stream()).filter(Audit::isComparable).toList();
    List<int[]> claims = quotations.parallelStream().map(quotation -> claim(quotation).codes()).toList();
    var wanted = new Index.Wanted(claims);
    Set<String> sources =
        quotations.stream().flatMap(quotation -> quotation.sources().stream()).collect(Collectors.toSet());
    List<Seen> seen =
        quotations.isEmpty()
            ? List.of()
            : volumes.values().parallelStream().map(volume -> look(volume, wanted, sources)).toList();
    for (Seen file : seen) {
      file.sources().forEach(id -> homes.computeIfAbsent(id, key -> new ArrayList<>()).add(file.evidence().document()));
    }
    List<Index.Part> parts = new ArrayList<>();
    List<long[]> postings = new ArrayList<>();
    seen.forEach(file -> add(file.evidence(), file.inEvidence(), parts, postings));
    seen.forEach(file -> add(file.others(), file.inOthers(), parts, postings));
    index = new Index(parts, postings);
  }

  private static void add(Index.Part part, long[] found, List<Index.Part> parts, List<long[]> postings) {
    if (part.length() > 0) {
      parts.add(part);
      postings.add(found);
    }
  }

  private Seen look(Volume volume, Index.Wanted wanted, Set<String> sources) {
    Witnesses witnesses = witnesses(volume);
    String document = volume.document();
    return new Seen(
        new Index.Part(document, true, witnesses.evidence().length()),
        new Index.Part(document, false, witnesses.others().length()),
        wanted.postings(witnesses.evidence().codes()),
        wanted.postings(witnesses.others().codes()),
        Stream.of(Stream.of(document), witnesses.evidence().within(), witnesses.others().within())
            .flatMap(ids -> ids)
            .filter(sources::contains)
            .distinct()
            .toList());
  }

  private Witness witness(String document, boolean evidence) {
    return witnesses(volumes.get(document)).get(evidence);
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
      for (var eldest = open.values().iterator(); held > room && open.size() > 1; eldest.remove()) {
        held -= eldest.next().length();
      }
    }
    return made;
  }

  /** The outcome of every quotation, in the order of the files given and of the text. */
  public static List<Audited> of(List<Volume> files) {
    return of(files, ROOM);
  }

  static List<Audited> of(List<Volume> files, long room) {
    var audit = new Audit(files, room);
    return audit.quotations.parallelStream().map(audit::audit).toList();
  }

  private Audited audit(Quotation quotation) {
    Folded claim = claim(quotation);
    List<String> sources = quotation.sources().stream().filter(homes::containsKey).toList();
    boolean sourced = !sources.isEmpty();
    if (claim.length() == 0) {
      return new Audited(quotation, sourced, new Outcome.NotFound(), Optional.empty());
    }
    Optional<Alignment> named = best(named(quotation, claim, sources, true), NAMED);
    if (named.isPresent() && named.get().onlyOmits() && (named.get().isMarked() || claim.length() < SEARCHABLE)) {
      return new Audited(quotation, sourced, Outcome.of(named.get()), Optional.empty());
    }
    List<Alignment> everywhere = searched(quotation, claim);
    Optional<Alignment> searched = best(everywhere.stream().filter(Alignment::evidence), SEARCHED);
    Optional<Alignment> echo =
        best(
            Stream.concat(
                named(quotation, claim, sources, false), everywhere.stream().filter(a -> !a.evidence())),
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

  private Stream<Alignment> named(Quotation quotation, Folded claim, List<String> sources, boolean evidence) {
    return sources.stream()
        .flatMap(
            source ->
                homes.get(source).stream()
                    .map(document -> witness(document, evidence))
                    .flatMap(
                        witness -> {
                          int[] range = witness.range(source);
                          int[] codes = witness.codesFor(quotation);
                          return Alignment.find(claim, witness, codes, range[0], range[1], ANYTHING).stream();
                        }));
  }

  /** Of evidence, and of the rest, no more is looked at once the very words are found: nothing is better. */
  private List<Alignment> searched(Quotation quotation, Folded claim) {
    if (claim.length() < SEARCHABLE) {
      return List.of();
    }
    List<Alignment> found = new ArrayList<>();
    Set<Boolean> settled = new HashSet<>();
    for (Index.Candidate candidate : index.candidates(claim.codes())) {
      boolean evidence = candidate.part().evidence();
      if (!settled.contains(evidence)) {
        Optional<Alignment> there = at(candidate, quotation, claim);
        there.ifPresent(found::add);
        if (there.filter(a -> a.isVerbatim() && isUsable(a, SEARCHED)).isPresent()) {
          settled.add(evidence);
        }
      }
    }
    return found;
  }

  private Optional<Alignment> at(Index.Candidate candidate, Quotation quotation, Folded claim) {
    Witness witness = witness(candidate.part().document(), candidate.part().evidence());
    return Alignment.find(claim, witness, witness.codesFor(quotation), candidate.from(), candidate.to(), SCATTERED);
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
    return Folded.of(from == to ? "" : claim.text().substring(claim.starts()[from], claim.ends()[to - 1]));
  }
}
