package jilu.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jilu.edition.Edition;
import jilu.print.TaggedText;
import jilu.print.TypographicLint;
import jilu.transform.Xslt;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The book of the edition in {@code tei/}, as a reader, a librarian and a screen reader find it. */
class BookTest {
  @TempDir static Path output;
  private static PDDocument book;

  @BeforeAll
  static void build() throws IOException {
    new Build(Edition.in(Path.of(".")), output, Progress.quiet()).run();
    book = Loader.loadPDF(output.resolve("pdf/lushun.pdf").toFile());
  }

  @AfterAll
  static void close() throws IOException {
    book.close();
  }

  @Test
  void front_matter_has_roman_numbers_and_the_text_begins_with_page_one() throws IOException {
    String[] labels = book.getDocumentCatalog().getPageLabels().getLabelsByPageIndices();
    assertThat(labels).startsWith("i", "ii", "iii", "iv", "v", "vi").contains("1", "14");
    assertThat(text(labels.length - 1)).contains("编辑体例");
    assertThat(text(List.of(labels).indexOf("1"))).contains("【1949年2月4日】");
  }

  @Test
  void imprint_says_how_to_cite() throws IOException {
    assertThat(text(3)).contains("第一版（0.1.0）", "2026年11月22日", "引用本书", "权利", "d19490204.p1");
  }

  @Test
  void cites_itself_and_each_document_in_the_words_of_the_web() throws IOException {
    String words = new PDFTextStripper().getText(book).replaceAll("\\s", "");
    try (Stream<Path> files = Files.list(output.resolve("html/cite"))) {
      List<Path> cited = files.filter(file -> file.toString().matches(".*/[^.]+\\.json")).toList();
      assertThat(cited).hasSize(13);
      for (Path file : cited) {
        String reference = new ObjectMapper().readTree(Files.readString(file)).at("/document/gbt7714-2025").asText();
        assertThat(words).contains(reference.replaceAll("\\s", ""));
      }
    }
  }

  /** Lines break anywhere, so that white space does not count. */
  @Test
  void shows_every_style_for_the_edition_a_document_a_paragraph_and_its_source() throws IOException {
    int page = headed("如何引用");
    String words = (text(page) + text(page + 1)).replaceAll("\\s", "");
    JsonNode edition = cite("lushun");
    JsonNode document = cite("d19490204");
    for (String in : List.of("", "-en")) {
      for (String style : List.of("chicago", "chicago-note", "mla")) {
        assertThat(words).contains(edition.at("/document" + in + "/" + style).asText().replaceAll("\\s", ""));
      }
      for (String style : List.of("chicago-note", "mla")) {
        assertThat(words).contains(document.at("/document" + in + "/" + style).asText().replaceAll("\\s", ""))
            .contains(document.at("/document" + in + "/sources/0/" + style).asText().replaceAll("\\s", ""));
      }
      assertThat(words)
          .contains(document.at("/paragraphs" + in + "/d19490204.p1/chicago-note").asText().replaceAll("\\s", ""));
    }
    for (String year : List.of("2015", "2025")) {
      assertThat(words).contains(document.at("/document/sources/0/gbt7714-" + year).asText().replaceAll("\\s", ""));
    }
  }

  private static JsonNode cite(String id) throws IOException {
    return new ObjectMapper().readTree(Files.readString(output.resolve("html/cite/" + id + ".json")));
  }

  @Test
  void every_part_is_tagged() {
    Map<String, Integer> tags = tags(book.getDocumentCatalog().getStructureTreeRoot(), new TreeMap<>());
    // The documents have a list of their own within the contents. Title page, preface, contents, twelve documents, three
    // appendices, indexes, how to cite, colophon.
    assertThat(tags).containsEntry("H1", 21).containsEntry("TOC", 2).containsEntry("Note", 12);
    assertThat(tags.get("TOCI")).isEqualTo(19);
    assertThat(tags.get("Index")).isEqualTo(4);
    assertThat(tags.get("P")).isGreaterThan(200);
    // The imprint, nine comparisons of quotations, and references to the whole, a document, a paragraph and a source.
    assertThat(tags.get("L")).isEqualTo(14);
    assertThat(tags.get("Link")).isGreaterThan(50);
  }

