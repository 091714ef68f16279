package jilu.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The lines of files around findings, for reports. Holds one file at a time: findings come file by file. */
public final class Lines {
  /** Of a larger file the lines are not shown. */
  private static final long LARGEST = 48L << 20;

  private final int widest;
  private Optional<Path> file = Optional.empty();
  private Optional<SourceText> text = Optional.empty();

  /** @param widest how many columns of a terminal a line may take; a longer one is cut around the finding */
  public Lines(int widest) {
    this.widest = widest;
  }

  /**
   * A line of a file; the number counts from 1.
   *
   * @param from where in the text the finding begins, in code points from 0
   * @param to where it ends; {@code from} where the line has none
   */
  public record Line(int number, String text, int from, int to) {
    /** What is found fault with. */
    public String marked() {
      return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
    }

    public String before() {
      return text.substring(0, text.offsetByCodePoints(0, from));
    }

    public String after() {
      return text.substring(text.offsetByCodePoints(0, to));
    }
  }

  /** The line of a finding with one before and one after; none where the file is no text. */
  public List<Line> around(Finding finding) {
    return read(finding.file())
        .map(
            source ->
                IntStream.rangeClosed(finding.line() - 1, finding.line() + 1)
                    .filter(number -> number >= 1 && number <= source.lines().length)
                    .mapToObj(n -> n == finding.line() ? at(source, finding) : cut(n, source.line(n), 0, 0))
                    .toList())
        .orElse(List.of());
  }

  /** The line of a finding. */
  public Optional<Line> of(Finding finding) {
    return source(finding).map(source -> at(source, finding));
  }

  /** The column after what is found fault with; in the same line. */
  public int end(Finding finding) {
    return whole(finding)
        .filter(line -> finding.column() <= line.codePointCount(0, line.length()))
        .map(line -> finding.column() + length(line, line.offsetByCodePoints(0, finding.column() - 1)))
        .orElse(finding.column());
  }

  /** The line of a finding, whole. */
  Optional<String> whole(Finding finding) {
    return source(finding).map(source -> source.line(finding.line()));
  }

  private Optional<SourceText> source(Finding finding) {
    return read(finding.file()).filter(source -> finding.line() <= source.lines().length);
  }

  private Line at(SourceText source, Finding finding) {
    String line = source.line(finding.line());
    int from = Math.min(finding.column() - 1, line.codePointCount(0, line.length()));
    return cut(finding.line(), line, from, from + length(line, line.offsetByCodePoints(0, from)));
  }

  /** How many code points are at fault: a tag's name, an attribute with its value, else one character. */
  private static int length(String line, int at) {
    if (at >= line.length()) {
      return 0;
    }
    int end = at + Character.charCount(line.codePointAt(at));
    if (line.charAt(at) == '<') {
      int name = line.startsWith("</", at) ? at + 2 : at + 1;
      end = Math.max(end, Markup.endOfName(line, name));
      end += end > name && line.startsWith(">", end) ? 1 : 0;
    } else if (Markup.startsName(line.charAt(at)) && line.charAt(at) < 0x80) {
      int equals = Markup.endOfName(line, at);
      boolean quoted = line.startsWith("=\"", equals) || line.startsWith("='", equals);
      int close = quoted ? line.indexOf(line.charAt(equals + 1), equals + 2) : -1;
      end = close < 0 ? end : close + 1;
    } else if (OPENING.indexOf(line.charAt(at)) >= 0 && at > 0 && line.charAt(at - 1) == '=') {
      int close = at + 1;
      while (close < line.length() && CLOSING.indexOf(line.charAt(close)) < 0) {
        close++;
      }
      end = close < line.length() ? close + 1 : end;
    }
    return line.codePointCount(at, end);
  }

  private static final String OPENING = "\"'“＂「‘";
  private static final String CLOSING = "\"'”＂」’";

  private Line cut(int number, String line, int from, int to) {
    int[] all = line.codePoints().toArray();
    int width = 0;
    for (int c : all) {
      width += width(c);
    }
    if (width <= widest) {
      return shown(number, all, 0, all.length, from, to);
    }
    int start = from;
    for (int room = widest * 2 / 5; start > 0 && room >= width(all[start - 1]); start--) {
      room -= width(all[start - 1]);
    }
    int end = start;
    for (int room = widest - 2; end < all.length && room >= width(all[end]); end++) {
      room -= width(all[end]);
    }
    return shown(number, all, start, end, from, Math.min(to, Math.max(end, from)));
  }

  /** Signs that nobody could see are written as their numbers. */
  private static Line shown(int number, int[] all, int start, int end, int from, int to) {
    var text = new StringBuilder(start > 0 ? "…" : "");
    int shownFrom = -1;
    int shownTo = -1;
    for (int i = start; i <= end; i++) {
      shownFrom = i == from ? text.codePointCount(0, text.length()) : shownFrom;
      shownTo = i == to ? text.codePointCount(0, text.length()) : shownTo;
      if (i < end) {
        text.append(all[i] == '\t' ? " " : visible(all[i]));
      }
    }
    text.append(end < all.length ? "…" : "");
    int marked = Math.max(0, shownFrom);
    return new Line(number, text.toString(), marked, Math.max(marked, shownTo));
  }

  /** Words for a terminal, which takes some signs for orders. */
  public static String visible(String words) {
    return words.codePoints().mapToObj(Lines::visible).collect(Collectors.joining());
  }

  private static String visible(int c) {
    boolean seen =
        !Characters.isInvisible(c) && !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE
            && (c > Character.MAX_VALUE || !Characters.isSeparator((char) c));
    return seen ? Character.toString(c) : "‹%04X›".formatted(c);
  }

  /** How many columns of a terminal a text takes: two for each Chinese character. */
  public static int width(String text) {
    return text.codePoints().map(Lines::width).sum();
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (c >= range[0] && c <= range[1]) {
        return 2;
      }
    }
    return 1;
  }

  /** East Asian Width W and F (UAX 11), in rough: Hangul, Han, kana, full-width forms, pictures. */
  private static final int[][] WIDE = {
    {0x1100, 0x115f}, {0x2e80, 0x303e}, {0x3041, 0xa4cf}, {0xac00, 0xd7a3}, {0xf900, 0xfaff}, {0xfe30, 0xfe6f},
    {0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1faff}, {0x20000, 0x3fffd}
  };

  private Optional<SourceText> read(Path wanted) {
    if (!file.equals(Optional.of(wanted))) {
      file = Optional.of(wanted);
      text = decoded(wanted);
    }
    return text;
  }

  private static Optional<SourceText> decoded(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) < LARGEST
          ? Optional.of(Encoding.decode(file, Files.readAllBytes(file)).text())
              .filter(text -> !Encoding.isData(text.text()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
