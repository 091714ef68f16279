package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import jilu.transform.Parsers;
import org.apache.xerces.jaxp.validation.XMLSchemaFactory;
import org.apache.xerces.xni.parser.XMLErrorHandler;
import org.apache.xerces.xni.parser.XMLParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
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
        <xs:simpleType name="mark"><xs:restriction base="xs:ID"><xs:pattern value="m.*"/></xs:restriction>
        </xs:simpleType>
        <xs:simpleType name="marks"><xs:restriction base="xs:IDREF"/></xs:simpleType>
        <xs:simpleType name="kind"><xs:restriction base="xs:QName"/></xs:simpleType>
        <xs:complexType name="more"><xs:complexContent><xs:extension base="line">
          <xs:attribute name="tone" type="xs:string" use="required"/></xs:extension></xs:complexContent>
        </xs:complexType>
        <xs:complexType name="line" mixed="true">
          <xs:attribute name="when" type="day"/><xs:attribute name="days" type="days"/>
          <xs:attribute name="mark" type="mark"/><xs:attribute name="to" type="marks"/>
          <xs:attribute name="kind" type="kind"/><xs:attribute name="hand" type="xs:string" default="own"/>
          <xs:attribute name="n" type="xs:integer"/>
        </xs:complexType>
        <xs:element name="letter">
          <xs:complexType><xs:sequence>
            <xs:element name="date" type="day" minOccurs="0"/>
            <xs:element name="line" type="line" maxOccurs="unbounded"/>
          </xs:sequence></xs:complexType>
          <xs:unique name="numbers"><xs:selector xpath="l:line" xmlns:l="urn:l"/><xs:field xpath="@n"/></xs:unique>
        </xs:element>
      </xs:schema>
      """;

  private static final String XSI = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

  @TempDir Path folder;

  @Test
  void on_the_edition_with_names_and_values_exchanged() throws Exception {
    Schema schema = new XMLSchemaFactory().newSchema(Path.of("schemas/jilu.xsd").toFile());
    Grammar grammar = Grammar.profile();
    var random = new Random(1950);
    int refused = 0;
    for (Path file : files()) {
      String text = Files.readString(file);
      assertThat(refusals(grammar, text)).as(file.toString()).isEqualTo(throughJaxp(schema, text));
      for (int i = 0; i < MUTANTS; i++) {
        String mutant = exchanged(exchanged(text, ELEMENT, random), random.nextBoolean() ? ATTRIBUTE : VALUE, random);
        List<String> through = throughJaxp(schema, mutant);
        refused += through.size();
        assertThat(refusals(grammar, mutant)).as(mutant).isEqualTo(through);
      }
    }
    assertThat(refused).isGreaterThan(1_000);
  }

  private static final int MUTANTS = 20;
  private static final Pattern ELEMENT = Pattern.compile("(?<=</?)[a-z][A-Za-z]*");
  private static final Pattern ATTRIBUTE = Pattern.compile("(?<=\\s)[a-z][a-zA-Z]*(?==\")");
  private static final Pattern VALUE = Pattern.compile("(?<=\\s[a-z]{1,9}=)\"[^\"<]*\"");

  /** One name or value in the place of another, wherever that stands, if the file stays well-formed. */
  private static String exchanged(String text, Pattern pattern, Random random) {
    List<String> all = pattern.matcher(text).results().map(MatchResult::group).toList();
    String from = all.get(random.nextInt(all.size()));
    String to = all.get(random.nextInt(all.size()));
    String mutant =
        pattern.matcher(text).replaceAll(m -> Matcher.quoteReplacement(m.group().equals(from) ? to : m.group()));
    return isWellFormed(mutant) ? mutant : text;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of("tei"))) {
      return walk.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }

  private static boolean isWellFormed(String text) {
    try {
      parse(text, new DefaultHandler());
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

  private static List<String> throughJaxp(Schema schema, String text) throws SAXException, IOException {
    List<String> keys = new ArrayList<>();
    ValidatorHandler handler = schema.newValidatorHandler();
    handler.setProperty("http://apache.org/xml/properties/internal/error-handler", new Keys(keys));
    parse(text, handler);
    return keys;
  }

  private record Keys(List<String> keys) implements XMLErrorHandler {
    @Override
    public void warning(String domain, String key, XMLParseException e) {}

    @Override
    public void error(String domain, String key, XMLParseException e) {
      keys.add(key);
    }

    @Override
    public void fatalError(String domain, String key, XMLParseException e) {
      keys.add(key);
    }
  }

  private static void parse(String text, ContentHandler handler) throws SAXException, IOException {
    try {
      XMLReader reader = Parsers.hardened().newSAXParser().getXMLReader();
      reader.setContentHandler(handler);
      reader.setErrorHandler(new DefaultHandler());
      reader.parse(new InputSource(new StringReader(text)));
    } catch (javax.xml.parsers.ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
