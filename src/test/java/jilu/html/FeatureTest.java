package jilu.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jilu.SmallEdition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xmlunit.builder.DiffBuilder;

/** One feature per pair of files: what a text in TEI becomes on the page. */
class FeatureTest {
  private static final Path PAIRS = Path.of("src/test/resources/html");

  static List<String> features() throws Exception {
    try (Stream<Path> files = Files.list(PAIRS)) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".input.xml"))
          .map(name -> name.replace(".input.xml", "")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("features")
  void becomes(String feature) throws Exception {
    var text = Files.readString(PAIRS.resolve(feature + ".input.xml")).strip();
    var frame = Files.readString(PAIRS.resolve("frame.xml")).strip();
    var page = Site.parse(Site.html(Site.parse(frame.replace("<text/>", text))));
    var matter = Site.select(page, "//h:div[@class = 'source']/h:div[@class = 'text']").iterator().next().toString();
    var expected = Files.readString(PAIRS.resolve(feature + ".output.html")).strip();
    var diff = DiffBuilder.compare(expected).withTest(matter).ignoreWhitespace().checkForIdentical().build();
    assertThat(diff.getDifferences()).as(matter).isEmpty();
  }

  @Test
  void pages_of_an_edition_lead_to_their_pictures(@TempDir Path folder) throws Exception {
    var edition = SmallEdition.in(folder)
        .with("documents/d19000101.xml", "</teiHeader>",
            "</teiHeader><facsimile xml:base=\"https://iiif.example.org/i/\"><graphic xml:id=\"d19000101.g1\" url=\"p1\"/></facsimile>")
        .with("documents/d19000101.xml", "<pb break=\"no\"/>", "<pb break=\"no\" facs=\"#d19000101.g1\"/>");
    assertThat(edition.findings()).isEmpty();
    var page = Site.texts(folder).stream().filter(p -> p.address().equals("documents/d19000101.html")).findFirst()
        .orElseThrow();
    assertThat(Site.strings(page.tree(), "//h:a[@class = 'facsimile']/@href"))
        .containsExactly("https://iiif.example.org/i/p1/full/max/0/default.jpg");
  }
}
