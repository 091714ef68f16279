package jilu.words;

import static java.util.Objects.requireNonNull;

/** Words in every language of the program. */
public record Text(String en, String zh) {
  /** For what is put into words, in most cases, in characters. */
  private static final int ROOM = 64;

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

  /**
   * The same with what stands for {0}, {1}, …; of {0|error|errors} the first where the argument is one.
   *
   * @param arguments a {@link Text} is put in its own language
   */
  public Text filled(Object... arguments) {
    return new Text(filled(en, Language.EN, arguments), filled(zh, Language.ZH, arguments));
  }

  private static String filled(String words, Language language, Object... arguments) {
    var filled = new StringBuilder(words.length() + ROOM);
    int from = 0;
    for (int open = words.indexOf('{'); open >= 0; open = words.indexOf('{', open + 1)) {
      int close = words.indexOf('}', open);
      int number = close > open + 1 ? Character.digit(words.charAt(open + 1), 10) : -1;
      boolean forms = close > open + 2 && words.charAt(open + 2) == '|';
      if (number >= 0 && number < arguments.length && (forms || close == open + 2)) {
        Object argument = arguments[number];
        filled.append(words, from, open);
        if (forms) {
          String[] both = words.substring(open + 3, close).split("\\|");
          filled.append(both[String.valueOf(argument).equals("1") ? 0 : 1]);
        } else {
          filled.append(argument instanceof Text text ? text.in(language) : argument);
        }
        from = close + 1;
      }
    }
    return filled.append(words, from, words.length()).toString();
  }
}
