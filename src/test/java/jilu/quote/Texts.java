package jilu.quote;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import jilu.edition.Room;
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
    files.add(Passages.of(id + ".xml", QUOTATIONS.value(XSLT.tree(new StreamSource(new StringReader(tei))))));
    return this;
  }

  List<Audited> audit() {
    return audit(files, Room.USUAL);
  }

  List<Audited> audit(Room room) {
    return audit(files, room);
  }

  static List<Audited> audit(List<Passages> files, Room room) {
    try (var shelf = new Shelf(room)) {
      return Audit.of(files.stream().map(shelf::put).toList(), room, outcomes -> outcomes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
