package jilu.validate;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words that were saved in one encoding and read in another: of UTF-8 as Windows-1252, or of GBK as Latin-1. Told where
 * nobody would write them: several characters in a row, a mark such as {@code â€œ}, or a capital within a word.
 *
 * @param meant what their bytes stand for
 */
record Mojibake(int start, int end, String meant) {
  private static final Charset GBK = Charset.forName("GB18030");

  /** In a row of fewer any language may have its own accents; where nothing is Chinese, of more. */
  private static final int FEWEST = 4;

  private static final int FEWEST_AMONG_OTHERS = 12;

  /** Marks that stand after a word in other languages, though they may be bytes as well. */
  private static final String AFTER_WORDS = "»”“’‘";

  /** @param chinese whether the text has any character of Chinese as it should be */
  static List<Mojibake> check(String text, boolean chinese) {
    List<Mojibake> all = new ArrayList<>();
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Misread.isFirst(text.charAt(i))) {
        int at = i;
        Optional<Mojibake> words = ofGbk(text, done, at, chinese).or(() -> ofUtf8(text, at));
        words.ifPresent(all::add);
        done = words.map(Mojibake::end).orElse(done);
        i = Math.max(i, done - 1);
      }
    }
    return all;
  }

  private static Optional<Mojibake> ofUtf8(String text, int start) {
    var meant = new StringBuilder();
    int end = start;
    for (Optional<Misread> one = from(text, end); one.isPresent(); one = from(text, end)) {
      meant.append(text, end, one.get().start()).appendCodePoint(one.get().meant());
      end = one.get().end();
    }
    return isCertain(text, start, meant.toString())
        ? Optional.of(new Mojibake(start, end, meant.toString()))
        : Optional.empty();
  }

  /** The next character, if it is here or, after others, behind a space and perhaps a mark of punctuation. */
  private static Optional<Misread> from(String text, int at) {
    int start = at;
    while (start < at + 2 && start < text.length() && " ,.;:-".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int first = start;
    return first + 1 < text.length() && Misread.isFirst(text.charAt(first))
        ? Misread.at(text, first + 1).filter(one -> one.start() == first)
        : Optional.empty();
  }

  private static boolean isCertain(String text, int start, String meant) {
    if (meant.isEmpty()) {
      return false;
    }
    if (meant.codePoints().filter(c -> c >= '\u0370').count() > 1) {
      return true;
    }
    char first = text.charAt(start);
    char before = start == 0 ? ' ' : text.charAt(start - 1);
    int one = meant.codePointAt(0);
    if (one >= '\u2010' && one <= '\u203a') {
      return hasNoControl(text, start, start + 3);
    }
    boolean within = Character.isLowerCase(before);
    boolean usual = first == 'Â' || first == 'Ã';
    boolean alone = usual && !Character.isUpperCase(before) && AFTER_WORDS.indexOf(text.charAt(start + 1)) < 0;
    return (alone || within && Character.isUpperCase(first)) && hasNoControl(text, start, start + 2);
  }

  /** Of a control character is told by itself. */
  private static boolean hasNoControl(String text, int from, int to) {
    return text.substring(from, to).chars().noneMatch(c -> Character.isISOControl(c) || Characters.isInvisible(c));
  }

  /** @param from where the words before end */
  private static Optional<Mojibake> ofGbk(String text, int from, int at, boolean chinese) {
    int start = at;
    while (start > from && isOfGbk(text.charAt(start - 1))) {
      start--;
    }
    int end = at;
    while (end < text.length() && isOfGbk(text.charAt(end))) {
      end++;
    }
    end -= (end - start) % 2;
    if (end - start < (chinese ? FEWEST : FEWEST_AMONG_OTHERS)) {
      return Optional.empty();
    }
    String written = text.substring(start, end);
    // All of them letters may be a list of letters.
    boolean letters = !chinese && written.chars().allMatch(Character::isLetter);
    String meant = new String(written.getBytes(StandardCharsets.ISO_8859_1), GBK);
    return !letters && meant.length() == written.length() / 2 && meant.chars().allMatch(Mojibake::isCommon)
        ? Optional.of(new Mojibake(start, end, meant))
        : Optional.empty();
  }

  private static boolean isOfGbk(char c) {
    return c >= 0xa1 && c <= 0xfe;
  }

  /** Of the first 3,755 characters of GB 2312, which are the most frequent, or a mark. */
  static boolean isCommon(int c) {
    byte[] bytes = Character.toString(c).getBytes(GBK);
    int first = bytes[0] & 0xff;
    return bytes.length == 2 && (first >= 0xb0 && first <= 0xd7 || first == 0xa1 || first == 0xa3);
  }
}
