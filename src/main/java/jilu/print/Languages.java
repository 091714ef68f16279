package jilu.print;

import javax.xml.XMLConstants;
import org.apache.fop.fo.FOElementMapping;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Tells FOP 2.11 the languages of a document as it understands them: of an inline as part of its role, since the tags
 * learn only that of a block; and that a language without a subtag has none, since it would take over that around it,
 * so that English in a book of {@code zh-Hans} became {@code en-Hans}.
 */
final class Languages extends XMLFilterImpl {
  Languages(ContentHandler receiver) {
    setContentHandler(receiver);
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
    String language = attributes.getValue(XMLConstants.XML_NS_URI, "lang");
    if (language == null || !uri.equals(FOElementMapping.URI)) {
      super.startElement(uri, localName, qName, attributes);
      return;
    }
    var marked = new AttributesImpl(attributes);
    if (!language.contains("-")) {
      marked.addAttribute("", "country", "country", "CDATA", "none");
    }
    if (localName.equals("inline") && attributes.getValue("", "role") == null) {
      marked.addAttribute("", "role", "role", "CDATA", "Span " + language);
    }
    super.startElement(uri, localName, qName, marked);
  }
}
