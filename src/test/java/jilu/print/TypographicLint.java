package jilu.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jilu.print.TaggedText.Line;
import jilu.print.TaggedText.Paragraph;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.TextPosition;

/**
 * Reads a tagged PDF as a typesetter would, every paragraph, heading, cell and note of it: lines that run out of the
 * column or into what stands beside them, lines that begin or end with a mark that must not stand there (CLREQ 3.1.3),
 * signs of the other script, lines that do not begin at the edge, lines pulled apart or pressed together, last lines of
 * one character, lines and headings left alone at the edge of a page. Lengths are in points.
 */
public final class TypographicLint {
  private static final String NEVER_FIRST = PrintFont.CLOSERS + "·～";
  /** Marks that may begin a paragraph, a subtitle say, but no other line. */
  private static final String NEVER_FIRST_AGAIN = "—…";
  private static final String NEVER_LAST = PrintFont.OPENERS;
  /** Signs of both Chinese and Western type; a Chinese one fills a character, or half of one. */
  private static final String SHARED = "“”‘’—…·§±×†‡•";
  private static final String HALF_WIDE = "·";
  private static final double NARROWEST_CHINESE_IN_EM = 0.96;
  /** What may hang out of the column whole (CLREQ 3.1.7). */
  private static final String STOPS_AND_PAUSES = "，。、；：？！";
  private static final Pattern WIDE = Pattern.compile("[\\p{IsIdeographic}\u3000-\u30FF\uFF01-\uFF60]");
  private static final Pattern LETTER = Pattern.compile("[\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}]");
  private static final float TOLERANCE = 1;
  private static final double WIDEST_GAP_IN_EM = 0.2;
  private static final double WIDEST_HOLE_IN_EM = 1.6;
  private static final double DEEPEST_OVERLAP_IN_EM = 0.05;
  private static final int FEWEST_GAPS = 4;
  private static final double SMALLEST_STEP_IN_EM = 0.02;
  private static final double SMALLEST_INDENT_IN_EM = 0.9;
  private static final int FEWEST_LINES = 2;

  private TypographicLint() {}

  /** Where the column ends on right pages and on left ones, in points from the left edge of the trimmed page. */
  public record Edges(float recto, float verso) {
    float on(PDDocument document, int page) {
      var sheet = document.getPage(page - 1);
      return (page % 2 == 1 ? recto : verso) + sheet.getTrimBox().getLowerLeftX() - sheet.getCropBox().getLowerLeftX();
    }
  }

  /** What is wrong, each as the page, the fault and the line; empty for a book well set. */
  public static List<String> check(PDDocument document, Edges edges) throws IOException {
    var paragraphs = TaggedText.read(document);
    var faults = new ArrayList<String>();
    for (var paragraph : paragraphs) {
      for (int i = 0; i < paragraph.lines().size(); i++) {
        var line = paragraph.lines().get(i);
        boolean last = i == paragraph.lines().size() - 1;
        inLine(line, edges.on(document, line.page())).forEach(fault -> faults.add(told(line, fault)));
        inParagraph(paragraph, i, last).forEach(fault -> faults.add(told(line, fault)));
      }
      ofTheOtherScript(paragraph).forEach(faults::add);
    }
    faults.addAll(collisions(paragraphs));
    faults.addAll(ofPages(paragraphs));
    return faults;
  }

  private static String told(Line line, String fault) {
    return "page " + line.page() + ": " + fault + ": " + line.text();
  }

  private static Stream<Line> lines(List<Paragraph> paragraphs) {
    return paragraphs.stream().flatMap(paragraph -> paragraph.lines().stream());
  }

  private static List<String> inLine(Line line, float edge) {
    var faults = new ArrayList<String>();
    float mayHang = STOPS_AND_PAUSES.contains(line.last().getUnicode()) ? line.last().getFontSize() / 2 : 0;
    float over = end(line) - edge - mayHang;
    if (over > TOLERANCE) {
      faults.add("runs out of the column by %.1f pt".formatted(over));
    }
    if (line.glyphs().size() > 1 && NEVER_FIRST.contains(line.first().getUnicode()) && !isElision(line)) {
      faults.add("begins with a closing mark");
    }
    if (line.glyphs().size() > 1 && NEVER_LAST.contains(line.last().getUnicode())) {
      faults.add("ends with an opening mark");
    }
    if (gap(line) > WIDEST_GAP_IN_EM) {
      faults.add("is pulled apart by %.2f em".formatted(gap(line)));
    }
    if (overlap(line) > DEEPEST_OVERLAP_IN_EM) {
      faults.add("has characters that overlap by %.2f em".formatted(overlap(line)));
    }
    return faults;
  }

