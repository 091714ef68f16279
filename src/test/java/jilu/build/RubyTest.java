package jilu.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Map;
import javax.xml.transform.stream.StreamSource;
import jilu.transform.Xslt;
import org.junit.jupiter.api.Test;

class RubyTest {
  @Test
  void reading_follows_its_characters_in_print_small_and_raised() {
    var xslt = new Xslt();
    var tei = xslt.tree(new StreamSource(new StringReader("""
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="d" xml:lang="zh-Hans"><teiHeader><fileDesc><titleStmt><title>题</title>
        </titleStmt></fileDesc></teiHeader><text><body><p>写<ruby><rb>旅顺</rb><rt>Lǚshùn</rt></ruby>二字</p></body></text></TEI>""")));
    var page = xslt.stylesheet("fo.xsl").tree(tei, Map.of());
    assertThat(page.getStringValue().replace("\u200B", "")).contains("写旅顺Lǚshùn二字");
    assertThat(page.toString()).containsPattern("(?s)baseline-shift=\"0.5em\"[^>]*>.{0,80}Lǚshùn");
  }
}
