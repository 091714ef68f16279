package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jilu.SmallEdition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is certain is mended, and not a byte more. */
class MenderTest {
  private static final String FIRST = "documents/d19000101.xml";

  @TempDir Path folder;

  private void mended(String sound, String spoilt) throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    Path file = edition.file(FIRST);
    Files.writeString(file, spoilt);
    for (int i = 0; i < 3; i++) {
      Mender.mend(edition.findings());
    }
    assertThat(Files.readString(file)).isEqualTo(sound);
  }

  private String model() throws IOException {
    return Files.readString(Path.of("src/test/resources/editions/small/tei/" + FIRST));
  }

  @Test
  void line_ends_and_indents_stay() throws IOException {
    String sound = model().replace("\n", "\r\n").replace("        <speaker>甲", "\t<speaker>甲");
    mended(sound, sound.replace("when=\"1900-01-01\">1900", "when=\"1900年1月1日\">1900"));
  }

  @Test
  void a_byte_order_mark_stays() throws IOException {
    String sound = "\ufeff" + model();
    mended(sound, sound.replace("when=\"1900-01-01\">1900", "when=\"1900年1月1日\">1900"));
  }

  @Test
  void several_in_one_line() throws IOException {
    String sound = model().replace("你好，", "你好 &amp; &lt;，");
    mended(sound, sound.replace("&amp; &lt;", "\u200b& \ufeff<").replace("who=\"#jia\"", "who=“#jia”"));
  }

  @Test
  void characters_of_high_planes_count_once() throws IOException {
    String sound = model().replace("你好，<persName ref=\"#yi\"", "𠮷𠮷，<persName ref=\"#yi\"");
    mended(sound, sound.replace("𠮷𠮷，<persName ref=\"#yi\"", "𠮷𠮷\u200b，<persName ref=\"yi\""));
  }

  @Test
  void what_is_not_certain_is_left() throws IOException {
    String spoilt = model().replace("<speaker>甲：</speaker>", "<speeker>甲：</speeker>");
    mended(spoilt, spoilt);
  }

  @Test
  void an_end_that_is_misspelt_against_a_name_seen_once_is_left() throws IOException {
    String spoilt = model().replace("</head>", "</haed>");
    mended(spoilt, spoilt);
  }

  @Test
  void an_end_that_can_be_told_by_its_indent_alone_is_left() throws IOException {
    String spoilt = model().replaceFirst("\n      </sp>", "\n      <sp>");
    mended(spoilt, spoilt);
  }

  @Test
  void a_file_that_must_be_converted_first_is_left() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    Path file = edition.file(FIRST);
    byte[] gbk = model().replace("when=\"1900-01-01\">1900", "when=\"1900-1-1\">1900").getBytes(java.nio.charset.Charset.forName("GBK"));
    Files.write(file, gbk);
    assertThat(Mender.mend(edition.findings())).isZero();
    assertThat(Files.readAllBytes(file)).isEqualTo(gbk);
    assertThat(new String(gbk, StandardCharsets.UTF_8)).contains("\ufffd");
  }
}
