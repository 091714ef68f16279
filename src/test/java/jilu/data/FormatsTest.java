package jilu.data;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.document.JsonDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import jilu.External;
import jilu.SmallEdition;
import jilu.transform.Xslt;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data by the schemas and readers of others; where none can be had here, by the rules of their standard in our own words. */
class FormatsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Xslt XSLT = new Xslt();
  @TempDir static Path output;
  @TempDir static Path small;
  private static Map<String, String> files;
  private static Map<String, String> addressed;

  @BeforeAll
  static void write() throws Exception {
    files = DataFiles.of(Path.of("."), output);
    addressed = DataFiles.of(SmallEdition.addressed(small.resolve("in")).folder(), small.resolve("out"));
  }

  private static List<String> both(String pattern) {
    return Stream.of(files, addressed)
        .flatMap(map -> map.entrySet().stream()).filter(file -> file.getKey().matches(pattern)).map(Map.Entry::getValue)
            .toList();
  }

  /** The schema of RFC 7946 by its authors. */
  @Test
  void geojson_is_valid() throws IOException {
    Path schema = External.npm("geojson-schema/FeatureCollection.json");
    var check = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(Files.readString(schema));
    String places = files.get("data/places.geojson");
    assertThat(check.validate(JSON.readTree(places))).isEmpty();
    assertThat(check.validate(JSON.readTree(places.replaceFirst("\"Point\"", "\"Spot\"")))).isNotEmpty();
  }

  /** Nothing of a document is lost when its words are taken for those of schema.org. */
  @Test
  void json_ld_expands_without_loss() throws Exception {
    var context = JsonDocument.of(new StringReader("{\"@context\": {\"@vocab\": \"https://schema.org/\"}}"));
    for (String document : both("data/jsonld/.*")) {
      var expanded = JsonLd.expand(JsonDocument.of(new StringReader(document))).loader((url, options) -> context)
          .base("https://example.org/").get();
      List<String> before = new ArrayList<>();
      strings(JSON.readTree(document), before);
      before.remove("https://schema.org/");
      List<String> after = new ArrayList<>();
      strings(JSON.readTree(expanded.toString()), after);
      assertThat(after).hasSameSizeAs(before);
      assertThat(expanded.toString()).contains("https://schema.org/ArchiveComponent", "https://schema.org/name");
    }
  }

  private static void strings(JsonNode node, List<String> found) {
    if (node.isValueNode()) {
      found.add(node.asText());
    }
    node.forEach(child -> strings(child, found));
  }

  /** Citation.js knows every field of CSL-JSON and its type; what it does not know, it takes away. */
  @Test
  void csl_json_has_only_what_a_reader_of_it_knows() throws IOException {
    for (JsonNode file : read(".csl.json")) {
      JsonNode items = JSON.readTree(content(file));
      assertThat(file.get("items")).isEqualTo(items);
      for (JsonNode item : items) {
        assertThat(item.get("type").asText()).isIn("book", "chapter");
      }
    }
  }

  /** What each reader does not take over: fields that it lacks, or puts elsewhere. */
  private static final Map<String, Set<String>> UNREAD = Map.of(
      ".ris Citation.js", Set.of("editor", "original-date"), ".bib Citation.js", Set.of(),
      ".bib biblatex-csl-converter", Set.of("genre", "issue"));

  /** Title, names, dates, volume, pages … of the document and of each source arrive; of a day, a reader of RIS takes the year. */
  @Test
  void reference_managers_read_every_field() throws IOException {
    Map<String, String> theirs = Map.of("genre", "keyword", "version", "edition");
    for (String end : List.of(".ris", ".bib")) {
      for (JsonNode file : read(end)) {
        List<JsonNode> sent = new ArrayList<>();
        JsonNode own = JSON.readTree(content(file, end, ".csl.json")).get(0);
        sent.add(own);
        own.at("/custom/sources").forEach(sent::add);
        assertThat(file.get("items")).hasSize(sent.size());
        file.get("complaints").forEach(one -> assertThat(one.get("field_name").asText()).isEqualTo("related"));
        Set<String> unread = UNREAD.get(end + " " + file.get("reader").asText());
        for (int i = 0; i < sent.size(); i++) {
          JsonNode got = file.get("items").get(i);
          for (String field : List.of("title", "title-short", "container-title", "author", "editor", "issued", "original-date",
              "version", "volume", "issue", "page", "publisher", "publisher-place", "genre", "URL", "note")) {
            if (sent.get(i).has(field) && !unread.contains(field)) {
              String read = plain(got.path(theirs.getOrDefault(field, field)));
              boolean year = end.equals(".ris") && field.equals("issued");
              assertThat(plain(sent.get(i).get(field))).as(file.get("file") + " " + field)
                  .isEqualTo(year ? read + plain(sent.get(i).get(field)).substring(read.length()) : read);
            }
          }
        }
      }
    }
  }

  /** A value without what readers write in their own way: names in one part, dashes, dates in numbers. */
  private static String plain(JsonNode value) {
    if (value.has("date-parts")) {
      List<String> numbers = new ArrayList<>();
      value.get("date-parts").forEach(date -> date.forEach(part -> numbers.add(part.asText())));
      return String.join("-", numbers);
    }
    List<String> words = new ArrayList<>();
    strings(value, words);
    return String.join(" ", words).replaceAll("[–/]", "-");
  }

  /** What is printed for the files of an ending in both editions. */
  private static List<JsonNode> read(String end) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    Path modules = External.npm("@citation-js/core/package.json").getParent().getParent().getParent();
    for (Path folder : List.of(output, small.resolve("out"))) {
      String printed = External.run("install Node.js", "node", "src/test/npm/read.js", modules.toString(),
          folder.resolve("html/cite").toString());
      for (String line : printed.split("\n")) {
        JsonNode file = JSON.readTree(line);
        if (file.get("file").asText().endsWith(end)) {
          lines.add(((com.fasterxml.jackson.databind.node.ObjectNode) file).put("folder", folder.toString()));
        }
      }
    }
    assertThat(lines).hasSizeGreaterThanOrEqualTo(13 + 3);
    return lines;
  }

  private static String content(JsonNode file) throws IOException {
    return content(file, "", "");
  }

  private static String content(JsonNode file, String end, String other) throws IOException {
    return Files.readString(Path.of(file.get("folder").asText(), "html/cite", file.get("file").asText().replace(end, other)));
  }

  @Test
  void biblatex_is_parsed_and_says_the_same_as_csl() throws Exception {
    for (String name : files.keySet().stream().filter(file -> file.endsWith(".bib")).toList()) {
      BibTeXDatabase parsed = new BibTeXParser().parseFully(new StringReader(files.get(name)));
      JsonNode item = JSON.readTree(files.get(name.replace(".bib", ".csl.json"))).get(0);
      assertThat(parsed.getEntries()).hasSize(1 + item.at("/custom/sources").size());
      var entry = parsed.getEntries().values().iterator().next();
      assertThat(entry.getType().getValue()).isEqualTo(item.get("type").asText().equals("book") ? "collection"
          : "incollection");
      for (String[] pair : new String[][] {{"title", "title"}, {"edition", "version"}, {"publisher", "publisher"},
          {"keywords", "genre"}}) {
        if (item.has(pair[1])) {
          assertThat(entry.getField(new org.jbibtex.Key(pair[0])).toUserString()).isEqualTo(item.get(pair[1]).asText());
        }
      }
    }
  }

  /** A tag of two characters, two blanks, a hyphen; TY first, ER last; slashes only in dates; M3 is a DOI to some. */
  @Test
  void ris_keeps_its_rules() {
    for (String text : both("html/cite/.*\\.ris")) {
      assertThat(text.replace("\r\n", "")).doesNotContain("\n");
      for (String entry : text.split("(?<=ER  - )\r\n(?:\r\n)?")) {
        List<String> lines = List.of(entry.split("\r\n"));
        assertThat(lines).allMatch(line -> line.matches("[A-Z][A-Z0-9]  - .*"));
        assertThat(lines.get(0)).isIn("TY  - BOOK", "TY  - CHAP", "TY  - JOUR");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("ER  - ");
        assertThat(lines).noneMatch(line -> line.startsWith("M3"))
            .allMatch(line -> !line.startsWith("DA") || line.matches("DA  - [0-9]{4}(/[0-9]{2}){0,2}"))
            .allMatch(line -> !line.startsWith("PY") || line.matches("PY  - [0-9]{4}(–[0-9]{4})?"));
      }
    }
  }

  /** What the rules of CMIF want beyond its grammar: both ends of a letter, and an edition that is there. */
  @Test
  void letters_have_both_ends_and_name_their_edition() {
    for (String text : both("data/cmif\\.xml")) {
      XdmNode tei = parse(text);
      assertThat(values(tei, "//*:correspDesc/string-join(*:correspAction/@type, ' ')")).containsOnly("sent received");
      assertThat(values(tei, "//*:correspDesc[not(substring-after(@source, '#') = //*:bibl/@xml:id)]")).isEmpty();
      assertThat(values(tei, "//(*:persName | *:orgName)/@ref[not(matches(., '^https?://'))]")).isEmpty();
    }
  }

  /** The reader of BEACON by its editor finds each meta field and, from each person, each document that names it. */
  @Test
  void beacon_is_read() throws Exception {
    Path home = SmallEdition.addressed(small.resolve("flagship")).folder();
    for (Path file : sources(Path.of("tei"))) {
      Path copy = Files.createDirectories(home.resolve(file).getParent()).resolve(file.getFileName());
      Files.writeString(copy, Files.readString(file).replace("<availability",
          "<idno type=\"URI\">https://example.org/lushun/</idno>"
          + "<availability"));
    }
    Map<String, String> flagship = DataFiles.of(home, small.resolve("flagship-out"));
    assertThat(beacons(files)).isEmpty();
    assertThat(beacons(addressed)).containsExactly("data/beacon.viaf.txt", "data/beacon.wikidata.txt");
    assertThat(beacons(flagship)).containsExactly("data/beacon.viaf.txt", "data/beacon.wikidata.txt");
    JsonNode dump = beacon(small.resolve("out/data/beacon.viaf.txt"));
    assertThat(JSON.treeToValue(dump.get("meta"), Map.class)).isEqualTo(Map.of("FORMAT", "BEACON", "PREFIX",
        "http://viaf.org/viaf/{ID}",
        "TARGET", "https://example.org/small/documents/{ID}.html", "NAME", "小集", "INSTITUTION", "某社", "CONTACT",
            "a@example.org",
        "HOMEPAGE", "https://example.org/small/data.html", "FEED", "https://example.org/small/data/beacon.viaf.txt",
        "TIMESTAMP", "2020-01-01"));
    assertThat(links(dump)).containsExactly(
        "http://viaf.org/viaf/1 第一次谈话 https://example.org/small/documents/d19000101.html");
    for (String name : beacons(flagship)) {
      JsonNode catalog = JSON.readTree(flagship.get("data/catalog.json"));
      String prefix = name.contains("viaf") ? "http://viaf.org/viaf/" : "http://www.wikidata.org/entity/";
      Set<String> expected = new TreeSet<>();
      for (JsonNode document : catalog.get("documents")) {
        for (String role : List.of("parties", "sent", "received")) {
          for (JsonNode agent : document.path(role)) {
            for (JsonNode same : agent.path("sameAs")) {
              if (same.asText().startsWith(prefix)) {
                expected.add(same.asText() + " " + document.get("title").asText()
                    + " https://example.org/lushun/documents/"
                    + document.get("id").asText() + ".html");
              }
            }
          }
        }
      }
      assertThat(links(beacon(small.resolve("flagship-out").resolve(name)))).as(name).isNotEmpty()
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void a_bar_in_a_title_does_not_part_a_link() throws Exception {
    SmallEdition edition = SmallEdition.addressed(small.resolve("bar"))
        .with("documents/d19000101.xml", "<title type=\"main\">第一次谈话", "<title type=\"main\">甲|乙");
    DataFiles.of(edition.folder(), small.resolve("bar-out"));
    assertThat(links(beacon(small.resolve("bar-out/data/beacon.viaf.txt"))))
        .containsExactly("http://viaf.org/viaf/1 甲｜乙 https://example.org/small/documents/d19000101.html");
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> file.toString().endsWith(".xml")).toList();
    }
  }

  private static List<String> beacons(Map<String, String> files) {
    return files.keySet().stream().filter(name -> name.contains("beacon")).toList();
  }

  private static JsonNode beacon(Path file) throws IOException {
    Path modules = External.npm("beacon-links/package.json").getParent().getParent();
    JsonNode dump = JSON.readTree(External.run("install Node.js", "node", "src/test/npm/beacon.js",
        modules.toString(), file.toString()));
    assertThat(dump.get("unread")).isEmpty();
    return dump;
  }

  private static List<String> links(JsonNode dump) {
    List<String> links = new ArrayList<>();
    dump.get("links").forEach(link -> {
      assertThat(link.get("relation").asText()).isEqualTo("http://www.w3.org/2000/01/rdf-schema#seeAlso");
      links.add(Stream.of("source", "annotation", "target").map(part -> link.get(part).asText()).collect(joining(" ")));
    });
    return links;
  }

  /** A harvester takes the static repository over: who keeps it, each record with its Dublin Core. */
  @Test
  void static_repository_is_harvested() throws IOException {
    Path repository = small.resolve("out/data/oai.xml");
    String get = "install HTTP::OAI for Perl (Debian: libhttp-oai-perl)";
    External.needs(get, "perl", "-MHTTP::OAI", "-e", "1");
    String printed = External.run(get, "perl", "-MHTTP::OAI", "-CS", "-e", """
        my $harvester = HTTP::OAI::Harvester->new(baseURL => "file://$ARGV[0]");
        my $identity = $harvester->Identify; die $identity->message if $identity->is_error;
        print join("|", $identity->version, $identity->repositoryName, $identity->adminEmail), "\\n";
        my $records = $harvester->ListRecords(metadataPrefix => "oai_dc"); die $records->message if $records->is_error;
        while (my $record = $records->next) {
          my $core = $record->metadata->dom;
          print join("|", $record->identifier, $record->datestamp, map { $core->findvalue(".//*[local-name() = '$_']") }
              "title", "date", "identifier"), "\\n";
        }
        """, repository.toAbsolutePath().toString());
    assertThat(printed.lines()).containsExactly("2.0s|小集|a@example.org",
        "oai:example.org:d19000101|2020-01-01|第一次谈话|1900-01-01|https://example.org/small/documents/d19000101.html",
        "oai:example.org:d19000102|2020-01-01|第二次谈话|1900-01-02|https://example.org/small/documents/d19000102.html");
  }

  /** A static repository for OAI-PMH 2.0: who, in what form, and a record with Dublin Core for each document. */
  @Test
  void static_repository_keeps_its_rules() {
    XdmNode repository = parse(addressed.get("data/oai.xml"));
    assertThat(values(repository, "/*/*/local-name()")).containsExactly("Identify", "ListMetadataFormats",
        "ListRecords");
    assertThat(values(repository, "/*/*:Identify/*/local-name()")).containsExactly(
        "repositoryName", "baseURL", "protocolVersion", "adminEmail", "earliestDatestamp", "deletedRecord",
            "granularity");
    assertThat(values(repository, "//*:record/*:header/*:identifier")).hasSize(2).doesNotHaveDuplicates()
        .allMatch(id -> id.matches("oai:[a-zA-Z][a-zA-Z0-9\\-]*(\\.[a-zA-Z][a-zA-Z0-9\\-]*)+:.+"));
    assertThat(values(repository, "//*:datestamp")).allMatch(date -> date.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"));
    Set<String> core = Set.of("title", "creator", "subject", "description", "publisher", "contributor", "date", "type",
        "format", "identifier",
        "source", "language", "relation", "coverage", "rights");
    assertThat(values(repository, "//*:metadata/*/*/local-name()")).isNotEmpty().allMatch(core::contains);
    assertThat(values(repository, "//*:metadata/*/*[local-name() = 'identifier']")).allMatch(a ->
        a.startsWith("https://example.org/small/documents/"));
  }

  private static XdmNode parse(String xml) {
    return XSLT.tree(new StreamSource(new StringReader(xml)));
  }

  private static List<String> values(XdmNode tree, String expression) {
    try {
      List<String> found = new ArrayList<>();
      for (XdmItem item : XSLT.xpath().evaluate(expression, tree)) {
        found.add(item.getStringValue());
      }
      return found;
    } catch (net.sf.saxon.s9api.SaxonApiException e) {
      throw new AssertionError(expression, e);
    }
  }
}
