package jilu.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import jilu.edition.Room;
import jilu.quote.Alignment.Kind;
import jilu.quote.Alignment.Stretch;
import org.junit.jupiter.api.Test;

/** Each kind of outcome, on an invented exchange about a bridge. */
class AuditTest {
  private static final String TALK = """
      <head type="compiler">乙方提议桥梁由甲方修建</head>
      <head type="title">关于桥梁的谈话</head>
      <sp xml:id="a.sp1"><speaker>甲：</speaker><p xml:id="a.p1">桥是去年秋天开始修的，材料由乙方提供，工人由我们自己找。到了冬天，工程停了下来。</p></sp>
      <sp xml:id="a.sp2"><speaker>乙：</speaker><p xml:id="a.p2">按照我的提议，双方各出一半费用，后来改为三七分担。此外，桥梁由甲方修建并且管理。</p></sp>
      <p xml:id="a.p3">甲说，现在大家都很高<pb break="no"/>兴，渡口也不再需要了。</p>""";
  private static final String LETTER = """
      <p xml:id="b.p1">来信收到。渡船已经卖掉，码头改成了集市，请放心。</p>
      <p xml:id="b.p2">另有一事：学校的钟坏了，请派人来修。</p>""";

  private static Audited quoted(String source, String words) {
    return texts().preface("<p xml:id='e.p1'>有人说<quote xml:id='e.q1' source='#" + source + "'>" + words + "</quote>。</p>").only();
  }

  private static Audited unsourced(String words) {
    return texts().preface("<p xml:id='e.p1'>有人说<q xml:id='e.q1'>" + words + "</q>。</p>").only();
  }

  private static Texts texts() {
    return new Texts().document("a", TALK).document("b", LETTER);
  }

  private static List<Stretch> changes(Audited audited) {
    return audited.outcome().found().orElseThrow().stretches().stream().filter(s -> s.kind() != Kind.SAME).toList();
  }

  @Test
  void same_words_are_verbatim() {
    Audited audited = quoted("a.p1", "“材料由乙方提供，工人由我们自己找”");
    assertThat(audited.outcome()).isInstanceOf(Outcome.Verbatim.class);
    assertThat(audited.outcome().found().orElseThrow().from()).isEqualTo("a.p1");
    assertThat(audited.outcome().found().orElseThrow().before()).isEqualTo("桥是去年秋天开始修的，");
    assertThat(audited.outcome().found().orElseThrow().after()).isEqualTo("。到了冬天，工程停了下来。");
  }

  @Test
  void one_character_too_many_is_altered() {
    Audited audited = quoted("a", "“材料都由乙方提供，工人由我们自己找”");
    assertThat(audited.outcome()).isInstanceOf(Outcome.Altered.class);
    assertThat(changes(audited)).containsExactly(new Stretch(Kind.INSERTED, "都", ""));
  }

  @Test
  void one_character_for_another_is_altered() {
    Audited audited = quoted("a", "“材料由丙方提供，工人由我们自己找”");
    assertThat(audited.outcome()).isInstanceOf(Outcome.Altered.class);
    assertThat(changes(audited)).containsExactly(new Stretch(Kind.REPLACED, "丙", "乙"));
  }

  @Test
  void one_character_too_few_is_an_unmarked_omission() {
    Audited audited = quoted("a", "“材料由乙方提供，工人由我们找”");
    assertThat(audited.outcome()).isEqualTo(new Outcome.Omitting(audited.outcome().found().orElseThrow(), false));
    assertThat(changes(audited)).containsExactly(new Stretch(Kind.DROPPED, "", "自己"));
  }

  @Test
  void words_left_out_at_an_ellipsis_are_a_marked_omission() {
    Audited audited = quoted("a", "“桥是去年秋天开始修的……到了冬天，工程停了下来。”");
    assertThat(audited.outcome()).isEqualTo(new Outcome.Omitting(audited.outcome().found().orElseThrow(), true));
    assertThat(changes(audited)).containsExactly(new Stretch(Kind.OMITTED, "……", "，材料由乙方提供，工人由我们自己找。"));
  }

  @Test
  void an_encoded_omission_marks_as_an_ellipsis_does() {
    Audited audited = quoted("a", "“双方各出一半费用，<gap reason='sampling' rend='...'/>桥梁由甲方修建并且管理”");
    assertThat(changes(audited)).containsExactly(new Stretch(Kind.OMITTED, "...", "后来改为三七分担。此外，"));
  }

