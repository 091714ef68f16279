package jilu.print;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Remembers the characters beyond U+FFFF that pass by, for FOP 2.11 names one that a font lacks by the halves of
 * its UTF-16.
 */
final class RareCharacters extends XMLFilterImpl {
  private final Set<Integer> seen = new TreeSet<>();

  @Override
  public void characters(char[] text, int start, int length) throws SAXException {
    new String(text, start, length).codePoints()
        .filter(Character::isSupplementaryCodePoint)
        .forEach(seen::add);
    super.characters(text, start, length);
  }

  /** The characters that FOP may mean by one of UTF-16, say {@code 人 (U+4EBA)}. */
  Stream<String> spelled(char unit) {
    if (Character.isHighSurrogate(unit)) {
      return Stream.empty();
    }
    var meant = Character.isLowSurrogate(unit)
        ? seen.stream().filter(character -> Character.lowSurrogate(character) == unit)
        : Stream.of((int) unit);
    return meant.map(RareCharacters::spelled);
  }

  private static String spelled(int character) {
    return "%s (U+%04X)".formatted(Character.toString(character), character);
  }
}
