package jilu.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.XsltExecutable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule fires on its -error.xml and on no -valid.xml; the file name begins with its code. */
class RulesTest {
  private static final Path EXAMPLES = Path.of("src/test/resources/rules");

  private static Schemas.Check relaxNg;
  private static Schemas.Check xmlSchema;
  private static XsltExecutable rules;

  @BeforeAll
  static void load() throws Exception {
    relaxNg = Schemas.relaxNg();
    xmlSchema = Schemas.xmlSchema();
    rules = Schemas.rules();
  }

  static List<Path> examples() throws Exception {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.filter(file -> file.getFileName().toString().startsWith("J2")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void finds_what_the_file_name_says(Path file) throws Exception {
    var name = file.getFileName().toString();
    var codes = Schemas.messages(rules, new StreamSource(file.toFile())).stream()
        .map(Schemas.Message::code).distinct();
    if (name.endsWith("-valid.xml")) assertThat(codes).isEmpty();
    else assertThat(codes).containsExactly(name.substring(0, 4));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void the_grammars_have_nothing_against_it(Path file) throws Exception {
    assertThat(relaxNg.errors(file)).isEmpty();
    assertThat(xmlSchema.errors(file)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void speaks_both_languages(Path file) throws Exception {
    for (var message : Schemas.messages(rules, new StreamSource(file.toFile()))) {
      assertThat(message.role()).isIn("error", "warning", "information");
      assertThat(message.english()).matches("(?s)\\p{ASCII}.*[.]");
      assertThat(message.chinese()).containsPattern("[\\u4e00-\\u9fff]").endsWith("。");
    }
  }

  /** It has none. */
  @ParameterizedTest
  @MethodSource("examples")
  void of_a_register_is_not_said_to_compare_it_with_a_base_text(Path file) throws Exception {
    if (Files.readString(file).contains("<standOff")) {
      for (var message : Schemas.messages(rules, new StreamSource(file.toFile()))) {
        assertThat(message.chinese()).doesNotContain("底本");
      }
    }
  }

  @Test
  void every_rule_has_a_pair() throws Exception {
    var names = examples().stream().map(file -> file.getFileName().toString()).toList();
    var xpath = Schemas.SAXON.newXPathCompiler();
    xpath.declareNamespace("sch", "http://purl.oclc.org/dsdl/schematron");
    var schematron = Schemas.SAXON.newDocumentBuilder().build(Schemas.FOLDER.resolve("jilu.sch").toFile());
    var codes = xpath.evaluate("//(sch:assert | sch:report)/string(@id)", schematron);
    assertThat(codes).isNotEmpty();
    for (var item : codes) {
      var code = item.getStringValue();
      assertThat(names).as(code).anyMatch(name -> name.startsWith(code) && name.endsWith("-valid.xml"));
      assertThat(names).as(code).anyMatch(name -> name.startsWith(code) && name.endsWith("-error.xml"));
    }
  }
}
