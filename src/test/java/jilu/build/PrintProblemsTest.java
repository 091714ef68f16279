package jilu.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jilu.print.Pdf;
import jilu.validate.Finding;
import jilu.words.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the formatter finds wrong with a page is said in the reader's language. */
class PrintProblemsTest {
  @ParameterizedTest
  @CsvSource({
    "lineOverflows, 有一行超出版心 12.5 点",
    "regionOverflow, 第 iv 页的内容超出版心 12.5 点",
    "staticRegionOverflow, 第 iv 页的页眉或页脚超出 12.5 点",
    "viewportIPDOverflow, 宽 12.5 点",
    "viewportBPDOverflow, 高 12.5 点",
    "imageNotFound, 找不到图片 a.png",
    "imageError, 无法读取图片 a.png",
    "imageIOError, 无法读取图片 a.png",
    "glyphNotAvailable, 没有字符 a.png",
    "fontSubstituted, 没有字体 a.png",
    "danglingReference, 指向 a.png",
    "unresolvedIDReferenceOnPage, 第 iv 页有链接"
  })
  void are_said_in_chinese(String id, String said) {
    var problem = new Pdf.Problem(Pdf.Severity.ERROR, id, "The FOP says this", "iv", "12.5", "a.png");
    Finding finding = Build.problems(new Pdf.Result(1, List.of(problem)), Path.of("a.pdf")).get(0);
    assertThat(finding.toString(Language.ZH)).contains("J401", said).doesNotContain("FOP", "{");
  }
}
