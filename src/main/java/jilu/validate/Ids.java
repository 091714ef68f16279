package jilu.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.helpers.DefaultHandler;

/** An id is given once in a file, whatever the schema. */
final class Ids extends DefaultHandler {
  private record First(int line, int column) {}

  private final SourceText text;
  private final List<Finding> findings;
  private final Map<String, First> given = new HashMap<>();
  private Locator locator;

  Ids(SourceText text, List<Finding> findings) {
    this.text = text;
    this.findings = findings;
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    this.locator = locator;
  }

  @Override
  public void startElement(String uri, String local, String qName, Attributes attributes) {
    String id = attributes.getValue("http://www.w3.org/XML/1998/namespace", "id");
    if (id == null) {
      return;
    }
    First first = given.putIfAbsent(id, new First(locator.getLineNumber(), locator.getColumnNumber()));
    if (first != null) {
      Place here = text.attribute(locator.getLineNumber(), locator.getColumnNumber(), "xml:id");
      findings.add(Finding.of("J104", here, id, text.attribute(first.line(), first.column(), "xml:id").line()));
    }
  }
}
