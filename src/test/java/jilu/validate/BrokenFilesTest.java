package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jilu.transform.Parsers;
import jilu.transform.Xslt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** However a file is broken, there are findings, each at a place in the file, and no exception. */
class BrokenFilesTest {
  private static final int MUTANTS = 40;
  private static final Pattern TAG = Pattern.compile("<[^<>]*>");
  private static final Pattern VALUE = Pattern.compile("=\"([^\"]*)\"");
  private static final List<String> STRANGE =
      List.of(
          "<", ">", "&", "\"", "'", "=", "/", "<!", "<!--", "-->", "<?", "?>", "<![CDATA[", "]]>", "</", "/>", "＜", "＞",
          "“", "&nbsp;", "&#0;", "<!DOCTYPE TEI [<!ENTITY a 'b'>]>", "<?xml version=\"1.0\"?>", "<p>", "</p>", "<lb/>",
          "\u200b", "\u00ad", "\ufffd", "\ue000", "\u3000", "\u007f", "\u0085", "\u2028", "\ud840\udc00", "\r",
          "A. Я.", "Стaлин", "国國", "...", ",", " ", "-");

  private static final Checks CHECKS = checks();

  @TempDir Path folder;

  private static Checks checks() {
    var xslt = new Xslt();
    return new Checks(xslt, new Reader(xslt));
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of("tei"))) {
      return walk.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void are_told_of(Path file) throws Exception {
    String text = Files.readString(file);
    var random = new Random(file.getFileName().toString().hashCode());
    for (int i = 0; i < MUTANTS; i++) {
      String broken = text;
      for (int mistakes = 1 + random.nextInt(4); mistakes > 0; mistakes--) {
        broken = broken(broken, random);
      }
      Path copy = Files.writeString(folder.resolve("m" + i + ".xml"), broken);
      assertThatCode(() -> check(copy)).as("%s, number %d", file, i).doesNotThrowAnyException();
      assertThatCode(() -> Mender.mend(CHECKS.run(List.of(copy)))).as("%s, number %d", file, i)
          .doesNotThrowAnyException();
      assertThatCode(() -> check(copy)).as("%s, number %d, mended", file, i).doesNotThrowAnyException();
    }
  }

  /** XML ends a line at a carriage return alone, too. */
  @Test
  void that_end_lines_as_old_macintoshes_are_told_of_merges() throws Exception {
    String merge = "<TEI>\r<<<<<<< HEAD\r<p>a</p>\r=======\r<p>b</p>\r>>>>>>> other\r</TEI>";
    Path file = Files.writeString(folder.resolve("merge.xml"), merge);
    assertThat(CHECKS.run(List.of(file))).anyMatch(finding -> finding.code().equals("J026") && finding.line() == 2);
  }

  /** What is quoted in letters is marked by signs as many as the answers. */
  @ParameterizedTest
  @CsvSource({"'>>>>>>> b', ERROR", "'  =======\n  >>>>>>> b', ERROR", "'  >>>>>>> said', WARNING"})
  void with_the_end_of_a_merge_that_may_be_none_are_warned(String lines, Severity severity) throws Exception {
    Path file = Files.writeString(folder.resolve("end.xml"), "<p>\n" + lines + "\n</p>");
    assertThat(CHECKS.run(List.of(file)))
        .anyMatch(finding -> finding.code().equals("J026") && finding.severity() == severity);
  }

  private static void check(Path file) throws Exception {
    List<Finding> findings = CHECKS.run(List.of(file));
    List<String> lines = Files.readString(file).lines().toList();
    for (Finding finding : findings) {
      assertThat(finding.line()).as(finding.toString()).isBetween(1, Math.max(1, lines.size() + 1));
    }
    if (!isWellFormed(file)) {
      assertThat(findings).as("what Xerces refuses").anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
  }

  private static boolean isWellFormed(Path file) throws Exception {
    try (var in = Files.newInputStream(file)) {
      Parsers.hardened().newSAXParser().getXMLReader().parse(new InputSource(in));
      return true;
    } catch (SAXException | IOException e) {
      return false;
    }
  }

  private static String broken(String text, Random random) {
    int at = random.nextInt(text.length());
    return switch (random.nextInt(5)) {
      case 0 -> text.substring(0, at) + one(STRANGE, random) + text.substring(at);
      case 1 -> text.substring(0, at) + one(STRANGE, random) + text.substring(at + 1);
      case 2 -> without(text, one(TAG.matcher(text).results().toList(), random), random);
      case 3 -> {
        MatchResult tag = one(TAG.matcher(text).results().toList(), random);
        yield text.substring(0, at) + tag.group() + text.substring(at);
      }
      default -> {
        MatchResult value = one(VALUE.matcher(text).results().toList(), random);
        yield text.substring(0, value.start(1)) + one(STRANGE, random) + text.substring(value.end(1));
      }
    };
  }

  /** A tag that is gone, or lacks its first or last character. */
  private static String without(String text, MatchResult tag, Random random) {
    int from = random.nextInt(3) == 0 ? tag.end() - 1 : tag.start();
    int to = random.nextInt(3) == 0 ? Math.max(from, tag.start() + 1) : tag.end();
    return text.substring(0, from) + text.substring(to);
  }

  private static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
