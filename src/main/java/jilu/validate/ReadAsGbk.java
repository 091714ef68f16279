package jilu.validate;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * UTF-8 that was read as GBK and saved so: two Chinese characters, of three bytes each, became three of two. An odd
 * byte at the end was lost, often with the sign behind it. Told where so much of it can be read back that nobody wrote
 * it so.
 */
final class ReadAsGbk {
  /** Stands for what was lost. */
  private static final char GONE = '□';

  private static final char LOST = '\ufffd';

  /** Are of marks; nobody writes them. */
  private static final String MARKS = "锛銆鈥紝";

  /** Begin the most frequent words; of use only in rare names. */
  private static final String WORDS = "涓鐨殑鏄浜浠褋褌";

  /** Between these are most of those with which others begin, and of simplified characters none. */
  private static final char FIRST_OF_OTHERS = '\u934a';

  private static final char LAST_OF_OTHERS = '\u947f';

  /** What may lie between two parts of a paragraph. */
  private static final int LONGEST_GAP = 500;

  /** So many in a row that can be read back are no chance; fewer, if they are frequent or such marks are with them. */
  private static final int MANY = 8;

  private static final int SEVERAL = 4;

  private static final int FEW = 2;

  /** A file with less of this is not garbled as a whole. */
  private static final int WHOLE_FILE = 30;

  /**
   * The words of one paragraph.
   *
   * @param meant what they were, as far as it can be read
   */
  record Words(int start, int end, String meant) {
    boolean isWhole() {
      return meant.indexOf(GONE) < 0;
    }
  }

  private final String text;

  private ReadAsGbk(String text) {
    this.text = text;
  }

  /** Where there is none of these, nothing is looked at. */
  static boolean mayBegin(char c) {
    return c >= FIRST_OF_OTHERS && c <= LAST_OF_OTHERS || MARKS.indexOf(c) >= 0 || WORDS.indexOf(c) >= 0;
  }

  static List<Words> check(String text) {
    return new ReadAsGbk(text).words();
  }

  /** Whether hardly any Chinese is left but what was misread. */
  static boolean isWholeFile(String text, List<Words> all) {
    int misread = 0;
    int others = 0;
    int next = 0;
    for (int i = 0; i < text.length(); i++) {
      while (next < all.size() && i >= all.get(next).end()) {
        next++;
      }
      boolean inside = next < all.size() && i >= all.get(next).start();
      int han = Characters.isHan(text.charAt(i)) ? 1 : 0;
      misread += inside ? han : 0;
      others += inside ? 0 : han;
    }
    return misread >= WHOLE_FILE && others * 5 < misread;
  }

