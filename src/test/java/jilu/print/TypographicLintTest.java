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
    assertThat(faults("<fo:block>" + "甲".repeat(29) + "</fo:block><fo:block>——一二三四五</fo:block>"))
        .singleElement().asString().contains("begins with a mark that goes on");
    assertThat(faults("<fo:block>——一二三四五</fo:block>")).isEmpty();
  }

  @Test
  void findsCharactersLeftAlone() throws IOException {
    assertThat(faults("<fo:block>" + "甲".repeat(30) + "</fo:block><fo:block>终。</fo:block>"))
        .singleElement().asString().contains("leaves one character");
  }

  @Test
  void findsLinesPulledApart() throws IOException {
    assertThat(faults("<fo:block letter-spacing='4pt'>一二三四五六</fo:block>"))
        .singleElement().asString().contains("is pulled apart by 0.40 em");
  }

  private static List<String> faults(String blocks) throws IOException {
    try (var document = Sample.flow(GOOD + blocks).open()) {
      return TypographicLint.check(document);
    }
  }
}
