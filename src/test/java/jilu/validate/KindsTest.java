package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import jilu.SmallEdition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a document is, by its subtitle and by its header. */
class KindsTest {
  private static final String SECOND = "documents/d19000102.xml";
  private static final String LIST = "<category xml:id=\"kind-record\"><catDesc xml:lang=\"zh-Hans\">记录</catDesc></category>";

  @TempDir Path folder;

  /** A document that its header says to be a record. */
  private SmallEdition titled(String subtitle) throws IOException {
    return SmallEdition.in(folder)
        .with("edition.xml", LIST, LIST.replace("</category>", "<catDesc xml:lang=\"en\">record</catDesc></category>")
            + kind("telegram", "电报", "telegram") + kind("note", "照会", "diplomatic note")
            + kind("treaty", "协定", "agreement") + kind("talks", "会谈记录", "record of talks"))
        .with(SECOND, "</titleStmt>", "<title type=\"sub\">" + subtitle + "</title></titleStmt>");
  }

  private static String kind(String id, String chinese, String english) {
    return "<category xml:id=\"kind-" + id + "\"><catDesc xml:lang=\"zh-Hans\">" + chinese
        + "</catDesc><catDesc xml:lang=\"en\">" + english + "</catDesc></category>";
  }

  private void isTold(String subtitle) throws IOException {
    assertThat(titled(subtitle).places()).containsExactly(SECOND + ":11:42 J318");
  }

  private void isSound(String subtitle) throws IOException {
    assertThat(titled(subtitle).places()).isEmpty();
  }

  @Test
  void another_kind_at_the_end_error() throws IOException {
    isTold("甲致乙照会（摘录）：");
  }

  @Test
  void a_telegram_by_one_sign_error() throws IOException {
    isTold("甲致乙电（摘录）");
  }

  @Test
  void another_kind_in_english_error() throws IOException {
    isTold("Agreement");
  }

  @Test
  void what_is_told_names_both() throws IOException {
    assertThat(titled("甲致乙照会").findings()).singleElement()
        .returns("By its subtitle, “甲致乙照会”, this is “照会” (#kind-note); target=\"#kind-record\" says “记录”.", Finding::message)
        .returns(
            Optional.of(
                "Write target=\"#kind-note\", or correct the subtitle if that is wrong. If its last words are about"
                    + " another document, leave both."),
            Finding::hint);
  }

  @Test
  void that_a_telegram_lacks_its_sender_follows_error() throws IOException {
    SmallEdition edition = titled("甲与乙会谈的协定").with(SECOND, "#kind-record", "#kind-telegram");
    assertThat(edition.places()).containsExactly(SECOND + ":11:42 J318");
  }

  @Test
  void the_head_of_the_text_error() throws IOException {
    SmallEdition edition = titled("某日").with(SECOND, "<body>", "<body><head type=\"sub\">——甲致乙照会</head>");
    assertThat(edition.places()).containsExactly(SECOND + ":11:42 J318");
  }

  @Test
  void its_own_kind_valid() throws IOException {
    isSound("甲与乙关于照会的谈话记录");
  }

  @Test
  void a_kind_within_another_valid() throws IOException {
    isSound("会谈记录");
  }

  @Test
  void another_kind_before_the_end_valid() throws IOException {
    isSound("甲对乙照会的答复");
  }

  @Test
  void no_telegram_to_anybody_valid() throws IOException {
    isSound("核电");
  }

  @Test
  void a_longer_word_in_english_valid() throws IOException {
    isSound("Disagreement");
  }

  @Test
  void both_kinds_valid() throws IOException {
    SmallEdition edition = titled("甲致乙照会");
    edition.with(
        SECOND, "target=\"#kind-record\"/>", "target=\"#kind-record\"/><catRef scheme=\"#kinds\" target=\"#kind-note\"/>");
    assertThat(edition.places()).doesNotContain(SECOND + ":11:42 J318");
  }
}
