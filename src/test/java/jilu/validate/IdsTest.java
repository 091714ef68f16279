package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import jilu.SmallEdition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of two ids that are the same the one is told that is wrong, and what it should be. */
class IdsTest {
  private static final String FIRST = "documents/d19000101.xml";
  private static final String REGISTER = "registers/register.xml";

  @TempDir Path folder;

  /** Four paragraphs in the place of the second; the first has number 1. */
  private String told(String... numbers) throws IOException {
    var paragraphs = new StringBuilder();
    for (String number : numbers) {
      paragraphs.append("<p xml:id=\"d19000101.p%s\">第%d段</p>\n".formatted(number, paragraphs.length()));
    }
    SmallEdition edition = SmallEdition.in(folder);
    edition.with(FIRST, "<p xml:id=\"d19000101.p2\">", paragraphs + "<p xml:id=\"d19000101.p9\">");
    Finding finding = edition.findings().get(0);
    assertThat(edition.findings()).hasSize(1);
    return finding.line() + " " + finding.code() + " " + finding.hint().orElse("");
  }

  @Test
  void a_number_that_is_missing_before_is_what_the_first_should_be() throws IOException {
    assertThat(told("2", "4", "4", "5"))
        .isEqualTo("28 J104 By the numbers before and after it, d19000101.p3 belongs here.");
  }

  @Test
  void a_number_that_is_missing_after_is_what_the_second_should_be() throws IOException {
    assertThat(told("2", "3", "3", "5"))
        .isEqualTo("29 J104 By the numbers before and after it, d19000101.p4 belongs here.");
  }

  @Test
  void where_none_is_missing_the_next_free_number_is_named() throws IOException {
    assertThat(told("2", "3", "3", "4")).isEqualTo("29 J104 Give this one the next free number: d19000101.p10.");
  }

  @Test
  void a_name_has_no_next_number() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    edition.with(REGISTER, "</listPerson>", "<person xml:id=\"jia\"><persName>丙</persName></person></listPerson>");
    assertThat(edition.places()).containsExactly(REGISTER + ":14:13 J104");
    assertThat(edition.findings().get(0).hint()).contains("Give one of the two another id.");
  }
}
