package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import jilu.SmallEdition;
import jilu.transform.Xslt;
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

  private static final String SPEAKER = "who=\"#jia\"";
  private static final String SPOILT = "who=\"jia\"";

  private SmallEdition spoilt() throws IOException {
    return SmallEdition.in(folder).with(FIRST, SPEAKER, SPOILT);
  }

  private static void permit(Path path, String permissions) throws IOException {
    assumeTrue(path.getFileSystem().supportedFileAttributeViews().contains("posix"), "no such permissions here");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void permissions_stay() throws IOException {
    SmallEdition edition = spoilt();
    Path file = edition.file(FIRST);
    for (String permissions : List.of("rw-rw-r--", "rw-r--r--", "rwxr-x---", "rw-------")) {
      Files.writeString(file, Files.readString(file).replace(SPEAKER, SPOILT));
      permit(file, permissions);
      assertThat(Mender.mend(edition.findings())).isEqualTo(1);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo(permissions);
    }
  }

  @Test
  void owner_and_group_stay() throws IOException {
    SmallEdition edition = spoilt();
    Path file = edition.file(FIRST);
    permit(file, "rw-rw-rw-");
    try {
      Files.setAttribute(file, "unix:uid", 12_345);
      Files.setAttribute(file, "unix:gid", 12_346);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      abort("only who may give files away can have others' to mend");
    }
    assertThat(Mender.mend(edition.findings())).isEqualTo(1);
    assertThat(List.of(Files.getAttribute(file, "unix:uid"), Files.getAttribute(file, "unix:gid")))
        .containsExactly(12_345, 12_346);
  }

  private static void link(Path link, Path target) throws IOException {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException | UnsupportedOperationException e) {
      abort("no links here");
    }
  }

  @Test
  void what_a_link_leads_to_is_mended_and_the_link_stays() throws IOException {
    SmallEdition edition = spoilt();
    Path real = Files.move(edition.file(FIRST), Files.createDirectory(folder.resolve("real")).resolve("t.xml"));
    link(edition.file(FIRST), Path.of("../../real/t.xml"));
    assertThat(Mender.mend(edition.findings())).isEqualTo(1);
    assertThat(edition.file(FIRST)).isSymbolicLink();
    assertThat(Files.readString(real)).isEqualTo(model());
  }

  @Test
  void a_file_that_is_met_under_two_names_is_mended_once() throws IOException {
    Path file = SmallEdition.in(folder).with(FIRST, "when=\"1900-01-01\">1900", "when=\"1900年1月1日\">1900").file(FIRST);
    Path other = folder.resolve("other.xml");
    link(other, file);
    var xslt = new Xslt();
    List<Finding> findings =
        Checks.with(xslt, new Reader(xslt), List.of()).run(List.of(other, file)).stream()
            .filter(finding -> finding.fix().isPresent()).toList();
    assertThat(findings).hasSize(2);
    assertThat(Mender.mend(findings)).isEqualTo(1);
    assertThat(Files.readString(file)).isEqualTo(model());
  }

  @Test
  void a_file_that_may_not_be_written_is_left_and_told_while_others_are_mended() throws IOException {
    SmallEdition edition = spoilt().with("documents/d19000102.xml", "1900-01-02\"/>", "1900-1-2\"/>");
    Path file = edition.file(FIRST);
    permit(file, "r--r--r--");
    Mender.Mended mended = Mender.mended(edition.findings());
    assertThat(mended.findings()).extracting(Finding::file).containsExactly(edition.file("documents/d19000102.xml"));
    assertThat(mended.left()).containsOnlyKeys(file);
    assertThat(mended.left().get(file).en()).startsWith("it may not be written to");
    assertThat(Files.readString(file)).contains(SPOILT);
    assertThat(edition.findings()).extracting(Finding::code).containsExactly("J302");
  }

  @Test
  void where_the_folder_may_not_be_written_the_file_is_left_and_told() throws IOException {
    SmallEdition edition = spoilt().with("edition.xml", "<publisher>某社", "<publisher>\u200b某社");
    Path file = edition.file(FIRST);
    permit(file.getParent(), "r-xr-xr-x");
    try {
      assumeFalse(Files.isWritable(file.getParent()), "to some nothing is forbidden");
      Mender.Mended mended = Mender.mended(edition.findings());
      assertThat(mended.findings()).extracting(Finding::file).containsExactly(edition.file("edition.xml"));
      assertThat(mended.left()).containsOnlyKeys(file);
      assertThat(mended.left().get(file).en()).startsWith("the folder in which it lies may not be written to");
      assertThat(Files.readString(file)).contains(SPOILT);
    } finally {
      permit(file.getParent(), "rwxr-xr-x");
    }
  }
}
