package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import jilu.transform.Parsers;
import org.apache.xerces.jaxp.validation.XMLSchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** The schema validator refuses what it refuses through JAXP, in the same order. */
class XsdValidatorTest {
  private static final String LETTER =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:l" xmlns="urn:l"
          elementFormDefault="qualified">
        <xs:simpleType name="day"><xs:union>
          <xs:simpleType><xs:restriction base="xs:gYear"/></xs:simpleType>
          <xs:simpleType><xs:restriction base="xs:date"/></xs:simpleType>
        </xs:union></xs:simpleType>
        <xs:simpleType name="days"><xs:restriction><xs:simpleType><xs:list itemType="day"/></xs:simpleType>
          <xs:maxLength value="2"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="mark"><xs:restriction base="xs:ID"><xs:pattern value="m.*"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="marks"><xs:restriction base="xs:IDREF"/></xs:simpleType>
        <xs:simpleType name="kind"><xs:restriction base="xs:QName"/></xs:simpleType>
        <xs:complexType name="more"><xs:complexContent><xs:extension base="line">
          <xs:attribute name="tone" type="xs:string" use="required"/></xs:extension></xs:complexContent></xs:complexType>
        <xs:complexType name="line" mixed="true">
          <xs:attribute name="when" type="day"/><xs:attribute name="days" type="days"/>
          <xs:attribute name="mark" type="mark"/><xs:attribute name="to" type="marks"/>
          <xs:attribute name="kind" type="kind"/><xs:attribute name="hand" type="xs:string" default="own"/>
          <xs:attribute name="n" type="xs:integer"/>
        </xs:complexType>
        <xs:element name="letter">
          <xs:complexType><xs:sequence>
            <xs:element name="date" type="day" minOccurs="0"/><xs:element name="line" type="line" maxOccurs="unbounded"/>
          </xs:sequence></xs:complexType>
          <xs:unique name="numbers"><xs:selector xpath="line" xmlns="urn:l"/><xs:field xpath="@n"/></xs:unique>
        </xs:element>
      </xs:schema>
      """.replace("xpath=\"line\" xmlns=\"urn:l\"", "xpath=\"l:line\" xmlns:l=\"urn:l\"");

  private static final String XSI = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

  @TempDir Path folder;

  @Test
  void on_the_pairs_and_the_edition() throws Exception {
    Schema schema = new XMLSchemaFactory().newSchema(Path.of("schemas/jilu.xsd").toFile());
    Grammar grammar = Grammar.profile();
    int refused = 0;
    for (Path file : files()) {
      List<String> through = throughJaxp(schema, Files.readString(file));
      refused += through.size();
      assertThat(refusals(grammar, Files.readString(file))).as(file.toString()).isEqualTo(through);
    }
    assertThat(refused).isGreaterThan(100);
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : List.of(Path.of("src/test/resources"), Path.of("tei"))) {
      try (Stream<Path> walk = Files.walk(folder)) {
        walk.filter(file -> file.toString().endsWith(".xml")).filter(XsdValidatorTest::isWellFormed).forEach(files::add);
      }
    }
    return files;
  }

  private static boolean isWellFormed(Path file) {
    try {
      parse(Files.readString(file), new DefaultHandler());
      return true;
    } catch (SAXException | IOException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<line when='1952'/><line when='1952-09-15'/>",
        "<date>1952-09-15</date><line/>",
        "<date>1952-09-31</date><line/>",
        "<line when='1952-13'/><line when='1952-13'/><line when='1952'/>",
        "<line days='1952 1952-09-15'/><line days='1952 1953 1954'/><line days='1952 1953 1954'/>",
        "<line mark='m1'/><line mark='m2' to='m1'/>",
        "<line mark='m1'/><line mark='m1'/>",
        "<line mark='x1'/><line mark='x1'/>",
        "<line to='m9'/>",
        "<line xmlns:p='urn:p' kind='p:a'/><line kind='p:a'/>",
        "<line n='1'/><line n='01'/>",
        "<line xsi:type='more'/>",
        "<line xsi:type='more' tone='low'/>",
        "<line xsi:type='day'/>",
        "<line hand='other'/><line nobody='x'/>",
        "<lines/>words",
        ""
      })
  void on_what_depends_on_its_place(String content) throws Exception {
    Path xsd = Files.writeString(folder.resolve("letter.xsd"), LETTER);
    String letter = "<letter xmlns='urn:l' " + XSI + ">" + content + "</letter>";
    Grammar grammar = Grammar.of(xsd);
    List<String> through = throughJaxp(new XMLSchemaFactory().newSchema(xsd.toFile()), letter);
    assertThat(refusals(grammar, letter)).isEqualTo(through);
    assertThat(refusals(grammar, letter)).as("what is remembered says the same").isEqualTo(through);
  }

  @Test
  void attributes_that_a_schema_gives_do_not_reach_the_tree() throws Exception {
    Path xsd = Files.writeString(folder.resolve("letter.xsd"), LETTER);
    Path file = Files.writeString(folder.resolve("letter.xml"), "<letter xmlns='urn:l'><line>x</line></letter>");
    Reader.Reading reading = new Reader(new jilu.transform.Xslt()).check(file, "letter.xml", Grammar.of(xsd));
    assertThat(reading.findings()).isEmpty();
    assertThat(reading.source().orElseThrow().tree().toString()).doesNotContain("hand");
  }

  private static List<String> refusals(Grammar grammar, String text) throws SAXException, IOException {
    Grammar.Session session = grammar.open();
    parse(text, session.validator());
    List<String> refusals = List.copyOf(session.refusals());
    grammar.close(session);
    return refusals;
  }

  /** JAXP puts the key before each message. */
  private static List<String> throughJaxp(Schema schema, String text) throws SAXException, IOException {
    List<String> keys = new ArrayList<>();
    ValidatorHandler handler = schema.newValidatorHandler();
    handler.setErrorHandler(
        new ErrorHandler() {
          @Override
          public void warning(SAXParseException e) {}

          @Override
          public void error(SAXParseException e) {
            keys.add(e.getMessage().substring(0, e.getMessage().indexOf(':')));
          }

          @Override
          public void fatalError(SAXParseException e) {
            error(e);
          }
        });
    parse(text, handler);
    return keys;
  }

  private static void parse(String text, ContentHandler handler) throws SAXException, IOException {
    try {
      XMLReader reader = Parsers.hardened().newSAXParser().getXMLReader();
      reader.setContentHandler(handler);
      reader.setErrorHandler(new DefaultHandler());
      reader.parse(new InputSource(new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text)));
    } catch (javax.xml.parsers.ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
