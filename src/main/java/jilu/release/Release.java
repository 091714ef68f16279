package jilu.release;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jilu.edition.Catalog;
import jilu.edition.Edition;
import jilu.transform.Xslt;
import jilu.validate.Ledger;
import jilu.validate.Ledger.Line;
import jilu.validate.Reader;
import jilu.words.Refusal;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmNode;

/** Makes a release: what changed since the last is listed, the ids are kept for good, the version is written in. */
public final class Release {
  private static final int AROUND = 8;
  private static final String ERRATA_HEAD = "version\tdocument\tid\twas\tis\tbefore\tafter\tmoved";

  private final Xslt xslt;
  private final Reader reader;
  private final Edition edition;
  private final Catalog catalog;

  public Release(Xslt xslt, Reader reader, Edition edition, Catalog catalog) {
    this.xslt = xslt;
    this.reader = reader;
    this.edition = edition;
    this.catalog = catalog;
  }

  /**
   * One change: characters that were, characters that are, and those around them.
   *
   * @param document where the words stand now, or stood
   * @param moved the id that they have now; empty if it is the one they had
   */
  public record Erratum(
      String document, String id, String was, String is, String before, String after, String moved) {}

  /** Freezes the ledger, adds to the errata, writes version and date into the edition. */
  public List<Erratum> make(String version, LocalDate date) throws IOException {
    Ledger ledger = Ledger.of(edition);
    if (ledger.has(version)) {
      throw new Refusal("release.known", version);
    }
    Map<String, Line> today = today();
    List<Erratum> errata = errata(ledger, today);
    Path list = edition.tei().resolve("errata.tsv");
    String known = Files.exists(list) ? Files.readString(list) : ERRATA_HEAD + "\n";
    String added =
        errata.stream()
            .map(e -> String.join("\t", version, e.document(), e.id(), e.was(), e.is(), e.before(), e.after(),
                e.moved())
                + "\n")
            .collect(Collectors.joining());
    Catalog.Entry entry = catalog.edition().orElseThrow();
    Path file = edition.tei().resolve(entry.file());
    byte[] dated =
        xslt.stylesheet("release.xsl")
            .bytes(
                reader.read(file, entry.file()).tree(),
                Map.of("version", new XdmAtomicValue(version), "date", new XdmAtomicValue(date.toString())));
    Files.write(file, dated);
    Files.writeString(list, known + added);
    ledger.frozen(version, today).write();
    return errata;
  }

  /** Each id that the edition defines, with the words that stand nearest to it. */
  private Map<String, Line> today() throws IOException {
    Map<String, StringBuilder> words = new LinkedHashMap<>();
    for (Catalog.Entry entry : catalog.entries()) {
      XdmNode tree = reader.read(edition.tei().resolve(entry.file()), entry.file()).tree();
      XdmNode runs = xslt.stylesheet("text.xsl").tree(tree, Map.of());
      for (XdmNode run : runs.children().iterator().next().children()) {
        String id = run.getAttributeValue(new QName("id"));
        if (id != null && !id.isEmpty()) {
          words.computeIfAbsent(id, i -> new StringBuilder()).append(run.getStringValue());
        }
      }
    }
    Map<String, String> files =
        catalog.entries().stream().collect(Collectors.toMap(Catalog.Entry::file, Catalog.Entry::id));
    Map<String, Line> today = new LinkedHashMap<>();
    catalog
        .definitions()
        .forEach(
            definition -> {
              String text = words.getOrDefault(definition.id(), new StringBuilder()).toString()
                  .replaceAll("[\\s\u2029]+", " ").strip();
              today.put(definition.id(), new Line(definition.id(), files.get(definition.file()), "", "", text));
            });
    return today;
  }

  /** What vanished, moved or changed, and what is new in documents that were released. */
  private static List<Erratum> errata(Ledger ledger, Map<String, Line> today) {
    Map<String, Line> released = new LinkedHashMap<>();
    ledger.lines().forEach(line -> released.put(line.id(), line));
    Map<String, String> tombstones = ledger.tombstones();
    List<Erratum> errata = new ArrayList<>();
    for (Line line : released.values()) {
      String moved = tombstones.getOrDefault(line.id(), "");
      if (!today.containsKey(moved)) {
        Line now = today.getOrDefault(line.id(), new Line(line.id(), line.document(), "", "", ""));
        errata.addAll(differences(line, now, ""));
      } else if (!line.text().isEmpty()) {
        errata.addAll(moves(line, today.get(moved)));
      }
    }
    for (Line now : today.values()) {
      boolean known = released.containsKey(now.id()) || tombstones.containsValue(now.id());
      if (released.containsKey(now.document()) && !known) {
        errata.addAll(differences(new Line(now.id(), now.document(), "", "", ""), now, ""));
      }
    }
    return errata;
  }

  /** That an id went elsewhere, told once, since the words of tombstones are not kept; or what changed on the way. */
  private static List<Erratum> moves(Line before, Line now) {
    List<Erratum> changes = differences(before, now, now.id());
    return changes.isEmpty()
        ? List.of(new Erratum(now.document(), before.id(), "", "", "", "", now.id()))
        : changes;
  }

  private static List<Erratum> differences(Line before, Line now, String moved) {
    List<Integer> was = before.text().codePoints().boxed().toList();
    List<Integer> is = now.text().codePoints().boxed().toList();
    List<Erratum> errata = new ArrayList<>();
    for (AbstractDelta<Integer> delta : DiffUtils.diff(was, is).getDeltas()) {
      int from = delta.getTarget().getPosition();
      int to = from + delta.getTarget().size();
      errata.add(
          new Erratum(
              now.document(), before.id(), text(delta.getSource().getLines()), text(delta.getTarget().getLines()),
              text(is.subList(Math.max(0, from - AROUND), from)),
              text(is.subList(to, Math.min(is.size(), to + AROUND))), moved));
    }
    return errata;
  }

  private static String text(List<Integer> codePoints) {
    return new String(codePoints.stream().mapToInt(Integer::intValue).toArray(), 0, codePoints.size());
  }

  /** The errata of all releases, as they are published, under a row of names; empty before the first release. */
  public static List<String> published(Edition edition) throws IOException {
    Path list = edition.tei().resolve("errata.tsv");
    try {
      return Files.exists(list) ? Files.readAllLines(list) : List.of();
    } catch (CharacterCodingException e) {
      throw new Refusal("not-utf8", list).because(e);
    }
  }
}
