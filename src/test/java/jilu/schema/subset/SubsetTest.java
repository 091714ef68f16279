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

/**
 * The proof notices every kind of leak; each case is what an element “a” may hold, first narrow, then wide. In
 * them, {@code <b/>} stands for a child and {@code @n{…}} for an attribute and its values.
 */
class SubsetTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      <zeroOrMore><b/></zeroOrMore>        | <zeroOrMore><choice><b/><text/></choice></zeroOrMore>
      <b/><b/>                             | <oneOrMore><b/></oneOrMore>
      <b/><optional><c/></optional>        | <choice><b/><group><b/><c/></group></choice>
      @n{<data type='ID'/>}                | <optional>@n{<text/>}</optional>
      @n{<value>x</value>}                 | @n{<data type='token'><param name='pattern'>[a-z]</param></data>}
      @n{<data type='ID'/>}                | @n{<list><oneOrMore><data type='token'/></oneOrMore></list>}
      @n{<text/>}                          | <choice>@n{<text/>}@m{<text/>}</choice>
      <data type='token'/>                 | <text/>
      """)
  void sees_a_subset(String narrow, String wide) throws Exception {
    assertThat(leaks(narrow, wide)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      <zeroOrMore><b/></zeroOrMore>   | <oneOrMore><b/></oneOrMore>                        | may end after
      <oneOrMore><b/></oneOrMore>     | <b/>                                               | may begin b b
      <b/><text/>                     | <b/>                                               | may begin b #text
      <optional><b/></optional><c/>   | <b/><optional><c/></optional>                      | may begin c
      @n{<text/>}                     | @m{<text/>}                                        | has no attribute n
      <optional>@n{<text/>}</optional>| @n{<text/>}                                        | just []
      @n{<text/>}@m{<text/>}          | <choice>@n{<text/>}@m{<text/>}</choice>            | just [m, n]
      @n{<text/>}                     | @n{<data type='ID'/>}                              | a/@n: may be
      @n{<value>x</value>}            | @n{<value>y</value>}                               | a/@n: may be
      @n{<data type='token'/>}        | @n{<data type='token'><param name='pattern'>x</param></data>} | a/@n: may be
      @n{<data type='string'/>}       | @n{<list><oneOrMore><data type='token'/></oneOrMore></list>} | a/@n: may be
      <text/>                         | <data type='date'/>                                | its text may be
      """)
  void sees_a_leak(String narrow, String wide, String leak) throws Exception {
    assertThat(leaks(narrow, wide)).anyMatch(found -> found.contains(leak));
  }

  @Test
  void sees_a_foreign_element_and_a_foreign_root() throws Exception {
    var narrow = grammar("narrow", "<b/>", "b");
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
    var narrow = new Grammar(file("narrow", "<c/>", "a"), Map.of("c", "b"));
    assertThat(Subset.of(narrow, grammar("wide", "<b/>", "a")).leaks()).isEmpty();
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
        </grammar>""".formatted(root, spelledOut(content)));
  }

  private static String spelledOut(String content) {
    return content.replaceAll("<([bc])/>", "<ref name='$1'/>")
        .replaceAll("@([nm])\\{(.*?)\\}", "<attribute name='$1'>$2</attribute>");
  }
}
