package jilu.validate;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import jilu.words.Language;
import jilu.words.Text;
import jilu.words.Words;

/** Every rule by its code: how much it weighs, what it says in each language, what it is for, how to do it right. */
public final class Rulebook {
  private static final String FOLDER = "/jilu/findings/";

  private final Properties rules = load("rules");
  private final Map<Language, Properties> words = Map.of(Language.EN, load("en"), Language.ZH, load("zh"));

  /** By their key: looked up once, since findings come in crowds. */
  private final Map<String, Case> cases = new ConcurrentHashMap<>();

  /** What one case of a rule, or else the rule, weighs and says, with places for arguments. */
  private record Case(Severity severity, Optional<Text> message, Optional<Text> hint) {}

  private static final class Loaded {
    static final Rulebook BOOK = new Rulebook();
  }

  private Rulebook() {}

  public static Rulebook get() {
    return Loaded.BOOK;
  }

  /**
   * What there is to know of a rule.
   *
   * @param others what some of its cases weigh instead
   * @param title what goes wrong, in a few words
   * @param purpose why it matters
   * @param chapter where the TEI Guidelines speak of it
   */
  public record Rule(
      String code,
      Severity severity,
      List<Severity> others,
      Text title,
      Text purpose,
      Optional<Text> wrong,
      Optional<Text> right,
      Optional<String> chapter) {

    /** {@code J112 (error) Date that programs cannot read}. */
    public String heading(Language language) {
      return Words.of("explain.heading", code, weight(), title).in(language);
    }

    private Text weight() {
      return others.stream().map(Severity::said)
          .reduce((one, other) -> Words.of("explain.weights.more", one, other))
          .map(all -> Words.of("explain.weights", severity.said(), all))
          .orElseGet(severity::said);
    }

    /** Everything by name, in one language. */
    public Map<String, String> in(Language language) {
      Map<String, String> all = new LinkedHashMap<>();
      all.put("code", code);
      all.put("severity", severity.toString());
      all.put("severityName", weight().in(language));
      all.put("title", title.in(language));
      all.put("purpose", purpose.in(language));
      wrong.ifPresent(text -> all.put("wrong", text.in(language)));
      right.ifPresent(text -> all.put("right", text.in(language)));
      chapter.ifPresent(letters -> all.put("guidelines", address(letters)));
      return all;
    }
  }

  /** Whether there is such a rule, without putting its words together. */
  boolean knows(String code) {
    return rules.containsKey(code);
  }

  public Optional<Rule> rule(String code) {
    if (!knows(code)) {
      return Optional.empty();
    }
    return Optional.of(
        new Rule(
            code,
            severity(code),
            others(code),
            text(code + ".title").orElseThrow(),
            text(code + ".why").orElseThrow(),
            example(code + ".wrong"),
            example(code + ".right"),
            value(code + ".chapter")));
  }

  private List<Severity> others(String code) {
    return Arrays.stream(Severity.values())
        .filter(weight -> weight != severity(code))
        .filter(weight -> rules.entrySet().stream()
            .anyMatch(rule -> rule.getKey().toString().startsWith(code + ".") && rule.getValue().equals(weight.toString())))
        .toList();
  }

  public Collection<String> codes() {
    var codes = new TreeMap<String, String>();
    rules.stringPropertyNames().stream().filter(key -> !key.contains(".")).forEach(key -> codes.put(key, key));
    return codes.keySet();
  }

  private Case at(String key) {
    Case known = cases.get(key);
    return known != null ? known : cases.computeIfAbsent(key, this::look);
  }

  private Case look(String key) {
    String weight = value(key).or(() -> value(code(key))).orElse("error");
    return new Case(
        Severity.valueOf(weight.toUpperCase(Locale.ROOT)),
        text(key).or(() -> text(code(key))),
        text(key + ".hint").or(() -> text(code(key) + ".hint")));
  }

  /** Some cases of a rule weigh less than the rest. */
  Severity severity(String key) {
    return at(key).severity();
  }

  /** What a rule weighs in a file of an edition, where that is more than elsewhere: a book is made of it. */
  Optional<Severity> severityInEdition(String code) {
    return value(code + ".edition").map(weight -> Severity.valueOf(weight.toUpperCase(Locale.ROOT)));
  }

  /** The attribute at fault where a rule speaks of an element's attribute. */
  Optional<String> attribute(String code) {
    return value(code + ".attribute");
  }

  /** Rules whose findings in a file explain those of this one there. */
  List<String> presupposed(String code) {
    return value(code + ".presupposes").map(codes -> List.of(codes.split(" "))).orElse(List.of());
  }

