package jilu.schema;

import com.thaiopensource.relaxng.translate.Driver;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;

/** From the encoding manual to the schemas that check a document: RELAX NG, W3C XML Schema, Schematron. */
public final class OddCompiler {
  private final Processor saxon = new Processor(false);

  private OddCompiler() {}

  /** Writes {@code jilu.rng}, {@code jilu.xsd} and {@code jilu.sch}, named after the schema in the ODD. */
  public static void compile(Path odd, Path targetFolder) throws IOException, SaxonApiException {
    new OddCompiler().write(odd, targetFolder);
  }

  private void write(Path odd, Path folder) throws IOException, SaxonApiException {
    Files.createDirectories(folder);
    var manual = saxon.newDocumentBuilder().build(odd.toFile());
    var name = name(manual);
    var rng = folder.resolve(name + ".rng");
    transform(manual, "rng.xsl", rng);
    transform(manual, "sch.xsl", folder.resolve(name + ".sch"));
    toXmlSchema(rng, folder.resolve(name + ".xsd"));
  }

  private String name(XdmNode manual) throws SaxonApiException {
    var xpath = saxon.newXPathCompiler();
    xpath.declareNamespace("", "http://www.tei-c.org/ns/1.0");
    return xpath.evaluateSingle("string(//schemaSpec/@ident)", manual).getStringValue();
  }

  private void transform(XdmNode manual, String stylesheet, Path result) throws SaxonApiException {
    URL url = OddCompiler.class.getResource("/jilu/xslt/odd/" + stylesheet);
    var transformer = saxon.newXsltCompiler().compile(new StreamSource(url.toString())).load30();
    transformer.applyTemplates(manual, transformer.newSerializer(result.toFile()));
  }

  /** Besides the named file, trang writes one for each further namespace: xml.xsd and xi.xsd. */
  private static void toXmlSchema(Path rng, Path xsd) throws IOException {
    if (new Driver().run(new String[] {rng.toString(), xsd.toString()}) != 0) {
      throw new IOException("trang cannot translate " + rng);
    }
  }
}
