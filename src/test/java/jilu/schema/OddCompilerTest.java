package jilu.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OddCompilerTest {
  private static final List<String> MADE = List.of("jilu.rng", "jilu.sch", "jilu.xsd", "xi.xsd", "xml.xsd");

  @TempDir Path folder;

  @Test
  void writes_these_files_and_no_others() throws Exception {
    OddCompiler.compile(Schemas.ODD, folder);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(MADE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jilu.rng", "jilu.sch", "jilu.xsd", "xi.xsd", "xml.xsd"})
  void the_committed_schemas_are_in_step_with_the_manual(String name) throws Exception {
    OddCompiler.compile(Schemas.ODD, folder);
    assertThat(folder.resolve(name)).as("run “jilu schema” after changing jilu.odd")
        .hasSameBinaryContentAs(Schemas.FOLDER.resolve(name));
  }

  @Test
  void refuses_what_it_does_not_understand() throws Exception {
    var odd = folder.resolve("broken.odd");
    Files.writeString(odd, Files.readString(Schemas.ODD).replace("<textNode/>", "<anyElement/>"));
    assertThatThrownBy(() -> OddCompiler.compile(odd, folder)).hasMessageContaining("anyElement");
  }
}
