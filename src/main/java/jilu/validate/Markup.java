package jilu.validate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts the characters of a file into tags and text, however broken the file may be. It decides nothing; parsers do.
 */
final class Markup {
  enum Kind {
    TEXT,
    START,
    EMPTY,
    END,
    COMMENT,
    CDATA,
    INSTRUCTION,
    DOCTYPE,
    /** A {@code <} that begins nothing. */
    STRAY
  }

  /**
   * A piece of the file.
   *
   * @param name of a tag or processing instruction; otherwise empty
   * @param closed whether the end of the piece was found
   */
  record Piece(Kind kind, int start, int end, String name, boolean closed) {}

  /** One after another, without memory. */
  interface Visitor {
    void piece(Piece piece);
  }

  private final String text;
  private final Visitor visitor;
  private int to;
  private int at;

  /** Of the value that was last seen to go on after a {@code <}: to look for it at each would cost its square. */
  private int valueEnd;

  /** Where the tag ends of which a value lost its mark. */
  private int lostEnd = -1;

  /** To look for the end of each of many that have none would cost the square of the file. */
  private boolean moreInstructionsEnd = true;

  private Markup(String text, int from, int to, Visitor visitor) {
    this.text = text;
    this.at = from;
    this.to = Math.min(to, text.length());
    this.visitor = visitor;
  }

  static void scan(String text, int from, Visitor visitor) {
    scan(text, from, text.length(), visitor);
  }

  /** The pieces that begin before an offset. */
  private static void scan(String text, int from, int to, Visitor visitor) {
    new Markup(text, from, to, visitor).scan();
  }

  /**
   * The element around each offset, as a path with the number of each element among its like. Of elements deeper than
   * any text only those around them are named: the paths of many tags that were left open would fill the memory.
   */
  static Map<Integer, String> paths(String text, Collection<Integer> offsets) {
    Map<Integer, String> paths = new HashMap<>();
    if (offsets.isEmpty()) {
      return paths;
    }
    Deque<Integer> wanted = new ArrayDeque<>(new TreeSet<>(offsets));
    Deque<String> open = new ArrayDeque<>();
    Deque<Map<String, Integer>> counts = new ArrayDeque<>();
    counts.push(new HashMap<>());
    String[] deepest = {""};
    scan(
        text,
        0,
        wanted.getLast() + 1,
        piece -> {
          boolean enters = piece.kind() == Kind.START || piece.kind() == Kind.EMPTY;
          if (enters) {
            if (open.size() == Several.DEEPEST) {
              deepest[0] = joined(open);
            }
            int number = counts.element().merge(piece.name(), 1, Integer::sum);
            String local = piece.name().substring(piece.name().indexOf(':') + 1);
            open.push(local + (open.isEmpty() ? "" : "[" + number + "]"));
            counts.push(new HashMap<>());
          }
          while (!wanted.isEmpty() && wanted.element() < piece.end()) {
            paths.put(wanted.remove(), open.size() > Several.DEEPEST ? deepest[0] : joined(open));
          }
          if (!open.isEmpty() && (piece.kind() == Kind.END || piece.kind() == Kind.EMPTY)) {
            open.pop();
            counts.pop();
          }
        });
    return paths;
  }

  private static String joined(Deque<String> open) {
    var path = new StringBuilder();
    open.descendingIterator().forEachRemaining(name -> path.append('/').append(name));
    return path.toString();
  }

  /** The first text that stands in an element itself, not in its children; -1 if there is none. */
  static int textIn(String text, int startTag, int to) {
    return parts(text, startTag, to).stream().filter(Part::words).findFirst().map(Part::start).orElse(-1);
  }

  /**
   * A child of an element, or words that stand in it.
   *
   * @param child which of the children it is; -1 for words
   */
  record Part(int start, int child) {
    boolean words() {
      return child < 0;
    }
  }

  /** What stands in an element itself, not in its children. */
  static List<Part> parts(String text, int startTag, int to) {
    List<Part> parts = new ArrayList<>();
    int[] depth = {0};
    int[] children = {0};
    scan(
        text,
        startTag,
        to,
        piece -> {
          switch (piece.kind()) {
            case START, EMPTY -> {
              if (depth[0] == 1) {
                parts.add(new Part(piece.start(), children[0]++));
              }
              depth[0] += piece.kind() == Kind.START ? 1 : 0;
            }
            case END -> depth[0]--;
            case TEXT, CDATA -> {
              int first = firstInk(text, piece.start(), piece.end());
              if (depth[0] == 1 && first < piece.end()) {
                parts.add(new Part(first, -1));
              }
            }
            default -> {}
          }
        });
    return parts;
  }

  /** Where an element ends: after its end tag. */
  static int end(String text, int startTag) {
    return last(text, startTag, (piece, depth) -> depth == 0).end();
  }

