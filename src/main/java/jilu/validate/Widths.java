package jilu.validate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Letters and digits as wide as Chinese characters. Some texts have them throughout, or for single digits: only those
 * within words of the other width are told, and the few among many.
 */
final class Widths {
  private static final String NARROW = "[A-Za-z0-9]";
  private static final String WIDE = "[Ａ-Ｚａ-ｚ０-９]";
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]+");
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._-]*" + NARROW + "＠" + NARROW + "[A-Za-z0-9-]*(?:[.．][A-Za-z0-9-]+)+");
  private static final Pattern HAS_WIDE = Pattern.compile(WIDE);
  private static final Pattern HAS_NARROW = Pattern.compile(NARROW);

  /** So many times as many are of the other width where some are slips. */
  private static final int MANY = 5;

  /** A word, the same in the usual width, and what is said of it. */
  record Stray(String key, int at, String word, String usual) {
    boolean isAddress() {
      return word.indexOf('＠') >= 0;
    }
  }

  private final List<MatchResult> addresses = new ArrayList<>();
  private final List<MatchResult> words = new ArrayList<>();

  /** Of each kind of words those that are wide and those that are not. */
  private final Map<List<Boolean>, int[]> counts = new HashMap<>();

  private final SourceText source;

  private Widths(SourceText source) {
    this.source = source;
  }

  static List<Stray> check(SourceText source) {
    var widths = new Widths(source);
    Markup.scan(source.text(), source.start(), widths::piece);
    widths.words.forEach(widths::count);
    List<Stray> strays = new ArrayList<>();
    widths.addresses.forEach(address -> strays.add(stray("J044.address", address)));
    for (MatchResult word : widths.words) {
      boolean mixed = isWide(word) && isNarrow(word);
      if (mixed || isWide(word) && widths.isSlip(word)) {
        strays.add(stray(mixed ? "J044.mixed" : "J044", word));
      }
    }
    return strays;
  }

  private void piece(Markup.Piece piece) {
    if (piece.kind() == Markup.Kind.TEXT) {
      ADDRESS.matcher(source.text()).region(piece.start(), piece.end()).results().forEach(addresses::add);
      WORD.matcher(source.text()).region(piece.start(), piece.end()).results()
          .filter(word -> !isReference(word)).forEach(words::add);
    }
  }

  /** {@code &lt;} and {@code &#x4E2D;} are no words. */
  private boolean isReference(MatchResult word) {
    String text = source.text();
    int before = word.start() - 1;
    return before >= 0 && text.charAt(before) == '&' || before > 0 && text.startsWith("&#", before - 1);
  }

  /** Whether words like it are nearly all of the other width. */
  private boolean isSlip(MatchResult word) {
    int[] alike = counts.get(kind(word));
    return alike[0] * MANY <= alike[1];
  }

  private void count(MatchResult word) {
    counts.computeIfAbsent(kind(word), first -> new int[2])[isWide(word) ? 0 : 1]++;
  }

  /** Digits and other words, and of each those of a single sign. */
  private static List<Boolean> kind(MatchResult word) {
    return List.of(isSingle(word), isNumber(word));
  }

  private static boolean isSingle(MatchResult word) {
    return word.end() - word.start() == 1;
  }

  private static boolean isNumber(MatchResult word) {
    return word.group().chars().allMatch(Character::isDigit);
  }

  private static boolean isWide(MatchResult word) {
    return HAS_WIDE.matcher(word.group()).find();
  }

  private static boolean isNarrow(MatchResult word) {
    return HAS_NARROW.matcher(word.group()).find();
  }

  private static Stray stray(String key, MatchResult word) {
    return new Stray(key, word.start(), word.group(), Normalizer.normalize(word.group(), Normalizer.Form.NFKC));
  }
}
