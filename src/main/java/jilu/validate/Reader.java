package jilu.validate;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import jilu.edition.Source;
import jilu.transform.Xslt;
import net.sf.saxon.s9api.BuildingContentHandler;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.SaxonApiException;
import org.apache.xerces.jaxp.SAXParserFactoryImpl;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * Reads a file once: the same hardened Xerces parse checks it against the grammar and builds its tree. No DOCTYPE, no
 * entity but XML's own five, no other file.
 */
public final class Reader {
  private final Xslt xslt;
  private final SAXParserFactory parsers;

  public Reader(Xslt xslt) {
    this.xslt = xslt;
    this.parsers = hardened();
  }

  /** What a parse left: a tree unless the file is not well-formed, and what was found on the way. */
  public record Reading(Optional<Source> source, List<Finding> findings) {}

  /** Reads and checks. */
  public Reading check(Path file, String name, Grammar grammar) throws IOException {
    return parse(file, name, Optional.of(grammar));
  }

  /** Reads a file that was checked before. */
  public Source read(Path file, String name) throws IOException {
    return parse(file, name, Optional.empty())
        .source()
        .orElseThrow(() -> new IOException(file + " changed while the edition was being built; build again."));
  }

  private Reading parse(Path file, String name, Optional<Grammar> grammar) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    SourceText text = SourceText.of(file, bytes);
    var findings = new ArrayList<Finding>();
    DocumentBuilder builder = xslt.documentBuilder();
    builder.setLineNumbering(true);
    builder.setBaseURI(file.toUri());
    try {
      BuildingContentHandler tree = builder.newBuildingContentHandler();
      XMLReader reader = parsers.newSAXParser().getXMLReader();
      ContentHandler handler = tree;
      if (grammar.isPresent()) {
        var validator = grammar.get().newValidator();
        validator.setErrorHandler(new GrammarErrors(text, findings));
        handler = new Tee(validator, tree);
      }
      reader.setContentHandler(handler);
      reader.setErrorHandler(new Quiet());
      var input = new InputSource(new ByteArrayInputStream(bytes));
      input.setSystemId(file.toUri().toString());
      reader.parse(input);
      return new Reading(Optional.of(new Source(file, name, tree.getDocumentNode())), findings);
    } catch (SAXParseException e) {
      findings.add(isUtf8(bytes) ? WellFormedness.finding(e, text) : badBytes(file, bytes));
    } catch (CharConversionException e) {
      findings.add(badBytes(file, bytes));
    } catch (SAXException | SaxonApiException | ParserConfigurationException e) {
      throw new IllegalStateException("The XML parser could not be set up: " + e.getMessage(), e);
    }
    return new Reading(Optional.empty(), findings);
  }

  private static SAXParserFactory hardened() {
    var factory = new SAXParserFactoryImpl();
    factory.setNamespaceAware(true);
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("Xerces cannot be locked down: " + e.getMessage(), e);
    }
    return factory;
  }

  private static boolean isUtf8(byte[] bytes) {
    return firstBadByte(bytes) == bytes.length;
  }

  private static int firstBadByte(byte[] bytes) {
    var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    decoder.decode(in, CharBuffer.allocate(bytes.length), true);
    return in.position();
  }

  /** The first byte that is not UTF-8, as line and column of the text before it. */
  private static Finding badBytes(Path file, byte[] bytes) {
    String before = new String(bytes, 0, firstBadByte(bytes), StandardCharsets.UTF_8);
    return Finding.error(
        "J002",
        SourceText.of(file, bytes).atOffset(before.length()),
        "This file is not in the encoding it declares.",
        "Save it as UTF-8 (in oXygen and VS Code: reopen it with its true encoding, then save with encoding UTF-8).");
  }

  /** Fatal errors arrive as exceptions; the rest is the grammar's business. */
  private static final class Quiet implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) {}

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
