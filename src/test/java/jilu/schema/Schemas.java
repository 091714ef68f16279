package jilu.schema;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltExecutable;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The three committed schemas, ready to check a document with. */
final class Schemas {
  static final Path FOLDER = Path.of("schemas");
  static final Path ODD = FOLDER.resolve("jilu.odd");
  static final Processor SAXON = new Processor(false);

  private Schemas() {}

  /** One message of a rule. */
  record Message(String code, String role, String english, String chinese) {}

  /** All files of the edition. */
  static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("tei"))) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }

  static Schema relaxNg(Source grammar) throws SAXException {
    System.setProperty(SchemaFactory.class.getName() + ":" + XMLConstants.RELAXNG_NS_URI,
        "com.thaiopensource.relaxng.jaxp.XMLSyntaxSchemaFactory");
    return SchemaFactory.newInstance(XMLConstants.RELAXNG_NS_URI).newSchema(grammar);
  }

  static Schema relaxNg() throws SAXException {
    return relaxNg(new StreamSource(FOLDER.resolve("jilu.rng").toFile()));
  }

  static Schema xmlSchema() throws SAXException {
    var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI,
        "org.apache.xerces.jaxp.validation.XMLSchemaFactory", null);
    factory.setFeature("http://apache.org/xml/features/validation/schema-full-checking", true);
    return factory.newSchema(FOLDER.resolve("jilu.xsd").toFile());
  }

  /** Every error, as text with its line. */
  static List<String> errors(Schema schema, Source document) throws SAXException, IOException {
    var errors = new ArrayList<String>();
    var validator = schema.newValidator();
    validator.setErrorHandler(new ErrorHandler() {
      @Override public void warning(SAXParseException problem) {
        errors.add(text(problem));
      }

      @Override public void error(SAXParseException problem) {
        errors.add(text(problem));
      }

      @Override public void fatalError(SAXParseException problem) throws SAXParseException {
        throw problem;
      }
    });
    validator.validate(document);
    return errors;
  }

  static List<String> errors(Schema schema, String document) throws SAXException, IOException {
    return errors(schema, new StreamSource(new StringReader(document)));
  }

  private static String text(SAXParseException problem) {
    return problem.getLineNumber() + ": " + problem.getMessage();
  }

  static XsltExecutable rules() throws SaxonApiException {
    var transpiler = SAXON.newXsltCompiler().compile(
        new StreamSource(Schemas.class.getResource("/content/transpile.xsl").toString())).load30();
    var stylesheet = new XdmDestination();
    transpiler.transform(new StreamSource(FOLDER.resolve("jilu.sch").toFile()), stylesheet);
    return SAXON.newXsltCompiler().compile(stylesheet.getXdmNode().asSource());
  }

  /** What the rules have to say about a document. */
  static List<Message> messages(XsltExecutable rules, Source document) throws SaxonApiException {
    var report = new XdmDestination();
    rules.load30().transform(document, report);
    var xpath = SAXON.newXPathCompiler();
    xpath.declareNamespace("svrl", "http://purl.oclc.org/dsdl/svrl");
    var messages = new ArrayList<Message>();
    for (var item : xpath.evaluate("//svrl:failed-assert | //svrl:successful-report", report.getXdmNode())) {
      var said = (XdmNode) item;
      messages.add(new Message(string(xpath, "@id", said), string(xpath, "@role", said),
          string(xpath, "svrl:text", said), string(xpath, "svrl:diagnostic-reference", said)));
    }
    return messages;
  }

  private static String string(net.sf.saxon.s9api.XPathCompiler xpath, String path, XdmNode node)
      throws SaxonApiException {
    return xpath.evaluateSingle("normalize-space(" + path + ")", node).getStringValue();
  }
}
