package jilu.validate;

/** How much a finding weighs: an error stops the build, a warning does not, an information only tells. */
public enum Severity {
  ERROR,
  WARNING,
  INFO;

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
