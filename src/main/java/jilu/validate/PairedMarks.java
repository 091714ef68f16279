package jilu.validate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Marks of Chinese text that have no partner, or one of another width. Marks are paired within a paragraph, then with those of paragraphs after
 * it: a quotation of several paragraphs opens each of them, or only the first, and closes the last; brackets go on in
 * the next one at most. Where words are left out, a partner may be among them.
 */
final class PairedMarks {
  static final String OPENING = "“《（「『【〔";
  static final String CLOSING = "”》）」』】〕";

  private static final String QUOTATION = "“「『";

  /** Marks that stand for those of Chinese, or of which one does not know whether they open or close. */
  private static final String OTHER_QUOTES = "\"＂„‟";

  /** Where something ends. */
  private static final String AFTER_CLOSING = "，。；：、！？）》”…";

  private static final String ENDS_SENTENCE = "。！？";

  /** Where something begins. */
  private static final String BEFORE_OPENING = "：、（《";

  /** Of these pairs one may be typed the wrong way round. */
  private static final String EXCHANGED = "“「『《";

  private static final String NUMERALS = "〇一二三四五六七八九十甲乙丙丁";

  /** No paragraph of text has more marks without partners; those after them are told when these are mended. */
  private static final int MANY = 50;

  /** Stands among the words for an element that says that some are left out. */
  private static final char OMISSION = '\ufffc';

  /**
   * A mark without a partner: the key of what is said of it, where it is, and the mark that is missing.
   *
   * @param element that holds what is quoted, where the mark stands right outside it
   */
  record Stray(String key, int at, char mark, char partner, String element) {
    Stray(String key, int at, char mark, char partner) {
      this(key, at, mark, partner, "");
    }
  }

  /**
   * What may find its partner in a paragraph after it.
   *
   * @param isLong whether it may be far from it
   * @param isOver whether nothing that is left out after its paragraph can hold the partner
   * @param of by whom or from where it is quoted, if it is said
   */
  private record Waiting(Stray stray, boolean isLong, boolean isOver, Optional<String> of) {
    /** Whether a paragraph that begins with the same mark continues it: a quotation of another does not. */
    boolean goesOnIn(Block block) {
      return isLong
          && block.at(0) == stray.mark()
          && (of.isEmpty() || block.of(0).isEmpty() || of.equals(block.of(0)));
    }
  }

  private record Mark(int index, char sign, boolean told) {}

  /**
   * What an element quotes.
   *
   * @param from how many words of the paragraph come before it
   * @param end how many words of the paragraph come before its end
   * @param of by whom or from where, as its attributes say
   */
  private record Quotation(String name, int from, int end, String of) {}

  private static final Pattern OF = Pattern.compile("\\s(?:who|source)\\s*=\\s*(?:\"[^\"]*\"|'[^']*')");

  private final SourceText source;
  private final List<Stray> strays = new ArrayList<>();

  private PairedMarks(SourceText source) {
    this.source = source;
  }

  static boolean isClosing(char sign) {
    return isIn(CLOSING, sign);
  }

  /** Of a file whose tags do not nest nothing is said. */
  static List<Stray> check(SourceText source) {
    var marks = new PairedMarks(source);
    return marks.read() ? marks.strays : List.of();
  }

  /**
   * The words of an element without those of paragraphs within it.
   *
   * @param isParagraph whether they run on through the elements in it
   */
  private final class Block {
    private final int start;
    private final String name;
    private final boolean isParagraph;

    /** By whom or from where it is quoted as a whole, as the attributes of an element around it say. */
    private final String quoted;

    private char[] words = {};
    private int[] offsets = {};
    private int length;
    private boolean isDoubtful;

    /** Elements that hold a whole quotation, by which of the words they begin at. */
    private Map<Integer, Quotation> quotations = Map.of();

    private final List<Block> within = new ArrayList<>();
    private final List<Mark> unopened = new ArrayList<>();
    private final List<Mark> unclosed = new ArrayList<>();

    Block(int start, String name, String quoted) {
      this.start = start;
      this.name = name;
      this.quoted = quoted;
      this.isParagraph = Names.get().isParagraph(name);
    }

    /** An element ends here. */
    void quotation(String name, int from, String of) {
      quotations = quotations.isEmpty() ? new HashMap<>() : quotations;
      quotations.put(from, new Quotation(name, from, length, of));
    }