  /** FOP may leave a page sequence out of the tree without a word. */
  @Test
  void no_page_sequence_is_without_tags() {
    List<COSDictionary> sequences = new ArrayList<>();
    sequences(book.getDocumentCatalog().getStructureTreeRoot(), sequences);
    assertThat(sequences).hasSize(22)
        .allSatisfy(part -> assertThat(part.getDictionaryObject(COSName.K)).isNotNull());
  }

  @Test
  void each_page_has_tagged_words_or_none() throws IOException {
    for (int page = 0; page < book.getNumberOfPages(); page++) {
      if (!text(page).isBlank()) {
        assertThat(book.getPage(page).getStructParents()).as("page " + (page + 1)).isNotNegative();
      }
    }
  }

  @Test
  void carries_the_tei_it_was_made_from() throws IOException {
    COSArray files = (COSArray) book.getDocumentCatalog().getCOSObject().getDictionaryObject("AF");
    assertThat(files).hasSize(13).allSatisfy(file -> {
      COSDictionary specification = (COSDictionary) ((COSObject) file).getObject();
      assertThat(specification.getNameAsString("AFRelationship")).isEqualTo("Source");
    });
    var attached = book.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().get("d19490204.xml");
    assertThat(attached.getEmbeddedFile().toByteArray())
        .isEqualTo(Files.readAllBytes(output.resolve("html/tei/d19490204.xml")));
  }

