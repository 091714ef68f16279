package jilu.print;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Replaces in a PDF what differs from run to run, in place and at the same length, since every
 * offset in the file counts: the file's identifier, the dates of attached files.
 */
final class StableFile {
  private static final DateTimeFormatter PDF_DATE =
      DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int IDENTIFIER = 16;
  private static final int WINDOW = 1 << 20;
  private static final int DICTIONARY = 1 << 12;

  private final byte[] date;

  StableFile(Instant date) {
    this.date = ascii(PDF_DATE.format(date));
  }

  void mend(Path pdf) throws IOException {
    try (var file = new RandomAccessFile(pdf.toFile(), "rw")) {
      for (long at : occurrences("/Type /EmbeddedFile", file)) {
        dateAttachment(file, at);
      }
      identify(file);
    }
  }

  private void dateAttachment(RandomAccessFile file, long at) throws IOException {
    var dictionary = read(file, at, DICTIONARY);
    int end = find("\nstream", dictionary, 0, dictionary.length);
    for (var key : List.of("/CreationDate (", "/ModDate (")) {
      int found = find(key, dictionary, 0, dictionary.length);
      if (found >= 0 && found < end) {
        file.seek(at + found + key.length());
        file.write(date);
      }
    }
  }

  /** Makes the identifier a digest of the rest (ISO 32000-1, 14.4, leaves the method open). */
  private static void identify(RandomAccessFile file) throws IOException {
    var keys = occurrences("/ID [", file);
    if (keys.isEmpty()) {
      throw new IllegalStateException("the PDF has no identifier");
    }
    long start = keys.get(keys.size() - 1);
    var trailer = read(file, start, DICTIONARY);
    int first = 1 + find("<", trailer, 0, trailer.length);
    int second = 1 + find("<", trailer, first, trailer.length);
    var none = new byte[2 * IDENTIFIER];
    Arrays.fill(none, (byte) '0');
    write(file, start, none, first, second);
    var digest = Arrays.copyOf(sha256(file), IDENTIFIER);
    write(file, start, ascii(HexFormat.of().withUpperCase().formatHex(digest)), first, second);
  }

  private static void write(RandomAccessFile file, long start, byte[] text, int... places)
      throws IOException {
    for (int place : places) {
      file.seek(start + place);
      file.write(text);
    }
  }

  private static byte[] sha256(RandomAccessFile file) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (long at = 0; at < file.length(); at += WINDOW) {
        digest.update(read(file, at, WINDOW));
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Windows overlap, so that no occurrence is cut in two. */
  private static List<Long> occurrences(String text, RandomAccessFile file) throws IOException {
    var found = new ArrayList<Long>();
    for (long start = 0; start < file.length(); start += WINDOW) {
      var window = read(file, start, WINDOW + text.length() - 1);
      for (int at = find(text, window, 0, window.length); at >= 0;
          at = find(text, window, at + 1, window.length)) {
        found.add(start + at);
      }
    }
    return found;
  }

  private static byte[] read(RandomAccessFile file, long start, int most) throws IOException {
    var bytes = new byte[(int) Math.min(most, file.length() - start)];
    file.seek(start);
    file.readFully(bytes);
    return bytes;
  }

  private static int find(String text, byte[] in, int from, int to) {
    var wanted = ascii(text);
    for (int at = Math.max(0, from); at <= to - wanted.length; at++) {
      if (Arrays.equals(wanted, 0, wanted.length, in, at, at + wanted.length)) {
        return at;
      }
    }
    return -1;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
