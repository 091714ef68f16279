package jilu.print;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Sets each character that its font lacks in the first other font that has it: rare characters in a quotation in
 * Kai, say. Characters that no font has pass as they are.
 */
final class FallbackFonts extends XMLFilterImpl {
  private static final String FO = "http://www.w3.org/1999/XSL/Format";
  /** A place where a line may end; each edge of an inline forbids it otherwise. */
  private static final char BREAK = '\u200B';

  /** Where a missing character is looked for, in this order. */
  private static final List<Face> CHAIN =
      List.of(new Face("song", false), new Face("kai", false), new Face("hei", false));

  private final Deque<Face> faces = new ArrayDeque<>();

  FallbackFonts(ContentHandler receiver) {
    faces.push(CHAIN.get(0));
    setContentHandler(receiver);
  }

  /** A font as XSL-FO asks for it. */
  record Face(String family, boolean bold) {
    Face with(Attributes attributes) {
      String family = attributes.getValue("", "font-family");
      String weight = attributes.getValue("", "font-weight");
      return family == null && weight == null
          ? this
          : new Face(family == null ? this.family : family, weight == null ? bold : weight.equals("bold"));
    }

    /** The file that holds it; the dotted face has the characters of the plain one. */
    String file() {
      return (family.equals("song-dotted") ? "song" : family) + (bold ? "-bold" : "") + ".ttf";
    }
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
    faces.push(faces.peek().with(attributes));
    super.startElement(uri, localName, qName, attributes);
  }

  @Override
  public void endElement(String uri, String localName, String qName) throws SAXException {
    super.endElement(uri, localName, qName);
    faces.pop();
  }

  @Override
  public void characters(char[] text, int start, int length) throws SAXException {
    var own = coverage(faces.peek());
    int sent = start;
    int end = start + length;
    for (int at = start; at < end; ) {
      int character = Character.codePointAt(text, at, end);
      int next = at + Character.charCount(character);
      var other = own.has(character) ? Optional.<Face>empty() : having(character);
      if (other.isPresent()) {
        super.characters(text, sent, at - sent);
        set(text, at, next - at, other.get());
        sent = next;
      }
      at = next;
    }
    super.characters(text, sent, end - sent);
  }

  private static Optional<Face> having(int character) throws SAXException {
    for (var face : CHAIN) {
      if (coverage(face).has(character)) {
        return Optional.of(face);
      }
    }
    return Optional.empty();
  }

  private static Coverage coverage(Face face) throws SAXException {
    try {
      return Coverage.of(face.file());
    } catch (IOException e) {
      throw new SAXException(e);
    }
  }

  private void set(char[] text, int at, int length, Face face) throws SAXException {
    boolean ideograph = Character.isIdeographic(Character.codePointAt(text, at, at + length));
    var attributes = new AttributesImpl();
    attributes.addAttribute("", "font-family", "font-family", "CDATA", face.family());
    attributes.addAttribute("", "font-weight", "font-weight", "CDATA", "normal");
    breakable(ideograph && at > 0 && Character.isIdeographic(text[at - 1]));
    super.startElement(FO, "inline", "fo:inline", attributes);
    super.characters(text, at, length);
    super.endElement(FO, "inline", "fo:inline");
    breakable(ideograph && at + length < text.length && Character.isIdeographic(text[at + length]));
  }

  private void breakable(boolean so) throws SAXException {
    if (so) {
      super.characters(new char[] {BREAK}, 0, 1);
    }
  }
}
