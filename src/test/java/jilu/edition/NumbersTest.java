package jilu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same is told whether all of them, some or none are in memory. */
class NumbersTest {
  private static final int[] ROOMS = {1, 2, 999, 1000, 1024, 5000, 100_000};

  @Test
  void they_are_in_order_wherever_they_are() throws Exception {
    for (int room : ROOMS) {
      for (int size : new int[] {0, 1, 1023, 1024, 1025, 5000}) {
        long[] given = new Random(size).longs(size, -size, size + 1).toArray();
        long[] sorted = given.clone();
        Arrays.sort(sorted);
        try (Numbers numbers = numbers(room, given)) {
          for (long asked = -size - 1; asked <= size + 1; asked += 1 + size / 500) {
            long number = asked;
            String where = number + " of " + size + ", room for " + room;
            long less = Arrays.stream(sorted).filter(n -> n < number).count();
            assertThat(numbers.first(number)).as(where).isEqualTo(less);
            long equal = Arrays.stream(sorted).filter(n -> n == number).count();
            assertThat(numbers.has(number)).as(where).isEqualTo(equal > 0);
            assertThat(numbers.isRepeated(number)).as(where).isEqualTo(equal > 1);
          }
          assertThat(IntStream.range(0, size).mapToLong(numbers::get).toArray()).isEqualTo(sorted);
        }
      }
    }
  }

  @Test
  void one_that_was_given_twice_is_told() throws Exception {
    for (int room : ROOMS) {
      long[] once = IntStream.range(0, 3000).mapToLong(i -> i * 7L).toArray();
      try (Numbers numbers = numbers(room, once)) {
        assertThat(numbers.anyIsRepeated()).isFalse();
      }
      once[2999] = once[4];
      try (Numbers numbers = numbers(room, once)) {
        assertThat(numbers.anyIsRepeated()).isTrue();
      }
    }
  }

  @Test
  void several_threads_may_give_them() throws Exception {
    try (var numbers = new Numbers(1000)) {
      IntStream.range(0, 500).parallel().forEach(i -> numbers.add(new long[] {i, 500 + i, -i}));
      numbers.sort();
      assertThat(numbers.first(0)).isEqualTo(499);
      assertThat(numbers.isRepeated(0)).isTrue();
      assertThat(IntStream.range(1, 1000)).allMatch(i -> numbers.has(i) && !numbers.isRepeated(i));
    }
  }

  private static Numbers numbers(int room, long[] given) {
    var numbers = new Numbers(room);
    numbers.add(Arrays.copyOf(given, given.length / 3));
    numbers.add(Arrays.copyOfRange(given, given.length / 3, given.length));
    numbers.sort();
    return numbers;
  }
}
