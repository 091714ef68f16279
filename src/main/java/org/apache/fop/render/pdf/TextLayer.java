package org.apache.fop.render.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.fop.fonts.CIDFont;
import org.apache.fop.fonts.CIDSet;
import org.apache.fop.fonts.FontInfo;
import org.apache.fop.fonts.LazyFont;
import org.apache.fop.pdf.CMapBuilder;
import org.apache.fop.pdf.PDFCMap;
import org.apache.fop.pdf.PDFDocument;
import org.apache.fop.pdf.PDFFontType0;

/**
 * Says of each glyph of a font which character it is (ISO 32000-1, 9.10.3), where the font is used for a character
 * beyond U+FFFF: FOP 2.11 counts such a one as two, so that all glyphs after it are copied as other characters.
 */
final class TextLayer {
  private static final int SECTION = 100;

  private TextLayer() {}

  /** Once all text is set, and before the fonts are written. */
  static void mend(PDFDocument document, FontInfo fonts) {
    document.getResources().addFonts(document, fonts);
    document.getFontMap().forEach((name, font) -> {
      var typeface = fonts.getFonts().get(name);
      if ((typeface instanceof LazyFont lazy ? lazy.getRealFont() : typeface) instanceof CIDFont characters
          && font instanceof PDFFontType0 composite && isRare(characters.getCIDSet())) {
        var map = map(characters(characters.getCIDSet()));
        document.registerObject(map);
        composite.setCMAP(map);
      }
    });
  }

  private static PDFCMap map(String characters) {
    return new PDFCMap("fop-ucs-H", null) {
      @Override
      protected CMapBuilder createCMapBuilder(Writer out) {
        return new CMapBuilder(out, null) {
          @Override
          public void writeCMap() throws IOException {
            writer.write(characters);
          }
        };
      }
    };
  }

  private static boolean isRare(CIDSet subset) {
    return glyphs(subset).anyMatch(glyph -> subset.getUnicode(glyph) > Character.MAX_VALUE);
  }

  private static IntStream glyphs(CIDSet subset) {
    return IntStream.range(0, subset.getNumberOfGlyphs());
  }

  private static String characters(CIDSet subset) {
    List<String> lines = glyphs(subset)
        .mapToObj(glyph -> "<%04X> <%s>%n".formatted(glyph, utf16(subset.getUnicode(glyph))).replace("\r", ""))
        .toList();
    String sections = IntStream.rangeClosed(0, (lines.size() - 1) / SECTION)
        .mapToObj(section -> lines.subList(section * SECTION, Math.min(lines.size(), (section + 1) * SECTION)))
        .map(section -> section.size() + " beginbfchar\n" + String.join("", section) + "endbfchar\n")
        .collect(Collectors.joining());
    return """
        /CIDInit /ProcSet findresource begin
        12 dict begin
        begincmap
        /CIDSystemInfo 3 dict dup begin
          /Registry (Adobe) def
          /Ordering (UCS) def
          /Supplement 0 def
        end def
        /CMapName /Adobe-Identity-UCS def
        /CMapType 2 def
        1 begincodespacerange
        <0000> <FFFF>
        endcodespacerange
        """
        + sections
        + """
        endcmap
        CMapName currentdict /CMap defineresource pop
        end
        end
        """;
  }

  private static String utf16(int character) {
    return Character.toString(character).chars().mapToObj("%04X"::formatted).collect(Collectors.joining());
  }
}
