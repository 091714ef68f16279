package jilu.validate.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jilu.External;
import jilu.SmallEdition;
import jilu.transform.Xslt;
import jilu.validate.Finding;
import jilu.validate.Fingerprints;
import jilu.validate.Lines;
import jilu.words.Language;
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
  private SmallEdition edition;

  @BeforeEach
  void three_mistakes() throws IOException {
    edition =
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

  /** The rules of the standard and those that code hosts have for what they take in. */
  @Test
  void sarif_passes_the_checker_of_its_makers() throws IOException {
    Path program = External.npm("@microsoft/sarif-multitool-linux/Sarif.Multitool");
    if (!Files.exists(program)) {
      External.missing("Sarif.Multitool is for Linux only.");
    }
    program.toFile().setExecutable(true);
    Path log = Files.write(folder.resolve("log.sarif"), new Report(edition.findings(), 4, Language.ZH, "1.2.3").bytes(Format.SARIF, XSLT));
    String said = check(program, log);
    assertThat(said).contains("Analysis completed successfully.").doesNotContain("error");
    // A log without the message of its first result is no SARIF: the checker must say so.
    Files.writeString(log, Files.readString(log).replaceFirst("\"message\": \\{[^}]*\\},", ""));
    assertThat(check(program, log)).contains("error");
  }

  private static String check(Path program, Path log) throws IOException {
    return External.run(
        "", "sh", "-c", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 \"$0\" validate \"$1\" --rule-kind 'Sarif;Ghas' || true",
        program.toAbsolutePath().toString(), log.toString());
  }

  @Test
  void sarif_has_what_code_hosts_ask_for() throws IOException {
    JsonNode run = new ObjectMapper().readTree(bytes(Format.SARIF, Language.EN)).at("/runs/0");
    for (JsonNode rule : run.at("/tool/driver/rules")) {
      assertThat(rule.at("/help/text").asText()).as(rule.at("/id").asText()).isNotEmpty();
      assertThat(rule.at("/help/markdown").asText()).contains("✗");
      assertThat(rule.at("/properties/problem.severity").asText()).isIn("error", "warning", "recommendation");
    }
    for (JsonNode result : run.at("/results")) {
      assertThat(result.at("/partialFingerprints/primaryLocationLineHash").asText()).matches("[0-9a-f]{16}:1");
      assertThat(result.at("/locations/0/physicalLocation/region/endColumn").asInt())
          .isGreaterThanOrEqualTo(result.at("/locations/0/physicalLocation/region/startColumn").asInt());
    }
    assertThat(run.at("/columnKind").asText()).isEqualTo("unicodeCodePoints");
  }

  @Test
  void sarif_counts_a_character_of_a_high_plane_once() throws IOException {
    edition.with(FIRST, "今天天气", "𠮷𠮷<hi rend=\"x\">\u200b今</hi>天天气");
    Finding invisible = edition.findings().stream().filter(f -> f.code().equals("J034")).reduce((a, b) -> b).orElseThrow();
    JsonNode log = new ObjectMapper().readTree(new Report(List.of(invisible), 1, Language.EN, "1").bytes(Format.SARIF, XSLT));
    JsonNode region = log.at("/runs/0/results/0/fixes/0/artifactChanges/0/replacements/0/deletedRegion");
    assertThat(region.at("/startColumn").asInt()).isEqualTo("          𠮷𠮷<hi rend=\"x\">".codePointCount(0, "          𠮷𠮷<hi rend=\"x\">".length()) + 1);
    assertThat(region.at("/endColumn").asInt()).isEqualTo(region.at("/startColumn").asInt() + 1);
  }

  @Test
  void fingerprint_stays_when_lines_are_added_above() throws IOException {
    var before = new Fingerprints();
    List<String> old = edition.findings().stream().map(before::of).toList();
    edition.with(FIRST, "  <teiHeader>", "\n\n  <teiHeader>");
    var after = new Fingerprints();
    assertThat(edition.findings().stream().map(after::of)).containsExactlyElementsOf(old);
  }

  @Test
  void text_marks_the_place_under_the_line() throws IOException {
    edition.with(FIRST, "Good morning", "早\u200b安。Good morning");
    Finding last = edition.findings().stream().filter(f -> f.line() == 27).findFirst().orElseThrow();
    assertThat(new Excerpt(Language.EN).of(last).lines().skip(1))
        .containsExactly(
            "    27 |         <p xml:id=\"d19000101.p2\">早‹200B›安。Good morning, my",
            "       |                                    ^^^^^^",
            "       = Delete it. (--fix does it)");
  }

  @Test
  void long_line_is_cut_around_the_place() throws IOException {
    edition.with(FIRST, "Good morning", "字".repeat(300) + "<hii>好</hii>" + "字".repeat(300));
    Finding last = edition.findings().stream().filter(f -> f.line() == 27).findFirst().orElseThrow();
    List<String> lines = new Excerpt(Language.EN).of(last).lines().toList();
    assertThat(lines.get(1)).contains(" | …字").endsWith("字…");
    assertThat(Lines.width(lines.get(1))).isLessThanOrEqualTo(100);
    assertThat(Lines.width(lines.get(1).substring(0, lines.get(1).indexOf("<hii>")))).isEqualTo(lines.get(2).indexOf('^'));
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

  /** A mistake stands below remarks where its file comes after theirs. */
  @Test
  void html_leads_from_each_rule_to_its_first_place() {
    String page = new String(bytes(Format.HTML, Language.EN), StandardCharsets.UTF_8);
    assertThat(page).contains("<a href=\"#first-J034\">Invisible character</a>")
        .containsOnlyOnce("<article class=\"warning\" id=\"first-J034\">");
  }

  /** Errors stand among remarks, in the order of the lines, and a folded file hides them. */
  @Test
  void html_says_of_each_file_how_many_errors_it_has() {
    String page = new String(bytes(Format.HTML, Language.EN), StandardCharsets.UTF_8);
    assertThat(page).contains("<span class=\"count\">3</span> <span class=\"error kind\">(2 errors)</span></summary>");
    assertThat(new String(bytes(Format.HTML, Language.ZH), StandardCharsets.UTF_8)).contains("<span class=\"error kind\">（2 处错误）</span>");
    String one = new String(new Report(findings.subList(1, 3), 4, Language.EN, "1").bytes(Format.HTML, XSLT), StandardCharsets.UTF_8);
    assertThat(one).contains("<span class=\"error kind\">(1 error)</span></summary>");
    String none = new String(new Report(findings.subList(1, 2), 4, Language.EN, "1").bytes(Format.HTML, XSLT), StandardCharsets.UTF_8);
    assertThat(none).contains("<span class=\"count\">1</span></summary>");
  }

  @Test
  void junit_says_of_a_warning_what_to_do() {
    String warned = new String(bytes(Format.JUNIT, Language.EN), StandardCharsets.UTF_8);
    assertThat(warned).contains("<skipped message=\"warning: An invisible character stands here: U+200B ZERO WIDTH SPACE. Delete it.\">");
  }

  @Test
  void html_of_many_findings_shows_some_of_each_rule_with_their_lines() {
    List<Finding> many = new ArrayList<>(findings);
    for (int i = 0; i < 300; i++) {
      many.add(findings.get(2));
    }
    String page = new String(new Report(many, 4, Language.EN, "1").bytes(Format.HTML, XSLT), StandardCharsets.UTF_8);
    assertThat(page.split("<article", -1)).hasSize(1 + 1 + 1 + 20);
    assertThat(page.split("<p class=\"brief", -1)).hasSize(1 + 281);
    assertThat(page).doesNotContain("<details open").contains("Of each rule the first 20 places are shown with their lines");
  }

  @Test
  void text_puts_the_marks_below_what_they_mark_in_a_narrow_terminal() throws IOException {
    edition.with(FIRST, "friend.", "好".repeat(90) + "<note who=\"#jia\">注</note>" + "好".repeat(90));
    var told = edition.findings().stream().filter(f -> f.code().equals("J102")).toList();
    List<String> lines = new Report(told, 1, Language.ZH, "1").text(true).lines().toList();
    assertThat(lines.subList(1, 3)).allMatch(line -> Lines.width(line) < 80);
    String before = lines.get(2).substring(0, lines.get(2).indexOf('^'));
    assertThat(lines.get(1)).contains("who=\"#jia\"");
    assertThat(Lines.width(lines.get(1).substring(0, lines.get(1).indexOf("who")))).isEqualTo(before.length());
  }

  @Test
  void text_ends_with_the_sum() {
    assertThat(new Report(findings, 4, Language.EN, "1").text(false))
        .endsWith("\nChecked 4 files: 2 errors, 1 warning. --fix mends 2 of them. To learn the reason of a finding, run explain with its code, such as: jilu explain J112\n");
    assertThat(new Report(findings, 4, Language.ZH, "1").text(false))
        .endsWith("\n检查了 4 个文件：2 处错误，1 处警告。其中 2 处可用 --fix 改正。想知道某条的缘由，请运行 explain 加代码，如：jilu explain J112\n");
    assertThat(new Report(List.of(), 4, Language.EN, "1").text(false)).isEqualTo("Checked 4 files: 0 errors, 0 warnings.\n");
    assertThat(new Report(List.of(), 4, Language.EN, "1").text(true)).isEmpty();
  }
}