  private static List<String> inParagraph(Paragraph paragraph, int index, boolean last) {
    var faults = new ArrayList<String>();
    var lines = paragraph.lines();
    var line = lines.get(index);
    if (!last && hole(line) > WIDEST_HOLE_IN_EM) {
      faults.add("has a hole of %.1f em".formatted(hole(line)));
    }
    if (index > 0 && NEVER_FIRST_AGAIN.contains(line.first().getUnicode()) && continues(lines.get(index - 1))) {
      faults.add("begins with a mark that goes on");
    }
    if (index > 0 && last && line.text().matches("\\p{IsIdeographic}[" + PrintFont.CLOSERS + "]*") && continues(lines.get(index - 1))) {
      faults.add("leaves one character");
    }
    double off = offEdge(paragraph, index);
    if (off > SMALLEST_STEP_IN_EM) {
      faults.add("begins %.2f em off the edge".formatted(off));
    }
    boolean begins = index == 0 || lines.get(index - 1).page() != line.page();
    boolean ends = last || lines.get(index + 1).page() != line.page();
    if (begins && ends && lines.size() > 1) {
      faults.add("stands alone on its page");
    }
    return faults;
  }

  /** Whether the line begins with the apostrophe of a shortened word or number. */
  private static boolean isElision(Line line) {
    return line.text().matches("’[\\p{L}\\p{N}].*") && !isWide(line.first());
  }

  /** Signs of a paragraph that is of one script alone, set as those of the other; a doubled one is Chinese anywhere. */
  private static Stream<String> ofTheOtherScript(Paragraph paragraph) {
    var text = paragraph.lines().stream().map(Line::text).collect(Collectors.joining());
    boolean chinese = WIDE.matcher(text).find();
    if (chinese == LETTER.matcher(text).find()) {
      return Stream.empty();
    }
    return paragraph.lines().stream().flatMap(line -> line.glyphs().stream()
        .filter(glyph -> SHARED.contains(glyph.getUnicode()) && isWide(glyph) != chinese)
        .filter(glyph -> chinese || !text.contains(glyph.getUnicode().repeat(2)))
        .map(glyph -> told(line, "has a " + (chinese ? "Western " : "Chinese ") + glyph.getUnicode()
            + (chinese ? " in Chinese text" : " in Western text"))));
  }

  /** Whether a sign of both scripts is set as the Chinese one: a character wide, or half of one if it is a dot. */
  static boolean isWide(TextPosition glyph) {
    double ems = glyph.getWidthDirAdj() / glyph.getFontSize() * (HALF_WIDE.contains(glyph.getUnicode()) ? 2 : 1);
    return SHARED.contains(glyph.getUnicode()) && ems > NARROWEST_CHINESE_IN_EM;
  }

  /** Half a character, if the mark has an empty half: one of Western type has none. */
  private static float emptyHalf(TextPosition mark, String marks) {
    boolean western = SHARED.contains(mark.getUnicode()) && !isWide(mark);
    return marks.contains(mark.getUnicode()) && !western ? mark.getFontSize() / 2 : 0;
  }

  /** How far the ink of a line begins off the edge of most lines of its paragraph, in em; an indent is no fault. */
  private static double offEdge(Paragraph paragraph, int index) {
    var line = paragraph.lines().get(index);
    var others = paragraph.lines().stream().skip(1).filter(other -> other != line && other.page() == line.page())
        .map(other -> Math.abs(start(line) - start(other)) / line.first().getFontSize()).sorted().toList();
    double most = others.isEmpty() ? 0 : others.get(others.size() / 2);
    long likeMost = others.stream().filter(step -> Math.abs(step - most) < SMALLEST_STEP_IN_EM).count();
    return index > 0 && likeMost >= FEWEST_LINES && most < SMALLEST_INDENT_IN_EM ? most : 0;
  }

  /** A line that its author ended has room left. */
  private static boolean continues(Line line) {
    return line.glyphs().size() > FEWEST_GAPS;
  }

