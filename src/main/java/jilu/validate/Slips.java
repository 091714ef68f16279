package jilu.validate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slips of the keyboard in and before tags, and the marks of a merge: told, and read as what they were meant for. Each
 * is set right within its own characters, so that all others stand where they did.
 */
final class Slips {
  private static final Set<Markup.Kind> TAGS = EnumSet.of(Markup.Kind.START, Markup.Kind.EMPTY, Markup.Kind.END);
  private static final String WIDE = "＝＞／\u3000\u00a0";
  private static final String NARROW = "=>/  ";

  /** Ends a line in old encodings; in XML it is a control character. */
  private static final char NEXT_LINE = '\u0085';
  private static final Pattern ATTRIBUTE = Pattern.compile("[\\w.:-]+\\s*=");
  private static final Pattern AFTER_VALUE = Pattern.compile("\\s*+(?:/?>|[\\w.:-]++\\s*+=)|\\s++[\\w.:-]++\\s++[\"']");
  private static final Pattern WIDE_SLASH = Pattern.compile("／[A-Za-z][\\w.:-]*\\s*>");

  private static final String NAME = "[A-Za-z_][\\w.:-]*+";
  private static final String ATTRIBUTES = "(?:\\s++[\\w.:-]++\\s*+=\\s*+(?:\"[^\"<]*+\"|'[^'<]*+'))";
  private static final Pattern END = Pattern.compile("<\\s*+([/\\\\]++)\\s*+(" + NAME + ")" + ATTRIBUTES + "*+\\s*+>");
  private static final Pattern START = Pattern.compile("<\\s++(" + NAME + ")(" + ATTRIBUTES + "*+)(\\s*+)(/?)>");
  private static final Pattern REST = Pattern.compile(ATTRIBUTES + "*+\\s*+");

  /** Signs that are seen badly or not at all; parsers end a name where one stands. */
  private static final String ODD = "[\\p{Cf}\u203f\u2040]";

  /** Such signs before, in or after a name. */
  private static final String IN_NAME = "(?:" + ODD + "*+[\\w.:-]++)++" + ODD + "*+";

  private static final Pattern ODD_NAME = Pattern.compile(IN_NAME + "(?=[\\s/>])");
  private static final Pattern ODD_ATTRIBUTE = Pattern.compile(IN_NAME + "(?=\\s*+=)");

  private static final Pattern BEFORE_ODD_NAME = Pattern.compile("</?+(?=" + ODD + "++[A-Za-z_])");

  /** Words between brackets that were typed for those of a title. */
  private static final Pattern TITLE = Pattern.compile("<<([^<>/=]{1,60})>>");

  /** A line between the marks of a merge. Who formats a file may have moved the marks. */
  private static final String LINE = "(?:(?![ \\t]*+[<=>|]{7}).*+\\R)";

  /** The lines of a merge of two versions: ours, perhaps what both came from, theirs. */
  private static final Pattern CONFLICT =
      Pattern.compile(
          "^([ \\t]*+<{7} .*+\\R)" + LINE + "*+((?:[ \\t]*+\\|{7}.*+\\R" + LINE + "*+)?[ \\t]*+={7}\\R"
              + LINE + "*+[ \\t]*+>{7} .*+$)",
          Pattern.MULTILINE);

  private static final String END_OF_MERGE = ">>>>>>> ";

  /** Between two versions. */
  private static final String BETWEEN = "=======";

  private static final Pattern MARK = Pattern.compile("^[ \\t]*+([<|>]{7} .*+|={7})$", Pattern.MULTILINE);

  private final SourceText source;
  private final List<Finding> findings;
  private final StringBuilder signs;
  private final Set<String> ended = new HashSet<>();
  private final BitSet emptied = new BitSet();

  private Slips(SourceText source, List<Finding> findings) {
    this.source = source;
    this.findings = findings;
    this.signs = new StringBuilder(source.text());
  }

  /**
   * Reads a file without its slips.
   *
   * @param findings gets what is told
   */
  static Slips in(SourceText source, List<Finding> findings) {
    var slips = new Slips(source, findings);
    CONFLICT.matcher(source.text()).results().forEach(slips::conflict);
    slips.leftOfMerge();
    String merged = slips.signs.toString();
    Markup.scan(merged, source.start(), piece -> slips.piece(merged, piece));
    return slips;
  }

