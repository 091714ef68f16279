package jilu.cite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.transform.stream.StreamSource;
import jilu.transform.Stylesheet;
import jilu.transform.Xslt;
import net.sf.saxon.s9api.XdmAtomicValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One reference of each kind, as GB/T 7714 of 2025 and of 2015 wants it. */
class Gbt7714Test {
  private static final Stylesheet FORMAT = new Xslt().compile(new StreamSource(new StringReader("""
      <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:j="urn:jilu">
        <xsl:include href="common/functions.xsl"/>
        <xsl:include href="common/strings.xsl"/>
        <xsl:include href="common/citations.xsl"/>
        <xsl:param name="item"/><xsl:param name="year"/><xsl:param name="locator"/><xsl:param name="seen"/>
        <xsl:template name="xsl:initial-template">
          <xsl:value-of select="j:gbt(parse-json($item), $year, $locator[. ne ''], $seen[. ne ''])"/>
        </xsl:template>
      </xsl:stylesheet>"""), "jilu:/xslt/test.xsl"));

  record Case(String name, JsonNode item, String locator, String seen, int year, String expected) {
    @Override
    public String toString() {
      return name + " (" + year + ")";
    }
  }

  static List<Case> cases() throws Exception {
    List<Case> cases = new ArrayList<>();
    for (JsonNode node : new ObjectMapper()
        .readTree(Files.readString(Path.of("src/test/resources/citations/gbt7714.json")))) {
      for (int year : new int[] {2025, 2015}) {
        cases.add(new Case(node.get("case").asText(), node.get("item"), node.path("locator").asText(), node.path("seen")
            .asText(), year,
            node.get(String.valueOf(year)).asText()));
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void is_written(Case one) {
    var reference = FORMAT.call(Map.of("item", new XdmAtomicValue(one.item().toString()), "year",
        new XdmAtomicValue(one.year()),
        "locator", new XdmAtomicValue(one.locator()), "seen", new XdmAtomicValue(one.seen())));
    assertThat(reference.getStringValue()).isEqualTo(one.expected());
  }
}
