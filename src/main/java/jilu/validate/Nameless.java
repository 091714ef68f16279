package jilu.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jilu.edition.Card;
import jilu.edition.Catalog;
import jilu.edition.Catalog.Pointer;
import jilu.edition.Catalog.Role;

/**
 * Entries that have no id, in files that are no documents: one of them may have lost that to which pointers go in vain.
 * They are looked for where there are such pointers only.
 */
final class Nameless {
  /** Where an entry stands: the root of a file, one of a register, or one of the edition's own. */
  enum Kind {
    ROOT,
    OF_REGISTER,
    OF_EDITION
  }

  /** @param words all that stands in it, with its tags */
  record Entry(Kind kind, String element, Place place, String words) {
    boolean isRoot() {
      return kind == Kind.ROOT;
    }
  }

  private final Catalog catalog;
  private final Places places;
  private final Strays strays;
  private final Map<String, Optional<Entry>> known = new HashMap<>();
  private Optional<List<Entry>> all = Optional.empty();

  Nameless(Catalog catalog, Places places, Strays strays) {
    this.catalog = catalog;
    this.places = places;
    this.strays = strays;
  }

  /**
   * The one entry that can have had an id.
   *
   * @param unlike whether no id that there is is like it
   */
  Optional<Entry> of(Pointer pointer, String id, boolean unlike) throws IOException {
    Optional<Entry> entry = known.get(id);
    if (entry == null) {
      entry = look(pointer, strays.to(id), unlike);
      known.put(id, entry);
    }
    return entry;
  }

  private Optional<Entry> look(Pointer pointer, List<Pointer> pointers, boolean unlike) throws IOException {
    List<Entry> ofKind =
        all().stream().filter(e -> e.isRoot() ? pointer.expects().isEmpty() : pointer.expects().contains(e.element()))
            .toList();
    List<Entry> named =
        ofKind.stream().filter(e -> pointers.stream().anyMatch(p -> !p.words().isBlank() && e.words().contains(p.words())))
            .toList();
    boolean mayBe = named.isEmpty() && ofKind.size() == 1 && mayBe(ofKind.get(0), pointers, unlike);
    return named.size() == 1 ? Optional.of(named.get(0)) : mayBe ? Optional.of(ofKind.get(0)) : Optional.empty();
  }

  /** In a register each entry should have one; elsewhere it takes more than one pointer to think so. */
  private static boolean mayBe(Entry entry, List<Pointer> pointers, boolean unlike) {
    return switch (entry.kind()) {
      case ROOT -> pointers.stream().map(Pointer::file).distinct().count() > 1;
      case OF_REGISTER -> unlike;
      case OF_EDITION -> unlike && pointers.size() > 1;
    };
  }

  private List<Entry> all() throws IOException {
    if (all.isEmpty()) {
      List<Entry> found = new ArrayList<>();
      Set<String> expected = strays.expected();
      for (Card card : catalog.cards()) {
        if (card.entry().role() != Role.DOCUMENT) {
          gather(card.entry(), expected, found);
        }
      }
      all = Optional.of(List.copyOf(found));
    }
    return all.get();
  }

  private void gather(Catalog.Entry entry, Set<String> expected, List<Entry> found) throws IOException {
    SourceText source = places.text(entry.file());
    String text = source.text();
    boolean[] seen = {false};
    Markup.scan(
        text,
        source.start(),
        piece -> {
          if (piece.kind() == Markup.Kind.START) {
            boolean root = !seen[0];
            seen[0] = true;
            boolean wanted = root || expected.contains(local(piece.name()));
            if (wanted && !text.substring(piece.start(), piece.end()).contains("xml:id")) {
              String words = root ? "" : text.substring(piece.start(), Markup.end(text, piece.start()));
              Kind kind =
                  root ? Kind.ROOT : entry.role() == Role.REGISTER ? Kind.OF_REGISTER : Kind.OF_EDITION;
              found.add(new Entry(kind, local(piece.name()), source.place(piece.start()), words));
            }
          }
        });
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }
}
