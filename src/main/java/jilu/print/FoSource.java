package jilu.print;

import java.io.IOException;
import java.util.List;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** XSL-FO that can be sent, once, as SAX events: a whole document, from start to end. */
@FunctionalInterface
public interface FoSource {
  void send(ContentHandler receiver, Pages pages) throws SAXException, IOException;

  /** The pages set so far: each page sequence is set when its end was sent. */
  @FunctionalInterface
  interface Pages {
    /** On which pages what bears an id stands, in order; none while it was not set. */
    List<Page> of(String id);
  }

  /**
   * A page.
   *
   * @param sheet its place in the file, counted from 1
   * @param label what is printed on it
   */
  record Page(int sheet, String label) {}
}
