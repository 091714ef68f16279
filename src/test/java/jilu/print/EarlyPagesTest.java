package jilu.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** A book whose contents, one paragraph on two pages, tell of its last page. */
class EarlyPagesTest {
  private static final int PARTS = 40;
  private static final int FLUSHED = 1 << 13;

  @TempDir private Path folder;

  @Test
  void writesPagesWhileTheContentsWait() throws IOException {
    var sizes = new ArrayList<Long>();
    render(sizes);
    assertThat(sizes.get(PARTS - 1)).isGreaterThan(sizes.get(1) + 2 * FLUSHED);
  }

  @Test
  void keepsPagesInTheirOrder() throws IOException {
    try (var book = render(new ArrayList<>())) {
      assertThat(book.getNumberOfPages()).isEqualTo(PARTS + 2);
      assertThat(text(book, 1)).startsWith("目录" + (PARTS + 2));
      assertThat(text(book, 2)).startsWith("录录");
      assertThat(text(book, 3)).startsWith("第1篇");
      assertThat(text(book, PARTS + 2)).startsWith("第" + PARTS + "篇");
    }
  }

  @Test
  void keepsTagsInTheOrderOfReading() throws IOException {
    try (var book = render(new ArrayList<>())) {
      assertThat(pages(book, book.getDocumentCatalog().getStructureTreeRoot(), null))
          .isSorted().contains(0, 1, 2, PARTS + 1);
    }
  }

  private PDDocument render(List<Long> sizes) throws IOException {
    var file = folder.resolve("book.pdf");
    var result = Pdf.create().render((receiver, pages) -> {
      var filter = new XMLFilterImpl() {
        @Override
        public void startElement(String uri, String name, String qName, Attributes attributes) throws SAXException {
          if (name.equals("page-sequence")) {
            sizes.add(file.toFile().length());
          }
          super.startElement(uri, name, qName, attributes);
        }
      };
      filter.setContentHandler(receiver);
      try {
        var parsers = SAXParserFactory.newInstance();
        parsers.setNamespaceAware(true);
        var parser = parsers.newSAXParser().getXMLReader();
        parser.setContentHandler(filter);
        parser.parse(new InputSource(new StringReader(fo())));
      } catch (ParserConfigurationException e) {
        throw new SAXException(e);
      }
    }, Sample.DATE, file);
    assertThat(result.problems()).isEmpty();
    return Loader.loadPDF(Files.readAllBytes(file));
  }

  private static String fo() {
    var random = new Random(1);
    var parts = IntStream.rangeClosed(1, PARTS).mapToObj(part -> """
        <fo:page-sequence master-reference="page" initial-page-number="auto"><fo:flow flow-name="xsl-region-body">
          <fo:block id="part%1$d">第%1$d篇</fo:block><fo:block>%2$s</fo:block>
        </fo:flow></fo:page-sequence>""".formatted(part, random.ints(400, '一', '龥')
            .mapToObj(Character::toString).collect(Collectors.joining())));
    return Sample.book("""
        <fo:page-sequence master-reference="page"><fo:flow flow-name="xsl-region-body">
          <fo:block>目录<fo:page-number-citation ref-id="part%d"/>%s</fo:block>
        </fo:flow></fo:page-sequence>""".formatted(PARTS, "录".repeat(800)) + parts.collect(Collectors.joining()));
  }

  private static String text(PDDocument book, int page) throws IOException {
    var stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(book).strip();
  }

  /** The page of each piece of text, in the order of the tags. */
  private static List<Integer> pages(PDDocument book, PDStructureNode node, PDPage inherited) {
    var pages = new ArrayList<Integer>();
    for (var kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        pages.addAll(pages(book, element, element.getPage() == null ? inherited : element.getPage()));
      } else if (kid instanceof PDMarkedContentReference reference) {
        pages.add(book.getPages().indexOf(reference.getPage()));
      } else if (kid instanceof Integer) {
        pages.add(book.getPages().indexOf(inherited));
      }
    }
    return pages;
  }
}
