package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jilu.SmallEdition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the audit of quotations tells, and where. */
class QuotationsTest {
  private static final String TEXT = "今天有风，渡船不开。请改日再来，或者绕道走桥。";

  @TempDir Path folder;

  private SmallEdition quoting(String source, String words) throws IOException {
    return SmallEdition.in(folder)
        .with("documents/d19000102.xml", "今天有风。", TEXT)
        .with("edition.xml", "source=\"#d19000102\">“今天有风”", source + ">" + words);
  }

  private SmallEdition reporting(String words) throws IOException {
    return SmallEdition.in(folder).with("documents/d19000102.xml", "今天有风。", "今天有风。" + words);
  }

  @Test
  void the_place_where_the_words_are_is_offered_and_a_marked_omission_is_no_difference() throws IOException {
    var findings = quoting("source='#d19000101'", "“今天有风……请改日再来”").findings();
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).code()).isEqualTo("J504");
    assertThat(findings.get(0).message())
        .contains("is not in #d19000101, which it names, but elsewhere (d19000102.p1)", "in the same words but for the omission that is marked");
    assertThat(findings.get(0).advice().orElseThrow().zh()).isEqualTo("请改为指向 #d19000102.p1。");
  }

  @ParameterizedTest(name = "{1} is {2} {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "source='#d19000102'|“今天有风，渡船不开”||",
        "source='#d19000102'|“今天有风，渡船不開”||",
        "source='#d19000102'|“今天有风……请改日再来”|info|J501",
        "source='#d19000102'|“今天有风，请改日再来”|warning|J502",
        "source='#d19000102'|“今天有风，渡船不能开”|warning|J503",
        "source='#d19000101'|“今天有风，渡船不开”|warning|J504",
        "source='#d19000102'|“第二次谈话”|warning|J505",
        "source='#d19000102'|“山上的石头不能砌墙”|warning|J506",
        "n='1'|“今天有风，渡船不开”||",
        "n='1'|“今天有风，请改日再来，或者绕道走桥”|info|J502",
        "n='1'|“山上的石头不能砌墙”|info|J506",
      })
  void each_outcome_has_a_code_and_a_weight(String source, String words, String severity, String code) throws IOException {
    var findings = quoting(source, words).findings();
    if (code == null) {
      assertThat(findings).isEmpty();
    } else {
      assertThat(findings).extracting(Finding::code).containsExactly(code);
      assertThat(findings.get(0).severity()).hasToString(severity);
    }
  }

  @Test
  void the_place_is_that_of_the_quotation() throws IOException {
    assertThat(quoting("source='#d19000102'", "“今天有风，请改日再来”").places()).containsExactly("edition.xml:24:69 J502");
  }

  @Test
  void the_words_left_out_are_given() throws IOException {
    assertThat(quoting("source='#d19000102'", "“今天有风，请改日再来”").findings().get(0).message())
        .isEqualTo("The quotation “今天有风，请改日再来” leaves out “渡船不开。” (d19000102.p1); no ellipsis marks it.");
  }

  @Test
  void each_change_is_given() throws IOException {
    assertThat(quoting("source='#d19000102'", "“今天也有风，渡船不走。请改日再来，绕道走桥”").findings().get(0).message())
        .endsWith("differs from its source (d19000102.p1): it adds “也”; it has “走” for “开”; it leaves out “或者”.");
  }

  @Test
  void paragraphs_are_parted_by_a_pilcrow() throws IOException {
    SmallEdition edition =
        quoting(
                "source='#d19000102' xml:id='q1' next='#q2'",
                "“今天有风，渡船不走。</quote></p><p><quote xml:id='q2' prev='#q1'>请改日再来”")
            .with("documents/d19000102.xml", "请改日", "</p><p xml:id='d19000102.p2'>请改日");
    assertThat(edition.findings()).filteredOn(f -> f.code().equals("J503")).extracting(Finding::message)
        .containsExactly(
            "The quotation “今天有风，渡船不走。 ¶ 请改日再来” differs from its source (d19000102.p1 to d19000102.p2):"
                + " it has “走” for “开”.");
  }

  /** Of a long quotation the middle is not shown: what differs is, with some words beside it, at its piece. */
  @Test
  void what_differs_in_a_long_quotation_is_shown_where_it_stands() throws IOException {
    String first = "自从日本拒绝签署全面和约以及若干国家签署了单独的协议之后，这样就给和平事业带来了危险。";
    String second = "有鉴于此，同时根据中苏友好同盟条约，建议延长撤出的期限，直至签署和约。";
    SmallEdition edition =
        quoting(
                "source='#d19000102' next='#preface.q2'",
                "“" + first + "</quote></p>\n<p><quote xml:id='preface.q2' source='#d19000102' prev='#preface.q1'>"
                    + second.replace("同盟", "同盟互助") + "”")
            .with("documents/d19000102.xml", TEXT, first + "</p><p xml:id='d19000102.p2'>" + second);
    List<Finding> told = edition.findings().stream().filter(f -> f.code().startsWith("J5")).toList();
    assertThat(told).extracting(f -> f.code() + " " + f.line() + ":" + f.column()).containsExactly("J503 25:4");
    assertThat(told.get(0).said().zh())
        .endsWith("与原文不同（d19000102.p1 至 d19000102.p2）：引文作“友好同盟互助条约，建”，原文（d19000102.p2）作“友好同盟条约，建”。");
    assertThat(told.get(0).message())
        .endsWith(" (d19000102.p1 to d19000102.p2): it has “友好同盟互助条约，建”, the source (d19000102.p2) “友好同盟条约，建”.");
    assertThat(told.get(0).hint().orElseThrow()).startsWith("The slip may be in either:");
  }

  @Test
  void what_is_left_out_is_told_at_the_piece_that_lacks_it() throws IOException {
    SmallEdition edition =
        quoting(
            "source='#d19000102' next='#preface.q2'",
            "“今天有风，渡船不开。</quote></p>\n<p><quote xml:id='preface.q2' source='#d19000102' prev='#preface.q1'>请改日再来，绕道走桥”");
    assertThat(edition.places()).filteredOn(place -> place.contains(" J5")).containsExactly("edition.xml:25:4 J502");
  }

  @Test
  void words_between_words_are_shown_with_their_spaces() throws IOException {
    String text = "The ferry stopped at noon because of the wind that came down from the hills in the north.";
    SmallEdition edition =
        quoting("source='#d19000102'", "“" + text.replace("of the wind", "of the cold wind") + "”")
            .with("documents/d19000102.xml", TEXT, text);
    assertThat(edition.findings()).filteredOn(f -> f.code().equals("J503")).extracting(Finding::message).singleElement().asString()
        .endsWith(": it has “noon because of the cold wind that came down”, the source “noon because of the wind that came down”.");
  }

  @Test
  void a_saying_that_a_document_reports_itself_need_stand_nowhere_else() throws IOException {
    SmallEdition edition = reporting("<q who=\"#jia\">“山上的石头不能砌墙”</q>");
    assertThat(edition.findings()).isEmpty();
    edition.with("documents/d19000102.xml", " who=\"#jia\"", "");
    assertThat(edition.findings()).extracting(Finding::code).containsExactly("J506");
  }

  @Test
  void nobodys_saying_in_the_preface_need_be_known() throws IOException {
    var findings = quoting("n='1'", "“山上的石头不能砌墙”").findings();
    assertThat(findings.get(0).said().zh()).isEqualTo("引文“山上的石头不能砌墙”除此处外不见于本辑录，无从核对。");
    assertThat(findings.get(0).message())
        .isEqualTo("Apart from here, no text of this edition has the words “山上的石头不能砌墙”; there is nothing to compare them with.");
  }

  @Test
  void words_in_quotation_marks_that_an_editor_supplies_are_no_quotation_of_his_own() throws IOException {
    SmallEdition edition = reporting("<supplied>（针对<q>“第二次谈话”</q>的问题）</supplied>");
    assertThat(edition.findings()).isEmpty();
    edition.with("documents/d19000102.xml", "<supplied>", "").with("documents/d19000102.xml", "</supplied>", "");
    assertThat(edition.findings()).extracting(Finding::code).containsExactly("J505");
  }

  @Test
  void where_the_words_stand_as_one_is_told_in_a_sentence() throws IOException {
    SmallEdition edition =
        quoting("source='#d19000102'", "“今天有风，请改日再来”")
            .with("documents/d19000102.xml", "<head type=\"title\">第二次谈话", "<head type=\"title\">今天有风，请改日再来");
    assertThat(edition.findings()).filteredOn(f -> f.code().equals("J502")).extracting(f -> f.said().zh())
        .containsExactly("引文“今天有风，请改日再来”略去了“渡船不开。”（d19000102.p1），没有省略号标明。"
            + "这样不带省略的一句，正文中没有，只有标题或辑录者的话里有（d19000102）。");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"prev,开", "prev,走", "next,开", "next,走"})
  void pieces_of_which_one_points_to_the_other_are_one_quotation(String lost, String word) throws IOException {
    SmallEdition edition =
        quoting(
            "source=\"#d19000102\" next=\"#preface.q2\"",
            "“今天有风，渡船不" + word + "。</quote><quote xml:id=\"preface.q2\" prev=\"#preface.q1\">请改日再来”");
    Files.writeString(
        edition.file("edition.xml"), Files.readString(edition.file("edition.xml")).replaceFirst(" " + lost + "=\"[^\"]*\"", ""));
    assertThat(edition.findings()).extracting(Finding::code)
        .containsExactlyInAnyOrderElementsOf(word.equals("开") ? List.of("J219") : List.of("J219", "J503"));
  }

  @Test
  void a_report_in_quotation_marks_is_told() throws IOException {
    SmallEdition edition =
        quoting("source='#d19000102'", "“今天有风，渡船不开”")
            .with("documents/d19000102.xml", "<p xml:id", "<sp who=\"#jia\"><speaker>甲：</speaker><p xml:id=\"d19000102.p0\">好。</p></sp><p xml:id");
    assertThat(edition.findings()).filteredOn(f -> f.code().startsWith("J5")).extracting(Finding::code).containsExactly("J507");
    assertThat(edition.findings()).filteredOn(f -> f.code().equals("J507")).extracting(f -> f.said().zh())
        .containsExactly("引文“今天有风，渡船不开”放在引号里，看起来像某人的原话；在原文（d19000102.p1）里却是记录者或叙述者的转述。");
  }

  @Test
  void a_broken_pointer_is_told_once() throws IOException {
    assertThat(quoting("source='#d1900'", "“山上的石头不能砌墙”").findings()).extracting(Finding::code).containsExactly("J303");
  }

  @Test
  void a_broken_pointer_of_the_first_piece_is_told_once() throws IOException {
    assertThat(
            quoting(
                    "source='#d1900' next='#preface.q2'",
                    "“今天有风，渡船不开。</quote></p><p><quote xml:id='preface.q2' prev='#preface.q1'>请改日再来，绕道走桥”")
                .findings())
        .extracting(Finding::code).containsOnlyOnce("J303").doesNotContain("J502");
  }
}
