package jilu.print;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.fonts.Font;
import org.apache.fop.fonts.FontEventAdapter;
import org.apache.fop.fonts.FontInfo;
import org.apache.fop.fonts.FontTriplet;

/**
 * Fonts that remember what they said of a character. FOP 2.11 looks each up several times, on its way through three
 * maps, and a Chinese book has few characters beside so many glyphs on its pages.
 */
final class RememberedFonts extends FontInfo {
  private final Map<Font, Font> remembered = new IdentityHashMap<>();

  RememberedFonts(FOUserAgent agent) {
    setEventListener(new FontEventAdapter(agent.getEventBroadcaster()));
  }

  @Override
  public Font getFontInstance(FontTriplet triplet, int size) {
    return remembered.computeIfAbsent(super.getFontInstance(triplet, size), Remembered::new);
  }

  private static final class Remembered extends Font {
    private final Answers known = new Answers(character -> super.hasChar((char) character) ? 1 : 0);
    private final Answers glyphs = new Answers(character -> super.mapChar((char) character));
    private final Answers widths = new Answers(character -> super.getCharWidth((char) character));

    Remembered(Font font) {
      super(font.getFontName(), font.getFontTriplet(), font.getFontMetrics(), font.getFontSize());
    }

    @Override
    public boolean hasChar(char character) {
      return known.of(character) == 1;
    }

    @Override
    public boolean hasCodePoint(int character) {
      return Character.isBmpCodePoint(character) ? hasChar((char) character) : super.hasCodePoint(character);
    }

    @Override
    public char mapChar(char character) {
      return (char) glyphs.of(character);
    }

    @Override
    public int mapCodePoint(int character) {
      return Character.isBmpCodePoint(character) ? glyphs.of(character) : super.mapCodePoint(character);
    }

    @Override
    public int getCharWidth(char character) {
      return widths.of(character);
    }
  }

  /** A number for each character up to U+FFFF, asked for once. */
  private static final class Answers {
    private static final int ROW = 256;
    private static final int UNASKED = Integer.MIN_VALUE;

    private final int[][] rows = new int[(Character.MAX_VALUE + 1) / ROW][];
    private final IntUnaryOperator ask;

    Answers(IntUnaryOperator ask) {
      this.ask = ask;
    }

    int of(int character) {
      var row = rows[character / ROW];
      if (row == null) {
        row = new int[ROW];
        Arrays.fill(row, UNASKED);
        rows[character / ROW] = row;
      }
      if (row[character % ROW] == UNASKED) {
        row[character % ROW] = ask.applyAsInt(character);
      }
      return row[character % ROW];
    }
  }
}
