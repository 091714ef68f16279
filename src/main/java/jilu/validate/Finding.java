package jilu.validate;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * One problem, at the place where its author can mend it.
 *
 * @param code a stable name of the rule, {@code J} and three digits
 * @param line counts from 1; 1 where the problem concerns the file as a whole
 * @param column counts Unicode code points from 1
 * @param hint what to do, where that is not plain from the message
 */
public record Finding(
    String code, Severity severity, Path file, int line, int column, String message, Optional<String> hint) {

  static final Comparator<Finding> BY_PLACE =
      Comparator.comparing((Finding f) -> f.file().toString())
          .thenComparingInt(Finding::line)
          .thenComparingInt(Finding::column)
          .thenComparing(Finding::code);

  public Finding {
    requireNonNull(code);
    requireNonNull(severity);
    requireNonNull(file);
    requireNonNull(message);
    requireNonNull(hint);
  }

  public static Finding error(String code, Place place, String message, String hint) {
    return at(code, Severity.ERROR, place, message, Optional.of(hint));
  }

  public static Finding warning(String code, Place place, String message, String hint) {
    return at(code, Severity.WARNING, place, message, Optional.of(hint));
  }

  static Finding at(String code, Severity severity, Place place, String message, Optional<String> hint) {
    return new Finding(code, severity, place.file(), place.line(), place.column(), message, hint);
  }

  public Place place() {
    return new Place(file, line, column);
  }

  /** The same finding, its file named otherwise. */
  public Finding in(Path other) {
    return new Finding(code, severity, other, line, column, message, hint);
  }

  /** {@code file:line:column: severity CODE message}, the form that editors and terminals turn into a link. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + severity + " " + code + " " + message + hint.map(h -> " " + h).orElse("");
  }
}