    /** By whom or from where what begins at one of the words is quoted, or the paragraph itself, if it is said. */
    Optional<String> of(int index) {
      Quotation quotation = quotations.get(index);
      return Optional.of(quotation == null ? quoted : quotation.of()).filter(of -> !of.isEmpty());
    }

    private int endOfQuotation(Mark mark) {
      return Optional.ofNullable(quotations.get(mark.index())).or(() -> quotationAfter(mark)).map(Quotation::end).orElse(length);
    }

    /** The element before which a quotation mark stands, so that the other belongs right after it. */
    private Optional<Quotation> quotationAfter(Mark mark) {
      return isQuotation(mark) ? Optional.ofNullable(quotations.get(mark.index() + 1)) : Optional.empty();
    }

    /** The element after which a quotation mark stands. */
    private Optional<Quotation> quotationBefore(Mark mark) {
      return isQuotation(mark)
          ? quotations.values().stream().filter(quotation -> quotation.end() == mark.index()).findFirst()
          : Optional.empty();
    }

    /** Whether what the mark closes may have begun in a paragraph before: not if words stand before its element. */
    boolean mayGoOn(Mark mark) {
      return isQuotation(mark) && quotationBefore(mark).filter(quotation -> quotation.from() > 0).isEmpty();
    }

    Stray unclosed(Mark mark) {
      return stray(quotationAfter(mark), "J042", "J042.before", mark);
    }

    Stray unopened(Mark mark) {
      return stray(quotationBefore(mark), "J042.closing", "J042.after", mark);
    }

    private Stray stray(Optional<Quotation> quotation, String key, String besideKey, Mark mark) {
      int at = offsets[mark.index()];
      return quotation
          .map(element -> new Stray(besideKey, at, mark.sign(), partner(mark.sign()), element.name()))
          .orElseGet(() -> new Stray(key, at, mark.sign(), partner(mark.sign())));
    }

    void omit(int offset) {
      makeRoom(1);
      add(OMISSION, offset);
    }

    void add(int from, int to) {
      char[] all = source.characters();
      makeRoom(to - from);
      for (int i = from; i < to; i++) {
        char c = all[i];
        isDoubtful |= c == '&' && source.text().startsWith("&#", i);
        if (c > ' ' && (c <= '~' || c > '\u3000' || !Character.isWhitespace(c))) {
          add(c, i);
        }
      }
    }

    private void makeRoom(int more) {
      if (length + more > words.length) {
        int room = Math.max(length + more, 2 * length);
        words = Arrays.copyOf(words, room);
        offsets = Arrays.copyOf(offsets, room);
      }
    }

    private void add(char sign, int offset) {
      offsets[length] = offset;
      words[length++] = sign;
    }

    private boolean hasAny(String signs) {
      for (int i = 0; i < length; i++) {
        if (isIn(signs, words[i])) {
          return true;
        }
      }
      return false;
    }

    boolean isOmission() {
      for (int i = 0; i < length; i++) {
        if (words[i] != OMISSION && !isDots(words[i])) {
          return false;
        }
      }
      return true;
    }

    /** Whether it is written in Chinese; in other languages the same marks are used otherwise. */
    boolean isChinese() {
      int han = 0;
      int letters = 0;
      for (int i = 0; i < length; i++) {
        han += Characters.isHan(words[i]) ? 1 : 0;
        letters += Characters.isLetterOfTwoScripts(words[i]) ? 1 : 0;
      }
      return han > 0 && han >= letters;
    }

    boolean has(char opening) {
      return hasAny(opening + CLOSING.substring(OPENING.indexOf(opening), OPENING.indexOf(opening) + 1));
    }

    private char at(int index) {
      return index >= 0 && index < length ? words[index] : OMISSION;
    }

