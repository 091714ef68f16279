package jilu.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jilu.SmallEdition;
import jilu.edition.Edition;
import jilu.print.TypographicLint;
import jilu.transform.Xslt;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages on which an edition can be printed; lengths in millimetres. */
class PrintDesignTest {
  private static final float MILLIMETRE = 72 / 25.4f;
  private static final List<String> ONE_INK = List.of("0.0", "1.0");

  @TempDir Path folder;
  private Path edition;

  @ParameterizedTest
  @CsvSource({"a4, 210, 297", "b5, 176, 250", "16k, 184, 260"})
  void page_has_its_size(String page, float width, float height) throws IOException {
    try (var book = book(new PrintDesign(page, false, false, false))) {
      for (var each : book.getPages()) {
        assertIs(each.getMediaBox(), 0, 0, width, height);
        assertIs(each.getTrimBox(), 0, 0, width, height);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"a4, false, false", "b5, true, false", "16k, false, true"})
  void is_set_as_a_typesetter_would(String page, boolean cropMarks, boolean hanging) throws IOException {
    var design = new PrintDesign(page, cropMarks, false, hanging);
    try (var book = book(design)) {
      var edges = Columns.edges(new Xslt(), edition.resolve("output/html/tei/small.xml"), design);
      assertThat(TypographicLint.check(book, edges)).isEmpty();
    }
  }

  @Test
  void paper_with_crop_marks_is_larger_than_the_page_and_what_bleeds_off_it() throws IOException {
    try (var book = book(new PrintDesign("16k", true, false, false))) {
      for (var each : book.getPages()) {
        assertIs(each.getTrimBox(), 0, 0, 184, 260);
        assertIs(each.getBleedBox(), -3, -3, 190, 266);
        assertIs(each.getMediaBox(), -12, -12, 208, 284);
      }
    }
  }

  @Test
  void one_ink_is_black() throws IOException {
    try (var book = book(new PrintDesign("a4", false, true, false))) {
      assertThat(colours(book)).isEmpty();
    }
    try (var book = book(PrintDesign.SCREEN)) {
      assertThat(colours(book)).isNotEmpty();
    }
  }

  /** Every ink that is neither black nor paper, as the operator and its components. */
  private static List<String> colours(PDDocument book) throws IOException {
    var colours = new ArrayList<String>();
    for (var page : book.getPages()) {
      var operands = new ArrayList<String>();
      for (Object token : new PDFStreamParser(page).parse()) {
        if (token instanceof Operator operator) {
          if (operator.getName().matches("(?i)rg|k|g|scn?") && !ONE_INK.containsAll(operands)) {
            colours.add(operator.getName() + operands);
          }
          operands.clear();
        } else {
          operands.add(token instanceof COSNumber number ? String.valueOf(number.floatValue()) : "0.0");
        }
      }
    }
    return colours;
  }

  private PDDocument book(PrintDesign design) throws IOException {
    edition = Files.createTempDirectory(folder, "edition");
    SmallEdition.in(edition);
    Path output = edition.resolve("output");
    new Build(Edition.in(edition), output, Progress.quiet(), design).run();
    return Loader.loadPDF(output.resolve("pdf/small.pdf").toFile());
  }

  private static void assertIs(PDRectangle box, float left, float bottom, float width, float height) {
    assertThat(box.getLowerLeftX() / MILLIMETRE).isCloseTo(left, within(0.1f));
    assertThat(box.getLowerLeftY() / MILLIMETRE).isCloseTo(bottom, within(0.1f));
    assertThat(box.getWidth() / MILLIMETRE).isCloseTo(width, within(0.1f));
    assertThat(box.getHeight() / MILLIMETRE).isCloseTo(height, within(0.1f));
  }
}
