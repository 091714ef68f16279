package jilu.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Reads a PDF as a typesetter would: lines that run out of the column, lines that begin or end with a mark that
 * must not stand there (CLREQ 3.1.3), lines pulled apart, last lines of one character. Lengths are in points. What
 * stands apart in one row, as in a table, counts as a line each.
 */
public final class TypographicLint {
  private static final String NEVER_FIRST = PrintFont.CLOSERS + "·～";
  /** Marks that may begin a paragraph, a subtitle say, but no other line. */
  private static final String NEVER_FIRST_AGAIN = "—…";
  private static final String NEVER_LAST = PrintFont.OPENERS;
  private static final float TOLERANCE = 1;
  private static final double WIDEST_GAP_IN_EM = 0.2;
  private static final double DEEPEST_OVERLAP_IN_EM = 0.05;
  private static final int SHORTEST_LINE = 4;
  private static final double COLUMN_GAP_IN_EM = 1.5;

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
      var column = new Column(most(pages.values(), Line::start), most(pages.values(), Line::end));
      pages.forEach((page, lines) -> lines.forEach(line -> line.faults(column).forEach(fault ->
          faults.add("page " + page + ": " + fault + ": " + line.text()))));
      pages.forEach((page, lines) -> continued(lines, column).forEach(fault -> faults.add("page " + page + ": " + fault)));
    }
    return faults;
  }

  private record Column(float start, float end) {
    boolean isFull(Line line) {
      return line.end() > end - 2 * line.last().getFontSizeInPt();
    }
  }

  /** Where most lines start, or end. */
  private static float most(Collection<Collection<Line>> pages, Function<Line, Float> place) {
    return pages.stream()
        .flatMap(Collection::stream)
        .collect(Collectors.groupingBy(line -> Math.round(place.apply(line)), Collectors.counting()))
        .entrySet().stream()
        .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(most -> (float) most.getKey())
        .orElse(Float.MAX_VALUE);
  }

  /** What is wrong with lines that go on from the one before. */
  private static List<String> continued(Collection<Line> lines, Column column) {
    var faults = new ArrayList<String>();
    Line before = null;
    for (var line : lines) {
      if (before != null && column.isFull(before) && Math.abs(line.start() - column.start()) < TOLERANCE) {
        if (NEVER_FIRST_AGAIN.contains(line.glyphs().get(0).getUnicode())) {
          faults.add("begins with a mark that goes on: " + line.text());
        }
        if (line.text().matches("\\p{IsIdeographic}[" + PrintFont.CLOSERS + "]*")) {
          faults.add("leaves one character: " + line.text());
        }
      }
      before = line;
    }
    return faults;
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
    return rows.values().stream().flatMap(row -> parts(row).stream()).map(Line::new).toList();
  }

  /** A row, cut where two characters are further apart than any in a line. */
  private static List<List<TextPosition>> parts(List<TextPosition> row) {
    var parts = new ArrayList<List<TextPosition>>();
    TextPosition last = null;
    for (var glyph : row.stream().sorted(Comparator.comparing(TextPosition::getXDirAdj)).toList()) {
      if (last == null || glyph.getXDirAdj() - Line.end(last) > COLUMN_GAP_IN_EM * glyph.getFontSizeInPt()) {
        parts.add(new ArrayList<>());
      }
      parts.get(parts.size() - 1).add(glyph);
      last = glyph;
    }
    return parts;
  }

  private record Line(List<TextPosition> glyphs) {
    Line {
      glyphs = glyphs.stream().sorted(Comparator.comparing(TextPosition::getXDirAdj)).toList();
    }

    /** Page numbers and other short lines are no lines of text. */
    List<String> faults(Column column) {
      var faults = new ArrayList<String>();
      if (glyphs.size() < SHORTEST_LINE) {
        return faults;
      }
      if (end() > column.end() + TOLERANCE) {
        faults.add("runs out of the column by %.1f pt".formatted(end() - column.end()));
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

    /** Where the line starts; the empty half of an opening mark may hang out. */
    float start() {
      var first = glyphs.get(0);
      return first.getXDirAdj() + (PrintFont.OPENERS.contains(first.getUnicode()) ? first.getFontSizeInPt() / 2 : 0);
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
      return gaps.size() < SHORTEST_LINE ? 0 : gaps.get(gaps.size() / 2);
    }

    private static boolean isHan(TextPosition glyph) {
      return Character.isIdeographic(glyph.getUnicode().codePointAt(0));
    }

    String text() {
      return glyphs.stream().map(TextPosition::getUnicode).collect(Collectors.joining());
    }
  }
}
