package jilu.quote;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.transform.stream.StreamSource;
import jilu.transform.Stylesheet;
import jilu.transform.Xslt;

/** An invented edition in memory: documents and a preface, from the inside of their bodies. */
final class Texts {
  private static final Xslt XSLT = new Xslt();
  private static final Stylesheet QUOTATIONS = XSLT.stylesheet("quotations.xsl");

  private final List<Passages> files = new ArrayList<>();

  Texts document(String id, String body) {
    return add(id, "<text><body>" + body + "</body></text>");
  }

  Texts preface(String front) {
    return add("edition", "<text><front><div>" + front + "</div></front><group/></text>");
  }

  private Texts add(String id, String text) {
    String tei = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"" + id + "\" xml:lang=\"zh\"><teiHeader/>" + text + "</TEI>";
    files.add(Passages.of(id + ".xml", QUOTATIONS.tree(XSLT.tree(new StreamSource(new StringReader(tei))), Map.of())));
    return this;
  }

  List<Audited> audit() {
    return audit(files);
  }

  static List<Audited> audit(List<Passages> files) {
    var shelf = new Shelf();
    return Audit.of(files.stream().map(shelf::put).toList());
  }

  /** The audit of the only quotation. */
  Audited only() {
    List<Audited> all = audit();
    if (all.size() != 1) {
      throw new AssertionError("not one quotation but " + all);
    }
    return all.get(0);
  }
}
