package jilu.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jilu.edition.Card;
import jilu.edition.Catalog;
import jilu.edition.Catalog.Classed;
import jilu.edition.Catalog.Kind;

/**
 * Whether the subtitle of a document names another kind than its header. Only its last words say what it is: a telegram
 * may be about a note, and a note about an agreement.
 */
final class Kinds {
  /** What may follow: (excerpt), a colon. */
  private static final Pattern AFTER =
      Pattern.compile("(?:\\s*[(（\\[〔【][^()（）\\[\\]〔〕【】]*[)）\\]〕】]|[\\p{P}\\s])++$");

  /** A telegram or a letter to someone, of whose name one sign is enough: 致某人电. */
  private static final Pattern SHORT = Pattern.compile(".*[致给給].+(?<sign>[电電函信])");

  private final List<Kind> all;

  private Kinds(Catalog catalog) {
    all = catalog.kinds().toList();
  }

  static List<Finding> check(Catalog catalog, Places places) throws IOException {
    var kinds = new Kinds(catalog);
    List<Finding> findings = new ArrayList<>();
    if (kinds.all.size() > 1) {
      for (Card card : catalog.cards()) {
        findings.addAll(kinds.check(card.classed(), places));
      }
    }
    return findings;
  }

  private List<Finding> check(List<Classed> ofFile, Places places) throws IOException {
    List<Kind> own =
        all.stream()
            .filter(kind -> ofFile.stream().anyMatch(classed -> classed.kinds().contains("#" + kind.id()))).toList();
    List<Finding> findings = new ArrayList<>();
    for (Classed classed : ofFile) {
      Optional<Kind> given = own.stream().filter(kind -> classed.kinds().equals(List.of("#" + kind.id()))).findFirst();
      if (given.filter(kind -> !kind.names().isEmpty()).isPresent()) {
        Optional<Said> other =
            classed.subtitles().stream().anyMatch(words -> own.stream().anyMatch(kind -> isSaid(kind, words)))
                ? Optional.empty()
                : said(classed, given.get(), own);
        if (other.isPresent()) {
          findings.add(told(classed, given.get(), other.get(), places));
        }
      }
    }
    return findings;
  }

  private static Finding told(Classed classed, Kind given, Said other, Places places) throws IOException {
    return Finding.of(
        "J318", places.place(classed.file(), classed.tag(), "target"), other.subtitle(), other.kind().names().get(0),
        other.kind().id(), "target", given.id(), given.names().get(0));
  }

  /** A subtitle, and the kind that it names. */
  private record Said(String subtitle, Kind kind) {}

  private Optional<Said> said(Classed classed, Kind given, List<Kind> own) {
    return all.stream()
        .filter(kind -> kind.list().equals(given.list()) && !own.contains(kind))
        .filter(kind -> own.stream().noneMatch(one -> areAkin(one, kind)))
        .flatMap(
            kind ->
                classed.subtitles().stream().filter(words -> isSaid(kind, words)).map(words -> new Said(words, kind)))
        .findFirst();
  }

  /** Whether a name of one is within a name of the other: talks, and record of talks. */
  private static boolean areAkin(Kind one, Kind other) {
    return one.names().stream()
        .anyMatch(name -> other.names().stream().anyMatch(n -> n.contains(name) || name.contains(n)));
  }

  private static boolean isSaid(Kind kind, String subtitle) {
    String words = AFTER.matcher(subtitle).replaceFirst("").toLowerCase(Locale.ROOT);
    var sign = SHORT.matcher(words);
    return kind.names().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(
            name -> ends(words, name) || sign.matches() && name.length() == 2 && name.contains(sign.group("sign")));
  }

  private static boolean ends(String words, String name) {
    int at = words.length() - name.length();
    return words.endsWith(name)
        && (at == 0 || Character.isIdeographic(name.codePointAt(0)) || !Character.isLetter(words.charAt(at - 1)));
  }
}
