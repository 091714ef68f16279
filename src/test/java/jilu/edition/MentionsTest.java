package jilu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import jilu.SmallEdition;
import jilu.transform.Xslt;
import jilu.validate.Checks;
import jilu.validate.Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words around a name, as the pages of registers give them. */
class MentionsTest {
  private static final String FIRST = "documents/d19000101.xml";

  @TempDir Path folder;

  private String record(String signed) throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "    </body>", "<closer><signed>" + signed + "</signed></closer></body>");
    var xslt = new Xslt();
    return new Checks(xslt, new Reader(xslt)).run(Edition.in(edition.folder())).catalog().tree().toString();
  }

  @Test
  void lines_of_the_source_are_set_apart() throws IOException {
    assertThat(record("John<lb/>Smith,\n <lb/> <persName ref=\"#jia\">Lord<lb/>Jia</persName><lb/>部长"))
        .containsPattern("(?s)before>John Smith, </.*name>Lord Jia</.*after> 部长</");
  }

  @Test
  void a_word_that_the_source_broke_is_one() throws IOException {
    assertThat(record("minis<lb break=\"no\"/>ter <persName ref=\"#jia\">Jia</persName>")).contains("before>minister </");
  }
}
