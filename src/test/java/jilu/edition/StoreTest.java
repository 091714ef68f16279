package jilu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoreTest {
  @Test
  void bytes_beyond_the_room_are_read_from_the_file() throws Exception {
    try (var store = new Store(3)) {
      var first = store.put(new byte[] {1, 2, 3});
      var second = store.put(new byte[] {4, 5});
      var third = store.put(new byte[] {6});
      assertThat(first.bytes()).containsExactly(1, 2, 3);
      assertThat(third.bytes()).containsExactly(6);
      assertThat(second.bytes()).containsExactly(4, 5);
    }
  }

  @Test
  void several_threads_get_back_what_each_put() throws Exception {
    try (var store = new Store(100)) {
      List<Boolean> same =
          IntStream.range(0, 2000).parallel()
              .mapToObj(
                  i -> {
                    byte[] bytes = ("file " + i).repeat(i % 7).getBytes();
                    return java.util.Arrays.equals(store.put(bytes).bytes(), bytes);
                  })
              .toList();
      assertThat(same).doesNotContain(false);
    }
  }
}
