package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import jilu.SmallEdition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name in the text against those that the register gives to the one it points to, and to others. */
class NamingsTest {
  private static final String FIRST = "documents/d19000101.xml";
  private static final String REGISTER = "registers/register.xml";

  @TempDir Path folder;

  private SmallEdition edition;

  @BeforeEach
  void edition() throws IOException {
    edition = SmallEdition.in(folder).with(REGISTER, "<persName>乙</persName>", "<persName>乙木</persName>");
  }

  private SmallEdition labelled(String label) throws IOException {
    return edition.with(FIRST, "<speaker>甲：</speaker>", "<speaker>" + label + "：</speaker>");
  }

  @Test
  void a_title_after_the_name_error() throws IOException {
    assertThat(labelled("乙木同志").places()).containsExactly(FIRST + ":20:34 J313");
  }

  /** Neither with the form of address nor with the colon, and not as a name that the other might have. */
  @Test
  void the_name_is_told_as_the_register_has_it_error() throws IOException {
    assertThat(labelled("乙木同志").findings()).singleElement()
        .returns("who=\"#jia\" and the speaker label below differ: it reads “乙木同志：”, and “乙木” is #yi in the register.", Finding::message)
        .returns(
            Optional.of("If the label is right, write who=\"#yi\"; otherwise correct the label."), Finding::hint);
  }

  @Test
  void an_alias_of_another_may_be_one_of_the_speaker_too_error() throws IOException {
    edition.with(REGISTER, "<persName>乙木</persName>", "<persName>乙木</persName><persName type=\"alias\">Old Wood</persName>");
    assertThat(labelled("Old Wood").findings()).singleElement()
        .returns("who=\"#jia\" and the speaker label below differ: it reads “Old Wood：”, and “Old Wood” is #yi in the register.", Finding::message)
        .returns(
            Optional.of(
                "If the label is right, write who=\"#yi\"; otherwise correct the label. If #jia is meant after all, add “Old Wood” to that entry, with type=\"alias\"."),
            Finding::hint);
  }

  @Test
  void the_secretary_of_another_valid() throws IOException {
    assertThat(labelled("乙木的秘书").places()).isEmpty();
  }

  @Test
  void a_name_that_nobody_bears_valid() throws IOException {
    assertThat(labelled("主席").places()).isEmpty();
  }

  @Test
  void a_name_that_two_bear_valid() throws IOException {
    edition.with(REGISTER, "<persName>乙木</persName>", "<persName>乙木</persName><note>诗人</note>");
    edition.with(
        REGISTER, "<listPerson>",
        "<listPerson><person xml:id=\"bing\"><persName>乙木</persName><note>画家</note></person>");
    assertThat(labelled("乙木").places()).isEmpty();
  }

  @Test
  void a_name_that_is_also_the_own_valid() throws IOException {
    edition.with(REGISTER, "<persName>甲</persName>", "<persName>甲</persName><persName type=\"alias\">乙木先生</persName>");
    assertThat(labelled("乙木").places()).isEmpty();
  }

  private SmallEdition misspelt(String label, String last) throws IOException {
    return edition
        .with(REGISTER, "<persName>甲</persName>", "<persName>米高扬</persName>")
        .with(FIRST, "<speaker>甲：</speaker>", "<speaker>" + label + "：</speaker>")
        .with(FIRST, "</body>", "<sp who=\"#jia\"><speaker>（" + last + "）</speaker><p xml:id=\"d19000101.p3\">好。</p></sp></body>");
  }

  @Test
  void a_label_with_one_sign_for_another_error() throws IOException {
    assertThat(misspelt("米髙扬", "米高扬").places()).containsExactly(FIRST + ":21:19 J317");
  }

  @Test
  void a_label_that_is_always_spelt_so_valid() throws IOException {
    assertThat(misspelt("米髙扬", "米髙扬").places()).isEmpty();
  }

  @Test
  void a_label_that_is_marked_as_irregular_valid() throws IOException {
    assertThat(misspelt("<orig>米髙扬</orig>", "米高扬").places()).isEmpty();
  }

  @Test
  void a_label_that_is_a_name_of_the_speaker_too_valid() throws IOException {
    misspelt("米髙扬", "米高扬")
        .with(REGISTER, "<persName>米高扬</persName>", "<persName>米高扬</persName><persName type=\"alias\">米髙扬</persName>");
    assertThat(edition.places()).isEmpty();
  }

