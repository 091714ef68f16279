package jilu.validate;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jilu.words.Language;
import jilu.words.Text;

/**
 * One problem, at the place where its author can mend it.
 *
 * @param code a stable name of the rule, {@code J} and three digits
 * @param line counts from 1; 1 where the problem concerns the file as a whole
 * @param column counts Unicode code points from 1
 * @param path the element around the place by local names, such as {@code /TEI/text[1]/body[1]/p[3]}; empty where
 *     there is none
 * @param said what is wrong
 * @param advice what to do, where that is not plain from the message
 * @param fix what to replace by what, where that is certain
 */
public record Finding(
    String code,
    Severity severity,
    Path file,
    int line,
    int column,
    String path,
    Text said,
    Optional<Text> advice,
    Optional<Fix> fix) {

  static final Comparator<Finding> BY_PLACE = Finding::compareByPlace;

  public Finding {
    requireNonNull(code);
    requireNonNull(severity);
    requireNonNull(file);
    requireNonNull(path);
    requireNonNull(said);
    requireNonNull(advice);
    requireNonNull(fix);
  }

  /**
   * A finding of the catalog of rules.
   *
   * @param key the code, or the code, a full stop and the case of it
   * @param arguments what stands for {0}, {1}, …; a {@link Text} is put in its own language
   */
  public static Finding of(String key, Place place, Object... arguments) {
    Rulebook book = Rulebook.get();
    String code = Rulebook.code(key);
    return at(code, book.severity(key), place, book.message(key, arguments), book.hint(key, arguments));
  }

  static Finding at(String code, Severity severity, Place place, Text message, Optional<Text> hint) {
    return new Finding(code, severity, place.file(), place.line(), place.column(), "", message, hint, Optional.empty());
  }

  public Place place() {
    return new Place(file, line, column);
  }

  public String message() {
    return said.en();
  }

  public Optional<String> hint() {
    return advice.map(Text::en);
  }

  Finding with(Fix certain) {
    return new Finding(code, severity, file, line, column, path, said, advice, Optional.of(certain));
  }

  Finding with(Optional<Fix> certain) {
    return certain.map(this::with).orElse(this);
  }

  Finding withoutFix() {
    return new Finding(code, severity, file, line, column, path, said, advice, Optional.empty());
  }

  Finding weighing(Severity other) {
    return new Finding(code, other, file, line, column, path, said, advice, fix);
  }

  /** The same finding, with more said of it. */
  Finding adding(Text more) {
    var all = new Text(without(said.en(), ".") + more.en(), without(said.zh(), "。") + more.zh());
    return new Finding(code, severity, file, line, column, path, all, advice, fix);
  }

  private static String without(String words, String end) {
    return words.endsWith(end) ? words.substring(0, words.length() - end.length()) : words;
  }

  /** The same finding elsewhere. */
  Finding at(Place place) {
    return new Finding(code, severity, place.file(), place.line(), place.column(), path, said, advice, fix);
  }

  /** The same finding, its element named. */
  Finding inside(String element) {
    return new Finding(code, severity, file, line, column, element, said, advice, fix);
  }

  /** The same finding, its file named otherwise. */
  public Finding in(Path other) {
    return new Finding(code, severity, other, line, column, path, said, advice, fix);
  }

  /** {@code file:line:column: severity CODE message}, the form that editors and terminals turn into a link. */
  public String headline(Language language) {
    String weight = severity.said().in(language);
    return file + ":" + line + ":" + column + ": " + weight + " " + code + " " + said.in(language);
  }

  /** The same with the advice, in one line. */
  public String toString(Language language) {
    return headline(language) + advice.map(text -> (language == Language.ZH ? "" : " ") + text.in(language)).orElse("");
  }

  /** Whether none of them is an error. */
  static boolean areSound(List<Finding> findings) {
    return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  private static int compareByPlace(Finding one, Finding other) {
    // Mostly they are of one file.
    int by = one.file == other.file ? 0 : one.file.toString().compareTo(other.file.toString());
    by = by != 0 ? by : Integer.compare(one.line, other.line);
    by = by != 0 ? by : Integer.compare(one.column, other.column);
    by = by != 0 ? by : one.code.compareTo(other.code);
    return by != 0 ? by : one.message().compareTo(other.message());
  }

  /** Of the place and of the words in one language: of many at one place only those tell them apart. */
  @Override
  public int hashCode() {
    return 31 * (31 * (31 * file.hashCode() + said.en().hashCode()) + line) + column;
  }

  @Override
  public String toString() {
    return toString(Language.EN);
  }
}
