package jilu.print;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/** The characters that the book can print: those of the face in which it sets text. */
public final class Coverage {
  private static final List<String> FACES = List.of("song.ttf");

  private final BitSet characters;

  private Coverage(BitSet characters) {
    this.characters = characters;
  }

  public static Coverage ofTheBook() throws IOException {
    var characters = new BitSet();
    for (var face : FACES) {
      try (var in = Fonts.open(face)) {
        PrintFont.characters(in.readAllBytes()).forEach(characters::set);
      }
    }
    return new Coverage(characters);
  }

  /** Whether a character can be printed, or leaves no ink. */
  public boolean has(int character) {
    return characters.get(character) || Character.isWhitespace(character)
        || Character.isSpaceChar(character) || Character.getType(character) == Character.FORMAT;
  }
}
