package jilu.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jilu.html.Site.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every character of the sources stands on the pages once, in reading order, and nothing generated among them counts as theirs. */
class TextProofTest {
  static final String SOURCE = "//text()[ancestor::*[@data-text][1]/@data-text = 'source']";
  private static final String TEI = """
      /t:TEI/t:text//(text() | t:gap/@rend), /t:TEI/t:teiHeader/t:fileDesc/t:sourceDesc//t:bibl[not(@copyOf)]//text()""";
  /** Of the edition's own file the front page has the title, the preface's page the rest but the contents. */
  private static final String TITLE = "/t:TEI/t:text/t:front/t:titlePage//(text() | t:gap/@rend)";
  private static final String MATTER =
      "/t:TEI/t:text//(text() | t:gap/@rend)[not(ancestor::t:div[@type = 'contents'] or ancestor::t:titlePage)]";

  static List<Page> pages() throws Exception {
    return Site.texts(Path.of(""));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void the_words_of_the_source_are_all_there(Page page) {
    assertThat(words(Site.strings(page.tree(), SOURCE)))
        .isNotEmpty()
        .isEqualTo(words(Site.strings(page.tei(), expected(page))));
  }

  private static String expected(Page page) {
    return page.address().endsWith("index.html") ? TITLE : page.address().endsWith("preface.html") ? MATTER : TEI;
  }

  @Test
  void words_of_elements_never_heard_of_are_there_too() {
    var tei = Site.parse("""
        <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader>
        <text><body><p>a<unheard>b<list><item>c</item></list></unheard>d</p><unheard-of>e<p>f</p>g</unheard-of>
        <table><head>h</head><row><cell>i</cell></row><note>j</note></table><list><label>k</label><item>l</item><pb n="9"/></list>
        <app><lem>m</lem><rdg wit="#A">n</rdg></app><choice><sic>o</sic><corr>p</corr></choice>
        <figure><head>q</head><graphic url="r.png"/><figDesc>s</figDesc></figure><x:m xmlns:x="urn:x">t</x:m></body></text></TEI>""");
    assertThat(words(Site.strings(Site.parse(Site.html(tei)), SOURCE))).isEqualTo("abcdefghijklmnopqst");
  }

  /** White space that indents the XML is no text; all other white space is. */
  private static String words(List<String> texts) {
    return String.join("", texts).replaceAll("[ \\t]*\\n\\s*", "");
  }
}
