package jilu.validate;

import java.util.Map;
import java.util.Optional;
import jilu.edition.Card;
import jilu.edition.Source;
import jilu.edition.Store;
import jilu.quote.Passages;
import jilu.quote.Shelf;
import jilu.transform.Stylesheet;
import jilu.transform.Xslt;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmNode;

/** What an edition wants to know of a file besides its mistakes, to compare it with others. */
record Comparing(
    Stylesheet links, Stylesheet quotations, Optional<Stylesheet> catalog, Shelf shelf, Store store, Defined defined) {
  static Comparing with(Xslt xslt, boolean whole, Shelf shelf, Store store, Defined defined) {
    Optional<Stylesheet> catalog = whole ? Optional.of(xslt.stylesheet("catalog.xsl")) : Optional.empty();
    return new Comparing(
        xslt.stylesheet("links.xsl"), xslt.stylesheet("quotations.xsl"), catalog, shelf, store, defined);
  }

  boolean isForBuild() {
    return catalog.isPresent();
  }

  Compared of(Source source, SourceText text, boolean sound) {
    var file = Map.of("file", new XdmAtomicValue(source.name()));
    Card card = Card.of(source, links, store);
    defined.add(card.definitions());
    return new Compared(
        card,
        catalog.filter(stylesheet -> sound).map(stylesheet -> stylesheet.tree(source.tree(), file)),
        shelf.put(Passages.of(source, quotations)),
        text != text.onDisk());
  }

  /**
   * What of a file can be compared with others.
   *
   * @param record what a build needs besides
   * @param repaired whether it had to be read as it was probably meant
   */
  record Compared(Card card, Optional<XdmNode> record, Shelf.Volume passages, boolean repaired) {}
}
