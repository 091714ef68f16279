package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jilu.SmallEdition;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A passage that was moved is told by the numbers of ids; one that is new is not. */
class NumberingTest {
  private static final String FIRST = "documents/d19000101.xml";

  @TempDir Path folder;

  /** What is told of paragraphs with such numbers between the first and the twentieth. */
  private List<String> told(String numbers) throws IOException {
    String paragraphs =
        Stream.of(numbers.split(" "))
            .map("<p xml:id=\"d19000101.p%1$s\">第%1$s段<note xml:id=\"d19000101.n%1$s\">注%1$s</note></p>\n"::formatted)
            .collect(Collectors.joining());
    return SmallEdition.in(folder)
        .with(FIRST, "<p xml:id=\"d19000101.p2\">", paragraphs + "<p xml:id=\"d19000101.p20\">")
        .findings().stream().map(finding -> finding.code() + " " + finding.message()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2 3 5 4 6, p4 stands behind d19000101.p5",
    "2 4 5 6 3 7, p3 stands behind d19000101.p6",
    "6 2 3 4 5 7, p6 stands before d19000101.p2",
    "2 6 7 3 4 5 8, p3 stands behind d19000101.p7"
  })
  void one_that_stands_elsewhere_is_told_once_without_what_is_in_it_error(String numbers, String told) throws IOException {
    assertThat(told(numbers)).containsExactly("J316 d19000101." + told + ": has a passage been moved?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2 3 4", "2 4 7 9", "2 3 21 4 5", "2 21 22 23 3 4", "19 18 17", "5 2 8 3 7"})
  void rising_numbers_new_ones_and_other_orders_are_not_told_valid(String numbers) throws IOException {
    assertThat(told(numbers)).isEmpty();
  }
}
