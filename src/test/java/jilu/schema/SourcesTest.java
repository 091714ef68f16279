package jilu.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.XsltExecutable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of the edition passes every schema. */
class SourcesTest {
  private static Schemas.Check relaxNg;
  private static Schemas.Check xmlSchema;
  private static XsltExecutable rules;

  @BeforeAll
  static void load() throws Exception {
    relaxNg = Schemas.relaxNg();
    xmlSchema = Schemas.xmlSchema();
    rules = Schemas.rules();
  }

  static Iterable<Path> sources() throws Exception {
    return Schemas.sources();
  }

  @Test
  void there_are_sources() throws Exception {
    assertThat(Schemas.sources()).hasSizeGreaterThan(15);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void passes_RELAX_NG(Path file) throws Exception {
    assertThat(relaxNg.errors(file)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void passes_XML_Schema(Path file) throws Exception {
    assertThat(xmlSchema.errors(file)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void passes_the_rules(Path file) throws Exception {
    assertThat(Schemas.messages(rules, new StreamSource(file.toFile()))).isEmpty();
  }
}
