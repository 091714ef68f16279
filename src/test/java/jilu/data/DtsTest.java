package jilu.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.document.JsonDocument;
import com.damnhandy.uri.template.UriTemplate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import jilu.SmallEdition;
import jilu.transform.Xslt;
import jilu.validate.Grammar;
import jilu.validate.Reader;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Distributed Text Services 1.0 as files: by a schema written from the specification's tables, by a processor of
 * JSON-LD, and by a client that knows nothing but the entry point. No registry has a checker of the editors' own.
 */
class DtsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Xslt XSLT = new Xslt();
  private static final String ADDRESS = "https://example.org/small/";
  /** The terms of the specification; in its context each is named after itself. */
  private static final List<String> TERMS = List.of("CitableUnit", "CitationTree", "CiteStructure", "Collection",
      "EntryPoint", "Navigation", "Resource", "citationTrees", "citeStructure", "citeType", "collection", "document",
      "download", "dtsVersion", "identifier", "level", "mediaTypes", "member", "navigation", "parent", "ref", "resource",
      "title", "totalChildren", "totalParents");

  @TempDir static Path folder;
  /** The edition, a small one with an address, one in English: their files by their paths. */
  private static Map<String, Map<String, String>> editions;
  private static JsonSchema schema;

  @BeforeAll
  static void write() throws Exception {
    editions = new TreeMap<>(Map.of(
        "flagship", DataFiles.of(Path.of("."), folder.resolve("flagship")),
        "small", DataFiles.of(SmallEdition.addressed(folder.resolve("in")).folder(), folder.resolve("small")),
        "english", DataFiles.of(SmallEdition.english(folder.resolve("abroad")).folder(), folder.resolve("english"))));
    schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(editions.get("flagship").get("data/dts.schema.json"));
  }

  private static Stream<String> answers() {
    return editions.values().stream().flatMap(files -> files.entrySet().stream())
        .filter(file -> file.getKey().matches("(html/)?data/dts/.*")).map(Map.Entry::getValue);
  }

  @Test
  void answers_are_as_the_specification_wants() throws IOException {
    // Per folder: the entry, four of the whole; three of each document, the paragraphs of each and each paragraph.
    assertThat(answers()).hasSize(2 * (5 + 12 * 4 + 60 + 5 + 2 * 4 + 3 + 5 + 2 * 4 + 2));
    for (String answer : answers().toList()) {
      assertThat(schema.validate(JSON.readTree(answer))).as(answer).isEmpty();
    }
  }

  /** Each property that the specification calls required is missed, each other may be left out. */
  @Test
  void schema_misses_what_is_required() throws IOException {
    var files = editions.get("small");
    Map<String, List<String>> required = Map.of(
        "index", List.of("@context", "@id", "@type", "dtsVersion", "collection", "navigation", "document"),
        "collection", List.of("@context", "@id", "@type", "dtsVersion", "title", "totalParents", "totalChildren",
            "collection"),
        "collection/d19000101", List.of("@context", "@id", "@type", "dtsVersion", "title", "totalParents",
            "collection", "navigation",
            "document"),
        "navigation/d19000101", List.of("@context", "@id", "@type", "dtsVersion", "resource"));
    for (var one : required.entrySet()) {
      JsonNode answer = JSON.readTree(files.get("data/dts/" + one.getKey() + ".json"));
      assertThat(needed(answer, answer)).as(one.getKey()).containsExactlyInAnyOrderElementsOf(one.getValue());
    }
    JsonNode navigation = JSON.readTree(files.get("data/dts/navigation/d19000101/d19000101.p1.json"));
    assertThat(needed(navigation, navigation.get("ref"))).containsExactlyInAnyOrder("@type", "identifier", "level",
        "parent");
    assertThat(needed(navigation, navigation.get("resource")))
        .containsExactlyInAnyOrder("@id", "@type", "collection", "navigation", "document", "citationTrees");
    assertThat(needed(navigation, navigation.at("/resource/citationTrees/0"))).containsExactly("@type");
    assertThat(needed(navigation, navigation.at("/resource/citationTrees/0/citeStructure/0")))
        .containsExactly("citeType");
  }

  /** The properties of a part without which the whole is not valid. */
  private static List<String> needed(JsonNode whole, JsonNode part) {
    List<String> needed = new ArrayList<>();
    for (String name : keys(part)) {
      JsonNode value = ((ObjectNode) part).remove(name);
      if (!schema.validate(whole).isEmpty()) {
        needed.add(name);
      }
      ((ObjectNode) part).set(name, value);
      assertThat(schema.validate(whole)).isEmpty();
    }
    return needed;
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  void schema_knows_wrong_values() throws IOException {
    String navigation = editions.get("small").get("data/dts/navigation/d19000101/d19000101.p1.json");
    for (String[] change : new String[][] {{"\"level\": 1", "\"level\": \"1\""}, {"\"parent\": null", "\"parent\": 0"},
        {"{/ref}", "{/ref"}, {"{/ref}", "{/ref}{"}, {"\"Navigation\"", "\"Passage\""}, {"\"ref\": {", "\"place\": {"},
        {"\"CitationTree\"", "\"CitationTree\", \"identifier\": \"a\""}, {"\"citeType\"", "\"type\""},
        {"\"totalParents\": 1", "\"totalParents\": -1"}, {"application/tei+xml", "tei"}}) {
      assertThat(navigation).contains(change[0]);
      assertThat(schema.validate(JSON.readTree(navigation.replace(change[0], change[1])))).as(change[1]).isNotEmpty();
    }
  }

  /** Nothing is lost to a reader of linked data, and each thing is of a kind that the specification has. */
  @Test
  void answers_are_linked_data() throws Exception {
    String terms = TERMS.stream().map("\"%1$s\": \"dts:%1$s\""::formatted).collect(Collectors.joining(", "));
    var context = JsonDocument.of(new StringReader("{\"@context\": {\"dts\": \"https://dtsapi.org/v1.0#\", " + terms
        + """
        , "lang": "@language", "value": "@value", "dublinCore": {"@id": "@nest", "@context": {
          "@vocab": "http://purl.org/dc/terms/", "title": {"@id": "http://purl.org/dc/terms/title"}}}}}"""));
    for (String answer : answers().toList()) {
      String expanded = JsonLd.expand(JsonDocument.of(new StringReader(answer))).loader((address, options) -> {
        assertThat(address).hasToString("https://dtsapi.org/context/v1.0.json");
        return context;
      }).base(ADDRESS).get().toString();
      assertThat(values(JSON.readTree(expanded))).as(answer).isEqualTo(values(JSON.readTree(answer)) - 1);
      assertThat(JSON.readTree(expanded).findValues("@type").stream().map(type -> type.get(0).asText()))
          .allMatch(type -> type.startsWith("https://dtsapi.org/v1.0#"));
    }
  }

  private static long values(JsonNode node) {
    long count = node.isValueNode() && !node.isNull() ? 1 : 0;
    for (JsonNode child : node) {
      count += values(child);
    }
    return count;
  }

  /** A client that expands the templates it is given (RFC 6570) comes from the entry to every paragraph and back. */
  @Test
  void a_client_comes_from_the_entry_to_every_paragraph() throws Exception {
    for (var edition : editions.entrySet()) {
      for (String start : List.of("data/dts/index.json", "html/data/dts/index.json")) {
        var client = new Client(edition.getValue());
        Answer entry = client.json(start);
        Answer root = client.follow(entry, "collection", Map.of());
        assertThat(client.follow(entry, "collection", Map.of("id", root.text("@id"))).node.get("member"))
            .hasSameSizeAs(root.node.get("member")).hasSize(root.node.get("totalChildren").asInt());
        assertThat(client.follow(root, "collection", Map.of("nav", "parents")).node.get("member")).isEmpty();
        for (JsonNode member : root.node.get("member")) {
          String id = member.get("@id").asText();
          Answer document = client.follow(entry, "collection", Map.of("id", id));
          assertThat(client.follow(document, "collection", Map.of("nav", "parents")).node.at("/member/0/@id").asText())
              .isEqualTo(root.text("@id"));
          assertThat(client.follow(document, "collection", Map.of("nav", "children")).node.get("member")).isEmpty();
          Answer navigation = client.follow(entry, "navigation", Map.of("resource", id));
          assertThat(navigation.text("@id")).isEqualTo(client.written(navigation));
          assertThat(client.file(root.with(member), "document", Map.of())).isEqualTo("html/tei/" + id + ".xml");
          List<String> units = navigation.node.get("member").findValuesAsText("identifier");
          assertThat(document.node.get("citationTrees")).hasSize(units.isEmpty() ? 0 : 1);
          assertThat(units).isEqualTo(strings(source(edition.getKey(), id), "//*:text//*:p/@xml:id"));
          for (String unit : units) {
            Answer one = client.follow(root.with(member), "navigation", Map.of("ref", unit));
            assertThat(one.node.at("/ref/identifier").asText()).isEqualTo(unit);
            assertThat(client.file(entry, "document", Map.of("resource", id, "ref", unit))).isIn(client.files.keySet())
                .isEqualTo(client.file(one.with(one.node.get("resource")), "document", Map.of("ref", unit)));
          }
        }
      }
    }
  }

  /** A document as it was encoded. */
  private static String source(String edition, String id) throws IOException {
    Path sources = Map.of("flagship", Path.of("."), "small", folder.resolve("in"), "english",
        folder.resolve("abroad")).get(edition);
    return Files.readString(sources.resolve("tei/documents/" + id + ".xml"));
  }

  /** An answer, and the file that it came from. */
  private record Answer(String file, JsonNode node) {
    String text(String property) {
      return node.get(property).asText();
    }

    Answer with(JsonNode part) {
      return new Answer(file, part);
    }
  }

  /** Reads files by the addresses that the answers give. */
  private record Client(Map<String, String> files) {
    Answer json(String file) throws IOException {
      assertThat(files).containsKey(file);
      return new Answer(file, JSON.readTree(files.get(file)));
    }

    Answer follow(Answer from, String link, Map<String, Object> variables) throws IOException {
      return json(file(from, link, variables));
    }

    String file(Answer from, String link, Map<String, Object> variables) {
      String address = UriTemplate.fromTemplate(from.text(link)).expand(variables);
      return address.startsWith(ADDRESS) ? "html/" + address.substring(ADDRESS.length())
          : Path.of(from.file).resolveSibling(address).normalize().toString();
    }

    /** The address of an answer as it would itself write it. */
    String written(Answer answer) {
      return answer.file.startsWith("html/") && answer.text("@id").startsWith(ADDRESS)
          ? ADDRESS + answer.file.substring("html/".length())
          : "../".repeat(answer.file.replaceFirst("^.*data/", "").split("/").length - 1)
              + answer.file.replaceFirst("^.*data/", "");
    }
  }

  /**
   * An excerpt has the words of its paragraph and of no other, and is TEI but for the wrapper that the
   * specification wants.
   */
  @Test
  void excerpts_are_the_paragraphs(@TempDir Path unwrapped) throws Exception {
    var reader = new Reader(XSLT);
    for (String name : editions.keySet()) {
      for (var file : editions.get(name).entrySet()) {
        if (!file.getKey().startsWith("html/tei/")) {
          continue;
        }
        String excerpt = file.getValue();
        String id = Path.of(file.getKey()).getFileName().toString().replaceFirst("\\.xml$", "");
        String document = Path.of(file.getKey()).getParent().getFileName().toString();
        String words = "replace(//*:p[@xml:id = '" + id + "'], '\\s', '')";
        assertThat(strings(excerpt, "string(/Q{http://www.tei-c.org/ns/1.0}TEI/@xml:base)"))
            .containsExactly("../" + document + ".xml");
        assertThat(strings(excerpt, "replace(//Q{https://w3id.org/api/dts#}wrapper, '\\s', '')"))
            .isEqualTo(strings(source(name, document), words)).doesNotContain("");
        assertThat(strings(excerpt,
            "//*:text//text()[normalize-space()][not(ancestor::*:wrapper | ancestor::*:speaker)]")).isEmpty();
        assertThat(strings(excerpt, "//@ref[parent::*:wrapper]")).containsExactly("//*[@xml:id = '" + id + "']");
        Path plain = unwrapped.resolve(id + ".xml");
        Files.writeString(plain, excerpt.replaceAll("</?dts:wrapper[^>]*>", "")
            .replaceFirst(" xml:base=\"[^\"]*\"", " xml:id=\"excerpt\""));
        // A quotation that goes on in the next paragraph has its end there.
        boolean goesOn = excerpt.chars().filter(c -> c == '“').count() != excerpt.chars().filter(c -> c == '”').count();
        assertThat(reader.check(plain, id, Grammar.profile()).findings()).as(id)
            .filteredOn(finding -> !goesOn || !finding.code().equals("J042")).isEmpty();
      }
    }
    assertThat(strings(editions.get("small").get("html/tei/d19000101/d19000101.p2.xml"),
        "//*:sp/@who/string(), //*:sp/*:speaker"))
        .containsExactly("#yi", "乙：");
  }

  private static List<String> strings(String xml, String expression) throws SaxonApiException {
    XdmNode tree = XSLT.tree(new StreamSource(new StringReader(xml)));
    List<String> found = new ArrayList<>();
    for (XdmItem item : XSLT.xpath().evaluate(expression, tree)) {
      found.add(item.getStringValue());
    }
    return found;
  }
}