  /** Rules whose findings beside the place of this one, within the same parent, explain it. */
  List<String> explained(String code) {
    return value(code + ".follows").map(codes -> List.of(codes.split(" "))).orElse(List.of());
  }

  /** The element that is named alone where a schema allows it among many. */
  Optional<String> usual(String code) {
    return value(code + ".usual");
  }

  /** The element of a label, which ends with a colon. */
  Optional<String> label(String code) {
    return value(code + ".label");
  }

  /** The element that marks an omission. */
  Optional<String> omission(String code) {
    return value(code + ".omitted");
  }

  /** Whether a rule compares the text with the head of its file. */
  boolean readsHead(String code) {
    return value(code + ".reads").filter("head"::equals).isPresent();
  }

  /** Whether a rule speaks of a whole text, at its first paragraph: mistakes there do not explain it. */
  boolean readsText(String code) {
    return value(code + ".reads").filter("text"::equals).isPresent();
  }

  /** The case that has words for this element, or the case itself. */
  String special(String key, String element) {
    return words.get(Language.EN).containsKey(key + "." + element) ? key + "." + element : key;
  }

  /**
   * What a character is called.
   *
   * @param number in hexadecimal digits
   * @param kind whose name serves where it has none of its own
   */
  Text character(String number, String kind, Text itself) {
    return text("character." + number).orElseGet(() -> text("character." + kind).orElseThrow().filled(itself));
  }

  /** What a language is called, by its code, if it is written with Cyrillic letters. */
  Optional<Text> writtenInCyrillic(String language) {
    return text("cyrillic." + language);
  }

  /** What is said in this case of the rule, or of the rule. */
  Text message(String key, Object... arguments) {
    return at(key).message()
        .map(words -> words.filled(arguments))
        .orElseThrow(() -> new IllegalStateException("no words for " + key));
  }

  /** The advice for this case of the rule, or for the rule. */
  Optional<Text> hint(String key, Object... arguments) {
    return at(key).hint().map(words -> words.filled(arguments));
  }

  /** A chapter of the TEI Guidelines, by the letters that name it there. */
  public static String address(String chapter) {
    return "https://tei-c.org/release/doc/tei-p5-doc/en/html/" + chapter + ".html";
  }

  /** All rules as a page of the encoding manual, in Markdown. */
  public String page(Language language) {
    var page = new StringBuilder("# " + Words.of("explain.page").in(language) + "\n");
    for (String code : codes()) {
      Rule rule = rule(code).orElseThrow();
      page.append("\n## ").append(rule.heading(language)).append("\n\n");
      page.append(rule.purpose().in(language)).append('\n');
      rule.wrong().ifPresent(wrong -> page.append(example("explain.wrong", wrong, language)));
      rule.right().ifPresent(right -> page.append(example("explain.right", right, language)));
      rule.chapter().ifPresent(chapter -> page.append("\n<" + address(chapter) + ">\n"));
    }
    return page.toString();
  }

  private static String example(String label, Text markup, Language language) {
    return "\n" + Words.of(label).in(language) + "\n\n```xml\n" + markup.in(language) + "\n```\n";
  }

  static String code(String key) {
    return key.substring(0, 4);
  }

  private Optional<String> value(String key) {
    return Optional.ofNullable(rules.getProperty(key)).filter(value -> !value.isEmpty());
  }

  /** Markup, the same in every language unless it needs words. */
  private Optional<Text> example(String key) {
    return value(key).map(markup -> new Text(markup, words.get(Language.ZH).getProperty(key, markup)));
  }

  private Optional<Text> text(String key) {
    String en = words.get(Language.EN).getProperty(key);
    String zh = words.get(Language.ZH).getProperty(key);
    return en == null || zh == null ? Optional.empty() : Optional.of(new Text(en, zh));
  }

  /** Names joined for reading; of a long list the beginning. */
  public static Text list(Collection<String> names, int most) {
    List<String> shown = names.stream().limit(most).toList();
    String more = names.size() > most ? ", …" : "";
    return new Text(String.join(", ", shown) + more, String.join("、", shown) + (more.isEmpty() ? "" : "……"));
  }

  private static Properties load(String name) {
    var properties = new Properties();
    try (InputStream stream = Rulebook.class.getResourceAsStream(FOLDER + name + ".properties")) {
      if (stream == null) {
        throw new IllegalStateException("The program is incomplete: " + FOLDER + name + ".properties is missing.");
      }
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
