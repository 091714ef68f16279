package jilu.validate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jilu.edition.Card;
import jilu.edition.Catalog;
import jilu.edition.Catalog.Definition;
import jilu.edition.Catalog.Entry;

/** Files that were made from another one and still have its ids. */
final class Copies {
  /** Fewer ids may be the same by chance. */
  private static final int FEWEST = 2;

  /** By the copy, the file whose ids they are. */
  private final Map<String, Entry> originals = new HashMap<>();

  /** @param repeated by ids that are defined more than once, where */
  Copies(Catalog catalog, Map<String, List<Definition>> repeated) {
    if (repeated.isEmpty()) {
      return;
    }
    Map<String, Card> cards = new HashMap<>();
    catalog.cards().forEach(card -> cards.put(card.entry().file(), card));
    Map<String, Map<String, Integer>> shared = new HashMap<>();
    for (List<Definition> same : repeated.values()) {
      String owner = owner(same, cards);
      Set<String> files = new HashSet<>(same.stream().map(Definition::file).toList());
      files.remove(owner);
      files.forEach(file -> shared.computeIfAbsent(file, f -> new HashMap<>()).merge(owner, 1, Integer::sum));
    }
    shared.forEach(
        (file, owners) -> {
          var most = owners.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
          int ids = cards.get(file).definitions().size();
          if (most.getValue() >= FEWEST && 2 * most.getValue() > ids && !originals.containsKey(most.getKey())) {
            originals.put(file, cards.get(most.getKey()).entry());
          }
        });
  }

  /** The file after which an id is named, or else one that is named as it should be; copies have the longer names. */
  private static String owner(List<Definition> same, Map<String, Card> cards) {
    return same.stream()
        .min(
            Comparator.comparing((Definition d) -> !isOf(stem(d.file()), d.id()))
                .thenComparing(d -> !stem(d.file()).equals(cards.get(d.file()).entry().id()))
                .thenComparing(d -> d.file().length())
                .thenComparing(Definition::file))
        .orElseThrow()
        .file();
  }

  /** Whether an id is that of the file with this name, or begins with it. */
  static boolean isOf(String stem, String id) {
    return id.startsWith(stem) && (id.length() == stem.length() || id.charAt(stem.length()) == '.');
  }

  /** The name of a file without folder and ending. */
  static String stem(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    return name.endsWith(".xml") ? name.substring(0, name.length() - ".xml".length()) : name;
  }

  /** The file from which another was copied. */
  Optional<Entry> original(Entry copy) {
    return Optional.ofNullable(originals.get(copy.file()));
  }

  boolean areNone() {
    return originals.isEmpty();
  }

  boolean isCopy(String file) {
    return originals.containsKey(file);
  }
}
