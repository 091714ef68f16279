package jilu.print;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** Finds links, bookmarks and page numbers that lead nowhere, which FOP 2.11 prints without a word. */
final class References extends XMLFilterImpl {
  private final Set<String> ids = new HashSet<>();
  private final Set<String> referred = new TreeSet<>();

  References(ContentHandler receiver) {
    setContentHandler(receiver);
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
    add(attributes.getValue("", "id"), ids);
    add(attributes.getValue("", "internal-destination"), referred);
    add(attributes.getValue("", "ref-id"), referred);
    super.startElement(uri, localName, qName, attributes);
  }

  private static void add(String id, Set<String> to) {
    if (id != null) {
      to.add(id);
    }
  }

  /** The ids that are referred to and that nothing has; known once the document was sent. */
  Stream<String> dangling() {
    return referred.stream().filter(id -> !ids.contains(id));
  }
}
