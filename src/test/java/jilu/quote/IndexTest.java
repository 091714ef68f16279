package jilu.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the index finds is what a search of every character finds. */
class IndexTest {
  private static final int FILES = 40;
  private static final int STRETCH = 256;

  private final Random random = new Random(1950);

  /** The words of a file, which may have none, and its other words. */
  private record File(int[] evidence, int[] others) {
    int[] of(boolean isEvidence) {
      return isEvidence ? evidence : others;
    }
  }

  @Test
  void the_likeliest_stretches_are_those_that_share_most() throws Exception {
    for (int room : new int[] {1, 1000, Integer.MAX_VALUE}) {
      List<File> files = new ArrayList<>();
      for (int f = 0; f < FILES; f++) {
        files.add(new File(text(f % 5 == 0 ? 0 : 3000), text(f % 3 == 0 ? 0 : 400)));
      }
      List<int[]> claims = new ArrayList<>();
      for (int c = 0; c < 60; c++) {
        int[] from = files.get(1 + c % 4).of(true);
        int at = random.nextInt(from.length - 30);
        claims.add(Arrays.copyOfRange(from, at, at + 3 + random.nextInt(20)));
      }
      try (Index index = index(files, claims, room)) {
        for (int[] claim : claims) {
          assertThat(index.candidates(claim)).isNotEmpty().isEqualTo(sought(files, claim));
        }
      }
    }
  }

  private int[] text(int length) {
    return random.ints(length, 0x4E00, 0x4E00 + 300).toArray();
  }

  private static Index index(List<File> files, List<int[]> claims, int room) {
    var wanted = new Index.Wanted(claims.stream().mapToInt(claim -> claim.length).sum());
    claims.forEach(wanted::add);
    var index = new Index(files.size(), room);
    files.forEach(file -> index.add(wanted.of(file.evidence()), wanted.of(file.others())));
    index.complete();
    return index;
  }

  /** Counts for each stretch the grams of the claim in it, each as often as it stands in both. */
  private static List<Index.Candidate> sought(List<File> files, int[] claim) {
    List<int[]> stretches = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    for (boolean evidence : new boolean[] {true, false}) {
      for (int f = 0; f < files.size(); f++) {
        int[] text = files.get(f).of(evidence);
        int[] found = new int[text.length / STRETCH + 1];
        for (int i = 0; i + Index.GRAM <= text.length; i++) {
          for (int c = 0; c + Index.GRAM <= claim.length; c++) {
            found[i / STRETCH] += Arrays.equals(text, i, i + Index.GRAM, claim, c, c + Index.GRAM) ? 1 : 0;
          }
        }
        for (int s = 0; s < found.length; s++) {
          if (found[s] > 0) {
            stretches.add(new int[] {evidence ? 1 : 0, f, s * STRETCH, text.length});
            counts.add(found[s]);
          }
        }
      }
    }
    int margin = 2 * claim.length + 2 * STRETCH;
    return IntStream.range(0, stretches.size()).boxed()
        .sorted(Comparator.comparing((Integer s) -> -counts.get(s)))
        .limit(6)
        .map(stretches::get)
        .map(s -> new Index.Candidate(
            s[1], s[0] == 1, Math.max(0, s[2] - margin), Math.min(s[3], s[2] + STRETCH + margin)))
        .distinct()
        .toList();
  }
}
