package jilu.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words of the interface are the same in number in every language, and those that the stylesheets ask for are there. */
class StringsTest {
  @Test
  void each_language_has_every_word() throws Exception {
    assertThat(keys("en")).isEqualTo(keys("zh"));
  }

  @Test
  void every_word_asked_for_is_there() throws Exception {
    Set<String> asked = new TreeSet<>();
    try (var files = Files.walk(Path.of("xslt"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".xsl")).toList()) {
        var matcher = Pattern.compile("j:(?:string|label|opening)\\((?:[^()]*, )?'([a-z-]+)'").matcher(Files.readString(file));
        while (matcher.find()) asked.add(matcher.group(1));
      }
    }
    assertThat(asked).hasSizeGreaterThan(20);
    assertThat(keys("en")).containsAll(asked.stream().filter(key -> !key.endsWith("-")).collect(Collectors.toSet()));
  }

  private static Set<String> keys(String language) throws Exception {
    return Pattern.compile("^      '([^']+)':", Pattern.MULTILINE).matcher(Files.readString(Path.of("xslt/common/strings-" + language + ".xsl")))
        .results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
  }
}
