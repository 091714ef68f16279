package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jilu.SmallEdition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who wrote to whom, by the title of a letter and by its header. */
class LettersTest {
  private static final String SECOND = "documents/d19000102.xml";
  private static final String REGISTER = "registers/register.xml";

  @TempDir Path folder;

  /** A letter of 甲木 to 乙水. */
  private SmallEdition titled(String title) throws IOException {
    return SmallEdition.in(folder)
        .with(REGISTER, "<persName>甲</persName>", "<persName>甲木</persName><persName xml:lang=\"en\">Anna Bell</persName>")
        .with(REGISTER, "<persName>乙</persName>", "<persName>乙水</persName><persName xml:lang=\"en\">Carl Dorn</persName>")
        .with("documents/d19000101.xml", "<speaker>甲：", "<speaker>甲木：")
        .with("documents/d19000101.xml", "<speaker>乙：", "<speaker>乙水：")
        .with("documents/d19000101.xml", "\"#yi\">乙<", "\"#yi\">乙水<")
        .with(SECOND, "</titleStmt>", "<title type=\"sub\">" + title + "</title></titleStmt>")
        .with(SECOND, "</profileDesc>", "<correspDesc>\n<correspAction type=\"sent\"><persName ref=\"#jia\"/></correspAction>\n"
            + "<correspAction type=\"received\"><persName ref=\"#yi\"/></correspAction></correspDesc></profileDesc>");
  }

  private void isTold(String title) throws IOException {
    assertThat(titled(title).places()).containsExactly(SECOND + ":13:1 J315");
  }

  private void isSound(String title) throws IOException {
    assertThat(titled(title).places()).isEmpty();
  }

  @Test
  void a_title_the_other_way_round_error() throws IOException {
    isTold("乙水致甲木电（摘录）");
  }

  @Test
  void a_title_with_a_date_and_forms_of_address_error() throws IOException {
    isTold("——1900年1月2日乙水同志给甲木同志的信");
  }

  @Test
  void a_reply_the_other_way_round_error() throws IOException {
    isTold("乙水回复甲木照会");
  }

  @Test
  void a_reply_valid() throws IOException {
    isSound("甲木同志答复乙水同志电");
  }

  @Test
  void a_reply_to_what_another_wrote_valid() throws IOException {
    isSound("乙水对甲木来电的答复");
  }

  @Test
  void an_english_title_error() throws IOException {
    isTold("Telegram from Carl Dorn to Anna Bell, 2 January 1900");
  }

  @Test
  void what_is_told_names_both() throws IOException {
    Finding told = titled("乙水致甲木电").findings().get(0);
    assertThat(told.said().en()).isEqualTo("By the title, “乙水致甲木电”, 乙水 wrote to 甲木; here it is the other way round.");
    assertThat(told.said().zh()).isEqualTo("按标题“乙水致甲木电”，是乙水写给甲木；这里正好相反。");
  }

  @Test
  void a_title_against_header_and_head_is_told_as_the_wrong_one() throws IOException {
    SmallEdition edition = titled("乙水致甲木电").with(SECOND, "<body>", "<body><head>——甲木致乙水电</head>");
    assertThat(edition.places()).containsExactly(SECOND + ":5:50 J315");
    assertThat(edition.findings().get(0).said().zh())
        .isEqualTo("按这个标题，是乙水写给甲木；正文的标题“——甲木致乙水电”和 correspDesc 却正好相反。");
  }

  private Finding ended(String opener, String closer) throws IOException {
    SmallEdition edition = titled("乙水致甲木电").with(SECOND, "<p xml:id=\"d19000102.p1\">今天有风。</p>",
        opener + "<p xml:id=\"d19000102.p1\">今天有风。</p>" + closer);
    assertThat(edition.findings()).hasSize(1);
    return edition.findings().get(0);
  }

  @Test
  void a_title_against_header_and_signature_is_told_as_the_wrong_one() throws IOException {
    Finding told = ended("", "<closer><signed><persName ref=\"#jia\">甲木</persName></signed></closer>");
    assertThat(told.line()).isEqualTo(5);
    assertThat(told.hint()).contains("Exchange the two names in this title.");
  }

  @Test
  void a_header_against_title_and_signature_is_told_as_the_wrong_one() throws IOException {
    Finding told = ended("", "<closer><signed><persName ref=\"#yi\">乙水</persName></signed></closer>");
    assertThat(told.line()).isEqualTo(13);
    assertThat(told.hint()).contains("Exchange those in the two correspAction.");
  }

  @Test
  void a_header_against_title_and_salute_is_told_as_the_wrong_one() throws IOException {
    Finding told = ended("<opener><salute><persName ref=\"#jia\">甲木</persName>同志：</salute></opener>", "");
    assertThat(told.hint()).contains("Exchange those in the two correspAction.");
  }

  @Test
  void a_signature_and_a_salute_that_differ_settle_nothing() throws IOException {
    Finding told = ended("<opener><salute><persName ref=\"#jia\">甲木</persName>同志：</salute></opener>",
        "<closer><signed><persName ref=\"#jia\">甲木</persName></signed></closer>");
    assertThat(told.line()).isEqualTo(13);
    assertThat(told.hint().orElseThrow()).startsWith("Compare with the source");
  }

  @Test
  void names_that_point_to_each_other_are_told_as_that() throws IOException {
    List<String> told =
        titled("甲木致乙水电")
            .with(SECOND, "<persName ref=\"#jia\"/>", "<persName ref=\"#yi\">甲木</persName>")
            .with(SECOND, "<persName ref=\"#yi\"/>", "<persName ref=\"#jia\">乙水</persName>")
            .places();
    assertThat(told).containsExactly(SECOND + ":13:38 J313", SECOND + ":14:42 J313");
  }

  @Test
  void the_same_way_round_valid() throws IOException {
    isSound("甲木致乙水电（摘录）");
  }

  @Test
  void an_answer_to_a_letter_valid() throws IOException {
    isSound("答乙水致甲木电");
  }

  @Test
  void an_answer_that_says_so_at_the_end_valid() throws IOException {
    isSound("乙水致甲木电的复电");
  }

  @Test
  void another_who_writes_valid() throws IOException {
    isSound("某社致甲木电");
  }

  @Test
  void a_letter_about_a_letter_valid() throws IOException {
    isSound("On the letter of Carl Dorn to Anna Bell");
  }

  @Test
  void the_secretary_of_the_addressee_valid() throws IOException {
    isSound("乙水的秘书致甲木电");
  }

  @Test
  void an_answer_in_english_valid() throws IOException {
    isSound("Carl Dorn to Anna Bell: her reply");
  }
}
