package jilu.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Collects a PDF and replaces what differs from run to run, in place and at the same length, since
 * every offset in the file counts: the file's identifier, the dates of attached files.
 */
final class StableOutput extends ByteArrayOutputStream {
  private static final DateTimeFormatter PDF_DATE =
      DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int IDENTIFIER = 16;

  private final byte[] date;

  StableOutput(Instant date) {
    this.date = ascii(PDF_DATE.format(date));
  }

  @Override
  public synchronized void writeTo(OutputStream out) throws IOException {
    dateAttachments();
    identify();
    super.writeTo(out);
  }

  private void dateAttachments() {
    for (int at = find("/Type /EmbeddedFile", 0); at >= 0; at = find("/Type /EmbeddedFile", at + 1)) {
      int end = find("\nstream", at);
      for (var key : new String[] {"/CreationDate (", "/ModDate ("}) {
        int found = find(key, at);
        if (found >= 0 && found < end) {
          System.arraycopy(date, 0, buf, found + key.length(), date.length);
        }
      }
    }
  }

  /** Makes the identifier a digest of the rest (ISO 32000-1, 14.4, leaves the method open). */
  private void identify() {
    int first = 1 + find("<", last("/ID ["));
    int second = 1 + find("<", first);
    int length = 2 * IDENTIFIER;
    Arrays.fill(buf, first, first + length, (byte) '0');
    Arrays.fill(buf, second, second + length, (byte) '0');
    var digest = Arrays.copyOf(sha256(), IDENTIFIER);
    var identifier = ascii(HexFormat.of().withUpperCase().formatHex(digest));
    System.arraycopy(identifier, 0, buf, first, length);
    System.arraycopy(identifier, 0, buf, second, length);
  }

  private byte[] sha256() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(buf, 0, count);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private int find(String text, int from) {
    var wanted = ascii(text);
    for (int at = from; at <= count - wanted.length; at++) {
      if (isAt(wanted, at)) {
        return at;
      }
    }
    return -1;
  }

  private int last(String text) {
    var wanted = ascii(text);
    for (int at = count - wanted.length; at >= 0; at--) {
      if (isAt(wanted, at)) {
        return at;
      }
    }
    throw new IllegalStateException("the PDF has no " + text);
  }

  private boolean isAt(byte[] wanted, int at) {
    return Arrays.equals(wanted, 0, wanted.length, buf, at, at + wanted.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
