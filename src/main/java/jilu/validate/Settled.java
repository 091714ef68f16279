package jilu.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jilu.edition.Edition;

/**
 * Warnings and remarks that a person has looked at and that stay as they are, each with the reason. An error is mended,
 * never settled.
 *
 * @param path the table {@code tei/settled.tsv}
 * @param broken what cannot be read of it
 */
record Settled(Path path, List<Row> rows, List<Finding> broken) {
  private static final int COLUMNS = 3;
  private static final int LISTED = 8;

  /** @param id that of the innermost element around the findings that has one */
  private record Row(int line, String code, String id) {}

  /** @param settled those that are not told */
  record Outcome(List<Finding> told, List<Finding> settled) {}

  Settled {
    rows = List.copyOf(rows);
    broken = List.copyOf(broken);
  }

  /** The table of an edition; empty where there is none. */
  static Settled of(Edition edition) throws IOException {
    Path path = edition.tei().resolve("settled.tsv");
    List<Row> rows = new ArrayList<>();
    List<Finding> broken = new ArrayList<>();
    List<String> lines = Files.exists(path) ? PlainText.read(path, broken).orElse("").lines().toList() : List.of();
    for (int number = 2; number <= lines.size(); number++) {
      String[] cells = lines.get(number - 1).split("\t", -1);
      var place = new Place(path, number, 1);
      if (cells.length != COLUMNS) {
        broken.add(Finding.of("J334", place, COLUMNS, cells.length));
      } else if (cells[2].isBlank()) {
        broken.add(Finding.of("J334.reason", place));
      } else {
        rows.add(new Row(number, cells[0].strip(), cells[1].strip()));
      }
    }
    return new Settled(path, rows, broken);
  }

  /** Takes away what is settled, and tells of rows that settle nothing. Each finding needs a row: a new one is told. */
  Outcome outcome(List<Finding> findings, IdsAround ids) throws IOException {
    Map<List<String>, List<Row>> wanted =
        rows.stream()
            .collect(Collectors.groupingBy(row -> List.of(row.code(), row.id()), LinkedHashMap::new, Collectors.toList()));
    Map<List<String>, List<Finding>> found = found(findings, ids);
    // An error may hide what a row is about.
    boolean sound = Finding.areSound(findings);
    Set<Finding> settled = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Finding> told = new ArrayList<>(broken);
    wanted.forEach(
        (key, rows) -> {
          List<Finding> there = found.getOrDefault(key, List.of());
          if (!Finding.areSound(there)) {
            told.add(about("J335.error", rows.get(0)));
          } else if (there.size() > rows.size()) {
            told.add(about("J335.more", rows.get(0), there.size(), rows.size()));
          } else {
            settled.addAll(there);
            rows.stream().skip(there.size()).filter(row -> sound).forEach(row -> told.add(gone(row, found.keySet())));
          }
        });
    findings.stream().filter(finding -> !settled.contains(finding)).forEach(told::add);
    return new Outcome(told, findings.stream().filter(settled::contains).toList());
  }

  private Map<List<String>, List<Finding>> found(List<Finding> findings, IdsAround ids) throws IOException {
    Set<String> codes = rows.stream().map(Row::code).collect(Collectors.toSet());
    Map<List<String>, List<Finding>> found = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (codes.contains(finding.code())) {
        found.computeIfAbsent(List.of(finding.code(), ids.of(finding)), key -> new ArrayList<>()).add(finding);
      }
    }
    return found;
  }

  private Finding gone(Row row, Set<List<String>> found) {
    List<String> elsewhere =
        found.stream().filter(key -> key.get(0).equals(row.code()) && !key.get(1).equals(row.id())).map(key -> key.get(1)).toList();
    return elsewhere.isEmpty() ? about("J335", row) : about("J335.elsewhere", row, Rulebook.list(elsewhere, LISTED));
  }

  private Finding about(String message, Row row, Object... more) {
    Object[] arguments = Stream.concat(Stream.of(row.code(), row.id()), Stream.of(more)).toArray();
    return Finding.of(message, new Place(path, row.line(), 1), arguments);
  }
}
