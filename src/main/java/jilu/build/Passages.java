package jilu.build;

import static net.sf.saxon.s9api.streams.Steps.child;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jilu.edition.Catalog;
import jilu.edition.Catalog.Entry;
import jilu.search.Index;
import jilu.transform.Stylesheet;
import jilu.transform.Xslt;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmNode;

/** Gives the index what can be searched of each standalone file. */
public final class Passages {
  private final Stylesheet search;
  private final Index index = new Index();

  public Passages(Xslt xslt) {
    this.search = xslt.stylesheet("search.xsl");
  }

  /** A file's page and, if it is the edition's, that of its preface. */
  public void add(Entry entry, XdmNode standalone) {
    add(entry.page().orElseThrow(), standalone, false);
    entry.matter().ifPresent(page -> add(page, standalone, true));
  }

  private void add(String page, XdmNode standalone, boolean matter) {
    var parameters = Map.of("matter", new XdmAtomicValue(matter));
    XdmNode document = children(search.tree(standalone, parameters), "document").findFirst().orElseThrow();
    List<XdmNode> facets = children(document, "facet").toList();
    facets.forEach(facet -> index.name(a(facet, "id"), a(facet, "language"), facet.getStringValue()));
    index.add(
        new Index.Document(
            page,
            a(document, "title"),
            a(document, "language"),
            a(document, "date"),
            ids(facets, "kind"),
            ids(facets, "source"),
            children(document, "passage").map(p -> new Index.Passage(a(p, "id"), a(p, "who"), p.getStringValue())).toList()));
  }

  public Index index() {
    return index;
  }

  private static List<String> ids(List<XdmNode> facets, String of) {
    return facets.stream().filter(facet -> a(facet, "of").equals(of)).map(facet -> a(facet, "id")).distinct().toList();
  }

  private static Stream<XdmNode> children(XdmNode node, String name) {
    return node.select(child(Catalog.NAMESPACE, name));
  }

  private static String a(XdmNode node, String name) {
    return node.getAttributeValue(new QName(name));
  }
}
