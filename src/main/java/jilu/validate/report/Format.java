package jilu.validate.report;

import java.util.Locale;

/** How findings are written down. */
public enum Format {
  TEXT,
  JSON,
  SARIF,
  JUNIT,
  HTML;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
