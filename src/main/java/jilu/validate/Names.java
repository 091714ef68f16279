package jilu.validate;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What people write when they mean something else: names of HTML and of older TEI, entities of HTML, slips. */
public final class Names {
  /** The place of a value in what TEI P5 has for an element. */
  private static final Pattern KEPT = Pattern.compile("\\{([\\w:]*\\w)(:?)}");

  private final Properties names = new Properties();

  /** By name, the signs under which it stands: asked of every tag. */
  private final Map<String, String> signs = new HashMap<>();

  private static final class Loaded {
    static final Names NAMES = new Names();
  }

  private Names() {
    try (InputStream stream = Names.class.getResourceAsStream("/jilu/findings/names.properties")) {
      names.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      names.stringPropertyNames().forEach(name -> signs.merge(name.substring(1), name.substring(0, 1), String::concat));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Names get() {
    return Loaded.NAMES;
  }

  /** The character that an entity of HTML stands for. */
  Optional<String> character(String entity) {
    return Optional.ofNullable(names.getProperty("&" + entity));
  }

  /** What TEI P5 has for an element of HTML or of TEI P4, as one would write it; the usual way comes first. */
  List<String> elements(String foreign) {
    return elements(foreign, Map.of());
  }

  /** @param values those of its attributes that TEI P5 keeps, by their names */
  List<String> elements(String foreign, Map<String, String> values) {
    Stream<String> schemes =
        values.values().stream().filter(value -> value.indexOf(':') > 0)
            .map(value -> foreign + "/" + value.substring(0, value.indexOf(':')));
    return Stream.concat(schemes, Stream.of(foreign)).flatMap(this::ways).map(way -> filled(way, values)).toList();
  }

  private Stream<String> ways(String foreign) {
    String known = names.getProperty("<" + foreign);
    return known == null ? Stream.empty() : Stream.of(known.split(" \\| "));
  }

  private static String filled(String way, Map<String, String> values) {
    return KEPT.matcher(way).replaceAll(
        kept -> {
          String value = values.getOrDefault(kept.group(1), "…");
          String shown = kept.group(2).isEmpty() ? value : value.replaceFirst("^[^:]*:", "").replaceFirst("\\?.*", "");
          return Matcher.quoteReplacement(shown);
        });
  }

  /** The attributes of an element of HTML or of TEI P4 whose values TEI P5 keeps. */
  List<String> kept(String foreign) {
    return ways(foreign).flatMap(way -> KEPT.matcher(way).results()).map(kept -> kept.group(1)).distinct().toList();
  }

  /** The usual way of TEI P5 to write an element of HTML or of TEI P4. */
  Optional<String> element(String foreign) {
    return elements(foreign).stream().findFirst();
  }

  /** The name of an element as one would write it with its attributes. */
  static String nameOf(String written) {
    return written.split("[ />]", 2)[0];
  }

  /** Whether anything here tells that it is an element of TEI or of HTML. */
  boolean isElement(String name) {
    return signs.getOrDefault(name, "").chars().anyMatch(sign -> OF_ELEMENTS.indexOf(sign) >= 0)
        || Meant.ELEMENTS.contains(name);
  }

  private static final String OF_ELEMENTS = "<_|%-+*>?~/.(,";

  /** What is meant by other names; looked for once it is asked for. */
  private static final class Meant {
    static final Set<String> ELEMENTS =
        get().names.stringPropertyNames().stream()
            .filter(name -> name.startsWith("<"))
            .flatMap(name -> get().elements(name.substring(1)).stream())
            .map(Names::nameOf)
            .collect(Collectors.toSet());
  }

  /** Whether an element shows tags as its text, or speaks of them. */
  boolean showsTags(String element) {
    return is('(', element);
  }

  /** Whether the name of an element is no word, so that in brackets it is a tag even without an end tag. */
  boolean isTagAlone(String element) {
    return is(',', element);
  }

  private boolean is(char sign, String element) {
    return signs.getOrDefault(element, "").indexOf(sign) >= 0;
  }

  /** Whether an element never has an end tag of its own in TEI or in HTML. */
  boolean isEmpty(String element) {
    return is('/', element);
  }

  /** Whether the printed words of an element are set apart by spaces, as titles and names in signatures are. */
  boolean isSpaced(String element) {
    return is('_', element);
  }

  /** Whether an element of HTML says nothing but how its words look. */
  boolean isOfLooks(String element) {
    return is('~', element);
  }

  /** Whether the words of an element run on through those within it, as in a paragraph. */
  boolean isParagraph(String element) {
    return is('|', element);
  }

  /** Whether it is a paragraph that ends what it begins to quote, as a heading does. */
  boolean isWhole(String element) {
    return "whole".equals(names.getProperty("|" + element));
  }

  /** Whether an element says nothing of what it holds but that it is a paragraph. */
  boolean isPlain(String element) {
    return is('%', element);
  }

  /** Whether an element says that words of the source are left out. */
  boolean isOmission(String element) {
    return is('-', element);
  }

  /** Whether it is the entry of someone, who is never called by the name of a place. */
  boolean isSomeone(String element) {
    return is('$', element);
  }

  /** Whether an element holds all that it quotes, with its marks. */
  boolean isQuotation(String element) {
    return is('+', element);
  }

  /** Whether an element gives words beside or in the place of others. */
  boolean isAlternative(String element) {
    return is('?', element);
  }

  /** The elements that may be meant by one that stands where it may not. */
  List<String> confused(String element) {
    String others = names.getProperty("*" + element, "");
    return others.isEmpty() ? List.of() : List.of(others.split(" "));
  }

  /** Whether an element belongs into another one where it stands beside it. */
  boolean isPart(String element, String other) {
    return List.of(names.getProperty(">" + element, "").split(" ")).contains(other);
  }

  /** The elements that have an attribute which one lacks. */
  List<String> bearers(String element, String attribute) {
    String others = names.getProperty(";" + element + "/" + attribute, "");
    return others.isEmpty() ? List.of() : List.of(others.split(" "));
  }

  /** The attribute of TEI that is mostly meant by another one. */
  Optional<String> instead(String attribute) {
    return Optional.ofNullable(names.getProperty("$" + attribute));
  }

  /** The pairs of attributes for two dates that were written into one. */
  List<List<String>> spans(String attribute) {
    String pairs = names.getProperty("[" + attribute, "");
    return pairs.isEmpty() ? List.of() : Stream.of(pairs.split(" ")).map(pair -> List.of(pair.split("/"))).toList();
  }

  /** How elements of a namespace begin where they stand among those of another. */
  Optional<String> prefix(String namespace) {
    return Optional.ofNullable(names.getProperty("{" + namespace + "}"));
  }

  /** Whether elements of a namespace stand for other files. */
  boolean isInclusion(String namespace) {
    return names.containsKey("}" + namespace);
  }

  /** Whether one namespace is another with a slip: one that is known for itself is none. */
  boolean isSlip(String written, String namespace) {
    return !written.equals(namespace) && prefix(written).isEmpty() && near(written, List.of(namespace)).isPresent();
  }

  /** The namespace for which a prefix mostly stands. */
  Optional<String> namespace(String prefix) {
    return names.stringPropertyNames().stream()
        .filter(name -> name.startsWith("{") && names.getProperty(name).equals(prefix))
        .map(name -> name.substring(1, name.length() - 1))
        .findFirst();
  }

  /** What TEI P5 calls an attribute of HTML or of TEI P4. */
  Optional<String> attribute(String foreign) {
    return Optional.ofNullable(names.getProperty("@" + foreign));
  }

  /** Whether an attribute points to entries of the edition. */
  boolean isPointer(String attribute) {
    return is(')', attribute);
  }

  /** What TEI P5 puts around an element and another one that was an attribute of the first in TEI P4. */
  Optional<String> aroundBoth(String element, String attribute) {
    return Optional.ofNullable(names.getProperty("^" + element + "/" + attribute));
  }

  /** The one of the candidates that was most probably meant: at most one slip in three letters, and one is right. */
  public static Optional<String> near(String written, Collection<String> candidates) {
    int limit = Math.max(1, written.length() / 3);
    var distance = new LevenshteinDistance(limit + 1);
    String lower = written.toLowerCase(Locale.ROOT);
    record Candidate(String name, int distance) {}
    List<Candidate> close =
        candidates.stream()
            .distinct()
            .map(name -> new Candidate(name, slips(distance, lower, name.toLowerCase(Locale.ROOT))))
            .filter(c -> c.distance() >= 0 && c.distance() <= (begins(lower, c.name()) ? limit : 1))
            .filter(c -> c.distance() < Math.max(written.length(), c.name().length()))
            .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
            .toList();
    return close.stream().findFirst().map(Candidate::name);
  }

  /** The first letter is seldom wrong; where it is, nothing else may be. */
  private static boolean begins(String written, String name) {
    return !written.isEmpty() && !name.isEmpty() && Character.toLowerCase(name.charAt(0)) == written.charAt(0);
  }

  /** Two letters that changed places are one slip. */
  private static int slips(LevenshteinDistance distance, String written, String name) {
    return isExchanged(written, name) ? 1 : distance.apply(written, name);
  }

  private static boolean isExchanged(String written, String name) {
    int length = written.length();
    if (name.length() != length) {
      return false;
    }
    int i = 0;
    while (i < length && written.charAt(i) == name.charAt(i)) {
      i++;
    }
    return i + 1 < length
        && written.charAt(i) == name.charAt(i + 1)
        && written.charAt(i + 1) == name.charAt(i)
        && written.regionMatches(i + 2, name, i + 2, length - i - 2);
  }
}
