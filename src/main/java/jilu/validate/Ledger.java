package jilu.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jilu.edition.Catalog;
import jilu.edition.Edition;

/**
 * The ids that were released, each with the version that first had it, its document, and its words at the last release.
 * An id that is no longer there needs a tombstone: a person writes into its line where it went.
 *
 * @param path the table {@code tei/released.tsv}
 * @param broken what cannot be read of it
 */
public record Ledger(Path path, List<Line> lines, List<Finding> broken) {
  private static final String HEAD = "id\tdocument\tsince\tmoved\ttext";
  private static final int COLUMNS = 5;

  /** One id; {@code moved} is empty, or another id, or a reason in words why it is gone. */
  public record Line(String id, String document, String since, String moved, String text) {
    private String written() {
      return String.join("\t", id, document, since, moved, text);
    }
  }

  public Ledger {
    lines = List.copyOf(lines);
    broken = List.copyOf(broken);
  }

  /** The ledger of an edition; empty before the first release. */
  public static Ledger of(Edition edition) throws IOException {
    Path path = edition.tei().resolve("released.tsv");
    if (!Files.exists(path)) {
      return new Ledger(path, List.of(), List.of());
    }
    List<Line> lines = new ArrayList<>();
    List<Finding> broken = new ArrayList<>();
    int number = 0;
    for (String row : PlainText.read(path, broken).orElse("").lines().toList()) {
      number++;
      String[] cells = row.split("\t", -1);
      if (cells.length != COLUMNS) {
        broken.add(Finding.of("J333", new Place(path, number, 1), COLUMNS, cells.length));
      } else if (number > 1) {
        lines.add(new Line(cells[0], cells[1], cells[2], cells[3], cells[4]));
      }
    }
    return new Ledger(path, lines, broken);
  }

  /**
   * What was released and is no longer there without a word of where it went.
   *
   * @param told the ids of which it was told why they are not there
   */
  public List<Finding> check(Catalog catalog, Set<String> told) {
    if (!broken.isEmpty() || lines.isEmpty()) {
      return broken;
    }
    Set<String> released = lines.stream().map(Line::id).collect(Collectors.toSet());
    Set<String> named = lines.stream().flatMap(line -> Stream.of(line.id(), line.moved())).collect(Collectors.toSet());
    Set<String> present = ids(catalog).filter(named::contains).collect(Collectors.toSet());
    // Only an id that has vanished is compared with others.
    List<String> fresh =
        present.containsAll(released)
            ? List.of()
            : ids(catalog).filter(id -> !released.contains(id)).distinct().toList();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      var place = new Place(path, i + 2, 1);
      if (present.contains(line.id())) {
        if (!line.moved().isEmpty()) {
          findings.add(Finding.of("J331", place, line.id()));
        }
      } else if (line.moved().isEmpty() && !told.contains(line.id())) {
        findings.add(
            Names.near(line.id(), fresh)
                .map(near -> Finding.of("J330.near", place, line.id(), line.since(), near))
                .orElseGet(() -> Finding.of("J330", place, line.id(), line.since())));
      } else if (isId(line.moved()) && !present.contains(line.moved()) && !released.contains(line.moved())) {
        findings.add(Finding.of("J332", place, line.id(), line.moved()));
      }
    }
    return findings;
  }

  private static Stream<String> ids(Catalog catalog) {
    return catalog.definitions().map(Catalog.Definition::id);
  }

  /** Where each vanished id went; by way of others, if they went on. */
  public Map<String, String> tombstones() {
    Map<String, String> direct = new TreeMap<>();
    lines.stream().filter(line -> !line.moved().isEmpty()).forEach(line -> direct.put(line.id(), line.moved()));
    Map<String, String> last = new TreeMap<>();
    direct.forEach(
        (id, target) -> {
          String end = target;
          for (int steps = 0; direct.containsKey(end) && steps < direct.size(); steps++) {
            end = direct.get(end);
          }
          last.put(id, end);
        });
    return last;
  }

  public boolean has(String version) {
    return lines.stream().anyMatch(line -> line.since().equals(version));
  }

  /** The ledger after a release: ids of today with today's words, and the tombstones of before, without theirs. */
  public Ledger frozen(String version, Map<String, Line> today) {
    Map<String, Line> all = new LinkedHashMap<>();
    lines.forEach(line -> all.put(line.id(), new Line(line.id(), line.document(), line.since(), line.moved(), "")));
    today.forEach(
        (id, line) -> {
          String since = all.containsKey(id) ? all.get(id).since() : version;
          all.put(id, new Line(id, line.document(), since, "", line.text()));
        });
    return new Ledger(path, List.copyOf(all.values()), broken);
  }

  public void write() throws IOException {
    var rows = lines.stream().map(line -> line.written() + "\n");
    Files.writeString(path, rows.collect(Collectors.joining("", HEAD + "\n", "")));
  }

  /** An id, not a reason in words. */
  private static boolean isId(String moved) {
    return moved.matches("[A-Za-z_][A-Za-z0-9_.\\-]*");
  }
}
