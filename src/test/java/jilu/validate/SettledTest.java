package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jilu.SmallEdition;
import jilu.edition.Edition;
import jilu.transform.Xslt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Warnings and remarks that a person looked at and that stay. */
class SettledTest {
  private static final String FIRST = "documents/d19000101.xml";
  private static final String PLACE = FIRST + ":23:13 J039";

  @TempDir Path folder;

  /** An edition with a space between Chinese characters. */
  private SmallEdition spaced() throws IOException {
    return SmallEdition.in(folder).with(FIRST, "今天天气", "今天 天气");
  }

  private SmallEdition settled(SmallEdition edition, String... rows) throws IOException {
    Files.writeString(edition.file("settled.tsv"), "code\tid\treason\n" + String.join("\n", rows) + "\n");
    return edition;
  }

  @Test
  void a_warning_with_a_row_for_it_is_not_told() throws IOException {
    SmallEdition edition = spaced();
    assertThat(edition.places()).containsExactly(PLACE);
    settled(edition, "J039\td19000101.p1\tThe source has it so.");
    assertThat(edition.findings()).isEmpty();
    var xslt = new Xslt();
    assertThat(new Checks(xslt, new Reader(xslt)).look(Edition.in(folder)).settled()).hasSize(1);
  }

  @Test
  void one_of_another_rule_or_another_place_is_told_and_the_row_too() throws IOException {
    SmallEdition edition = settled(spaced(), "J039\td19000102.p1\tThe source has it so.", "J034\td19000101.p1\tSo.");
    assertThat(edition.places()).containsExactly(PLACE, "settled.tsv:2:1 J335", "settled.tsv:3:1 J335");
  }

  @Test
  void of_a_row_with_the_wrong_id_it_is_told_which_ids_there_are() throws IOException {
    SmallEdition edition = settled(spaced(), "J039\td19000101\tThe source has it so.", "J034\td19000101.p1\tSo.");
    assertThat(edition.findings()).filteredOn(f -> f.code().equals("J335")).extracting(f -> f.hint().orElse(""))
        .containsExactly("J039 is told of d19000101.p1: write that id, or take this row out.", "Take this row out.");
  }

  @Test
  void of_more_than_there_are_rows_all_are_told() throws IOException {
    SmallEdition edition = settled(spaced().with(FIRST, "你好，", "你 好，"), "J039\td19000101.p1\tThe source has it so.");
    assertThat(edition.places()).hasSize(3).contains("settled.tsv:2:1 J335");
    assertThat(edition.findings()).extracting(Finding::message)
        .contains("There are 2 of J039 in d19000101.p1, and 1 row for it: it cannot be known which of them is settled.");
  }

  @Test
  void a_row_for_each_of_two_settles_both() throws IOException {
    SmallEdition edition = spaced().with(FIRST, "你好，", "你 好，");
    assertThat(settled(edition, "J039\td19000101.p1\tSo.", "J039\td19000101.p1\tSo.").findings()).isEmpty();
  }

  @Test
  void an_error_is_told_though_there_is_a_row_for_it() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "ref=\"#yi\"", "ref=\"#nobody\"");
    List<String> places = edition.places();
    settled(edition, "J303\td19000101.p1\tSo.");
    assertThat(edition.places()).containsAll(places).contains("settled.tsv:2:1 J335");
  }

  @Test
  void what_an_error_may_hide_is_not_said_to_have_gone() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "ref=\"#yi\"", "ref=\"#nobody\"");
    List<String> places = edition.places();
    assertThat(settled(edition, "J039\td19000101.p1\tThe source has it so.").places()).isEqualTo(places);
  }

  @Test
  void a_row_without_its_cells_or_its_reason_is_told_and_settles_nothing() throws IOException {
    SmallEdition edition = settled(spaced(), "J039\td19000101.p1", "J039\td19000101.p1\t ");
    assertThat(edition.places()).containsExactly(PLACE, "settled.tsv:2:1 J334", "settled.tsv:3:1 J334");
  }
}
