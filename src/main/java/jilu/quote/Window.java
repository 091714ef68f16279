package jilu.quote;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * The stretch of a witness that a quotation most nearly renders: an alignment of the whole quotation with any part of the
 * witness, in which it costs much to begin leaving out or putting in and little to go on, and nothing to leave out at a
 * mark of omission (Gotoh's algorithm). Only the bounds and the score are kept, so that a row is all that memory holds.
 */
record Window(int from, int to, float score) {
  private static final float DIFFERENT = -1;
  private static final float BEGIN = -1.5f;
  private static final float SKIP = -0.02f;
  private static final float INSERT = -0.1f;
  private static final float SKIP_AT_MARK = -0.002f;
  private static final float NEVER = -1e6f;

  /** Into so many classes characters are put to see at once that most of them are not there. */
  private static final int CLASSES = 1 << 12;

  /** The same of two in a row. */
  private static final int PAIRS = 1 << 14;

  /** More than a sum may be off for each character that it adds. */
  private static final float ROUNDING = 0.001f;

  /** @param least what it must earn to be of use */
  static Optional<Window> find(int[] claim, int[] witness, int from, int to, float least) {
    Optional<Window> same = same(claim, witness, from, to);
    return same.isPresent() ? same : near(claim, witness, from, to, least);
  }

  /** Whether so many characters in a row of the claim stand somewhere in this stretch. */
  static boolean holdsRun(int[] claim, int length, int[] witness, int from, int to) {
    var firsts = new BitSet(CLASSES);
    for (int i = 0; i + length <= claim.length; i++) {
      firsts.set(claim[i] % CLASSES);
    }
    for (int at = from; at + length <= to; at++) {
      for (int i = 0; firsts.get(witness[at] % CLASSES) && i + length <= claim.length; i++) {
        if (Arrays.equals(claim, i, i + length, witness, at, at + length)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * From each character of the claim to its end, what no window can earn more than: one for each character that occurs
   * in this stretch or seems to, less the least that parts two that do not stand side by side in it.
   */
  private static float[] most(int[] claim, int[] witness, int from, int to) {
    var present = new BitSet(CLASSES);
    var pairs = new BitSet(PAIRS);
    for (int i = from; i < to; i++) {
      present.set(witness[i] % CLASSES);
      if (i + 1 < to) {
        pairs.set(pair(witness, i));
      }
    }
    float[] most = new float[claim.length + 1];
    float given = 0;
    float leftOut = 0;
    for (int i = claim.length - 1; i >= 0; i--) {
      boolean last = i + 1 == claim.length;
      float rest = Math.max(given, leftOut);
      if (claim[i] == Folded.MARK) {
        given = rest;
        leftOut = rest;
      } else {
        boolean free = last || claim[i + 1] == Folded.MARK || pairs.get(pair(claim, i));
        float next = Math.max(free ? given : given + BEGIN + SKIP, leftOut + (last ? 0 : DIFFERENT - INSERT));
        given = present.get(claim[i] % CLASSES) ? 1 + next : NEVER;
        leftOut = INSERT + rest;
      }
      most[i] = Math.max(given, leftOut) + ROUNDING * claim.length;
    }
    return most;
  }

  private static int pair(int[] codes, int at) {
    return (codes[at] * 31 + codes[at + 1]) & PAIRS - 1;
  }

  private static Optional<Window> same(int[] claim, int[] witness, int from, int to) {
    for (int i = from; i + claim.length <= to; i++) {
      if (Arrays.equals(claim, 0, claim.length, witness, i, i + claim.length)) {
        return Optional.of(new Window(i, i + claim.length, claim.length));
      }
    }
    return Optional.empty();
  }

  private static Optional<Window> near(int[] claim, int[] witness, int from, int to, float least) {
    int width = to - from;
    if (width <= 0 || claim.length == 0) {
      return Optional.empty();
    }
    float[] best = new float[width + 1];
    int[] start = new int[width + 1];
    float[] inserted = new float[width + 1];
    int[] insertedStart = new int[width + 1];
    Arrays.fill(inserted, NEVER);
    Arrays.setAll(start, j -> j);
    float[] before = new float[width + 1];
    int[] beforeStart = new int[width + 1];
    float[] most = most(claim, witness, from, to);
    float earned = 0;
    for (int i = 0; i < claim.length; i++) {
      if (earned + most[i] < least) {
        return Optional.empty();
      }
      float[] row = before;
      before = best;
      best = row;
      int[] starts = beforeStart;
      beforeStart = start;
      start = starts;
      int code = claim[i];
      boolean mark = code == Folded.MARK;
      float same = mark ? 0 : 1;
      float different = mark ? NEVER : DIFFERENT;
      float begin = mark ? SKIP_AT_MARK : BEGIN + SKIP;
      float skip = mark ? SKIP_AT_MARK : SKIP;
      float skipped = NEVER;
      int skippedStart = 0;
      earned = NEVER;
      for (int j = 0; j <= width; j++) {
        float fresh = before[j] + BEGIN;
        if (fresh >= inserted[j]) {
          inserted[j] = fresh;
          insertedStart[j] = beforeStart[j];
        }
        inserted[j] += INSERT;
        float here = inserted[j];
        int hereStart = insertedStart[j];
        if (mark && before[j] >= here) {
          here = before[j];
          hereStart = beforeStart[j];
        }
        if (j > 0) {
          float step = before[j - 1] + (code == witness[from + j - 1] ? same : different);
          if (step >= here) {
            here = step;
            hereStart = beforeStart[j - 1];
          }
          float first = best[j - 1] + begin;
          skipped += skip;
          if (first >= skipped) {
            skipped = first;
            skippedStart = start[j - 1];
          }
          if (skipped > here) {
            here = skipped;
            hereStart = skippedStart;
          }
        }
        best[j] = here;
        start[j] = hereStart;
        earned = here > earned ? here : earned;
      }
    }
    int end = 0;
    for (int j = 1; j <= width; j++) {
      if (best[j] > best[end]) {
        end = j;
      }
    }
    return start[end] < end ? Optional.of(new Window(from + start[end], from + end, best[end])) : Optional.empty();
  }
}
