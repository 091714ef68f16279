package jilu.validate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jilu.edition.Edition;
import jilu.edition.Source;
import jilu.transform.Xslt;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;

/** In which elements findings lie, by their ids; the files are read again for that. */
final class IdsAround {
  private final Xslt xslt;
  private final Reader reader;
  private final Edition edition;
  private final Map<String, List<Fix>> repaired;

  /** The last file is kept: its findings come one after the other. */
  private Path file = Path.of("");
  private Optional<XdmNode> tree = Optional.empty();

  /** @param repaired the files that had to be read as they were probably meant, with what mends namespaces */
  IdsAround(Xslt xslt, Reader reader, Edition edition, Map<String, List<Fix>> repaired) {
    this.xslt = xslt;
    this.reader = reader;
    this.edition = edition;
    this.repaired = Map.copyOf(repaired);
  }

  /** The id of the innermost element around a finding that has one; where none has, the name of the file. */
  String of(Finding finding) throws IOException {
    String name = edition.name(finding.file());
    if (finding.path().isEmpty()) {
      return name;
    }
    if (!file.equals(finding.file())) {
      file = finding.file();
      tree = reader.reread(file, name, repaired.getOrDefault(name, List.of())).source().map(Source::tree);
    }
    return tree.map(document -> innermost(document, finding.path())).filter(id -> !id.isEmpty()).orElse(name);
  }

  private String innermost(XdmNode document, String path) {
    String element = path.replaceAll("/([^/\\[]+)", "/*:$1");
    try {
      return xslt.xpath().evaluateSingle("string((" + element + "/ancestor-or-self::*/@xml:id)[last()])", document).getStringValue();
    } catch (SaxonApiException e) {
      throw new IllegalStateException(path + " is no path.", e);
    }
  }
}
