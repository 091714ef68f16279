package jilu.schema;

import com.thaiopensource.relaxng.translate.Driver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jilu.transform.Xslt;
import jilu.words.Refusal;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;

/** From the encoding manual to the schemas that check a document: RELAX NG, W3C XML Schema, Schematron. */
public final class OddCompiler {
  private final Xslt xslt = new Xslt();

  private OddCompiler() {}

  /**
   * Writes a RELAX NG, an XML and a Schematron schema, named after the schema in the ODD.
   *
   * @return that name, say {@code jilu}
   */
  public static String compile(Path odd, Path targetFolder) throws IOException {
    return new OddCompiler().write(odd, targetFolder);
  }

  private String write(Path odd, Path folder) throws IOException {
    Files.createDirectories(folder);
    var manual = xslt.read(odd);
    var name = name(manual);
    if (!name.matches("[\\w-]+")) {
      throw new Refusal("schema.ident", odd, name);
    }
    var rng = folder.resolve(name + ".rng");
    transform(manual, "rng.xsl", rng);
    transform(manual, "sch.xsl", folder.resolve(name + ".sch"));
    toXmlSchema(rng, folder.resolve(name + ".xsd"));
    return name;
  }

  private String name(XdmNode manual) {
    var xpath = xslt.xpath();
    xpath.declareNamespace("", "http://www.tei-c.org/ns/1.0");
    try {
      return xpath.evaluateSingle("string(//schemaSpec/@ident)", manual).getStringValue();
    } catch (SaxonApiException e) {
      throw new IllegalStateException(e);
    }
  }

  private void transform(XdmNode manual, String stylesheet, Path result) throws IOException {
    Files.write(result, xslt.stylesheet("odd/" + stylesheet).bytes(manual, Map.of()));
  }

  /** Besides the named file, trang writes one for each further namespace: xml.xsd and xi.xsd. */
  private static void toXmlSchema(Path rng, Path xsd) throws IOException {
    if (new Driver().run(new String[] {rng.toString(), xsd.toString()}) != 0) {
      throw new Refusal("schema.untranslated", rng, xsd);
    }
  }
}
