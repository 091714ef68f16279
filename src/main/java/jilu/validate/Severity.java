package jilu.validate;

import jilu.words.Text;
import jilu.words.Words;

/** How much a finding weighs: an error stops the build, a warning does not, an information only tells. */
public enum Severity {
  ERROR,
  WARNING,
  INFO;

  /** Its name in every language. */
  Text said() {
    return Words.of("severity." + this);
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
