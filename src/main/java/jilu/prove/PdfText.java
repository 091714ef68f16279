package jilu.prove;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jilu.words.Text;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/**
 * The text layer of a tagged PDF in its logical order (ISO 32000-1, 14.7): what a screen reader speaks. Running heads and
 * page numbers are artifacts and so left out, and so are the table of contents,
 * the indexes and references to pages.
 */
final class PdfText {
  /** What tells of pages and could not be there before them. */
  private static final Set<String> MADE_OF_PAGES = Set.of("TOC", "Index", "Reference");

  private final Map<PDPage, Integer> numbers = new HashMap<>();
  private final Map<Integer, Map<Integer, String>> contents = new HashMap<>();
  private final PDDocument document;
  private final Reading reading;

  private PdfText(PDDocument document, Reading reading) {
    this.document = document;
    this.reading = reading;
  }

  static Reading read(Path pdf) throws IOException {
    var reading = new Reading(Text.of("PDF"));
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      new PdfText(document, reading).walk(document.getDocumentCatalog().getStructureTreeRoot(), null);
    }
    return reading;
  }

  private void walk(PDStructureNode node, PDPage inherited) throws IOException {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if (!MADE_OF_PAGES.contains(element.getStructureType())) {
          walk(element, element.getPage() == null ? inherited : element.getPage());
        }
      } else if (kid instanceof Integer id) {
        add(inherited, id);
      } else if (kid instanceof PDMarkedContentReference reference) {
        add(reference.getPage() == null ? inherited : reference.getPage(), reference.getMCID());
      }
    }
  }

  private void add(PDPage page, int id) throws IOException {
    // The structure tree makes its page objects anew; those of the page tree share the fonts they have read.
    int index = numbers.computeIfAbsent(page, p -> document.getPages().indexOf(p));
    Map<Integer, String> texts = contents.get(index);
    if (texts == null) {
      texts = texts(document.getPage(index));
      contents.put(index, texts);
    }
    reading.add(texts.getOrDefault(id, ""), Origin.output("p. " + (index + 1)));
  }

  private static Map<Integer, String> texts(PDPage page) throws IOException {
    var extractor = new PDFMarkedContentExtractor();
    extractor.processPage(page);
    Map<Integer, String> texts = new HashMap<>();
    collect(extractor.getMarkedContents(), texts);
    return texts;
  }

  private static void collect(List<PDMarkedContent> contents, Map<Integer, String> texts) {
    for (PDMarkedContent content : contents) {
      var text = new StringBuilder();
      for (Object part : content.getContents()) {
        if (part instanceof TextPosition position) {
          text.append(position.getUnicode());
        } else if (part instanceof PDMarkedContent inner) {
          collect(List.of(inner), texts);
        }
      }
      texts.merge(content.getMCID(), text.toString(), String::concat);
    }
  }
}
