package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jilu.transform.Xslt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What editors write who know TEI P4, and where elements belong that a large schema allows in many places. */
class OlderTeiTest {
  private static final Xslt XSLT = new Xslt();
  private static final String SCHEMA =
      """
      default namespace = "http://www.tei-c.org/ns/1.0"
      start = element text { (p | lists)+ }
      words = (text | choice | sic | name | date | note)*
      p = element p { words }
      note = element note { (text | p)* }
      lists = element list { head?, (note | byline | camera | item)+ }
      head = element head { words }
      byline = element byline { words | p+ }
      camera = element camera { words | p+ }
      item = element item { words | p+ | element argument { byline?, camera?, p }
        | element figure { byline?, camera? } }
      choice = element choice { (sic | corr)+ }
      sic = element sic { text }
      corr = element corr { text }
      name = element name { attribute when { xsd:gYear | xsd:date }?, text }
      date = element date { attribute when { xsd:gYear | xsd:date }?, text }
      """;

  @TempDir Path folder;

  private List<String> told(String inText) throws IOException {
    Path schema = Files.writeString(folder.resolve("some.rnc"), SCHEMA);
    String text = "<text xmlns=\"http://www.tei-c.org/ns/1.0\">\n" + inText + "\n</text>";
    Path file = Files.writeString(folder.resolve("text.xml"), text);
    return Checks.with(XSLT, new Reader(XSLT), List.of(schema)).run(List.of(file)).stream()
        .map(f -> f.line() + ":" + f.column() + " " + f.code() + " " + f.message() + f.hint().map(h -> " " + h).orElse(""))
        .toList();
  }

  @Test
  void an_attribute_that_is_an_element_now_error() throws IOException {
    assertThat(told("<p><sic corr=\"the\">teh</sic></p>"))
        .containsExactly(
            "2:9 J102 <sic> has no attribute @corr: TEI P5 has an element for it."
                + " Write <choice><sic>…</sic><corr>the</corr></choice>.");
  }

  @Test
  void a_date_in_an_older_attribute_error() throws IOException {
    assertThat(told("<p><date value=\"1949-02-04\">then</date></p>"))
        .containsExactly("2:10 J117 This schema has no @value here. Write @when.");
  }

  @Test
  void what_is_no_date_is_not_called_one_error() throws IOException {
    assertThat(told("<p><name reg=\"Smith\">Smyth</name></p>"))
        .containsExactly("2:10 J102 <name> has no attribute @reg. It may have: when.");
  }

  @Test
  void a_paragraph_in_a_list_belongs_in_what_is_made_for_lists_error() throws IOException {
    assertThat(told("<list><item>a</item><p>b</p></list>"))
        .containsExactly("2:21 J105 <p> may not stand directly in <list>. Write <item> instead, in the end tag too, or put it inside <item>.");
  }

  @Test
  void for_words_in_a_list_what_is_there_is_named_first_then_what_stands_in_few_others_error() throws IOException {
    assertThat(told("<list>bc<item>a</item></list>"))
        .containsExactly("2:7 J108 Words stand directly in <list>. Put them inside: item, head, byline, camera, note.");
  }
}
