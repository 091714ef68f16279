package jilu.validate;

import com.thaiopensource.relaxng.translate.Driver;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.IncorrectSchemaException;
import com.thaiopensource.validate.SchemaReader;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.Validator;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.validate.rng.SAXSchemaReader;
import com.thaiopensource.validate.prop.rng.RngProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.validation.Schema;
import jilu.transform.Xslt;
import jilu.words.Refusal;
import org.apache.xerces.dom.DOMInputImpl;
import org.apache.xerces.impl.xs.SchemaGrammar;
import org.apache.xerces.impl.xs.XSElementDecl;
import org.apache.xerces.jaxp.validation.XMLSchemaFactory;
import org.apache.xerces.jaxp.validation.XSGrammarPoolContainer;
import org.apache.xerces.xni.grammars.XMLGrammarDescription;
import org.apache.xerces.xni.grammars.XMLGrammarPool;
import org.apache.xerces.xni.grammars.XSGrammar;
import org.apache.xerces.xs.XSConstants;
import org.apache.xerces.xs.XSElementDeclaration;
import org.apache.xerces.xs.XSTypeDefinition;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A grammar, compiled once and shared; each file gets a validator of its own. Nothing is fetched from the network. */
public abstract class Grammar {
  private Optional<Remembered> models = Optional.empty();

  /**
   * To set up a validator takes longer than to check a short file. Each thread has its own, of which the last that was
   * used is taken first: what it needs is still near the processor.
   */
  private final ThreadLocal<Deque<Session>> idle = ThreadLocal.withInitial(ArrayDeque::new);

  /** One file being checked: the validator, and what it refused since one last looked. */
  record Session(ContentHandler validator, List<String> refusals, Runnable reset, ClarkNames names) {
    Session(ContentHandler validator, List<String> refusals, Runnable reset) {
      this(validator, refusals, reset, new ClarkNames());
    }
  }

  abstract Session create();

  final Session open() {
    Session session = idle.get().poll();
    return session == null ? create() : session;
  }

  /** Takes back the session of a file that was read to its end. */
  final void close(Session session) {
    session.reset().run();
    session.refusals().clear();
    idle.get().push(session);
  }

  abstract Models load() throws IOException;

  /** What the schema says, to explain refusals: most runs never need it. */
  synchronized Remembered models() {
    if (models.isEmpty()) {
      try {
        models = Optional.of(new Remembered(load()));
      } catch (IOException e) {
        throw new IllegalStateException("A schema that was read before cannot be read again: " + e.getMessage(), e);
      }
    }
    return models.get();
  }

  /** The profile that comes with the program. */
  public static Grammar profile() {
    try {
      return new Xsd(Path.of("jilu.xsd"), Grammar::profileInput, Grammar::beside, false);
    } catch (Refusal e) {
      throw new IllegalStateException(e);
    }
  }

