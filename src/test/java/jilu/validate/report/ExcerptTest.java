package jilu.validate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import jilu.SmallEdition;
import jilu.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, a terminal gets words only. */
class ExcerptTest {
  private static final String FIRST = "documents/d19000101.xml";

  @TempDir Path folder;

  private static String shown(SmallEdition edition) throws IOException {
    var excerpt = new Excerpt(Language.EN);
    String shown = edition.findings().stream().map(excerpt::of).collect(Collectors.joining());
    assertThat(shown.chars().filter(c -> c != '\n')).isNotEmpty()
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    return shown;
  }

  @Test
  void of_what_is_no_text_no_line_is_shown() throws IOException {
    var edition = SmallEdition.in(folder);
    Files.write(edition.file(FIRST), new byte[] {'P', 'K', 3, 4, 20, 0, 8, 8, 'a', 'b', 0x1b, '[', '3', '1', 'm'});
    assertThat(shown(edition)).contains("J004").doesNotContain("PK").doesNotContain(" | ");
  }

  @Test
  void a_control_character_in_a_message_is_a_number() throws IOException {
    var edition = SmallEdition.in(folder).with(FIRST, "ref=\"#yi\"", "ref=\"#\u009b31m\"");
    assertThat(shown(edition)).contains("ref=\"#‹009B›31m\" points to nothing");
  }

  @Test
  void a_mark_of_direction_in_a_message_is_a_number() throws IOException {
    var edition = SmallEdition.in(folder).with(FIRST, "ref=\"#yi\"", "ref=\"#\u2067\u202eiy\"");
    assertThat(shown(edition)).contains("ref=\"#‹2067›‹202E›iy\" points to nothing");
  }
}