  /** As many characters as there were. */
  String mended() {
    return signs.toString();
  }

  /** Whether something was passed over that no fix may take away. */
  boolean isEmptied(int from, int to) {
    int first = emptied.nextSetBit(from);
    return first >= 0 && first < to;
  }

  /** Of the two sides of a merge the first is read; line ends stay, as the other lines are counted by them. */
  private void conflict(MatchResult marks) {
    int last = source.place(marks.end()).line();
    Place first = source.place(Markup.firstInk(source.text(), marks.start(), marks.end()));
    findings.add(Finding.of("J026", first, first.line(), last));
    blank(marks.start(1), marks.end(1));
    blank(marks.start(2), marks.end(2));
  }

  /** A beginning without an end, or an end without a beginning: someone has begun to clear the marks away. */
  private void leftOfMerge() {
    List<MatchResult> marks = MARK.matcher(signs.toString()).results().toList();
    List<MatchResult> begun = marks.stream().filter(mark -> mark.group(1).startsWith("<")).toList();
    begun.forEach(mark -> findings.add(Finding.of("J026.left", source.place(mark.start(1)))));
    List<Finding> ended = begun.isEmpty() ? ends(source, marks) : List.of();
    findings.addAll(ended);
    if (!begun.isEmpty() || !ended.isEmpty()) {
      marks.forEach(mark -> blank(mark.start(), mark.end()));
    }
  }

  /** The ends of merges in a file that a parser can read: to it they are text. */
  static List<Finding> endsOfMerges(SourceText source) {
    return hasMark(source.text())
        ? ends(source, MARK.matcher(source.text()).results().toList())
        : List.of();
  }

