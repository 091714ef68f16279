package jilu.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the program says, it says in both languages. */
class WordsTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9][}|]|\\$\\{[^}]*}");

  static Collection<String> keys() {
    return new TreeSet<>(Words.in(Language.EN).keySet());
  }

  @Test
  void both_languages_have_the_same_keys() {
    assertThat(Words.in(Language.ZH).keySet()).containsExactlyInAnyOrderElementsOf(Words.in(Language.EN).keySet());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void both_languages_use_the_same_arguments(String key) {
    Text text = Words.of(key);
    assertThat(arguments(text.zh())).isEqualTo(arguments(text.en()));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void chinese_is_chinese(String key) {
    assertThat(English.in(Words.of(key).zh())).isEmpty();
  }

  @Test
  void a_word_follows_its_number() {
    assertThat(Words.of("report.sum", 1, 0, 2, 0).en()).isEqualTo("Checked 1 file: 0 errors, 2 warnings.");
    assertThat(Words.of("report.sum", 1, 0, 2, 0).zh()).isEqualTo("检查了 1 个文件：0 处错误，2 处警告。");
  }

  @Test
  void the_program_is_named_as_it_was_called() {
    assertThat(Words.called("target/jilu.jar validate .")).isEqualTo("java -jar target/jilu.jar");
    assertThat(Words.called("C:\\My Texts\\jilu.jar")).isEqualTo("java -jar \"C:\\My Texts\\jilu.jar\"");
    assertThat(Words.called("jilu.Main validate jilu.jar")).isEqualTo("jilu");
    assertThat(Words.called("org.codehaus.plexus.classworlds.launcher.Launcher -q compile exec:java")).isEqualTo("jilu");
  }

  /** Keys are constants, or begin with one: {@code "stage." + key}. */
  @Test
  void the_program_has_words_for_what_it_says_and_no_others() throws IOException {
    Set<String> said = new TreeSet<>();
    Set<String> literals = new TreeSet<>();
    Pattern saying = Pattern.compile("(?:Words\\.of|say|notice|words|Refusal)\\(\\s*\"([^\"]*)\"");
    Pattern literal = Pattern.compile("\"(?:\\$\\{bundle:)?([\\w.-]+)}?\"");
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String program = Files.readString(file);
        saying.matcher(program).results().map(found -> found.group(1)).forEach(said::add);
        literal.matcher(program).results().map(found -> found.group(1)).forEach(literals::add);
      }
    }
    assertThat(said).isNotEmpty().allSatisfy(key -> assertThat(keys()).anyMatch(known -> isSaid(known, key)));
    Set<String> silent = new TreeSet<>(keys());
    // Those are asked for by picocli.
    silent.removeIf(key -> key.matches("(jilu\\.(\\w+\\.)?)?usage\\..*|help|version"));
    silent.removeIf(key -> literals.stream().anyMatch(word -> isSaid(key, word)));
    assertThat(silent).isEmpty();
  }

  private static boolean isSaid(String known, String key) {
    return key.endsWith(".") ? known.startsWith(key) : known.equals(key);
  }

  /** A person whom files stand in the way of is told so by a {@link Refusal}, or by what the system says. */
  @Test
  void what_cannot_be_done_is_said_in_both_languages() throws IOException {
    Path ownFaults = Path.of("src/main/java/jilu/print");
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> Files.isRegularFile(f) && !f.startsWith(ownFaults)).toList()) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContain("new IOException(");
      }
    }
  }

  private static Set<String> arguments(String words) {
    return new TreeSet<>(ARGUMENT.matcher(words).results().map(MatchResult::group)
        .map(argument -> argument.replace('|', '}')).toList());
  }
}
