package jilu.print;

import javax.xml.XMLConstants;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/** Hands the language of an inline on as part of its role, since FOP 2.11 tells the tags only that of a block. */
final class Languages extends XMLFilterImpl {
  Languages(ContentHandler receiver) {
    setContentHandler(receiver);
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
    String language = attributes.getValue(XMLConstants.XML_NS_URI, "lang");
    if (localName.equals("inline") && language != null && attributes.getValue("", "role") == null) {
      var marked = new AttributesImpl(attributes);
      marked.addAttribute("", "role", "role", "CDATA", "Span " + language);
      super.startElement(uri, localName, qName, marked);
    } else {
      super.startElement(uri, localName, qName, attributes);
    }
  }
}