    /** @param awaited marks of paragraphs before it that may find their partners here */
    void pair(Set<Character> awaited) {
      var open = new OpenMarks();
      boolean quotes = !hasAny(OTHER_QUOTES);
      String exchanged = exchanged(quotes, awaited);
      for (int i = 0; i < length; i++) {
        char sign = words[i];
        int opening = OPENING.indexOf(wide(sign));
        int closing = CLOSING.indexOf(wide(sign));
        int pair = Math.max(opening, closing);
        if (!quotes && pair == 0 || pair >= 0 && isIn(exchanged, OPENING.charAt(pair))) {
          continue;
        }
        if (opening == 0 && open.has('“') && (i + 1 == length || isIn(AFTER_CLOSING, at(i + 1)))) {
          strays.add(new Stray("J042.turned", offsets[i], sign, '”'));
          close(open, '“');
        } else if (opening >= 0) {
          open.push(new Mark(i, OPENING.charAt(opening), false));
        } else if (closing >= 0 && open.has(OPENING.charAt(closing))) {
          Mark opened = close(open, OPENING.charAt(closing));
          tellOfTwo(opened, new Mark(i, sign, false));
          tellOfWidths(opened.index(), i);
        } else if (closing >= 0 && !isNumber(i)) {
          if (closing == 0 && i > 0 && isIn(BEFORE_OPENING, at(i - 1)) && Characters.isHan(at(i + 1))) {
            strays.add(new Stray("J042.turned", offsets[i], sign, '“'));
            open.push(new Mark(i, '“', true));
          } else {
            unopened.add(new Mark(i, sign, isNarrow(sign)));
          }
        }
      }
      unclosed.addAll(open.marks);
      unclosed.sort(Comparator.comparingInt(Mark::index));
      first(unclosed);
      first(unopened);
      unopened.removeIf(this::crosses);
    }

    /** The opening marks of those pairs that stand the wrong way round throughout, of which is told here. */
    private String exchanged(boolean quotes, Set<Character> awaited) {
      var exchanged = new StringBuilder();
      for (char opening : EXCHANGED.toCharArray()) {
        char closing = partner(opening);
        if (!awaited.contains(opening) && (quotes || opening != '“')) {
          int[] marks = IntStream.range(0, length).filter(i -> words[i] == opening || words[i] == closing).toArray();
          if (isExchanged(marks, closing)) {
            exchanged.append(opening);
            strays.add(new Stray("J042.exchanged", offsets[marks[0]], closing, opening));
          }
        }
      }
      return exchanged.toString();
    }

    /** Closing and opening marks in turn, and at least one where only the other can stand. */
    private boolean isExchanged(int[] marks, char closing) {
      boolean shown = false;
      for (int k = 0; k < marks.length; k++) {
        int i = marks[k];
        boolean closes = words[i] == closing;
        if (closes != (k % 2 == 0) || isIn(closes ? ENDS_SENTENCE : BEFORE_OPENING, at(i - 1))) {
          return false;
        }
        shown |= closes ? i == 0 || isIn(BEFORE_OPENING, at(i - 1)) : i + 1 == length || isIn(AFTER_CLOSING, at(i + 1));
      }
      return marks.length % 2 == 0 && (shown || closing == '》' && marks.length > 0 && isTitle(marks[0], marks[1]));
    }

    /** No sentence ends in a title, and more than a word that joins two stands between its marks. */
    private boolean isTitle(int from, int to) {
      return to - from > 3 && IntStream.range(from, to).noneMatch(i -> isIn(ENDS_SENTENCE, words[i]));
    }

    private void first(List<Mark> marks) {
      marks.subList(Math.min(MANY, marks.size()), marks.size()).clear();
    }

    /** Those opened since then are not closed. */
    private Mark close(OpenMarks open, char opening) {
      while (open.marks.element().sign() != opening) {
        unclosed.add(open.pop());
      }
      return open.pop();
    }

    /** Two marks that are no pair: one stands before an element, the other after the next, and a sentence ends between. */
    private void tellOfTwo(Mark opening, Mark closing) {
      Optional<Quotation> first = quotationAfter(opening);
      Optional<Quotation> last = quotationBefore(closing);
      if (first.isPresent() && last.isPresent() && isSentenceBetween(first.get().end(), last.get().from())) {
        strays.add(unclosed(opening));
        strays.add(unopened(closing));
      }
    }

    /** Of two brackets of which one is narrow. */
    private void tellOfWidths(int opening, int closing) {
      if (isNarrow(words[opening]) != isNarrow(words[closing])) {
        int narrow = isNarrow(words[opening]) ? opening : closing;
        strays.add(new Stray("J038", offsets[narrow], words[narrow], wide(words[narrow])));
      }
    }

    private boolean isSentenceBetween(int from, int to) {
      return IntStream.range(from, to).anyMatch(i -> isIn(ENDS_SENTENCE, words[i]) || words[i] == '：')
          && IntStream.range(from, to).anyMatch(i -> Characters.isHan(words[i]));
    }

    /** Two pairs of which one ends within the other are both complete. */
    private boolean crosses(Mark closing) {
      Optional<Mark> partner =
          unclosed.stream()
              .filter(mark -> mark.index() < closing.index() && mark.sign() == partner(closing.sign()))
              .findFirst();
      partner.ifPresent(unclosed::remove);
      return partner.isPresent();
    }

