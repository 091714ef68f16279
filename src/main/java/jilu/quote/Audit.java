package jilu.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares every quotation with the text that it names, or where it names none, with all texts. */
public final class Audit {
  /** Of a quotation that names its source, half may be altered and it is still found; of others, less. */
  private static final double NAMED = 0.5;

  private static final double SEARCHED = 0.65;

  /** Words from here and there, gathered over a long stretch, are no quotation of it. */
  private static final float SCATTERED = 0.5f;

  /** Fewer characters stand everywhere and name nothing. */
  private static final int SEARCHABLE = Index.GRAM;

  private final Map<String, Witness> evidence = new LinkedHashMap<>();
  private final Map<String, Witness> others = new LinkedHashMap<>();
  private final Map<String, List<String>> homes = new HashMap<>();
  private final Index index;
  private final List<Passages> files;

  private Audit(List<Passages> files) {
    this.files = List.copyOf(files);
    for (Passages file : files) {
      Map<Boolean, List<Passage>> parted =
          file.passages().stream().collect(Collectors.partitioningBy(p -> p.voice() == Passage.Voice.DOCUMENT));
      evidence.put(file.document(), Witness.of(file.document(), true, parted.get(true)));
      others.put(file.document(), Witness.of(file.document(), false, parted.get(false)));
      homes.computeIfAbsent(file.document(), id -> new ArrayList<>()).add(file.document());
      file.passages().stream()
          .flatMap(passage -> passage.within().stream())
          .distinct()
          .filter(id -> !id.equals(file.document()))
          .forEach(id -> homes.computeIfAbsent(id, key -> new ArrayList<>()).add(file.document()));
    }
    index = new Index(Stream.concat(evidence.values().stream(), others.values().stream()).toList());
  }

  /** The outcome of every quotation, in the order of the files given and of the text. */
  public static List<Audited> of(List<Passages> files) {
    var audit = new Audit(files);
    return audit.files.stream()
        .flatMap(file -> file.quotations().stream())
        .filter(quotation -> !quotation.sources().isEmpty() || Folded.of(quotation.text()).length() >= SEARCHABLE)
        .parallel()
        .map(audit::audit)
        .toList();
  }

  private Audited audit(Quotation quotation) {
    Folded claim = trimmed(Folded.of(quotation.text()));
    List<String> sources = quotation.sources().stream().filter(homes::containsKey).toList();
    boolean sourced = !sources.isEmpty();
    if (claim.length() == 0) {
      return new Audited(quotation, sourced, new Outcome.NotFound(), Optional.empty());
    }
    Optional<Alignment> named = best(named(quotation, claim, sources, evidence), NAMED);
    if (named.isPresent() && named.get().onlyOmits() && (named.get().isMarked() || claim.length() < SEARCHABLE)) {
      return new Audited(quotation, sourced, Outcome.of(named.get()), Optional.empty());
    }
    List<Alignment> everywhere = searched(quotation, claim);
    Optional<Alignment> searched = best(everywhere.stream().filter(Alignment::evidence), SEARCHED);
    Optional<Alignment> echo =
        best(Stream.concat(named(quotation, claim, sources, others), everywhere.stream().filter(a -> !a.evidence())), SEARCHED);
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

  private Stream<Alignment> named(Quotation quotation, Folded claim, List<String> sources, Map<String, Witness> witnesses) {
    return sources.stream()
        .flatMap(
            source ->
                homes.get(source).stream()
                    .map(witnesses::get)
                    .flatMap(
                        witness -> {
                          int[] range = witness.range(source);
                          return Alignment.find(claim, witness, witness.codesFor(quotation), range[0], range[1]).stream();
                        }));
  }

  private List<Alignment> searched(Quotation quotation, Folded claim) {
    if (claim.length() < SEARCHABLE) {
      return List.of();
    }
    return index.candidates(claim.codes()).stream()
        .flatMap(
            candidate ->
                Alignment.find(
                        claim, candidate.witness(), candidate.witness().codesFor(quotation), candidate.from(), candidate.to(),
                        SCATTERED)
                    .stream())
        .toList();
  }

  /** The alignment that keeps most of the quotation; of equals, the first. */
  private static Optional<Alignment> best(Stream<Alignment> alignments, double likeness) {
    Function<Alignment, Boolean> verbatim = Alignment::isVerbatim;
    return alignments
        .filter(a -> a.likeness() >= likeness && a.longest() >= Math.min(4, a.length()))
        .filter(a -> likeness < SEARCHED || a.score() >= SCATTERED * a.length())
        .reduce(
            (one, other) ->
                Comparator.comparing(verbatim).thenComparing(Alignment::onlyOmits).thenComparing(Alignment::likeness).compare(other, one) > 0
                    ? other
                    : one);
  }

  /** Marks of omission at the ends leave nothing out that could be compared. */
  private static Folded trimmed(Folded claim) {
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
