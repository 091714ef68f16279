package jilu.schema;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.prop.rng.RngProperty;
import com.thaiopensource.validate.rng.SAXSchemaReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltExecutable;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The three committed schemas, ready to check a document with. */
final class Schemas {
  static final Path FOLDER = Path.of("schemas");
  static final Path ODD = FOLDER.resolve("jilu.odd");
  static final Processor SAXON = new Processor(false);

  private Schemas() {}

  /** A schema: what it has against a document, line by line. */
  interface Check {
    List<String> errors(InputSource document) throws SAXException, IOException;

    default List<String> errors(Path document) throws SAXException, IOException {
      return errors(new InputSource(document.toUri().toString()));
    }

    default List<String> errors(String document) throws SAXException, IOException {
      return errors(new InputSource(new StringReader(document)));
    }
  }

  /** One message of a rule. */
  record Message(String code, String role, String english, String chinese) {}

  /** All files of the edition. */
  static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("tei"))) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }

  static Check relaxNg() throws Exception {
    return relaxNg(new InputSource(FOLDER.resolve("jilu.rng").toUri().toString()));
  }

  /** Jing’s own interface, since the one of the JDK does not check that ids are unique. */
  static Check relaxNg(InputSource grammar) throws Exception {
    var loading = new PropertyMapBuilder();
    loading.put(ValidateProperty.ERROR_HANDLER, new Collector(new ArrayList<>()));
    RngProperty.CHECK_ID_IDREF.add(loading);
    var schema = SAXSchemaReader.getInstance().createSchema(grammar, loading.toPropertyMap());
    return check(collector -> {
      var checking = new PropertyMapBuilder();
      checking.put(ValidateProperty.ERROR_HANDLER, collector);
      return schema.createValidator(checking.toPropertyMap()).getContentHandler();
    });
  }

  static Check xmlSchema() throws Exception {
    var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI,
        "org.apache.xerces.jaxp.validation.XMLSchemaFactory", null);
    factory.setFeature("http://apache.org/xml/features/validation/schema-full-checking", true);
    var schema = factory.newSchema(FOLDER.resolve("jilu.xsd").toFile());
    return check(collector -> {
      var validator = schema.newValidatorHandler();
      validator.setErrorHandler(collector);
      return validator;
    });
  }

  private static Check check(Function<ErrorHandler, ContentHandler> validators) throws Exception {
    var parsers = SAXParserFactory.newInstance();
    parsers.setNamespaceAware(true);
    var reader = parsers.newSAXParser().getXMLReader();
    return document -> {
      var errors = new ArrayList<String>();
      var collector = new Collector(errors);
      reader.setContentHandler(validators.apply(collector));
      reader.setErrorHandler(collector);
      reader.parse(document);
      return errors;
    };
  }

  private record Collector(List<String> errors) implements ErrorHandler {
    @Override public void warning(SAXParseException problem) {
      error(problem);
    }

    @Override public void error(SAXParseException problem) {
      errors.add(problem.getLineNumber() + ": " + problem.getMessage());
    }

    @Override public void fatalError(SAXParseException problem) throws SAXException {
      throw problem;
    }
  }

  static XsltExecutable rules() throws SaxonApiException {
    var transpiler = SAXON.newXsltCompiler()
        .compile(new StreamSource(Schemas.class.getResource("/content/transpile.xsl").toString())).load30();
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
      messages.add(new Message(text(xpath, "@id", said), text(xpath, "@role", said),
          text(xpath, "svrl:text", said), text(xpath, "svrl:diagnostic-reference", said)));
    }
    return messages;
  }

  private static String text(XPathCompiler xpath, String path, XdmNode node) throws SaxonApiException {
    return xpath.evaluateSingle("normalize-space(" + path + ")", node).getStringValue();
  }
}