    /** {@code 1）}, as items of a list are counted. */
    private boolean isNumber(int bracket) {
      char last = at(bracket - 1);
      int from = bracket - (isNumeral(last) && isNumeral(at(bracket - 2)) ? 2 : 1);
      boolean isWord = isNumeral(at(from - 1)) || isIn("-–—～", at(from - 1));
      return wide(at(bracket)) == '）'
          && !isWord
          && (isNumeral(last) || from == bracket - 1 && Characters.isLetterOfTwoScripts(last)
              && !Characters.isLetterOfTwoScripts(at(from - 1)));
    }

    /** Within brackets sentences seldom end. */
    private boolean isOmittedBefore(Mark mark) {
      int first = quotationBefore(mark).map(Quotation::from).orElse(0);
      int from = mark.index() - 1;
      while (from >= first && at(from) != OMISSION && (isQuotation(mark) || !isIn(ENDS_SENTENCE, at(from)))) {
        from--;
      }
      return from < first ? isDots(at(first)) : at(from) == OMISSION;
    }

    /** Whether the element that holds the quotation has ended, and other words follow. */
    boolean isOver(Mark mark) {
      for (int i = endOfQuotation(mark); i < length; i++) {
        if (Characters.isHan(words[i]) || Characters.isLetterOfTwoScripts(words[i])) {
          return true;
        }
      }
      return false;
    }

    /** What is quoted in a quotation has other marks. */
    private boolean isOpenStill(Mark mark, char sign) {
      return sign != OMISSION && (isQuotation(mark) ? sign != mark.sign() : !isIn(ENDS_SENTENCE, sign));
    }

    private boolean isOmittedAfter(Mark mark) {
      int to = mark.index() + 1;
      int end = endOfQuotation(mark);
      while (to < end && isOpenStill(mark, at(to))) {
        to++;
      }
      return to < end ? at(to) == OMISSION : isDots(at(to - 1));
    }
  }

  /** The last comes first; how many there are of each sign. */
  private static final class OpenMarks {
    private final Deque<Mark> marks = new ArrayDeque<>();
    private final int[] counts = new int[OPENING.length()];

    void push(Mark mark) {
      counts[OPENING.indexOf(mark.sign())]++;
      marks.push(mark);
    }

    Mark pop() {
      counts[OPENING.indexOf(marks.element().sign())]--;
      return marks.pop();
    }

    boolean has(char opening) {
      return counts[OPENING.indexOf(opening)] > 0;
    }
  }

  private static boolean isIn(String signs, char c) {
    return signs.indexOf(c) >= 0;
  }

  private static boolean isQuotation(Mark mark) {
    return isIn(QUOTATION, mark.sign()) || isIn(QUOTATION, partner(mark.sign()));
  }

  private static boolean isDots(char c) {
    return c == '…' || c == '⋯' || c == '.';
  }

  private static boolean isNumeral(char c) {
    return Character.isDigit(c) || isIn(NUMERALS, c);
  }

  private static boolean isNarrow(char c) {
    return c == '(' || c == ')';
  }

  /** A bracket is a partner of one of the other width. */
  private static char wide(char c) {
    return c == '(' ? '（' : c == ')' ? '）' : c;
  }

  private static char partner(char sign) {
    int closing = CLOSING.indexOf(wide(sign));
    return closing >= 0 ? OPENING.charAt(closing) : CLOSING.charAt(OPENING.indexOf(wide(sign)));
  }

  /**
   * An open element: a block of its own, or part of the one around it.
   *
   * @param from how many words of that one come before it
   * @param of by whom or from where it quotes, if it does and says so
   */
  private record Open(String name, Optional<Block> block, int from, boolean quotes, String of) {}

  private final Deque<Open> elements = new ArrayDeque<>();
  private final Deque<Block> blocks = new ArrayDeque<>();
  private boolean nests = true;

  private boolean read() {
    var file = new Block(0, "", "");
    blocks.push(file);
    Markup.scan(source.text(), source.start(), this::piece);
    tell(file.within);
    return nests && elements.isEmpty();
  }

  private void piece(Markup.Piece piece) {
    if (!nests) {
      return;
    }
    switch (piece.kind()) {
      case TEXT, CDATA -> blocks.element().add(piece.start(), piece.end());
      case START -> start(piece);
      case EMPTY -> omission(piece);
      case END -> end(piece.name());
      default -> {}
    }
  }

