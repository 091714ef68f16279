package jilu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jilu.SmallEdition;
import jilu.validate.Lines;
import jilu.words.English;
import jilu.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Whoever asks for Chinese is answered in Chinese, whatever the command and whatever goes wrong. */
class CommandLanguageTest {
  @TempDir Path folder;

  static Stream<String> commands() {
    CommandLine jilu = Jilu.commandLine(new Console(Language.EN));
    return Stream.concat(Stream.of(""), jilu.getSubcommands().keySet().stream());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_is_chinese(String command) {
    Run run = Run.of(Stream.of("--lang", "zh", command, "--help").filter(word -> !word.isEmpty()));
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("用法：jilu").contains("选项：", "显示这份说明。", "退出码：");
    assertThat(English.in(run.out().replaceAll("(?m)^  [a-z]+ ", ""))).isEmpty();
    assertThat(run.out().lines().filter(line -> line.matches("  (-\\w,|   ) --\\S+ {2,}.*")).map(line ->
        Lines.width(line.replaceFirst("(?<=\\S)( {2,}).*", "$1")))).as("columns").containsOnly(start(run.out()));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_is_english(String command) {
    Run run = Run.of(Stream.of(command, "--lang=en", "--help").filter(word -> !word.isEmpty()));
    assertThat(run.out()).startsWith("Usage: jilu").contains("Options:", "Show this help.", "Exit codes:")
        .doesNotContainPattern("\\p{IsHan}");
  }

  /** An option without a description would be silent in every language. */
  @Test
  void everything_is_described() {
    for (Language language : Language.values()) {
      CommandLine jilu = Jilu.commandLine(new Console(language));
      for (CommandLine command : Stream.concat(Stream.of(jilu), jilu.getSubcommands().values().stream()).toList()) {
        assertThat(command.getCommandSpec().usageMessage().description()).as(command.getCommandName()).isNotEmpty();
        command.getCommandSpec().args().forEach(argument -> {
          assertThat(argument.description()).as(argument.toString()).isNotEmpty();
          assertThat(argument.paramLabel()).as(argument.toString()).doesNotContain("$");
        });
      }
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "validate --shema x.rng | 没有 --shema 这个选项。是不是 --schema？",
      "validate --zzz | 没有 --zzz 这个选项。",
      "publish | 没有 publish 这个命令；可用的有 build、validate、explain、prove、release、schema。",
      "validat | 没有 validat 这个命令。是不是 validate？",
      "validate --report | --report 后面要写文件。",
      "validate --report --fix | --report 后面要写文件。",
      "validate --format pdf | --format 后面不能写 pdf；可以写 text、json、sarif、junit、html。",
      "build --page a3 | --page 后面不能写 a3；可以写 a4、b5、16k。",
      "build --quiet=yes | --quiet 后面不能有值。",
      "build . . | 多写了 .。",
      "release | 还缺：版本。",
      "release 1.0 --date 1949年2月4日 | --date 后面不能写 1949年2月4日；日期要写成 1949-02-04。",
      "validate --report a --report b | --report 只能写一次。",
  })
  void a_wrong_command_is_told_in_chinese(String command, String said) {
    Run run = Run.of(Stream.concat(Stream.of("--lang", "zh"), Stream.of(command.split(" "))));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).first().isEqualTo(said);
    assertThat(run.err().lines()).last().asString().startsWith("用法说明：jilu").endsWith(" --help");
  }

  @Test
  void a_language_that_is_not_there_is_told_in_ones_own() {
    Run run = speaking(Locale.CHINA, () -> Run.of("validate", "--lang", "fr"));
    assertThat(run.err()).startsWith("--lang 后面不能写 fr；可以写 en、zh。");
  }

  @Test
  void the_language_of_the_system_is_spoken() {
    assertThat(speaking(Locale.CHINA, () -> Run.of("--help")).out()).startsWith("用法：");
    assertThat(speaking(Locale.FRANCE, () -> Run.of("--help")).out()).startsWith("Usage: ");
  }

  @Test
  void without_a_command_all_are_shown() {
    Run run = Run.of("--lang", "zh");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("请写明用哪个命令。\n用法：").contains("检查整部辑录");
  }

  /** Files that are missing, broken, or stand in the way, and what is said of each. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "validate missing | missing 不存在。",
      "validate --schema missing.rng small | 模式 missing.rng 不存在。",
      "validate --schema notes.txt small | notes.txt 不是模式：文件名应以 .rng、.rnc、.xsd 或 .sch 结尾。",
      "validate --schema cut.rng small | 模式 cut.rng 有错，无法使用：第 1 行第 1 列：",
      "validate --schema cut.xsd small | 模式 cut.xsd 有错，无法使用：第 1 行第 1 列：",
      "validate --schema cut.sch small | 模式 cut.sch 有错，无法使用：第 1 行第 1 列：",
      "validate --schema wrong.rng small | 模式 wrong.rng 有错，无法使用：第 1 行第 76 列：“",
      "validate --schema wrong.rnc small | 模式 wrong.rnc 有错，无法使用：第 1 行第 9 列：“",
      "validate --schema wrong.xsd small | 模式 wrong.xsd 有错，无法使用：第 1 行第",
      "validate --schema wrong.sch small | 模式 wrong.sch 有错，无法使用：“",
      "validate --report notes.txt/x.html small | notes.txt 应当是文件夹，却是一个文件。",
      "validate --report small small | small 应当是文件，却是一个文件夹。",
      "build --output notes.txt small | notes.txt 应当是文件夹，却是一个文件。",
      "prove small | small/output 里没有已生成的辑录，请先运行 jilu build。",
      "prove --transcript missing small | missing 不存在。",
      "schema missing | missing/jilu.odd 不存在。",
      "schema odd | odd/jilu.odd：schemaSpec 的 ident 只能由字母、数字和连字符组成；现在是“我的模式”。",
  })
  void what_cannot_be_done_is_told_in_chinese(String command, String said) throws IOException {
    SmallEdition.in(Files.createDirectory(folder.resolve("small")));
    Files.createDirectory(folder.resolve("odd"));
    String rng = "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start>";
    Map.of(
        "notes.txt", "",
        "cut.rng", "<grammar>",
        "cut.xsd", "<schema>",
        "cut.sch", "<schema>",
        "wrong.rng", rng + "<ref name='x'/></start></grammar>",
        "wrong.rnc", "start = x",
        "wrong.xsd", "<schema xmlns='http://www.w3.org/2001/XMLSchema'><element name='a' type='b'/></schema>",
        "wrong.sch", "<schema xmlns='http://purl.oclc.org/dsdl/schematron'><pattern><rule context='a['/>"
            + "</pattern></schema>",
        "odd/jilu.odd", "<TEI xmlns='http://www.tei-c.org/ns/1.0'><schemaSpec ident='我的模式'/></TEI>")
        .forEach(this::write);
    Run run = Run.of(Stream.concat(
        Stream.of("--lang", "zh"),
        Stream.of(command.split(" ")).map(word -> Files.exists(folder.resolve(word)) || word.contains("missing")
            || word.contains("/") || word.contains(".") ? folder.resolve(word).toString() : word)));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err().replace(folder + "/", "")).startsWith(said);
    assertThat(English.in(run.err().replace(folder.toString(), ""))).isEmpty();
  }

  @Test
  void a_build_is_told_in_chinese() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    String path = edition.folder().toString();
    Run run = Run.of("build", "--lang", "zh", "--timings", path);
    assertThat(run.exit()).isZero();
    assertThat(run.err().lines().filter(line -> !line.startsWith("SLF4J")))
        .containsExactly("检查", "独立的 TEI", "PDF", "HTML", "检索", "EPUB", "逐字比对");
    assertThat(run.out()).contains("\n逐字比对 ", "写出了 ");
    assertThat(English.in(run.out().replace(folder.toString(), ""))).isEmpty();
    assertThat(Run.of("prove", "--lang", "zh", path).out().strip()).isEqualTo("比对完毕：87 字在所有输出中都相同。");
    assertThat(Run.of("release", "--lang", "zh", "1.0", path).out().strip()).startsWith("已发布 1.0，");
    assertThat(Run.of("release", "--lang", "zh", "1.0", path).err().strip()).isEqualTo("版本 1.0 以前已经发布过。");
    edition.with("documents/d19000101.xml", "who=\"#jia\"", "who=\"#jiaa\"");
    assertThat(Run.of("build", "-q", "--lang", "zh", path).out()).contains(": 错误 J303 ")
        .endsWith("没有写出任何文件：1 处错误，0 处警告。\n");
    assertThat(Run.of("validate", "--lang", "zh", path).out()).contains("检查了 4 个文件：1 处错误");
    assertThat(Run.of("release", "--lang", "zh", "1.1", path).out()).endsWith("没有发布：请先改正错误。\n");
  }

  @Test
  void where_to_read_more_is_told_in_the_language_that_was_asked_for() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with("documents/d19000101.xml", "who=\"#jia\"", "who=\"#jiaa\"");
    String path = edition.folder().toString();
    assertThat(Run.of("validate", "--lang", "zh", path).out()).endsWith(" explain J303 --lang zh\n");
    assertThat(Run.of("validate", "--lang", "en", path).out()).endsWith(" explain J303\n");
    assertThat(speaking(Locale.CHINA, () -> Run.of("validate", "--lang", "en", path)).out()).endsWith(" explain J303 --lang en\n");
    assertThat(speaking(Locale.CHINA, () -> Run.of("validate", path)).out()).endsWith(" explain J303\n");
  }

  @Test
  void where_help_is_is_told_in_the_language_that_was_asked_for() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    String file = edition.file("edition.xml").toString();
    assertThat(Run.of("--lang", "zh", "validate", "--zzz").err()).endsWith("用法说明：jilu validate --lang zh --help\n");
    assertThat(Run.of("--lang", "zh", "validat").err()).endsWith("用法说明：jilu --lang zh --help\n");
    assertThat(Run.of("--lang", "en", "validate", "--zzz").err()).endsWith("Help: jilu validate --help\n");
    assertThat(speaking(Locale.CHINA, () -> Run.of("validate", "--zzz")).err()).endsWith("用法说明：jilu validate --help\n");
    assertThat(Run.of("validate", "--lang", "zh", "--report", file, file).err()).endsWith("用法说明：jilu validate --lang zh --help\n");
  }

  @Test
  void rules_are_explained_in_chinese() {
    assertThat(Run.of("explain", "--lang", "zh", "J303").out()).contains("\n错：\n", "\n对：\n", "TEI 准则：");
    assertThat(Run.of("explain", "--lang", "zh", "J999").err()).isEqualTo("没有 J999。\n");
  }

  private static int start(String help) {
    return help.lines().filter(line -> line.contains("--debug")).findFirst().orElseThrow().indexOf("显示");
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Run speaking(Locale locale, java.util.function.Supplier<Run> run) {
    Locale before = Locale.getDefault();
    Locale.setDefault(locale);
    try {
      return run.get();
    } finally {
      Locale.setDefault(before);
    }
  }
}
