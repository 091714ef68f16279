package jilu.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** The column goes from 50 pt to 350 pt; the numbers stand off it by 24 pt at their outer edge. */
class OuterMarginTest {
  private static final String NUMBERED = """
      <fo:block cjk:margin="outer" xmlns:cjk="tag:jilu,2026:cjk" start-indent="-24pt" space-after="-16pt"><fo:inline
          font-size="7pt">18</fo:inline></fo:block>
      <fo:block break-after="page">会谈纪要</fo:block>""";

  @Test
  void stands_right_of_a_right_page_and_left_of_a_left_one() throws IOException {
    var numbers = glyphs(Sample.flow(NUMBERED.repeat(3))).stream().filter(glyph -> glyph.getFontSizeInPt() == 7).toList();
    assertThat(numbers).hasSize(6);
    for (int page = 0; page < 3; page++) {
      var first = numbers.get(2 * page);
      var last = numbers.get(2 * page + 1);
      if (page % 2 == 0) {
        assertThat(last.getXDirAdj() + last.getWidthDirAdj()).isCloseTo(374, within(0.1f));
      } else {
        assertThat(first.getXDirAdj()).isCloseTo(26, within(0.1f));
      }
    }
  }

  @Test
  void stands_on_the_line_of_its_paragraph() throws IOException {
    var glyphs = glyphs(Sample.flow(NUMBERED));
    assertThat(glyphs).extracting(TextPosition::getYDirAdj).allSatisfy(y -> assertThat(y).isCloseTo(glyphs.get(0).getYDirAdj(), within(0.1f)));
  }

  private static List<TextPosition> glyphs(Sample sample) throws IOException {
    var glyphs = new ArrayList<TextPosition>();
    try (var document = sample.open()) {
      new PDFTextStripper() {
        @Override
        protected void writeString(String text, List<TextPosition> positions) {
          glyphs.addAll(positions);
        }
      }.getText(document);
    }
    return glyphs;
  }
}
