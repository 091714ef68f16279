package jilu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the source holds, counted in its encoding. */
class EncodingTest {
  private static final Processor SAXON = new Processor(false);

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "12;/TEI[text]",
        "20;//sourceDesc//bibl[not(@copyOf)]",
        "24;//text//gap[@reason = 'sampling'][@resp = '#compiler'][@rend]",
        "8;//text//pb[@break = 'no']",
        "29;//sp[@who][speaker]",
        "5;//text//supplied[not(@resp)]",
        "11;//head[@type = 'compiler']",
        "12;//head[@type = 'title']",
        "1;//floatingText[@type = 'telegram']",
        "5;//correspDesc",
        "12;//creation/date[@when]",
        "0;//text//(p | sp | item)[not(@xml:id)]"
      })
  void documents_hold(int count, String path) throws Exception {
    int found = 0;
    try (Stream<Path> files = Files.list(Path.of("tei/documents"))) {
      for (Path file : files.toList()) {
        found += evaluate(path, file).size();
      }
    }
    assertThat(found).isEqualTo(count);
  }

  @Test
  void speeches_alternate_as_in_the_source() throws Exception {
    assertThat(evaluate("//sp/@who", Path.of("tei/documents/d19491216.xml")))
        .containsExactly("#mao", "#stalin", "#mao", "#stalin", "#mao");
    assertThat(evaluate("//sp/@who", Path.of("tei/documents/d19580731.xml")))
        .containsExactly("#mao", "#khrushchev", "#mao", "#khrushchev", "#mao", "#khrushchev", "#mao");
    assertThat(evaluate("//sp/@who", Path.of("tei/documents/d19500122.xml"))).hasSize(14);
  }

  private static List<String> evaluate(String path, Path file) throws Exception {
    XPathCompiler xpath = SAXON.newXPathCompiler();
    xpath.declareNamespace("", "http://www.tei-c.org/ns/1.0");
    XdmNode tree = SAXON.newDocumentBuilder().build(file.toFile());
    List<String> values = new ArrayList<>();
    xpath.evaluate(path, tree).forEach(item -> values.add(item.getStringValue()));
    return values;
  }
}
