package jilu.search;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What a search takes for the same: simplified and traditional characters, full and half width, capitals and small
 * letters, letters with and without accents; spaces beside a Chinese character are none. The script on the search page
 * folds in the same way.
 */
final class Folding {
  private static final int FIRST_HAN = 0x3400;
  private static final int LAST_HAN = 0x9FFF;
  /** Below it stand the scripts that part words by spaces. */
  private static final int FIRST_SOLID = 0x2E80;

  private Folding() {}

  /** Folds all but traditional characters, which stay: the table of those is made from what occurs. */
  static String fold(String text) {
    var folded = new StringBuilder(text.length());
    boolean space = false;
    boolean solid = true;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isSpace(c)) {
        space = true;
        continue;
      }
      if (space && !solid && !isSolid(c)) {
        folded.append(' ');
      }
      space = false;
      solid = isSolid(c);
      folded.appendCodePoint(character(c));
    }
    return folded.toString();
  }

  private static int character(int c) {
    int narrow = c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
    int small = Character.toLowerCase(narrow);
    if (small == 'ё') {
      return 'е';
    }
    return small >= 0xC0 && small < 0x250 ? Normalizer.normalize(Character.toString(small), Normalizer.Form.NFD).codePointAt(0) : small;
  }

  static boolean isSpace(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0x3000 || c == 0xA0;
  }

  /** Set without spaces: Chinese characters and the punctuation that goes with them. */
  static boolean isSolid(int c) {
    return c >= FIRST_SOLID || "—…“”‘’·".indexOf(c) >= 0;
  }

  static boolean isWord(int c) {
    return c < FIRST_SOLID && isLetter(c);
  }

  static boolean isHan(int c) {
    return c >= FIRST_SOLID && isLetter(c);
  }

  private static boolean isLetter(int c) {
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER, Character.MODIFIER_LETTER,
          Character.OTHER_LETTER, Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER,
          Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      default -> false;
    };
  }

  /** Traditional characters and their simplified forms, limited to the forms that occur or whose simplified form does. */
  static SortedMap<Integer, Integer> simplified(SortedSet<Integer> occurring) {
    SortedMap<Integer, Integer> all = new TreeMap<>();
    for (int c = FIRST_HAN; c <= LAST_HAN; c++) {
      String simple = ZhConverterUtil.toSimple(Character.toString(c));
      if (simple.codePointCount(0, simple.length()) == 1 && simple.codePointAt(0) != c) {
        all.put(c, simple.codePointAt(0));
      }
    }
    SortedMap<Integer, Integer> table = new TreeMap<>();
    all.forEach(
        (traditional, simple) -> {
          if (occurring.contains(traditional) || occurring.contains(simple) || occursInAnotherForm(all, occurring, simple)) {
            table.put(traditional, simple);
          }
        });
    return table;
  }

  private static boolean occursInAnotherForm(
      SortedMap<Integer, Integer> all, SortedSet<Integer> occurring, int simple) {
    return occurring.stream().anyMatch(c -> Integer.valueOf(simple).equals(all.get(c)));
  }
}
