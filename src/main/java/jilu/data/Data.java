package jilu.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jilu.cite.Citeproc;
import jilu.transform.Xslt;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;

/**
 * The edition as data: each document gives files of its own and one small record; the records together give the files
 * of the whole. What is in them the stylesheets say; here they are only written.
 */
public final class Data {
  private static final List<String> SCHEMAS = List.of("catalog", "dts", "interventions", "pages");

  private final Xslt xslt;
  private final Outputs outputs;
  private final Citeproc citeproc = new Citeproc();
  private final List<XdmValue> records = new ArrayList<>();

  /** Where a file that will stand at a path in the output folder is written. */
  public interface Outputs {
    Path file(String path) throws IOException;
  }

  public Data(Xslt xslt, Outputs outputs) {
    this.xslt = xslt;
    this.outputs = outputs;
  }

  /** References to a document and its sources in all styles, by style, language and id. */
  public XdmMap references(XdmNode standalone) throws IOException {
    String items = new String(xslt.stylesheet("cite.xsl").bytes(standalone, Map.of()), StandardCharsets.UTF_8);
    return XdmMap.makeMap(new LinkedHashMap<>(citeproc.references(items)));
  }

  /** Writes the files of one document and keeps its record. */
  public void document(XdmNode standalone, XdmMap references) throws IOException {
    records.add(write(xslt.stylesheet("data.xsl").tree(standalone, Map.of("references", references))));
  }

  /** Writes the files of the whole edition. */
  public void whole() throws IOException {
    XdmValue all = records.stream().reduce(XdmValue::append).orElse(XdmValue.makeSequence(List.of()));
    write(xslt.stylesheet("dataset.xsl").call(Map.of("records", all)));
    for (String name : SCHEMAS) {
      try (var schema = Xslt.source("schemas/" + name + ".schema.json").getInputStream()) {
        put("data/" + name + ".schema.json", schema.readAllBytes());
      }
    }
  }

  private XdmValue write(XdmNode data) throws IOException {
    Pieces pieces = Pieces.of(data);
    for (Map.Entry<String, byte[]> file : pieces.files().entrySet()) {
      put(file.getKey(), file.getValue());
    }
    return pieces.record();
  }

  private void put(String path, byte[] bytes) throws IOException {
    Files.write(outputs.file(path), bytes);
  }
}
