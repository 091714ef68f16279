package jilu.validate;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jilu.edition.Catalog;
import jilu.edition.Catalog.Called;
import jilu.edition.Catalog.Letter;
import jilu.edition.Catalog.Title;

/**
 * Whether the title of a letter says that the addressee wrote to the sender. Only a title that is made of both names and
 * of what stands between them says so: one that speaks of another letter may be that of the answer, unless it says no
 * more than who answers whom.
 */
final class Letters {
  private static final Pattern TITLE = Pattern.compile("(?<from>.+?)(?:致[电電函信书書]?|[给給]|\\sto\\s)(?<to>.+)");

  private static final Pattern ANSWER =
      Pattern.compile("[复復覆答回批评評]|\\b(?:repl|answer|respon)", Pattern.CASE_INSENSITIVE);

  private static final Pattern REPLY =
      Pattern.compile("(?<from>[^致给給的]+?)(?:[回答][复復覆]|[复復覆])(?<to>[^致给給的]+)");

  /** What may stand before a name: a date, Telegram from. */
  private static final String BEFORE = "(?:.*日|\\p{L}+\\s(?:from|of|by)\\s)?[^\\p{L}]*";

  /** Forms of address follow a Chinese name without a space. */
  private static final String ADDRESS = "(?:(?![的之])\\p{IsHan}){0,3}";

  /** The names of those who write or are written to. */
  private final Map<String, List<String>> names = new HashMap<>();

  private Letters(Catalog catalog) {
    Set<String> all =
        catalog.letters().flatMap(letter -> Stream.concat(letter.senders().stream(), letter.addressees().stream()))
            .collect(toUnmodifiableSet());
    catalog.called().filter(one -> all.contains("#" + one.id())).forEach(this::add);
  }

  private void add(Called one) {
    names.put("#" + one.id(), one.names().stream().filter(name -> !name.isEmpty()).toList());
  }

  static List<Finding> check(Catalog catalog, Places places) throws IOException {
    var names = new Letters(catalog);
    List<Finding> findings = new ArrayList<>();
    for (Letter letter : (Iterable<Letter>) catalog.letters()::iterator) {
      for (Title title : letter.titles()) {
        Optional<Said> said = names.said(title.words(), letter.addressees(), letter.senders());
        if (said.isPresent()) {
          findings.add(names.exchanged(title, said.get(), letter, places));
          break;
        }
      }
    }
    return findings;
  }

  /** Told at the header, unless the text itself agrees with that: then it is the title that is wrong. */
  private Finding exchanged(Title title, Said said, Letter letter, Places places) throws IOException {
    Optional<String> head =
        letter.heads().stream().filter(words -> said(words, letter.senders(), letter.addressees()).isPresent()).findFirst();
    boolean asHeader = agrees(letter, letter.senders(), letter.addressees());
    if (agrees(letter, letter.addressees(), letter.senders())) {
      String key = asHeader || head.isPresent() ? "J315" : "J315.header";
      return Finding.of(key, places.place(letter.file(), letter.tag()), title.words(), said.from(), said.to());
    }
    if (head.isPresent() || asHeader) {
      String key = head.isPresent() ? "J315.head" : "J315.titled";
      return Finding.of(key, places.place(letter.file(), title.tag()), said.from(), said.to(), head.orElse(""));
    }
    return Finding.of("J315", places.place(letter.file(), letter.tag()), title.words(), said.from(), said.to());
  }

  /** Whether any of the first signs the text, or it greets any of the others. */
  private static boolean agrees(Letter letter, List<String> senders, List<String> addressees) {
    return letter.signing().stream().anyMatch(senders::contains)
        || letter.greeted().stream().anyMatch(addressees::contains);
  }

  /** The names by which a title says who wrote to whom. */
  private record Said(String from, String to) {}

  /** Whether a title says that the first wrote to the others. */
  private Optional<Said> said(String title, List<String> senders, List<String> addressees) {
    Matcher parts = (ANSWER.matcher(title).find() ? REPLY : TITLE).matcher(title);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Optional<String> from = named(senders).filter(name -> ends(parts.group("from"), name)).findFirst();
    Optional<String> to = named(addressees).filter(name -> begins(parts.group("to"), name)).findFirst();
    boolean otherwise =
        named(addressees).anyMatch(parts.group("from")::contains)
            || named(senders).anyMatch(parts.group("to")::contains);
    return otherwise || from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : Optional.of(new Said(from.get(), to.get()));
  }

  private Stream<String> named(List<String> pointers) {
    return pointers.stream().flatMap(pointer -> names.getOrDefault(pointer, List.of()).stream());
  }

  private static boolean ends(String words, String name) {
    return words.strip().matches(BEFORE + Pattern.quote(name) + ADDRESS);
  }

  private static boolean begins(String words, String name) {
    return words.strip().matches(Pattern.quote(name) + (isHan(name) ? ".*" : "(?!\\p{L}).*"));
  }

  private static boolean isHan(String name) {
    return Character.isIdeographic(name.codePointBefore(name.length()));
  }
}
