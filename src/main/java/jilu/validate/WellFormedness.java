package jilu.validate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xml.sax.SAXParseException;

/**
 * What keeps a file from being XML, in plain words, all of it at once; and the file as it would be without, so that the
 * other checks can go on. Runs only on files that the parser refused.
 */
final class WellFormedness {
  /** One change that makes the file well-formed. */
  private record Edit(int start, int end, String replacement) {}

  private record Open(String name, int start) {}

  /**
   * What is wrong, and the text without it.
   *
   * @param nested whether the tags nest; if not, what stands in what is a guess
   */
  record Diagnosis(List<Finding> findings, SourceText repaired, boolean nested) {}

  private final SourceText source;
  private final String text;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Edit> edits = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final Deque<String> closedInstead = new ArrayDeque<>();
  private boolean nested = true;
  private boolean rootEnded;
  private boolean rootSeen;
  private boolean afterTold;

  private WellFormedness(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  static Diagnosis diagnose(SourceText source, SAXParseException refused) {
    var diagnosis = new WellFormedness(source);
    diagnosis.run();
    if (diagnosis.findings.isEmpty()) {
      Place place = source.at(Math.max(1, refused.getLineNumber()), Math.max(1, refused.getColumnNumber()));
      diagnosis.findings.add(Finding.of("J001", place, refused.getMessage()));
    }
    return new Diagnosis(diagnosis.findings, diagnosis.repaired(), diagnosis.nested);
  }

  private void run() {
    int start = source.start();
    if (Markup.firstInk(text, start, text.length()) == text.length()) {
      tell("J014", start);
      return;
    }
    int declaration = text.indexOf("<?xml ", start);
    int root = firstTag(start);
    if (declaration > start && (declaration < root || root < 0)) {
      boolean blank = Markup.firstInk(text, start, declaration) == declaration;
      Finding finding = Finding.of(blank ? "J007" : "J007.text", source.place(start));
      findings.add(blank ? finding.with(source.fix(start, declaration, "")) : finding);
      edit(start, declaration, "");
      start = declaration;
    }
    Markup.scan(text, start, this::piece);
    for (Open left : open) {
      tell("J008.end", left.start(), left.name());
      edit(text.length(), text.length(), "</" + left.name() + ">");
      nested = false;
    }
  }

  private int firstTag(int from) {
    int i = text.indexOf('<', from);
    while (i >= 0 && !(i + 1 < text.length() && Markup.startsName(text.charAt(i + 1)))) {
      i = text.indexOf('<', i + 1);
    }
    return i;
  }

  private void piece(Markup.Piece piece) {
    controls(piece);
    if (rootEnded && afterEnd(piece)) {
      return;
    }
    switch (piece.kind()) {
      case TEXT -> text(piece);
      case STRAY -> {
        findings.add(Finding.of("J010", source.place(piece.start())).with(source.fix(piece.start(), piece.end(), "&lt;")));
        edit(piece.start(), piece.end(), "&lt;");
      }
      case DOCTYPE -> {
        tell("J003", piece.start());
        edit(piece.start(), piece.end(), "");
      }
      case COMMENT -> comment(piece);
      case START, EMPTY -> start(piece);
      case END -> end(piece);
      default -> {}
    }
  }

  /** Characters that XML 1.0 excludes (production 2). */
  private void controls(Markup.Piece piece) {
    for (int i = piece.start(); i < piece.end(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && !Markup.isSpace(c) || c == '\ufffe' || c == '\uffff') {
        findings.add(
            Finding.of("J033.forbidden", source.place(i), Characters.name(c)).with(source.fix(i, i + 1, "")));
        edit(i, i + 1, "");
      }
    }
  }

  /** @return whether the piece has no business there */
  private boolean afterEnd(Markup.Piece piece) {
    boolean harmless =
        piece.kind() == Markup.Kind.COMMENT
            || piece.kind() == Markup.Kind.INSTRUCTION
            || piece.kind() == Markup.Kind.TEXT && Markup.firstInk(text, piece.start(), piece.end()) == piece.end();
    if (harmless) {
      return false;
    }
    if (piece.kind() == Markup.Kind.END && piece.name().equals(closedInstead.peek())) {
      closedInstead.pop();
    } else if (!afterTold) {
      tell(piece.kind() == Markup.Kind.END ? "J008.stray" : "J013", Markup.firstInk(text, piece.start(), piece.end()), piece.name());
      afterTold = true;
    }
    edit(piece.start(), piece.end(), "");
    return true;
  }

  private void text(Markup.Piece piece) {
    if (open.isEmpty() && !rootSeen) {
      int ink = Markup.firstInk(text, piece.start(), piece.end());
      if (ink < piece.end()) {
        tell("J007.text", ink);
        edit(piece.start(), piece.end(), "");
      }
      return;
    }
    references(piece.start(), piece.end());
    int close = text.indexOf("]]>", piece.start());
    if (close >= 0 && close < piece.end()) {
      findings.add(Finding.of("J021", source.place(close)).with(source.fix(close + 2, close + 3, "&gt;")));
      edit(close + 2, close + 3, "&gt;");
    }
  }

  private void references(int from, int to) {
    for (int i = text.indexOf('&', from); i >= 0 && i < to; i = text.indexOf('&', i + 1)) {
      int end = i + 1;
      if (end < to && text.charAt(end) == '#') {
        end++;
      }
      end = Markup.endOfName(text, end);
      boolean complete = end > i + 1 && end < to && text.charAt(end) == ';';
      String name = text.substring(i + 1, Math.min(end, to));
      if (!complete) {
        findings.add(Finding.of("J009", source.place(i)).with(source.fix(i, i + 1, "&amp;")));
        edit(i, i + 1, "&amp;");
      } else if (!known(name)) {
        Optional<String> character = Names.get().character(name);
        findings.add(entity(i, end + 1, name, character));
        edit(i, end + 1, character.orElse("?"));
      }
    }
  }

  /** A space or an invisible character can hardly be typed, and was hardly meant: whether to keep it is for the author. */
  private Finding entity(int from, int to, String name, Optional<String> character) {
    if (character.isEmpty()) {
      return Finding.of("J011", source.place(from), name);
    }
    int c = character.get().codePointAt(0);
    return Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT
        ? Finding.of("J011.blank", source.place(from), name, Characters.name(c), "&#x%X;".formatted(c))
        : Finding.of("J011.known", source.place(from), name, character.get()).with(source.fix(from, to, character.get()));
  }

  private static boolean known(String name) {
    return name.matches("amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-fA-F]+");
  }

  private void comment(Markup.Piece piece) {
    if (!piece.closed()) {
      tell("J020.open", piece.start());
      edit(piece.start(), text.length(), "");
      return;
    }
    int inside = text.indexOf("--", piece.start() + 4);
    if (inside >= 0 && inside < piece.end() - 3) {
      tell("J020", inside);
      edit(piece.start(), piece.end(), "");
    }
  }

  private void start(Markup.Piece piece) {
    if (!piece.closed()) {
      tell("J019", piece.start(), piece.name());
    }
    int end = attributes(piece);
    if (!piece.closed()) {
      edit(end, end, ">");
    }
    if (piece.kind() == Markup.Kind.START) {
      open.push(new Open(piece.name(), piece.start()));
    } else if (open.isEmpty()) {
      rootEnded = true;
    }
    rootSeen = true;
  }

  private void end(Markup.Piece piece) {
    if (!piece.closed()) {
      tell("J019", piece.start(), "/" + piece.name());
      edit(piece.end(), piece.end(), ">");
    }
    if (!open.isEmpty() && open.peek().name().equals(piece.name())) {
      open.pop();
    } else if (piece.name().equals(closedInstead.peek())) {
      closedInstead.pop();
      edit(piece.start(), piece.end(), "");
    } else if (open.stream().anyMatch(o -> o.name().equals(piece.name()))) {
      closeUpTo(piece);
    } else if (open.isEmpty()) {
      tell("J008.stray", piece.start(), piece.name());
      edit(piece.start(), piece.end(), "");
    } else {
      Open meant = open.pop();
      Place opened = source.place(meant.start());
      Optional<Fix> fix =
          Names.near(piece.name(), List.of(meant.name())).map(n -> source.fix(piece.start() + 2, piece.start() + 2 + piece.name().length(), n));
      findings.add(Finding.of("J008.other", source.place(piece.start()), piece.name(), meant.name(), opened.line()).with(fix));
      edit(piece.start() + 2, piece.start() + 2 + piece.name().length(), meant.name());
    }
    rootEnded = open.isEmpty();
  }

  /** Elements that were opened inside and not closed. */
  private void closeUpTo(Markup.Piece piece) {
    nested = false;
    for (Iterator<Open> inner = open.iterator(); inner.hasNext(); ) {
      Open left = inner.next();
      inner.remove();
      if (left.name().equals(piece.name())) {
        return;
      }
      findings.add(
          Finding.of(
              "J008", source.place(piece.start()), left.name(), source.place(left.start()).line(), piece.name()));
      edit(piece.start(), piece.start(), "</" + left.name() + ">");
      closedInstead.push(left.name());
    }
  }

  /** @return where the tag ends, or where it was probably meant to end */
  private int attributes(Markup.Piece tag) {
    int end = tag.closed() ? tag.end() - (tag.kind() == Markup.Kind.EMPTY ? 2 : 1) : tag.end();
    Set<String> seen = new HashSet<>();
    int i = tag.start() + 1 + tag.name().length();
    while ((i = Markup.firstInk(text, i, end)) < end) {
      int nameStart = i;
      int nameEnd = Markup.endOfName(text, i);
      if (nameEnd == i) {
        nameEnd = i + 1;
      }
      String name = text.substring(nameStart, nameEnd);
      int equals = Markup.firstInk(text, nameEnd, end);
      if (!tag.closed() && (equals >= end || text.charAt(equals) != '=')) {
        return Markup.isSpace(text.charAt(nameStart - 1)) ? nameStart - 1 : nameStart;
      }
      if (equals >= end || text.charAt(equals) != '=') {
        tell("J018", nameStart, name);
        edit(nameStart, nameEnd, "");
        i = nameEnd;
        continue;
      }
      int value = Markup.firstInk(text, equals + 1, end);
      int valueEnd = value(name, value, end);
      if (!Markup.isSpace(text.charAt(nameStart - 1)) && !name.isEmpty()) {
        findings.add(Finding.of("J022", source.place(nameStart), name).with(source.fix(nameStart, nameStart, " ")));
        edit(nameStart, nameStart, " ");
      }
      if (!seen.add(name)) {
        tell("J015", nameStart, name);
        edit(nameStart, valueEnd, "");
      } else {
        i = valueEnd;
      }
      i = Math.max(valueEnd, i);
    }
    return tag.end();
  }

  /** @return where the value ends, its quotation mark included */
  private int value(String name, int from, int end) {
    if (from >= end) {
      tell("J018", from, name);
      edit(from, from, "\"\"");
      return end;
    }
    char mark = text.charAt(from);
    int close = from + 1;
    if (mark == '"' || mark == '\'') {
      while (close < end && text.charAt(close) != mark && !(isMark(text.charAt(close)) && text.charAt(close) != '"'
          && text.charAt(close) != '\'' && Markup.endsValue(text, close + 1))) {
        close++;
      }
      if (close >= end) {
        tell("J012.open", from, name);
        edit(end, end, String.valueOf(mark));
        return end;
      }
      inside(from + 1, close);
      if (text.charAt(close) != mark) {
        straighten(name, from, close, mark);
      }
      return close + 1;
    }
    if (isMark(mark)) {
      while (close < end && !(isMark(text.charAt(close)) && Markup.endsValue(text.substring(0, end), close + 1))) {
        close++;
      }
      if (close >= end) {
        tell("J012.open", from, name);
        edit(from, end, "\"\"");
        return end;
      }
      inside(from + 1, close);
      straighten(name, from, close, '"');
      return close + 1;
    }
    while (close < end && !Markup.isSpace(text.charAt(close))) {
      close++;
    }
    String words = text.substring(from, close);
    findings.add(Finding.of("J017", source.place(from), name, words).with(source.fix(from, close, "\"" + words + "\"")));
    edit(from, close, "\"" + words + "\"");
    return close;
  }

  private void inside(int from, int to) {
    references(from, to);
    for (int i = text.indexOf('<', from); i >= 0 && i < to; i = text.indexOf('<', i + 1)) {
      findings.add(Finding.of("J010", source.place(i)).with(source.fix(i, i + 1, "&lt;")));
      edit(i, i + 1, "&lt;");
    }
  }

  private void straighten(String name, int open, int close, char mark) {
    String value = text.substring(open + 1, close);
    Finding finding = Finding.of("J012", source.place(open), name, text.substring(open, close + 1));
    boolean certain = value.indexOf(mark) < 0 && value.indexOf('<') < 0 && value.indexOf('&') < 0;
    findings.add(certain ? finding.with(source.fix(open, close + 1, mark + value + mark)) : finding);
    edit(open, open + 1, String.valueOf(mark));
    edit(close, close + 1, String.valueOf(mark));
  }

  /** Quotation marks of Chinese and other typography, and of careless keyboards. */
  private static boolean isMark(char c) {
    return "\"'“”„‟‘’‚‛＂＇«»「」".indexOf(c) >= 0;
  }

  private void tell(String key, int offset, Object... arguments) {
    findings.add(Finding.of(key, source.place(offset), arguments));
  }

  private void edit(int start, int end, String replacement) {
    edits.add(new Edit(start, end, replacement));
  }

  private SourceText repaired() {
    edits.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
    var result = new StringBuilder();
    List<int[]> shifts = new ArrayList<>();
    int from = 0;
    for (Edit edit : edits) {
      if (edit.start() < from) {
        continue;
      }
      result.append(text, from, edit.start()).append(edit.replacement());
      from = edit.end();
      shifts.add(new int[] {result.length(), from});
    }
    result.append(text.substring(from));
    return source.repaired(result.toString(), offset -> before(shifts, offset));
  }

  /** Where a character of the repaired text stands in the file. */
  private static int before(List<int[]> shifts, int offset) {
    int[] last = {0, 0};
    for (int[] shift : shifts) {
      if (shift[0] > offset) {
        break;
      }
      last = shift;
    }
    return last[1] + offset - last[0];
  }
}
