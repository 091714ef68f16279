package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jilu.edition.Source;
import jilu.transform.Xslt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What mistakes explain, whether few or many findings of rules ask for it. */
class BrokenTest {
  private static final String TEI =
      "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><x/></teiHeader><text><body><p><y><hi>甲</hi></y></p>"
          + "<div><p n='2'><hi wrong='x'>乙</hi></p><p>丙</p></div></body></text></TEI>";

  private static final List<String> PATHS =
      List.of("", "/TEI", "/TEI/teiHeader[1]", "/TEI/text[1]", "/TEI/text[1]/body[1]", "/TEI/text[1]/body[1]/p[1]",
          "/TEI/text[1]/body[1]/p[1]/y[1]", "/TEI/text[1]/body[1]/p[1]/y[1]/hi[1]", "/TEI/text[1]/body[1]/div[1]",
          "/TEI/text[1]/body[1]/div[1]/p[1]", "/TEI/text[1]/body[1]/div[1]/p[1]/hi[1]", "/TEI/text[1]/body[1]/div[1]/p[1]/hi[1]/lb[1]",
          "/TEI/text[1]/body[1]/div[1]/p[2]");

  @TempDir private Path folder;

  @Test
  void the_hundredth_finding_of_a_rule_is_answered_like_the_first() throws IOException {
    Path file = Files.writeString(folder.resolve("a.xml"), TEI);
    Reader.Checked read =
        new Reader(new Xslt())
            .check(Encoding.decode(file, Files.readAllBytes(file)), "a.xml", (text, found) -> new Reader.Wanted(List.of(), true));
    Source source = read.source().orElseThrow();
    List<Finding> mistakes = new ArrayList<>();
    for (String mistake : List.of("J101 /TEI/text[1]/body[1]/p[1]/y[1]", "J102 /TEI/text[1]/body[1]/div[1]/p[1]/hi[1]")) {
      String[] parts = mistake.split(" ");
      mistakes.add(Finding.of(parts[0], new Place(file, 1, 1), "y", "wrong").inside(parts[1]));
    }
    Map<String, Boolean> first = new HashMap<>();
    PATHS.forEach(path -> first.put(path, new Broken(mistakes, source, read.text()).explains("J208", path)));
    var broken = new Broken(mistakes, source, read.text());
    for (int time = 0; time < 9; time++) {
      PATHS.forEach(path -> assertThat(broken.explains("J208", path)).as(path).isEqualTo(first.get(path)));
    }
    assertThat(PATHS.stream().filter(first::get))
        .containsExactly("/TEI/text[1]/body[1]", "/TEI/text[1]/body[1]/p[1]", "/TEI/text[1]/body[1]/p[1]/y[1]",
            "/TEI/text[1]/body[1]/p[1]/y[1]/hi[1]", "/TEI/text[1]/body[1]/div[1]/p[1]",
            "/TEI/text[1]/body[1]/div[1]/p[1]/hi[1]");
  }
}
