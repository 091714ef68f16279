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
   * A file that should have another id.
   *
   * @param name what its id should be: the name of the file without folder and ending, but for the edition’s own
   * @param owner the file whose id it has, if that is another's
   * @param lost whether the name could be an id and is none
   */
  record Difference(Card card, String name, Optional<Entry> owner, boolean lost) {
    /** Whether the ids within the file are named after the file, and none after the id that it has. */
    boolean isNamedWithin() {
      return begins(card, name) && !begins(card, card.entry().id());
    }
  }

  /** By ids of several files, the file that is named after the id, or else one whose ids are. */
  private final Map<String, Card> owners = new HashMap<>();

  private final Map<String, Difference> byFile = new LinkedHashMap<>();
  private final Map<String, Difference> byName = new HashMap<>();

  /**
   * @param repeated by ids that are defined more than once, where
   * @param strays pointers to nothing
   */
  FileNames(
      Catalog catalog, Defined defined, Map<String, List<Definition>> repeated, Copies copies, Strays strays) {
    if (!repeated.isEmpty()) {
      catalog.cards().stream().filter(card -> repeated.containsKey(card.entry().id()))
          .collect(Collectors.groupingBy(card -> card.entry().id()))
          .forEach((id, sharing) -> owner(id, sharing).ifPresent(owner -> owners.put(id, owner)));
    }
    for (Card card : catalog.cards()) {
      Entry entry = card.entry();
      String name = Copies.stem(entry.file());
      // Without an id the grammar asks for one.
      if (!name.equals(entry.id()) && !entry.id().isEmpty() && !copies.isCopy(entry.file())) {
        Optional<Entry> owner = owner(card);
        if (entry.role() == Role.EDITION) {
          // It may have any id; which it had, those tell that point to it.
          owner.flatMap(other -> strays.mostWanted())
              .ifPresent(lost -> add(new Difference(card, lost, owner, true)));
        } else if (card.isDocument() || owner.isPresent()) {
          add(new Difference(card, name, owner, Links.isId(name) && !defined.has(name)));
        }
      }
    }
  }

  private void add(Difference difference) {
    byFile.put(difference.card().entry().file(), difference);
    if (difference.lost()) {
      byName.put(difference.name(), difference);
    }
  }

  private static Optional<Card> owner(String id, List<Card> sharing) {
    return sharing.stream().filter(card -> Copies.stem(card.entry().file()).equals(id)).findFirst()
        .or(() -> sharing.stream().filter(card -> begins(card, id)).findFirst());
  }

  /** The other file whose id it is. */
  private Optional<Entry> owner(Card card) {
    String id = card.entry().id();
    return Optional.ofNullable(owners.get(id))
        .filter(owner -> owner != card && (Copies.stem(owner.entry().file()).equals(id) || !begins(card, id)))
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