  /** Where that of an element and of those that follow it ends which holds what begins at an offset. */
  static int end(String text, int startTag, int inside) {
    return last(text, startTag, (piece, depth) -> depth == 0 && piece.end() > inside).end();
  }

  /** Whether a start tag begins an element that follows another in the same element. */
  static boolean follows(String text, int startTag, int other) {
    int[] around = {0};
    Piece found =
        last(
            text,
            startTag,
            (piece, depth) -> {
              boolean there = piece.start() >= other || depth < 0;
              around[0] = there ? around[0] : depth;
              return there;
            });
    return found.start() == other && around[0] == 0;
  }

  /** Where in an element the start tag of one of its children begins, counted from 0. */
  static int child(String text, int startTag, int number) {
    int[] left = {number};
    return last(
            text,
            startTag,
            (piece, depth) -> depth == 2 && piece.kind() == Kind.START && left[0]-- == 0
                || depth == 1 && piece.kind() == Kind.EMPTY && left[0]-- == 0)
        .start();
  }

  /** Whether a piece of an element is the last one wanted, by how many elements are open after it. */
  private interface Last {
    boolean test(Piece piece, int depth);
  }

  /** From a start tag on. */
  private static Piece last(String text, int startTag, Last last) {
    int[] depth = {0};
    Piece[] found = new Piece[1];
    Markup[] markup = new Markup[1];
    markup[0] =
        new Markup(
            text,
            startTag,
            text.length(),
            piece -> {
              depth[0] += piece.kind() == Kind.START ? 1 : piece.kind() == Kind.END ? -1 : 0;
              found[0] = piece;
              if (last.test(piece, depth[0])) {
                markup[0].to = startTag;
              }
            });
    markup[0].scan();
    return found[0];
  }

