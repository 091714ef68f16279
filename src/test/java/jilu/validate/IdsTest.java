package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jilu.SmallEdition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of two ids that are the same the one is told that is wrong, and what it should be. */
class IdsTest {
  private static final String FIRST = "documents/d19000101.xml";
  private static final String REGISTER = "registers/register.xml";

  @TempDir Path folder;

  /** Paragraphs in the place of the second; the first has number 1. */
  private SmallEdition with(List<String> numbers) throws IOException {
    var paragraphs = new StringBuilder();
    for (String number : numbers) {
      paragraphs.append("<p xml:id=\"d19000101.p%s\">第%d段</p>\n".formatted(number, paragraphs.length()));
    }
    return SmallEdition.in(folder)
        .with(FIRST, "<p xml:id=\"d19000101.p2\">", paragraphs + "<p xml:id=\"d19000101.p9\">");
  }

  private String told(String... numbers) throws IOException {
    List<Finding> findings = with(List.of(numbers)).findings();
    assertThat(findings).hasSize(1);
    return findings.get(0).line() + " " + findings.get(0).code() + " " + findings.get(0).hint().orElse("");
  }

  private List<String> places(String... numbers) throws IOException {
    return with(List.of(numbers)).places().stream().map(place -> place.replaceFirst(".*?:", "")).toList();
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
  void siblings_that_repeat_the_ids_of_those_before_are_another_version_of_them() throws IOException {
    Finding finding = with(List.of("2", "3", "2", "3")).findings().get(0);
    assertThat(finding.message())
        .isEqualTo("Lines 29–30 give the ids of lines 27–28 once more, in the same order:"
            + " two versions of one place were left standing, it seems.");
  }

  @Test
  void of_three_versions_the_second_and_the_third_are_told() throws IOException {
    assertThat(places("2", "3", "2", "3", "2", "3")).containsExactly("29:4 J104", "31:4 J104");
  }

  @Test
  void ids_that_come_again_in_another_order_are_told_one_by_one() throws IOException {
    assertThat(places("2", "3", "3", "2")).containsExactly("29:4 J104", "30:4 J104");
  }

  @Test
  void ids_that_come_again_after_others_are_told_one_by_one() throws IOException {
    assertThat(places("2", "3", "4", "2", "3")).containsExactly("30:4 J104", "31:4 J104");
  }

  @Test
  void a_speech_with_the_id_of_another_is_a_version_of_it_if_a_paragraph_is_the_same() throws IOException {
    String first = "<p xml:id=\"d19000101.p3\">第三段</p>\n</sp>\n";
    SmallEdition edition = SmallEdition.in(folder)
        .with(FIRST, "很好</hi>！</p>\n      </sp>", "很好</hi>！</p>" + first
            + "<sp xml:id=\"d19000101.sp2\" who=\"#yi\"><speaker>乙：</speaker>"
            + "<p xml:id=\"d19000101.p2\">Good day.</p>\n" + first);
    assertThat(edition.places()).containsExactly(FIRST + ":30:5 J104");
  }

  @Test
  void a_name_has_no_next_number() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    edition.with(REGISTER, "</listPerson>", "<person xml:id=\"jia\"><persName>丙</persName></person></listPerson>");
    assertThat(edition.places()).containsExactly(REGISTER + ":14:13 J104");
    assertThat(edition.findings().get(0).hint()).contains("Give one of the two another id.");
  }

  /** Who deletes a copy wants to know where it ends, and with which ids it goes. */
  @Test
  void of_a_copy_all_ids_and_lines_are_told() throws IOException {
    String speech = "<sp xml:id=\"d19000101.sp7\" who=\"#yi\"><speaker>乙：</speaker>\n%s</sp>\n";
    String three = paragraphs(3);
    SmallEdition edition =
        SmallEdition.in(folder).with(FIRST, "    </body>", speech.formatted(three).repeat(2) + "    </body>");
    assertThat(edition.findings()).extracting(Finding::message)
        .containsExactly("Lines 35–39 repeat to the letter what begins in line 30, with its ids"
            + " (d19000101.sp7, d19000101.p11, d19000101.p12, d19000101.p13).");
  }

  @Test
  void of_a_long_copy_the_first_and_the_last_id_are_told() throws IOException {
    String speech = "<sp xml:id=\"d19000101.sp7\" who=\"#yi\"><speaker>乙：</speaker>\n" + paragraphs(30) + "</sp>\n";
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "    </body>", speech.repeat(2) + "    </body>");
    assertThat(edition.findings()).extracting(Finding::message)
        .containsExactly("Lines 62–93 repeat to the letter what begins in line 30, with its ids"
            + " (d19000101.sp7, …, d19000101.p40).");
  }

  @Test
  void of_a_copy_within_a_line_the_line_is_not_told_twice() throws IOException {
    String paragraph = "<p xml:id=\"d19000101.p9\">完了。</p>";
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "</p>\n      </sp>\n    </body>",
        "</p>" + paragraph + paragraph + "\n      </sp>\n    </body>");
    assertThat(edition.findings()).extracting(Finding::message)
        .containsExactly("What stands in line 28 is repeated here to the letter, with its id (d19000101.p9).");
  }

  private static String paragraphs(int count) {
    var paragraphs = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      paragraphs.append("<p xml:id=\"d19000101.p%d\">第%d段</p>\n".formatted(10 + i, i));
    }
    return paragraphs.toString();
  }
}
