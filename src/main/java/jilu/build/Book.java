package jilu.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import jilu.data.Data;
import jilu.edition.Catalog;
import jilu.edition.Catalog.Entry;
import jilu.print.FoSource;
import jilu.transform.Stylesheet;
import jilu.transform.Xslt;
import jilu.words.Refusal;
import net.sf.saxon.s9api.SAXDestination;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * The whole edition as one stream of XSL-FO. The edition's own file gives the frame; where it says {@code <?jilu-document
 * ID?>}, the pages of that document come in, made when the formatter asks for them, so that no step holds the book. Where it
 * says {@code <?jilu-indexes?>}, all pages before are set, and what they name can be listed with its pages.
 */
public final class Book implements FoSource {
  private static final String EXTENSIONS = "http://xmlgraphics.apache.org/fop/extensions";

  private final Xslt xslt;
  private final Stylesheet fo;
  private final Map<String, XdmValue> design;
  private final String edition;
  private final Files files;
  private final SortedMap<String, Page> places = new TreeMap<>();
  private final SortedSet<String> ids = new TreeSet<>();
  private final Map<String, List<String>> mentions = new HashMap<>();

  /** Where the standalone file of a document lies. */
  public interface Files {
    Path of(String id) throws IOException;
  }

  public Book(Xslt xslt, Stylesheet fo, Map<String, XdmValue> design, String edition, Files files) {
    this.xslt = xslt;
    this.fo = fo;
    this.design = design;
    this.edition = edition;
    this.files = files;
  }

  /** What the page on how to cite shows: references to the edition and to its first document, and that document. */
  public static Map<String, XdmValue> citing(Xslt xslt, Data data, Catalog catalog, Files files) throws IOException {
    Map<XdmAtomicValue, XdmValue> references = new HashMap<>();
    Map<String, XdmValue> shown = new HashMap<>();
    for (Entry entry : Stream.concat(catalog.edition().stream(), catalog.documents().stream().limit(1)).toList()) {
      XdmNode standalone = xslt.read(files.of(entry.id()));
      references.putAll(data.references(standalone).asMap());
      if (entry.role() == Catalog.Role.DOCUMENT) {
        shown.put("example", standalone);
      }
    }
    shown.put("references", new XdmMap(references));
    return shown;
  }

  /** On which page each id of the edition begins; known once the book was sent. */
  SortedMap<String, Page> places() {
    return Collections.unmodifiableSortedMap(places);
  }

  @Override
  public void send(ContentHandler receiver, Pages pages) throws SAXException, IOException {
    send(edition, design, new Frame(receiver, pages));
  }

  private void send(String id, Map<String, XdmValue> parameters, ContentHandler handler) throws SAXException, IOException {
    Path standalone = files.of(id);
    XdmNode tree;
    try {
      tree = fo.tree(xslt.read(standalone), parameters);
      xslt.processor().writeXdmValue(tree, new SAXDestination(handler));
    } catch (SaxonApiException e) {
      if (e.getCause() instanceof SAXException cause) {
        throw cause;
      }
      throw new Refusal("read.failed", standalone, e.getMessage()).because(e);
    }
  }

  /** Keeps what the program notes for itself: the formatter takes no attributes but its own. */
  private abstract class Plain extends XMLFilterImpl {
    Plain(ContentHandler receiver) {
      setContentHandler(receiver);
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
      if (!uri.equals(Catalog.NAMESPACE)) {
        super.startPrefixMapping(prefix, uri);
      }
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
      note(attributes);
      var kept = new AttributesImpl(attributes);
      for (int i = kept.getLength() - 1; i >= 0; i--) {
        if (kept.getURI(i).equals(Catalog.NAMESPACE)) {
          kept.removeAttribute(i);
        }
      }
      super.startElement(uri, localName, qName, kept);
    }

    private void note(Attributes attributes) {
      String named = attributes.getValue(Catalog.NAMESPACE, "mentions");
      if (named != null) {
        String id = attributes.getValue("", "id");
        ids.add(id);
        for (String entry : named.split(" ")) {
          mentions.computeIfAbsent(entry, e -> new ArrayList<>()).add(id);
        }
      }
    }
  }

  /** Passes the frame on, and at each instruction the pages that it asks for. */
  private final class Frame extends Plain {
    private final Pages pages;
    private int depth;

    Frame(ContentHandler receiver, Pages pages) {
      super(receiver);
      this.pages = pages;
    }

    @Override
    public void processingInstruction(String target, String data) throws SAXException {
      try {
        if (target.equals("jilu-document")) {
          Book.this.send(data.strip(), design, new Inside(getContentHandler()));
        } else if (target.equals("jilu-indexes")) {
          Map<String, XdmValue> parameters = new HashMap<>(design);
          parameters.put("mentions", mentioned());
          Book.this.send(edition, parameters, new Inside(getContentHandler()));
        }
      } catch (IOException e) {
        throw new SAXException(e);
      }
    }

    private XdmMap mentioned() {
      Map<XdmAtomicValue, XdmValue> entries = new HashMap<>();
      mentions.forEach(
          (entry, where) ->
              entries.put(
                  new XdmAtomicValue(entry),
                  new XdmValue(where.stream().flatMap(id -> pages.of(id).stream().map(page -> place(id, page))).toList())));
      return new XdmMap(entries);
    }

    private XdmMap place(String id, Page page) {
      return XdmMap.makeMap(Map.of("id", id, "sheet", page.sheet(), "label", page.label()));
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
      depth++;
      super.startElement(uri, localName, qName, attributes);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
      depth--;
      if (depth == 0) {
        // A name tree is in the order of its names (ISO 32000-1, 7.9.6).
        for (String id : ids) {
          pages.of(id).stream().findFirst().ifPresent(page -> places.put(id, page));
          destination(id);
        }
      }
      super.endElement(uri, localName, qName);
    }

    /** Makes an id an address in the file: {@code book.pdf#id}. */
    private void destination(String id) throws SAXException {
      var attributes = new AttributesImpl();
      attributes.addAttribute("", "internal-destination", "internal-destination", "CDATA", id);
      getContentHandler().startPrefixMapping("fox", EXTENSIONS);
      getContentHandler().startElement(EXTENSIONS, "destination", "fox:destination", attributes);
      getContentHandler().endElement(EXTENSIONS, "destination", "fox:destination");
      getContentHandler().endPrefixMapping("fox");
    }
  }

  /** A document inside the book: its elements without the start and end of a document of their own. */
  private final class Inside extends Plain {
    Inside(ContentHandler receiver) {
      super(receiver);
    }

    @Override
    public void startDocument() {}

    @Override
    public void endDocument() {}

    @Override
    public void setDocumentLocator(org.xml.sax.Locator locator) {}
  }
}
