package jilu.transform;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.xerces.jaxp.SAXParserFactoryImpl;
import org.xml.sax.SAXException;

/** Xerces, closed: no DOCTYPE, no entity but XML's own five, no other file. */
public final class Parsers {
  private Parsers() {}

  public static SAXParserFactory hardened() {
    SAXParserFactory factory = closed();
    try {
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("Xerces cannot be locked down: " + e.getMessage(), e);
    }
    return factory;
  }

  /** The same for schemas of others, which may define entities of their own. */
  public static SAXParserFactory closed() {
    var factory = new SAXParserFactoryImpl();
    factory.setNamespaceAware(true);
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("Xerces cannot be locked down: " + e.getMessage(), e);
    }
    return factory;
  }
}
