package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import jilu.SmallEdition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where many point to nothing for one reason, that is told once. */
class StraysTest {
  private static final String FIRST = "documents/d19000101.xml";
  private static final String REGISTER = "registers/register.xml";

  @TempDir Path folder;

  @Test
  void an_entry_renamed_is_told_at_the_entry_with_the_places() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(REGISTER, "xml:id=\"jia\"", "xml:id=\"jiaa\"");
    assertThat(edition.places()).containsExactly(REGISTER + ":12:15 J303");
    Finding finding = edition.findings().get(0);
    assertThat(finding.message()).isEqualTo("2 pointers go to #jia, which is nowhere, and none goes to jiaa: was this entry renamed?");
    assertThat(finding.hint()).hasValueSatisfying(hint -> assertThat(hint).endsWith("tei/" + FIRST + ":11, tei/" + FIRST + ":20."));
  }

  @Test
  void of_an_entry_with_a_slip_in_its_id_the_one_is_to_be_mended_not_the_many() throws IOException {
    SmallEdition slip = SmallEdition.in(folder).with(REGISTER, "xml:id=\"jia\"", "xml:id=\"jiaa\"");
    assertThat(slip.findings().get(0).hint().orElse("")).startsWith("Write xml:id=\"jia\" again, as all these places have it: ");
    SmallEdition other = SmallEdition.in(folder.resolve("other")).with(REGISTER, "xml:id=\"jia\"", "xml:id=\"first\"");
    assertThat(other.findings().get(0).hint().orElse("")).startsWith("Write xml:id=\"jia\" again, or #first where ");
  }

  @Test
  void one_pointer_alone_is_told_where_it_stands() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(REGISTER, "xml:id=\"volume\"", "xml:id=\"volumes\"");
    assertThat(edition.places()).containsExactly(FIRST + ":7:69 J303");
  }

  @Test
  void so_is_one_whose_new_name_is_quite_another() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(REGISTER, "xml:id=\"volume\"", "xml:id=\"book-of-songs\"")
        .with("documents/d19000102.xml", "copyOf=\"#d19000101.s1\"", "corresp=\"#volume\"");
    assertThat(edition.places()).containsExactly(REGISTER + ":15:21 J303");
  }

  @Test
  void the_words_of_the_text_tell_which_entry_was_renamed() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder)
            .with(REGISTER, "xml:id=\"yi\"", "xml:id=\"second\"")
            .with(REGISTER, "<listPerson>", "<listPerson><person xml:id=\"other\"><persName>丙</persName></person>");
    assertThat(edition.places()).containsExactly(REGISTER + ":13:15 J303");
  }

  @Test
  void an_id_in_another_case_is_the_one_that_is_offered() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "今天天气", "<ref target=\"#D19000101.p1\">今天</ref>天气");
    assertThat(edition.findings()).extracting(f -> f.hint().orElse("")).containsExactly("Did you mean #d19000101.p1?");
  }

  @Test
  void what_may_point_to_anything_names_no_kind() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "今天天气", "<ref target=\"#nothing-of-this-name\">今天</ref>天气");
    assertThat(edition.findings()).extracting(f -> f.hint().orElse("")).containsExactly("Mend the id.");
  }

  @Test
  void the_same_slip_in_one_file_is_told_once_with_the_other_lines() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder)
            .with(FIRST, "<persName ref=\"#yi\">", "<persName ref=\"#nobody\">")
            .with(FIRST, "friend.", "friend, <persName ref=\"#nobody\">Somebody</persName>.");
    assertThat(edition.places()).containsExactly(FIRST + ":22:47 J303");
    assertThat(edition.findings().get(0).message()).endsWith("; 1 more in this file: line 28.");
  }

  @Test
  void two_slips_in_one_line_are_both_counted_in_it() throws IOException {
    String slip = "<persName ref=\"#nobody\">Somebody</persName>";
    SmallEdition edition =
        SmallEdition.in(folder)
            .with(FIRST, "<persName ref=\"#yi\">", "<persName ref=\"#nobody\">")
            .with(FIRST, "friend.", "friend, " + slip + " and " + slip + ".");
    assertThat(edition.findings().get(0).message()).endsWith("; 2 more in this file: line 28 (2 places).");
  }

  @Test
  void an_entry_copied_with_its_id_is_told_by_its_name_where_the_pointer_has_no_words() throws IOException {
    SmallEdition edition = withCopiedEntry("bing");
    assertThat(edition.places()).containsExactly(REGISTER + ":14:9 J303");
    assertThat(edition.findings().get(0).hint()).hasValue("Write xml:id=\"bing\".");
  }

  @Test
  void a_copied_entry_of_another_name_is_not_taken_for_what_is_missing() throws IOException {
    assertThat(withCopiedEntry("ding").places()).containsExactly(FIRST + ":11:84 J303", REGISTER + ":14:9 J104");
  }

  private SmallEdition withCopiedEntry(String wanted) throws IOException {
    String copy = "\n<person xml:id=\"yi\"><persName>丙</persName><persName xml:lang=\"en\">Old Bing</persName></person>";
    return SmallEdition.in(folder)
        .with(REGISTER, "<persName>乙</persName></person>", "<persName>乙</persName></person>" + copy)
        .with(FIRST, "<person sameAs=\"#yi\"/>", "<person sameAs=\"#yi\"/><person sameAs=\"#" + wanted + "\"/>");
  }
}
