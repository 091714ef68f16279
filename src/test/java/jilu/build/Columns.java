package jilu.build;

import java.io.IOException;
import java.nio.file.Path;
import jilu.print.TypographicLint.Edges;
import jilu.transform.Xslt;
import net.sf.saxon.s9api.SaxonApiException;

/** Where the columns of a book end, as its page masters have it. */
public final class Columns {
  private Columns() {}

  /** Of the design of a book, given the edition's own standalone file. */
  public static Edges edges(Xslt xslt, Path edition, PrintDesign design) throws IOException {
    try {
      var frame = xslt.stylesheet("fo.xsl").tree(xslt.read(edition), design.parameters());
      var compiler = xslt.processor().newXPathCompiler();
      compiler.declareNamespace("fo", "http://www.w3.org/1999/XSL/Format");
      var edges = compiler.evaluate("""
          for $side in ('text-recto', 'text-verso'), $master in //fo:simple-page-master[@master-name = $side] return
            xs:float(substring-before($master/@page-width, 'mm')) * 72 div 25.4
            - xs:float(substring-before(tokenize($master/@margin)[2], 'pt'))""", frame);
      return new Edges(
          Float.parseFloat(edges.itemAt(0).getStringValue()), Float.parseFloat(edges.itemAt(1).getStringValue()));
    } catch (SaxonApiException e) {
      throw new IOException(e);
    }
  }
}