  @Test
  void an_ellipsis_at_either_end_leaves_nothing_out() {
    assertThat(quoted("a", "“……材料由乙方提供，工人由我们自己找……”").outcome()).isInstanceOf(Outcome.Verbatim.class);
  }

  @Test
  void a_marked_and_an_unmarked_omission_are_told_apart() {
    Audited audited = quoted("a", "“桥是去年开始修的……到了冬天，工程停了下来”");
    assertThat(audited.outcome()).isEqualTo(new Outcome.Omitting(audited.outcome().found().orElseThrow(), false));
    assertThat(changes(audited)).extracting(Stretch::kind).containsExactly(Kind.DROPPED, Kind.OMITTED);
  }

  /** What is left out ends with the character before it: the diff could as well cut it in two. */
  @Test
  void an_omission_is_given_whole() {
    Audited audited = quoted("a.sp2", "“双方各出一半费用，桥梁由甲方修建并且管理”");
    assertThat(changes(audited)).containsExactly(new Stretch(Kind.DROPPED, "", "后来改为三七分担。此外，"));
  }

  @Test
  void each_folding_is_named() {
    assertThat(foldings("“材料由乙方提供,工人由我们自己找”")).containsExactly(Folding.WIDTH);
    assertThat(foldings("“材料由乙方提供， 工人由我们自己找”")).containsExactly(Folding.WHITE_SPACE);
    assertThat(foldings("“材料由乙方提供、工人由我们自己找”")).containsExactly(Folding.PUNCTUATION);
    assertThat(foldings("“材料由乙方提供，工人由我們自己找”")).containsExactly(Folding.SCRIPT);
    assertThat(foldings("“材料由乙方提供,工人 由我們自己找”"))
        .containsExactlyInAnyOrder(Folding.WIDTH, Folding.WHITE_SPACE, Folding.SCRIPT);
  }

  @Test
  void marks_of_quotation_that_nest_otherwise_change_no_words() {
    String talk = "<p xml:id='d.p1'>他说：“他们管那座桥叫‘长桥’，我们不这样叫。”说完就走了。</p>";
    for (String words : List.of(
        "“他说：‘他们管那座桥叫“长桥”，我们不这样叫。’说完就走了。”",
        "“他说：‘他们管那座桥叫长桥，我们不这样叫。’说完就走了。”",
        "“他们管那座桥叫“长桥”，我们不这样叫。说完就走了。”",
        "「他們管那座橋叫「長橋」，我們不這樣叫。』說完就走了。」")) {
      Audited audited =
          new Texts().document("d", talk).preface("<p>有人说<quote source='#d'>" + words + "</quote>。</p>").audit().get(1);
      assertThat(audited.outcome()).as(words).isInstanceOf(Outcome.Folded.class);
      assertThat(audited.outcome().found().orElseThrow().foldings()).contains(Folding.PUNCTUATION);
    }
  }

  @Test
  void a_mark_of_quotation_before_each_paragraph_changes_no_words() {
    Audited audited =
        new Texts().document("a", TALK).document("b", LETTER)
            .preface(
                "<p><quote xml:id='q1' source='#b' next='#q2'>“渡船已经卖掉，码头改成了集市，请放心。</quote></p>"
                    + "<p><quote xml:id='q2' prev='#q1'>“另有一事：学校的钟坏了，请派人来修。”</quote></p>")
            .only();
    assertThat(audited.outcome()).isInstanceOf(Outcome.Folded.class);
  }

  @Test
  void other_words_within_marks_of_quotation_are_altered() {
    Audited audited = quoted("a", "“材料‘都’由乙方提供，工人由我们自己找”");
    assertThat(audited.outcome()).isInstanceOf(Outcome.Altered.class);
    assertThat(changes(audited)).containsExactly(new Stretch(Kind.INSERTED, "‘都’", ""));
  }

  private static java.util.Set<Folding> foldings(String words) {
    Outcome outcome = quoted("a", words).outcome();
    assertThat(outcome).isInstanceOf(Outcome.Folded.class);
    return outcome.found().orElseThrow().foldings();
  }

  private static final String MINUTES = """
      <p xml:id="c.p1">The bridge was begun last autumn; the materials came from the other side, and the workmen we found ourselves.</p>
      <p xml:id="c.p2">The members agreed that the ferry should be sold, and that the school clock would have to be mended before the winter.</p>""";

  private static Audited english(String words) {
    return new Texts().document("c", MINUTES).preface("<p xml:id='e.p1'>They say <q xml:id='e.q1'>" + words + "</q>.</p>").only();
  }

