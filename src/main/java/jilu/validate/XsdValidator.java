package jilu.validate;

import java.util.Arrays;
import java.util.List;
import org.apache.xerces.impl.Constants;
import org.apache.xerces.impl.XMLEntityManager;
import org.apache.xerces.impl.XMLErrorReporter;
import org.apache.xerces.impl.validation.ValidationManager;
import org.apache.xerces.impl.xs.SchemaGrammar;
import org.apache.xerces.impl.xs.XMLSchemaValidator;
import org.apache.xerces.util.NamespaceSupport;
import org.apache.xerces.util.ParserConfigurationSettings;
import org.apache.xerces.util.SymbolTable;
import org.apache.xerces.util.XMLAttributesImpl;
import org.apache.xerces.xni.QName;
import org.apache.xerces.xni.XMLLocator;
import org.apache.xerces.xni.XMLString;
import org.apache.xerces.xni.grammars.XMLGrammarDescription;
import org.apache.xerces.xni.grammars.XMLGrammarPool;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Hands the events of a parse by Xerces to Xerces' own validator of W3C XML Schema and notes what it refuses. It does
 * what the handler of JAXP does, by the contract of {@code XMLComponentManager} (settings that tell at each reset
 * whether they changed), but that one makes an exception of each refusal, whose trace takes longer than the check of a
 * file.
 *
 * <p>Names must be interned, as those of Xerces are; they are compared by identity. What the validator adds to an
 * element, such as attributes that a schema gives by default, stays here.
 */
final class XsdValidator extends DefaultHandler {
  private static final String CHANGED = Constants.XERCES_FEATURE_PREFIX + "internal/parser-settings";

  private final XMLSchemaValidator validator = new XMLSchemaValidator();
  private final ValidationManager validations = new ValidationManager();
  private final ParserConfigurationSettings settings = new ParserConfigurationSettings();
  private final NamespaceSupport namespaces = new NamespaceSupport();

  // One of each, filled anew for each event.
  private final QName element = new QName();
  private final QName attribute = new QName();
  private final XMLAttributesImpl attributes = new XMLAttributesImpl();
  private final XMLString characters = new XMLString();

  /** Whether the next element has no scope for its namespaces yet: declarations come before it. */
  private boolean atNewScope = true;

  private final List<String> refusals;

  /** @param refusals where the key of each refusal is put, mostly the name of a rule of XML Schema 1.0, appendix C */
  XsdValidator(XMLGrammarPool grammars, List<String> refusals) {
    this.refusals = refusals;
    settings.addRecognizedFeatures(validator.getRecognizedFeatures());
    for (String feature : validator.getRecognizedFeatures()) {
      Boolean usual = validator.getFeatureDefault(feature);
      settings.setFeature(feature, usual != null && usual);
    }
    settings.addRecognizedProperties(validator.getRecognizedProperties());
    set(Constants.SAX_FEATURE_PREFIX + Constants.VALIDATION_FEATURE, true);
    set(Constants.XERCES_FEATURE_PREFIX + Constants.SCHEMA_VALIDATION_FEATURE, true);
    set(Constants.XERCES_FEATURE_PREFIX + Constants.USE_GRAMMAR_POOL_ONLY_FEATURE, true);
    set(Constants.XERCES_FEATURE_PREFIX + Constants.ID_IDREF_CHECKING_FEATURE, true);
    set(Constants.XERCES_FEATURE_PREFIX + Constants.IDC_CHECKING_FEATURE, haveIdentities(grammars));
    // Nobody asks for types or for values as the schema would write them.
    set(Constants.XERCES_FEATURE_PREFIX + Constants.SCHEMA_AUGMENT_PSVI, false);
    set(Constants.XERCES_FEATURE_PREFIX + Constants.SCHEMA_NORMALIZED_VALUE, false);
    set(Constants.XERCES_FEATURE_PREFIX + Constants.SCHEMA_ELEMENT_DEFAULT, false);
    put(Constants.XMLGRAMMAR_POOL_PROPERTY, grammars);
    put(Constants.ERROR_REPORTER_PROPERTY, new Refusals(refusals));
    put(Constants.ENTITY_MANAGER_PROPERTY, new XMLEntityManager());
    put(Constants.SYMBOL_TABLE_PROPERTY, new SymbolTable());
    put(Constants.VALIDATION_MANAGER_PROPERTY, validations);
    set(CHANGED, true);
  }

  /** Whether any schema says what must be unique: to look for it takes a while at each element. */
  private static boolean haveIdentities(XMLGrammarPool grammars) {
    return Arrays.stream(grammars.retrieveInitialGrammarSet(XMLGrammarDescription.XML_SCHEMA))
        .anyMatch(grammar -> ((SchemaGrammar) grammar).hasIDConstraints());
  }

  private void set(String feature, boolean value) {
    settings.addRecognizedFeatures(new String[] {feature});
    settings.setFeature(feature, value);
  }

  private void put(String property, Object value) {
    settings.addRecognizedProperties(new String[] {Constants.XERCES_PROPERTY_PREFIX + property});
    settings.setProperty(Constants.XERCES_PROPERTY_PREFIX + property, value);
  }

  @Override
  public void startDocument() {
    validations.reset();
    namespaces.reset();
    atNewScope = true;
    validator.reset(settings);
    settings.setFeature(CHANGED, false);
    validator.startDocument(null, null, namespaces, null);
  }

  @Override
  public void endDocument() {
    validator.endDocument(null);
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) {
    openScope();
    namespaces.declarePrefix(prefix, uri.isEmpty() ? null : uri);
  }

  private void openScope() {
    if (atNewScope) {
      namespaces.pushContext();
      atNewScope = false;
    }
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes given) {
    openScope();
    atNewScope = true;
    attributes.removeAllAttributes();
    for (int i = 0; i < given.getLength(); i++) {
      fill(attribute, given.getURI(i), given.getLocalName(i), given.getQName(i));
      attributes.addAttributeNS(attribute, "CDATA", given.getValue(i));
    }
    fill(element, uri, local, name);
    RememberingTypes.Notes notes = RememberingTypes.Notes.ofThread();
    notes.to(refusals);
    try {
      validator.startElement(element, attributes, null);
    } finally {
      notes.to(null);
    }
  }

  @Override
  public void endElement(String uri, String local, String name) {
    fill(element, uri, local, name);
    validator.endElement(element, null);
    namespaces.popContext();
  }

  /** SAX says "" where XNI has null for no namespace; nothing asks for the prefix. */
  private static void fill(QName to, String uri, String local, String name) {
    to.setValues(null, local, name, uri.isEmpty() ? null : uri);
  }

  @Override
  public void characters(char[] text, int start, int length) {
    characters.setValues(text, start, length);
    validator.characters(characters, null);
  }

  @Override
  public void ignorableWhitespace(char[] text, int start, int length) {
    characters(text, start, length);
  }

  /** The key is enough: what it means here is worked out from the models. */
  private static final class Refusals extends XMLErrorReporter {
    private final List<String> keys;

    Refusals(List<String> keys) {
      this.keys = keys;
    }

    @Override
    public String reportError(
        XMLLocator where, String domain, String key, Object[] arguments, short severity, Exception cause) {
      if (severity != SEVERITY_WARNING) {
        keys.add(key);
      }
      return key;
    }
  }
}
