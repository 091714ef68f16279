package jilu.quote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import jilu.edition.Numbers;

/**
 * Where three characters in a row of some quotation stand, in all witnesses: it is looked up, not searched for. Of a
 * place the stretch of a witness is told in which it lies, numbered through all of them; first come those of evidence,
 * file by file, far behind them those of other words.
 */
final class Index implements AutoCloseable {
  static final int GRAM = 3;

  /** The multiplier of the Fowler–Noll–Vo hash of 32 bits. */
  private static final int FNV_PRIME = (1 << 24) + 403;

  /** Commoner grams than these say little and cost much; the rarest of a quotation are enough to find it. */
  private static final int GRAMS = 24;

  private static final int POSTINGS = 4096;
  private static final int BUCKET = 256;
  private static final int CANDIDATES = 6;

  /** A posting is the hash of a gram and, in so many bits, the number of its stretch. */
  private static final int BITS = 34;

  /** The number of the first stretch that is no evidence. */
  private static final long OTHERS = 1L << BITS - 1;

  /** Where the witness of some file, of evidence or of its other words, shares grams with a quotation. */
  record Candidate(int file, boolean evidence, int from, int to) {}

  /** Where three characters in a row stand, up to a place, and how many characters there are. */
  record Grams(long[] postings, int length) {}

  private final Numbers postings;
  private final Parts evidence;
  private final Parts others;

  /** The stretches of one kind of witness: those of a file begin where those before it end. */
  private static final class Parts {
    private final long[] starts;
    private final int[] lengths;
    private int count;

    Parts(int files, long first) {
      starts = new long[files + 1];
      starts[0] = first;
      lengths = new int[files];
    }

    long add(int length) {
      lengths[count++] = length;
      starts[count] = starts[count - 1] + (length + BUCKET - 1) / BUCKET;
      return starts[count - 1];
    }

    /** Room on both sides for what the quotation leaves out. */
    Candidate around(long stretch, int length, boolean evidence) {
      int file = Arrays.binarySearch(starts, 0, count, stretch);
      file = file < 0 ? -file - 2 : file;
      // A file without words begins where the next one does.
      while (starts[file + 1] == starts[file]) {
        file++;
      }
      int at = (int) (stretch - starts[file]) * BUCKET;
      int margin = 2 * length + 2 * BUCKET;
      return new Candidate(file, evidence, Math.max(0, at - margin), Math.min(lengths[file], at + BUCKET + margin));
    }
  }

  /**
   * @param files how many will be added
   * @param room how many postings stay in memory
   */
  Index(int files, int room) {
    postings = new Numbers(room);
    evidence = new Parts(files, 0);
    others = new Parts(files, OTHERS);
  }

  /** Adds the next file. */
  void add(Grams ofEvidence, Grams ofOthers) {
    add(evidence, ofEvidence);
    add(others, ofOthers);
  }

  private void add(Parts parts, Grams grams) {
    long start = parts.add(grams.length());
    postings.add(Arrays.stream(grams.postings()).map(posting -> posting + start).toArray());
  }

  /** All files were added. */
  void complete() {
    postings.sort();
  }

  /** The grams of the quotations: where others stand nobody will ask. A few others are taken for them. */
  static final class Wanted {
    /** So many bits to a gram, that hardly one is taken for another. */
    private static final int ROOM = 32;

    private static final int MOST = 1 << 26;

    private final int mask;
    private final AtomicLongArray grams;

    /** @param length how many characters the quotations have in all */
    Wanted(long length) {
      mask = (int) Math.min(MOST, Long.highestOneBit(ROOM * length + Long.SIZE) << 1) - 1;
      grams = new AtomicLongArray((mask + 1) / Long.SIZE);
    }

    /** Several threads may add. */
    void add(int[] claim) {
      for (int i = 0; i + GRAM <= claim.length; i++) {
        int at = (int) hash(claim, i) & mask;
        grams.accumulateAndGet(at / Long.SIZE, 1L << at, (one, other) -> one | other);
      }
    }

    private boolean has(long hash) {
      int at = (int) hash & mask;
      return (grams.getPlain(at / Long.SIZE) & 1L << at) != 0;
    }

    /** Each gram that is wanted, with the number of its stretch. */
    Grams of(int[] codes) {
      long[] found = new long[16];
      int count = 0;
      for (int i = 0; i + GRAM <= codes.length; i++) {
        long hash = hash(codes, i);
        if (has(hash)) {
          found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
          found[count++] = (hash << BITS) + i / BUCKET;
        }
      }
      return new Grams(Arrays.copyOf(found, count), codes.length);
    }
  }

  /** Stretches that may hold the quotation, the likeliest first. */
  List<Candidate> candidates(int[] claim) {
    List<long[]> found = new ArrayList<>();
    for (int i = 0; i + GRAM <= claim.length; i++) {
      long key = hash(claim, i) << BITS;
      long from = postings.first(key);
      long to = postings.first(key + (1L << BITS) - 1);
      if (to > from) {
        found.add(new long[] {from, to});
      }
    }
    found.sort(Comparator.comparingLong(range -> range[1] - range[0]));
    Map<Long, Integer> votes = new HashMap<>();
    for (long[] range : found.subList(0, Math.min(GRAMS, found.size()))) {
      for (long p = range[0]; p < Math.min(range[1], range[0] + POSTINGS); p++) {
        votes.merge(postings.get(p) & (1L << BITS) - 1, 1, Integer::sum);
      }
    }
    return votes.entrySet().stream()
        .sorted(Map.Entry.<Long, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .limit(CANDIDATES)
        .map(
            entry ->
                entry.getKey() < OTHERS
                    ? evidence.around(entry.getKey(), claim.length, true)
                    : others.around(entry.getKey(), claim.length, false))
        .distinct()
        .toList();
  }

  @Override
  public void close() throws IOException {
    postings.close();
  }

  private static long hash(int[] codes, int at) {
    int hash = 17;
    for (int k = 0; k < GRAM; k++) {
      hash = hash * FNV_PRIME + codes[at + k];
    }
    return (hash ^ hash >>> 15) & 0x3FFFFFFFL;
  }
}
