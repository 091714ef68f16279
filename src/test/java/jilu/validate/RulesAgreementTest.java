package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jilu.edition.Source;
import jilu.transform.Xslt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Our own compiled rules say of a file, whole or damaged, what SchXslt says, the oracle. */
class RulesAgreementTest {
  private static final Xslt XSLT = new Xslt();
  private static final Reader READER = new Reader(XSLT);
  private static final Pattern ATTRIBUTE = Pattern.compile("\\s[A-Za-z:]+=\"[^\"]*\"");
  private static final Pattern ELEMENT = Pattern.compile("<(speaker|persName|placeName|orgName|bibl|date|creation|p)\\b[^>]*>[^<]*</\\1>");
  private static final Pattern TEXT = Pattern.compile("<(text|standOff)\\b.*</\\1>", Pattern.DOTALL);
  private static final String TEI = "http://www.tei-c.org/ns/1.0";
  private static final int DAMAGES = 12;

  private static Rules own;
  private static Rules oracle;

  @TempDir Path folder;

  @BeforeAll
  static void compile() throws IOException {
    own = Rules.profile(XSLT);
    oracle = Rules.of(XSLT, Path.of("schemas/jilu.sch"));
  }

  static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String root : List.of("src/test/resources/rules", "tei")) {
      try (Stream<Path> walk = Files.walk(Path.of(root))) {
        walk.filter(file -> file.toString().endsWith(".xml")).sorted().forEach(files::add);
      }
    }
    return files;
  }

  @ParameterizedTest
  @MethodSource("files")
  void finds_what_the_oracle_finds(Path file) throws IOException {
    for (String text : damaged(Files.readString(file), new Random(7))) {
      Path variant = Files.writeString(folder.resolve("variant.xml"), text);
      assertThat(findings(own, variant)).containsExactlyInAnyOrderElementsOf(findings(oracle, variant));
    }
  }

  /**
   * The file as it is; within itself; its text alone; without some attribute; without some element; with one of its
   * elements twice.
   */
  private static List<String> damaged(String text, Random random) {
    String document = text.substring(text.indexOf("<TEI"));
    String within = TEXT.matcher(text).replaceFirst(Matcher.quoteReplacement(document) + "$0");
    List<String> all = new ArrayList<>(List.of(text, within));
    TEXT.matcher(text).results()
        .map(m -> m.group().replaceFirst("(?<=<\\w{1,9})", " xmlns=\"" + TEI + "\""))
        .forEach(all::add);
    List<MatchResult> attributes = ATTRIBUTE.matcher(text).results().filter(m -> m.start() > text.indexOf("<TEI")).toList();
    List<MatchResult> elements = ELEMENT.matcher(text).results().toList();
    for (int i = 0; i < DAMAGES; i++) {
      MatchResult attribute = attributes.get(random.nextInt(attributes.size()));
      all.add(text.substring(0, attribute.start()) + text.substring(attribute.end()));
      if (!elements.isEmpty()) {
        MatchResult element = elements.get(random.nextInt(elements.size()));
        all.add(text.substring(0, element.start()) + text.substring(element.end()));
        all.add(text.substring(0, element.end()) + element.group() + text.substring(element.end()));
      }
    }
    // Without its namespace a file is no TEI, whatever its names are.
    return all.stream().filter(variant -> variant.contains("xmlns=")).distinct().toList();
  }

  private static List<Finding> findings(Rules rules, Path file) throws IOException {
    return rules.check(List.of(subject(file))).get(0);
  }

  private static Rules.Subject subject(Path file) throws IOException {
    Reader.Checked read = READER.reread(file, "variant.xml", List.of());
    Source source = read.source().orElseThrow();
    return new Rules.Subject(source, read.text(), new Broken(List.of(), source, read.text()));
  }

  @Test
  void finds_in_many_files_what_it_finds_in_each() throws IOException {
    List<Rules.Subject> subjects = new ArrayList<>();
    List<List<Finding>> each = new ArrayList<>();
    for (Path file : files()) {
      subjects.add(subject(file));
      each.add(findings(own, file));
    }
    assertThat(own.check(subjects)).isEqualTo(each);
  }

  /** Of a long file each thread has a part of the rules. */
  @ParameterizedTest
  @MethodSource("files")
  void finds_in_a_long_file_what_it_finds_in_a_short_one(Path file) throws IOException {
    String text = Files.readString(file);
    Path variant = Files.writeString(folder.resolve("variant.xml"), text);
    List<Finding> found = findings(own, variant);
    Files.writeString(variant, text + "<!--" + " ".repeat(Inspection.LONG) + "-->");
    assertThat(findings(own, variant)).containsExactlyInAnyOrderElementsOf(found);
  }

  private static Rules compiled(Path schema) throws IOException {
    return Rules.own(XSLT, XSLT.stylesheet("odd/rules.xsl").tree(XSLT.read(schema), Map.of()).asSource());
  }

  @Test
  void tells_rules_of_one_pattern_apart_and_rules_on_attributes() throws IOException {
    Path schema =
        Files.writeString(
            folder.resolve("several.sch"),
            """
            <sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
              <sch:ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
              <sch:pattern id="a">
                <sch:rule context="tei:p[@xml:id]"><sch:assert id="J201" test="@n">no n <sch:name/></sch:assert></sch:rule>
                <sch:rule context="tei:p"><sch:report id="J202" test="true()">a p</sch:report></sch:rule>
              </sch:pattern>
              <sch:pattern id="b">
                <sch:rule context="tei:p/@xml:id"><sch:report id="J203" role="warning" test="true()">id <sch:value-of select="."/></sch:report></sch:rule>
                <sch:rule context="tei:head/text()"><sch:report id="J204" test="true()">words</sch:report></sch:rule>
              </sch:pattern>
            </sch:schema>
            """);
    Path file = Files.writeString(folder.resolve("several.xml"), "<TEI xmlns='http://www.tei-c.org/ns/1.0'><p xml:id='a'/><p/></TEI>");
    Rules ours = compiled(schema);
    assertThat(findings(ours, file))
        .hasSize(3)
        .containsExactlyInAnyOrderElementsOf(findings(Rules.of(XSLT, schema), file));
  }

  /** Contexts with and without what may fail, each with as many findings as it should have. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tei:p[xs:integer(@n) gt 1]|1",
        "tei:p[@n = '2']|1",
        "tei:p[@n = ']']|1",
        "tei:p[2]|1",
        "tei:div[tei:p[@n]]|1",
        "tei:div[not(tei:p[xs:integer(@n) gt 9])]|0",
        "tei:div[not(tei:head or tei:p/@rend)]/tei:p[@n][not(@n = 'x')]|2",
        "tei:div//tei:p[position() = last()]|1",
        "tei:p[starts-with(@n, 'x')]|1",
        "tei:div/tei:p[@n][not(@n = ../tei:p/@rend)]|3",
        "tei:p[not(. = ../tei:p)]|0",
        "tei:p[@n = 2]|1",
        "tei:p[contains(@n, 'x')]|1",
        "tei:p[translate(@n, '2', '') eq '' or concat(@n, @rend) eq translate('xy', 'y', '')]|2",
        "'tei:p[string-join((@n, @rend), ''-'') ne ''x'']'|2",
        "tei:div[tei:p eq 'x']|0",
        "tei:div[contains(tei:p, 'x')]|0",
        "tei:p[$yes][@n]|3",
        "tei:div/tei:p[not($yes)]|0",
        "'tei:p[$no] | tei:div[$yes][not($no)]'|1",
      })
  void finds_the_nodes_of_a_context(String context, int times) throws IOException {
    Path schema =
        Files.writeString(
            folder.resolve("context.sch"),
            """
            <sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
              <sch:ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
              <sch:ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>
              <sch:let name="yes" value="exists(//tei:div)"/>
              <sch:let name="no" value="exists(//tei:head)"/>
              <sch:pattern id="a">
                <sch:rule context="%s"><sch:report id="J201" test="true()">here</sch:report></sch:rule>
              </sch:pattern>
            </sch:schema>
            """.formatted(context));
    Path file =
        Files.writeString(
            folder.resolve("context.xml"),
            "<TEI xmlns='http://www.tei-c.org/ns/1.0'><div><p n='x'/><p n='2'/><p n=']'/></div></TEI>");
    Rules ours = compiled(schema);
    assertThat(findings(ours, file))
        .hasSize(times)
        .containsExactlyInAnyOrderElementsOf(findings(Rules.of(XSLT, schema), file));
  }
}
