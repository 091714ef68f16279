package jilu.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where three characters in a row stand, in all witnesses: a quotation without a source is looked up, not searched for. */
final class Index {
  static final int GRAM = 3;

  /** The multiplier of the Fowler–Noll–Vo hash of 32 bits. */
  private static final int FNV_PRIME = (1 << 24) + 403;

  /** Commoner grams than these say little and cost much; the rarest of a quotation are enough to find it. */
  private static final int GRAMS = 24;

  private static final int POSTINGS = 4096;
  private static final int BUCKET = 256;
  private static final int CANDIDATES = 6;

  /** A stretch of a witness that shares grams with a quotation. */
  record Candidate(Witness witness, int from, int to) {}

  private final List<Witness> witnesses;
  private final int[] starts;
  private final long[] postings;

  Index(List<Witness> witnesses) {
    this.witnesses = witnesses.stream().filter(witness -> witness.length() > 0).toList();
    starts = new int[this.witnesses.size()];
    int total = 0;
    int grams = 0;
    for (int w = 0; w < starts.length; w++) {
      starts[w] = total;
      total = Math.addExact(total, this.witnesses.get(w).length());
      grams += Math.max(0, this.witnesses.get(w).length() - GRAM + 1);
    }
    postings = new long[grams];
    int n = 0;
    for (int w = 0; w < starts.length; w++) {
      int[] codes = this.witnesses.get(w).codes();
      for (int i = 0; i + GRAM <= codes.length; i++) {
        postings[n++] = hash(codes, i) << 32 | starts[w] + i;
      }
    }
    Arrays.parallelSort(postings);
  }

  /** Stretches that may hold the quotation, the likeliest first. */
  List<Candidate> candidates(int[] claim) {
    List<int[]> found = new ArrayList<>();
    for (int i = 0; i + GRAM <= claim.length; i++) {
      long hash = hash(claim, i);
      int from = first(hash << 32);
      int to = first(hash + 1 << 32);
      if (to > from) {
        found.add(new int[] {from, to});
      }
    }
    found.sort(Comparator.comparingInt(range -> range[1] - range[0]));
    Map<Long, Integer> votes = new HashMap<>();
    for (int[] range : found.subList(0, Math.min(GRAMS, found.size()))) {
      for (int p = range[0]; p < Math.min(range[1], range[0] + POSTINGS); p++) {
        int position = (int) postings[p];
        int w = Arrays.binarySearch(starts, position);
        w = w < 0 ? -w - 2 : w;
        votes.merge((long) w << 32 | (position - starts[w]) / BUCKET, 1, Integer::sum);
      }
    }
    return votes.entrySet().stream()
        .sorted(Map.Entry.<Long, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .limit(CANDIDATES)
        .map(entry -> around((int) (entry.getKey() >> 32), entry.getKey().intValue() * BUCKET, claim.length))
        .distinct()
        .toList();
  }

  /** Room on both sides for what the quotation leaves out. */
  private Candidate around(int w, int at, int length) {
    Witness witness = witnesses.get(w);
    int margin = 2 * length + 2 * BUCKET;
    return new Candidate(witness, Math.max(0, at - margin), Math.min(witness.length(), at + BUCKET + margin));
  }

  private int first(long key) {
    int at = Arrays.binarySearch(postings, key);
    return at < 0 ? -at - 1 : at;
  }

  private static long hash(int[] codes, int at) {
    int hash = 17;
    for (int k = 0; k < GRAM; k++) {
      hash = hash * FNV_PRIME + codes[at + k];
    }
    return (hash ^ hash >>> 15) & 0x3FFFFFFFL;
  }
}
