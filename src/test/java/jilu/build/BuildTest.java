package jilu.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.Loader;
import java.util.List;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jilu.SmallEdition;
import jilu.edition.Edition;
import jilu.transform.Xslt;
import jilu.validate.Finding;
import jilu.validate.Grammar;
import jilu.validate.Place;
import jilu.validate.Reader;
import jilu.validate.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
  @TempDir Path folder;
  @TempDir Path output;

  @Test
  void small_edition_is_built_and_proven() throws IOException {
    Build.Report report = build(SmallEdition.in(folder));
    assertThat(report.findings()).isEmpty();
    assertThat(report.characters()).isEqualTo(87);
    assertThat(files().keySet())
        .contains("html/index.html", "html/documents/d19000101.html", "html/tei/small.xml", "html/tei/source/transcript.txt", "pdf/small.pdf");
  }

  @Test
  void a_character_without_glyph_is_found_at_its_line() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with("documents/d19000101.xml", "很好。</p>", "很好𠀡。</p>");
    Build.Report report = build(edition);
    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals("J402"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.line()).isEqualTo(23);
          assertThat(finding.message()).contains("𠀡 (U+20021)");
        });
    assertThat(output.resolve("pdf")).doesNotExist();
  }

  @Test
  void a_document_with_two_texts_is_told_and_not_built() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder).with("documents/d19000101.xml", "</text>", "</text><text><body><p/></body></text>");
    Build.Report report = build(edition);
    assertThat(report.findings()).extracting(Finding::code).contains("J105");
    assertThat(files()).isEmpty();
  }

  @Test
  void a_document_without_a_place_is_told_and_not_built() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder).with(
            "edition.xml", "<xi:include href=\"documents/d19000102.xml\" xpointer=\"element(/1/2)\"/>", "");
    assertThat(build(edition).findings()).extracting(Finding::code).containsExactly("J306");
    assertThat(files()).isEmpty();
  }

  @Test
  void an_omission_whose_mark_is_not_recorded_is_built() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with("documents/d19000101.xml", " rend=\"……\"", "");
    Path transcript = edition.file("source/transcript.txt");
    Files.writeString(transcript, Files.readString(transcript).replace("……", ""));
    Build.Report report = build(edition);
    assertThat(report.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
    assertThat(Files.readString(output.resolve("html/documents/d19000101.html"))).contains("〔…〕");
  }

  @Test
  void a_soft_hyphen_is_kept_where_it_can_be_and_built() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder).with("documents/d19000101.xml", "Good morning", "Good mor\u00adning");
    Path transcript = edition.file("source/transcript.txt");
    Files.writeString(transcript, Files.readString(transcript).replace("Good morning", "Good mor\u00adning"));
    Build.Report report = build(edition);
    assertThat(report.findings()).extracting(Finding::code).containsExactly("J034");
    assertThat(Files.readString(output.resolve("html/documents/d19000101.html"))).contains("mor\u00adning");
  }

  @Test
  void a_transcript_elsewhere_is_not_looked_for() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder).with("edition.xml", "target=\"source/transcript.txt\"", "target=\"https://example.org/t\"");
    assertThat(build(edition).findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  @Test
  void a_book_without_back_matter_has_its_indexes_and_how_to_cite_in_contents_and_bookmarks() throws IOException {
    build(SmallEdition.in(folder));
    try (var book = Loader.loadPDF(output.resolve("pdf/small.pdf").toFile())) {
      List<String> bookmarks = new ArrayList<>();
      book.getDocumentCatalog().getDocumentOutline().children().forEach(item -> bookmarks.add(item.getTitle()));
      assertThat(bookmarks).contains("如何引用", "人名索引");
      String text = new PDFTextStripper().getText(book);
      assertThat(text).containsPattern("目\\s*录[\\s\\S]*索引[ .…·]*[0-9]+\\s[\\s\\S]*?如何引用[ .…·]*[0-9]+\\s");
    }
  }

  @Test
  void two_builds_are_the_same_bytes() throws Exception {
    SmallEdition edition = SmallEdition.addressed(folder);
    build(edition);
    Map<String, String> first = files();
    assertThat(first).containsKeys("epub/small.epub", "data/catalog.json", "data/beacon.viaf.txt", "data/oai.xml",
        "html/cite/d19000101.bib");
    build(edition);
    assertThat(files()).isEqualTo(first);
  }

  @Test
  void every_file_of_data_is_linked_with_its_size_and_the_site_is_whole_by_itself() throws IOException {
    build(SmallEdition.in(folder));
    Map<String, String> files = files();
    String page = Files.readString(output.resolve("html/data.html"));
    for (String name : files.keySet()) {
      if (name.startsWith("data/") || name.startsWith("html/cite/")) {
        name = name.replaceFirst("^html/", "");
        assertThat(files).containsKey("html/" + name);
        long size = Files.size(output.resolve("html/" + name));
        String shown = size < 1000 ? size + "\u00a0B"
            : BigDecimal.valueOf(size, 3).setScale(1, RoundingMode.HALF_EVEN) + "\u00a0kB";
        assertThat(page).containsPattern("<a href=\"" + Pattern.quote(name) + "\">[^<]+</a> " + shown);
      }
    }
    assertThat(page).as("of many files each names its document").containsPattern(
        "<th scope=\"row\">1900年1月2日 <span lang=\"zh-Hans\">第二次谈话</span></th><td>.*cite/d19000102.ris\">ris</a>")
        .containsPattern("第二次谈话</span></th><td>.*navigation/d19000102/d19000102.p1.json\">navigation p1</a>.*"
            + "tei/d19000102/d19000102.p1.xml\">tei p1</a>");
    for (String list : java.util.List.of("data.html", "downloads.html", "en/data.html", "en/downloads.html")) {
      Path here = output.resolve("html/" + list);
      var links = Pattern.compile("href=\"([^\"#:]+)[#\"]").matcher(Files.readString(here));
      while (links.find()) {
        Path target = here.getParent().resolve(links.group(1)).normalize();
        assertThat(target).exists().startsWith(output.resolve("html"));
      }
    }
    assertThat(Files.readString(output.resolve("html/downloads.html"))).contains("pdf/small.pdf", "epub/small.epub", "data.html#data-catalog");
  }

  @Test
  void an_edition_with_an_address_names_it_on_every_page_and_in_a_list() throws IOException {
    build(SmallEdition.in(folder));
    assertThat(files()).doesNotContainKey("html/sitemap.xml");
    build(SmallEdition.in(folder.resolve("addressed"))
        .with("edition.xml", "</publisher>", "</publisher><idno type=\"URI\">https://example.org/small</idno>"));
    assertThat(output.resolve("html/sitemap.xml")).content()
        .contains("<loc>https://example.org/small/documents/d19000101.html</loc>", "<loc>https://example.org/small/en/search.html</loc>")
        .doesNotContain("404");
    assertThat(output.resolve("html/documents/d19000101.html")).content()
        .contains("<link rel=\"canonical\" href=\"https://example.org/small/documents/d19000101.html\"/>")
        .contains("<meta name=\"citation_public_url\" content=\"https://example.org/small/documents/d19000101.html\"/>");
  }

  @Test
  void standalone_files_validate_alone() throws IOException {
    build(SmallEdition.in(folder));
    var reader = new Reader(new Xslt());
    Grammar grammar = Grammar.profile();
    for (String name : files().keySet()) {
      if (name.matches("html/tei/[^/]*\\.xml")) {
        assertThat(reader.check(output.resolve(name), name, grammar).findings()).as(name).noneMatch(f -> f.severity() == Severity.ERROR);
      }
    }
  }

  @Test
  void an_error_leaves_the_output_as_it_was() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    build(edition);
    Map<String, String> before = files();
    Build.Report report = build(edition.with("documents/d19000102.xml", "今天有风。</p>", "今天有雨。</q>"));
    assertThat(report.findings()).isNotEmpty();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void a_folder_that_cannot_be_written_is_told_before_any_work() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    Path file = Files.writeString(folder.resolve("output"), "a file");
    assertThatThrownBy(() -> new Build(Edition.in(folder), file, Progress.quiet()).run()).isInstanceOf(NotDirectoryException.class);
    assertThat(edition.folder().resolve("output")).hasContent("a file");
  }

  @Test
  void nothing_is_written_outside_the_output_folder() throws IOException {
    try (Staging staging = Staging.beside(output)) {
      assertThatThrownBy(() -> staging.file("../../escape.txt")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void what_cannot_be_swapped_in_leaves_all_as_it_was() throws IOException {
    Files.writeString(Files.createDirectories(output.resolve("a")).resolve("old"), "old");
    try (Staging staging = Staging.beside(output)) {
      Files.writeString(staging.file("a/new"), "new");
      Files.writeString(staging.file("b/new"), "new");
      Path inTheWay = Files.createDirectories(staging.file(".old/b"));
      Files.writeString(inTheWay.resolve("x"), "x");
      assertThatThrownBy(staging::swapIn).isInstanceOf(IOException.class);
    }
    assertThat(output.resolve("a/old")).hasContent("old");
    assertThat(output.resolve("b")).doesNotExist();
  }

  @Test
  void a_changed_character_is_found() throws IOException {
    Build.Report report = build(SmallEdition.in(folder).with("documents/d19000102.xml", "今天有风。</p>", "今天有雨。</p>"));
    assertThat(report.findings()).extracting(Finding::code).as("the preface quotes this, too").containsExactly("J506", "J601");
    assertThat(report.findings().get(1).message())
        .isEqualTo(
            "transcript (transcript.txt:20) has “风” in “第二次谈话今天有风。”,"
                + " TEI (documents/d19000102.xml:17:35 #d19000102.p1) has “雨” in “第二次谈话今天有雨。”.");
    assertThat(files()).isEmpty();
  }

  @Test
  void a_difference_is_placed_at_its_character() throws IOException {
    Build.Report report = build(SmallEdition.in(folder).with("documents/d19000102.xml", "今天有风。</p>", "今天有雨。</p>"));
    assertThat(report.findings()).extracting(Finding::place).contains(new Place(folder.resolve("tei/source/transcript.txt"), 20, 4));
  }

  /** Whoever corrects the TEI on purpose is not sent back to undo it. */
  @Test
  void a_correction_is_declared_where_the_advice_says() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with("documents/d19000102.xml", "今天有风。</p>", "今天有雨。</p>");
    assertThat(build(edition).findings().get(1).hint().orElseThrow())
        .contains("If the TEI was corrected on purpose, declare it in transcript.differences.tsv beside the transcript");
    Path declared = edition.file("source/transcript.differences.tsv");
    Files.writeString(declared, Files.readString(declared) + "今天有风。\t今天有雨。\t1\ta misprint\n");
    assertThat(build(edition).findings()).extracting(Finding::code).containsExactly("J506");
  }

  /** The id nearest to it may be that of the whole document. */
  @Test
  void a_difference_far_from_an_id_is_placed_in_the_tei() throws IOException {
    Build.Report report = build(SmallEdition.in(folder).with("documents/d19000101.xml", "日</date>）", "日</date>]"));
    Finding difference = report.findings().get(report.findings().size() - 1);
    assertThat(difference.place()).isEqualTo(new Place(folder.resolve("tei/source/transcript.txt"), 6, 16));
    assertThat(difference.message()).contains("has “）” in “", "TEI (documents/d19000101.xml:18:63 #d19000101) has “]” in “");
  }

  @Test
  void where_a_character_is_missing_its_neighbours_are_told() throws IOException {
    Build.Report report = build(SmallEdition.in(folder).with("documents/d19000102.xml", "今天有风。</p>", "今天有。</p>"));
    assertThat(report.findings().get(report.findings().size() - 1).message())
        .endsWith("TEI (documents/d19000102.xml:17:35 #d19000102.p1) has nothing between “第二次谈话今天有” and “。”.");
  }

  @Test
  void a_difference_in_spaces_is_told_in_words() throws IOException {
    Build.Report report = build(SmallEdition.in(folder).with("documents/d19000101.xml", "Good morning", "Goodmorning"));
    assertThat(report.findings().get(0).message())
        .contains("has a space between “", "Good” and “morning,”", "has nothing between “");
  }

  @Test
  void what_is_not_found_in_the_file_is_placed_at_its_id() throws IOException {
    Build.Report report =
        build(SmallEdition.in(folder).with("documents/d19000102.xml", "今天有风。</p>", "今天有&#x98CE;&#x98CE;</p>"));
    assertThat(report.findings().get(report.findings().size() - 1).message())
        .contains("TEI (documents/d19000102.xml:17:10 #d19000102.p1) has “风” in");
  }

  @Test
  void cells_and_words_on_two_lines_are_proven() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder)
            .with(
                "documents/d19000102.xml",
                "今天有风。</p>",
                """
                今天有风。</p>
                <p xml:id="d19000102.p2"><foreign xml:lang="en">John</foreign>
                  <foreign xml:lang="en">Smith</foreign></p>
                <table><row><cell>1</cell><cell>2</cell></row></table>""")
            .with("source/transcript.txt", "今天有风。\n", "今天有风。\n\nJohn Smith\n\n12\n");
    assertThat(build(edition).findings()).isEmpty();
    assertThat(Files.readString(output.resolve("html/documents/d19000102.html"))).containsPattern("John</[^>]+> <[^>]+>Smith");
  }

  @Test
  void a_row_of_omissions_longer_than_a_page_is_set() throws IOException {
    String gap = "      <gap reason=\"sampling\" resp=\"#compiler\" rend=\"……\"/>\n";
    SmallEdition edition =
        SmallEdition.in(folder)
            .with("documents/d19000101.xml", gap, gap.repeat(60))
            .with("source/transcript.txt", "……\n\n", "……\n\n".repeat(60));
    assertThat(build(edition).findings()).isEmpty();
  }

  @Test
  void of_a_long_difference_the_beginning_is_told() throws IOException {
    Build.Report report =
        build(SmallEdition.in(folder).with("documents/d19000102.xml", "今天有风。</p>", "今天有风。" + "大风。".repeat(500) + "</p>"));
    assertThat(report.findings()).extracting(Finding::code).containsExactly("J601");
    assertThat(report.findings().get(0).message()).hasSizeLessThan(300).contains("has “大风。大风。", "…” after “", "has nothing after “");
  }

  @Test
  void a_difference_declared_too_often_is_found() throws IOException {
    Build.Report report = build(SmallEdition.in(folder).with("source/transcript.differences.tsv", "\t2\t", "\t3\t"));
    assertThat(report.findings()).extracting(Finding::code).containsExactly("J603");
  }

  @Test
  void a_replacement_that_names_no_group_is_found() throws IOException {
    Build.Report report = build(SmallEdition.in(folder).with("source/transcript.differences.tsv", "\t\t2", "\t$1\t2"));
    assertThat(report.findings()).extracting(Finding::code).contains("J602");
  }

  @Test
  void a_character_without_a_glyph_stops_the_book() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder)
            .with("documents/d19000102.xml", "今天有风。</p>", "今天有\uD808\uDC00。</p>")
            .with("source/transcript.txt", "今天有风。\n", "今天有\uD808\uDC00。\n");
    assertThat(build(edition).findings()).extracting(Finding::code).contains("J402");
  }

  private Build.Report build(SmallEdition edition) throws IOException {
    return new Build(Edition.in(edition.folder()), output, Progress.quiet()).run();
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(output)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(output.relativize(file).toString().replace('\\', '/'), digest(Files.readAllBytes(file)));
      }
    }
    return files;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
