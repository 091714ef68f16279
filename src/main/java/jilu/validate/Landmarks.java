package jilu.validate;

import java.util.Arrays;

/**
 * What one look at all characters of a text leaves.
 *
 * @param offsets of those that {@link Characters#OF_PLACES} is said of, in their order; beyond {@code count} there are none
 * @param kinds all that {@link Characters} knows of any of them, as if each printable one of ASCII were among them
 */
record Landmarks(int[] offsets, int count, int kinds) {
  private static final int PART = 1 << 12;

  /** Looks part by part: of most files nobody needs an array of all characters. */
  static Landmarks in(String text) {
    char[] part = new char[Math.min(text.length(), PART)];
    int[] offsets = {};
    int count = 0;
    int kinds = Characters.OF_ASCII;
    for (int from = 0; from < text.length(); from += PART) {
      int length = Math.min(text.length() - from, PART);
      text.getChars(from, from + length, part, 0);
      offsets = offsets.length < count + length ? Arrays.copyOf(offsets, 2 * count + length) : offsets;
      for (int i = 0; i < length; i++) {
        int ofOne = Characters.kinds(part[i]);
        kinds |= ofOne;
        if ((ofOne & Characters.OF_PLACES) != 0) {
          offsets[count++] = from + i;
        }
      }
    }
    return new Landmarks(offsets, count, kinds);
  }
}
