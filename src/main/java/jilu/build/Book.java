package jilu.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import jilu.edition.Catalog;
import jilu.print.FoSource;
import jilu.transform.Stylesheet;
import jilu.transform.Xslt;
import net.sf.saxon.s9api.SAXDestination;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * The whole edition as one stream of XSL-FO. The edition's own file gives the frame; where it says {@code <?jilu-document
 * ID?>}, the pages of that document come in, made when the formatter asks for them, so that no step holds the book.
 */
final class Book implements FoSource {
  private final Xslt xslt;
  private final Stylesheet fo;
  private final Path edition;
  private final Pages pages;

  /** Where the standalone file of a document lies. */
  interface Pages {
    Path of(String id) throws IOException;
  }

  Book(Xslt xslt, Stylesheet fo, Path edition, Pages pages) {
    this.xslt = xslt;
    this.fo = fo;
    this.edition = edition;
    this.pages = pages;
  }

  @Override
  public void send(ContentHandler receiver) throws SAXException, IOException {
    send(edition, new Frame(receiver));
  }

  private void send(Path standalone, ContentHandler handler) throws SAXException, IOException {
    XdmNode tree;
    try {
      tree = fo.tree(xslt.read(standalone), Map.of());
      xslt.processor().writeXdmValue(tree, new SAXDestination(handler));
    } catch (SaxonApiException e) {
      if (e.getCause() instanceof SAXException cause) {
        throw cause;
      }
      throw new IOException(standalone + ": " + e.getMessage(), e);
    }
  }

  /** Leaves out what the program notes for itself: the formatter takes no attributes but its own. */
  private abstract static class Plain extends XMLFilterImpl {
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
      var kept = new AttributesImpl(attributes);
      for (int i = kept.getLength() - 1; i >= 0; i--) {
        if (kept.getURI(i).equals(Catalog.NAMESPACE)) {
          kept.removeAttribute(i);
        }
      }
      super.startElement(uri, localName, qName, kept);
    }
  }

  /** Passes the frame on, and at each instruction the document that it names. */
  private final class Frame extends Plain {
    Frame(ContentHandler receiver) {
      super(receiver);
    }

    @Override
    public void processingInstruction(String target, String data) throws SAXException {
      if (!target.equals("jilu-document")) {
        return;
      }
      try {
        send(pages.of(data.strip()), new Inside(getContentHandler()));
      } catch (IOException e) {
        throw new SAXException(e);
      }
    }
  }

  /** A document inside the book: its elements without the start and end of a document of their own. */
  private static final class Inside extends Plain {
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
