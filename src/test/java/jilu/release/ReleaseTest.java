package jilu.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import jilu.SmallEdition;
import jilu.build.Build;
import jilu.build.Progress;
import jilu.edition.Edition;
import jilu.transform.Xslt;
import jilu.validate.Checks;
import jilu.validate.Finding;
import jilu.validate.Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids that were released, and what was changed since. */
class ReleaseTest {
  private static final Xslt XSLT = new Xslt();
  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
  @TempDir Path folder;
  @TempDir Path output;

  @Test
  void writes_version_and_date_into_the_edition_and_nothing_else() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    String before = Files.readString(edition.file("edition.xml"));
    assertThat(release(edition, "1.0.0")).isEmpty();
    String expected = before.replace("<edition n=\"1\">初版<date when=\"2020-01-01\">2020年</date>",
        "<edition n=\"1.0.0\">初版<date when=\"2026-12-01\">2026年12月1日</date>");
    assertThat(expected).isNotEqualTo(before);
    assertThat(Files.readString(edition.file("edition.xml"))).isEqualTo(expected);
    assertThat(edition.findings()).isEmpty();
  }

  @Test
  void keeps_each_id_with_the_version_that_first_had_it() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    release(edition, "1.0.0");
    edition.with("documents/d19000102.xml", "<p xml:id=\"d19000102.p1\">今天有风。</p>",
        "<p xml:id=\"d19000102.p1\">今天有风。</p><p xml:id=\"d19000102.p2\">新。</p>");
    release(edition, "1.1.0");
    assertThat(Files.readString(edition.file("released.tsv")))
        .contains("d19000102.p1\td19000102\t1.0.0\t\t今天有风。\n", "d19000102.p2\td19000102\t1.1.0\t\t新。\n");
  }

  @Test
  void lists_changes_character_by_character() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    release(edition, "1.0.0");
    edition.with("documents/d19000102.xml", "今天有风。</p>", "今天有雨。</p>");
    assertThat(release(edition, "1.0.1")).containsExactly(new Release.Erratum("d19000102", "d19000102.p1", "风", "雨",
        "今天有", "。", ""));
    assertThat(Files.readString(edition.file("errata.tsv")))
        .endsWith("\n1.0.1\td19000102\td19000102.p1\t风\t雨\t今天有\t。\t\n");
  }

  @Test
  void what_vanished_and_what_is_new_are_listed_once() throws IOException {
    SmallEdition edition = vanished();
    edition.with("released.tsv", "d19000101.p2\td19000101\t1.0.0\t\t",
        "d19000101.p2\td19000101\t1.0.0\t误录，已删\t");
    List<Release.Erratum> errata = release(edition, "1.1.0");
    assertThat(errata).extracting(Release.Erratum::id).containsExactly("d19000101.p2", "d19000101.p9");
    assertThat(errata.get(0).is()).isEmpty();
    assertThat(errata.get(1).was()).isEmpty();
    assertThat(errata.get(1).is()).isEqualTo(errata.get(0).was()).isNotEmpty();
    assertThat(release(edition, "1.2.0")).isEmpty();
  }

  @Test
  void what_moved_is_listed_with_its_new_id_and_without_words() throws IOException {
    SmallEdition edition = vanished();
    edition.with("released.tsv", "d19000101.p2\td19000101\t1.0.0\t\t",
        "d19000101.p2\td19000101\t1.0.0\td19000101.p9\t");
    assertThat(release(edition, "1.1.0"))
        .containsExactly(new Release.Erratum("d19000101", "d19000101.p2", "", "", "", "", "d19000101.p9"));
    assertThat(release(edition, "1.2.0")).isEmpty();
  }

  @Test
  void what_changed_on_the_way_is_listed_character_by_character() throws IOException {
    SmallEdition edition = vanished().with("documents/d19000101.xml", "Good morning", "Good evening");
    edition.with("released.tsv", "d19000101.p2\td19000101\t1.0.0\t\t",
        "d19000101.p2\td19000101\t1.0.0\td19000101.p9\t");
    assertThat(release(edition, "1.1.0")).isNotEmpty().allSatisfy(e -> {
      assertThat(e.id() + e.moved()).isEqualTo("d19000101.p2d19000101.p9");
      assertThat(e.was().length() + e.is().length()).isBetween(1, 8);
    });
  }

  @Test
  void a_document_that_moved_is_not_shown_as_deleted() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    release(edition, "1.0.0");
    Files.writeString(edition.file("documents/d19000102-1.xml"),
        Files.readString(edition.file("documents/d19000102.xml")).replace("d19000102", "d19000102-1"));
    Files.delete(edition.file("documents/d19000102.xml"));
    edition.with("edition.xml", "documents/d19000102.xml", "documents/d19000102-1.xml")
        .with("edition.xml", "source=\"#d19000102\"", "source=\"#d19000102-1\"");
    String ledger = Files.readString(edition.file("released.tsv"));
    Files.writeString(edition.file("released.tsv"),
        ledger.replaceAll("(?m)^d19000102(\\S*)\td19000102\t1.0.0\t\t",
            "d19000102$1\td19000102\t1.0.0\td19000102-1$1\t"));
    assertThat(edition.findings()).isEmpty();
    assertThat(release(edition, "1.1.0")).isNotEmpty().allSatisfy(e -> {
      assertThat(e.was() + e.is()).isEmpty();
      assertThat(e.moved()).isEqualTo(e.id().replace("d19000102", "d19000102-1"));
      assertThat(e.document()).isEqualTo("d19000102-1");
    });
    assertThat(new Build(Edition.in(folder), output, Progress.quiet()).run().findings()).isEmpty();
    String page = Files.readString(output.resolve("html/errata.html"));
    assertThat(page).contains(">1900年1月2日 第二次谈话</h3>",
        "<li>d19000102.p1 → <a href=\"documents/d19000102-1.html#d19000102-1.p1\">d19000102-1.p1</a></li>");
    assertThat(page).doesNotContain("<del>", "<ins>");
  }

  @Test
  void errata_have_a_page_that_shows_each_change_at_its_place() throws IOException {
    SmallEdition edition = vanished();
    edition.with("released.tsv", "d19000101.p2\td19000101\t1.0.0\t\t",
        "d19000101.p2\td19000101\t1.0.0\t误录，已删\t");
    release(edition, "1.1.0");
    assertThat(new Build(Edition.in(folder), output, Progress.quiet()).run().findings()).isEmpty();
    String page = Files.readString(output.resolve("html/errata.html"));
    assertThat(page).contains("<h2>1.1.0版</h2>", "<a href=\"moved/d19000101.p2.html\">",
        "<a href=\"documents/d19000101.html#d19000101.p9\">", "<del>", "<ins>");
    assertThat(output.resolve("html/data/errata.tsv")).hasSameTextualContentAs(output.resolve("data/errata.tsv"));
    assertThat(output.resolve("html/moved/d19000101.p2.html")).exists();
  }

  @Test
  void a_version_is_released_once() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    release(edition, "1.0.0");
    assertThatThrownBy(() -> release(edition, "1.0.0")).hasMessageContaining("1.0.0 was released before");
  }

  @Test
  void a_vanished_id_is_an_error_until_it_has_a_tombstone() throws IOException {
    SmallEdition edition = vanished();
    assertThat(edition.places()).containsExactly("released.tsv:" + line(edition, "d19000101.p2") + ":1 J330");
    assertThat(edition.findings().get(0).message()).contains("d19000101.p2", "1.0.0");
    edition.with("released.tsv", "d19000101.p2\td19000101\t1.0.0\t\t",
        "d19000101.p2\td19000101\t1.0.0\td19000101.p9\t");
    assertThat(edition.findings()).isEmpty();
  }

  @Test
  void a_vanished_id_is_told_with_the_name_it_may_have_now() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    release(edition, "1.0.0");
    edition.with("documents/d19000102.xml", "<p xml:id=\"d19000102.p1\">", "<p xml:id=\"d19000102.pp1\">");
    assertThat(edition.findings()).filteredOn(f -> f.code().equals("J330")).singleElement()
        .returns(line(edition, "d19000102.p1"), Finding::line)
        .satisfies(f -> assertThat(f.hint().orElseThrow()).contains("d19000102.pp1"));
  }

  @Test
  void a_released_id_that_its_file_lacks_is_told_at_the_file_alone() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    release(edition, "1.0.0");
    edition.with("documents/d19000101.xml", "xml:id=\"d19000101\"", "xml:id=\"d19000102\"");
    assertThat(edition.places()).containsExactly("documents/d19000101.xml:2:42 J307");
  }

  @Test
  void a_broken_row_is_found_at_its_line() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    release(edition, "1.0.0");
    assertThat(edition.findings()).isEmpty();
    edition.with("released.tsv", "d19000102.p1\td19000102\t1.0.0\t\t", "d19000102.p1\td19000102\t1.0.0\t");
    long line = Files.readAllLines(edition.file("released.tsv")).indexOf("d19000102.p1\td19000102\t1.0.0\t今天有风。") + 1;
    assertThat(edition.places()).containsExactly("released.tsv:" + line + ":1 J333");
  }

  @Test
  void a_ledger_saved_in_another_encoding_is_found_where_it_begins() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    byte[] ledger = "id\tdocument\tsince\tmoved\ttext\nd19000101\td19000101\t1.0.0\t\té\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(edition.file("released.tsv"), ledger);
    assertThat(edition.places()).containsExactly("released.tsv:2:28 J608");
  }

  @Test
  void a_tombstone_leads_somewhere_and_not_to_what_is_there() throws IOException {
    SmallEdition edition = vanished();
    edition.with("released.tsv", "d19000101.p2\td19000101\t1.0.0\t\t",
        "d19000101.p2\td19000101\t1.0.0\td19000101.p7\t");
    edition.with("released.tsv", "d19000101.p1\td19000101\t1.0.0\t\t",
        "d19000101.p1\td19000101\t1.0.0\td19000102.p1\t");
    assertThat(edition.places()).containsExactly(
        "released.tsv:" + line(edition, "d19000101.p1") + ":1 J331", "released.tsv:" + line(edition, "d19000101.p2") + ":1 J332");
  }

  private static int line(SmallEdition edition, String id) throws IOException {
    List<String> rows = Files.readAllLines(edition.file("released.tsv"));
    return IntStream.range(0, rows.size()).filter(i -> rows.get(i).startsWith(id + "\t")).findFirst().orElseThrow() + 1;
  }

  @Test
  void a_tombstone_becomes_a_page_that_leads_on() throws IOException {
    SmallEdition edition = vanished();
    edition.with("released.tsv", "d19000101.p2\td19000101\t1.0.0\t\t",
        "d19000101.p2\td19000101\t1.0.0\td19000101.p9\t");
    assertThat(new Build(Edition.in(folder), output, Progress.quiet()).run().findings()).isEmpty();
    assertThat(Files.readString(output.resolve("html/moved/d19000101.p2.html")))
        .contains("content=\"0; url=../documents/d19000101.html#d19000101.p9\"", "<a href=\"../errata.html\">");
    assertThat(output.resolve("data/errata.tsv")).exists();
  }

  @Test
  void a_tombstone_becomes_a_page_in_the_other_language_too() throws IOException {
    SmallEdition edition = vanished();
    edition.with("released.tsv", "d19000101.p2\td19000101\t1.0.0\t\t",
        "d19000101.p2\td19000101\t1.0.0\td19000101.p9\t");
    assertThat(new Build(Edition.in(folder), output, Progress.quiet()).run().findings()).isEmpty();
    assertThat(Files.readString(output.resolve("html/en/moved/d19000101.p2.html")))
        .contains("lang=\"en\"", "content=\"0; url=../documents/d19000101.html#d19000101.p9\"", "../../assets/jilu.css");
    assertThat(output.resolve("html/en/documents/d19000101.html")).exists();
    assertThat(output.resolve("html/assets/jilu.css")).exists();
  }

  @Test
  void a_tombstone_that_gives_a_reason_becomes_a_page_that_says_it() throws IOException {
    SmallEdition edition = vanished();
    edition.with("released.tsv", "d19000101.p2\td19000101\t1.0.0\t\t",
        "d19000101.p2\td19000101\t1.0.0\t误录，已删\t");
    assertThat(new Build(Edition.in(folder), output, Progress.quiet()).run().findings()).isEmpty();
    assertThat(Files.readString(output.resolve("html/moved/d19000101.p2.html")))
        .contains("这个编号已经撤销：误录，已删", "<a href=\"../errata.html\">").doesNotContain("http-equiv");
  }

  /** A release, and then a paragraph with another id. */
  private SmallEdition vanished() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    release(edition, "1.0.0");
    return edition.with("documents/d19000101.xml", "<p xml:id=\"d19000101.p2\">", "<p xml:id=\"d19000101.p9\">");
  }

  private static List<Release.Erratum> release(SmallEdition small, String version) throws IOException {
    var reader = new Reader(XSLT);
    Edition edition = Edition.in(small.folder());
    return new Release(XSLT, reader, edition, new Checks(XSLT, reader).run(edition).catalog()).make(version, DAY);
  }
}
