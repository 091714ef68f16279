package jilu.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jilu.SmallEdition;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data files of the edition, and of a small one that has an address. */
class DataTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir static Path output;
  @TempDir static Path small;
  private static Map<String, String> files;

  @BeforeAll
  static void write() throws Exception {
    files = DataFiles.of(Path.of("."), output);
  }

  @Test
  void catalog_is_as_its_schema_says() throws Exception {
    var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(files.get("data/catalog.schema.json"));
    JsonNode catalog = json("data/catalog.json");
    assertThat(schema.validate(catalog)).isEmpty();
    assertThat(catalog.get("documents")).hasSize(12);
    ((com.fasterxml.jackson.databind.node.ObjectNode) catalog.get("documents").get(0)).put("date", "1949年");
    assertThat(schema.validate(catalog)).hasSize(1);
  }

  @Test
  void table_has_a_row_per_document_and_as_many_cells_in_each() {
    List<String> rows = files.get("data/catalog.csv").lines().toList();
    assertThat(rows).hasSize(13).allSatisfy(row -> assertThat(row.split(",", -1)).hasSize(11));
  }

  @Test
  void a_cell_with_marks_of_the_table_is_read_as_it_is_and_none_is_a_formula(@TempDir Path folder)
      throws Exception {
    SmallEdition edition = SmallEdition.in(folder.resolve("in"))
        .with("documents/d19000101.xml", "<title type=\"main\">第一次谈话", "<title type=\"main\">甲, 乙")
        .with("documents/d19000102.xml", "<title type=\"main\">第二次谈话", "<title type=\"main\">=\"1\"");
    String table = DataFiles.of(edition.folder(), folder.resolve("out")).get("data/catalog.csv").substring(1);
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var read = CSVParser.parse(table, format)) {
      assertThat(read.getRecords()).extracting(row -> row.get("title")).containsExactly("甲, 乙", "'=\"1\"");
    }
  }

  @Test
  void letters_name_writer_addressee_and_day() {
    assertThat(files.get("data/cmif.xml").split("<correspDesc ", -1)).hasSize(6);
    assertThat(files.get("data/cmif.xml"))
        .contains("<persName ref=\"http://www.wikidata.org/entity/Q855\">斯大林</persName>", "when=\"1952-04-02\"");
  }

  @Test
  void places_stand_with_longitude_first() throws Exception {
    JsonNode features = json("data/places.geojson").get("features");
    assertThat(features).anySatisfy(place -> {
      assertThat(place.get("id").asText()).isEqualTo("lushun-port");
      assertThat(place.at("/geometry/coordinates").toString()).isEqualTo("[121.267,38.8]");
    });
    assertThat(features).allSatisfy(place -> assertThat(place.at("/geometry/coordinates/0").asDouble()).isBetween(30.0,
        180.0));
  }

  @Test
  void what_the_tei_does_not_say_is_not_written() {
    assertThat(files).doesNotContainKeys("data/beacon.viaf.txt", "data/oai.xml");
    assertThat(files.get("html/cite/d19520328.csl.json")).doesNotContain("\"URL\": \"http://localhost",
        "publisher-place");
  }

  @Test
  void every_json_file_is_json() throws Exception {
    for (String name : files.keySet()) {
      if (name.matches(".*\\.(geo)?json(ld)?")) {
        JSON.readTree(files.get(name));
      }
    }
  }

  @Test
  void plain_text_is_the_words_of_the_document_alone_and_with_its_apparatus() {
    assertThat(files.get("data/text/d19490204.txt")).startsWith("关于民族问题和对外关系问题\n").doesNotContain(".....", "爱国主义性质\n如果",
        "【");
    assertThat(files.get("data/text/d19490204.apparatus.txt")).contains("\n.....\n[p1] 毛泽东说",
        "[base] 《俄罗斯解密档案·中苏关系》第1卷第420页");
  }

  @Test
  void references_come_in_all_styles_for_document_sources_and_paragraphs() throws Exception {
    JsonNode all = json("html/cite/d19491216.json");
    assertThat(all.at("/document/sources/0/gbt7714-2025").asText())
        .contains("[A]//沈志华. 俄罗斯解密档案·中苏关系：第2卷. 东方出版中心，2014/2015：175");
    assertThat(all.at("/document-en/chicago").asText())
        .isEqualTo("“关于中苏条约及撤军、贷款、援助等问题：毛泽东与斯大林的会谈记录（摘录）.” In Sino-Soviet"
        + " Documents on the Question of Port Lüshun: A Compilation, version 0.1.0, edited by 诸夏怀斯社. 1949; Jilu, 2026.");
    assertThat(all.at("/document/mla").asText()).isEqualTo("《关于中苏条约及撤军、贷款、援助等问题：毛泽东与斯大林的会谈记录（摘录）》. 1949年12月16日."
        + " 《中苏关于旅顺港问题的档案资料辑录》, 诸夏怀斯社编, 0.1.0版, Jilu, 2026.");
    assertThat(all.at("/document/sources/0/mla").asText()).endsWith("沈志华编, 第2卷, 东方出版中心, 2014/2015, 第175页.");
    assertThat(all.at("/document/sources/1/mla").asText()).contains("第136～138页");
    assertThat(all.at("/document-en/mla").asText()).contains("16 Dec. 1949", "Version 0.1.0");
    assertThat(all.get("paragraphs")).hasSize(10);
    assertThat(all.at("/paragraphs/d19491216.p3/gbt7714-2025").asText()).endsWith("Jilu，2026：第3段.");
    assertThat(all.at("/paragraphs/d19491216.p3/chicago-note").asText()).contains(", 收入《中苏关于").endsWith("第3段.");
    assertThat(all.at("/paragraphs-en/d19491216.p3/gbt7714-2015").asText()).endsWith("Jilu, 2026: para. 3.");
    assertThat(all.at("/paragraphs-en/d19491216.p3/chicago-note").asText()).endsWith("(1949; Jilu, 2026), para. 3.");
    assertThat(all.at("/paragraphs-en/d19491216.p3/mla-in-text").asText()).endsWith("par. 3)");
    assertThat(all.at("/document/sources/1/chicago-note").asText()).contains(", 第136～138页, http");
    assertThat(all.at("/document-en/sources/0/chicago-note").asText()).endsWith("(1949; 东方出版中心, 2014/2015), 175.");
  }

  @Test
  void preface_is_a_part_of_its_edition_with_references_of_its_own() throws Exception {
    JsonNode item = json("html/cite/lushun.preface.csl.json").get(0);
    assertThat(item.get("type").asText()).isEqualTo("chapter");
    assertThat(item.get("container-title").asText()).isEqualTo("中苏关于旅顺港问题的档案资料辑录");
    JsonNode all = json("html/cite/lushun.preface.json");
    assertThat(all.at("/document/gbt7714-2025").asText()).startsWith("辑录者序[G]//诸夏怀斯社. 中苏关于");
    assertThat(all.at("/document-en/chicago").asText()).startsWith("“Compiler’s Preface.” In Sino-Soviet Documents");
    assertThat(all.at("/paragraphs/preface.p7/gbt7714-2025").asText()).endsWith("：第7段.");
    assertThat(all.at("/paragraphs-en/preface.p7/mla-in-text").asText()).endsWith("par. 7)");
    assertThat(json("html/cite/lushun.json").get("paragraphs")).isEmpty();
    assertThat(files.get("html/cite/lushun.preface.bib")).startsWith("@incollection{lushun.preface,");
    assertThat(files.get("html/cite/lushun.preface.ris")).startsWith("TY  - CHAP\r\n");
  }

  @Test
  void western_names_are_turned_round_and_chinese_ones_keep_their_order() throws Exception {
    JsonNode stalin = json("html/cite/d19520402.json");
    assertThat(stalin.at("/document-en/chicago").asText()).startsWith("Stalin, Joseph. “");
    assertThat(stalin.at("/document-en/chicago-note").asText()).startsWith("Joseph Stalin, “");
    assertThat(stalin.at("/document-en/mla").asText()).startsWith("Stalin, Joseph. “");
    assertThat(stalin.at("/document-en/gbt7714-2025").asText()).startsWith("Stalin J. ");
    assertThat(stalin.at("/document/chicago").asText()).startsWith("斯大林. 《");
    JsonNode mao = json("html/cite/d19520328.json");
    for (String style : List.of("chicago", "mla", "gbt7714-2025")) {
      assertThat(mao.at("/document-en/" + style).asText()).startsWith("Mao Zedong. ");
    }
    assertThat(mao.at("/document-en/chicago-note").asText()).startsWith("Mao Zedong, “");
  }

  @Test
  void reference_managers_get_the_document_and_its_sources() {
    assertThat(files.get("html/cite/d19580731.bib")).contains("@incollection{d19580731,", "@article{d19580731.s1,",
        "journaltitle = {");
    assertThat(files.get("html/cite/d19520328.ris")).startsWith("TY  - CHAP\r\nAU  - 毛泽东\r\n")
        .contains("VL  - 4\r\n", "SP  - 166\r\nEP  - 167\r\n").endsWith("ER  - \r\n");
    assertThat(files.get("html/cite/d19520328.xml")).contains("<biblScope unit=\"volume\">4</biblScope>")
        .containsPattern("</title>\\s*<idno type=\"URI\">http://pan.baidu.com/s/1hsspHGC</idno>\\s*<imprint>");
  }

  @Test
  void links_hold_from_both_folders_of_data() throws Exception {
    for (String folder : List.of("data", "html/data")) {
      for (JsonNode document : json(folder + "/catalog.json").get("documents")) {
        assertThat(Path.of(folder).resolve(document.at("/files/csl").asText()).normalize())
            .hasToString("html/cite/" + document.get("id").asText() + ".csl.json");
      }
      assertThat(Path.of(folder, "jsonld").resolve(json(folder + "/jsonld/d19520402.jsonld").at("/encoding/contentUrl")
          .asText()).normalize())
          .hasToString("html/tei/d19520402.xml");
    }
  }

  @Test
  void an_edition_with_an_address_is_harvested() throws Exception {
    SmallEdition edition = SmallEdition.addressed(small.resolve("in"));
    assertThat(edition.findings()).isEmpty();
    Map<String, String> files = DataFiles.of(edition.folder(), small.resolve("out"));
    assertThat(files.get("data/oai.xml")).contains("oai:example.org:d19000102");
    assertThat(files.get("html/cite/d19000101.json"))
        .contains("https://example.org/small/documents/d19000101.html#d19000101.p2");
    assertThat(files.get("html/cite/small.preface.json"))
        .contains("https://example.org/small/preface.html#preface.p1");
  }

  private static JsonNode json(String name) throws IOException {
    return JSON.readTree(files.get(name).getBytes(StandardCharsets.UTF_8));
  }
}
