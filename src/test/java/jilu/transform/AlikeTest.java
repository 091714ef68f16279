package jilu.transform;

import static net.sf.saxon.s9api.streams.Steps.descendant;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmItem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Java finds of nodes with the same words is what the Schematron file says in XPath. */
class AlikeTest {
  private static final Xslt XSLT = new Xslt();

  /** Returns which node repeats which, such as {@code 3=1}, as XPath has it and as Java does. */
  private static Stylesheet both;

  @BeforeAll
  static void compile() throws IOException {
    String plain =
        XSLT.read(Path.of("schemas/jilu.sch")).select(descendant("let"))
            .filter(let -> "jilu.alike".equals(let.getAttributeValue(new QName("name"))))
            .findFirst().orElseThrow().getAttributeValue(new QName("value"));
    both =
        XSLT.compile(
            new StreamSource(
                new StringReader(
                    """
                    <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:j="urn:jilu"
                        xmlns:map="http://www.w3.org/2005/xpath-functions/map">
                      <xsl:variable name="plain" select="%s"/>
                      <xsl:template match="/">
                        <xsl:sequence select="for $alike in ($plain, j:alike#1) return let $repeated := $alike(//p)
                            return string-join(//p[. is $repeated(generate-id())[1]] ! (count(preceding::p) + 1 || '='
                                || count($repeated(generate-id())[2]/preceding::p) + 1), ' ')"/>
                      </xsl:template>
                    </xsl:stylesheet>
                    """
                        .formatted(plain.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;")))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "<p>今天天气很好，今天天气很好，今天天气很好。</p><p>今天天气很好，今天天气很好，今天天气很好。</p> | 2=1",
        // Twenty characters are too few; one beyond U+FFFF is one.
        "<p>一二三四五六七八九十一二三四五六七八九十</p><p>一二三四五六七八九十一二三四五六七八九十</p> | none",
        "<p>一二三四五六七八九十一二三四五六七八九𠮷</p><p>一二三四五六七八九十一二三四五六七八九𠮷</p> | none",
        "<p>一二三四五六七八九十一二三四五六七八九十𠮷</p><p>一二三四五六七八九十一二三四五六七八九十𠮷</p> | 2=1",
        // White space is one space, at the ends none.
        "<p> one two three  four five six</p><p>one two <hi>three four</hi>&#10;five six </p> | 2=1",
        "<p>one two three four five six</p><p>one two threefour five six</p> | none",
        // The same beginning, and other words after it.
        "<p>one two three four five six seven eight nine</p><p>one two three four five six seven eight ten</p> | none",
        "<p>one two three four five six seven eight</p><p>other</p><p>one two three four five six seven eight ten</p>"
            + "<p>one two three four five six seven eight</p><p>one two three four five six seven eight ten</p> | 4=1 5=3",
        "<p/><p/><p> </p> | none",
      })
  void finds_what_xpath_finds(String paragraphs, String repeated) {
    var tree = XSLT.tree(new StreamSource(new StringReader("<body>" + paragraphs + "</body>")));
    List<String> found = both.value(tree).stream().map(XdmItem::getStringValue).toList();
    String wanted = repeated == null ? "" : repeated;
    assertThat(found).containsExactly(wanted, wanted);
  }
}
