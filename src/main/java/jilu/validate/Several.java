package jilu.validate;

import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Sends the events of one parse to several handlers, one after the other. */
final class Several implements ContentHandler {
  /** As deep as libxml2 goes; what is told of an element names all those around it, so that depth costs its square. */
  static final int DEEPEST = 256;

  /** Where a file nests deeper than any text. */
  static final class TooDeep extends SAXParseException {
    private static final long serialVersionUID = 1;

    TooDeep(Locator where) {
      super("more than " + DEEPEST + " elements within one another", where);
    }
  }

  private final ContentHandler[] handlers;
  private Locator locator;
  private int depth;

  Several(List<ContentHandler> handlers) {
    this.handlers = handlers.toArray(ContentHandler[]::new);
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    this.locator = locator;
    for (ContentHandler handler : handlers) {
      handler.setDocumentLocator(locator);
    }
  }

  @Override
  public void startDocument() throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.startDocument();
    }
  }

  @Override
  public void endDocument() throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.endDocument();
    }
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.startPrefixMapping(prefix, uri);
    }
  }

  @Override
  public void endPrefixMapping(String prefix) throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.endPrefixMapping(prefix);
    }
  }

  @Override
  public void startElement(String uri, String local, String qName, Attributes attributes) throws SAXException {
    if (++depth > DEEPEST) {
      throw new TooDeep(locator);
    }
    for (ContentHandler handler : handlers) {
      handler.startElement(uri, local, qName, attributes);
    }
  }

  @Override
  public void endElement(String uri, String local, String qName) throws SAXException {
    depth--;
    for (ContentHandler handler : handlers) {
      handler.endElement(uri, local, qName);
    }
  }

  @Override
  public void characters(char[] text, int start, int length) throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.characters(text, start, length);
    }
  }

  @Override
  public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.ignorableWhitespace(text, start, length);
    }
  }

  @Override
  public void processingInstruction(String target, String data) throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.processingInstruction(target, data);
    }
  }

  @Override
  public void skippedEntity(String name) throws SAXException {
    for (ContentHandler handler : handlers) {
      handler.skippedEntity(name);
    }
  }
}