  private void start(Markup.Piece piece) {
    omission(piece);
    String name = local(piece.name());
    Block around = blocks.element();
    Optional<Block> block = Optional.empty();
    if (Names.get().isParagraph(name) || !around.isParagraph) {
      block = Optional.of(new Block(piece.start(), name, quoted()));
      blocks.push(block.get());
    } else {
      around.isDoubtful |= Names.get().isAlternative(name);
    }
    boolean quotes = Names.get().isQuotation(name);
    elements.push(new Open(piece.name(), block, around.length, quotes, quotes ? of(piece) : ""));
  }

  /** What the innermost element that quotes says of whom or what. */
  private String quoted() {
    for (Open open : elements) {
      if (open.quotes()) {
        return open.of();
      }
    }
    return "";
  }

  private String of(Markup.Piece tag) {
    Matcher said = OF.matcher(source.text()).region(tag.start(), tag.end());
    return said.results().map(MatchResult::group).map(String::strip).sorted().collect(Collectors.joining(" "));
  }

  private void omission(Markup.Piece piece) {
    if (Names.get().isOmission(local(piece.name()))) {
      Block around = blocks.element();
      if (around.isParagraph) {
        around.omit(piece.start());
      } else {
        var omission = new Block(piece.start(), "", "");
        omission.omit(piece.start());
        row().add(omission);
      }
    }
  }

  private void end(String name) {
    if (elements.isEmpty() || !elements.element().name().equals(name)) {
      nests = false;
      return;
    }
    Open element = elements.pop();
    if (element.block().isPresent()) {
      Block ended = blocks.pop();
      if (ended.length > 0) {
        row().add(ended);
      }
      if (ended.isParagraph) {
        tell(ended.within);
      }
    } else if (element.quotes() && blocks.element().length > element.from()) {
      blocks.element().quotation(name, element.from(), element.of());
    }
  }

  /** The paragraphs that follow one another where one is now: in the file, or in a paragraph around them. */
  private List<Block> row() {
    return blocks.stream().filter(block -> block.isParagraph).findFirst().orElseGet(blocks::getLast).within;
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private void tell(List<Block> row) {
    row.sort(Comparator.comparingInt(block -> block.start));
    Map<Character, Waiting> waiting = new LinkedHashMap<>();
    boolean omitted = false;
    for (Block block : row) {
      boolean isOmission = block.isOmission();
      boolean isClear = !isOmission && !block.isDoubtful && block.isChinese();
      if (isClear) {
        block.pair(waiting.keySet());
        meet(waiting, block);
        tellUnopened(block, omitted);
        wait(waiting, block);
      } else {
        // A quotation may end there.
        waiting.values().stream().filter(one -> !one.isLong()).map(Waiting::stray).forEach(strays::add);
        waiting.values().removeIf(
            one -> isOmission && !one.isOver() || !one.isLong() || block.has(one.stray().mark()));
      }
      omitted = isOmission;
    }
    waiting.values().stream().map(Waiting::stray).forEach(strays::add);
  }

  /** What waits for its partner finds it in a paragraph, or goes on there, or is told. */
  private void meet(Map<Character, Waiting> waiting, Block block) {
    for (Waiting one : List.copyOf(waiting.values())) {
      Stray stray = one.stray();
      char sign = stray.mark();
      Optional<Mark> partner =
          block.unopened.stream().filter(mark -> wide(mark.sign()) == stray.partner()).findFirst();
      partner.ifPresent(block.unopened::remove);
      if (partner.isPresent() || one.goesOnIn(block)) {
        waiting.remove(sign);
      } else if (block.has(sign) || !one.isLong()) {
        waiting.remove(sign);
        strays.add(stray);
      }
    }
  }

  private void tellUnopened(Block block, boolean omitted) {
    for (Mark mark : block.unopened) {
      if (!mark.told() && !(omitted && block.mayGoOn(mark)) && !block.isOmittedBefore(mark)) {
        strays.add(block.unopened(mark));
      }
    }
  }

  private void wait(Map<Character, Waiting> waiting, Block block) {
    for (Mark mark : block.unclosed) {
      boolean narrow = isNarrow(block.at(mark.index()));
      if (!mark.told() && !narrow && !block.isOmittedAfter(mark)) {
        Stray stray = block.unclosed(mark);
        boolean isLong = isQuotation(mark) && !Names.get().isWhole(block.name);
        waiting.putIfAbsent(mark.sign(), new Waiting(stray, isLong, block.isOver(mark), block.of(mark.index())));
      }
    }
  }
}