  @Test
  void metadata_names_title_makers_identifier_and_rights() throws IOException {
    String xmp = new String(book.getDocumentCatalog().getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(xmp).contains("中苏关于旅顺港问题的档案资料辑录", "诸夏怀斯社", "<dc:identifier>lushun</dc:identifier>", "dc:rights", "其权利不属于本版的编者");
  }

  @Test
  void ids_of_the_web_are_addresses_in_the_file_and_in_the_page_map() throws IOException {
    String pages = Files.readString(output.resolve("data/pages.json"));
    var destinations = book.getDocumentCatalog().getNames().getDests();
    var ids = new ArrayList<String>();
    try (Stream<Path> documents = Files.list(output.resolve("html/documents"))) {
      for (Path page : documents.toList()) {
        String html = Files.readString(page);
        ids.add(page.getFileName().toString().replace(".html", ""));
        java.util.regex.Pattern.compile("class=\"permalink\" href=\"#([^\"]+)\"").matcher(html).results()
            .forEach(match -> ids.add(match.group(1)));
      }
    }
    assertThat(ids).hasSizeGreaterThan(60).allSatisfy(id -> {
      assertThat(destinations.getValue(id)).isNotNull();
      assertThat(pages).contains("\"" + id + "\": {\"page\"");
    });
    assertThat(pages).contains("\"d19490204.p3\": {\"page\": \"1\", \"sheet\": 7}");
  }

  @Test
  void pages_of_the_web_say_where_they_stand_in_print() throws IOException {
    String html = Files.readString(output.resolve("html/documents/d19490204.html"));
    assertThat(html).contains("<a href=\"../pdf/lushun.pdf#d19490204\">印本第1页（PDF）</a>",
        "title=\"印本第1页（PDF）\" data-printed=\"../pdf/lushun.pdf#d19490204.p3\"");
    assertThat(Files.readString(output.resolve("html/en/documents/d19580731.html")))
        .contains("<a href=\"../../pdf/lushun.pdf#d19580731\">PDF p. 14</a>");
    assertThat(output.resolve("html/pdf/lushun.pdf")).hasSameBinaryContentAs(output.resolve("pdf/lushun.pdf"));
  }

  @Test
  void index_merges_pages_that_follow_one_another() throws IOException {
    assertThat(text(headed("索引"))).contains("毛泽东　1–7, 13–14", "（Н. С. Хрущёв）　v, 13–14");
  }

  /** The head of a table is repeated, and not read twice. */
  @Test
  void a_table_that_continues_says_so() throws IOException {
    var stripper = new PDFTextStripper();
    var continued = new ArrayList<Long>();
    for (int page = 1; page <= book.getNumberOfPages(); page++) {
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      var text = stripper.getText(book);
      continued.add(text.lines().filter(line -> line.contains("（续表）")).count());
      assertThat(text.contains("编者和辑录者对原文所做的一切") && text.contains("续表")).as("its first page").isFalse();
    }
    assertThat(continued).contains(1L).allMatch(times -> times <= 1);
    assertThat(TaggedText.read(book).stream().flatMap(paragraph -> paragraph.lines().stream()))
        .noneMatch(line -> line.text().contains("续表"));
  }

  @Test
  void is_set_as_a_typesetter_would() throws IOException {
    var edges = Columns.edges(new Xslt(), output.resolve("html/tei/lushun.xml"), PrintDesign.SCREEN);
    assertThat(TypographicLint.check(book, edges)).isEmpty();
  }

  /** Lines of Song, 11 pt on 18 pt, stand at the same heights on all pages of the documents; a quotation set off does not. */
  @Test
  void facing_pages_keep_register() throws IOException {
    var lines = TaggedText.read(book).stream()
        .flatMap(paragraph -> paragraph.lines().stream())
        .filter(line -> line.page() >= 7 && line.page() <= 20 && line.glyphs().size() > 4)
        .filter(line -> line.glyphs().stream().allMatch(glyph -> glyph.getFontSizeInPt() == 11 && glyph.getFont().getName().contains("Serif")))
        .toList();
    assertThat(lines).hasSizeGreaterThan(150);
    float top = lines.get(0).first().getYDirAdj();
    assertThat(lines).allSatisfy(line -> {
      float steps = (line.first().getYDirAdj() - top) / 18;
      assertThat(steps).as(line.text()).isCloseTo(Math.round(steps), within(0.01f));
    });
  }

  @Test
  void numbers_of_the_contents_stand_under_one_another_and_are_the_pages() throws IOException {
    String[] labels = book.getDocumentCatalog().getPageLabels().getLabelsByPageIndices();
    var lines = TaggedText.read(book).stream()
        .flatMap(paragraph -> paragraph.lines().stream())
        .filter(line -> line.page() == 6 && line.text().matches(".*[一-龥]([ivx]+|\\d+)"))
        .toList();
    assertThat(lines).hasSize(19).allSatisfy(line -> {
      // The column of the left page is 90.27 pt from the outer edge and 407 pt wide.
      assertThat(line.last().getXDirAdj() + line.last().getWidthDirAdj()).isCloseTo(497.27f, within(0.2f));
      String label = line.text().replaceAll("^.*[一-龥]", "");
      String title = line.text().substring(0, line.text().length() - label.length());
      assertThat(text(List.of(labels).indexOf(label)).replaceAll("\\s", "")).contains(title);
    });
  }

  /** The page, from 0, that begins with a title below its running head. */
  private static int headed(String title) throws IOException {
    for (int page = 7; page < book.getNumberOfPages(); page++) {
      if (text(page).lines().limit(3).filter(line -> line.strip().equals(title)).count() > 0) {
        return page;
      }
    }
    throw new AssertionError("no page is headed " + title);
  }

  private static String text(int page) throws IOException {
    var stripper = new PDFTextStripper();
    stripper.setStartPage(page + 1);
    stripper.setEndPage(page + 1);
    return stripper.getText(book);
  }

  private static Map<String, Integer> tags(PDStructureNode node, Map<String, Integer> counts) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        counts.merge(element.getStructureType(), 1, Integer::sum);
        tags(element, counts);
      }
    }
    return counts;
  }

  private static void sequences(PDStructureNode node, List<COSDictionary> found) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if ("Part".equals(element.getStructureType())) {
          found.add(element.getCOSObject());
        }
        sequences(element, found);
      }
    }
  }
}
