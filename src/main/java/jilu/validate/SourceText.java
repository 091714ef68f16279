package jilu.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a file, to turn what parsers report (the end of a start tag, in UTF-16 units) into what an editor
 * looks for: the tag's first character or an attribute's name, in code points.
 */
final class SourceText {
  private final Path file;
  private final String text;

  private SourceText(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  static SourceText of(Path file, byte[] bytes) {
    return new SourceText(file, new String(bytes, StandardCharsets.UTF_8));
  }

  static SourceText read(Path file) throws IOException {
    return of(file, Files.readAllBytes(file));
  }

  /** The start tag that ends at the given line and column: {@code <} cannot stand inside a tag. */
  Place tagEndingAt(int line, int column) {
    return place(tagStart(line, column));
  }

  Place attribute(int line, int column, String name) {
    int end = offset(line, column);
    int start = tagStart(line, column);
    Matcher matcher = Pattern.compile("\\s" + Pattern.quote(name) + "\\s*=").matcher(text).region(start, end);
    return matcher.find() ? place(matcher.start() + 1) : place(start);
  }

  Place at(int line, int column) {
    return place(offset(line, column));
  }

  Place atOffset(int offset) {
    return place(offset);
  }

  private int tagStart(int line, int column) {
    return Math.max(0, text.lastIndexOf('<', offset(line, column) - 1));
  }

  private int offset(int line, int column) {
    int start = 0;
    for (int n = 1; n < line; n++) {
      int next = nextLine(start);
      if (next < 0) {
        break;
      }
      start = next;
    }
    return Math.min(text.length(), start + Math.max(0, column - 1));
  }

  /** XML ends a line at LF, CR LF or CR alone (XML 1.0, 2.11). */
  private int nextLine(int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n')) {
        return i + 1;
      }
    }
    return -1;
  }

  private Place place(int offset) {
    int line = 1;
    int start = 0;
    for (int next = nextLine(0); next >= 0 && next <= offset; next = nextLine(start)) {
      line++;
      start = next;
    }
    return new Place(file, line, text.codePointCount(start, offset) + 1);
  }
}
