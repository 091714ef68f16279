package jilu.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jilu.SmallEdition;
import jilu.edition.Edition;
import jilu.print.TaggedText;
import jilu.print.TypographicLint;
import jilu.transform.Xslt;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The book of an edition in English, which its editor did not set up in any way. */
class WesternBookTest {
  private static final String WORDS = """
      “These papers,” wrote Lincoln’s editor—in the ’60s…—“are <title level="m">The ‘State’ Papers</title>, <title
      level="j" xml:lang="ru">Новая история</title>, <title level="m" xml:lang="zh">中苏条约</title> and <title
      level="a">A Letter</title>,” § 3, by Dvořák.
      """;

  @TempDir static Path folder;
  private static PDDocument book;
  private static List<TaggedText.Line> lines;

  @BeforeAll
  static void build() throws IOException {
    var edition = SmallEdition.english(folder)
        .with("documents/d19000101.xml", "Hello，", WORDS.repeat(12))
        .with("edition.xml", "<bibl type=\"transcript\"><title>小集</title>"
            + "<ref target=\"source/transcript.txt\">transcript.txt</ref></bibl>", "<p>Invented.</p>")
        .with("edition.xml", "<title type=\"main\">小集", "<title type=\"main\">A “Small” Collection");
    new Build(Edition.in(edition.folder()), folder.resolve("output"), Progress.quiet()).run();
    book = Loader.loadPDF(folder.resolve("output/pdf/small.pdf").toFile());
    lines = TaggedText.read(book).stream().flatMap(paragraph -> paragraph.lines().stream()).toList();
    var judged = Files.createDirectories(Path.of("target", "conformance")).resolve("western.pdf");
    Files.copy(folder.resolve("output/pdf/small.pdf"), judged, StandardCopyOption.REPLACE_EXISTING);
  }

  @AfterAll
  static void close() throws IOException {
    book.close();
  }

  @Test
  void is_set_as_a_typesetter_would() throws IOException {
    var edges = Columns.edges(new Xslt(), folder.resolve("output/html/tei/small.xml"), PrintDesign.SCREEN);
    assertThat(TypographicLint.check(book, edges)).isEmpty();
  }

  @Test
  void signs_of_an_english_sentence_are_as_wide_as_their_ink() {
    assertThat(glyphs(line -> line.text().matches(".*(Lincoln|editor|papers).*")))
        .filteredOn(glyph -> "“”‘’—…§".contains(glyph.getUnicode()))
        .isNotEmpty()
        .allSatisfy(glyph ->
            assertThat(glyph.getWidthDirAdj() / glyph.getFontSize()).as(glyph.getUnicode()).isLessThan(0.95f));
  }

  @Test
  void titles_of_books_and_journals_are_italic_but_in_chinese() {
    assertThat(slanted(line -> true)).contains("‘State’", "Новая", "история").doesNotContain("中", "Letter", "Lincoln");
  }

  @Test
  void references_have_the_title_of_the_book_in_italics() {
    assertThat(slanted(line -> line.text().contains("Collection"))).contains("A“Small”Collection");
  }

  private static List<TextPosition> glyphs(Predicate<TaggedText.Line> which) {
    return lines.stream().filter(which).flatMap(line -> line.glyphs().stream()).toList();
  }

  private static String slanted(Predicate<TaggedText.Line> which) {
    return glyphs(which).stream().filter(glyph -> glyph.getFont().getName().contains("Italic"))
        .map(TextPosition::getUnicode).collect(Collectors.joining());
  }
}
