package jilu.validate.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jilu.SmallEdition;
import jilu.transform.Xslt;
import jilu.validate.Finding;
import jilu.validate.Language;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The same findings in every form. */
class ReportTest {
  private static final Xslt XSLT = new Xslt();
  private static final String FIRST = "documents/d19000101.xml";

  @TempDir Path folder;
  private List<Finding> findings = List.of();

  @BeforeEach
  void three_mistakes() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder)
            .with(FIRST, "when=\"1900-01-01\">1900", "when=\"1900年1月1日\">1900")
            .with(FIRST, "<speaker>乙：</speaker>", "<speeker>乙：</speeker>")
            .with(FIRST, "你好，", "你好\u200b，");
    findings = edition.findings().stream().map(f -> f.in(edition.folder().relativize(f.file()))).toList();
    assertThat(findings).extracting(Finding::code).containsExactly("J112", "J034", "J101");
  }

  private byte[] bytes(Format format, Language language) {
    return new Report(findings, 4, language, "1.2.3").bytes(format, XSLT);
  }

  @Test
  void sarif_passes_the_schema_of_its_standard() throws IOException {
    JsonNode log = new ObjectMapper().readTree(bytes(Format.SARIF, Language.EN));
    try (var schema = ReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      var messages = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema).validate(log);
      assertThat(messages).isEmpty();
    }
    assertThat(log.at("/runs/0/results")).hasSize(3);
    assertThat(log.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri").asText()).isEqualTo("tei/documents/d19000101.xml");
  }

  @Test
  void sarif_that_breaks_its_standard_does_not_pass() throws IOException {
    String log = new String(bytes(Format.SARIF, Language.EN), StandardCharsets.UTF_8).replace("\"error\"", "\"grave\"");
    try (var schema = ReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema).validate(new ObjectMapper().readTree(log))).isNotEmpty();
    }
  }

  @Test
  void sarif_carries_the_fix() throws IOException {
    JsonNode change = new ObjectMapper().readTree(bytes(Format.SARIF, Language.EN)).at("/runs/0/results/0/fixes/0/artifactChanges/0/replacements/0");
    assertThat(change.at("/insertedContent/text").asText()).isEqualTo("1900-01-01");
    assertThat(change.at("/deletedRegion/startLine").asInt()).isEqualTo(18);
    assertThat(change.at("/deletedRegion/startColumn").asInt()).isEqualTo(30);
    assertThat(change.at("/deletedRegion/endColumn").asInt()).isEqualTo(39);
  }

  @Test
  void json_says_everything() throws IOException {
    JsonNode report = new ObjectMapper().readTree(bytes(Format.JSON, Language.ZH));
    assertThat(report.at("/errors").asInt()).isEqualTo(2);
    assertThat(report.at("/findings/2/path").asText()).isEqualTo("/TEI/text[1]/body[1]/sp[2]/speeker[1]");
    assertThat(report.at("/findings/2/message").asText()).isEqualTo("没有 <speeker> 这个元素。");
    assertThat(report.at("/findings/2/hint").asText()).isEqualTo("是否应为 <speaker>？");
    assertThat(report.at("/rules")).hasSize(3);
  }

  @Test
  void junit_has_a_failure_for_each_error() throws Exception {
    var counts = new int[2];
    javax.xml.parsers.SAXParserFactory.newInstance().newSAXParser().parse(
        new java.io.ByteArrayInputStream(bytes(Format.JUNIT, Language.EN)),
        new DefaultHandler() {
          @Override
          public void startElement(String uri, String local, String name, org.xml.sax.Attributes attributes) {
            counts[0] += name.equals("testcase") ? 1 : 0;
            counts[1] += name.equals("failure") ? 1 : 0;
          }
        });
    assertThat(counts).containsExactly(3, 2);
  }

  @Test
  void html_is_valid_and_shows_the_lines() throws Exception {
    byte[] page = bytes(Format.HTML, Language.ZH);
    List<String> problems = new ArrayList<>();
    var parser = new HtmlParser(XmlViolationPolicy.ALLOW);
    parser.setErrorHandler(
        new DefaultHandler() {
          @Override
          public void error(SAXParseException e) {
            problems.add(e.getLineNumber() + ": " + e.getMessage());
          }
        });
    parser.setContentHandler(new DefaultHandler());
    parser.parse(new InputSource(new java.io.ByteArrayInputStream(page)));
    assertThat(problems).isEmpty();
    String text = new String(page, StandardCharsets.UTF_8);
    assertThat(text).contains("lang=\"zh-Hans\"", "&lt;speeker&gt;", "18:24").doesNotContain("src=", "url(", "<script", "<link");
    assertThat(text).as("leads to nothing but itself").doesNotContainPattern("href=\"[^#]");
  }

  @Test
  void text_ends_with_the_sum() {
    assertThat(new Report(findings, 4, Language.EN, "1").text(false)).endsWith("Checked 4 files: 2 errors, 1 warning.\n");
    assertThat(new Report(findings, 4, Language.ZH, "1").text(false)).endsWith("检查了 4 个文件：2 处错误，1 处警告。\n");
  }
}
