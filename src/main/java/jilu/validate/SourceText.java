package jilu.validate;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * The characters of a file, to turn what parsers report (the end of a start tag, in UTF-16 units) into what an editor
 * looks for: the tag's first character or an attribute's name, in code points.
 */
final class SourceText {
  private final Path file;
  private final String text;
  private final IntUnaryOperator origin;
  private final Optional<SourceText> original;
  private char[] characters = {};

  /** Known, or found when first asked for. */
  private Optional<Layout> layout = Optional.empty();

  private SourceText(Path file, String text, IntUnaryOperator origin, Optional<SourceText> original) {
    this.file = file;
    this.text = text;
    this.origin = origin;
    this.original = original;
  }

  static SourceText of(Path file, String text) {
    return new SourceText(file, text, IntUnaryOperator.identity(), Optional.empty());
  }

  static SourceText of(Path file, Utf8 decoded) {
    SourceText source = of(file, decoded.text());
    source.layout = Optional.of(Layout.of(decoded.text(), source.start(), decoded.landmarks()));
    return source;
  }

  /** This text after changes; places in it are told as places in the file as it is. */
  SourceText repaired(String changed, IntUnaryOperator backToThis) {
    return new SourceText(file, changed, backToThis, Optional.of(this));
  }

  /** This text with one thing mended. */
  SourceText mended(Fix fix) {
    int end = fix.start() + fix.replacement().length();
    int more = fix.replacement().length() - fix.length();
    String changed =
        new StringBuilder(text).replace(fix.start(), fix.start() + fix.length(), fix.replacement()).toString();
    return repaired(changed, at -> at < fix.start() ? at : at < end ? fix.start() : at - more);
  }

  /** The text as it lies in the file, in which all places are told. */
  SourceText onDisk() {
    return original.map(SourceText::onDisk).orElse(this);
  }

  Path file() {
    return file;
  }

  String text() {
    return text;
  }

  /** The same as an array, which answers faster where each character is asked for. Not to be changed. */
  char[] characters() {
    if (characters.length != text.length()) {
      characters = text.toCharArray();
    }
    return characters;
  }

  /** Where XML begins: after a byte order mark. */
  int start() {
    return !text.isEmpty() && text.charAt(0) == '\ufeff' ? 1 : 0;
  }

  /** The start tag that ends at the given line and column: {@code <} cannot stand inside a tag. */
  Place tagEndingAt(int line, int column) {
    return place(tagStart(line, column));
  }

  Place attribute(int line, int column, String name) {
    int start = tagStart(line, column);
    return place(written(start, offset(line, column), name).map(Attribute::name).orElse(start));
  }

  /** Puts another value in the place of an attribute's. */
  Optional<Fix> value(int line, int column, String name, String replacement) {
    Optional<Attribute> found = written(tagStart(line, column), offset(line, column), name);
    if (found.isEmpty() || found.get().value() >= text.length()) {
      return Optional.empty();
    }
    int open = found.get().value();
    int close = text.indexOf(text.charAt(open), open + 1);
    return close < 0 ? Optional.empty() : Optional.of(fix(open + 1, close, replacement));
  }

  /** Puts another name in the place of an attribute's. */
  Optional<Fix> name(int line, int column, String name, String replacement) {
    return written(tagStart(line, column), offset(line, column), name)
        .map(found -> fix(found.name(), found.name() + name.length(), replacement));
  }

  /** Where the name of an attribute begins and where its value does, with the quotation mark. */
  private record Attribute(int name, int value) {}

  private Optional<Attribute> written(int tag, int end, String name) {
    char first = name.isEmpty() ? ' ' : name.charAt(0);
    for (int at = tag + 1; at + name.length() < end; at++) {
      if (text.charAt(at) != first || !text.startsWith(name, at)) {
        continue;
      }
      int equals = Markup.firstInk(text, at + name.length(), end);
      if (Markup.isSpace(text.charAt(at - 1)) && equals < end && text.charAt(equals) == '=') {
        return Optional.of(new Attribute(at, Markup.firstInk(text, equals + 1, end)));
      }
    }
    return Optional.empty();
  }

  Fix fix(int from, int to, String replacement) {
    if (original.isPresent()) {
      return original.get().fix(origin.applyAsInt(from), origin.applyAsInt(to), replacement);
    }
    return new Fix(from, to - from, place(from), place(to), replacement);
  }

  Place at(int line, int column) {
    return place(offset(line, column));
  }

  int tagStart(int line, int column) {
    return Math.max(0, text.lastIndexOf('<', offset(line, column) - 1));
  }

