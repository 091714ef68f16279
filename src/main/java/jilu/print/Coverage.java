package jilu.print;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The characters that the book can print: those of the fonts among which {@link Faces} looks. */
public final class Coverage {
  private static final List<String> CHAIN = List.of("song.ttf", "latin.ttf", "kai.ttf", "hei.ttf");

  private static final Map<String, Coverage> FONTS = new ConcurrentHashMap<>();

  private final BitSet characters;

  private Coverage(BitSet characters) {
    this.characters = characters;
  }

  /** Whether any font that may stand in for another can print a character. */
  public static boolean ofTheBook(int character) throws IOException {
    for (var font : CHAIN) {
      if (of(font).has(character)) {
        return true;
      }
    }
    return false;
  }

  /** The characters of one font; of one that there is not, all, for to say so is the formatter's. */
  static Coverage of(String font) throws IOException {
    var known = FONTS.get(font);
    if (known == null) {
      known = new Coverage(read(font));
      FONTS.put(font, known);
    }
    return known;
  }

  private static BitSet read(String font) throws IOException {
    var characters = new BitSet();
    if (!Fonts.isPrepared(font)) {
      characters.set(0, Character.MAX_CODE_POINT);
      return characters;
    }
    try (var in = Fonts.open(font)) {
      PrintFont.characters(in.readAllBytes()).forEach(characters::set);
    }
    return characters;
  }

  /** Whether the font has a character, or needs none for it. */
  boolean has(int character) {
    return characters.get(character) || Character.isWhitespace(character) || Character.isSpaceChar(character)
        || Character.getType(character) == Character.FORMAT;
  }
}
