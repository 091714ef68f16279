package jilu.validate;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a character is called by those who cannot see it. */
class CharactersTest {
  @ParameterizedTest
  @CsvSource({
    "200B, U+200B 零宽空格",
    "FEFF, U+FEFF 零宽不换行空格（字节顺序标记）",
    "00A0, U+00A0 不换行空格",
    "0085, U+0085 下一行",
    "009B, U+009B 控制字符",
    "2028, U+2028 行分隔符",
    "2009, U+2009 窄空格",
    "FF1D, U+FF1D 全角 ＝",
    "0410, U+0410 西里尔字母 А",
    "0041, U+0041 拉丁字母 A",
    "F9E4, U+F9E4 兼容汉字 \uf9e4",
    "2F08, U+2F08 部首 ⼈",
    "E000, U+E000 专用字符",
    "0E01, U+0E01 ก",
    "1D173, U+1D173"
  })
  void in_chinese_has_a_chinese_name_or_none(String number, String name) {
    assertThat(Characters.name(Integer.parseInt(number, 16)).zh()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x200b, 0xfeff, 0xa0, 0x85, 0x9b, 0x2028, 0x2009, 0xff1d, 0x410, 0x41, 0xf9e4, 0x2f08, 0xe000, 0xe01})
  void in_english_has_the_name_of_unicode(int character) {
    assertThat(Characters.name(character).en())
        .isEqualTo(String.format(Locale.ROOT, "U+%04X ", character) + Character.getName(character));
  }

  /** Of what is told whatever it is, each has words. */
  @Test
  void that_nobody_sees_has_a_name_of_its_own_in_chinese() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      boolean unseen = Characters.isInvisible(c) && Character.isDefined(c) || Characters.isSeparator((char) c)
          || Characters.isOtherSpace((char) c) || Character.isISOControl(c);
      if (unseen) {
        assertThat(Characters.name(c).zh()).as("%04X", c).matches("U\\+[0-9A-F]{4} .*\\p{IsHan}.*");
      }
    }
  }

  /** Whether letters of two alphabets stand together is asked of a text first, and then of each word. */
  @Test
  void of_two_alphabets_are_told_whatever_else_a_text_holds() {
    var random = new Random(1904);
    for (int i = 0; i < 20_000; i++) {
      String text = random.ints(random.nextInt(12), 0, 8).mapToObj(c -> "AbЯя.. -".substring(c, c + 1)).collect(joining());
      List<Finding> alone = told(text + "\n");
      List<Finding> beside = told(text + "\nxЯ\n");
      assertThat(alone).as(text).isEqualTo(beside.stream().filter(finding -> finding.line() == 1).toList());
      assertThat(beside).as(text).hasSize(alone.size() + 1);
    }
  }

  @Test
  void next_line_among_marks_of_windows_is_an_ellipsis_error() {
    assertThat(told("<p>a\u0085 b</p>")).extracting(f -> f.fix().orElseThrow().replacement()).containsExactly("");
    assertThat(told("<p>a\u0085 \u0093b\u0094</p>")).extracting(f -> f.fix().orElseThrow().replacement())
        .containsExactly("…", "“", "”");
  }

  @Test
  void tags_as_text_where_tags_are_shown_valid() {
    String tags = "&lt;hi&gt;a&lt;/hi&gt; &lt;lb/&gt;";
    assertThat(told("<p><code>" + tags + "</code><eg:egXML>" + tags + "</eg:egXML></p>")).isEmpty();
    assertThat(told("<p><code>a</code>" + tags + "</p>")).extracting(Finding::column).containsExactly(18, 41);
  }

  /** As it comes of reading with a table that has the characters of its users, with one that has not, and in Windows. */
  @ParameterizedTest
  @ValueSource(strings = {"GB18030", "GBK", "x-mswin-936"})
  void a_file_of_the_edition_read_as_gbk_is_told_once_error(String charset) throws IOException {
    for (Path file : edition()) {
      byte[] octets = Files.readAllBytes(file);
      String garbled = new String(octets, Charset.forName(charset));
      assertThat(told(garbled)).as(file + "\n" + garbled).singleElement()
          .satisfies(f -> assertThat(f.message()).startsWith("This whole file was UTF-8 that was read as GBK"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB18030", "GBK", "x-mswin-936"})
  void a_paragraph_of_the_edition_read_as_gbk_is_told_with_what_it_was_error(String charset) throws IOException {
    for (Path file : edition()) {
      String sound = "<p>" + "这里的都好。".repeat(500) + "</p>\n";
      for (String line : Files.readAllLines(file)) {
        String words = line.replaceAll("<[^>]*>|[^\\p{IsHan}，。：；、（）《》]", "");
        if (words.length() > 5) {
          String garbled = new String(words.getBytes(StandardCharsets.UTF_8), Charset.forName(charset));
          assertThat(told(sound + "<p>" + garbled + "</p>")).as(words + "\n" + garbled).singleElement()
              .satisfies(f -> assertThat(f.code()).isEqualTo("J045"))
              .satisfies(f -> assertThat(f.message()).containsPattern("[iI]t was “[" + words.charAt(0) + "□]"));
        }
      }
    }
  }

  @Test
  void the_edition_is_not_read_as_gbk_valid() throws IOException {
    for (Path file : edition()) {
      assertThat(ReadAsGbk.check(Files.readString(file))).as(file.toString()).isEmpty();
    }
  }

  private static List<Path> edition() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("tei"))) {
      return files.filter(file -> file.toString().endsWith(".xml")).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"&lt;p/&gt;", "&amp;lt;p&amp;gt;", "&#60;p&#62;", "&lt;unclear/&gt;", "&amp;amp;lt;p>"})
  void of_tags_a_text_may_speak_where_it_shows_them_valid(String tag) {
    assertThat(told("<p>" + tag + "</p>")).extracting(Finding::code).containsExactly("J046");
    for (String shows : List.of("code", "gi", "att", "tag", "eg:egXML", "encodingDesc")) {
      assertThat(told("<%s>甲<hi>%s</hi></%s>".formatted(shows, tag, shows))).as(shows).isEmpty();
    }
  }

  @Test
  void a_tag_is_told_as_readers_see_it() {
    assertThat(told("<p>&amp;lt;hi rend=&amp;quot;b&amp;quot;&amp;gt;</p>")).singleElement()
        .satisfies(f -> assertThat(f.message()).endsWith(": &lt;hi rend=&quot;b&quot;&gt;"));
    assertThat(told("<p>&#60;hi rend=&#34;b&#x22;&#x3E;</p>")).singleElement()
        .satisfies(f -> assertThat(f.message()).endsWith(": <hi rend=\"b\">"));
  }

  private static List<Finding> told(String text) {
    return Characters.check(SourceText.of(Path.of("x.xml"), text));
  }
}
