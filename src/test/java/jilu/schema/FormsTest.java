package jilu.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program derives from the sources is valid by the schema of the sources. */
class FormsTest {
  @ParameterizedTest
  @ValueSource(strings = {"standalone-document.xml", "standalone-edition.xml"})
  void is_accepted(String name) throws Exception {
    var file = Path.of("src/test/resources/forms", name);
    assertThat(Schemas.relaxNg().errors(file)).isEmpty();
    assertThat(Schemas.xmlSchema().errors(file)).isEmpty();
    assertThat(Schemas.messages(Schemas.rules(), new StreamSource(file.toFile()))).isEmpty();
  }
}