  /** Each mark is a sign seven times over: one of seven places in a row is in it. */
  private static boolean hasMark(String text) {
    int length = BETWEEN.length();
    for (int i = length - 1; i < text.length(); i += length) {
      char c = text.charAt(i);
      if (c == '>' || c == '=') {
        int from = i;
        int to = i;
        while (from > 0 && text.charAt(from - 1) == c) {
          from--;
        }
        while (to < text.length() && text.charAt(to) == c) {
          to++;
        }
        if (to - from >= length) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Each is told at the first of its marks, which are all indented alike. A single one that is indented may be the
   * seventh answer to a letter, and a line between versions that are gone may be a line.
   */
  private static List<Finding> ends(SourceText source, List<MatchResult> marks) {
    List<Finding> ends = new ArrayList<>();
    Optional<MatchResult> first = Optional.empty();
    for (MatchResult mark : marks) {
      first = first.filter(other -> indentation(other) == indentation(mark)).or(() -> Optional.of(mark));
      if (mark.group(1).startsWith(END_OF_MERGE)) {
        MatchResult told = first.get();
        Finding end = Finding.of("J026.end", source.place(told.start(1)), told.group(1).substring(0, 7));
        boolean single = told == mark && indentation(mark) > 0;
        ends.add(single ? end.weighing(Severity.WARNING) : end);
        first = Optional.empty();
      }
    }
    first.filter(mark -> mark.group(1).equals(BETWEEN) && indentation(mark) == 0)
        .map(mark -> Finding.of("J026.end", source.place(mark.start(1)), BETWEEN).weighing(Severity.WARNING))
        .ifPresent(ends::add);
    return ends;
  }

  private static int indentation(MatchResult mark) {
    return mark.start(1) - mark.start();
  }

  private void blank(int from, int to) {
    emptied.set(from, to);
    for (int i = from; i < to; i++) {
      char c = signs.charAt(i);
      signs.setCharAt(i, Markup.isSpace(c) ? c : ' ');
    }
  }

  private void piece(String text, Markup.Piece piece) {
    if (TAGS.contains(piece.kind())) {
      Markup.Piece tag = named(piece);
      narrow(tag);
      turn(tag);
      comment(text, tag);
      parted(tag);
    } else if (piece.kind() == Markup.Kind.STRAY) {
      stray(text, piece.start());
    }
  }

  /** A {@code <} with which a tag was meant to begin. */
  private void stray(String text, int at) {
    Matcher end = END.matcher(text).region(at, text.length());
    Matcher start = START.matcher(text).region(at, text.length());
    Matcher title = TITLE.matcher(text).region(at, text.length());
    Matcher odd = BEFORE_ODD_NAME.matcher(text).region(at, text.length());
    if (WIDE_SLASH.matcher(text).region(at + 1, text.length()).lookingAt()) {
      narrow(at + 1, '/');
    } else if (end.lookingAt()) {
      String name = end.group(2);
      Finding finding = ofEnd(at, end.group(1), name, shown(end.group()));
      findings.add(finding.with(source.fix(at, end.end(), "</" + name + ">")));
      set(at, end.end(), "</" + name, ">");
    } else if (start.lookingAt() && isTag(text, start)) {
      int name = start.start(1);
      String sound = "<" + start.group(1) + start.group(2);
      Finding finding = Finding.of("J025", source.place(at), shown(text.substring(at, start.end(1))), "<" + start.group(1));
      findings.add(finding.with(source.fix(at + 1, name, "")));
      set(at, start.end(), sound, start.group(4) + ">");
    } else if (odd.lookingAt()) {
      withoutOdd(ODD_NAME, odd.end());
    } else if (title.lookingAt() && !isEnded(text, title.group(1))) {
      findings.add(Finding.of("J010.words", source.place(at)));
      set(at, at + 2, "", "");
    } else if (isDoubled(text, at)) {
      doubled(text, at);
    }
  }

  /** {@code <h‿i>}: the tag as long as it was, with the name that is meant. */
  private Markup.Piece named(Markup.Piece tag) {
    int name = tag.start() + (tag.kind() == Markup.Kind.END ? 2 : 1);
    int end = name + tag.name().length();
    Optional<String> meant =
        end < signs.length() && isOdd(signs.charAt(end)) ? withoutOdd(ODD_NAME, name) : Optional.empty();
    return meant.map(sound -> new Markup.Piece(tag.kind(), tag.start(), tag.end(), sound, tag.closed())).orElse(tag);
  }

  private static boolean isOdd(char c) {
    return Character.getType(c) == Character.FORMAT || c == '\u203f' || c == '\u2040';
  }

  /** {@code re‿f="#yi"}, which is set right. The name of a tag has no blank before it. */
  private boolean isOddInAttribute(int at) {
    int name = at;
    while (Markup.inName(signs.charAt(name - 1))) {
      name--;
    }
    return name < at && Markup.isSpace(signs.charAt(name - 1)) && withoutOdd(ODD_ATTRIBUTE, name).isPresent();
  }

  /** Takes the odd signs out of a name and puts blanks after it. */
  private Optional<String> withoutOdd(Pattern odd, int from) {
    Matcher name = odd.matcher(signs).region(from, signs.length());
    if (!name.lookingAt()) {
      return Optional.empty();
    }
    String meant = name.group().replaceAll(ODD, "");
    int at = from;
    while (Markup.inName(signs.charAt(at))) {
      at++;
    }
    char c = signs.charAt(at);
    String key = Characters.isInvisible(c) ? "J034.name" : "J025.name";
    Finding finding = Finding.of(key, source.place(at), Characters.name(c), meant).weighing(Severity.ERROR);
    findings.add(finding.with(source.fix(from, name.end(), meant)));
    set(from, name.end(), meant, "");
    return Optional.of(meant);
  }

  private void doubled(String text, int at) {
    int name = Markup.endOfName(text, at + (text.charAt(at + 2) == '/' ? 3 : 2));
    int close = text.indexOf('>', name);
    if (text.startsWith(">>", close)) {
      findings.add(Finding.of("J025.doubled.both", source.place(at)));
      set(close + 1, close + 2, "", "");
    } else {
      findings.add(Finding.of("J025.doubled", source.place(at)).with(source.fix(at, at + 1, "")));
    }
    set(at, name, text.substring(at + 1, name), "");
  }

  private Finding ofEnd(int at, String slashes, String name, String shown) {
    if (slashes.contains("\\")) {
      return Finding.of("J025.backslash", source.place(at), name);
    }
    return slashes.length() > 1
        ? Finding.of("J025.mark", source.place(at), "/")
        : Finding.of("J025", source.place(at), shown, "</" + name + ">");
  }

  /** With attributes or a slash it can be nothing else; a bare name is one if the file has end tags of it. */
  private boolean isTag(String text, Matcher start) {
    return !start.group(2).isEmpty() || !start.group(4).isEmpty()
        || start.group(3).isEmpty() && isEnded(text, start.group(1));
  }

  /** Whether the file has an end tag of this name. */
  private boolean isEnded(String text, String name) {
    if (ended.isEmpty()) {
      ended.add("");
      Markup.scan(
          text,
          source.start(),
          piece -> {
            if (piece.kind() == Markup.Kind.END) {
              ended.add(piece.name());
            }
          });
    }
    return ended.contains(name);
  }

  /** Not after a number or a letter, of which it may be said that it is less than something. */
  private static boolean isDoubled(String text, int at) {
    int name = at + 2 < text.length() && text.charAt(at + 2) == '/' ? at + 3 : at + 2;
    int before = at - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    return text.startsWith("<<", at)
        && name < text.length()
        && Markup.startsName(text.charAt(name))
        && text.charAt(name) < 0x80
        && (before < 0 || text.charAt(before) > 0x7f || !Character.isLetterOrDigit(text.charAt(before)))
        && (before < 0 || text.charAt(before) != '<');
  }

  /** Puts a beginning and an end in the place of characters, and blanks between. */
  private void set(int from, int to, String beginning, String end) {
    signs.replace(from, to, beginning + " ".repeat(to - from - beginning.length() - end.length()) + end);
  }

  private static String shown(String tag) {
    return tag.replaceAll("\\s+", " ");
  }

  /** {@code <p <!-- … --> n="1">}: what follows the comment goes on with the tag. */
  private void comment(String text, Markup.Piece tag) {
    if (tag.closed() || !text.startsWith("<!--", tag.end())) {
      return;
    }
    List<int[]> comments = new ArrayList<>();
    int at = tag.end();
    while (text.startsWith("<!--", at)) {
      int close = text.indexOf("-->", at);
      Matcher rest = REST.matcher(text).region(close + 3, text.length());
      if (close < 0 || !rest.lookingAt()) {
        return;
      }
      comments.add(new int[] {at, close + 3});
      at = rest.end();
    }
    if (text.startsWith(">", at) || text.startsWith("/>", at)) {
      for (int[] comment : comments) {
        String name = (tag.kind() == Markup.Kind.END ? "/" : "") + tag.name();
        findings.add(Finding.of("J025.comment", source.place(comment[0]), name));
        blank(comment[0], comment[1]);
      }
    }
  }

  /** {@code / >}. */
  private void parted(Markup.Piece tag) {
    int slash = tag.end() - 2;
    while (slash > tag.start() && Markup.isSpace(signs.charAt(slash))) {
      slash--;
    }
    boolean apart = tag.closed() && slash < tag.end() - 2 && signs.charAt(slash) == '/';
    if (apart && tag.kind() == Markup.Kind.START && " \n\r\t\"'".indexOf(signs.charAt(slash - 1)) >= 0
        || apart && tag.kind() == Markup.Kind.START && slash == tag.start() + 1 + tag.name().length()) {
      findings.add(
          Finding.of("J025.slash", source.place(slash)).with(source.fix(slash + 1, tag.end() - 1, "")));
      set(slash, tag.end(), "", "/>");
    }
  }

  /** A {@code <} at the end of a tag, before words that are no tag's name: the bracket that is meant is its mirror. */
  private void turn(Markup.Piece tag) {
    int end = tag.end();
    if (!tag.closed() && end + 1 < signs.length() && signs.charAt(end) == '<' && signs.charAt(end + 1) > 0x7f) {
      Finding finding = Finding.of("J019.turned", source.place(end), signs.substring(tag.start() + 1, end));
      findings.add(finding.with(source.fix(end, end + 1, ">")));
      signs.setCharAt(end, '>');
    }
  }

  private void narrow(Markup.Piece tag) {
    boolean quoted = false;
    int before = tag.start();
    for (int i = tag.start() + 1 + tag.name().length(); i < tag.end(); i++) {
      char c = signs.charAt(i);
      if (!quoted && tag.closed() && WellFormedness.isStraight(c)) {
        before = equalsBefore(before, i, tag);
      }
      if (!quoted && tag.closed() && c == '=' && signs.charAt(before) == '=') {
        findings.add(Finding.of("J025.mark", source.place(i), "=").with(source.fix(i, i + 1, "")));
        signs.setCharAt(i, ' ');
        continue;
      }
      if (quoted && isOpenedTwice(i, tag)) {
        findings.add(Finding.of("J025.mark", source.place(i), c).with(source.fix(i, i + 1, "")));
        signs.replace(i - 2, i, " =");
        before = i;
        continue;
      }
      if (quoted || signs.charAt(before) == '=' && WellFormedness.isMark(c)) {
        quoted = !(quoted && WellFormedness.isMark(c));
        before = i;
        continue;
      }
      if (Character.isIdeographic(c)) {
        return;
      }
      int wide = WIDE.indexOf(c);
      if (wide >= 0) {
        narrow(i, NARROW.charAt(wide));
        c = NARROW.charAt(wide);
      } else if (Characters.isOtherSpace(c)) {
        narrow(i, ' ');
        c = ' ';
      } else if (isOdd(c) && isOddInAttribute(i)) {
        i--;
        continue;
      } else if (Characters.isInvisible(c) || Characters.isSeparator(c) || c == NEXT_LINE) {
        unseen(i, tag);
        c = ' ';
      }
      if (c == '>') {
        return;
      }
      before = c == ' ' ? before : i;
    }
  }

  /** Where an attribute begins right after it, it stands for a space. */
  private void unseen(int at, Markup.Piece tag) {
    char c = signs.charAt(at);
    boolean ends = at == tag.start() + 1 + tag.name().length() || WellFormedness.isStraight(signs.charAt(at - 1));
    boolean ofTwo = ends && ATTRIBUTE.matcher(signs).region(at + 1, tag.end()).lookingAt();
    String key = c == NEXT_LINE ? "J033" : Characters.isSeparator(c) ? "J034.separator" : "J034";
    Finding finding = Finding.of(key, source.place(at), Characters.name(c)).weighing(Severity.ERROR);
    findings.add(finding.with(source.fix(at, at + 1, ofTwo ? " " : "")));
    signs.setCharAt(at, ' ');
  }

  /** {@code =""#yi"}: what follows the second mark is a value and no attribute. */
  private boolean isOpenedTwice(int mark, Markup.Piece tag) {
    char c = signs.charAt(mark);
    return tag.closed()
        && WellFormedness.isStraight(c)
        && signs.charAt(mark - 1) == c
        && signs.charAt(mark - 2) == '='
        && isValue(mark, tag)
        && " \n\r\t/>".indexOf(signs.charAt(mark + 1)) < 0
        && !ATTRIBUTE.matcher(signs).region(mark + 1, tag.end()).lookingAt();
  }

  /** Whether a mark has another, behind which the tag goes on or ends. */
  private boolean isValue(int mark, Markup.Piece tag) {
    int i = mark + 1;
    while (i < tag.end() && signs.charAt(i) != signs.charAt(mark)) {
      i++;
    }
    return i < tag.end() && AFTER_VALUE.matcher(signs).region(i + 1, tag.end()).lookingAt();
  }

  /**
   * Sets right what stands before a straight mark instead of =.
   *
   * @param before the last sign before the mark
   * @return the last sign before the mark, now
   */
  private int equalsBefore(int before, int mark, Markup.Piece tag) {
    char c = signs.charAt(before);
    if (before <= tag.start() + 1 + tag.name().length()) {
      return before;
    }
    int name = before - 1;
    while (Markup.isSpace(signs.charAt(name))) {
      name--;
    }
    if (":：;；".indexOf(c) >= 0 && Markup.inName(signs.charAt(name))) {
      Finding finding = Finding.of("J025.colon", source.place(before), c);
      findings.add(finding.with(source.fix(before, before + 1, "=")));
      signs.setCharAt(before, '=');
      return before;
    }
    if (mark > before + 1 && Character.isLetterOrDigit(c) && isValue(mark, tag)) {
      int from = before;
      while (Markup.inName(signs.charAt(from - 1))) {
        from--;
      }
      Finding finding = Finding.of("J025.equals", source.place(before + 1), signs.substring(from, before + 1));
      findings.add(finding.with(source.fix(before + 1, mark, "=")));
      signs.setCharAt(before + 1, '=');
      return before + 1;
    }
    return before;
  }

  private void narrow(int at, char meant) {
    char wide = signs.charAt(at);
    String key = meant == ' ' ? "J023.space" : "J023";
    Finding finding = Finding.of(key, source.place(at), wide, meant, Characters.name(wide));
    findings.add(finding.with(source.fix(at, at + 1, String.valueOf(meant))));
    signs.setCharAt(at, meant);
  }
}