  int offset(int line, int column) {
    int[] starts = lines();
    int start = starts[Math.min(Math.max(line, 1), starts.length) - 1];
    return Math.min(text.length(), start + Math.max(0, column - 1));
  }

  /** Where a line and column of code points begin. */
  int offset(Place place) {
    int start = offset(place.line(), 1);
    int end = place.line() < lines().length ? lines()[place.line()] : text.length();
    int column = Math.min(codePoints(start, end), place.column() - 1);
    int[] pairs = layout().pairs();
    int from = pairsBefore(start);
    // Each pair that lies before the column moves it by one unit.
    int low = 0;
    int high = pairsBefore(end) - from;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pairs[from + middle] - start - middle < column) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return start + column + low;
  }

  Place place(int offset) {
    if (original.isPresent()) {
      return original.get().place(origin.applyAsInt(offset));
    }
    int[] starts = lines();
    int found = Arrays.binarySearch(starts, offset);
    int line = Math.max(0, found < 0 ? -found - 2 : found);
    return new Place(file, line + 1, codePoints(Math.min(starts[line], offset), offset) + 1);
  }

  /** Not counted anew for each place: a file may be a single line. */
  private int codePoints(int from, int to) {
    return to - from - (pairsBefore(to - 1) - pairsBefore(from));
  }

  /** How many pairs begin before an offset. */
  private int pairsBefore(int offset) {
    int found = Arrays.binarySearch(layout().pairs(), offset);
    return found < 0 ? -found - 1 : found;
  }

  /** The words of a line, counted from 1. */
  String line(int number) {
    int[] starts = lines();
    int end = number < starts.length ? starts[number] : text.length();
    return text.substring(starts[Math.min(number, starts.length) - 1], end).stripTrailing();
  }

  /** All that {@link Characters} knows of any of the characters. */
  int kinds() {
    return layout().kinds();
  }

  /** Whether each character takes one unit, as it stands or by its number. */
  boolean isNarrow() {
    return layout().pairs().length == 0 && !hasNumbers();
  }

  /** Whether any character is written by its number. */
  boolean hasNumbers() {
    return layout().numbers();
  }

  /** Whether a less-than sign is written by its name or number, as in a tag that became text. */
  boolean hasEscapes() {
    return layout().escapes();
  }

  /** Whether letters stand together that may be the bytes of a character which was read in the wrong encoding. */
  boolean mayBeGarbled() {
    return layout().octets();
  }

  /** Where the lines begin. */
  int[] lines() {
    return layout().lines();
  }

  private Layout layout() {
    if (layout.isEmpty()) {
      layout = Optional.of(Layout.of(text, start(), Landmarks.in(text)));
    }
    return layout.get();
  }

  /**
   * What one look at all characters finds.
   *
   * @param lines where each begins; XML ends a line at LF, CR LF or CR alone (XML 1.0, 2.11)
   * @param pairs where the characters beyond U+FFFF are, which count as one and take two units
   * @param kinds as of the {@link Landmarks}
   * @param numbers whether any is written by its number
   * @param escapes whether {@code <} is written as text
   * @param octets whether two that may be bytes of another follow one another
   */
  private record Layout(int[] lines, int[] pairs, int kinds, boolean numbers, boolean escapes, boolean octets) {
    /** @param start of the first line: a byte order mark is before it */
    static Layout of(String text, int start, Landmarks landmarks) {
      int[] lines = {start};
      int[] pairs = {};
      int count = 1;
      int wide = 0;
      boolean numbers = false;
      boolean escapes = false;
      boolean octets = false;
      for (int i = 0; i < landmarks.count(); i++) {
        int at = landmarks.offsets()[i];
        char c = text.charAt(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (c == '\n' || c == '\r' && next != '\n') {
          lines = count == lines.length ? Arrays.copyOf(lines, 2 * count + 16) : lines;
          lines[count++] = at + 1;
        } else if (c == '&') {
          numbers |= next == '#';
          escapes = escapes || TagsAsText.opens(text, at);
        } else if (Character.isSurrogatePair(c, next)) {
          pairs = wide == pairs.length ? Arrays.copyOf(pairs, 2 * wide + 16) : pairs;
          pairs[wide++] = at;
        } else if (Misread.isFirst(c)) {
          octets |= Misread.isOctet(next);
        }
      }
      return new Layout(
          Arrays.copyOf(lines, count), Arrays.copyOf(pairs, wide), landmarks.kinds(), numbers, escapes, octets);
    }
  }
}