  @Test
  void the_name_of_a_place_valid() throws IOException {
    edition
        .with(REGISTER, "<persName>乙木</persName>", "<persName>乙</persName>")
        .with(REGISTER, "<listBibl>", "<listPlace><place xml:id=\"hill\"><placeName>木山</placeName></place></listPlace><listBibl>");
    assertThat(labelled("木山").places()).isEmpty();
  }

  @Test
  void a_name_of_which_the_own_has_all_words_valid() throws IOException {
    edition
        .with(REGISTER, "<persName>甲</persName>", "<persName>甲</persName><persName>Anna Maria Bell</persName>")
        .with(REGISTER, "<persName>乙木</persName>", "<persName>Anna Bell</persName>");
    assertThat(labelled("Anna Bell").places()).isEmpty();
  }

  @Test
  void a_name_that_shares_a_word_with_the_own_error() throws IOException {
    edition
        .with(REGISTER, "<persName>甲</persName>", "<persName>甲</persName><persName>Anna Young</persName>")
        .with(REGISTER, "<persName>乙木</persName>", "<persName>Anna Bell</persName>");
    assertThat(labelled("Anna Bell").places()).containsExactly(FIRST + ":20:34 J313");
  }

  @Test
  void the_name_turned_round_error() throws IOException {
    edition.with(REGISTER, "<persName>乙木</persName>", "<persName>乙木</persName><persName>Mu Yi</persName>");
    assertThat(labelled("YI, Mu").places()).containsExactly(FIRST + ":20:34 J313");
  }

  @Test
  void who_is_no_party_because_of_it_is_told_once_as_an_error() throws IOException {
    edition
        .with(REGISTER, "<listPerson>", "<listPerson><person xml:id=\"bing\"><persName>丙</persName></person>")
        .with(FIRST, "who=\"#jia\"", "who=\"#bing\"");
    assertThat(edition.findings()).singleElement().returns("J313", Finding::code).returns(Severity.ERROR, Finding::severity);
  }

  @Test
  void it_is_no_error_by_itself() throws IOException {
    edition.with(FIRST, "<persName ref=\"#yi\">乙</persName>", "<persName ref=\"#jia\">乙木</persName>");
    assertThat(edition.findings()).singleElement().returns("J313", Finding::code).returns(Severity.WARNING, Finding::severity);
  }

  @Test
  void an_entry_with_the_id_of_another_is_told_once_and_mended_error() throws IOException {
    edition.with(REGISTER, "xml:id=\"yi\"", "xml:id=\"jia\"").with(FIRST, ">乙<", ">乙木<");
    assertThat(edition.places()).containsExactly(REGISTER + ":13:15 J303");
    assertThat(edition.findings().get(0).hint()).contains("Write xml:id=\"yi\".");
    Mender.mend(edition.findings());
    assertThat(edition.places()).isEmpty();
  }

  @Test
  void an_entry_with_the_id_of_one_in_another_file_is_told_once_error() throws IOException {
    edition.with(REGISTER, "xml:id=\"yi\"", "xml:id=\"small\"").with(FIRST, ">乙<", ">乙木<");
    assertThat(edition.places()).containsExactly(REGISTER + ":13:15 J303");
    assertThat(edition.findings().get(0).hint()).contains("Write xml:id=\"yi\".");
  }

  @Test
  void ids_that_two_entries_exchanged_are_told_once_error() throws IOException {
    edition.with(REGISTER, "xml:id=\"yi\"", "xml:id=\"\"").with(REGISTER, "xml:id=\"jia\"", "xml:id=\"yi\"")
        .with(REGISTER, "xml:id=\"\"", "xml:id=\"jia\"").with(FIRST, "<speaker>乙：", "<speaker>乙木：");
    assertThat(edition.places()).containsExactly(REGISTER + ":13:15 J313");
    assertThat(edition.findings().get(0).hint())
        .contains("Write xml:id=\"yi\" here, and xml:id=\"jia\" at tei/registers/register.xml:12.");
  }

  @Test
  void pointers_that_two_names_exchanged_while_others_agree_are_told_each_error() throws IOException {
    edition.with(FIRST, "who=\"#yi\"", "who=\"#jia\"").with(FIRST, "<speaker>乙：", "<speaker>乙木：")
        .with(FIRST, "<persName ref=\"#yi\">乙", "<persName ref=\"#yi\">甲");
    assertThat(edition.places()).containsExactly(FIRST + ":22:47 J313", FIRST + ":25:34 J313");
  }
}
