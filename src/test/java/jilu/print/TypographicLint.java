package jilu.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Reads a PDF as a typesetter would: lines that run out of the column, lines that begin or end with
 * a mark that must not stand there (CLREQ 3.1.3), lines pulled apart. Lengths are in points.
 */
public final class TypographicLint {
  private static final String NEVER_FIRST = PrintFont.CLOSERS + "·～";
  private static final String NEVER_LAST = PrintFont.OPENERS;
  private static final float TOLERANCE = 1;
  private static final double WIDEST_GAP_IN_EM = 0.2;
  private static final double DEEPEST_OVERLAP_IN_EM = 0.05;
  private static final int SHORTEST_LINE = 4;

  private TypographicLint() {}

  /** What is wrong, each as the page, the fault and the line; empty for a page well set. */
  public static List<String> check(PDDocument document) throws IOException {
    var faults = new ArrayList<String>();
    // Left and right pages of a book differ in their margins.
    for (int side = 1; side <= 2; side++) {
      var pages = new TreeMap<Integer, Collection<Line>>();
      for (int page = side; page <= document.getNumberOfPages(); page += 2) {
        pages.put(page, lines(document, page));
      }
      float column = columnEdge(pages.values());
      pages.forEach((page, lines) -> lines.forEach(line -> line.faults(column).forEach(fault ->
          faults.add("page " + page + ": " + fault + ": " + line.text()))));
    }
    return faults;
  }

  /** Where most lines end. */
  private static float columnEdge(Collection<Collection<Line>> pages) {
    return pages.stream()
        .flatMap(Collection::stream)
        .collect(Collectors.groupingBy(line -> Math.round(line.end()), Collectors.counting()))
        .entrySet().stream()
        .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(most -> (float) most.getKey())
        .orElse(Float.MAX_VALUE);
  }

  private static Collection<Line> lines(PDDocument document, int page) throws IOException {
    var rows = new TreeMap<Integer, List<TextPosition>>();
    var stripper = new PDFTextStripper() {
      @Override
      protected void processTextPosition(TextPosition glyph) {
        if (!glyph.getUnicode().isBlank()) {
          rows.computeIfAbsent(Math.round(glyph.getYDirAdj()), y -> new ArrayList<>()).add(glyph);
        }
      }
    };
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    stripper.getText(document);
    return rows.values().stream()
        .filter(row -> row.size() >= SHORTEST_LINE)
        .map(Line::new)
        .toList();
  }

  private record Line(List<TextPosition> glyphs) {
    Line {
      glyphs = glyphs.stream().sorted(Comparator.comparing(TextPosition::getXDirAdj)).toList();
    }

    List<String> faults(float column) {
      var faults = new ArrayList<String>();
      if (end() > column + TOLERANCE) {
        faults.add("runs out of the column by %.1f pt".formatted(end() - column));
      }
      if (NEVER_FIRST.contains(glyphs.get(0).getUnicode())) {
        faults.add("begins with a closing mark");
      }
      if (NEVER_LAST.contains(last().getUnicode())) {
        faults.add("ends with an opening mark");
      }
      if (gap() > WIDEST_GAP_IN_EM) {
        faults.add("is pulled apart by %.2f em".formatted(gap()));
      }
      if (overlap() > DEEPEST_OVERLAP_IN_EM) {
        faults.add("has characters that overlap by %.2f em".formatted(overlap()));
      }
      return faults;
    }

    /** Where the line ends; the empty half of a closing mark may hang out. */
    float end() {
      return end(last()) - (PrintFont.CLOSERS.contains(last().getUnicode()) ? last().getFontSizeInPt() / 2 : 0);
    }

    /** How far a character runs into the one before it, in em; marks close up by half an em. */
    private double overlap() {
      double most = 0;
      for (int i = 1; i < glyphs.size(); i++) {
        if (isHan(glyphs.get(i - 1)) && isHan(glyphs.get(i))) {
          most = Math.max(most, (end(glyphs.get(i - 1)) - glyphs.get(i).getXDirAdj()) / (double) glyphs.get(i).getFontSizeInPt());
        }
      }
      return most;
    }

    private static float end(TextPosition glyph) {
      return glyph.getXDirAdj() + glyph.getWidthDirAdj();
    }

    private TextPosition last() {
      return glyphs.get(glyphs.size() - 1);
    }

    /** The middle one of the gaps between neighbouring ideographs, in em. */
    private double gap() {
      var gaps = new ArrayList<Double>();
      for (int i = 1; i < glyphs.size(); i++) {
        var left = glyphs.get(i - 1);
        var right = glyphs.get(i);
        if (isHan(left) && isHan(right)) {
          gaps.add((right.getXDirAdj() - end(left)) / (double) right.getFontSizeInPt());
        }
      }
      gaps.sort(Comparator.naturalOrder());
      return gaps.isEmpty() ? 0 : gaps.get(gaps.size() / 2);
    }

    private static boolean isHan(TextPosition glyph) {
      return Character.isIdeographic(glyph.getUnicode().codePointAt(0));
    }

    String text() {
      return glyphs.stream().map(TextPosition::getUnicode).collect(Collectors.joining());
    }
  }
}
