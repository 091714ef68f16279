package jilu.schema.subset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proof notices every kind of leak; each case is what an element “a” may hold, first narrow, then wide. */
class SubsetTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      <zeroOrMore><ref name='b'/></zeroOrMore>                     | <zeroOrMore><choice><ref name='b'/><text/></choice></zeroOrMore>
      <ref name='b'/><ref name='b'/>                               | <oneOrMore><ref name='b'/></oneOrMore>
      <ref name='b'/><optional><ref name='c'/></optional>          | <choice><ref name='b'/><group><ref name='b'/><ref name='c'/></group></choice>
      <attribute name='n'><data type='ID'/></attribute>            | <optional><attribute name='n'/></optional>
      <attribute name='n'><value>x</value></attribute>             | <attribute name='n'><data type='token'><param name='pattern'>[a-z]</param></data></attribute>
      <attribute name='n'><data type='ID'/></attribute>            | <attribute name='n'><list><oneOrMore><data type='token'/></oneOrMore></list></attribute>
      <attribute name='n'/>                                        | <choice><attribute name='n'/><attribute name='m'/></choice>
      <data type='token'><param name='pattern'>1</param></data>    | <text/>
      """)
  void sees_a_subset(String narrow, String wide) throws Exception {
    assertThat(leaks(narrow, wide)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      <zeroOrMore><ref name='b'/></zeroOrMore>                     | <oneOrMore><ref name='b'/></oneOrMore>            | a: may end after
      <oneOrMore><ref name='b'/></oneOrMore>                       | <ref name='b'/>                                   | a: may begin b b
      <ref name='b'/><text/>                                       | <ref name='b'/>                                   | a: may begin b #text
      <optional><ref name='b'/></optional><ref name='c'/>          | <ref name='b'/><optional><ref name='c'/></optional> | a: may begin c
      <attribute name='n'/>                                        | <attribute name='m'/>                             | a: has no attribute n
      <optional><attribute name='n'/></optional>                   | <attribute name='n'/>                             | it may have just []
      <attribute name='n'/><attribute name='m'/>                   | <choice><attribute name='n'/><attribute name='m'/></choice> | just [m, n]
      <attribute name='n'/>                                        | <attribute name='n'><data type='ID'/></attribute> | a/@n: may be
      <attribute name='n'><value>x</value></attribute>             | <attribute name='n'><value>y</value></attribute>  | a/@n: may be
      <attribute name='n'><data type='token'/></attribute>         | <attribute name='n'><data type='token'><param name='pattern'>\\S+</param></data></attribute> | a/@n: may be
      <attribute name='n'><data type='string'/></attribute>        | <attribute name='n'><list><oneOrMore><data type='token'/></oneOrMore></list></attribute> | a/@n: may be
      <text/>                                                      | <data type='date'/>                               | a: its text may be
      """)
  void sees_a_leak(String narrow, String wide, String leak) throws Exception {
    assertThat(leaks(narrow, wide)).anyMatch(found -> found.contains(leak));
  }

  @Test
  void sees_a_foreign_element_and_a_foreign_root() throws Exception {
    var narrow = grammar("narrow", "<ref name='b'/>", "b");
    var wide = new Grammar(Files.writeString(folder.resolve("wide.rng"), """
        <grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0">
          <start><ref name="a"/></start>
          <define name="a"><element name="a"><empty/></element></define>
        </grammar>"""), Map.of());
    assertThat(Subset.of(narrow, wide).leaks()).contains("b: not a root element",
        "b: not declared, or declared more than once");
  }

  @Test
  void counts_an_inclusion_as_what_it_brings_in() throws Exception {
    var narrow = new Grammar(file("narrow", "<ref name='c'/>", "a"), Map.of("c", "b"));
    assertThat(Subset.of(narrow, grammar("wide", "<ref name='b'/>", "a")).leaks()).isEmpty();
  }

  private List<String> leaks(String narrow, String wide) throws Exception {
    return Subset.of(grammar("narrow", narrow, "a"), grammar("wide", wide, "a")).leaks();
  }

  private Grammar grammar(String name, String content, String root) throws Exception {
    return new Grammar(file(name, content, root), Map.of());
  }

  private Path file(String name, String content, String root) throws Exception {
    return Files.writeString(folder.resolve(name + ".rng"), """
        <grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0"
            datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
          <start><ref name="%s"/></start>
          <define name="a"><element name="a">%s</element></define>
          <define name="b"><element name="b"><empty/></element></define>
          <define name="c"><element name="c"><empty/></element></define>
        </grammar>""".formatted(root, content));
  }
}
