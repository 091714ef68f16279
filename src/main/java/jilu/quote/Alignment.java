package jilu.quote;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A quotation beside the words it renders, stretch by stretch.
 *
 * @param document the id of the file in which the words stand
 * @param from the id of the passage in which they begin, and {@code to} in which they end
 * @param differences those of the stretches that nothing marks
 * @param before what stands before them in their passage, and {@code after} behind them
 * @param spans where the words that it gives stand
 * @param foldings the differences of writing that were not counted
 * @param longest the longest run of characters in common
 * @param score what the best alignment earned: one for each character in common, less for each stretch left out or put in
 * @param matched how many characters of the quotation are in the evidence
 * @param length how many characters the quotation has, marks of omission not counted
 */
public record Alignment(
    String document,
    boolean evidence,
    String from,
    String to,
    boolean reported,
    String before,
    List<Stretch> stretches,
    List<Difference> differences,
    String after,
    List<Span> spans,
    Set<Folding> foldings,
    int longest,
    float score,
    int matched,
    int length) {
  private static final int RUN = 4;

  /** So many characters on either side of a difference show where it is. */
  private static final int BESIDE = 4;

  public Alignment {
    stretches = List.copyOf(stretches);
    differences = List.copyOf(differences);
    spans = List.copyOf(spans);
    foldings = Set.copyOf(foldings);
  }

  /**
   * Words of one passage, from one character to another, counted without white space and encoded omissions.
   *
   * @param passage the nearest id
   * @param named whether that id is the passage's own
   */
  public record Span(String passage, boolean named, int from, int to) {}

  /** What became of some words. */
  public enum Kind {
    SAME,
    /** In the evidence only, and the quotation marks that it leaves something out. */
    OMITTED,
    /** In the evidence only, and nothing marks it. */
    DROPPED,
    /** In the quotation only. */
    INSERTED,
    /** In both, in other words. */
    REPLACED
  }

  /** Words of the quotation and of the evidence that belong together; one of them may be empty. */
  public record Stretch(Kind kind, String claim, String evidence) {
    private boolean isMarked() {
      return kind == Kind.SAME || kind == Kind.OMITTED;
    }
  }

  /**
   * Words that differ, and nothing in the quotation says so, with those beside them.
   *
   * @param at where in the text of the quotation
   * @param passage the id of the passage of the evidence
   */
  public record Difference(int at, String passage, String claim, String evidence) {}

  private record Run(Kind kind, int claimFrom, int claimTo, int from, int to) {
    int length() {
      return Math.max(claimTo - claimFrom, to - from);
    }
  }

  /** @param least what it must earn for each character of the quotation to be of use */
  static Optional<Alignment> find(Folded claim, Witness witness, int[] codes, int from, int to, float least) {
    int length = counted(claim);
    float score = least * length;
    return Window.holdsRun(claim.codes(), Math.min(RUN, length), codes, from, to)
        ? Window.find(claim.codes(), codes, from, to, score)
            .filter(window -> window.score() >= score)
            .map(window -> of(claim, witness, codes, window))
        : Optional.empty();
  }

  /** Whether it holds so many characters in a row that they are not there by chance. */
  boolean isRun() {
    return longest >= Math.min(RUN, length);
  }

  /** The characters of a quotation, marks of omission aside. */
  private static int counted(Folded claim) {
    return (int) Arrays.stream(claim.codes()).filter(c -> c != Folded.MARK).count();
  }

  private static Alignment of(Folded claim, Witness witness, int[] codes, Window window) {
    List<Run> runs = settled(runs(claim, codes, window), claim, codes);
    Folded text = witness.characters();
    Set<Folding> foldings = EnumSet.noneOf(Folding.class);
    List<Stretch> stretches = new ArrayList<>();
    List<Difference> differences = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    int matched = 0;
    int longest = 0;
    for (Run run : runs) {
      String quoted = claim.slice(run.claimFrom, run.claimTo);
      String evidence = text.slice(run.from, run.to);
      if (run.kind == Kind.SAME) {
        foldings(claim, text, run, foldings);
        longest = Math.max(longest, run.length());
        matched += (int) Arrays.stream(claim.codes(), run.claimFrom, run.claimTo).filter(c -> c != Folded.MARK).count();
      }
      if (isOfMarks(run, claim, codes)) {
        matched += run.claimTo - run.claimFrom;
        foldings.add(Folding.PUNCTUATION);
        stretches.add(new Stretch(Kind.SAME, quoted, evidence));
        continue;
      }
      if (run.from == run.to && witness.isLabel(quoted, run.from)) {
        matched += run.length();
        stretches.add(new Stretch(Kind.SAME, quoted, quoted));
        continue;
      }
      if (run.claimTo > run.claimFrom && !omits(run, claim)) {
        spans.addAll(witness.spans(run.from, run.to));
      }
      List<Stretch> parts = stretches(run, claim, quoted, evidence);
      if (!parts.stream().allMatch(Stretch::isMarked)) {
        differences.add(difference(run, claim, witness, window));
      }
      stretches.addAll(parts);
    }
    int[] first = witness.bounds(window.from());
    int[] last = witness.bounds(window.to() - 1);
    return new Alignment(
        witness.document(),
        witness.isEvidence(),
        witness.passage(window.from()).id(),
        witness.passage(window.to() - 1).id(),
        isReported(witness, runs),
        text.slice(first[0], window.from()),
        stretches,
        differences,
        text.slice(window.to(), last[1]),
        spans,
        foldings,
        longest,
        window.score(),
        matched,
        counted(claim));
  }

  private static Difference difference(Run run, Folded claim, Witness witness, Window window) {
    return new Difference(
        claim.starts()[Math.min(run.claimFrom, claim.length() - 1)],
        witness.passage(Math.min(run.from, window.to() - 1)).id(),
        claim.slice(Math.max(run.claimFrom - BESIDE, 0), Math.min(run.claimTo + BESIDE, claim.length())),
        witness.characters().slice(Math.max(run.from - BESIDE, window.from()), Math.min(run.to + BESIDE, window.to())));
  }

  /** Whether all that the quotation gives stands outside direct speech, where the encoding tells the two apart. */
  private static boolean isReported(Witness witness, List<Run> runs) {
    boolean any = false;
    for (Run run : runs) {
      for (int i = run.from; run.kind == Kind.SAME && i < run.to; i++) {
        if (witness.passage(i).speech() != Passage.Speech.REPORTED || witness.isQuoted(i)) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  private static List<Run> runs(Folded claim, int[] codes, Window window) {
    if (Arrays.equals(claim.codes(), 0, claim.length(), codes, window.from(), window.to())) {
      return List.of(new Run(Kind.SAME, 0, claim.length(), window.from(), window.to()));
    }
    List<Integer> evidence = Arrays.stream(codes, window.from(), window.to()).boxed().toList();
    List<Run> runs = new ArrayList<>();
    int c = 0;
    int e = 0;
    for (AbstractDelta<Integer> delta : DiffUtils.diff(evidence, claim.list(0, claim.length())).getDeltas()) {
      int from = delta.getSource().getPosition();
      int claimFrom = delta.getTarget().getPosition();
      add(runs, Kind.SAME, c, claimFrom, window.from() + e, window.from() + from);
      c = claimFrom + delta.getTarget().size();
      e = from + delta.getSource().size();
      add(runs, Kind.REPLACED, claimFrom, c, window.from() + from, window.from() + e);
    }
    add(runs, Kind.SAME, c, claim.length(), window.from() + e, window.to());
    return runs;
  }

  private static void add(List<Run> runs, Kind kind, int claimFrom, int claimTo, int from, int to) {
    if (claimTo > claimFrom || to > from) {
      runs.add(new Run(kind, claimFrom, claimTo, from, to));
    }
  }

  /**
   * Of the shortest descriptions of a difference the diff gives one; where a few equal characters part two omissions that
   * could as well be one, they are made one: 提议[，中长铁路归]苏联 rather than 提议[，]中[长铁路归苏联…].
   */
  private static List<Run> settled(List<Run> runs, Folded claim, int[] codes) {
    List<Run> all = new ArrayList<>(runs);
    for (int i = 0; i + 2 < all.size(); ) {
      Run one = all.get(i);
      Run same = all.get(i + 1);
      Run other = all.get(i + 2);
      int n = same.length();
      if (omits(one, claim) && same.kind == Kind.SAME && isOmission(other) && n <= other.to - other.from
          && equal(codes, same.from, other.to - n, n)) {
        replace(all, i, new Run(one.kind, one.claimFrom, one.claimTo, one.from, other.to - n),
            new Run(Kind.SAME, same.claimFrom, same.claimTo, other.to - n, other.to));
      } else if (isOmission(one) && same.kind == Kind.SAME && omits(other, claim) && n <= one.to - one.from
          && equal(codes, same.from, one.from, n)) {
        replace(all, i, new Run(Kind.SAME, same.claimFrom, same.claimTo, one.from, one.from + n),
            new Run(one.kind, other.claimFrom, other.claimTo, one.from + n, other.to));
      } else if (isInsertion(one) && same.kind == Kind.SAME && isInsertion(other) && n <= other.claimTo - other.claimFrom
          && equal(claim.codes(), same.claimFrom, other.claimTo - n, n)) {
        replace(all, i, new Run(one.kind, one.claimFrom, other.claimTo - n, one.from, one.to),
            new Run(Kind.SAME, other.claimTo - n, other.claimTo, same.from, same.to));
      } else {
        i++;
        continue;
      }
      i = Math.max(0, i - 2);
    }
    return all;
  }

  private static void replace(List<Run> all, int at, Run first, Run second) {
    all.set(at, first);
    all.set(at + 1, second);
    all.remove(at + 2);
    if (at + 2 < all.size() && second.kind == Kind.SAME && all.get(at + 2).kind == Kind.SAME) {
      Run next = all.remove(at + 2);
      all.set(at + 1, new Run(Kind.SAME, second.claimFrom, next.claimTo, second.from, next.to));
    }
    if (at > 0 && first.kind == Kind.SAME && all.get(at - 1).kind == Kind.SAME) {
      Run previous = all.remove(at - 1);
      all.set(at - 1, new Run(Kind.SAME, previous.claimFrom, first.claimTo, previous.from, first.to));
    }
  }

  private static boolean isOmission(Run run) {
    return run.kind != Kind.SAME && run.claimFrom == run.claimTo;
  }

  /** Leaves out, marked or not. */
  private static boolean omits(Run run, Folded claim) {
    return run.kind != Kind.SAME
        && Arrays.stream(claim.codes(), run.claimFrom, run.claimTo).allMatch(c -> c == Folded.MARK);
  }

  /** Whether no words differ but only marks of quotation, which one text may have around words and another not. */
  private static boolean isOfMarks(Run run, Folded claim, int[] codes) {
    return run.kind != Kind.SAME
        && IntStream.concat(
                Arrays.stream(claim.codes(), run.claimFrom, run.claimTo), Arrays.stream(codes, run.from, run.to))
            .allMatch(Folding::isQuotationMark);
  }

  private static boolean isInsertion(Run run) {
    return run.kind != Kind.SAME && run.from == run.to;
  }

  private static boolean equal(int[] codes, int a, int b, int n) {
    return Arrays.equals(codes, a, a + n, codes, b, b + n);
  }

  private static void foldings(Folded claim, Folded text, Run run, Set<Folding> foldings) {
    for (int k = 0; k < run.claimTo - run.claimFrom; k++) {
      int c = run.claimFrom + k;
      int e = run.from + k;
      if (claim.codes()[c] != Folded.MARK) {
        Folding.between(claim.slice(c, c + 1), text.slice(e, e + 1)).ifPresent(foldings::add);
      }
      if (c + 1 < run.claimTo && !claim.between(c).equals(text.between(e))) {
        foldings.add(Folding.WHITE_SPACE);
      }
    }
  }

  private static List<Stretch> stretches(Run run, Folded claim, String quoted, String evidence) {
    if (run.kind == Kind.SAME) {
      return List.of(new Stretch(Kind.SAME, quoted, evidence));
    }
    boolean marked = Arrays.stream(claim.codes(), run.claimFrom, run.claimTo).anyMatch(c -> c == Folded.MARK);
    if (marked && run.to > run.from) {
      return parted(run, claim, evidence);
    }
    Kind kind = quoted.isEmpty() ? Kind.DROPPED : evidence.isEmpty() ? Kind.INSERTED : Kind.REPLACED;
    return List.of(new Stretch(kind, quoted, evidence));
  }

  /** What is left out stands at the first mark; other words beside the mark are in the quotation only. */
  private static List<Stretch> parted(Run run, Folded claim, String evidence) {
    int mark = run.claimFrom;
    while (claim.codes()[mark] != Folded.MARK) {
      mark++;
    }
    List<Stretch> parts = new ArrayList<>();
    if (mark > run.claimFrom) {
      parts.add(new Stretch(Kind.INSERTED, claim.slice(run.claimFrom, mark), ""));
    }
    parts.add(new Stretch(Kind.OMITTED, claim.slice(mark, mark + 1), evidence));
    if (mark + 1 < run.claimTo) {
      parts.add(new Stretch(Kind.INSERTED, claim.slice(mark + 1, run.claimTo), ""));
    }
    return parts;
  }

  /** Whether the words are the same, folded or not. */
  public boolean isVerbatim() {
    return all(kind -> kind == Kind.SAME);
  }

  /** Whether the quotation only leaves words out. */
  public boolean onlyOmits() {
    return all(kind -> kind == Kind.SAME || kind == Kind.OMITTED || kind == Kind.DROPPED);
  }

  /** Whether each omission is marked. */
  public boolean isMarked() {
    return all(kind -> kind != Kind.DROPPED);
  }

  private boolean all(Predicate<Kind> test) {
    return stretches.stream().map(Stretch::kind).allMatch(test);
  }

  /** How much of the quotation is in the evidence. */
  double likeness() {
    return length == 0 ? 0 : (double) matched / length;
  }
}
