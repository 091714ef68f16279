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
                    .mapToObj(n -> n == finding.line() ? at(source, finding) : cut(near(source, n, 1), 0))
                    .toList())
        .orElse(List.of());
  }

  /** The line of a finding. */
  public Optional<Line> of(Finding finding) {
    return source(finding).map(source -> at(source, finding));
  }

  /** The column after what is found fault with; in the same line. */
  public int end(Finding finding) {
    return source(finding)
        .map(source -> near(source, finding.line(), finding.column()))
        .map(near -> finding.column() + length(near.text(), near.at()))
        .orElse(finding.column());
  }

  /** The line of a finding, whole. */
  Optional<String> whole(Finding finding) {
    return source(finding).map(source -> source.line(finding.line()));
  }

  /** Whether the line of a finding is known. */
  boolean has(Finding finding) {
    return source(finding).isPresent();
  }

  private Optional<SourceText> source(Finding finding) {
    return read(finding.file()).filter(source -> finding.line() <= source.lines().length);
  }

  private Line at(SourceText source, Finding finding) {
    Near near = near(source, finding.line(), finding.column());
    return cut(near, length(near.text(), near.at()));
  }

  /** Farther from a place one does not look: of many on a long line, each to look at all of it would cost its square. */
  private static final int REACH = 600;

  /**
   * What of a line is near a place in it.
   *
   * @param at the place, in UTF-16 units of the text
   * @param begins whether it is the line's beginning
   * @param ends whether it goes on to the line's end
   */
  private record Near(int number, String text, int at, boolean begins, boolean ends) {}

  private static Near near(SourceText source, int number, int column) {
    String all = source.text();
    int start = source.offset(number, 1);
    int end = number < source.lines().length ? source.lines()[number] : all.length();
    int at = source.offset(new Place(source.file(), number, column));
    int from = whole(all, Math.max(start, at - REACH));
    int to = whole(all, Math.min(end, at + REACH));
    String text = to == end ? all.substring(from, to).stripTrailing() : all.substring(from, to);
    return new Near(number, text, Math.min(at - from, text.length()), from == start, to == end);
  }

  /** No offset within a character. */
  private static int whole(String text, int offset) {
    boolean within = offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset));
    return within && Character.isHighSurrogate(text.charAt(offset - 1)) ? offset - 1 : offset;
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

  /** @param length of what is found fault with, in code points */
  private Line cut(Near near, int length) {
    int[] all = near.text().codePoints().toArray();
    int from = near.text().codePointCount(0, near.at());
    if (near.begins() && near.ends() && width(near.text()) <= widest) {
      return shown(near, all, 0, all.length, from, from + length);
    }
    int start = from;
    for (int room = widest * 2 / 5; start > 0 && room >= width(all[start - 1]); start--) {
      room -= width(all[start - 1]);
    }
    int end = start;
    for (int room = widest - 2; end < all.length && room >= width(all[end]); end++) {
      room -= width(all[end]);
    }
    return shown(near, all, start, end, from, Math.min(from + length, Math.max(end, from)));
  }

  /** Signs that nobody could see are written as their numbers. */
  private static Line shown(Near near, int[] all, int start, int end, int from, int to) {
    var text = new StringBuilder(start > 0 || !near.begins() ? "…" : "");
    int shownFrom = -1;
    int shownTo = -1;
    for (int i = start; i <= end; i++) {
      shownFrom = i == from ? text.codePointCount(0, text.length()) : shownFrom;
      shownTo = i == to ? text.codePointCount(0, text.length()) : shownTo;
      if (i < end) {
        text.append(all[i] == '\t' ? " " : visible(all[i]));
      }
    }
    text.append(end < all.length || !near.ends() ? "…" : "");
    int marked = Math.max(0, shownFrom);
    return new Line(near.number(), text.toString(), marked, Math.max(marked, shownTo));
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
