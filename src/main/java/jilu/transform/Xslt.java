package jilu.transform;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Source;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import jilu.words.Refusal;
import net.sf.saxon.lib.EnvironmentVariableResolver;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.lib.ResourceRequest;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.trans.XPathException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The one Saxon processor, closed: stylesheets come from the program itself, and neither they nor the data they read
 * can open a file, an address, a collection or an environment variable.
 */
public final class Xslt {
  private static final String SCHEME = "jilu:/";

  private final Processor processor = new Processor(false);
  private final SAXParserFactory parsers = Parsers.hardened();
  private final Map<String, Stylesheet> stylesheets = new ConcurrentHashMap<>();

  public Xslt() {
    processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
    processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
    processor.setConfigurationProperty(Feature.DISABLE_XSL_EVALUATE, true);
    processor.registerExtensionFunction(new NameUuid());
    processor.registerExtensionFunction(new Line());
    processor.registerExtensionFunction(new Having());
    processor.registerExtensionFunction(new Wordless());
    processor.registerExtensionFunction(new Known());
    processor.registerExtensionFunction(new Containing());
    processor.registerExtensionFunction(new Elements());
    processor.registerExtensionFunction(new Alike());
    processor.registerExtensionFunction(new Wanted.Function());
    processor.setConfigurationProperty(Feature.ENVIRONMENT_VARIABLE_RESOLVER, new EmptyEnvironment());
    var configuration = processor.getUnderlyingConfiguration();
    configuration.setResourceResolver(Xslt::resource);
    // Otherwise each transformation and each tree gets one with buffers of its own.
    var reporter = configuration.makeErrorReporter();
    configuration.setErrorReporterFactory(same -> reporter);
    configuration.setUnparsedTextURIResolver(
        (uri, encoding, config) -> {
          throw new XPathException("no text file may be read: " + uri);
        });
    configuration.setCollectionFinder(
        (context, uri) -> {
          throw new XPathException("no collection may be read: " + uri);
        });
  }

  public Processor processor() {
    return processor;
  }

  public DocumentBuilder documentBuilder() {
    return processor.newDocumentBuilder();
  }

  public XPathCompiler xpath() {
    return processor.newXPathCompiler();
  }

  /** Reads an XML file by a parser that opens nothing else. */
  public XdmNode read(Path file) throws IOException {
    try {
      var source = new SAXSource(parsers.newSAXParser().getXMLReader(), new InputSource(file.toUri().toString()));
      return documentBuilder().build(source);
    } catch (SaxonApiException | SAXException | ParserConfigurationException e) {
      throw new Refusal("read.failed", file, e.getMessage()).because(e);
    }
  }

  /** Compiles a stylesheet or package of the program, named by its path in the {@code xslt} folder. */
  public Stylesheet stylesheet(String path) {
    return stylesheets.computeIfAbsent(path, p -> compile(source("xslt/" + p)));
  }

  /** A stylesheet of a library, named by its path on the class path, with values for its static parameters. */
  public Stylesheet stylesheetOnClassPath(String path, Map<QName, XdmValue> statics) {
    return compile(source("/" + path), statics);
  }

  /** Builds a tree from a file of the program. */
  public XdmNode tree(Source source) {
    try {
      return documentBuilder().build(source);
    } catch (SaxonApiException e) {
      throw new IllegalStateException("A file of the program is damaged: " + e.getMessage(), e);
    }
  }

  public Stylesheet compile(Source source) {
    return compile(source, Map.of());
  }

  private Stylesheet compile(Source source, Map<QName, XdmValue> statics) {
    XsltCompiler compiler = processor.newXsltCompiler();
    statics.forEach(compiler::setParameter);
    List<String> messages = new ArrayList<>();
    compiler.setErrorReporter(
        error -> {
          if (!error.isWarning()) {
            messages.add(error.getLocation().getSystemId() + ":" + error.getLocation().getLineNumber() + ": " + error.getMessage());
          }
        });
    try {
      return new Stylesheet(processor, compiler.compile(source));
    } catch (SaxonApiException e) {
      throw new IllegalStateException("A stylesheet does not compile: " + String.join("; ", messages), e);
    }
  }

  /** A file of the program: {@code xslt/…} or {@code schemas/…}; with a leading slash, one of a library. */
  public static StreamSource source(String path) {
    InputStream stream = Xslt.class.getResourceAsStream(path.startsWith("/") ? path : "/jilu/" + path);
    if (stream == null) {
      throw new IllegalStateException("The program is incomplete: " + path + " is missing.");
    }
    return new StreamSource(stream, SCHEME + path);
  }

  private static Source resource(ResourceRequest request) throws XPathException {
    String uri = URI.create(request.uri).normalize().toString();
    if (uri.startsWith(SCHEME)) {
      return source(uri.substring(SCHEME.length()));
    }
    throw new XPathException("nothing outside the program may be read: " + request.uri);
  }

  private static final class EmptyEnvironment implements EnvironmentVariableResolver {
    @Override
    public Set<String> getAvailableEnvironmentVariables() {
      return Set.of();
    }

    @Override
    public String getEnvironmentVariable(String name) {
      return null;
    }
  }
}
