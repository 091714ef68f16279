package jilu.validate;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A character of UTF-8 whose bytes were each read as a character of Windows-1252 or of Latin-1.
 *
 * @param meant what its bytes stand for
 */
record Misread(int start, int end, int meant) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static final char LOST = '\ufffd';

  /** What Windows-1252 has in the place of a control character. */
  static Optional<String> ofWindows(int control) {
    String character = new String(new byte[] {(byte) control}, WINDOWS);
    return control < 0x80 || character.charAt(0) == LOST ? Optional.empty() : Optional.of(character);
  }

  /** Whether a character is a control character for which Windows-1252 has another. */
  static boolean isOfWindows(int c) {
    return c >= 0x80 && c < 0xa0 && ofWindows(c).isPresent();
  }

  /** That to which the character at this place belongs, as any but its first. */
  static Optional<Misread> at(String text, int i) {
    int start = i - 1;
    while (start > 0 && start > i - 3 && !isFirst(text.charAt(start))) {
      start--;
    }
    if (start < 0 || !isFirst(text.charAt(start))) {
      return Optional.empty();
    }
    char first = text.charAt(start);
    int end = start + (first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4);
    if (end <= i || end > text.length() || first < 0xe0 && isOfCapitals(text, start)) {
      return Optional.empty();
    }
    byte[] bytes = new byte[end - start];
    for (int k = 0; k < bytes.length; k++) {
      bytes[k] = octet(text.charAt(start + k));
    }
    String meant = new String(bytes, StandardCharsets.UTF_8);
    boolean isOne = meant.codePointCount(0, meant.length()) == 1 && meant.charAt(0) != LOST;
    return isOne ? Optional.of(new Misread(start, end, meant.codePointAt(0))) : Optional.empty();
  }

  /** Whether a character may be a byte of another. */
  static boolean isOctet(char c) {
    return octet(c) < 0;
  }

  /** Whether a character may be the first byte of another. */
  static boolean isFirst(char c) {
    return c >= 0xc2 && c <= 0xf4;
  }

  /** {@code CAFÉ}: a word in capitals may end with such a letter. With these two nearly all that was misread begins. */
  private static boolean isOfCapitals(String text, int i) {
    char before = i > 0 ? text.charAt(i - 1) : ' ';
    return text.charAt(i) != 'Â' && text.charAt(i) != 'Ã' && before >= 'A' && before <= 'Z';
  }

  private static byte octet(char c) {
    return c < 0x100 ? (byte) c : String.valueOf(c).getBytes(WINDOWS)[0];
  }
}