  /** A schema of someone else: {@code .rng}, {@code .rnc} or {@code .xsd}. */
  public static Grammar of(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Refusal("missing.schema", file);
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".xsd")
        ? new Xsd(file, () -> local(file), (type, ns, publicId, systemId, base) -> resolve(file, systemId, base), true)
        : new Rng(file);
  }

  private static LSInput profileInput() {
    return input("jilu.xsd", Xslt.source("schemas/jilu.xsd").getSystemId(), Xslt.source("schemas/jilu.xsd").getInputStream());
  }

  /** A schema file that the profile imports stands beside it; nothing else is opened. */
  private static LSInput beside(String type, String namespace, String publicId, String systemId, String base) {
    String name = systemId.substring(systemId.lastIndexOf('/') + 1);
    return input(systemId, Xslt.source("schemas/" + name).getSystemId(), Xslt.source("schemas/" + name).getInputStream());
  }

  private static LSInput local(Path file) {
    try {
      return input(file.toString(), file.toUri().toString(), Files.newInputStream(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** An imported schema is looked for beside the one that imports it, under its own name when it is an address. */
  private static LSInput resolve(Path schema, String systemId, String base) {
    if (systemId == null) {
      return input("", "", new java.io.ByteArrayInputStream(EMPTY_SCHEMA));
    }
    Path from = base != null && base.startsWith("file:") ? Path.of(java.net.URI.create(base)) : schema;
    Path plain = from.resolveSibling(systemId.replaceFirst("^file:(//)?", ""));
    Path named = from.resolveSibling(systemId.substring(systemId.lastIndexOf('/') + 1));
    Path found = !systemId.contains("://") && Files.isRegularFile(plain) ? plain : named;
    return Files.isRegularFile(found) ? local(found) : input(systemId, systemId, new java.io.ByteArrayInputStream(EMPTY_SCHEMA));
  }

  private static final byte[] EMPTY_SCHEMA =
      "<schema xmlns=\"http://www.w3.org/2001/XMLSchema\"/>".getBytes(java.nio.charset.StandardCharsets.UTF_8);

  private static LSInput input(String name, String systemId, java.io.InputStream stream) {
    var input = new DOMInputImpl(null, systemId, null);
    input.setByteStream(stream);
    return input;
  }

  /** W3C XML Schema, by Xerces. */
  private static final class Xsd extends Grammar {
    private final XMLGrammarPool grammars;

    /** @param checked whether the schema itself is, which makes all its content models; that of the profile is by a test */
    Xsd(Path file, Supplier<LSInput> source, org.w3c.dom.ls.LSResourceResolver resolver, boolean checked)
        throws Refusal {
      var factory = new XMLSchemaFactory();
      var mistakes = new SchemaMistakes(file);
      LSInput main = source.get();
      factory.setErrorHandler(mistakes);
      try {
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, false);
        factory.setFeature("http://apache.org/xml/features/validation/schema-full-checking", checked);
        factory.setResourceResolver(resolver);
        factory.setProperty(
            "http://apache.org/xml/properties/internal/validation/schema/dv-factory", new RememberingTypes());
        Schema schema =
            factory.newSchema(new javax.xml.transform.stream.StreamSource(main.getByteStream(), main.getSystemId()));
        this.grammars = ((XSGrammarPoolContainer) schema).getGrammarPool();
        prepare();
      } catch (SAXException e) {
        throw mistakes.refusal(e);
      }
      if (mistakes.any()) {
        throw mistakes.refusal();
      }
    }

    /** Xerces need not prepare what nobody reads. */
    private void prepare() {
      List<XSElementDecl> elements = components(XSConstants.ELEMENT_DECLARATION, XSElementDecl.class);
      closeSubstitutionGroups(elements);
      SilentModels.prepare(elements, components(XSConstants.TYPE_DEFINITION, XSTypeDefinition.class));
    }

    private <T> List<T> components(short kind, Class<T> type) {
      List<T> components = new ArrayList<>();
      for (var grammar : grammars.retrieveInitialGrammarSet(XMLGrammarDescription.XML_SCHEMA)) {
        ((SchemaGrammar) grammar).getComponents(kind).values().forEach(one -> components.add(type.cast(one)));
      }
      return components;
    }

    /**
     * Of elements that nothing stands for Xerces is told so: at each mistake it looks among all elements for one that
     * may stand for one of those that are expected.
     */
    private static void closeSubstitutionGroups(List<XSElementDecl> elements) {
      Set<XSElementDeclaration> heads =
          elements.stream().map(XSElementDecl::getSubstitutionGroupAffiliation).collect(Collectors.toSet());
      elements.stream().filter(element -> !heads.contains(element))
          .forEach(element -> element.fBlock |= XSConstants.DERIVATION_SUBSTITUTION);
    }

    @Override
    Session create() {
      List<String> refusals = new ArrayList<>();
      return new Session(new XsdValidator(grammars, refusals), refusals, () -> {});
    }

    @Override
    Models load() {
      XSGrammar[] parts =
          Arrays.stream(grammars.retrieveInitialGrammarSet(XMLGrammarDescription.XML_SCHEMA))
              .map(XSGrammar.class::cast)
              .toArray(XSGrammar[]::new);
      return new XsdModels(parts[0].toXSModel(parts));
    }
  }

  /** RELAX NG in either syntax, by Jing. */
  private static final class Rng extends Grammar {
    private final Path file;
    private final com.thaiopensource.validate.Schema schema;

    Rng(Path file) throws IOException {
      this.file = file;
      var properties = new PropertyMapBuilder();
      var mistakes = new SchemaMistakes(file);
      properties.put(ValidateProperty.ERROR_HANDLER, mistakes);
      // Ids are compared in every file, whatever its schema; TEI's own schemas confuse Jing's check.
      properties.put(RngProperty.CHECK_ID_IDREF, null);
      SchemaReader reader = compact() ? CompactSchemaReader.getInstance() : SAXSchemaReader.getInstance();
      try {
        schema = reader.createSchema(new InputSource(file.toUri().toString()), properties.toPropertyMap());
      } catch (SAXException | IncorrectSchemaException e) {
        throw mistakes.refusal(e);
      }
    }

    private boolean compact() {
      return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".rnc");
    }

    @Override
    Session create() {
      List<String> refusals = new ArrayList<>();
      var properties = new PropertyMapBuilder();
      properties.put(ValidateProperty.ERROR_HANDLER, new Collector(refusals));
      Validator validator = schema.createValidator(properties.toPropertyMap());
      return new Session(validator.getContentHandler(), refusals, validator::reset);
    }

    @Override
    Models load() throws IOException {
      if (!compact()) {
        return new RngModels(file);
      }
      Path folder = Files.createTempDirectory("jilu");
      Path rng = folder.resolve("schema.rng");
      try {
        if (new Driver().run(new String[] {file.toString(), rng.toString()}) != 0) {
          throw new Refusal("schema.untranslated", file, rng);
        }
        return new RngModels(rng);
      } finally {
        Files.deleteIfExists(rng);
        Files.deleteIfExists(folder);
      }
    }
  }

  private record Collector(List<String> refusals) implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) {
      refusals.add(String.valueOf(e.getMessage()));
    }

    @Override
    public void fatalError(SAXParseException e) {
      error(e);
    }
  }
}
