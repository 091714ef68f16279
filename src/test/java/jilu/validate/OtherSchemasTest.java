package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jilu.transform.Xslt;
import jilu.words.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        .containsExactly("4:7 J103 kind=\"vers\" is not one of the values there are. Did you mean kind=\"verse\"? The values are: verse, prose.");
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

  private String instructed(String... lines) throws IOException {
    return String.join("\n", told("", String.join("\n", lines) + "\n" + SOUND));
  }

  @ParameterizedTest
  @ValueSource(strings = {"broken.rng", "broken.rnc", "broken.xsd", "letter.txt"})
  void a_schema_that_cannot_be_used_is_told_where_it_is_named_error(String name) throws IOException {
    Files.writeString(folder.resolve(name), "<element name='letter'>");
    String told = instructed("<?xml version=\"1.0\"?>", "<?xml-model href=\"" + name + "\"?>");
    assertThat(told).startsWith("2:1 J041 ").contains("the file was checked with Jilu’s own").contains("\n3:1 J1");
  }

  @Test
  void rules_that_cannot_be_used_leave_the_grammar_error() throws IOException {
    schema("rng");
    Files.writeString(folder.resolve("broken.sch"), SCH.replace("test=\"", "test=\"("));
    String grammar = "<?xml-model href=\"letter.rng\"?>";
    assertThat(instructed(grammar, "<?xml-model href=\"broken.sch\"?>"))
        .startsWith("2:1 J041 ").contains("the file was checked without it").doesNotContain("\n");
    assertThat(instructed(grammar, "<?xml-model href=\"lost.sch\"?>"))
        .startsWith("2:1 J040 There is no schema lost.sch; the file was checked without it.").doesNotContain("\n");
  }

  @Test
  void a_schema_is_named_by_its_path_or_its_address_valid() throws IOException {
    Path named = Files.createDirectory(folder.resolve("q dir")).resolve("my schéma.rnc");
    Files.writeString(named, RNC);
    String address = named.toUri().toString();
    for (String href :
        List.of(
            "q%20dir/my%20sch%C3%A9ma.rnc",
            "q dir/my schéma.rnc",
            "q dir/my%20schéma.rnc",
            address,
            address.replace("file:///", "file:/"),
            address.replace("file:///", "file://localhost/"))) {
      assertThat(instructed("<?xml-model href=\"" + href + "\"?>")).as(href).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"file://elsewhere/letter.rng", "https://example.org/letter.rng"})
  void a_schema_elsewhere_is_told_error(String href) throws IOException {
    schema("rng");
    assertThat(instructed("<?xml-model href=\"" + href + "\"?>")).startsWith("1:1 J040 ").contains("not on this computer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///lost/letter.rng", "lost%00.rng", "100%.rng"})
  void a_schema_that_is_not_there_is_told_as_written_error(String href) throws IOException {
    assertThat(instructed("<?xml-model href=\"" + href + "\"?>"))
        .startsWith("1:1 J040 There is no schema " + href + "; the file was checked with Jilu’s own.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lost.rng", "broken.rng"})
  void a_schema_that_is_named_for_its_grammar_and_for_its_rules_is_told_once_error(String name) throws IOException {
    Files.writeString(folder.resolve("broken.rng"), "<element name='letter'>");
    String model = "<?xml-model href=\"" + name + "\"?>";
    String told = instructed(model, model.replace("?>", " schematypens=\"http://purl.oclc.org/dsdl/schematron\"?>"));
    assertThat(told).startsWith("1:1 J04").doesNotContain("2:1 ");
  }

  @Test
  void a_mistake_in_a_schema_of_any_name_is_told_at_its_line_error() throws IOException {
    Path schema = Files.writeString(folder.resolve("我的 模式.rng"), RNG.replace("<text/>", "<ref/>"));
    assertThatThrownBy(() -> Checks.with(XSLT, new Reader(XSLT), List.of(schema)))
        .hasMessageContaining("我的 模式.rng has a mistake and cannot be used: line 2, column ");
  }

  @Test
  void an_instruction_that_names_no_schema_is_told_error() throws IOException {
    schema("rng");
    assertThat(instructed("<?xml-model?>")).startsWith("1:1 J040 This <?xml-model?> has no href");
    assertThat(instructed("<?xml-model title=\"x\"?>")).startsWith("1:1 J040 This <?xml-model?> has no href");
    assertThat(instructed("<?xml-model href=\"\"?>")).startsWith("1:1 J040 This <?xml-model?> has no href");
    for (String written : List.of("“letter.rng”", "\"letter.rng”", "\"letter.rng” type=\"x\"", "letter.rng", "＂letter.rng＂", "'letter.rng’")) {
      assertThat(instructed("<?xml-model href=" + written + "?>")).as(written)
          .startsWith("1:1 J040 href=" + written.replaceFirst(" .*", "") + " in this <?xml-model?>").contains(" Write href=\"letter.rng\".\n");
    }
    for (String target : List.of("xml-modell", "xmlmodel", "xml-modle", "XML-Model")) {
      assertThat(instructed("<?" + target + " href=\"letter.rng\"?>")).as(target)
          .startsWith("1:1 J040 There is no <?" + target + "?>").contains(" Did you mean <?xml-model?>?\n");
    }
  }

  @Test
  void an_instruction_is_mended_where_it_is_certain() throws IOException {
    schema("rng");
    String right = "<?xml-model href=\"letter.rng\" type=\"application/xml\"?>\n" + SOUND;
    for (String wrong : List.of(right.replaceFirst("\"(.*?)\"", "“$1”"), right.replaceFirst("-model", "-modell"))) {
      Path file = Files.writeString(folder.resolve("letter.xml"), wrong);
      List<Finding> found = Checks.with(XSLT, new Reader(XSLT), List.of()).run(List.of(file));
      assertThat(Mender.mend(found.stream().filter(f -> f.code().equals("J040")).toList())).isEqualTo(1);
      assertThat(Files.readString(file)).isEqualTo(right);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- <?xml-model href=\"lost.rng\"?> -->",
        "<?xml-stylesheet href=\"lost.css\"?>",
        "<?xml-model href=\"../schemas/jilu.rng\"?>",
        "<!DOCTYPE letter [<!ENTITY model \"<?xml-model href='lost.rng'?>\">]>"
      })
  void what_names_no_other_schema_valid(String line) throws IOException {
    assertThat(instructed(line)).doesNotContain("J040").isNotEmpty();
  }

  @Test
  void a_file_that_names_rules_alone_is_checked_with_the_grammar_it_would_have_error() throws IOException {
    String rule = SCH.replace("urn:letters", "http://www.tei-c.org/ns/1.0").replaceAll("l:(to|from)", "l:title");
    Files.writeString(folder.resolve("tei.sch"), rule);
    String header =
        "<fileDesc><titleStmt><title>x</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><bibl>x</bibl></sourceDesc></fileDesc>";
    String tei =
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader>" + header
            + "</teiHeader><text><body><p>x</p><p xml:id=\"x.p2\"><persname/></p></body></text></TEI>";
    assertThat(String.join("\n", told("", "<?xml-model href=\"tei.sch\"?>" + tei)))
        .contains("J199 Nobody writes to himself.").contains("J101 There is no element <persname>.").contains("J209 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "test=\"(\" | line 3: test=\"(\" ",
        "test=\"foo()\" | line 3: test=\"foo()\" ",
        "test=\"x:y\" | line 3: test=\"x:y\" ",
        " | line 3: <assert> needs @test",
      })
  void a_mistake_in_rules_is_told_at_its_line_error(String pair) throws IOException {
    String[] parts = pair.split("\\| ");
    String broken = SCH.replaceFirst("test=\".*?\"", parts[0].strip());
    Path schema = Files.writeString(folder.resolve("broken.sch"), broken);
    assertThatThrownBy(() -> Checks.with(XSLT, new Reader(XSLT), List.of(schema)))
        .hasMessageContaining("broken.sch has a mistake and cannot be used: " + parts[1])
        .message().doesNotContain("transpile").doesNotContain("tylesheet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<include href=\"lost.sch\"/>", "<pattern is-a=\"lost\"/>", "<pattern><rule context=\"x\"><extends rule=\"lost\"/></rule></pattern>"})
  void what_rules_point_to_must_be_in_them_error(String more) throws IOException {
    Path schema = Files.writeString(folder.resolve("broken.sch"), SCH.replace("</schema>", more + "</schema>"));
    assertThatThrownBy(() -> Checks.with(XSLT, new Reader(XSLT), List.of(schema)))
        .isInstanceOf(Refusal.class).hasMessageContaining("line 4: ").hasMessageContaining("lost");
  }

  @ParameterizedTest
  @CsvSource({"exslt,false", "python,false", "xquery,false", "xslt,true", "xslt2,true", "XSLT3,true", "xpath31,true"})
  void a_language_of_rules_that_is_not_known_is_told(String binding, boolean known) throws IOException {
    String rules = SCH.replaceFirst("queryBinding=['\"].*?['\"]", "").replaceFirst("<schema", "<schema queryBinding='" + binding + "'");
    Path schema = Files.writeString(folder.resolve("bound.sch"), rules);
    if (known) {
      assertThat(Checks.with(XSLT, new Reader(XSLT), List.of(schema))).isNotNull();
    } else {
      assertThatThrownBy(() -> Checks.with(XSLT, new Reader(XSLT), List.of(schema)))
          .isInstanceOf(Refusal.class).hasMessageContaining("queryBinding=\"" + binding + "\" is a language of rules that is not supported");
    }
  }

  @Test
  void a_file_without_rules_is_no_schema_of_rules_error() throws IOException {
    Path schema = Files.writeString(folder.resolve("other.sch"), SCH.replace("http://purl.oclc.org/dsdl/schematron", "urn:x"));
    assertThatThrownBy(() -> Checks.with(XSLT, new Reader(XSLT), List.of(schema))).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rnc", "rng", "xsd"})
  void where_a_schema_lies_may_be_said_at_the_root_valid(String kind) throws IOException {
    String at = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:letters letter.xsd\"";
    assertThat(told(kind, SOUND.replaceFirst(">", at + ">"))).isEmpty();
    assertThat(told(kind, SOUND.replaceFirst(">", at + " kimd=\"x\">"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rnc", "rng"})
  void what_speaks_to_other_schemas_is_told_as_that_error(String kind) throws IOException {
    String type = "<to xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"name\">";
    assertThat(told(kind, SOUND.replace("<to>", type)))
        .containsExactly(
            "3:59 J102 @xsi:type of <to> speaks to schemas in XSD; this schema is not one and does not allow it."
                + " Take it out, or check the file with its schema in XSD (--schema).");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rnc", "rng", "xsd"})
  void a_file_that_is_not_taken_in_is_told_as_that_error(String kind) throws IOException {
    String include = "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"a.xml\"/>";
    for (String letter :
        List.of(SOUND.replace("</to>", "</to>" + include), SOUND.replace("<to>b</to>", include))) {
      assertThat(told(kind, letter)).hasSize(1).first().asString()
          .contains(" J101 <include> stands for another file, which has not been taken in");
    }
  }

  /** What stands in it for the case that there is no such file is not told by itself. */
  @ParameterizedTest
  @ValueSource(strings = {"rnc", "rng", "xsd"})
  void a_file_that_is_not_taken_in_and_what_stands_for_it_are_told_once_error(String kind) throws IOException {
    String include =
        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"a.xml\"><xi:fallback>\n"
            + "<nothing>x</nothing></xi:fallback></xi:include>";
    String odd = "</to>" + include + "<line knd=\"verse\">y</line>";
    assertThat(told(kind, SOUND.replace("</to>", odd)))
        .satisfiesExactly(
            one -> assertThat(one).contains(" J101 <include> stands for another file"),
            two -> assertThat(two).startsWith("4:").contains("@knd"));
  }

  /** Where anything may stand the validator decides. */
  @ParameterizedTest
  @CsvSource({"b.xml, 0", "a.xml, 1"})
  void a_file_to_be_taken_in_where_anything_may_stand(String href, int findings) throws IOException {
    Path schema =
        Files.writeString(
            folder.resolve("any.rnc"), "start = element a { element * { attribute href { \"b.xml\" } }* }");
    String include = "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + href + "\"/>";
    Path file = Files.writeString(folder.resolve("any.xml"), "<a>" + include + "</a>");
    assertThat(Checks.with(XSLT, new Reader(XSLT), List.of(schema)).run(List.of(file)))
        .filteredOn(finding -> finding.code().startsWith("J1")).hasSize(findings);
  }

  @Test
  void a_value_is_offered_where_numbers_are_allowed_too_error() throws IOException {
    Files.writeString(
        folder.resolve("number.rng"),
        RNG.replace("<choice><value>verse", "<choice><data type=\"double\" datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\"/><value>verse"));
    String model = "<?xml-model href=\"number.rng\"?>";
    assertThat(told("", model + SOUND.replace("verse", "1.5"))).isEmpty();
    assertThat(told("", model + SOUND.replace("verse", "vesre"))).hasSize(1).first().asString()
        .endsWith("Did you mean kind=\"verse\"?");
    assertThat(told("", model + SOUND.replace("verse", "much"))).hasSize(1).first().asString()
        .endsWith("kind=\"much\" is not a value that fits. The manual of the schema says what may stand here.");
  }
}
