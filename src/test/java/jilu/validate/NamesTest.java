package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the names that there are is offered for one that there is not. */
class NamesTest {
  private static final List<String> NAMES = List.of("h", "lb", "persName", "q");

  @ParameterizedTest
  @CsvSource({"l, lb", "qq, q", "bl, lb", "persname, persName", "presName, persName", "Q, q"})
  void a_slip(String written, String meant) {
    assertThat(Names.near(written, NAMES)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"y", "x", "orgName", "''"})
  void no_slip(String written) {
    assertThat(Names.near(written, NAMES)).isEmpty();
  }
}
