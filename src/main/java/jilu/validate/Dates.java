package jilu.validate;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dates as people write them, and as ISO 8601 wants them. */
final class Dates {
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})(?:-(\\d{2}))?");
  private static final Pattern DAY = Pattern.compile("(\\d{4})\\s*[年./\\-]\\s*(\\d{1,2})\\s*[月./\\-]\\s*(\\d{1,2})\\s*[日号號]?");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})\\s*[年./\\-]\\s*(\\d{1,2})\\s*月?");
  private static final Pattern YEAR = Pattern.compile("(\\d{4})\\s*年?");
  private static final Pattern SOLID = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  /** What stands between two dates. */
  private static final Pattern SPAN = Pattern.compile("\\s*(?:/|\\.{2,3}|[、,，;；~～〜–—―−至到]|\\s-|(?<=^\\d{4})-(?=\\d{4}$))\\s*");

  /** Letters of Latin and Cyrillic that look like nought and one. */
  private static final Pattern NOUGHT = Pattern.compile("[oO\\u043e\\u041e]");
  private static final Pattern ONE = Pattern.compile("[lI\\u0406]");

  private static final String DIGITS = "〇一二三四五六七八九";

  private Dates() {}

  /** Whether it has the form of a date that the calendar does not have. */
  static boolean isImpossible(String value) {
    Matcher iso = ISO.matcher(value.strip());
    return iso.matches() && !isReal(value.strip());
  }

  /** How many days the month of an impossible date has. */
  static Optional<Integer> daysOfMonth(String value) {
    Matcher iso = ISO.matcher(value.strip());
    try {
      return iso.matches()
          ? Optional.of(YearMonth.of(Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2))).lengthOfMonth())
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The same date in ISO form, where it can be only one. */
  static Optional<String> iso(String value) {
    String plain = arabic(Normalizer.normalize(value, Normalizer.Form.NFKC)).replaceAll("\\p{Pd}|−", "-").strip();
    return form(SOLID, plain)
        .or(() -> form(DAY, plain))
        .or(() -> form(MONTH, plain))
        .or(() -> form(YEAR, plain))
        .filter(Dates::isReal)
        .filter(iso -> !iso.equals(value));
  }

  /** The date that has some of these for its digits. */
  static Optional<String> lettered(String value) {
    String digits = ONE.matcher(NOUGHT.matcher(value.strip()).replaceAll("0")).replaceAll("1");
    boolean among = value.chars().anyMatch(c -> c >= '0' && c <= '9');
    return Optional.of(digits).filter(iso -> among && !iso.equals(value.strip()) && isIso(iso));
  }

  /** The first of these letters. */
  static int letter(String value) {
    return value.chars().filter(Character::isLetter).findFirst().orElseThrow();
  }

  /** The two dates that stand in the place of one. */
  static Optional<List<String>> span(String value) {
    List<String> two =
        Stream.of(SPAN.split(value.strip())).flatMap(part -> (isIso(part) ? Optional.of(part) : iso(part)).stream())
            .toList();
    return two.size() == 2 && SPAN.split(value.strip()).length == 2 ? Optional.of(two) : Optional.empty();
  }

  private static boolean isIso(String value) {
    return value.matches("\\d{4}(-\\d\\d){0,2}") && isReal(value);
  }

  /** The day with which month and day changed their places. */
  static Optional<String> exchanged(String value) {
    return Optional.of(value.strip().replaceFirst("^(\\d{4})-(\\d\\d)-(\\d\\d)$", "$1-$3-$2"))
        .filter(other -> !other.equals(value.strip()) && isReal(other));
  }

  /** The first sign that only looks like that of the date in ISO form. */
  static Optional<Integer> sign(String value, String iso) {
    return value.length() == iso.length() ? value.chars().filter(c -> c > 0x7f).boxed().findFirst() : Optional.empty();
  }

  private static Optional<String> form(Pattern pattern, String value) {
    Matcher matcher = pattern.matcher(value);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var iso = new StringBuilder(matcher.group(1));
    for (int i = 2; i <= matcher.groupCount(); i++) {
      iso.append(String.format(Locale.ROOT, "-%02d", Integer.parseInt(matcher.group(i))));
    }
    return Optional.of(iso.toString());
  }

  private static boolean isReal(String iso) {
    try {
      switch (iso.length()) {
        case 10 -> LocalDate.parse(iso);
        case 7 -> YearMonth.parse(iso);
        default -> {}
      }
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** 一九四九年十二月三十一日 in Arabic numerals. */
  private static String arabic(String value) {
    var result = new StringBuilder();
    Matcher number = Pattern.compile("[〇零○一二三四五六七八九十]+").matcher(value);
    while (number.find()) {
      number.appendReplacement(result, numeral(number.group().replaceAll("[零○]", "〇")));
    }
    return number.appendTail(result).toString();
  }

  private static String numeral(String chinese) {
    int ten = chinese.indexOf('十');
    if (ten < 0) {
      return chinese.chars().mapToObj(c -> String.valueOf(DIGITS.indexOf(c))).reduce("", String::concat);
    }
    int tens = ten == 0 ? 1 : DIGITS.indexOf(chinese.charAt(ten - 1));
    int ones = ten + 1 < chinese.length() ? DIGITS.indexOf(chinese.charAt(ten + 1)) : 0;
    return String.valueOf(10 * tens + Math.max(0, ones));
  }
}
