package jilu.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import jilu.External;
import jilu.edition.Edition;
import jilu.transform.Xslt;
import jilu.validate.Grammar;
import jilu.validate.Reader;
import jilu.validate.Severity;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The edition in {@code tei/}, built once by the real parts. */
class FlagshipTest {
  @TempDir static Path output;
  private static Build.Report report;

  @BeforeAll
  static void build() throws IOException {
    report = new Build(Edition.in(Path.of(".")), output, Progress.quiet()).run();
  }

  @Test
  void has_no_findings_but_those_of_its_quotations_and_mixed_initials() {
    assertThat(report.findings()).isNotEmpty().allMatch(f -> f.code().startsWith("J50") && f.severity() != Severity.ERROR || f.code().equals("J036"));
  }

  @Test
  void every_character_of_the_transcript_is_in_every_output() {
    assertThat(report.characters()).isGreaterThan(7500);
  }

  @Test
  void has_twelve_documents_each_with_a_page_and_its_tei() throws IOException {
    assertThat(report.documents()).isEqualTo(12);
    try (Stream<Path> pages = Files.list(output.resolve("html/documents"))) {
      assertThat(pages.map(p -> p.getFileName().toString().replace(".html", ""))).hasSize(12)
          .allSatisfy(id -> assertThat(output.resolve("html/tei/" + id + ".xml")).exists());
    }
  }

  @Test
  void standalone_tei_validates_alone() throws IOException {
    var reader = new Reader(new Xslt());
    Grammar grammar = Grammar.profile();
    try (Stream<Path> files = Files.list(output.resolve("html/tei"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".xml")).toList()) {
        assertThat(reader.check(file, file.getFileName().toString(), grammar).findings()).as(file.toString()).noneMatch(f -> f.severity() == Severity.ERROR);
      }
    }
  }

  /** The check of conformance at the end of the build takes what lies there. */
  @Test
  void book_is_left_for_the_check_of_conformance() throws IOException {
    Path folder = Files.createDirectories(Path.of("target/conformance"));
    Files.copy(output.resolve("pdf/lushun.pdf"), folder.resolve("lushun.pdf"), StandardCopyOption.REPLACE_EXISTING);
    Files.copy(output.resolve("epub/lushun.epub"), folder.resolve("lushun.epub"), StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void ace_finds_no_violation_in_the_book_for_e_readers(@TempDir Path folder) throws IOException {
    Path modules = External.npm("@daisy/ace-core/package.json").getParent().getParent().getParent();
    String found = External.run("install Node.js", "node", "src/test/npm/ace.js", modules.toString(),
        output.resolve("epub/lushun.epub").toString(), folder.toString());
    assertThat(found.lines().filter(line -> line.startsWith("violation: "))).isEmpty();
    assertThat(found).as("package, contents, front, back and documents").contains("files: 17");
  }

  @Test
  void another_reader_of_pdf_finds_every_paragraph_in_the_text_layer() throws IOException {
    String text = External.run("install poppler (Debian: poppler-utils)", "pdftotext", "-raw", output.resolve("pdf/lushun.pdf").toString(), "-");
    String solid = text.replaceAll("\\s", "");
    assertThat(solid).contains("苏联外交部长A.Я.维辛斯基同志", "http://pan.baidu.com/s/1hsspHGC", "将被视为1950年2月14日协定", "改变这个协定要牵扯到雅尔塔会议的决定？！");
    assertThat(text).as("a line pulled apart").contains("底本《俄罗斯解密档案·中苏关系》第1卷第441页；并见《苏联解密档案选-毛泽东著作》第");
    assertThat(text.codePoints().filter(c -> c >= 0xE000 && c <= 0xF8FF || c >= 0x2E80 && c <= 0x2FDF).count()).isZero();
  }

  /** A spreadsheet takes a table without a mark for one in the encoding of its machine. */
  @Test
  void tables_tell_spreadsheets_that_they_are_utf_8() throws IOException {
    for (String table : List.of("catalog.csv", "interventions.csv")) {
      assertThat(Files.readString(output.resolve("data/" + table))).startsWith("\ufeff").endsWith("\r\n");
    }
  }

  @Test
  void data_are_as_their_schemas_say() throws IOException {
    var json = new ObjectMapper();
    for (String name : List.of("catalog", "interventions", "pages")) {
      var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Files.readString(output.resolve("data/" + name + ".schema.json")));
      String data = Files.readString(output.resolve("data/" + name + ".json"));
      assertThat(schema.validate(json.readTree(data))).as(name).isEmpty();
      for (String word : List.of("\"kind\"", "\"sheet\"", "\"role\"")) {
        boolean valid = schema.validate(json.readTree(data.replaceFirst(word, "\"other\""))).isEmpty();
        assertThat(valid).isNotEqualTo(data.contains(word));
      }
    }
  }

  /** A reader of RFC 4180 finds in the table what stands in the JSON, cell by cell. */
  @Test
  void tables_are_read_and_say_what_the_json_says() throws IOException {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    JsonNode rows = new ObjectMapper().readTree(Files.readString(output.resolve("data/interventions.json")));
    try (var table = format.parse(table("interventions"))) {
      List<CSVRecord> records = table.getRecords();
      assertThat(records).hasSameSizeAs(rows);
      for (int i = 0; i < records.size(); i++) {
        for (String column : table.getHeaderNames()) {
          assertThat(records.get(i).get(column).replaceFirst("^'", "")).isEqualTo(rows.get(i).get(column).asText());
        }
      }
    }
    JsonNode documents = new ObjectMapper().readTree(Files.readString(output.resolve("data/catalog.json")))
        .get("documents");
    try (var table = format.parse(table("catalog"))) {
      List<CSVRecord> records = table.getRecords();
      assertThat(records).hasSameSizeAs(documents).allMatch(CSVRecord::isConsistent);
      for (int i = 0; i < records.size(); i++) {
        assertThat(records.get(i).get("title")).isEqualTo(documents.get(i).get("title").asText());
        int paragraphs = documents.get(i).get("paragraphs").size();
        assertThat(records.get(i).get("paragraphs")).isEqualTo(String.valueOf(paragraphs));
      }
    }
  }

  /** A table without the mark that it is UTF-8. */
  private static StringReader table(String name) throws IOException {
    return new StringReader(Files.readString(output.resolve("data/" + name + ".csv")).substring(1));
  }

  @Test
  void book_has_a_page_for_each_part() {
    assertThat(report.pages()).isGreaterThanOrEqualTo(16);
    assertThat(output.resolve("pdf/lushun.pdf")).isNotEmptyFile();
  }
}
