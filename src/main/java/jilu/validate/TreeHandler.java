package jilu.validate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.event.Receiver;
import net.sf.saxon.event.ReceiverOption;
import net.sf.saxon.expr.parser.Loc;
import net.sf.saxon.om.AttributeInfo;
import net.sf.saxon.om.AttributeMap;
import net.sf.saxon.om.EmptyAttributeMap;
import net.sf.saxon.om.FingerprintedQName;
import net.sf.saxon.om.NamespaceMap;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NoNamespaceName;
import net.sf.saxon.om.NodeName;
import net.sf.saxon.om.SequenceTool;
import net.sf.saxon.s9api.Location;
import net.sf.saxon.str.EmptyUnicodeString;
import net.sf.saxon.str.Slice16;
import net.sf.saxon.str.StringTool;
import net.sf.saxon.str.StringView;
import net.sf.saxon.str.UnicodeString;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.type.BuiltInAtomicType;
import net.sf.saxon.type.Untyped;
import net.sf.saxon.value.Whitespace;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Builds Saxon's tree of a parse by Xerces with namespaces and without entities. It does what Saxon's own handler does
 * for any parser, in half the time: words go to the tree as they are, each indentation and each name is made once, and
 * no place is kept but those of elements.
 */
final class TreeHandler extends DefaultHandler {
  private static final int LONGEST_INDENTATION = 64;

  /** The same name is in one namespace as an element's and in none as an attribute's. */
  private final Map<String, NodeName> elements = new HashMap<>();

  private final Map<String, NodeName> attributes = new HashMap<>();

  /** By their lengths. */
  private final Indentation[] indentations = new Indentation[LONGEST_INDENTATION];

  private final Deque<NamespaceMap> outer = new ArrayDeque<>();
  private final Here here = new Here();

  private NamespaceMap namespaces = NamespaceMap.emptyMap();
  private Receiver tree;
  private boolean narrow;
  private char[] text = new char[4096];
  private int length;

  /**
   * @param address of the file, which each element would otherwise ask of the parser
   * @param narrow whether each character is known to take one unit, so that none is looked at
   */
  void to(Receiver tree, String address, boolean narrow) {
    this.tree = tree;
    this.narrow = narrow;
    here.address = address;
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    here.locator = locator;
  }

  @Override
  public void startDocument() throws SAXException {
    length = 0;
    outer.clear();
    namespaces = NamespaceMap.emptyMap();
    try {
      tree.open();
      tree.startDocument(0);
    } catch (XPathException e) {
      throw new SAXException(e);
    }
  }

  @Override
  public void endDocument() throws SAXException {
    try {
      endText();
      tree.endDocument();
      tree.close();
    } catch (XPathException e) {
      throw new SAXException(e);
    }
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) {
    outer.push(namespaces);
    namespaces = namespaces.bind(prefix, NamespaceUri.of(uri));
  }

  @Override
  public void endPrefixMapping(String prefix) {
    namespaces = outer.pop();
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) throws SAXException {
    try {
      endText();
      tree.startElement(
          name(elements, uri, local, name),
          Untyped.getInstance(),
          attributes(attributes),
          namespaces,
          here,
          ReceiverOption.ALL_NAMESPACES | ReceiverOption.NAMESPACE_OK);
    } catch (XPathException e) {
      throw new SAXException(e);
    }
  }

  private AttributeMap attributes(Attributes given) {
    int count = given.getLength();
    if (count == 0) {
      return EmptyAttributeMap.getInstance();
    }
    List<AttributeInfo> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      NodeName name = name(attributes, given.getURI(i), given.getLocalName(i), given.getQName(i));
      all.add(new AttributeInfo(name, BuiltInAtomicType.UNTYPED_ATOMIC, given.getValue(i), Loc.NONE, 0));
    }
    return SequenceTool.attributeMapFromList(all);
  }

  /** A prefix means mostly the same. */
  private static NodeName name(Map<String, NodeName> names, String uri, String local, String name) {
    NodeName known = names.get(name);
    if (known != null && known.getNamespaceUri().toString().equals(uri)) {
      return known;
    }
    String prefix = name.substring(0, Math.max(0, name.indexOf(':')));
    NodeName made =
        uri.isEmpty() ? new NoNamespaceName(local) : new FingerprintedQName(prefix, NamespaceUri.of(uri), local);
    names.put(name, made);
    return made;
  }

  @Override
  public void endElement(String uri, String local, String name) throws SAXException {
    try {
      endText();
      tree.endElement();
    } catch (XPathException e) {
      throw new SAXException(e);
    }
  }

  @Override
  public void characters(char[] part, int start, int count) {
    if (text.length - length < count) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, length + count));
    }
    System.arraycopy(part, start, text, length, count);
    length += count;
  }

  @Override
  public void ignorableWhitespace(char[] part, int start, int count) {
    characters(part, start, count);
  }

  /** A parser hands over the words between two tags in parts. */
  private void endText() throws XPathException {
    if (length > 0) {
      tree.characters(isSpace() ? space() : words(), Loc.NONE, ReceiverOption.WHOLE_TEXT_NODE);
      length = 0;
    }
  }

  private boolean isSpace() {
    for (int i = 0; i < length; i++) {
      if (!Whitespace.isWhite(text[i])) {
        return false;
      }
    }
    return true;
  }

  /** What stands between the tags of one level is mostly the same for its length. */
  private UnicodeString space() {
    if (length >= LONGEST_INDENTATION) {
      return compressed();
    }
    Indentation known = indentations[length];
    if (known == null || !Arrays.equals(known.signs(), 0, length, text, 0, length)) {
      known = new Indentation(Arrays.copyOf(text, length), compressed());
      indentations[length] = known;
    }
    return known.words();
  }

  private record Indentation(char[] signs, UnicodeString words) {}

  private UnicodeString words() {
    return narrow || isNarrow() ? new Slice16(text, 0, length) : compressed();
  }

  private boolean isNarrow() {
    for (int i = 0; i < length; i++) {
      if (Character.isSurrogate(text[i])) {
        return false;
      }
    }
    return true;
  }

  private UnicodeString compressed() {
    return StringTool.compress(text, 0, length, true);
  }

  @Override
  public void processingInstruction(String target, String data) throws SAXException {
    try {
      endText();
      UnicodeString words =
          data == null
              ? EmptyUnicodeString.getInstance()
              : Whitespace.removeLeadingWhitespace(StringView.tidy(data));
      tree.processingInstruction(target, words, here, 0);
    } catch (XPathException e) {
      throw new SAXException(e);
    }
  }

  /** Where the parser is, at the end of a tag. */
  private static final class Here implements Location {
    private Locator locator;
    private String address = "";

    @Override
    public String getSystemId() {
      return address;
    }

    @Override
    public String getPublicId() {
      return null;
    }

    @Override
    public int getLineNumber() {
      return locator.getLineNumber();
    }

    @Override
    public int getColumnNumber() {
      return locator.getColumnNumber();
    }

    @Override
    public Location saveLocation() {
      return new Loc(this);
    }
  }
}