  private List<Words> words() {
    List<Words> words = new ArrayList<>();
    List<Run> together = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      Optional<Run> run = begins(text.charAt(i)) ? Optional.of(new Run(i)).filter(Run::read) : Optional.empty();
      if (run.isPresent()) {
        if (!together.isEmpty() && !areTogether(together.get(together.size() - 1).end, i)) {
          words(together).ifPresent(words::add);
          together.clear();
        }
        together.add(run.get());
        i = run.get().end - 1;
      }
    }
    words(together).ifPresent(words::add);
    return words;
  }

  /** Whether but tags and Western signs are between, all in one paragraph. */
  private boolean areTogether(int end, int start) {
    if (start - end > LONGEST_GAP) {
      return false;
    }
    for (int i = end; i < start; i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || c == '<' && isOfParagraph(i + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean isOfParagraph(int i) {
    int from = text.charAt(i) == '/' ? i + 1 : i;
    String name = text.substring(from, Markup.endOfName(text, from));
    return Names.get().isParagraph(name.substring(name.indexOf(':') + 1));
  }

  private Optional<Words> words(List<Run> runs) {
    int whole = 0;
    int common = 0;
    int gone = 0;
    boolean certain = false;
    boolean telltale = false;
    var meant = new StringBuilder();
    int end = -1;
    for (Run run : runs) {
      whole += run.whole;
      common += run.common;
      gone += run.gone;
      telltale |= run.telltale;
      certain |= run.isMark() || run.isRussian();
      meant.append(end < 0 ? "" : text.substring(end, run.start).replaceAll("<[^<>]*>?", "")).append(run.meant);
      end = run.end;
    }
    int fewest = telltale ? FEW : SEVERAL;
    certain |= whole >= MANY && gone <= whole || common >= fewest && 2 * common >= whole && gone <= common;
    return certain ? Optional.of(new Words(runs.get(0).start, end, meant.toString())) : Optional.empty();
  }

  private static boolean begins(char c) {
    int first = pair(c) >> 8;
    return (first >= 0xe2 && first <= 0xf0 || first == 0xd0 || first == 0xd1) && isWithin(pair(c) & 0xff);
  }

  /** Whether a byte is any but the first of a character. */
  private static boolean isWithin(int octet) {
    return (octet & 0xc0) == 0x80;
  }

  /** What was misread, from its first character to a tag or to other words. */
  private final class Run {
    final int start;
    int end;
    final StringBuilder meant = new StringBuilder();

    /** Characters of three bytes or more, those of them that are frequent, and those that were lost in part. */
    int whole;
    int common;
    int gone;
    int letters;
    boolean telltale;

    private int at;

    /** How many bytes the character still has, and what it is so far. */
    private int wanted;

    private int value;
    private boolean isLong;
    private boolean afterLost;

    /** As all was where the last character ended. */
    private int soundMeant;

    private int soundWhole;
    private int soundCommon;
    private int soundGone;

    Run(int start) {
      this.start = start;
      at = start;
      end = start;
    }

    /** Whether there is any. */
    boolean read() {
      boolean fits = true;
      while (fits && at < text.length() && !isOther(text.charAt(at))) {
        fits = next(text.charAt(at));
      }
      if (fits) {
        lose(wanted > 0);
        sound();
      }
      meant.setLength(soundMeant);
      whole = soundWhole;
      common = soundCommon;
      gone = soundGone;
      return end > start;
    }

    /** A sign of ASCII ends it; not a question mark in the place of lost bytes. */
    private boolean isOther(char c) {
      boolean lost = c == '?' && (wanted > 0 || at + 1 < text.length() && isWithin(pair(text.charAt(at + 1)) >> 8));
      return c < 0x80 && !lost;
    }

    private boolean next(char c) {
      int pair = c == '€' ? euro() : pair(c);
      boolean unknown = c == LOST || c == '?' || Characters.isPrivate(c) && pair == 0;
      telltale |= MARKS.indexOf(c) >= 0 || c == LOST || Characters.isPrivate(c);
      boolean fits = unknown || pair > 0xff && octet(pair >> 8) && octet(pair & 0xff) || pair == 0x80 && octet(pair);
      if (!fits) {
        return false;
      }
      lose(unknown);
      at++;
      if (unknown || wanted == 0 && isLong) {
        sound();
      }
      return true;
    }

    /** In Windows it may stand for a byte alone. */
    private int euro() {
      char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
      return wanted == 1 && isWithin(pair(next) >> 8) ? pair('€') : 0x80;
    }

    private void lose(boolean any) {
      if (any) {
        boolean again = afterLost && meant.length() > 0 && meant.charAt(meant.length() - 1) == GONE;
        gone += again ? 0 : 1;
        meant.append(again ? "" : GONE);
        wanted = 0;
        afterLost = true;
      }
    }

    private void sound() {
      end = at;
      soundMeant = meant.length();
      soundWhole = whole;
      soundCommon = common;
      soundGone = gone;
    }

    private boolean octet(int octet) {
      if (isWithin(octet)) {
        return within(octet);
      }
      lose(wanted > 0);
      afterLost = false;
      isLong = octet >= 0xe2;
      if (octet < 0x80) {
        meant.append((char) octet);
        return octet >= 0x20;
      }
      wanted = octet >= 0xf0 ? 3 : octet >= 0xe2 ? 2 : 1;
      value = octet & (octet >= 0xf0 ? 0x07 : octet >= 0xe2 ? 0x0f : 0x1f);
      return octet >= 0xc2 && octet <= 0xf0;
    }

    private boolean within(int octet) {
      if (wanted > 0) {
        value = value << 6 | octet & 0x3f;
        if (--wanted == 0) {
          add(value);
        }
        return true;
      }
      return afterLost;
    }

    private void add(int c) {
      meant.appendCodePoint(c);
      whole += isLong ? 1 : 0;
      letters += Characters.isLetterOfTwoScripts(c) ? 1 : 0;
      common += isLong && isCommon(c) ? 1 : 0;
    }

    /** An English mark, with what lay before and behind it. */
    boolean isMark() {
      char mark = meant.length() == 0 ? ' ' : meant.charAt(0);
      return gone == 0 && whole == 1 && meant.length() <= 2 && mark >= '–' && mark <= '…';
    }

    /** A word of several letters, one of them misread as what is not in everyday use. */
    boolean isRussian() {
      return letters >= SEVERAL
          && letters == meant.length()
          && text.substring(start, end).chars().anyMatch(c -> (pair((char) c) & 0xff) < 0xa1);
    }
  }

  private static boolean isCommon(int c) {
    return c >= '\u2010' && c <= '\u203a' || c >= '\u3001' && c <= '\u301f' || c >= '\uff01' && c <= '\uff5e'
        || Mojibake.isCommon(c);
  }

  /** The two bytes of a character in GBK, or 0. */
  private static int pair(char c) {
    return c < 0x80 ? 0 : Pairs.PAIRS[c];
  }

  /** Looked up once any is asked for. */
  private static final class Pairs {
    static final char[] PAIRS = new char[Character.MAX_VALUE + 1];

    static {
      // Each knows some that the other does not.
      Stream.of("x-mswin-936", "GB18030").filter(Charset::isSupported).map(Charset::forName).forEach(Pairs::add);
    }

    private static void add(Charset charset) {
      for (int pair = 0x8140; pair <= 0xfefe; pair++) {
        String character = new String(new byte[] {(byte) (pair >> 8), (byte) pair}, charset);
        boolean one = character.length() == 1 && character.charAt(0) != LOST && (pair & 0xff) >= 0x40;
        if (one && PAIRS[character.charAt(0)] == 0) {
          PAIRS[character.charAt(0)] = (char) pair;
        }
      }
    }
  }
}
