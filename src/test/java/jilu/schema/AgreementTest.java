package jilu.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** RELAX NG and XML Schema say the same of files of the edition with one or two random faults. */
class AgreementTest {
  private static final String TEI = "http://www.tei-c.org/ns/1.0";
  private static final int MUTANTS = 2000;

  private final Random random = new Random(1949);
  private final List<Document> originals = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<Attr> attributes = new ArrayList<>();

  @Test
  void both_schemas_agree_on_mutants() throws Exception {
    var relaxNg = Schemas.relaxNg();
    var xmlSchema = Schemas.xmlSchema();
    var serializer = TransformerFactory.newInstance("net.sf.saxon.TransformerFactoryImpl", null)
        .newTransformer();
    readOriginals();
    int valid = 0;
    for (int i = 0; i < MUTANTS; i++) {
      var mutant = text(serializer, mutate());
      var byRelaxNg = relaxNg.errors(mutant);
      var byXmlSchema = xmlSchema.errors(mutant);
      if (byRelaxNg.isEmpty()) valid++;
      assertThat(byXmlSchema.isEmpty())
          .as("mutant %d%nRELAX NG: %s%nXML Schema: %s%n%s", i, byRelaxNg, byXmlSchema, mutant)
          .isEqualTo(byRelaxNg.isEmpty());
    }
    assertThat(valid).as("number of mutants that are valid").isBetween(MUTANTS / 20, MUTANTS / 2);
  }

  private void readOriginals() throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    DocumentBuilder parser = factory.newDocumentBuilder();
    var seen = new TreeSet<String>();
    for (var file : Schemas.sources()) {
      var original = parser.parse(file.toFile());
      originals.add(original);
      for (var element : elements(original)) {
        if (TEI.equals(element.getNamespaceURI())) seen.add(element.getLocalName());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
          var attribute = (Attr) element.getAttributes().item(i);
          if (!attribute.getName().startsWith("xmlns")) attributes.add(attribute);
        }
      }
    }
    names.addAll(seen);
  }

  private Document mutate() {
    var mutant = (Document) pick(originals).cloneNode(true);
    for (int faults = 1 + random.nextInt(2); faults > 0; faults--) spoil(mutant);
    return mutant;
  }

  private void spoil(Document mutant) {
    var elements = elements(mutant);
    var element = elements.get(1 + random.nextInt(elements.size() - 1));
    var parent = element.getParentNode();
    switch (random.nextInt(8)) {
      case 0 -> parent.removeChild(element);
      case 1 -> parent.insertBefore(element.cloneNode(true), element);
      case 2 -> rename(mutant, element, pick(names));
      case 3 -> parent.appendChild(element);
      case 4 -> element.appendChild(mutant.createTextNode("某"));
      case 5 -> removeOneAttribute(element);
      case 6 -> copyAttribute(element, pick(attributes));
      default -> pick(elements).appendChild(mutant.importNode(pick(elements(pick(originals))), true));
    }
  }

  /** White space alone in an element that became empty by definition is an error to XML Schema only. */
  private static void rename(Document mutant, Element element, String name) {
    mutant.renameNode(element, TEI, name);
    if (element.getElementsByTagName("*").getLength() == 0 && element.getTextContent().isBlank()) {
      while (element.hasChildNodes()) element.removeChild(element.getFirstChild());
    }
  }

  private void removeOneAttribute(Element element) {
    if (!element.hasAttributes()) return;
    var attribute = (Attr) element.getAttributes().item(random.nextInt(element.getAttributes().getLength()));
    if (!attribute.getName().startsWith("xmlns")) element.removeAttributeNode(attribute);
  }

  private static void copyAttribute(Element element, Attr attribute) {
    element.setAttributeNS(attribute.getNamespaceURI(), attribute.getName(), attribute.getValue());
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static List<Element> elements(Document document) {
    var elements = new ArrayList<Element>();
    collect(document.getDocumentElement(), elements);
    return elements;
  }

  private static void collect(Element element, List<Element> elements) {
    elements.add(element);
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) collect(inner, elements);
    }
  }

  private static String text(Transformer serializer, Document document) throws Exception {
    var text = new StringWriter();
    serializer.transform(new DOMSource(document), new StreamResult(text));
    return text.toString();
  }
}
