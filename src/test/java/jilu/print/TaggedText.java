package jilu.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/**
 * The text of a tagged PDF by paragraphs and lines: its tags tell a cell of a table from the one beside it, and a note
 * from the text above it, where places on the page could only be guessed from. Lengths are in points.
 */
public final class TaggedText {
  private static final Set<String> BLOCKS =
      Set.of("P", "H1", "H2", "H3", "H4", "H5", "H6", "TD", "TH", "LBody", "Lbl", "Note", "BlockQuote", "Div", "Sect", "Index");
  /** Raised marks stand within the line below whose characters they are. */
  private static final double LINE_IN_EM = 0.6;

  private TaggedText() {}

  /** The paragraphs, headings, cells and notes that have characters, in the order of the pages. */
  public static List<Paragraph> read(PDDocument document) throws IOException {
    var blocks = new HashMap<Content, Block>();
    var root = document.getDocumentCatalog().getStructureTreeRoot();
    if (root != null) {
      find(root, null, null, blocks);
    }
    var glyphs = new LinkedHashMap<Block, List<Glyph>>();
    for (int number = 1; number <= document.getNumberOfPages(); number++) {
      PDPage page = document.getPage(number - 1);
      var extractor = new PDFMarkedContentExtractor();
      extractor.processPage(page);
      for (PDMarkedContent content : extractor.getMarkedContents()) {
        collect(content, page.getCOSObject(), number, blocks, glyphs);
      }
    }
    return glyphs.entrySet().stream()
        .map(entry -> new Paragraph(entry.getKey().type(), entry.getKey().part(), lines(entry.getValue())))
        .toList();
  }

  /**
   * A run of lines with one tag.
   *
   * @param type the tag, say {@code P} or {@code TD}
   * @param part what tells one page sequence from another
   */
  public record Paragraph(String type, Object part, List<Line> lines) {}

  /** A line, its characters from left to right. */
  public record Line(int page, List<TextPosition> glyphs) {
    public TextPosition first() {
      return glyphs.get(0);
    }

    public TextPosition last() {
      return glyphs.get(glyphs.size() - 1);
    }

    public String text() {
      return glyphs.stream().map(TextPosition::getUnicode).collect(Collectors.joining());
    }
  }

  private record Content(COSDictionary page, int id) {}

  private record Block(COSDictionary element, String type, Object part) {}

  private record Glyph(int page, TextPosition place) {}

  private static void find(PDStructureNode node, Block block, Object part, Map<Content, Block> found) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        Object within = part == null && !element.getStructureType().equals("Document") ? element.getCOSObject() : part;
        Block own = BLOCKS.contains(element.getStructureType()) || block == null
            ? new Block(element.getCOSObject(), element.getStructureType(), within)
            : block;
        find(element, own, within, found);
      } else if (kid instanceof Integer id && node instanceof PDStructureElement element && element.getPage() != null) {
        found.put(new Content(element.getPage().getCOSObject(), id), block);
      } else if (kid instanceof PDMarkedContentReference reference && reference.getPage() != null) {
        found.put(new Content(reference.getPage().getCOSObject(), reference.getMCID()), block);
      }
    }
  }

  private static void collect(PDMarkedContent content, COSDictionary page, int number, Map<Content, Block> blocks,
      Map<Block, List<Glyph>> glyphs) {
    var block = blocks.get(new Content(page, content.getMCID()));
    for (Object each : content.getContents()) {
      if (each instanceof PDMarkedContent inner) {
        collect(inner, page, number, blocks, glyphs);
      } else if (block != null && each instanceof TextPosition glyph && !glyph.getUnicode().isBlank()) {
        glyphs.computeIfAbsent(block, b -> new ArrayList<>()).add(new Glyph(number, glyph));
      }
    }
  }

  private static List<Line> lines(List<Glyph> glyphs) {
    var lines = new ArrayList<Line>();
    for (var glyph : glyphs) {
      var line = lines.isEmpty() ? null : lines.get(lines.size() - 1);
      if (line == null || line.page() != glyph.page() || !isBeside(line.first(), glyph.place())) {
        line = new Line(glyph.page(), new ArrayList<>());
        lines.add(line);
      }
      line.glyphs().add(glyph.place());
    }
    lines.forEach(line -> line.glyphs().sort(Comparator.comparing(TextPosition::getXDirAdj)));
    return lines;
  }

  private static boolean isBeside(TextPosition one, TextPosition other) {
    float em = Math.max(one.getFontSize(), other.getFontSize());
    return Math.abs(one.getYDirAdj() - other.getYDirAdj()) < LINE_IN_EM * em;
  }
}
