package jilu.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SourceTextTest {
  private static final Path FILE = Path.of("a.xml");
  private static final String[] PIECES = {"a", "字", "\n", "\r\n", "\r", "\ud840\udc0b", "\ud840", "\udc0b"};

  /** Whole and broken pairs, ends of lines of each kind: columns are as Java counts from the start of the line. */
  @Test
  void columnsCountCodePointsBothWays() {
    var random = new Random(20000);
    for (int n = 0; n < 1000; n++) {
      var made = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        made.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String text = made.toString();
      SourceText source = SourceText.of(FILE, text);
      for (int offset = 0; offset <= text.length(); offset++) {
        Place place = source.place(offset);
        int start = source.lines()[place.line() - 1];
        int before = text.codePointCount(start, offset);
        assertEquals(before + 1, place.column(), text);
        assertEquals(text.offsetByCodePoints(start, before), source.offset(place), text);
      }
    }
  }
}
