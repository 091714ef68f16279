package jilu.epub;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jilu.data.Pieces;
import jilu.transform.Stylesheet;
import jilu.transform.Xslt;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;

/** The book for e-readers: what is in it the stylesheet says; here it is put into its container. */
public final class Epub {
  /** The same on every day and in every time zone; Java writes earlier moments in a field that EPUB forbids. */
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final Stylesheet epub;
  private final Map<String, XdmValue> parameters;
  private final Map<String, byte[]> files = new TreeMap<>();

  /**
   * @param documents their ids in reading order
   * @param pages the page of the printed book on which an id stands
   */
  public Epub(Xslt xslt, List<String> documents, Map<String, String> pages) throws IOException {
    this.epub = xslt.stylesheet("epub.xsl");
    this.parameters =
        Map.of(
            "documents", new XdmValue(documents.stream().map(XdmAtomicValue::new).toList()),
            "pages", XdmMap.makeMap(new LinkedHashMap<>(pages)));
    try (var style = Xslt.source("xslt/assets/epub.css").getInputStream()) {
      files.put("EPUB/epub.css", style.readAllBytes());
    }
  }

  /** Adds what a standalone file gives. */
  public void add(XdmNode standalone) {
    files.putAll(Pieces.of(epub.tree(standalone, parameters)).files());
  }

  /** Writes the container; its type comes first and as it is, so that it can be told by its first bytes. */
  public void write(OutputStream out) throws IOException {
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      byte[] type = "application/epub+zip".getBytes(StandardCharsets.US_ASCII);
      ZipEntry first = entry("mimetype");
      first.setMethod(ZipEntry.STORED);
      first.setSize(type.length);
      var crc = new CRC32();
      crc.update(type);
      first.setCrc(crc.getValue());
      zip.putNextEntry(first);
      zip.write(type);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(entry(file.getKey()));
        zip.write(file.getValue());
      }
    }
  }

  private static ZipEntry entry(String name) {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(ALWAYS);
    return entry;
  }
}
