package jilu.validate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** What a finding is known by from one run to the next, though lines be added above it: its file, rule and line. */
public final class Fingerprints {
  private final Lines lines = new Lines(Integer.MAX_VALUE);
  private final Map<String, Integer> seen = new HashMap<>();

  /** Those of one line by their code: it may be long, and hold many. */
  private final Map<String, String> ofLine = new HashMap<>();
  private Optional<Place> line = Optional.empty();

  /** Sixteen hexadecimal digits and, after a colon, which of several such it is. */
  public String of(Finding finding) {
    Optional<Place> here = Optional.of(new Place(finding.file(), finding.line(), 1));
    if (!line.equals(here)) {
      ofLine.clear();
      line = here;
    }
    String print =
        lines.has(finding) ? ofLine.computeIfAbsent(finding.code(), code -> print(finding)) : print(finding);
    return print + ":" + seen.merge(print, 1, Integer::sum);
  }

  private String print(Finding finding) {
    String words = lines.whole(finding).map(String::strip).orElse(finding.message());
    return digest(finding.file() + "\n" + finding.code() + "\n" + words).substring(0, 16);
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
