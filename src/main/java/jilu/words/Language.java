package jilu.words;

import java.util.Locale;

/** The languages in which the program speaks of an edition. */
public enum Language {
  EN,
  ZH;

  /** The nearest to a person's own. */
  public static Language of(Locale locale) {
    return locale.getLanguage().equals("zh") ? ZH : EN;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
