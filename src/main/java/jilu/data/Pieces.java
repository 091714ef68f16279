package jilu.data;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import jilu.edition.Catalog;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmValue;

/**
 * What a stylesheet made that writes several files at once.
 *
 * @param files their bytes, by path
 * @param record what it wants to be remembered, if anything
 */
public record Pieces(Map<String, byte[]> files, XdmValue record) {
  public static Pieces of(XdmNode data) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    XdmValue record = XdmValue.makeSequence(java.util.List.of());
    for (XdmNode child : data.children().iterator().next().children()) {
      if (child.getNodeKind() != XdmNodeKind.ELEMENT) {
        continue;
      }
      if (child.getNodeName().equals(new QName(Catalog.NAMESPACE, "record"))) {
        record = new XdmAtomicValue(child.getStringValue());
      } else {
        files.put(child.getAttributeValue(new QName("path")), child.getStringValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return new Pieces(files, record);
  }
}
