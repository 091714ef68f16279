package jilu.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The lines of files around findings, for reports. */
public final class Lines {
  /** A line longer than this is cut around the finding. */
  private static final int LONG = 160;

  private final Map<Path, Optional<SourceText>> texts = new HashMap<>();

  /** A line of a file; the number counts from 1. */
  public record Line(int number, String text) {}

  /** The line of a finding with one before and one after; none where the file is no text. */
  public List<Line> around(Finding finding) {
    return texts
        .computeIfAbsent(finding.file(), Lines::read)
        .map(
            text ->
                IntStream.rangeClosed(Math.max(1, finding.line() - 1), Math.min(text.lines().length, finding.line() + 1))
                    .mapToObj(number -> new Line(number, shown(text.line(number), number == finding.line() ? finding.column() : 1)))
                    .toList())
        .orElse(List.of());
  }

  private static String shown(String line, int column) {
    int length = line.codePointCount(0, line.length());
    if (length <= LONG) {
      return line;
    }
    int from = Math.max(0, Math.min(column - 1, length) - LONG / 2);
    int to = Math.min(length, from + LONG);
    String cut = line.substring(line.offsetByCodePoints(0, from), line.offsetByCodePoints(0, to));
    return (from > 0 ? "…" : "") + cut + (to < length ? "…" : "");
  }

  private static Optional<SourceText> read(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) < 50_000_000
          ? Optional.of(Encoding.decode(file, Files.readAllBytes(file)).text())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
