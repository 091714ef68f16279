package jilu.validate;

import java.util.Comparator;
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

  /** Entries of registers and of the edition, and the edition itself, to which nothing points. */
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
    Set<String> expected = expected();
    List<Definition> entries =
        catalog.cards().stream()
            .filter(card -> card.entry().role() != Role.DOCUMENT)
            .flatMap(card -> card.definitions().stream().filter(d -> isEntry(d, card, expected))).toList();
    Set<String> ids = entries.stream().map(Definition::id).collect(Collectors.toSet());
    Set<String> reached = catalog.pointers().map(Pointer::id).filter(ids::contains).collect(Collectors.toSet());
    orphans = entries.stream().filter(entry -> !reached.contains(entry.id())).toList();
  }

  /** In a register, the edition itself, or in its head what pointers are meant to go to. */
  private static boolean isEntry(Definition definition, Card card, Set<String> expected) {
    return card.entry().role() == Role.REGISTER
        || definition.id().equals(card.entry().id())
        || expected.contains(definition.element());
  }

  /** All that point to an id that is not there. */
  List<Pointer> to(String id) {
    return strays.getOrDefault(id, List.of());
  }

  /** The elements to one of which some of them are meant to go. */
  Set<String> expected() {
    return strays.values().stream().flatMap(List::stream).flatMap(p -> p.expects().stream()).collect(Collectors.toSet());
  }

  /** The one id to which more files point than to any other, and more than one. */
  Optional<String> mostWanted() {
    Map<String, Long> files =
        byFile.keySet().stream().collect(Collectors.groupingBy(of -> of.get(1), Collectors.counting()));
    long most = files.values().stream().max(Comparator.naturalOrder()).orElse(0L);
    List<String> ids = files.keySet().stream().filter(id -> files.get(id) == most).toList();
    return most > 1 && ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
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