  @Test
  void an_alphabet_is_compared_word_by_word() {
    Audited audited = english("“the materials came from our side, and the workmen we found ourselves”");
    assertThat(changes(audited)).containsExactly(new Stretch(Kind.REPLACED, "our", "the other"));
  }

  @Test
  void letters_in_common_are_no_words_in_common() {
    assertThat(english("“the mother chewed old leather and salt before the windows were scrubbed”").outcome())
        .isInstanceOf(Outcome.NotFound.class);
  }

  @Test
  void words_from_here_and_there_are_no_quotation() {
    assertThat(english("“the ferry, and the bridge before the winter”").outcome()).isInstanceOf(Outcome.NotFound.class);
  }

  @Test
  void a_capital_letter_is_a_folding() {
    Audited audited = english("“The workmen we found ourselves”");
    assertThat(audited.outcome()).isInstanceOf(Outcome.Folded.class);
    assertThat(audited.outcome().found().orElseThrow().foldings()).containsExactly(Folding.CASE);
  }

  @Test
  void a_line_break_parts_words_valid() {
    assertThat(english("“the materials came from the other<lb/>side”").outcome()).isInstanceOf(Outcome.Verbatim.class);
  }

  @Test
  void a_line_break_within_a_word_parts_none_valid() {
    assertThat(english("“the mate<lb break='no'/>rials came from the other side”").outcome())
        .isInstanceOf(Outcome.Verbatim.class);
  }

  @Test
  void a_line_that_wraps_before_an_element_parts_words_valid() {
    assertThat(english("“the materials\n came from <hi>the</hi>\n <hi>other</hi>\n side”").outcome())
        .isInstanceOf(Outcome.Verbatim.class);
    assertThat(english("<hi>the materials</hi>\n <hi>came from the other side</hi>").outcome())
        .isInstanceOf(Outcome.Verbatim.class);
  }

  @Test
  void words_that_are_written_together_are_another_error() {
    assertThat(english("“the materials came from the <hi>other</hi>side, and the workmen we found”").outcome())
        .isInstanceOf(Outcome.Altered.class);
  }

  @Test
  void space_within_a_choice_is_none_of_the_text_valid() {
    assertThat(english("“the mate<choice>\n <sic>rials</sic>\n <corr/>\n </choice> came from the other side”").outcome())
        .isInstanceOf(Outcome.Verbatim.class);
  }

  /** Where no spaces part words, neither does a line that wraps. */
  @Test
  void a_line_break_in_chinese_is_no_space_valid() {
    Audited audited = quoted("a", "“材料由<lb/>乙方<hi>提供</hi>\n  <hi>，工人</hi>\n由我们自己找”");
    assertThat(audited.outcome()).isInstanceOf(Outcome.Verbatim.class);
    assertThat(audited.quotation().printed()).isEqualTo("材料由乙方提供，工人由我们自己找");
  }

  @Test
  void a_page_break_is_no_difference() {
    assertThat(quoted("a.p3", "“现在大家都很高兴，渡口也不再需要了”").outcome()).isInstanceOf(Outcome.Verbatim.class);
  }

  @Test
  void a_quotation_may_span_speeches() {
    Audited audited = quoted("a", "“到了冬天，工程停了下来。按照我的提议，双方各出一半费用”");
    assertThat(audited.outcome()).isInstanceOf(Outcome.Verbatim.class);
    assertThat(audited.outcome().found().map(Alignment::from)).contains("a.p1");
    assertThat(audited.outcome().found().map(Alignment::to)).contains("a.p2");
  }

  @Test
  void a_quotation_may_give_the_label_of_a_speech() {
    Audited audited = quoted("a", "“到了冬天，工程停了下来。乙：按照我的提议，双方各出一半费用”");
    assertThat(audited.outcome()).isInstanceOf(Outcome.Verbatim.class);
    assertThat(quoted("a", "“乙：按照我的提议，双方各出一半费用”").outcome()).isInstanceOf(Outcome.Verbatim.class);
  }

  @Test
  void the_label_of_another_speech_is_altered() {
    Audited audited = quoted("a", "“到了冬天，工程停了下来。丙：按照我的提议，双方各出一半费用”");
    assertThat(changes(audited)).containsExactly(new Stretch(Kind.INSERTED, "丙：", ""));
  }