  /** Characters of one paragraph that stand on those of another: a cell that is too narrow. */
  private static List<String> collisions(List<Paragraph> paragraphs) {
    record Placed(Line line, TextPosition glyph) {}
    var rows = new TreeMap<String, List<Placed>>();
    lines(paragraphs).forEach(line -> line.glyphs().forEach(glyph -> rows
        .computeIfAbsent("%06d %06d".formatted(line.page(), Math.round(glyph.getYDirAdj())), row -> new ArrayList<>())
        .add(new Placed(line, glyph))));
    var faults = new ArrayList<String>();
    for (var row : rows.values()) {
      row.sort(Comparator.comparing(placed -> placed.glyph().getXDirAdj()));
      for (int i = 1; i < row.size(); i++) {
        var left = row.get(i - 1);
        var right = row.get(i);
        if (left.line() != right.line() && inkEnd(left.glyph()) > right.glyph().getXDirAdj() + TOLERANCE) {
          faults.add(told(left.line(), "runs into " + right.line().text()));
        }
      }
    }
    return faults.stream().distinct().toList();
  }

  /** Headings at the foot of a page, and pages with the last line of what began before them. */
  private static List<String> ofPages(List<Paragraph> paragraphs) {
    var pages = new TreeMap<Integer, List<Paragraph>>();
    paragraphs.forEach(paragraph -> paragraph.lines().stream().map(Line::page).distinct()
        .forEach(page -> pages.computeIfAbsent(page, p -> new ArrayList<>()).add(paragraph)));
    var faults = new ArrayList<String>();
    pages.forEach((page, all) -> {
      var lines = lines(all).filter(line -> line.page() == page).toList();
      var before = pages.getOrDefault(page - 1, List.of());
      if (lines.size() == 1 && before.stream().anyMatch(paragraph -> paragraph.part() == all.get(0).part())) {
        faults.add(told(lines.get(0), "is all there is on its page"));
      }
      lowest(all, page)
          .filter(paragraph -> paragraph.type().matches("H[1-6]") && lines.size() > paragraph.lines().size())
          .ifPresent(heading -> faults.add(told(heading.lines().get(0), "is a heading with nothing below it")));
    });
    return faults;
  }

  private static java.util.Optional<Paragraph> lowest(List<Paragraph> paragraphs, int page) {
    return paragraphs.stream().max(Comparator.comparing(paragraph -> paragraph.lines().stream()
        .filter(line -> line.page() == page).map(line -> line.first().getYDirAdj()).max(Comparator.naturalOrder()).orElse(0f)));
  }

  /** Where the line ends; the empty half of a closing mark may hang out. */
  static float end(Line line) {
    return inkEnd(line.last());
  }

  /** Where the line begins; the empty half of an opening mark may hang out. */
  private static float start(Line line) {
    var first = line.first();
    return first.getXDirAdj() + emptyHalf(first, PrintFont.OPENERS);
  }

  private static float inkEnd(TextPosition glyph) {
    return end(glyph) - emptyHalf(glyph, PrintFont.CLOSERS);
  }

  private static float end(TextPosition glyph) {
    return glyph.getXDirAdj() + glyph.getWidthDirAdj();
  }

  /** How far a character runs into the one before it, in em; marks close up by half an em. */
  private static double overlap(Line line) {
    return -betweenIdeographs(line).stream().min(Comparator.naturalOrder()).orElse(0.0);
  }

  /** The middle one of the gaps between neighbouring ideographs, in em; none where there are few. */
  public static double gap(Line line) {
    var gaps = betweenIdeographs(line);
    return gaps.size() < FEWEST_GAPS ? 0 : gaps.get(gaps.size() / 2);
  }

  /** The widest gap of a line, in em: between words of another script, say. */
  private static double hole(Line line) {
    return gaps(line, (left, right) -> true).stream().max(Comparator.naturalOrder()).orElse(0.0);
  }

  private static List<Double> betweenIdeographs(Line line) {
    return gaps(line, (left, right) -> isHan(left) && isHan(right));
  }

  private static List<Double> gaps(Line line, java.util.function.BiPredicate<TextPosition, TextPosition> between) {
    var gaps = new ArrayList<Double>();
    for (int i = 1; i < line.glyphs().size(); i++) {
      var left = line.glyphs().get(i - 1);
      var right = line.glyphs().get(i);
      if (between.test(left, right)) {
        gaps.add((right.getXDirAdj() - end(left)) / (double) right.getFontSize());
      }
    }
    gaps.sort(Comparator.naturalOrder());
    return gaps;
  }

  private static boolean isHan(TextPosition glyph) {
    return Character.isIdeographic(glyph.getUnicode().codePointAt(0));
  }
}
