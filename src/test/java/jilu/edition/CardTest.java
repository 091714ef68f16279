package jilu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import javax.xml.transform.sax.SAXSource;
import jilu.edition.Catalog.Definition;
import jilu.edition.Catalog.Pointer;
import jilu.transform.Xslt;
import net.sf.saxon.s9api.DocumentBuilder;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** What is read of a file comes back from the store as it was. */
class CardTest {
  private static final Xslt XSLT = new Xslt();

  private static Card card(String inside) throws Exception {
    DocumentBuilder builder = XSLT.documentBuilder();
    builder.setLineNumbering(true);
    String tei = "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='a'>\n<text><body>" + inside + "</body></text></TEI>";
    var tree = builder.build(new SAXSource(new InputSource(new StringReader(tei))));
    return Card.of(new Source(Path.of("a.xml"), "a.xml", tree), XSLT.stylesheet("links.xsl"), new Store(0));
  }

  @Test
  void an_id_has_its_element_and_its_tag() throws Exception {
    List<Definition> definitions = card("<p xml:id='a.p1'>甲</p>").definitions();
    assertThat(definitions).extracting(Definition::id).containsExactly("a", "a.p1");
    assertThat(definitions).extracting(Definition::element).containsExactly("TEI", "p");
    assertThat(definitions.get(1).tag()).isEqualTo(new Tag(2, 30));
  }

  @Test
  void each_id_that_an_attribute_names_is_a_pointer() throws Exception {
    List<Pointer> pointers = card("<p corresp='#b  #c'/>").pointers();
    assertThat(pointers).extracting(Pointer::target).containsExactly("#b", "#c");
    assertThat(pointers).extracting(Pointer::value).containsOnly("#b  #c");
    assertThat(pointers).extracting(Pointer::expects).containsOnly(List.of());
  }

  @Test
  void words_and_kinds_go_with_a_name() throws Exception {
    Pointer pointer = card("<p><persName ref='#mao'>毛\n泽东</persName></p>").pointers().get(0);
    assertThat(pointer)
        .isEqualTo(
            new Pointer(
                "#mao", "ref", "#mao", List.of("person", "personGrp", "org"), "a.xml", pointer.tag(), "毛 泽东"));
  }

  @Test
  void addresses_and_files_are_no_pointers() throws Exception {
    Card card = card("<p><ref target='https://example.org/#x'/><ref target='b.txt'/><ref target='#b b.txt'/></p>");
    assertThat(card.pointers()).extracting(Pointer::target).containsExactly("#b");
    assertThat(card.resources()).extracting(Catalog.Resource::href).containsExactly("b.txt");
  }

  @Test
  void a_long_value_is_kept_whole() throws Exception {
    String value = "#甲".repeat(50_000);
    assertThat(card("<p corresp='" + value + "'/>").pointers().get(0).value()).isEqualTo(value);
  }
}
