package jilu.quote;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the runs of a text together without the wrapping of its source file: a line that wraps, within a run or between
 * two, is no space beside a character that is set solid, and one space elsewhere.
 */
final class Joined {
  private static final Pattern WRAP = Pattern.compile("(\\S)[ \\t]*[\\r\\n]\\s*(\\S)");

  private final StringBuilder text = new StringBuilder();

  /** White space of which it depends on what follows what it is. */
  private final StringBuilder space = new StringBuilder();

  int length() {
    return text.length();
  }

  void words(String run) {
    int from = 0;
    while (from < run.length() && isSpace(run.charAt(from))) {
      from++;
    }
    int to = run.length();
    while (to > from && isSpace(run.charAt(to - 1))) {
      to--;
    }
    space.append(run, 0, from);
    if (from < to) {
      part(run.codePointAt(from));
      text.append(unwrapped(run.substring(from, to)));
      space.append(run, to, run.length());
    }
  }

  /** An omission, as it is printed. */
  void omission(String mark) {
    part(Folded.OPEN);
    text.append(Folded.OPEN).append(mark).append(Folded.CLOSE);
  }

  void paragraph() {
    part(Folded.PARAGRAPH);
    text.append(Folded.PARAGRAPH);
  }

  /** Decides what the space was. */
  private void part(int next) {
    if (space.length() > 0) {
      boolean wraps = space.indexOf("\n") >= 0 || space.indexOf("\r") >= 0;
      text.append(!wraps ? space : text.length() == 0 || isSolid(text.codePointBefore(text.length()), next) ? "" : " ");
      space.setLength(0);
    }
  }

  private static String unwrapped(String words) {
    return words.indexOf('\n') < 0
        ? words
        : WRAP.matcher(words).replaceAll(wrap -> {
          String left = wrap.group(1);
          String right = wrap.group(2);
          String between = isSolid(left.codePointAt(0), right.codePointAt(0)) ? "" : " ";
          return Matcher.quoteReplacement(left + between + right);
        });
  }

  private static boolean isSolid(int left, int right) {
    return isSolid(left) || isSolid(right);
  }

  private static boolean isSolid(int c) {
    return c >= 0x2E80 && c <= 0x9FFF || c >= 0xF900 && c <= 0xFAFF || c >= 0xFF00 && c <= 0xFFEF || c >= 0x20000
        || "—…“”‘’·".indexOf(c) >= 0 || c == Folded.OPEN || c == Folded.CLOSE || c == Folded.PARAGRAPH;
  }

  /** Of XML. */
  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  @Override
  public String toString() {
    part(Folded.PARAGRAPH);
    return text.toString();
  }
}
