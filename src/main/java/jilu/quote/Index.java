package jilu.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where three characters in a row of some quotation stand, in all witnesses: it is looked up, not searched for. */
final class Index {
  static final int GRAM = 3;

  /** The multiplier of the Fowler–Noll–Vo hash of 32 bits. */
  private static final int FNV_PRIME = (1 << 24) + 403;

  /** Commoner grams than these say little and cost much; the rarest of a quotation are enough to find it. */
  private static final int GRAMS = 24;

  private static final int POSTINGS = 4096;
  private static final int BUCKET = 256;
  private static final int CANDIDATES = 6;

  /** Of the words of a document, or of the others in its file, what the index has to know. */
  record Part(String document, boolean evidence, int length) {}

  /** A stretch of a witness that shares grams with a quotation. */
  record Candidate(Part part, int from, int to) {}

  private final List<Part> parts;
  private final int[] starts;
  private final long[] postings;

  /** @param postings of each part, as {@link Wanted} finds them */
  Index(List<Part> parts, List<long[]> postings) {
    this.parts = List.copyOf(parts);
    starts = new int[parts.size()];
    int total = 0;
    for (int p = 0; p < starts.length; p++) {
      starts[p] = total;
      total = Math.addExact(total, parts.get(p).length());
    }
    this.postings = new long[postings.stream().mapToInt(found -> found.length).sum()];
    int count = 0;
    for (int p = 0; p < starts.length; p++) {
      for (long posting : postings.get(p)) {
        this.postings[count++] = posting + starts[p];
      }
    }
    Arrays.parallelSort(this.postings);
  }

  /** The grams of the quotations: where others stand nobody will ask. A few others are taken for them. */
  static final class Wanted {
    /** So many bits to a gram, that hardly one is taken for another. */
    private static final int ROOM = 32;

    private static final int MOST = 1 << 22;

    private final int mask;
    private final BitSet grams;

    Wanted(List<int[]> claims) {
      int all = claims.stream().mapToInt(claim -> claim.length).sum();
      mask = (int) Math.min(MOST, Long.highestOneBit(ROOM * (long) all + 1) << 1) - 1;
      grams = new BitSet(mask + 1);
      for (int[] claim : claims) {
        for (int i = 0; i + GRAM <= claim.length; i++) {
          grams.set((int) hash(claim, i) & mask);
        }
      }
    }

    /** Gram and place of each that is wanted, as one number. */
    long[] postings(int[] codes) {
      long[] found = new long[16];
      int count = 0;
      for (int i = 0; i + GRAM <= codes.length; i++) {
        long hash = hash(codes, i);
        if (grams.get((int) hash & mask)) {
          found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
          found[count++] = hash << 32 | i;
        }
      }
      return Arrays.copyOf(found, count);
    }
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
    Part part = parts.get(w);
    int margin = 2 * length + 2 * BUCKET;
    return new Candidate(part, Math.max(0, at - margin), Math.min(part.length(), at + BUCKET + margin));
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
