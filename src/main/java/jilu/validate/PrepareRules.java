package jilu.validate;

import java.io.File;
import java.nio.file.Path;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;

/** Run when the program is built: makes the rules into the stylesheet that checks them, which takes longer than a check. */
final class PrepareRules {
  private PrepareRules() {}

  public static void main(String[] arguments) throws SaxonApiException {
    var saxon = new Processor(false);
    var transpiler =
        saxon
            .newXsltCompiler()
            .compile(new StreamSource(PrepareRules.class.getResource("/content/transpile.xsl").toString()))
            .load30();
    File target = Path.of(arguments[1]).toFile();
    transpiler.transform(new StreamSource(new File(arguments[0])), saxon.newSerializer(target));
  }
}
