package jilu.validate;

import javax.xml.XMLConstants;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import jilu.transform.Xslt;
import org.apache.xerces.jaxp.validation.XMLSchemaFactory;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** The edition's grammar (XSD, made from the ODD), compiled once and shared; each file gets a validator of its own. */
public final class Grammar {
  private final Schema schema;

  private Grammar(Schema schema) {
    this.schema = schema;
  }

  /** The profile that comes with the program. */
  public static Grammar profile() {
    var factory = new XMLSchemaFactory();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setResourceResolver((type, namespace, publicId, systemId, baseUri) -> included(publicId, systemId, baseUri));
      return new Grammar(factory.newSchema(Xslt.source("schemas/jilu.xsd")));
    } catch (SAXException e) {
      throw new IllegalStateException("The schema of the program does not compile: " + e.getMessage(), e);
    }
  }

  ValidatorHandler newValidator() {
    return schema.newValidatorHandler();
  }

  /** A schema file that the grammar imports stands beside it; nothing else is opened. */
  private static LSInput included(String publicId, String systemId, String baseUri) {
    String name = systemId.substring(systemId.lastIndexOf('/') + 1);
    var input = new org.apache.xerces.dom.DOMInputImpl(publicId, systemId, baseUri);
    input.setByteStream(Xslt.source("schemas/" + name).getInputStream());
    return input;
  }
}
