package jilu.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** To give up early must not lose what is worth finding. */
class WindowTest {
  private static final int PAIRS = 3000;

  /** Invented claims, most of them made of the witness: letters of which few or many are the same, and omissions. */
  @Test
  void what_earns_enough_is_found_whatever_is_asked_for() {
    var random = new Random(1952);
    int found = 0;
    for (int i = 0; i < PAIRS; i++) {
      int letters = 2 + random.nextInt(60);
      int[] witness = random.ints(20 + random.nextInt(200), 0x4E00, 0x4E00 + letters).toArray();
      int[] claim = claim(random, witness, letters);
      Optional<Window> best = Window.find(claim, witness, 0, witness.length, Float.NEGATIVE_INFINITY);
      if (best.isPresent()) {
        found++;
        assertThat(Window.find(claim, witness, 0, witness.length, best.get().score())).isEqualTo(best);
      }
    }
    assertThat(found).isGreaterThan(PAIRS / 2);
  }

  private static int[] claim(Random random, int[] witness, int letters) {
    int from = random.nextInt(witness.length - 10);
    int[] claim = java.util.Arrays.copyOfRange(witness, from, Math.min(witness.length, from + 5 + random.nextInt(60)));
    for (int edits = random.nextInt(8); edits > 0; edits--) {
      int at = random.nextInt(claim.length);
      switch (random.nextInt(4)) {
        case 0 -> claim[at] = 0x4E00 + random.nextInt(letters);
        case 1 -> claim[at] = Folded.MARK;
        case 2 -> claim = without(claim, at);
        default -> claim = with(claim, at, 0x5E00 + random.nextInt(letters));
      }
    }
    return claim;
  }

  private static int[] without(int[] claim, int at) {
    int to = Math.min(claim.length, at + 3);
    int[] rest = new int[Math.max(1, claim.length - (to - at))];
    for (int i = 0, j = 0; i < claim.length && j < rest.length; i++) {
      if (i < at || i >= to) {
        rest[j++] = claim[i];
      }
    }
    return rest;
  }

  private static int[] with(int[] claim, int at, int code) {
    int[] more = new int[claim.length + 1];
    System.arraycopy(claim, 0, more, 0, at);
    more[at] = code;
    System.arraycopy(claim, at, more, at + 1, claim.length - at);
    return more;
  }
}
