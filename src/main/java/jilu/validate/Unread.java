package jilu.validate;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import jilu.transform.Parsers;
import org.apache.xerces.impl.XMLErrorReporter;
import org.apache.xerces.impl.msg.XMLMessageFormatter;
import org.apache.xerces.util.MessageFormatter;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What the parser refuses and nobody else saw, in our own words. The parser is asked once more for that: it tells by a
 * key of its own (Xerces, XMLMessages.properties), with what stands for {0}, {1}, … in its words.
 */
final class Unread {
  private static final String REPORTER = "http://apache.org/xml/properties/internal/error-reporter";

  /** The last message that was asked for. */
  private static final class Message implements MessageFormatter {
    private Optional<String> key = Optional.empty();
    private Object[] arguments = {};

    @Override
    public String formatMessage(Locale locale, String said, Object[] with) {
      key = Optional.of(said);
      arguments = with == null ? new Object[0] : with;
      return said;
    }
  }

  private Unread() {}

  /** @param first what was refused when the file was read */
  static Finding of(SourceText source, SAXParseException first) {
    var message = new Message();
    try {
      XMLReader reader = Parsers.hardened().newSAXParser().getXMLReader();
      var reporter = (XMLErrorReporter) reader.getProperty(REPORTER);
      reporter.putMessageFormatter(XMLMessageFormatter.XML_DOMAIN, message);
      reporter.putMessageFormatter(XMLMessageFormatter.XMLNS_DOMAIN, message);
      reader.setErrorHandler(new DefaultHandler());
      reader.parse(new InputSource(new StringReader(source.text().substring(source.start()))));
    } catch (SAXException refused) {
      // That it refuses is known.
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException("The XML parser could not be set up: " + e.getMessage(), e);
    }
    Place place = source.at(Math.max(1, first.getLineNumber()), Math.max(1, first.getColumnNumber()));
    String key = message.key.map(said -> Rulebook.get().special("J001", said)).orElse("J001");
    return key.equals("J001")
        ? Finding.of(key, place, message.key.orElse(first.getMessage()))
        : Finding.of(key, place, message.arguments);
  }
}
