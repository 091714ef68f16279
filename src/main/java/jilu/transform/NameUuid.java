package jilu.transform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.sf.saxon.s9api.ExtensionFunction;
import net.sf.saxon.s9api.ItemType;
import net.sf.saxon.s9api.OccurrenceIndicator;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.SequenceType;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmValue;

/** {@code j:uuid(address)}: always the same UUID for an address (RFC 9562, 5.3: by name, in the namespace of URLs). */
final class NameUuid implements ExtensionFunction {
  private static final UUID URLS = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
  private static final SequenceType STRING = SequenceType.makeSequenceType(ItemType.STRING, OccurrenceIndicator.ONE);

  @Override
  public QName getName() {
    return new QName("urn:jilu", "uuid");
  }

  @Override
  public SequenceType getResultType() {
    return STRING;
  }

  @Override
  public SequenceType[] getArgumentTypes() {
    return new SequenceType[] {STRING};
  }

  @Override
  public XdmValue call(XdmValue[] arguments) throws SaxonApiException {
    byte[] address = arguments[0].itemAt(0).getStringValue().getBytes(StandardCharsets.UTF_8);
    ByteBuffer name = ByteBuffer.allocate(2 * Long.BYTES + address.length);
    name.putLong(URLS.getMostSignificantBits()).putLong(URLS.getLeastSignificantBits()).put(address);
    return new XdmAtomicValue(UUID.nameUUIDFromBytes(name.array()).toString());
  }
}
