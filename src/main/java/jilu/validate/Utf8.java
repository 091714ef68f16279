package jilu.validate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A text of UTF-8 (RFC 3629), and its landmarks, found in one go. To let the library decode it and then to look at each
 * character takes half as long again as to parse it; this takes eight bytes of printable ASCII in one step.
 */
record Utf8(String text, Landmarks landmarks) {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The same byte eight times, and the highest bit of each. */
  private static final long ONES = 0x0101010101010101L;

  private static final long HIGH = ONES * 0x80;
  private static final long SPACES = ONES * ' ';
  private static final long AMPERSANDS = ONES * '&';

  /** In characters: longer texts are too few to keep room for them. */
  private static final int KEPT = 4 << 20;

  /** Where each thread puts the characters of one text after the other before a string is made of them. */
  private static final ThreadLocal<char[]> ROOM = ThreadLocal.withInitial(() -> new char[0]);

  private static char[] room(int length) {
    char[] room = ROOM.get();
    if (room.length >= length) {
      return room;
    }
    char[] larger = new char[length];
    if (length <= KEPT) {
      ROOM.set(larger);
    }
    return larger;
  }

  /** Nothing if any byte is not sound. */
  static Optional<Utf8> decode(byte[] bytes) {
    // Of this the library copies whole runs of ASCII at once.
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    char[] text = room(bytes.length);
    int[] offsets = new int[64];
    int count = 0;
    int kinds = Characters.OF_ASCII;
    int length = 0;
    int from = 0;
    for (int at = next(bytes, 0); at < bytes.length; at = next(bytes, at)) {
      offsets = count < offsets.length ? offsets : Arrays.copyOf(offsets, 2 * count);
      if (bytes[at] >= 0) {
        int ofOne = Characters.kinds((char) bytes[at]);
        kinds |= ofOne;
        if ((ofOne & Characters.OF_PLACES) != 0) {
          offsets[count++] = length + at - from;
        }
        at++;
        continue;
      }
      latin.getChars(from, at, text, length);
      length += at - from;
      do {
        int character = character(bytes, at);
        if (character < 0) {
          return Optional.empty();
        }
        boolean isPair = character > Character.MAX_VALUE;
        text[length] = isPair ? Character.highSurrogate(character) : (char) character;
        if (isPair) {
          text[length + 1] = Character.lowSurrogate(character);
          kinds |= Characters.kinds(text[length + 1]);
        }
        int ofOne = Characters.kinds(text[length]);
        kinds |= ofOne;
        if ((ofOne & Characters.OF_PLACES) != 0) {
          offsets = count < offsets.length ? offsets : Arrays.copyOf(offsets, 2 * count);
          offsets[count++] = length;
        }
        length += isPair ? 2 : 1;
        at += isPair ? 4 : character < 0x800 ? 2 : 3;
      } while (at < bytes.length && bytes[at] < 0);
      from = at;
    }
    if (from == 0) {
      return Optional.of(new Utf8(latin, new Landmarks(offsets, count, kinds)));
    }
    latin.getChars(from, bytes.length, text, length);
    length += bytes.length - from;
    return Optional.of(new Utf8(new String(text, 0, length), new Landmarks(offsets, count, kinds)));
  }

  /** The next byte from an offset on that is not of printable ASCII, or is an ampersand. */
  private static int next(byte[] bytes, int from) {
    int at = from;
    for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
      long eight = (long) EIGHT.get(bytes, at);
      long ampersands = eight ^ AMPERSANDS;
      // What is carried over from one byte to the next comes of one that is told itself.
      long told = (eight | eight + ONES | eight - SPACES & ~eight | ampersands - ONES & ~ampersands) & HIGH;
      if (told != 0) {
        return at + (Long.numberOfTrailingZeros(told) >> 3);
      }
    }
    while (at < bytes.length && bytes[at] >= ' ' && bytes[at] != 0x7f && bytes[at] != '&') {
      at++;
    }
    return at;
  }

  /** The character whose first byte is at an offset, one of several; negative if it is not sound. */
  private static int character(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    int left = bytes.length - at;
    if (first < 0xe0) {
      return first >= 0xc2 && left > 1 && isRest(bytes[at + 1]) ? (first & 0x1f) << 6 | rest(bytes[at + 1]) : -1;
    }
    if (first < 0xf0) {
      int character =
          left > 2 && isRest(bytes[at + 1]) && isRest(bytes[at + 2])
              ? (first & 0xf) << 12 | rest(bytes[at + 1]) << 6 | rest(bytes[at + 2])
              : -1;
      return character < 0x800 || character >> 11 == Character.MIN_SURROGATE >> 11 ? -1 : character;
    }
    int character =
        left > 3 && isRest(bytes[at + 1]) && isRest(bytes[at + 2]) && isRest(bytes[at + 3])
            ? (first & 0xf) << 18 | rest(bytes[at + 1]) << 12 | rest(bytes[at + 2]) << 6 | rest(bytes[at + 3])
            : -1;
    return Character.isSupplementaryCodePoint(character) ? character : -1;
  }

  private static boolean isRest(byte of) {
    return of < (byte) 0xc0;
  }

  private static int rest(byte of) {
    return of & 0x3f;
  }
}
