package jilu.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jilu.transform.Xslt;

/** Run when the program is built: makes the rules into the stylesheet that checks them, which takes longer than a check. */
final class PrepareRules {
  private PrepareRules() {}

  public static void main(String[] arguments) throws IOException {
    var xslt = new Xslt();
    Files.write(Path.of(arguments[1]), xslt.stylesheet("odd/rules.xsl").bytes(xslt.read(Path.of(arguments[0])), Map.of()));
  }
}
