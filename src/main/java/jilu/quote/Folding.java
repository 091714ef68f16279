package jilu.quote;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** A difference between two texts that is none between their words. A comparison that needs one says so. */
public enum Folding {
  WHITE_SPACE,
  WIDTH,
  PUNCTUATION,
  CASE,
  SCRIPT;

  /** OpenCC's table of traditional characters, the first simplified form of each. */
  private static final Map<Integer, Integer> SIMPLIFIED = read("/data/dictionary/TSCharacters.txt");

  /** Which marks of quotation are the inner ones depends on what stands around them. */
  private static final Map<Integer, Integer> FORMS =
      forms("\"“”„‟«»「」『』〝〞〟'‘’‚‛‹›", "-‐‑‒–—―−─", "·・•‧∙", ".。｡", ",、､");

  private static final int QUOTATION_MARK = '"';

  /** The forms of the characters of the basic plane: each character of a text is asked for. */
  private static final int[] FOLDED = IntStream.rangeClosed(0, Character.MAX_VALUE).map(Folding::folded).toArray();

  /** The form under which characters compare as equal. */
  static int fold(int c) {
    return c < FOLDED.length ? FOLDED[c] : folded(c);
  }

  private static int folded(int c) {
    int form = form(c);
    return SIMPLIFIED.getOrDefault(form, form);
  }

  /** The form under which words compare as equal. */
  static String foldWord(String word) {
    return forms(word).toLowerCase(Locale.ROOT);
  }

  /** What keeps two texts that fold alike from being the same; the strongest difference counts. */
  static Optional<Folding> between(String one, String other) {
    if (one.equals(other)) {
      return Optional.empty();
    }
    if (narrow(one).equals(narrow(other))) {
      return Optional.of(WIDTH);
    }
    if (foldWord(one).equals(foldWord(other))) {
      return Optional.of(forms(one).equals(forms(other)) ? PUNCTUATION : CASE);
    }
    return one.codePoints().map(Folding::form).findFirst().equals(other.codePoints().map(Folding::form).findFirst())
        ? Optional.of(PUNCTUATION)
        : Optional.of(SCRIPT);
  }

  static boolean isQuotationMark(int code) {
    return code == QUOTATION_MARK;
  }

  static boolean isDash(int c) {
    return fold(c) == '-';
  }

  private static int form(int c) {
    int narrow = narrow(c);
    return FORMS.getOrDefault(narrow, narrow);
  }

  private static String forms(String text) {
    return mapped(text, Folding::form);
  }

  private static String mapped(String text, IntUnaryOperator each) {
    return text.codePoints()
        .map(each)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String narrow(String text) {
    return mapped(text, Folding::narrow);
  }

  /** Full-width forms lie beside ASCII at a fixed distance (Unicode, block FF00). */
  private static int narrow(int c) {
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
  }

  private static Map<Integer, Integer> forms(String... groups) {
    Map<Integer, Integer> forms = new HashMap<>();
    for (String group : groups) {
      group.codePoints().forEach(c -> forms.put(c, group.codePointAt(0)));
    }
    return forms;
  }

  private static Map<Integer, Integer> read(String table) {
    Map<Integer, Integer> map = new HashMap<>();
    try (var reader = new BufferedReader(new InputStreamReader(ZhConverterUtil.class.getResourceAsStream(table), StandardCharsets.UTF_8))) {
      reader.lines()
          .map(line -> line.strip().split("\\s+"))
          .filter(pair -> pair.length > 1)
          .forEach(pair -> map.put(pair[0].codePointAt(0), pair[1].codePointAt(0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(map);
  }
}
