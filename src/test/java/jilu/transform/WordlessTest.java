package jilu.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.XdmItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Java finds of elements without elements or words is what XPath finds by asking each. */
class WordlessTest {
  private static final Xslt XSLT = new Xslt();

  /** Returns the names of the elements, as XPath has them and as Java does. */
  private static final Stylesheet BOTH =
      XSLT.compile(
          new StreamSource(
              new StringReader(
                  """
                  <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:j="urn:jilu">
                    <xsl:template match="/">
                      <xsl:sequence select="string-join(//*[not(* or normalize-space())] ! name(), ' ')"/>
                      <xsl:sequence select="string-join(j:wordless(/) ! name(), ' ')"/>
                    </xsl:template>
                  </xsl:stylesheet>
                  """)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "<a/><b></b><c> </c><d>&#10;&#9; </d> | a b c d",
        "<a>x</a><b> x</b><c>0</c><d>&#160;</d> | ''",
        "<a><b/></a><c>x<d/></c><e> <f/> </e> | b d f",
        "<a><!-- x --></a><b><?x y?></b><c> <!-- x --> <?x y?> </c> | a b c",
        "<a><!-- x -->x</a><b> <?x y?>x</b> | ''",
        "<a><!-- x --><b/></a> | b",
        "<a x='y'/><b><c>x</c></b><d/> | a d",
        "𠮷<a>𠮷</a><b/> | b",
      })
  void finds_what_xpath_finds(String content, String names) {
    assertFound("<body>" + content + "</body>", names);
  }

  @Test
  void finds_the_root() {
    assertFound("<body> <!-- x --> </body>", "body");
  }

  /** Of space that comes in many ways Saxon keeps each sign. */
  @Test
  void finds_it_beside_long_texts_and_much_space() {
    assertFound(
        "<body><p>" + "今天天气很好。".repeat(30_000) + "</p><a>" + " \n\t".repeat(100) + "</a>" + "<p>x</p>".repeat(70_000)
            + "<b>" + " ".repeat(70_000) + "x</b><c/></body>",
        "a c");
  }

  private static void assertFound(String text, String names) {
    var tree = XSLT.tree(new StreamSource(new StringReader(text)));
    assertThat(BOTH.value(tree).stream().map(XdmItem::getStringValue)).containsExactly(names, names);
  }
}
