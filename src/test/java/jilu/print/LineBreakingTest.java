package jilu.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.fop.text.linebreak.LineBreakStatus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A division sign stands wherever a line may end. */
class LineBreakingTest {
  @BeforeAll
  static void teach() {
    LineBreaking.teachChinese();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "写÷上÷“一÷切”，÷就：“条÷约”。”（笑÷声）÷我",
      "《公÷约》《甲》、÷那",
      "样——÷还·÷雅……÷吗？！÷二～÷三",
      "同——÷“甲”",
      "在……÷“甲”",
      "海÷‘可’〔注〕「引」『双』÷终",
      "don’t ÷stop",
      "第÷7—÷9÷页",
      "占÷18.5%，÷3,400÷万",
      "„Wort“\u200B ÷und\u200B ÷”Ord”",
  })
  void linesEndHere(String text) {
    assertThat(divided(text.replace("÷", ""))).isEqualTo(text);
  }

  private static String divided(String text) {
    var status = new LineBreakStatus();
    var divided = new StringBuilder();
    for (char character : text.toCharArray()) {
      switch (status.nextChar(character)) {
        case LineBreakStatus.DIRECT_BREAK,
            LineBreakStatus.INDIRECT_BREAK,
            LineBreakStatus.COMBINING_INDIRECT_BREAK -> divided.append('÷');
        default -> { }
      }
      divided.append(character);
    }
    return divided.toString();
  }
}
