package jilu.prove;

import java.util.ArrayList;
import java.util.List;
import jilu.words.Text;

/**
 * A text as it is read, with the place from which each stretch comes. White space is folded: a line break is nothing
 * beside a Chinese character and one space elsewhere, as a reader would join the lines; at the end of a block it is
 * nothing.
 */
final class Reading {
  /** The end of a paragraph or another block: no characters beside it run together, and none part them. */
  static final String END = "\u2029";

  /** A line break that was declared to be none. */
  static final char DROPPED_LINE = '\u2028';

  private record Stretch(int start, Origin origin) {}

  private final Text name;
  private final StringBuilder text = new StringBuilder();
  private final List<Stretch> stretches = new ArrayList<>();

  Reading(Text name) {
    this.name = name;
  }

  Text name() {
    return name;
  }

  /** Adds characters and where they stand. */
  void add(String characters, Origin origin) {
    if (!characters.isEmpty()) {
      stretches.add(new Stretch(text.length(), origin));
      text.append(characters);
    }
  }

  /** Adds all that another reading has. */
  void addAll(Reading other) {
    other.stretches.forEach(stretch -> stretches.add(new Stretch(text.length() + stretch.start, stretch.origin)));
    text.append(other.text);
  }

  Origin origin(int offset) {
    Origin origin = Origin.NONE;
    for (Stretch stretch : stretches) {
      if (stretch.start > offset) {
        break;
      }
      if (!stretch.origin.equals(Origin.NONE)) {
        origin = stretch.origin;
      }
    }
    return origin;
  }

  /** The text with line breaks folded. */
  Folded folded() {
    return Folded.of(this, text, false);
  }

  /** The text without any white space or soft hyphen: how a printed page can be read back. */
  Folded solid() {
    return Folded.of(this, text, true);
  }

  /**
   * Folded characters and where each stood.
   *
   * @param codePoints the characters that count
   * @param offsets for each, its offset in the reading
   */
  record Folded(Reading reading, int[] codePoints, int[] offsets) {
    private static Folded of(Reading reading, CharSequence text, boolean solid) {
      var codePoints = new ArrayList<Integer>();
      var offsets = new ArrayList<Integer>();
      for (int i = 0; i < text.length(); ) {
        int c = Character.codePointAt(text, i);
        if (!isSpace(c)) {
          if (c != ZERO_WIDTH_SPACE && c != DROPPED_LINE && !(solid && c == SOFT_HYPHEN)) {
            codePoints.add(c);
            offsets.add(i);
          }
          i += Character.charCount(c);
          continue;
        }
        int end = i;
        boolean lineBreak = false;
        boolean ended = false;
        while (end < text.length() && isSpace(text.charAt(end))) {
          lineBreak |= text.charAt(end) == '\n' || text.charAt(end) == '\r';
          ended |= text.charAt(end) == END.charAt(0);
          end++;
        }
        boolean edge = codePoints.isEmpty() || end == text.length();
        boolean set = !edge && (isSolid(codePoints.get(codePoints.size() - 1)) || isSolid(Character.codePointAt(text, end)));
        if (!solid && !edge && !ended && !(lineBreak && set)) {
          for (int k = i; k < (lineBreak ? i + 1 : end); k++) {
            codePoints.add(lineBreak ? ' ' : (int) text.charAt(k));
            offsets.add(k);
          }
        }
        i = end;
      }
      return new Folded(
          reading,
          codePoints.stream().mapToInt(Integer::intValue).toArray(),
          offsets.stream().mapToInt(Integer::intValue).toArray());
    }

    List<Integer> list() {
      return java.util.Arrays.stream(codePoints).boxed().toList();
    }

    /** Where a character comes from; past the end, the last. */
    Origin origin(int index) {
      return codePoints.length == 0 ? Origin.NONE : reading.origin(offsets[Math.min(index, offsets.length - 1)]);
    }

    String slice(int from, int to) {
      int start = Math.max(0, from);
      int end = Math.min(codePoints.length, to);
      return start >= end ? "" : new String(codePoints, start, end - start);
    }
  }

  private static final int ZERO_WIDTH_SPACE = 0x200B;
  private static final int SOFT_HYPHEN = 0xAD;

  private static boolean isSpace(int c) {
    return c == ' ' || c == END.charAt(0) || c == '\n' || c == '\r' || c == '\t' || c == 0x3000 || c == 0xA0;
  }

  /** Characters that are set without spaces: those of Chinese and Japanese, and punctuation of full width. */
  private static boolean isSolid(int c) {
    return c >= 0x2E80 && c <= 0x9FFF
        || c >= 0xF900 && c <= 0xFAFF
        || c >= 0xFE30 && c <= 0xFE4F
        || c >= 0xFF00 && c <= 0xFFEF
        || c >= 0x20000;
  }
}
