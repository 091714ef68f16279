package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jilu.words.Language;
import jilu.words.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever meets a code is told in his language what it is for, what is wrong, what is right, and where the Guidelines speak of it. */
class RulebookTest {
  /** Of files that cannot be opened and of what the program itself does wrong the Guidelines do not speak. */
  private static final Set<String> NOT_OF_ENCODING = Set.of("J004", "J401", "J604", "J605", "J606", "J607");

  static Collection<String> codes() {
    return Rulebook.get().codes();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void a_rule_is_explained(String code) {
    Rulebook.Rule rule = Rulebook.get().rule(code).orElseThrow();
    assertThat(List.of(rule.title(), rule.purpose(), rule.wrong().orElseThrow(), rule.right().orElseThrow()))
        .allSatisfy(text -> assertThat(List.of(text.en(), text.zh())).noneMatch(String::isBlank));
    assertThat(rule.wrong()).isNotEqualTo(rule.right());
    assertThat(rule.chapter().isPresent()).isEqualTo(!NOT_OF_ENCODING.contains(code));
  }

  /** A rule that is broken in several ways is explained for all of them. */
  @ParameterizedTest
  @CsvSource({"J103, <geo>", "J302, ＃", "J101, <span"})
  void each_way_to_break_a_rule_is_explained(String code, String word) {
    Rulebook.Rule rule = Rulebook.get().rule(code).orElseThrow();
    assertThat(List.of(rule.purpose(), rule.wrong().orElseThrow()))
        .allSatisfy(text -> assertThat(List.of(text.en(), text.zh())).allMatch(words -> words.contains(word)));
  }

  /** Whoever meets a frequent case finds it among the examples, and how it is right. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
    "J008 | 共产党</supplied>）</orgName> | 共产党</orgName>）</supplied>",
    "J038 | 毛泽东说：\"现在\" | 毛泽东说：“现在”",
    "J101 | <span style=\"color: red\">旅顺</span> | 旅顺",
    "J304 | <persName ref=\"#moscow\">莫斯科</persName> | <placeName ref=\"#moscow\">莫斯科</placeName>",
    "J313 | <sp who=\"#mao\"><speaker>斯大林：</speaker> | <sp who=\"#stalin\"><speaker>斯大林：</speaker>",
  })
  void frequent_cases_are_shown(String code, String wrong, String right) {
    Rulebook.Rule rule = Rulebook.get().rule(code).orElseThrow();
    assertThat(rule.wrong().orElseThrow().zh()).contains(wrong).hasLineCount(2);
    assertThat(rule.right().orElseThrow().zh()).contains(right).hasLineCount(2);
  }

  /** What some cases of a rule weigh is told beside what the rest weigh. */
  @ParameterizedTest
  @CsvSource({
    "J505, J505 (warning; in some cases info) Quotation without evidence, J505（警告；有时为提示）引文没有证据",
    "J036, J036 (warning; in some cases info) Two alphabets in one word, J036（警告；有时为提示）一词混用两种字母",
    "J033, J033 (warning; in some cases error) Control character, J033（警告；有时为错误）控制字符",
    "J506, J506 (warning; in some cases info) Quotation is not found, J506（警告；有时为提示）引文找不到",
    "J507, J507 (info) Reported, J507（提示）是转述而非原话",
  })
  void a_rule_weighs_what_its_cases_weigh(String code, String english, String chinese) {
    Rulebook.Rule rule = Rulebook.get().rule(code).orElseThrow();
    assertThat(rule.heading(Language.EN)).startsWith(english);
    assertThat(rule.heading(Language.ZH)).isEqualTo(chinese);
    assertThat(rule.heading(Language.ZH)).contains(rule.in(Language.ZH).get("severityName"));
  }

  /** Markup and single words of markup are the same; words of a sentence are not. */
  @ParameterizedTest
  @MethodSource("codes")
  void an_example_in_chinese_holds_no_english(String code) {
    Rulebook.Rule rule = Rulebook.get().rule(code).orElseThrow();
    for (Text example : List.of(rule.wrong().orElseThrow(), rule.right().orElseThrow())) {
      assertThat(example.zh().replaceAll("<[^>]*>?|tei/\\S+", "")).doesNotContainPattern("[a-z]+ [a-z]+ [a-z]+");
    }
  }

  @Test
  void both_languages_say_the_same_things() throws IOException {
    Set<String> english = load("en").stringPropertyNames();
    Set<String> chinese = new TreeSet<>(load("zh").stringPropertyNames());
    // An example in Chinese stands for the one that serves every other language.
    chinese.removeIf(key -> key.endsWith(".wrong") || key.endsWith(".right"));
    assertThat(english).containsExactlyInAnyOrderElementsOf(chinese);
  }

  /** A case named as the title of its rule would take its place. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void no_key_is_given_twice(Language language) throws IOException {
    Path file = Path.of("src/main/resources/jilu/findings/" + language + ".properties");
    assertThat(Files.readAllLines(file).stream().filter(line -> line.matches("\\w+(\\.\\w+)*=.*")))
        .extracting(line -> line.substring(0, line.indexOf('=')))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_same_arguments_are_used(Language language) throws IOException {
    Properties words = load(language.toString());
    load("en").forEach((key, english) -> assertThat(arguments(words.getProperty(key.toString()))).as(key.toString()).isEqualTo(arguments(english.toString())));
  }

  /** Neither “a org” nor “an person”. */
  @Test
  void no_article_stands_before_what_may_begin_with_any_letter() throws IOException {
    assertThat(load("en").values()).noneMatch(words -> words.toString().matches("(?s).*\\ban? \\{.*"));
  }

  @Test
  void every_code_of_the_program_is_in_the_book() throws IOException {
    Set<String> used = new TreeSet<>();
    for (Path folder : List.of(Path.of("src/main/java"), Path.of("schemas/jilu.odd"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Pattern.compile("\"(J[0-9]{3})[\".]").matcher(Files.readString(file)).results().map(m -> m.group(1)).forEach(used::add);
        }
      }
    }
    assertThat(used).isNotEmpty().isSubsetOf(codes());
    assertThat(codes()).isSubsetOf(used);
  }

  private static Set<String> arguments(String words) {
    return new TreeSet<>(Pattern.compile("\\{[0-9]}").matcher(words).results().map(MatchResult::group).toList());
  }

  private static Properties load(String name) throws IOException {
    var properties = new Properties();
    try (Reader in = new InputStreamReader(RulebookTest.class.getResourceAsStream("/jilu/findings/" + name + ".properties"), StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    return properties;
  }
}
