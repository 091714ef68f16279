package jilu.validate;

/** How much a finding weighs: an error stops the build, a warning does not, an information only tells. */
public enum Severity {
  ERROR,
  WARNING,
  INFO;

  String in(Language language) {
    return language == Language.ZH ? switch (this) {
      case ERROR -> "错误";
      case WARNING -> "警告";
      case INFO -> "提示";
    } : toString();
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
