package jilu.validate;

import static java.util.Objects.requireNonNull;

/** Words in every language of the program. */
public record Text(String en, String zh) {
  public Text {
    requireNonNull(en);
    requireNonNull(zh);
  }

  /** Words that are the same in every language, or that are known in one only. */
  public static Text of(String words) {
    return new Text(words, words);
  }

  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }
}
