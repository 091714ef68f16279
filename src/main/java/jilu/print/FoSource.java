package jilu.print;

import java.io.IOException;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** XSL-FO that can be sent, once, as SAX events: a whole document, from start to end. */
@FunctionalInterface
public interface FoSource {
  void send(ContentHandler receiver) throws SAXException, IOException;
}
