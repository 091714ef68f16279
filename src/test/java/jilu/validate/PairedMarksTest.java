package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks that have no partner are told where they stand, and none that have one, however they are set. */
class PairedMarksTest {
  private static final String BEFORE = "<TEI><text><body>";

  private static List<Finding> findings(String body) {
    var source = SourceText.of(Path.of("a.xml"), BEFORE + body + "</body></text></TEI>");
    return Characters.check(source).stream().filter(f -> f.code().equals("J042")).toList();
  }

  /** A caret stands before each mark that must be told. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>他说：‸“今天天气很好。</p>",
        "<p>他说：今天天气很好。‸”</p>",
        "<p>他说：“今天天气很好。‸“</p>",
        "<p>他说：‸”今天天气很好。”</p>",
        "<p>他说：‸“甲。他又说：“乙”。</p>",
        "<p>见‸《卷一，第三页。</p>",
        "<p>见卷一‸》，第三页。</p>",
        "<p>旅顺‸（在大连，很远。</p>",
        "<p>旅顺在大连‸），很远。</p>",
        "<p>苏联驻华大使1953—1959‸）</p>",
        "<p>見‸「卷一，第三頁。</p>",
        "<head>‸“今天天气</head><gap/><p>很好。</p><p>“好。”</p>",
        "<head>‸【1949年2月4日</head><gap/><p>今天天气很好。</p>",
        "<p>他说：‸“今天<name>天气</name>很好。</p><p>他又说：“好。”</p>",
        "<p>今天<note>见‸《卷一</note>天气“很好”。</p>",
        "<p>今天‸“天气<note>见《卷一》</note>很好。</p>",
        "<p>他说：<quote><p>‸“今天天气很好。</p></quote></p><p>完了。</p>",
        "<p>今天‸（天气很好。<gap/>他说：“好。”</p>",
        // What is left out later is no part of an element that has ended, nor of a quotation before another one.
        "<p>他说：<q>‸“今天天气很好。</q>他走了。<gap/>完了。</p>",
        // A quotation from elsewhere does not continue it.
        "<p>他说：<quote source='#a'>‸“甲。</quote></p><p><quote source='#b'>“乙。”</quote></p>",
        "<p>他说：<q who='#a'>‸“甲</q>。他走了。</p><p><q who='#b'>“乙。”</q></p>",
        "<quote source='#a'><p>‸“甲。</p></quote><quote source='#b'><p>“乙。”</p></quote>",
        "<p>他说：‸“今天。他又说：“天气。”他走了。<gap/>完了。</p>",
        "<p>他说：<q>‸“今天天气很好</q>的时候。</p><gap/><p>完了。</p>",
        // A mark right before or after an element belongs to it, whatever others there are and whatever is left out.
        "<p>他说：‸“<q>今天天气很好</q>。他走了。<gap/>完了。</p>",
        "<p>今天<gap/>他说：<q>今天天气很好</q>‸”，他走了。</p>",
        "<gap/><p>他说：<q>今天天气很好</q>‸”，他走了。</p>",
        "<p>他说：‸“<q>甲</q>。他又说：<q>乙</q>‸”。</p>",
        "<p>他说：‸「<quote>甲</quote>。他走了。</p>",
        "<p>他说：‸“<q>甲</q>。他又说：“<q>乙</q>”。</p>",
      })
  void mark_without_its_partner_error(String marked) {
    String body = marked.replace("‸", "");
    List<Integer> wanted = new ArrayList<>();
    for (int i = 0, carets = 0; i < marked.length(); i++) {
      if (marked.charAt(i) == '‸') {
        wanted.add(BEFORE.length() + i - carets++ + 1);
      }
    }
    assertThat(findings(body)).extracting(Finding::column).containsExactlyElementsOf(wanted);
  }

  /** Whether a file's marks pair as a whole is asked first, and then each. */
  @Test
  void marks_with_a_partner_beside_one_without_are_not_told() {
    String between = "<p><q>“甲。</q>众人鼓掌</p><gap/><p><q>乙。”</q></p>";
    assertThat(findings(between + "<p>子丑（寅卯</p>")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A quotation of several paragraphs opens each of them, or only the first.
        "<p>他说：“甲。</p><p>“乙。</p><p>“丙。”</p>",
        "<p>他说：<q>“甲。</q><ref>1</ref></p><p><q>“乙。”</q></p>",
        "<p>他说：<q>“甲</q>。</p><p><q>“乙。”</q></p>",
        "<p><q who='#a' source='#b'>“甲。</q></p><p><q source='#b' who='#a'>“乙。”</q></p>",
        "<quote source='#a'><p>“甲。</p><p>“乙。”</p></quote>",
        "<p>他说：<q></q>“甲。</p><p>“乙。”</p>",
        "<p>他说：<q><note><p>注</p></note></q>“甲。</p><p>“乙。”</p>",
        // What was said in between may stand between its parts.
        "<p><q>“甲。</q>众人鼓掌</p><p><q>乙。”</q></p>",
        "<p><q>“甲。</q>众人鼓掌</p><gap/><p><q>乙。”</q></p>",
        "<p>他说：“甲。</p><p>乙。</p><p>丙。”他走了，还说：“丁。”</p>",
        "<head>《甲</head><head>乙》</head><p>）</p>",
        "<head>“今天</head><head>天气”</head>",
        // Words that are left out may hold the partner.
        "<p>他说：“甲。<gap/></p><p>他又说：“乙。”</p>",
        "<p>他说：“甲。</p><gap/><p>他又说：“乙。”</p>",
        "<gap/><p>甲。”他又说：“乙。”</p>",
        "<p>他说：“甲……</p><p>他又说：“乙。”</p>",
        "<p>他说：<q>“甲……</q>他走了。<gap/>完了。</p>",
        "<p>他说：<q>“甲。<gap/></q>他又说：“乙。”</p>",
        "<p>他说：<hi>“</hi>甲。<gap/>完了。</p>",
        "<p>他说：<q>“甲。</q></p><gap/><p><q>“乙。”</q></p>",
        "<p>……</p><p>甲。”他走了。</p>",
        // Numbers of a list.
        "<p>有三点：1）甲；2）乙；三）丙；a）丁。</p>",
        "<p>（1)甲；（2)乙。</p>",
        // A bracket or mark of another width is told for itself.
        "<p>旅顺（在大连)很远。</p>",
        "<p>他说：“甲\"。</p>",
        // Other languages have other customs.
        "<p>Он сказал: „привет“. 甲</p><p>“Good morning,</p><p>“my friends.</p>",
        "<p>德文写作„Guten Tag“，就是这样说的。</p>",
        "<p>5” by 6” 甲</p><p>《》“</p>",
        // Two versions side by side.
        "<p>他说<choice><sic>“</sic><corr>：“</corr></choice>甲。”</p>",
        "<p>他说：&#x201C;甲。”</p>",
        // Marks may stand within or without the element that they belong to.
        "<p>见《<title>卷一</title>》，“<q>甲</q>”，<q>“乙”</q>，<title>《卷二》</title>。</p>",
        "<bibl>《<title>卷<hi>一</hi></title>》</bibl><title>《<hi>卷一》</hi></title>",
        "<p>甲“乙《丙”丁》戊</p>",
        "<p>他说：“<q>甲</q>和<q>乙</q>”，“<q>甲</q>……<q>乙</q>”，“<q>甲</q>，乙。”</p>",
        "<p>他说：“<q>甲。</q></p><p>“<q>乙。</q>”</p>",
        "<p>他说：“<q>甲。<gap/></q></p><p><q>……乙。</q>”</p>",
        "<!-- “ --><p n=\"“\">甲</p><?x “?>",
      })
  void marks_in_order_valid(String body) {
    assertThat(findings(body)).isEmpty();
  }

  @Test
  void a_mark_that_is_turned_is_told_as_the_one_that_it_should_be() {
    assertThat(findings("<p>他说：“今天天气很好。“</p>")).extracting(Finding::message)
        .containsExactly("“ stands where ” belongs.");
  }

  @Test
  void a_mark_beside_an_element_is_told_with_where_the_other_is_missing() {
    assertThat(findings("<p>他说：“<q>甲</q>。他又说：<quote>乙</quote>”。</p>")).extracting(Finding::message)
        .containsExactly("A “ stands before <q>, but no ” after </q>.", "A ” stands after </quote>, but no “ before <quote>.");
  }

  /** To compare each with each would take minutes. */
  @Test
  void many_marks_come_to_an_end() {
    assertThat(findings("<p>今天" + "（".repeat(100_000) + "”天".repeat(100_000) + "</p>")).isNotEmpty();
  }

  @Test
  void of_tags_that_do_not_nest_nothing_is_concluded() {
    assertThat(findings("<p>他说：“今天<hi>天气</p>很好。</hi>")).isEmpty();
  }
}
