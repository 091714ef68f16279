package jilu.validate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jilu.edition.Card;
import jilu.edition.Catalog;
import jilu.edition.Catalog.Definition;
import jilu.edition.Catalog.Pointer;
import jilu.edition.Catalog.Role;

/** Pointers to nothing, by what they point to: a slip is told once in a file, the new name of an entry once in all. */
final class Strays {
  private final Map<String, List<Pointer>> strays;
  private final Map<List<String>, List<Pointer>> byFile;

  /** Entries of registers to which nothing points. */
  private final List<Definition> orphans;

  /**
   * @param suspects all files that have strays
   * @param defined all ids
   */
  Strays(Catalog catalog, List<Card> suspects, Defined defined) {
    strays =
        suspects.stream().flatMap(card -> card.pointers().stream()).filter(p -> !defined.has(p.id()))
            .collect(Collectors.groupingBy(Pointer::id));
    byFile =
        strays.values().stream().flatMap(List::stream).collect(Collectors.groupingBy(p -> List.of(p.file(), p.id())));
    if (strays.isEmpty()) {
      orphans = List.of();
      return;
    }
    List<Definition> entries =
        catalog.cards().stream()
            .filter(card -> card.entry().role() == Role.REGISTER).flatMap(card -> card.definitions().stream()).toList();
    Set<String> ids = entries.stream().map(Definition::id).collect(Collectors.toSet());
    Set<String> reached = catalog.pointers().map(Pointer::id).filter(ids::contains).collect(Collectors.toSet());
    orphans = entries.stream().filter(entry -> !reached.contains(entry.id())).toList();
  }

  /** All that point to an id that is not there. */
  List<Pointer> to(String id) {
    return strays.getOrDefault(id, List.of());
  }

  boolean isFirstOfAll(Pointer pointer) {
    return to(pointer.id()).get(0).equals(pointer);
  }

  boolean isFirst(Pointer pointer) {
    return inFile(pointer).get(0).equals(pointer);
  }

  /** Those in the same file that come after it. */
  List<Pointer> others(Pointer pointer) {
    return inFile(pointer).stream().skip(1).toList();
  }

  private List<Pointer> inFile(Pointer pointer) {
    return byFile.get(List.of(pointer.file(), pointer.id()));
  }

  boolean isOrphan(String id) {
    return orphans.stream().anyMatch(orphan -> orphan.id().equals(id));
  }

  /**
   * The entry that seems to have had this id: the only one of its kind, or of those that are nearest, to which nothing
   * points.
   *
   * @param near the ids that are nearest
   */
  Optional<Definition> renamed(String id, List<String> expects, List<String> near) {
    if (to(id).size() < 2) {
      return Optional.empty();
    }
    List<Definition> candidates =
        orphans.stream()
            .filter(d -> near.isEmpty() ? expects.contains(d.element()) : near.contains(d.id()))
            .toList();
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }
}
