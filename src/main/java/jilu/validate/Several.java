package jilu.validate;

import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Sends the events of one parse to several handlers, one after the other. */
final class Several extends DefaultHandler {
  /** A handler that reads start tags alone: nothing else within the document is sent to it. */
  abstract static class OfStartTags extends DefaultHandler {}

  /** As deep as libxml2 goes; what is told of an element names all those around it, so that depth costs its square. */
  static final int DEEPEST = 256;

  /** Where a file nests deeper than any text. */
  static final class TooDeep extends SAXParseException {
    private static final long serialVersionUID = 1;

    TooDeep(Locator where) {
      super("more than " + DEEPEST + " elements within one another", where);
    }
  }

  private final DefaultHandler[] handlers;

  /** Those that hear of all. */
  private final DefaultHandler[] ofAll;

  private Locator locator;
  private int depth;

  Several(List<DefaultHandler> handlers) {
    this.handlers = handlers.toArray(DefaultHandler[]::new);
    ofAll = handlers.stream().filter(handler -> !(handler instanceof OfStartTags)).toArray(DefaultHandler[]::new);
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    this.locator = locator;
    for (DefaultHandler handler : handlers) {
      handler.setDocumentLocator(locator);
    }
  }

  @Override
  public void startDocument() throws SAXException {
    for (DefaultHandler handler : handlers) {
      handler.startDocument();
    }
  }

  @Override
  public void endDocument() throws SAXException {
    for (DefaultHandler handler : handlers) {
      handler.endDocument();
    }
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) throws SAXException {
    for (DefaultHandler handler : ofAll) {
      handler.startPrefixMapping(prefix, uri);
    }
  }

  @Override
  public void endPrefixMapping(String prefix) throws SAXException {
    for (DefaultHandler handler : ofAll) {
      handler.endPrefixMapping(prefix);
    }
  }

  @Override
  public void startElement(String uri, String local, String qName, Attributes attributes) throws SAXException {
    if (++depth > DEEPEST) {
      throw new TooDeep(locator);
    }
    for (DefaultHandler handler : handlers) {
      handler.startElement(uri, local, qName, attributes);
    }
  }

  @Override
  public void endElement(String uri, String local, String qName) throws SAXException {
    depth--;
    for (DefaultHandler handler : ofAll) {
      handler.endElement(uri, local, qName);
    }
  }

  @Override
  public void characters(char[] text, int start, int length) throws SAXException {
    for (DefaultHandler handler : ofAll) {
      handler.characters(text, start, length);
    }
  }

  @Override
  public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
    for (DefaultHandler handler : ofAll) {
      handler.ignorableWhitespace(text, start, length);
    }
  }

  @Override
  public void processingInstruction(String target, String data) throws SAXException {
    for (DefaultHandler handler : ofAll) {
      handler.processingInstruction(target, data);
    }
  }

  @Override
  public void skippedEntity(String name) throws SAXException {
    for (DefaultHandler handler : ofAll) {
      handler.skippedEntity(name);
    }
  }
}
