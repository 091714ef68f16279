package jilu.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypographicLintTest {
  private static final String GOOD = Sample.justified("会谈纪要".repeat(40));

  @Test
  void passesAPageWellSet() throws IOException {
    assertThat(faults("")).isEmpty();
  }

  @Test
  void findsOverfullLines() throws IOException {
    assertThat(faults("<fo:block wrap-option='no-wrap'>" + "长".repeat(33) + "</fo:block>"))
        .singleElement().asString().contains("runs out of the column by 30");
  }

  @Test
  void findsMarksThatBeginOrEndALine() throws IOException {
    assertThat(faults("<fo:block>，一二三四五</fo:block><fo:block>一二三四五《</fo:block>"))
        .hasSize(2)
        .anyMatch(fault -> fault.contains("begins with a closing mark"))
        .anyMatch(fault -> fault.contains("ends with an opening mark"));
  }

  @Test
  void findsDashesThatGoOnInANewLine() throws IOException {
    assertThat(faults(lines("甲".repeat(29), "——一二三四五")))
        .singleElement().asString().contains("begins with a mark that goes on");
    assertThat(faults("<fo:block>——一二三四五</fo:block>")).isEmpty();
  }

  @Test
  void findsCharactersLeftAlone() throws IOException {
    assertThat(faults(lines("甲".repeat(30), "终。")))
        .singleElement().asString().contains("leaves one character");
  }

  @Test
  void findsMarksThatBeginALineOfACell() throws IOException {
    assertThat(faults(table(lines("甲乙", "，丙"), "<fo:block>丁</fo:block>")))
        .singleElement().asString().contains("begins with a closing mark: ，丙");
  }

  @Test
  void findsCellsThatRunIntoOneAnother() throws IOException {
    assertThat(faults(table("<fo:block wrap-option='no-wrap'>" + "长".repeat(12) + "</fo:block>", "<fo:block>丁</fo:block>")))
        .anyMatch(fault -> fault.contains("runs into 丁"));
    assertThat(faults(table("<fo:block>" + "长".repeat(20) + "</fo:block>", "<fo:block>丁</fo:block>"))).isEmpty();
  }

  /** What is raised is not asked what stands around it, and a face that is named is taken. */
  @Test
  void findsSharedSignsInTheFaceOfTheOtherScript() throws IOException {
    assertThat(faults("<fo:block>Stalin <fo:inline baseline-shift='0pt'>“</fo:inline>yes</fo:block>"))
        .singleElement().asString().contains("has a Chinese “ in Western text");
    assertThat(faults("<fo:block>同意<fo:inline font-family='song-latin'>—</fo:inline>好的</fo:block>"))
        .singleElement().asString().contains("has a Western — in Chinese text");
    assertThat(faults("<fo:block>他说“好”——He said “no” — “да”</fo:block><fo:block>“No” — “да”</fo:block>")).isEmpty();
  }

  /** Only a Chinese mark has an empty half that hangs out. */
  @Test
  void findsWesternMarksThatRunOutOfTheColumn() throws IOException {
    assertThat(faults("<fo:block wrap-option='no-wrap' text-indent='293pt'>a”</fo:block>"))
        .anyMatch(fault -> fault.contains("runs out of the column"));
  }

  @Test
  void findsHolesInALine() throws IOException {
    assertThat(faults("<fo:block text-align='justify' text-align-last='start'>" + "Unjustifiedlyhyphenless ".repeat(3) + "</fo:block>"))
        .anyMatch(fault -> fault.contains("has a hole of"));
  }

  @Test
  void findsLinesThatBeginOffTheEdge() throws IOException {
    var off = "<fo:inline padding-start='1pt'>甲</fo:inline>乙丙丁";
    assertThat(faults(lines("一二三四五", "六七八九", off, "戊己庚")))
        .singleElement().asString().contains("begins 0.10 em off the edge: 甲乙丙丁");
    assertThat(faults(lines("一二三四五", "六七八九", "《甲》乙丙丁", "戊己庚"))).isEmpty();
    assertThat(faults(lines("一二三四五", "六七八九", "　　甲乙丙丁", "戊己庚"))).isEmpty();
  }

  @Test
  void findsLinesLeftAloneOnAPage() throws IOException {
    assertThat(faults(filled(18) + "<fo:block widows='1' orphans='1'>" + "乙".repeat(90) + "</fo:block>"))
        .anyMatch(fault -> fault.contains("page 1: stands alone on its page"));
    assertThat(faults(filled(18) + "<fo:block widows='2' orphans='2'>" + "乙".repeat(120) + "</fo:block>")).isEmpty();
  }

  @Test
  void findsHeadingsWithNothingBelowThem() throws IOException {
    assertThat(faults(filled(18) + "<fo:block role='H2'>标题</fo:block>" + Sample.justified("会谈纪要".repeat(20))))
        .singleElement().asString().contains("is a heading with nothing below it: 标题");
  }

  @Test
  void findsAPageOfOneLine() throws IOException {
    assertThat(faults(filled(19) + "<fo:block>最后一行</fo:block>"))
        .singleElement().asString().contains("page 2: is all there is on its page");
  }

  /** Lines that end where they are told to, in one paragraph. */
  private static String lines(String... lines) {
    return "<fo:block linefeed-treatment='preserve'>" + String.join("&#10;", lines) + "</fo:block>";
  }

  /** A page of 25 lines has six lines of {@link #GOOD} already. */
  private static String filled(int lines) {
    return "<fo:block>行</fo:block>".repeat(lines);
  }

  private static String table(String left, String right) {
    return """
        <fo:table table-layout='fixed' width='200pt'><fo:table-column column-width='100pt'/><fo:table-column column-width='100pt'/>
          <fo:table-body><fo:table-row><fo:table-cell>%s</fo:table-cell><fo:table-cell>%s</fo:table-cell></fo:table-row></fo:table-body>
        </fo:table>""".formatted(left, right);
  }

  @Test
  void findsLinesPulledApart() throws IOException {
    assertThat(faults("<fo:block letter-spacing='4pt'>一二三四五六</fo:block>"))
        .singleElement().asString().contains("is pulled apart by 0.40 em");
  }

  private static List<String> faults(String blocks) throws IOException {
    try (var document = Sample.flow(GOOD + blocks).open()) {
      return TypographicLint.check(document, Sample.EDGES);
    }
  }
}
