package jilu.words;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds English left among Chinese. */
public final class English {
  /** What has no other name in Chinese: the program and its commands, formats, options, files, placeholders. */
  private static final Pattern NAMES = Pattern.compile(
      "\\$\\{[^}]*}|\\{[^}]*}|%n|“[^”]*”"
          + "|\\bjilu( (build|validate|explain|prove|release|schema))*\\b|-{1,2}[a-zA-Z][\\w-]*"
          + "|RELAX NG|TEI XML|Markdown|ODD|(?<![\\w.])[\\w./-]*[./][\\w./-]+");

  private static final Pattern WORDS = Pattern.compile("[A-Za-z']{2,}([ ]+[A-Za-z']{2,})+");

  private English() {}

  /** Two words in a row; what is quoted in “ ” is someone else's. */
  public static List<String> in(String text) {
    return WORDS.matcher(NAMES.matcher(text).replaceAll("·")).results().map(MatchResult::group).toList();
  }
}
