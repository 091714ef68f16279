package jilu.validate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jilu.edition.Card;
import jilu.edition.Catalog;
import jilu.edition.Catalog.Definition;
import jilu.edition.Catalog.Entry;
import jilu.edition.Catalog.Role;

/** Files whose own id is not their name, and the ids that are nowhere because of it. */
final class FileNames {
  /**
   * A file whose id should be its name.
   *
   * @param name that of the file, without folder and ending
   * @param owner the file whose id it has, if that is another's
   * @param lost whether the name could be an id and is none
   */
  record Difference(Card card, String name, Optional<Entry> owner, boolean lost) {
    /** Whether the ids within the file are named after the file, and none after the id that it has. */
    boolean isNamedWithin() {
      return begins(card, name) && !begins(card, card.entry().id());
    }
  }

  private final Map<String, List<Card>> sharing;
  private final Map<String, Difference> byFile = new LinkedHashMap<>();
  private final Map<String, Difference> byName = new HashMap<>();

  /** @param repeated by ids that are defined more than once, where */
  FileNames(Catalog catalog, Defined defined, Map<String, List<Definition>> repeated, Copies copies) {
    sharing =
        repeated.isEmpty()
            ? Map.of()
            : catalog.cards().stream().filter(card -> repeated.containsKey(card.entry().id()))
                .collect(Collectors.groupingBy(card -> card.entry().id()));
    for (Card card : catalog.cards()) {
      Entry entry = card.entry();
      String name = Copies.stem(entry.file());
      // Without an id the grammar asks for one; the file of the edition has any.
      if (!name.equals(entry.id()) && !entry.id().isEmpty() && entry.role() != Role.EDITION
          && !copies.isCopy(entry.file())) {
        Optional<Entry> owner = owner(card);
        if (card.isDocument() || owner.isPresent()) {
          boolean lost = Links.isId(name) && !defined.has(name);
          var difference = new Difference(card, name, owner, lost);
          byFile.put(entry.file(), difference);
          if (lost) {
            byName.put(name, difference);
          }
        }
      }
    }
  }

  /** Of the other files with the same id the one that is named after it, or else whose ids are. */
  private Optional<Entry> owner(Card card) {
    String id = card.entry().id();
    List<Card> others = sharing.getOrDefault(id, List.of()).stream().filter(other -> other != card).toList();
    return others.stream().filter(other -> Copies.stem(other.entry().file()).equals(id)).findFirst()
        .or(() -> others.stream().filter(other -> begins(other, id) && !begins(card, id)).findFirst())
        .map(Card::entry);
  }

  private static boolean begins(Card card, String id) {
    return card.definitions().stream().anyMatch(d -> d.id().startsWith(id + "."));
  }

  List<Difference> all() {
    return List.copyOf(byFile.values());
  }

  /** Whether the id stands on a file that should have another, and belongs to another file. */
  boolean isOfAnother(Definition definition) {
    Optional<Difference> difference = Optional.ofNullable(byFile.get(definition.file()));
    return difference.filter(d -> d.owner().isPresent() && d.card().entry().id().equals(definition.id())).isPresent();
  }

  /** The file that should have an id which is nowhere. */
  Optional<Difference> lacking(String id) {
    return Optional.ofNullable(byName.get(id));
  }

  /** The ids that files lack. */
  Set<String> lost() {
    return byName.keySet();
  }
}
