package jilu.validate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tags that came into the text as text, as they do when a source is pasted. In brackets editors also put words and
 * letters that they supply: what may be one is told only if an end tag shows that it is none.
 */
final class TagsAsText {
  private static final String AMPERSAND = "(?:amp|#0*+38|#x0*+26);";

  /** Text that was escaped twice or more has its references behind those to their ampersands. */
  private static final String REFERENCE = "&(?:" + AMPERSAND + ")*+";

  private static final String LESS = "(?:lt|#0*+60|#x0*+3[Cc]);";
  private static final String GREATER = "(?:gt|#0*+62|#x0*+3[Ee]);";
  private static final String QUOTE = "(?:quot|#0*+34|#x0*+22);";
  private static final String QUOTE_MARK = REFERENCE + QUOTE;
  private static final String VALUE =
      "(?:\"[^\"<>]*\"|'[^'<>]*'|“[^“”<>]*”|”[^”<>]*”|" + QUOTE_MARK + "(?:(?!" + QUOTE_MARK + ")[^<>])*" + QUOTE_MARK + ")";
  private static final String TAG = "(/?)([A-Za-z][\\w.:-]*)((?:\\s+[\\w.:-]+\\s*=\\s*" + VALUE + ")*)\\s*(/?)";

  /** As XML writes it, or with the brackets of a Chinese title. */
  private static final String ESCAPED = "&";

  private static final String BRACKET = "〈";

  private static final Pattern ESCAPED_OPENING = Pattern.compile(REFERENCE + LESS);
  private static final Pattern ESCAPED_TAG =
      Pattern.compile(REFERENCE + LESS + TAG + "(?:" + REFERENCE + GREATER + "|>)");
  private static final Pattern BRACKET_TAG = Pattern.compile(BRACKET + TAG + "〉");

  /** No tag is longer that is looked at. */
  private static final int LONGEST = 500;

  /** Where it is, what readers see, and the tag that may be meant. */
  record Stray(int at, String seen, String meant) {}

  private enum Closed {
    NO,
    ELSEWHERE,
    IN_THE_SAME_TEXT
  }

  private static final class Tag {
    final int start;
    final int end;
    final int piece;
    final String name;
    final String attributes;
    final boolean isEnd;
    final boolean isEmpty;
    Closed closed = Closed.NO;

    Tag(Matcher tag, int piece) {
      start = tag.start();
      end = tag.end();
      this.piece = piece;
      isEnd = !tag.group(1).isEmpty();
      name = tag.group(2);
      attributes = tag.group(3);
      isEmpty = !tag.group(4).isEmpty();
    }
  }

  private final String text;
  private final String opening;
  private final Pattern pattern;
  private final List<Tag> tags = new ArrayList<>();

  /** The start tags without their end tags so far, by name. */
  private final Map<String, Deque<Tag>> open = new HashMap<>();

  /** Where the next bracket is: looked for once, however many pieces of text are before it. */
  private int next = -1;

  /** How many elements around show or describe tags. */
  private int shown;

  private TagsAsText(String text, String opening, Pattern pattern) {
    this.text = text;
    this.opening = opening;
    this.pattern = pattern;
  }

  /** Whether a less-than sign is written here, an ampersand, so that it is text. */
  static boolean opens(String text, int ampersand) {
    return text.startsWith("lt;", ampersand + 1)
        || (text.startsWith("#", ampersand + 1) || text.startsWith("amp;", ampersand + 1))
            && ESCAPED_OPENING.matcher(text).region(ampersand, text.length()).lookingAt();
  }

  static List<Stray> check(SourceText source) {
    List<Stray> strays = new ArrayList<>();
    String text = source.text();
    if (source.hasEscapes()) {
      strays.addAll(new TagsAsText(text, ESCAPED, ESCAPED_TAG).strays(source.start()));
    }
    if (text.contains("〈/") || text.contains("/〉")) {
      strays.addAll(new TagsAsText(text, BRACKET, BRACKET_TAG).strays(source.start()));
    }
    return strays;
  }

  private List<Stray> strays(int from) {
    Markup.scan(text, from, this::piece);
    return tags.stream().filter(this::isCertain).map(this::stray).toList();
  }

  private void piece(Markup.Piece piece) {
    switch (piece.kind()) {
      case TEXT -> text(piece);
      case START -> shown += showsTags(piece) ? 1 : 0;
      case END -> shown -= shown > 0 && showsTags(piece) ? 1 : 0;
      default -> {}
    }
  }

  private static boolean showsTags(Markup.Piece piece) {
    return Names.get().showsTags(piece.name().substring(piece.name().indexOf(':') + 1));
  }

  private void text(Markup.Piece piece) {
    next = next < piece.start() ? next(piece.start()) : next;
    while (next < piece.end()) {
      Matcher tag = pattern.matcher(text).region(next, Math.min(next + LONGEST, piece.end()));
      if (shown == 0 && tag.lookingAt()) {
        add(new Tag(tag, piece.start()));
      }
      next = next(next + 1);
    }
  }

  private int next(int from) {
    int found = text.indexOf(opening, from);
    return found < 0 ? text.length() : found;
  }

  /** An end tag is told with its start tag. */
  private void add(Tag tag) {
    Deque<Tag> alike = open.computeIfAbsent(tag.name, name -> new ArrayDeque<>());
    if (tag.isEnd && !alike.isEmpty()) {
      Tag start = alike.pop();
      start.closed = start.piece == tag.piece ? Closed.IN_THE_SAME_TEXT : Closed.ELSEWHERE;
      return;
    }
    tags.add(tag);
    if (!tag.isEnd && !tag.isEmpty) {
      alike.push(tag);
    }
  }

  private boolean isCertain(Tag tag) {
    if (tag.closed == Closed.IN_THE_SAME_TEXT) {
      return true;
    }
    boolean written = tag.isEnd || tag.isEmpty || !tag.attributes.isEmpty() || tag.closed == Closed.ELSEWHERE;
    return written ? Names.get().isElement(tag.name) : isTagAlone(tag);
  }

  /** Beside letters of its own alphabet it may be a part of a word that is supplied. */
  private boolean isTagAlone(Tag tag) {
    return opening.equals(ESCAPED)
        && Names.get().isTagAlone(tag.name)
        && !(tag.start > 0 && isLatin(text.charAt(tag.start - 1)))
        && !(tag.end < text.length() && isLatin(text.charAt(tag.end)) && Character.isLowerCase(text.charAt(tag.end)));
  }

  private static boolean isLatin(char c) {
    return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
  }

  private Stray stray(Tag tag) {
    String seen =
        text.substring(tag.start, tag.end)
            .replaceAll("&" + LESS, "<")
            .replaceAll("&" + GREATER, ">")
            .replaceAll("&" + QUOTE, "\"")
            .replaceAll("&" + AMPERSAND, "&");
    return new Stray(tag.start, seen, meant(tag));
  }

  /** As TEI calls it where it is an element of HTML; its attributes are others then. */
  private static String meant(Tag tag) {
    String name = Names.get().element(tag.name).map(Names::nameOf).orElse(tag.name);
    return Names.get().isEmpty(name) || tag.isEmpty ? "<" + name + "/>" : "<" + name + ">…</" + name + ">";
  }
}
