package jilu.validate;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jilu.edition.Card;
import jilu.edition.Catalog;
import jilu.edition.Catalog.Headed;

/** Whether the header of a document has the title of another, as where it was copied from there. */
final class Titles {
  private Titles() {}

  /** Told where the text of the other document has the title too, and that of this one does not. */
  static List<Finding> check(Catalog catalog, Places places) throws IOException {
    Set<String> doubtful =
        catalog.cards().stream().flatMap(card -> card.headed().stream()).filter(headed -> !agrees(headed))
            .map(headed -> plain(headed.title().words())).collect(toUnmodifiableSet());
    Map<String, String> bearers = new HashMap<>();
    for (Card card : catalog.cards()) {
      card.headed().stream().filter(Titles::agrees).map(headed -> plain(headed.title().words()))
          .filter(doubtful::contains)
          .forEach(title -> bearers.putIfAbsent(title, name(card.entry())));
    }
    List<Finding> findings = new ArrayList<>();
    for (Card card : bearers.isEmpty() ? List.<Card>of() : catalog.cards()) {
      for (Headed headed : card.headed()) {
        String bearer = bearers.get(plain(headed.title().words()));
        if (bearer != null && !agrees(headed)) {
          findings.add(
              Finding.of(
                  "J319", places.place(headed.file(), headed.title().tag()), headed.title().words(), bearer,
                  headed.heads().get(0)));
        }
      }
    }
    return findings;
  }

  private static String name(Catalog.Entry entry) {
    return entry.id().isEmpty() ? entry.file() : entry.id();
  }

  private static boolean agrees(Headed headed) {
    return headed.heads().stream().anyMatch(head -> plain(head).equals(plain(headed.title().words())));
  }

  /** Without spaces, which a line that ends may be, and marks. */
  private static String plain(String title) {
    return title.replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
