package jilu.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jilu.edition.Catalog;
import jilu.edition.Catalog.Role;
import jilu.edition.Edition;
import jilu.transform.Xslt;
import jilu.validate.Checks;
import jilu.validate.Reader;
import net.sf.saxon.s9api.XdmNode;

/** The data files of an edition, for tests. */
public final class DataFiles {
  private DataFiles() {}

  /** Writes the data of an edition to a folder; the files by their paths in it. */
  public static Map<String, String> of(Path folder, Path target) throws Exception {
    var xslt = new Xslt();
    var reader = new Reader(xslt);
    Catalog catalog = new Checks(xslt, reader).run(Edition.in(folder)).catalog();
    var data = new Data(xslt, path -> {
      Path file = target.resolve(path);
      Files.createDirectories(file.getParent());
      return file;
    });
    for (Catalog.Entry entry : catalog.entries()) {
      if (entry.role() != Role.REGISTER) {
        XdmNode tree = reader.read(folder.resolve("tei").resolve(entry.file()), entry.file()).tree();
        XdmNode standalone = xslt.stylesheet("standalone.xsl").tree(tree, Map.of("catalog", catalog.tree()));
        data.document(standalone, data.references(standalone));
      }
    }
    data.whole();
    try (Stream<Path> walk = Files.walk(target)) {
      Map<String, String> files = new TreeMap<>();
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        files.put(target.relativize(path).toString().replace('\\', '/'), Files.readString(path));
      }
      return files;
    }
  }
}
