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
 * Chooses the face of each run of characters. Western words are set in the face made of their Chinese one for them, and
 * in italics where these are asked for and there are any; Chinese has no slant. Each character that its face lacks is
 * set in the first other one that has it: rare characters in a quotation in Kai, say. Characters that none has pass as
 * they are.
 */
final class Faces extends XMLFilterImpl {
  private static final String FO = "http://www.w3.org/1999/XSL/Format";
  /** A place where a line may end; each edge of an inline forbids it otherwise. */
  private static final char BREAK = '\u200B';

  /** On an inline: its words are Western. */
  private static final String WESTERN = "western";

  /** Where a missing character is looked for, in this order. */
  private static final List<Face> CHAIN = List.of(Face.of("song"), Face.of("latin"), Face.of("kai"), Face.of("hei"));

  private final Deque<Face> faces = new ArrayDeque<>();

  Faces(ContentHandler receiver) {
    faces.push(CHAIN.get(0));
    setContentHandler(receiver);
  }

  /** What is asked for: a family of Chinese faces, and a variety of it. */
  record Face(String family, boolean bold, boolean italic, boolean western) {
    private static final String DOTTED = "-dotted";

    static Face of(String family) {
      return new Face(family, false, false, false);
    }

    private Face with(Attributes attributes) {
      return new Face(
          Optional.ofNullable(attributes.getValue("", "font-family")).orElse(family),
          asked(attributes, "font-weight", "bold", bold),
          asked(attributes, "font-style", "italic", italic),
          western || attributes.getValue(ChineseLayout.NAMESPACE, WESTERN) != null);
    }

    private static boolean asked(Attributes attributes, String property, String value, boolean inherited) {
      String own = attributes.getValue("", property);
      return own == null ? inherited : own.equals(value);
    }

    /** The family as the formatter knows it; a dot of emphasis stands under Chinese characters only. */
    String name() {
      return western ? family.replace(DOTTED, "") + ChineseLayout.WESTERN : family;
    }

    boolean isItalic() {
      return italic && western && !bold && family.startsWith("song");
    }

    /** The file that holds it; the dotted face has the characters of the plain one. */
    String file() {
      return name().replace(DOTTED, "") + (bold ? "-bold" : "") + (isItalic() ? "-italic" : "") + ".ttf";
    }
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
    var face = faces.peek().with(attributes);
    faces.push(face);
    super.startElement(uri, localName, qName, set(attributes, face));
  }

  private static Attributes set(Attributes attributes, Face face) {
    boolean western = attributes.getValue(ChineseLayout.NAMESPACE, WESTERN) != null;
    int style = attributes.getIndex("", "font-style");
    if (!western && style < 0) {
      return attributes;
    }
    var set = new AttributesImpl(attributes);
    if (style >= 0) {
      set.removeAttribute(style);
    }
    if (western) {
      add(set, "font-family", face.name());
      add(set, "font-style", face.isItalic() ? "italic" : "normal");
    }
    return set;
  }

  private static void add(AttributesImpl attributes, String property, String value) {
    attributes.addAttribute("", property, property, "CDATA", value);
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
    add(attributes, "font-family", face.name());
    add(attributes, "font-weight", "normal");
    add(attributes, "font-style", "normal");
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
