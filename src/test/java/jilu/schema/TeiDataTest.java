package jilu.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jilu.data.DataFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** The data that are TEI, by schemas made from small ODDs; that these are subsets of TEI is proven beside the main one. */
class TeiDataTest {
  @TempDir static Path folder;
  private static List<Map<String, String>> editions;

  @BeforeAll
  static void write() throws Exception {
    editions = List.of(DataFiles.of(Path.of("."), folder.resolve("flagship")),
        DataFiles.of(addressed(folder.resolve("in")), folder.resolve("addressed")));
  }

  /** The edition as it would be with an address. */
  private static Path addressed(Path copy) throws IOException {
    for (Path file : Schemas.sources()) {
      Path target = Files.createDirectories(copy.resolve(file).getParent()).resolve(file.getFileName());
      Files.writeString(target, Files.readString(file).replace("<availability", "<idno type=\"URI\">https://example.org/lushun</idno>"
          + "<idno type=\"email\">a@example.org</idno><availability"));
    }
    return copy;
  }

  @Test
  void letters_are_as_their_format_wants() throws Exception {
    Schemas.Check cmif = schema("cmif");
    for (Map<String, String> files : editions) {
      String letters = files.get("data/cmif.xml");
      assertThat(letters.contains("ref=\"https://example.org/lushun/documents/d19520402.html\""))
          .isEqualTo(files == editions.get(1));
      String source = letters.replaceFirst("(?s).*<bibl[^>]* xml:id=\"([^\"]*)\".*", "$1");
      // The UUID of that address by name, as others' programs make it too.
      assertThat(source).isEqualTo(files == editions.get(1) ? "uuid-fa5afb7a-6727-39e2-a814-488edb5ca1a3" : "lushun");
      assertThat(letters.split("source=\"#" + source + "\"", -1)).hasSameSizeAs(letters.split("<correspDesc ", -1));
      assertThat(cmif.errors(letters)).isEmpty();
      assertThat(cmif.errors(letters.replaceFirst("type=\"received\"", "type=\"read\""))).hasSize(1);
      assertThat(cmif.errors(letters.replaceFirst("<persName[^>]*>[^<]*</persName>", "$0, "))).isNotEmpty();
    }
  }

  @Test
  void references_are_as_tei_wants() throws Exception {
    Schemas.Check references = schema("references");
    for (Map<String, String> files : editions) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        if (file.getKey().matches("html/cite/.*\\.xml")) {
          assertThat(references.errors(file.getValue())).as(file.getKey()).isEmpty();
          assertThat(references.errors(file.getValue().replaceFirst("<imprint>", "<imprint>,"))).isNotEmpty();
        }
      }
    }
  }

  private static Schemas.Check schema(String name) throws Exception {
    return Schemas.relaxNg(new InputSource(compiled(name, Files.createDirectories(folder.resolve("schemas"))).toUri().toString()));
  }

  /** The grammar made from one of the small ODDs. */
  static Path compiled(String name, Path target) throws IOException {
    OddCompiler.compile(Path.of("src/test/resources/schemas", name + ".odd"), target);
    return target.resolve(name + ".rng");
  }
}
