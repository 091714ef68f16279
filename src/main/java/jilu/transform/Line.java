package jilu.transform;

import net.sf.saxon.s9api.ExtensionFunction;
import net.sf.saxon.s9api.ItemType;
import net.sf.saxon.s9api.OccurrenceIndicator;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SequenceType;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;

/** {@code j:line(element)}: where its start tag ends in its file, so that a rule can name a second place. */
final class Line implements ExtensionFunction {
  @Override
  public QName getName() {
    return new QName("urn:jilu", "line");
  }

  @Override
  public SequenceType getResultType() {
    return SequenceType.makeSequenceType(ItemType.INTEGER, OccurrenceIndicator.ONE);
  }

  @Override
  public SequenceType[] getArgumentTypes() {
    return new SequenceType[] {SequenceType.makeSequenceType(ItemType.ELEMENT_NODE, OccurrenceIndicator.ONE)};
  }

  @Override
  public XdmValue call(XdmValue[] arguments) {
    return new XdmAtomicValue(((XdmNode) arguments[0].itemAt(0)).getLineNumber());
  }
}