  static int firstInk(String text, int from, int to) {
    int i = from;
    while (i < to && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Signs that end words and stand alone before the next tag. */
  private static final Pattern SIGNS = Pattern.compile("([，。；：、！？”’》）」』】〕,.;:!?)]{1,2}+)\\s*+(?:<|\\z)");

  /** The signs that end words, if nothing else stands between an offset and the next tag. */
  static String signs(String text, int from) {
    Matcher signs = SIGNS.matcher(text).region(from, text.length());
    return signs.lookingAt() ? signs.group(1) : "";
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  static boolean startsName(char c) {
    return Character.isLetter(c) || c == '_' || c == ':';
  }

  static boolean inName(char c) {
    return startsName(c) || Character.isDigit(c) || c == '-' || c == '.' || c == '\u00b7';
  }

  static int endOfName(String text, int from) {
    int i = from;
    while (i < text.length() && inName(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private void scan() {
    while (at < to) {
      int start = at;
      if (text.charAt(at) != '<') {
        int next = text.indexOf('<', at);
        at = next < 0 ? text.length() : next;
        say(Kind.TEXT, start, "", true);
      } else if (text.startsWith("<!--", at)) {
        until("-->", Kind.COMMENT, start);
      } else if (text.startsWith("<!-", at)) {
        halfComment(start);
      } else if (text.startsWith("<![CDATA[", at)) {
        until("]]>", Kind.CDATA, start);
      } else if (text.startsWith("<?", at)) {
        instruction(start);
      } else if (text.startsWith("<!", at)) {
        doctype(start);
      } else if (begins(at + 1)) {
        tag(start, at + 1);
      } else if (text.startsWith("</", at) && begins(at + 2)) {
        tag(start, at + 2);
      } else {
        at++;
        say(Kind.STRAY, start, "", true);
      }
    }
  }

  private boolean begins(int i) {
    return i < text.length() && startsName(text.charAt(i));
  }

  private void until(String close, Kind kind, int start) {
    int end = text.indexOf(close, at + 2);
    at = end < 0 ? text.length() : end + close.length();
    say(kind, start, "", end >= 0);
  }

  /** {@code <!- … -->}, or {@code ->} where the next begins before; without either it ends with the tag it looks like. */
  private void halfComment(int start) {
    int half = -1;
    int bracket = -1;
    for (at = start + 3; at < text.length() && !text.startsWith("<!-", at) && !text.startsWith("-->", at); at++) {
      half = half < 0 && text.startsWith("->", at) ? at + 2 : half;
      boolean ends = bracket < 0 && (text.charAt(at) == '>' || text.charAt(at) == '<');
      bracket = !ends ? bracket : text.charAt(at) == '>' ? at + 1 : at;
    }
    at = text.startsWith("-->", at) ? at + 3 : half >= 0 ? half : bracket >= 0 ? bracket : at;
    say(Kind.COMMENT, start, "", true);
  }

  /** One that has no end ends with the tag it looks like; the XML declaration has no > in it. */
  private void instruction(int start) {
    String name = text.substring(start + 2, endOfName(text, start + 2));
    int end = name.equals("xml") || !moreInstructionsEnd ? -1 : text.indexOf("?>", start + 2);
    moreInstructionsEnd &= end >= 0 || name.equals("xml");
    int bracket = end < 0 ? text.indexOf('>', start) : end + 1;
    at = bracket < 0 ? text.length() : bracket + 1;
    say(Kind.INSTRUCTION, start, name, bracket > start + 2 && text.charAt(bracket - 1) == '?');
  }

  private void doctype(int start) {
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth--;
      } else if (c == '>' && depth <= 0) {
        break;
      }
    }
    say(Kind.DOCTYPE, start, "", true);
  }

  /** A tag ends at {@code >} outside quotation marks, or where the next tag begins. */
  private void tag(int start, int name) {
    int nameEnd = endOfName(text, name);
    char quote = 0;
    at = nameEnd;
    boolean closed = false;
    while (at < text.length() && !closed) {
      char c = text.charAt(at);
      if (c == '<') {
        // In a value it may be only a sign that should have been escaped.
        if (quote == 0 || (begins(at + 1) || text.startsWith("</", at)) && !goesOn(quote) && !runsOn(quote)) {
          break;
        }
      } else if (c == '>' && at == lostEnd) {
        closed = true;
      } else if (quote != 0) {
        quote = c == quote || closesInstead(c, at) ? 0 : quote;
      } else if ((c == '"' || c == '\'') && (text.charAt(before(at)) == '=' || holdsBracket(c, nameEnd))) {
        quote = c;
      } else if (c == '>') {
        closed = true;
      }
      at++;
    }
    boolean empty = closed && text.charAt(at - 2) == '/';
    Kind kind = text.charAt(start + 1) == '/' ? Kind.END : empty ? Kind.EMPTY : Kind.START;
    say(kind, start, text.substring(name, nameEnd), closed);
  }

  /** Whether a value ends after this {@code <} and perhaps others, and the tag goes on. */
  private boolean goesOn(char quote) {
    if (at >= valueEnd) {
      int i = at + 1;
      while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '>') {
        i++;
      }
      boolean ends = i + 1 < text.length() && text.charAt(i) == quote && endsValue(text, i + 1, text.length());
      valueEnd = ends ? i : valueEnd;
    }
    return at < valueEnd;
  }

  /** Among so many characters one looks for the end of what may be a tag. */
  private static final int FAR = 20_000;

  /** Whether this {@code <} and perhaps others belong to a value that lost its mark: no tag that they may begin ends. */
  private boolean runsOn(char quote) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '>') {
      end++;
    }
    if (end == text.length() || text.charAt(end - 1) == '/') {
      return false;
    }
    boolean bracket = text.charAt(end) == '>';
    if (!bracket && !NEXT.matcher(text).region(at, end).find()) {
      return false;
    }
    String after = text.substring(end, Math.min(end + FAR, text.length()));
    for (int i = at; i >= 0 && i < end; i = text.indexOf('<', i + 1)) {
      String name = text.substring(i + 1, endOfName(text, i + 1));
      if (text.charAt(i + 1) == '/' || Names.get().isEmpty(name) || after.contains("</" + name + ">")) {
        return false;
      }
    }
    lostEnd = bracket ? end : lostEnd;
    valueEnd = end;
    return true;
  }

  /** {@code  who=} at the end of a value: the one before it was not closed. */
  static final Pattern NEXT = Pattern.compile("\\s+[A-Za-z:]+\\s*=\\s*$");

  /** {@code n"a < b"}: a value that lacks its = and has a {@code <} in it. */
  private boolean holdsBracket(char quote, int nameEnd) {
    if (at == nameEnd || !inName(text.charAt(at - 1))) {
      return false;
    }
    int i = at + 1;
    boolean bracket = false;
    while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '>') {
      bracket |= text.charAt(i) == '<';
      i++;
    }
    return bracket && i + 1 < text.length() && text.charAt(i) == quote && endsValue(text, i + 1, text.length());
  }

  private int before(int i) {
    int before = i - 1;
    while (before > 0 && isSpace(text.charAt(before))) {
      before--;
    }
    return before;
  }

  /** A curly closing mark after a straight opening one. */
  private boolean closesInstead(char c, int i) {
    return (c == '”' || c == '“' || c == '＂') && endsValue(text, i + 1, text.length());
  }

  /** Whether what follows can only come after an attribute's value. */
  static boolean endsValue(String text, int i, int to) {
    int next = firstInk(text, i, to);
    if (next >= to || text.charAt(next) == '>' || text.startsWith("/>", next)) {
      return true;
    }
    int nameEnd = endOfName(text, next);
    int equals = firstInk(text, nameEnd, to);
    return next > i && nameEnd > next && equals < to && text.charAt(equals) == '=';
  }

  private void say(Kind kind, int start, String name, boolean closed) {
    visitor.piece(new Piece(kind, start, at, name, closed));
  }
}
