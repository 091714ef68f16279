package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jilu.transform.Xslt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas of others, in every language, with messages as good as for our own. */
class OtherSchemasTest {
  private static final Xslt XSLT = new Xslt();
  private static final String RNC =
      "default namespace = \"urn:letters\"\nstart = element letter { element from { text }, element to { text }, "
          + "element line { attribute kind { \"verse\" | \"prose\" }, text }+ }\n";
  private static final String RNG =
      """
      <element name="letter" ns="urn:letters" xmlns="http://relaxng.org/ns/structure/1.0">
        <element name="from"><text/></element><element name="to"><text/></element>
        <oneOrMore><element name="line">
          <attribute name="kind" ns=""><choice><value>verse</value><value>prose</value></choice></attribute><text/>
        </element></oneOrMore>
      </element>
      """;
  private static final String XSD =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:letters" elementFormDefault="qualified">
        <xs:element name="letter"><xs:complexType><xs:sequence>
          <xs:element name="from" type="xs:string"/><xs:element name="to" type="xs:string"/>
          <xs:element name="line" maxOccurs="unbounded"><xs:complexType mixed="true">
            <xs:attribute name="kind" use="required"><xs:simpleType><xs:restriction base="xs:token">
              <xs:enumeration value="verse"/><xs:enumeration value="prose"/></xs:restriction></xs:simpleType></xs:attribute>
          </xs:complexType></xs:element>
        </xs:sequence></xs:complexType></xs:element>
      </xs:schema>
      """;
  private static final String SCH =
      """
      <schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
        <ns prefix="l" uri="urn:letters"/>
        <pattern><rule context="l:to"><assert id="hand" test=". != ../l:from">Nobody writes to himself.</assert></rule></pattern>
      </schema>
      """;
  private static final String SOUND =
      "<letter xmlns=\"urn:letters\">\n<from>a</from>\n<to>b</to>\n<line kind=\"verse\">x</line>\n</letter>";

  @TempDir Path folder;

  private List<String> told(String schema, String letter) throws IOException {
    Path file = Files.writeString(folder.resolve("letter.xml"), letter);
    List<Path> schemas = schema.isEmpty() ? List.of() : List.of(schema(schema));
    return Checks.with(XSLT, new Reader(XSLT), schemas).run(List.of(file)).stream()
        .map(f -> f.line() + ":" + f.column() + " " + f.code() + " " + f.message() + f.hint().map(h -> " " + h).orElse(""))
        .toList();
  }

  private Path schema(String kind) throws IOException {
    String text =
        switch (kind) {
          case "rnc" -> RNC;
          case "rng" -> RNG;
          case "xsd" -> XSD;
          default -> SCH;
        };
    return Files.writeString(folder.resolve("letter." + kind), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rnc", "rng", "xsd", "sch"})
  void sound(String kind) throws IOException {
    assertThat(told(kind, SOUND)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rnc", "rng", "xsd"})
  void each_mistake_once_and_in_the_same_words(String kind) throws IOException {
    assertThat(told(kind, SOUND.replace("to>", "ot>")))
        .containsExactly("3:1 J101 There is no element <ot>. Did you mean <to>?");
    assertThat(told(kind, SOUND.replace("<to>b</to>\n", "")))
        .containsExactly("3:1 J107 In <letter> something is missing before <line>. Add before it: to.");
    assertThat(told(kind, SOUND.replace("<from>a</from>\n", "").replace("</to>", "</to><from>a</from>")))
        .containsExactly("2:11 J106 <from> comes too late in <letter>. Move it before <to>.");
    assertThat(told(kind, SOUND.replaceAll("(?s)(<from.*)(<line.*)(</letter>)", "$2\n$1$3")))
        .containsExactly("2:1 J106 <line> comes too early in <letter>. Move it after <to>.");
    assertThat(told(kind, SOUND.replaceAll("<line.*?>x</line>", "<to>x</to>")))
        .containsExactly(
            "4:1 J105 A second <to> may not stand here in <letter>. Keep one, or put both contents into it.");
    assertThat(told(kind, SOUND.replace("kind", "kimd")))
        .containsExactly("4:7 J102 <line> has no attribute @kimd. Did you mean @kind?");
    assertThat(told(kind, SOUND.replace("verse", "vers")))
        .containsExactly("4:7 J103 kind=\"vers\" is not one of the values there are. Did you mean kind=\"verse\"?");
    assertThat(told(kind, SOUND.replace("<to>", "so <to>")))
        .containsExactly("3:1 J108 Words stand directly in <letter>. Put <from> before and </from> after them.");
    assertThat(told(kind, SOUND.replaceAll("\n<line.*</line>", "")))
        .containsExactly("1:1 J107 <letter> is not complete. Add <line>.");
  }

  @Test
  void tei_p4_and_html_are_named() throws IOException {
    assertThat(told("", "<TEI.2><teiHeader/><text><body><p>x</p></body></text></TEI.2>"))
        .containsExactly(
            "1:1 J116 This is TEI P4: its outermost element is <TEI.2>."
                + " Convert it to TEI P5, whose files begin with <TEI xmlns=\"http://www.tei-c.org/ns/1.0\">.");
    assertThat(told("", "<html><body><p>x</p></body></html>"))
        .containsExactly("1:1 J116 This is HTML, not TEI. Copy a file in tei/documents and put the text into it.");
  }

  @Test
  void rules_of_others() throws IOException {
    assertThat(told("sch", SOUND.replace(">b<", ">a<"))).containsExactly("3:1 J199 Nobody writes to himself. [hand]");
  }

  @Test
  void several_schemas_tell_what_each_finds_and_one_mistake_once() throws IOException {
    Path file = Files.writeString(folder.resolve("letter.xml"), SOUND.replace(">b<", ">a<").replace("verse", "vers"));
    List<Finding> findings =
        Checks.with(XSLT, new Reader(XSLT), List.of(schema("rng"), schema("xsd"), schema("sch"))).run(List.of(file));
    assertThat(findings).extracting(f -> f.line() + ":" + f.column() + " " + f.code()).containsExactly("3:1 J199", "4:7 J103");
  }

  @Test
  void rules_that_a_grammar_holds_are_used_where_the_file_says_so() throws IOException {
    String rule = SCH.replaceAll("(?s).*(<ns .*?/>).*(<rule .*</rule>).*", "$1$2").replaceAll("<(/?)(ns|rule|assert)", "<$1sch:$2");
    String grammar = RNG.replaceFirst("xmlns=", "xmlns:sch=\"http://purl.oclc.org/dsdl/schematron\" xmlns=").replaceFirst("</element>\\s*$", rule + "</element>");
    Files.writeString(folder.resolve("letter.rng"), grammar);
    String model = "<?xml-model href=\"letter.rng\" schematypens=\"http://relaxng.org/ns/structure/1.0\"?>";
    String letter = SOUND.replace(">b<", ">a<");
    assertThat(told("", model + letter)).isEmpty();
    assertThat(told("", model + model.replace("http://relaxng.org/ns/structure/1.0", "http://purl.oclc.org/dsdl/schematron") + letter))
        .containsExactly("3:1 J199 Nobody writes to himself. [hand]");
  }

  @Test
  void a_schema_that_the_file_names_is_used() throws IOException {
    schema("rng");
    assertThat(told("", "<?xml-model href=\"letter.rng\"?>" + SOUND)).isEmpty();
    assertThat(told("", "<?xml-model href=\"letter.rng\"?>" + SOUND.replace("to>", "ot>"))).hasSize(1);
  }

  @Test
  void a_schema_that_is_not_there_is_told() throws IOException {
    assertThat(told("", "<?xml-model href=\"lost.rng\"?>" + SOUND)).first().asString().startsWith("1:1 J040 ");
  }
}
