package jilu.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.XdmItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Java finds of text nodes with given words is what XPath finds by asking each. */
class ContainingTest {
  private static final Xslt XSLT = new Xslt();

  /** Returns the numbers of the text nodes, as XPath has them and as Java does. */
  private static final Stylesheet BOTH =
      XSLT.compile(
          new StreamSource(
              new StringReader(
                  """
                  <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:j="urn:jilu">
                    <xsl:template match="/">
                      <xsl:variable name="all" select="//text()"/>
                      <xsl:variable name="plain" select="//text()[contains(., '…') or contains(., '...')]"/>
                      <xsl:variable name="found" select="j:containing(/, ('…', '...'))"/>
                      <xsl:sequence select="for $nodes in ([$plain], [$found])
                          return string-join($nodes?1 ! index-of($all ! generate-id(), generate-id()), ' ')"/>
                    </xsl:template>
                  </xsl:stylesheet>
                  """)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "<p>今天……</p><p>明天</p><p>后天...</p> | 1 3",
        "<p>今天<hi>…</hi>明天</p> | 2",
        "<p>one <hi>two</hi> three ...</p><p> </p><p>…</p> | 3 5",
        "<p>𠮷𠮷𠮷…</p><p>𠮷</p> | 1",
        "<p>今天。</p><p>..</p> | ''",
        // In one piece only when both are put together.
        "<p>.<hi>..</hi></p> | ''",
        "<p n='…'/> | ''",
      })
  void finds_what_xpath_finds(String content, String numbers) {
    assertFound(content, numbers);
  }

  @Test
  void finds_it_in_a_long_text() {
    assertFound("<p>" + "今天天气很好。".repeat(30_000) + "…</p><p>" + "𠮷".repeat(70_000) + "</p><p>明天...</p>", "1 3");
  }

  private static void assertFound(String content, String numbers) {
    var tree = XSLT.tree(new StreamSource(new StringReader("<body>" + content + "</body>")));
    assertThat(BOTH.value(tree).stream().map(XdmItem::getStringValue)).containsExactly(numbers, numbers);
  }
}
