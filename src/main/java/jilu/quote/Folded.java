package jilu.quote;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as it is compared: one number per character, or per word where the script parts words by spaces, in the form that
 * {@link Folding} gives it, without white space; and where in the text each stood. An ellipsis is one character, however it
 * is printed. Letter by letter, any long text in an alphabet would hold most of any quotation.
 */
record Folded(String text, int[] codes, int[] starts, int[] ends) {
  /** A mark of omission, whether encoded or printed. */
  static final int MARK = 0x110000;

  /** Stands where a text is not to be compared; equal to nothing, not even itself. */
  static final int BLANK = 0x110001;

  /** The codes of words begin here. */
  private static final int WORD = 1 << 30;

  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR,
          UnicodeScript.TIBETAN);

  /** Noncharacters that surround an encoded mark of omission. */
  static final char OPEN = '\uFDD0';

  static final char CLOSE = '\uFDD1';

  /** Between two paragraphs. */
  static final char PARAGRAPH = '\u2029';

  private static final Pattern ELLIPSIS =
      Pattern.compile(OPEN + "[^" + CLOSE + "]*" + CLOSE + "|[\\[〔（(]\\s*(?:[…⋯]+|\\.{3,})\\s*[\\]〕）)]|[…⋯]+|\\.{3,}");

  static Folded of(String text) {
    int length = text.length();
    int[] codes = new int[length];
    int[] starts = new int[length];
    int[] ends = new int[length];
    int count = 0;
    Matcher ellipsis = ELLIPSIS.matcher(text);
    for (int i = 0; i < length; ) {
      int c = text.codePointAt(i);
      int end = i + Character.charCount(c);
      if (isHan(c)) {
        codes[count] = Folding.fold(c);
        starts[count] = i;
        ends[count++] = end;
        i = end;
        continue;
      }
      if (isSpace(c)) {
        i = end;
        continue;
      }
      int code;
      if (mayBeginMark(c) && ellipsis.region(i, length).lookingAt()) {
        code = MARK;
        end = ellipsis.end();
      } else if (isLetter(c)) {
        end = wordEnd(text, end);
        code = WORD | Folding.foldWord(text.substring(i, end)).hashCode() >>> 2;
      } else {
        code = Folding.fold(c);
        while (Folding.isDash(c) && end < length && Folding.isDash(text.codePointAt(end))) {
          end += Character.charCount(text.codePointAt(end));
        }
      }
      codes[count] = code;
      starts[count] = i;
      ends[count++] = end;
      i = end;
    }
    return new Folded(text, Arrays.copyOf(codes, count), Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
  }

  int length() {
    return codes.length;
  }

  /** Some of its characters, which stand where they stood in the text. */
  Folded part(int from, int to) {
    return new Folded(
        text, Arrays.copyOfRange(codes, from, to), Arrays.copyOfRange(starts, from, to), Arrays.copyOfRange(ends, from, to));
  }

  /** The characters themselves, from one place to another, marks of omission as they are printed. */
  String slice(int from, int to) {
    return from >= to ? "" : printed(text.substring(starts[from], ends[to - 1]));
  }

  static String printed(String text) {
    return text.replace(String.valueOf(OPEN), "").replace(String.valueOf(CLOSE), "");
  }

  /** What stands between one character and the next, which can only be white space. */
  String between(int index) {
    return text.substring(ends[index], starts[index + 1]).replace(String.valueOf(PARAGRAPH), "");
  }

  /** How many code points of a text are words: white space of XML, ends of paragraphs and encoded marks are none. */
  static int counted(String text, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      int close = c == OPEN ? text.indexOf(CLOSE, i) : -1;
      if (close >= 0 && close < to) {
        i = close;
      } else if (c != ' ' && c != '\t' && c != '\r' && c != '\n' && c != PARAGRAPH && !Character.isLowSurrogate(c)) {
        count++;
      }
    }
    return count;
  }

  List<Integer> list(int from, int to) {
    return Arrays.stream(codes, from, to).boxed().toList();
  }

  /** The number of characters, a word counted as two: what a Chinese word mostly has. */
  int size() {
    return Arrays.stream(codes).map(code -> code >= WORD ? 2 : 1).sum();
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      boolean apostrophe = (c == '\'' || c == '’') && end + 1 < text.length() && isLetter(text.codePointAt(end + 1));
      if (!apostrophe && !isLetter(c) && Character.getType(c) != Character.NON_SPACING_MARK) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  /** A letter of a script that parts words by spaces. */
  private static boolean isLetter(int c) {
    return Character.isLetter(c) && !Character.isIdeographic(c) && !WITHOUT_SPACES.contains(UnicodeScript.of(c));
  }

  /** Most characters of a Chinese text, of which nothing more need be asked. */
  private static boolean isHan(int c) {
    return c >= 0x4E00 && c <= 0x9FFF;
  }

  private static boolean mayBeginMark(int c) {
    return c == OPEN || c == '…' || c == '⋯' || c == '.' || c == '[' || c == '〔' || c == '（' || c == '(';
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || c == 0xA0 || c == 0x3000 || c == 0x200B || c == PARAGRAPH;
  }
}