  @Test
  void a_quotation_may_span_paragraphs_and_be_in_parts() {
    List<Audited> all =
        texts()
            .preface(
                "<p xml:id='e.p1'>“<quote xml:id='e.q1' source='#b' next='#e.q2'>“渡船已经卖掉，码头改成了集市，请放心。</quote></p>"
                    + "<p xml:id='e.p2'><quote xml:id='e.q2' source='#b' prev='#e.q1'>另有一事：学校的钟坏了”</quote></p>")
            .audit();
    assertThat(all).hasSize(1);
    assertThat(all.get(0).outcome()).isInstanceOf(Outcome.Verbatim.class);
  }

  @Test
  void words_of_another_document_are_found_elsewhere() {
    Audited audited = quoted("a", "“渡船已经卖掉，码头改成了集市”");
    assertThat(audited.outcome()).isInstanceOf(Outcome.Elsewhere.class);
    assertThat(audited.outcome().found().map(Alignment::from)).contains("b.p1");
  }

  @Test
  void a_headline_is_no_evidence() {
    assertThat(quoted("b", "“乙方提议桥梁由甲方修建”").outcome()).isInstanceOf(Outcome.NoEvidence.class);
    assertThat(unsourced("“关于桥梁的谈话”").outcome()).isInstanceOf(Outcome.NoEvidence.class);
  }

  /** The document has the words with others between them; only the headline has them as one run. */
  @Test
  void an_omission_that_a_headline_hides_is_told_with_the_headline() {
    Audited audited = quoted("a.p2", "“提议桥梁由甲方修建”");
    assertThat(audited.outcome()).isInstanceOf(Outcome.Omitting.class);
    assertThat(audited.echo()).map(Alignment::isVerbatim).isEqualTo(Optional.of(true));
  }

  @Test
  void invented_words_are_not_found() {
    assertThat(quoted("a", "“山上的石头不能用来砌墙，只能铺路”").outcome()).isInstanceOf(Outcome.NotFound.class);
    assertThat(unsourced("“山上的石头不能用来砌墙，只能铺路”").outcome()).isInstanceOf(Outcome.NotFound.class);
  }

  @Test
  void without_a_source_it_is_searched_for() {
    Audited audited = unsourced("“渡船已经卖掉，码头改成了集市”");
    assertThat(audited.sourced()).isFalse();
    assertThat(audited.outcome()).isInstanceOf(Outcome.Verbatim.class);
  }

  @Test
  void a_run_between_quotation_marks_counts_without_encoding() {
    List<Audited> all = texts().preface("<p xml:id='e.p1'>他们写道：“渡船已经卖掉，码头改成了集市”，又说“很好”。</p>").audit();
    assertThat(all).hasSize(1);
    assertThat(all.get(0).quotation().encoded()).isFalse();
    assertThat(all.get(0).outcome()).isInstanceOf(Outcome.Verbatim.class);
  }

  @Test
  void a_quotation_is_no_evidence_for_itself() {
    Audited audited =
        new Texts().document("a", TALK).document("c", "<p xml:id='c.p1'>他写道：<q>“山上的石头不能用来砌墙”</q>。</p>").only();
    assertThat(audited.outcome()).isInstanceOf(Outcome.NotFound.class);
  }

  @Test
  void documents_that_quote_each_other_are_compared_too() {
    Audited audited =
        texts().document("c", "<p xml:id='c.p1'>来信说：<quote source='#b'>“渡船已经卖出，码头改成了集市”</quote>。</p>").only();
    assertThat(changes(audited)).containsExactly(new Stretch(Kind.REPLACED, "出", "掉"));
  }

  @Test
  void direct_speech_of_a_report_is_told() {
    assertThat(quoted("a", "“现在大家都很高兴”").isSpeechOfReport()).isTrue();
    assertThat(quoted("a", "现在大家都很高兴").isSpeechOfReport()).isFalse();
    assertThat(quoted("a", "“工人由我们自己找”").isSpeechOfReport()).isFalse();
    assertThat(quoted("b", "“渡船已经卖掉”").isSpeechOfReport()).as("nothing in the letter tells speech from report").isFalse();
  }

  @Test
  void what_memory_does_not_hold_is_compared_alike() {
    Texts texts =
        texts().preface("<p xml:id='e.p1'>有人说<quote source='#a.sp2'>“桥梁由甲方修建并且管理”</quote>，又说<q>“码头改成集市，请放心”</q>。</p>");
    assertThat(texts.audit(Room.NONE)).hasSize(2).isEqualTo(texts.audit());
  }
}
