package jilu.validate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** What a finding is known by from one run to the next, though lines be added above it: its file, rule and line. */
public final class Fingerprints {
  private final Lines lines = new Lines(Integer.MAX_VALUE);
  private final Map<String, Integer> seen = new HashMap<>();

  /** Sixteen hexadecimal digits and, after a colon, which of several such it is. */
  public String of(Finding finding) {
    String line = lines.whole(finding).map(String::strip).orElse(finding.message());
    String print = digest(finding.file() + "\n" + finding.code() + "\n" + line).substring(0, 16);
    return print + ":" + seen.merge(print, 1, Integer::sum);
  }

  private static String digest(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java lacks SHA-256.", e);
    }
  }
}
