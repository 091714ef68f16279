package jilu.validate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jilu.words.Text;
import org.xml.sax.SAXParseException;

/**
 * What keeps a file from being XML, in plain words, all of it at once; and the file as it would be without, so that the
 * other checks can go on. Runs only on files that the parser refused.
 */
final class WellFormedness {
  /** How far one looks for the other half of a tag: a stranger's file shall not take long. */
  private static final int FAR = 20_000;

  /** One change that makes the file well-formed. */
  private record Edit(int start, int end, String replacement) {}

  /**
   * An open element.
   *
   * @param end where its start tag ends
   */
  private record Open(String name, int start, int end) {}

  /**
   * Two tags of one element, of which one has the wrong name: mostly the end tag.
   *
   * @param start where the start tag stands
   * @param end where the end tag stands
   * @param finding what is said while it is not known which
   */
  record Mismatch(String opened, int start, String closed, int end, Finding finding) {
    List<String> names() {
      return List.of(opened, closed);
    }

    private Edit edit(boolean ofStart) {
      return ofStart
          ? new Edit(start + 1, start + 1 + opened.length(), closed)
          : new Edit(end + 2, end + 2 + closed.length(), opened);
    }
  }

  /** A child of an element, or words in it, which have no name. */
  record Part(int start, String name) {}

  /**
   * Where a lost tag belongs.
   *
   * @param whole whether the tag is as it was: a start tag may have had attributes
   */
  record Placed(Finding finding, Edit edit, boolean whole) {}

  /**
   * A tag whose partner was lost: the grammar knows where it must have stood.
   *
   * @param around where the element around the partner's place begins
   * @param again whether an element of its name ends right before the parts
   * @param end where the tag stands
   * @param parts what stands in that element before the tag
   * @param edit what is done while the partner's place is not known
   * @param finding what is said while it is not known
   * @param placed what is said and done where a part cannot stand there without the partner, if that is likelier
   * @param widest what is said and done if the element goes on for as long as it can, where it was ended before
   */
  record Lost(
      int around,
      boolean again,
      int end,
      List<Part> parts,
      Edit edit,
      Finding finding,
      Function<Part, Optional<Placed>> placed,
      Optional<Placed> widest) {
    /**
     * The first part that may not stand there, or the first of all where that of the whole is told. Where one of two of a
     * kind has lost its tag, the grammar may as well refuse the other.
     */
    Optional<Part> astray(BitSet broken) {
      Optional<Part> first = parts.stream().filter(part -> broken.get(part.start())).findFirst();
      boolean other = again && broken(broken) > 0 && parts.stream().noneMatch(part -> part.name().isEmpty());
      return first.filter(part -> !other)
          .or(() -> other || broken.get(around) ? parts.stream().findFirst() : Optional.empty());
    }

    /** How much may not stand where it does. */
    int broken(BitSet broken) {
      return broken.get(around, end + 1).cardinality();
    }
  }

  /**
   * A sign behind an end tag that has no end.
   *
   * @param finding what is said of the tag
   * @param inside what is said of both where no words may stand behind the tag
   */
  record Slid(Finding finding, Finding inside) {}

  /**
   * What is wrong, and the text without it.
   *
   * @param guessed the offsets where tags do not nest, so that what stands in what is a guess
   * @param mismatched the tags of elements that end with another name than they begin with
   * @param lost the tags whose partner is missing
   * @param readings the text without what is wrong, where of some of the mismatched the start tag is wrong and some of
   *     the lost have their partners in those places
   * @param valueless the places of tags that have an attribute without its value
   * @param endless the places of attributes of whose values it is not known where they end
   * @param unfinished the places of what is open when the file ends
   * @param slid by their places, the signs that may have slid behind an end tag
   */
  record Diagnosis(
      List<Finding> findings,
      SourceText repaired,
      BitSet guessed,
      List<Mismatch> mismatched,
      List<Lost> lost,
      BiFunction<Set<Mismatch>, Map<Lost, Placed>, SourceText> readings,
      Set<Place> valueless,
      Set<Place> endless,
      Set<Place> unfinished,
      Map<Place, Slid> slid) {
    boolean isGuessed(Place place) {
      return guessed.get(repaired.onDisk().offset(place));
    }

    /** The places of all that is wrong. */
    Set<Place> places() {
      return findings.stream().map(Finding::place).collect(Collectors.toSet());
    }
  }

  private final SourceText source;
  private final Slips slips;
  /** The characters without the slips that can be set right in place; each stands where it did. */
  private final String text;
  /** Where the file ends but for white space. */
  private final int lastInk;

  private final List<Markup.Piece> pieces = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final BitSet guessed = new BitSet();
  private final List<Mismatch> mismatched = new ArrayList<>();
  private final List<Lost> lost = new ArrayList<>();
  private final Set<Place> valueless = new HashSet<>();
  private final Set<Place> endless = new HashSet<>();
  private final Map<Place, Slid> slid = new HashMap<>();

  /** How many start tags there are of each name. */
  private final Map<String, Integer> starts = new HashMap<>();
  /** The names of tags that have their end. */
  private final Set<String> sound = new HashSet<>();
  private final Set<String> declaredEntities = new HashSet<>();

  /** Those that are declared anywhere in the file. */
  private final Set<String> prefixes = new HashSet<>();
  private final List<Edit> edits = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, Integer> openByName = new HashMap<>();
  private final Deque<String> closedInstead = new ArrayDeque<>();

  /** Where end tags stand that end what is open, by the name of another with which they changed places. */
  private final Set<Integer> exchanged = new HashSet<>();

  /** Where end tags stand of which it was told that they end nothing. */
  private final Set<Integer> dropped = new HashSet<>();

  /** Where the last end tag of each name stands that closed something. */
  private final Map<String, Integer> closed = new HashMap<>();

  private boolean rootEnded;
  private boolean rootSeen;
  private boolean afterTold;

  private WellFormedness(SourceText source) {
    this.source = source;
    this.slips = Slips.in(source, findings);
    this.text = slips.mended();
    this.lastInk = text.stripTrailing().length();
  }

  static Diagnosis diagnose(SourceText source, SAXParseException refused) {
    var diagnosis = new WellFormedness(source);
    diagnosis.run();
    diagnosis.findings.replaceAll(diagnosis::sparing);
    if (diagnosis.findings.isEmpty()) {
      diagnosis.findings.add(Unread.of(source, refused));
    }
    return new Diagnosis(
        diagnosis.findings,
        diagnosis.repaired(Set.of(), Map.of()),
        diagnosis.guessed,
        diagnosis.mismatched,
        diagnosis.lost,
        diagnosis::repaired,
        diagnosis.valueless,
        diagnosis.endless,
        diagnosis.unfinished(),
        diagnosis.slid);
  }

  /** Of two sides of a merge, of which one was passed over, no fix may delete the other. */
  private Finding sparing(Finding finding) {
    boolean emptied =
        finding.fix().filter(fix -> slips.isEmptied(fix.start(), fix.start() + fix.length())).isPresent();
    return emptied ? finding.withoutFix() : finding;
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
      if (!slips.isEmptied(start, declaration)) {
        findings.add(blank ? finding.with(source.fix(start, declaration, "")) : finding);
      }
      edit(start, declaration, "");
      start = declaration;
    }
    Markup.scan(text, start, piece -> pieces.add(isAddress(piece) ? stray(piece, "") : piece));
    pieces.replaceAll(piece -> isEndOfNothing(piece) ? stray(piece, piece.name()) : piece);
    for (int i = 0; i < pieces.size(); i++) {
      piece(pieces.get(i), i);
    }
    if (!open.isEmpty()) {
      leftOpen();
    }
  }

  /** What is open when the file ends. */
  private void leftOpen() {
    Rulebook book = Rulebook.get();
    Set<Text> openToTheEnd = Set.of(book.message("J020.open"), book.message("J021.open"));
    boolean swallowed = findings.stream().map(Finding::said).anyMatch(openToTheEnd::contains);
    if (open.size() > 1 && !swallowed) {
      var tags = new StringBuilder();
      open.forEach(left -> tags.append("</").append(left.name()).append('>'));
      Open inner = open.element();
      Place place = source.place(inner.start());
      tell("J008.cut", lastInk, inner.name(), place.line(), tags, place.column());
    } else if (!swallowed && doubled(open.element()).isPresent()) {
      Markup.Piece again = doubled(open.element()).get();
      tell("J008.doubled", again.start(), again.name());
      edit(again.start(), again.end(), "");
      return;
    } else if (!swallowed) {
      tell("J008.end", open.element().start(), open.element().name());
    }
    guessed.set(open.element().start(), text.length() + 1);
    open.forEach(left -> edit(text.length(), text.length(), "</" + left.name() + ">"));
  }

  private Set<Place> unfinished() {
    return open.stream().map(left -> source.place(left.start())).collect(Collectors.toSet());
  }

  /** An address between brackets, as programs for mail write it. */
  private static final Pattern ADDRESS =
      Pattern.compile("<(?:(?:mailto:)?+[\\w.+-]++@[\\w-]++(?:\\.[\\w-]++)++|(?:(?:https?|ftp)://|www\\.)[^\\s<>\"']++)>");

  private boolean isAddress(Markup.Piece piece) {
    return (piece.kind() == Markup.Kind.START || piece.kind() == Markup.Kind.EMPTY)
        && piece.closed()
        && ADDRESS.matcher(text).region(piece.start(), piece.end()).matches();
  }

  /** {@code </br>}, which some write for a break. */
  private boolean isEndOfNothing(Markup.Piece piece) {
    return piece.kind() == Markup.Kind.END
        && piece.closed()
        && Names.get().isEmpty(piece.name())
        && starts(piece.name()) == 0;
  }

  /** A tag that is none: it opens nothing and closes nothing. */
  private static Markup.Piece stray(Markup.Piece tag, String name) {
    return new Markup.Piece(Markup.Kind.STRAY, tag.start(), tag.end(), name, true);
  }

  private int firstTag(int from) {
    int i = text.indexOf('<', from);
    while (i >= 0 && !(i + 1 < text.length() && Markup.startsName(text.charAt(i + 1)))) {
      i = text.indexOf('<', i + 1);
    }
    return i;
  }

  private void piece(Markup.Piece piece, int number) {
    controls(piece);
    if (rootEnded && afterEnd(piece)) {
      return;
    }
    switch (piece.kind()) {
      case TEXT -> text(piece);
      case STRAY -> {
        if (!open.isEmpty() && piece.end() >= lastInk) {
          // Cut off within a tag: that the file ends too early is told at its end.
          edit(piece.start(), piece.end(), "");
          return;
        }
        if (piece.name().isEmpty()) {
          strayBracket(piece);
        } else {
          stray(piece, number);
        }
      }
      case DOCTYPE -> {
        ENTITY.matcher(text).region(piece.start(), piece.end()).results()
            .forEach(entity -> declaredEntities.add(entity.group(1)));
        tell(declaredEntities.isEmpty() ? "J003" : "J003.entities", piece.start());
        edit(piece.start(), piece.end(), "");
      }
      case COMMENT -> comment(piece);
      case CDATA -> {
        if (!piece.closed()) {
          tell("J021.open", piece.start());
          edit(piece.start(), text.length(), "");
        }
      }
      case INSTRUCTION -> instruction(piece);
      case START, EMPTY -> {
        if (!piece.closed() && piece.name().charAt(0) > 0x7f) {
          // Words, before which the sign was meant.
          strayBracket(new Markup.Piece(Markup.Kind.STRAY, piece.start(), piece.start() + 1, "", true));
          references(piece.start() + 1, piece.end());
          return;
        }
        start(shortened(untangled(piece, number)), number);
      }
      case END -> end(shortened(piece), number);
    }
  }

  /** A {@code <} that begins nothing; where it was probably meant to, to print it is no remedy. */
  private void strayBracket(Markup.Piece piece) {
    if (text.startsWith("</>", piece.start()) && !open.isEmpty()) {
      Open meant = pop();
      String tag = "</" + meant.name() + ">";
      int end = piece.start() + 3;
      int line = source.place(meant.start()).line();
      Finding finding = Finding.of("J025.nameless", source.place(piece.start()), meant.name(), line);
      findings.add(finding.with(source.fix(piece.start(), end, tag)));
      edit(piece.start(), end, tag);
      closed.put(meant.name(), piece.start());
      rootEnded = open.isEmpty();
      return;
    }
    if (piece.end() > piece.start() + 1) {
      String address = text.substring(piece.start() + 1, piece.end() - 1);
      String escaped = "&lt;" + BARE.matcher(address).replaceAll("&amp;") + "&gt;";
      tell("J010.address", piece.start(), address, escaped);
      edit(piece.start(), piece.end(), escaped);
      return;
    }
    Finding finding = Finding.of("J010", source.place(piece.start()));
    boolean tag = LIKE_A_TAG.matcher(text).region(piece.end(), text.length()).lookingAt();
    findings.add(tag ? finding : finding.with(source.fix(piece.start(), piece.end(), "&lt;")));
    edit(piece.start(), piece.end(), "&lt;");
  }

  private static final Pattern BARE = Pattern.compile("&(?!(?:amp|lt|gt|quot|apos|#[0-9]++|#x[0-9a-fA-F]++);)");

  private static final Pattern LIKE_A_TAG = Pattern.compile("\\s*+(?:[/／\\\\<>]|[A-Za-z][^<>]*+>)");

  private static final Pattern ENTITY = Pattern.compile("<!ENTITY\\s+([A-Za-z_][\\w.-]*)");

  /** The XML declaration: once, in straight quotation marks. */
  private void instruction(Markup.Piece piece) {
    if (!piece.closed()) {
      int end = piece.end() - 1;
      if (text.charAt(end) != '>') {
        tell("J025.instruction", piece.start(), piece.name());
        edit(piece.start(), piece.end(), "");
        return;
      }
      findings.add(
          Finding.of("J025.instruction", source.place(end), piece.name()).with(source.fix(end, end, "?")));
      edit(end, end, "?");
    }
    if (!piece.name().equalsIgnoreCase("xml")) {
      return;
    }
    if (piece.start() > firstInstruction()) {
      tell("J007.again", piece.start());
      edit(piece.start(), piece.end(), "");
      return;
    }
    for (int i = find("=", piece.start(), piece.end()); i >= 0; i = find("=", i + 1, piece.end())) {
      int from = Markup.firstInk(text, i + 1, piece.end());
      if ("“”＂‘’".indexOf(text.charAt(from)) >= 0) {
        value(text.substring(piece.start(), i).strip().replaceFirst("(?s).*\\s", ""), from, piece.end() - 2, true);
      }
    }
  }

  private int firstInstruction() {
    return pieces.stream().filter(piece -> piece.kind() == Markup.Kind.INSTRUCTION).findFirst().orElseThrow().start();
  }

  /** Without its > a tag's name runs on into the Chinese words after it. */
  private static Markup.Piece shortened(Markup.Piece tag) {
    if (tag.closed()) {
      return tag;
    }
    String name = tag.name().replaceFirst("[^\\x00-\\x7f].*", "");
    return name.isEmpty() ? tag : new Markup.Piece(tag.kind(), tag.start(), tag.end(), name, false);
  }

  /** {@code <hiAnna</hi>}: a name that runs on into the words after it ends where that of its end tag does. */
  private Markup.Piece untangled(Markup.Piece tag, int number) {
    if (tag.closed() || find("=", tag.start(), tag.end()) >= 0 || isSound(tag.name())) {
      return tag;
    }
    return nextStartOrEnd(number)
        .filter(next -> next.kind() == Markup.Kind.END && next.closed())
        .map(Markup.Piece::name)
        .filter(name -> !name.equals(tag.name()) && tag.name().startsWith(name) && !isOfOpen(name, number))
        .map(name -> new Markup.Piece(tag.kind(), tag.start(), tag.end(), name, false))
        .orElse(tag);
  }

  /** Whether the file has a whole tag of a name. */
  private boolean isSound(String name) {
    if (sound.isEmpty()) {
      sound.add("");
      pieces.stream().filter(Markup.Piece::closed).map(Markup.Piece::name).forEach(sound::add);
    }
    return sound.contains(name);
  }

  private Optional<Markup.Piece> nextStartOrEnd(int number) {
    return pieces.subList(number + 1, Math.min(number + NEAR, pieces.size())).stream()
        .filter(piece -> piece.kind() == Markup.Kind.START || piece.kind() == Markup.Kind.END).findFirst();
  }

  /** Whether the next end tag is that of the element that is open, and there is no other for it. */
  private boolean isOfOpen(String name, int number) {
    return !open.isEmpty()
        && open.element().name().equals(name)
        && leftOver(number, 2).filter(end -> end.name().equals(name)).isEmpty();
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
            || piece.kind() == Markup.Kind.INSTRUCTION && !piece.name().equalsIgnoreCase("xml")
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
    for (int close = find("]]>", piece.start(), piece.end()); close >= 0; close = find("]]>", close + 3, piece.end())) {
      findings.add(Finding.of("J021", source.place(close)).with(source.fix(close + 2, close + 3, "&gt;")));
      edit(close + 2, close + 3, "&gt;");
    }
  }

  /** Looks within a piece only: each of many to the end of the file would cost its square. */
  private int find(String sign, int from, int to) {
    int i = from;
    while (i + sign.length() <= to && !(text.charAt(i) == sign.charAt(0) && text.startsWith(sign, i))) {
      i++;
    }
    return i + sign.length() <= to ? i : -1;
  }

  private void references(int from, int to) {
    for (int i = find("&", from, to); i >= 0; i = find("&", i + 1, to)) {
      int end = i + 1;
      if (end < to && text.charAt(end) == '#') {
        end++;
      }
      end = Markup.endOfName(text, end);
      boolean complete = end > i + 1 && end < to && text.charAt(end) == ';';
      if (complete && text.charAt(i + 1) == '#' && !isAllowed(text.substring(i + 2, end))) {
        number(i, end + 1);
        continue;
      }
      String name = text.substring(i + 1, Math.min(end, to));
      Matcher unended = UNENDED.matcher(text).region(i, to);
      if (!complete && unended.lookingAt() && isMeant(unended.group(1))) {
        unended(i, unended.end(), unended.group(1));
      } else if (!complete) {
        findings.add(Finding.of("J009", source.place(i)).with(source.fix(i, i + 1, "&amp;")));
        edit(i, i + 1, "&amp;");
      } else if (!known(name)) {
        Optional<String> character = Names.get().character(name);
        if (!declaredEntities.contains(name)) {
          findings.add(entity(i, end + 1, name, character));
        }
        edit(i, end + 1, character.orElse("?"));
      }
    }
  }

  /** A reference by a number that XML does not take. */
  private void number(int from, int to) {
    String number = text.substring(from + 2, to - 1);
    String small = number.replace('X', 'x');
    if (number.startsWith("X") && isAllowed(small)) {
      findings.add(
          Finding.of("J009.capital", source.place(from), number, "&#" + small + ";")
              .with(source.fix(from + 2, from + 3, "x")));
      edit(from + 2, from + 3, "x");
    } else if (isOfCharacter(small)) {
      Finding forbidden = Finding.of("J033.number", source.place(from), text.substring(from, to));
      findings.add(forbidden.with(source.fix(from, to, "")));
      edit(from, to, "");
    } else {
      // Whoever wrote it meant a character: what can still be read of it is not taken away.
      findings.add(Finding.of("J011.number", source.place(from), text.substring(from, to)));
      edit(from, to, "?");
    }
  }

  /** Whether there is such a character, allowed or not. */
  private static boolean isOfCharacter(String number) {
    if (!number.matches("0*[0-9]{1,7}|x0*[0-9A-Fa-f]{1,6}")) {
      return false;
    }
    boolean isHex = number.startsWith("x");
    int c = Integer.parseInt(isHex ? number.substring(1) : number, isHex ? 16 : 10);
    // Half a character, as some programs write those beyond U+FFFF.
    boolean isHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return c <= Character.MAX_CODE_POINT && !isHalf;
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

  /** A reference without its semicolon, before what can belong neither to a name nor to an address. */
  private static final Pattern UNENDED = Pattern.compile("&([A-Za-z]++|#[0-9]++|#x[0-9a-fA-F]++)(?![\\w=;-])");

  /** Short names of HTML, such as {@code &or}, are words as well. */
  private static boolean isMeant(String name) {
    boolean number = name.startsWith("#");
    return number ? isAllowed(name.substring(1))
        : known(name) || name.length() > 3 && Names.get().character(name).isPresent();
  }

  private void unended(int from, int to, String name) {
    Finding finding = Finding.of("J009.open", source.place(from), name);
    if (known(name)) {
      findings.add(finding.with(source.fix(to, to, ";")));
      edit(to, to, ";");
    } else {
      findings.add(entity(from, to, name, Names.get().character(name)));
      edit(from, to, Names.get().character(name).orElseThrow());
    }
  }

  /** Whether a number names a character that XML allows. */
  private static boolean isAllowed(String number) {
    try {
      int c = number.startsWith("x") ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
      return c == '\n' || c == '\r' || c == '\t' || c >= ' ' && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd
          || c >= 0x10000 && c <= 0x10ffff;
    } catch (NumberFormatException e) {
      return false;
    }
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
    if (!text.startsWith("<!--", piece.start())) {
      halfComment(piece);
      return;
    }
    int inside = find("--", piece.start() + 4, piece.end() - 2);
    if (inside >= 0) {
      tell("J020", inside);
      edit(piece.start(), piece.end(), "");
    }
  }

  /** {@code <!- … -->}, or {@code ->} as well. */
  private void halfComment(Markup.Piece piece) {
    int words = piece.start() + 3;
    boolean whole = text.startsWith("-->", piece.end() - 3);
    boolean half = !whole && piece.end() - 2 >= words && text.startsWith("->", piece.end() - 2);
    Finding finding = Finding.of(half ? "J020.half" : "J020.begun", source.place(piece.start()));
    if (whole) {
      finding = finding.with(source.fix(words, words, "-"));
    } else if (half && find("--", words, piece.end()) < 0) {
      String mended = "<!--" + text.substring(words, piece.end() - 2) + "-->";
      finding = finding.with(source.fix(piece.start(), piece.end(), mended));
    }
    findings.add(finding);
    edit(piece.start(), piece.end(), "");
  }

  private void start(Markup.Piece piece, int number) {
    if (!piece.closed() && piece.end() == text.length() && !open.isEmpty()) {
      // Cut off within a tag: that the file ends too early is told at its end.
      edit(piece.start(), piece.end(), "");
      return;
    }
    if (isOfWord(piece)) {
      tell("J024.word", piece.start() + 1, piece.name());
      edit(piece.start(), piece.end(), "");
      return;
    }
    if (isTurned(piece, number)) {
      String tag = "</" + piece.name() + ">";
      Finding finding = Finding.of("J008.turned", source.place(piece.start()), piece.name());
      findings.add(finding.with(source.fix(piece.start(), piece.end(), tag)));
      edit(piece.start(), piece.end(), tag);
      pop();
      closed.put(piece.name(), piece.start());
      return;
    }
    if (isBegunOnly(piece, number)) {
      int nameEnd = piece.start() + 1 + piece.name().length();
      tell("J019.begun", piece.start(), piece.name());
      edit(piece.start(), nameEnd, "");
      references(nameEnd, piece.end());
      return;
    }
    int before = findings.size();
    prefix(piece.name(), piece.start() + 1, true);
    int end = attributes(piece);
    boolean isEmpty =
        !piece.closed() && !text.startsWith(">", end) && Names.get().isEmpty(piece.name()) && isLeftOpen(piece, number);
    String close = isEmpty ? "/>" : ">";
    if (!piece.closed()) {
      boolean quoteLost = findings.subList(before, findings.size()).stream().anyMatch(f -> f.code().equals("J012"));
      if (!quoteLost) {
        boolean atOnce = end == piece.start() + 1 + piece.name().length();
        Finding finding = Finding.of(isEmpty ? "J019.empty" : "J019", source.place(piece.start()), piece.name());
        findings.add(before, atOnce ? finding.with(source.fix(end, end, close)) : finding);
      }
      if (text.startsWith(">", end)) {
        end++;
      } else {
        edit(end, end, close);
      }
    }
    if (piece.kind() == Markup.Kind.START && !isEmpty) {
      open.push(new Open(piece.name(), piece.start(), piece.closed() ? piece.end() : end));
      openByName.merge(piece.name(), 1, Integer::sum);
    } else if (open.isEmpty()) {
      rootEnded = true;
    }
    rootSeen = true;
  }

  /** {@code <surn</persName>}: nothing but a name, and what closes next is the element around it. */
  private boolean isBegunOnly(Markup.Piece tag, int number) {
    if (tag.closed() || Names.get().isEmpty(tag.name())) {
      return false;
    }
    int first = Markup.firstInk(text, tag.start() + 1 + tag.name().length(), tag.end());
    int equals = Markup.firstInk(text, Markup.endOfName(text, first), tag.end());
    return (equals >= tag.end() || text.charAt(equals) != '=') && isLeftOpen(tag, number);
  }

  /** Whether the next end tag that is left over belongs to the element around a tag. */
  private boolean isLeftOpen(Markup.Piece tag, int number) {
    return !open.isEmpty()
        && !open.element().name().equals(tag.name())
        && leftOver(number, 1).filter(end -> end.name().equals(open.element().name())).isPresent();
  }

  /** {@code <head>Title<head/>}: nothing but a name, after words, and nothing else closes the element around it. */
  private boolean isTurned(Markup.Piece piece, int number) {
    return piece.kind() == Markup.Kind.EMPTY
        && !open.isEmpty()
        && open.element().name().equals(piece.name())
        && Markup.firstInk(text, piece.start() + 1 + piece.name().length(), piece.end()) == piece.end() - 2
        && Markup.firstInk(text, open.element().end(), piece.start()) < piece.start()
        && leftOver(number, 1).map(end -> !end.name().equals(piece.name())).orElse(true);
  }

  /** The next end tag of what was opened before, or the one after that, and so on. */
  private Optional<Markup.Piece> leftOver(int number, int which) {
    int inner = 0;
    for (Markup.Piece next : pieces.subList(number + 1, Math.min(number + FAR, pieces.size()))) {
      inner += next.kind() == Markup.Kind.START ? 1 : next.kind() == Markup.Kind.END ? -1 : 0;
      if (inner == -which) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  private Open pop() {
    Open innermost = open.pop();
    openByName.merge(innermost.name(), -1, Integer::sum);
    return innermost;
  }

  private void end(Markup.Piece piece, int number) {
    if (isOfWord(piece)) {
      edit(piece.start(), piece.end(), "");
      return;
    }
    if (dropped.remove(piece.start())) {
      return;
    }
    if (exchanged.remove(piece.start())) {
      closed.put(pop().name(), piece.start());
      rootEnded = open.isEmpty();
      return;
    }
    int nameEnd = piece.start() + 2 + piece.name().length();
    if (!piece.closed()) {
      boolean last = open.size() == 1 && open.element().name().equals(piece.name());
      if (piece.end() == text.length() && !last) {
        edit(piece.start(), piece.end(), "");
        return;
      }
      if (brokenOff(piece, nameEnd)) {
        return;
      }
      unclosed(piece, nameEnd);
    } else if (Markup.firstInk(text, nameEnd, piece.end()) < piece.end() - 1) {
      String more = text.substring(nameEnd, piece.end() - 1).strip();
      boolean sign = more.codePoints().noneMatch(c -> c < 0x80 || Character.isLetterOrDigit(c));
      Finding finding = Finding.of(sign ? "J025.end.sign" : "J025.end", source.place(piece.start()), piece.name(), more);
      boolean certain = OF_END.matcher(text).region(nameEnd, piece.end()).matches();
      findings.add(certain ? finding.with(source.fix(nameEnd, piece.end() - 1, "")) : finding);
      edit(nameEnd, piece.end() - 1, "");
    }
    if (!open.isEmpty() && open.peek().name().equals(piece.name())) {
      prefix(piece.name(), piece.start() + 2, false);
      pop();
      closed.put(piece.name(), piece.start());
    } else if (piece.name().equals(closedInstead.peek())) {
      closedInstead.pop();
      edit(piece.start(), piece.end(), "");
    } else if (openByName.getOrDefault(piece.name(), 0) > 0) {
      Optional<Markup.Piece> beyond = endBeyond(piece, number);
      if (isOneTooMany(piece, number)) {
        tell("J008.early", piece.start(), piece.name(), open.element().name());
        edit(piece.start(), piece.end(), "");
      } else if (beyond.isPresent()) {
        goesOn(piece, beyond.get());
      } else if (isOfInnermost(piece, number)) {
        mismatch(piece);
      } else if (!crossed(piece, number)) {
        closeUpTo(piece);
      }
    } else if (open.isEmpty() || isStray(number)) {
      stray(piece, number);
    } else if (isStartMisspelt(piece)) {
      Open misspelt = pop();
      int from = misspelt.start() + 1;
      int to = from + misspelt.name().length();
      Place place = source.place(misspelt.start());
      Place end = source.place(piece.start());
      Finding finding = Finding.of("J008.start", place, misspelt.name(), piece.name(), end.line(), end.column());
      findings.add(finding.with(source.fix(from, to, piece.name())));
      edit(from, to, piece.name());
    } else {
      mismatch(piece);
    }
    rootEnded = open.isEmpty();
  }

  /** An end tag without its {@code >}: what stands there may be typed for it, or have slid behind the tag. */
  private void unclosed(Markup.Piece tag, int nameEnd) {
    if (isTyped(nameEnd)) {
      Finding typed = Finding.of("J023", source.place(nameEnd), text.charAt(nameEnd), '>');
      findings.add(typed.with(source.fix(nameEnd, nameEnd + 1, ">")));
      edit(nameEnd, nameEnd + 1, ">");
      return;
    }
    Finding finding =
        Finding.of("J019", source.place(tag.start()), "/" + tag.name()).with(source.fix(nameEnd, nameEnd, ">"));
    findings.add(finding);
    edit(nameEnd, nameEnd, ">");
    String signs = Markup.signs(text, nameEnd);
    if (!signs.isEmpty()) {
      String meant = signs + "</" + tag.name() + ">";
      Finding inside = Finding.of("J019.sign", finding.place(), tag.name(), signs, meant);
      slid.put(
          source.place(nameEnd),
          new Slid(finding, inside.with(source.fix(tag.start(), nameEnd + signs.length(), meant))));
    }
  }

  /** {@code </p》}, where no title has been begun: with Chinese keyboards one key types both. */
  private boolean isTyped(int at) {
    if (at >= text.length() || text.charAt(at) != '》') {
      return false;
    }
    int begun = text.lastIndexOf('《', at);
    return begun < Math.max(at - FAR, text.lastIndexOf('》', at - 1));
  }

  /** An end tag that ends the innermost element by another name. */
  private void mismatch(Markup.Piece piece) {
    Open meant = pop();
    int from = piece.start() + 2;
    Optional<Fix> fix =
        Names.near(piece.name(), List.of(meant.name()))
            .filter(name -> starts(name) > 1)
            .map(name -> source.fix(from, from + piece.name().length(), name));
    Place start = source.place(meant.start());
    Place end = source.place(piece.start());
    Finding finding =
        Finding.of("J008.other", end, piece.name(), meant.name(), start.line(), start.column()).with(fix);
    findings.add(finding);
    mismatched.add(new Mismatch(meant.name(), meant.start(), piece.name(), piece.start(), finding));
  }

  /** Whether all that is open, up to the last of its name, has its end after an end tag. */
  private boolean isOneTooMany(Markup.Piece piece, int number) {
    Iterator<Open> left = open.iterator();
    int same = openByName.get(piece.name());
    int within = 0;
    for (Markup.Piece next : pieces.subList(number + 1, Math.min(number + FAR, pieces.size()))) {
      if (next.kind() == Markup.Kind.START) {
        within++;
      } else if (next.kind() == Markup.Kind.END && within > 0) {
        within--;
      } else if (next.kind() == Markup.Kind.END) {
        if (!left.next().name().equals(next.name())) {
          return false;
        }
        same -= next.name().equals(piece.name()) ? 1 : 0;
        if (same == 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Where the innermost element ends if it goes on in the next of those around it: {@code <p><hi></p><p></hi></p>}. */
  private Optional<Markup.Piece> endBeyond(Markup.Piece piece, int number) {
    Deque<String> within = new ArrayDeque<>();
    String inner = open.element().name();
    String outer = open.stream().skip(1).findFirst().orElseThrow().name();
    if (!outer.equals(piece.name())) {
      return Optional.empty();
    }
    for (Markup.Piece next : pieces.subList(number + 1, Math.min(number + FAR, pieces.size()))) {
      if (next.kind() == Markup.Kind.START) {
        within.push(next.name());
      } else if (next.kind() == Markup.Kind.END && next.name().equals(within.peek())) {
        within.pop();
      } else if (next.kind() == Markup.Kind.END) {
        return Optional.of(next).filter(end -> end.name().equals(inner) && List.copyOf(within).equals(List.of(outer)));
      }
    }
    return Optional.empty();
  }

  private void goesOn(Markup.Piece piece, Markup.Piece end) {
    Open inner = pop();
    pop();
    Place place = source.place(inner.start());
    tell("J008.beyond", piece.start(), inner.name(), place.line(), piece.name(), place.column());
    edit(piece.start(), piece.start(), "</" + inner.name() + ">");
    edit(end.start(), end.end(), "");
    guessed.set(inner.start(), end.end() + 1);
    dropped.add(end.start());
  }

  /** Whether an end tag was meant for the innermost element: the next that is left over ends the one around it. */
  private boolean isOfInnermost(Markup.Piece piece, int number) {
    String next = leftOver(number, 1).map(Markup.Piece::name).orElse("");
    Iterator<Open> around = open.iterator();
    around.next();
    Open outer = around.next();
    if (!next.equals(outer.name())) {
      return false;
    }
    while (!outer.name().equals(piece.name())) {
      outer = around.next();
    }
    return !around.hasNext() || !around.next().name().equals(next);
  }

  /** Attributes or a slash, and no words. */
  private static final Pattern OF_END =
      Pattern.compile("(?:\\s++[\\w.:-]++\\s*+=\\s*+(?:\"[^\"<]*+\"|'[^'<]*+'))*+\\s*+/?>");

  /** What word processors leave in pasted text. */
  private static final Pattern OF_WORD = Pattern.compile("(o|w|v|st1|wx):.*");

  private boolean isOfWord(Markup.Piece piece) {
    return OF_WORD.matcher(piece.name()).matches() && isUndeclared(piece.name());
  }

  /** A prefix that is declared nowhere, in the name of an element. */
  private void prefix(String name, int at, boolean told) {
    if (isUndeclared(name)) {
      String prefix = name.substring(0, name.indexOf(':'));
      Optional<String> namespace = Names.get().namespace(prefix);
      if (namespace.isPresent() && !pieces.isEmpty()) {
        declare(prefix, namespace.get());
        return;
      }
      String local = name.substring(name.indexOf(':') + 1);
      if (told) {
        tell("J024", at, name, prefix, local);
      }
      edit(at, at + name.length() - local.length(), "");
    }
  }

  /** In the first tag, once for all that have the prefix. */
  private void declare(String prefix, String namespace) {
    Optional<Markup.Piece> first =
        pieces.stream()
            .filter(piece -> piece.kind() == Markup.Kind.START || piece.kind() == Markup.Kind.EMPTY).findFirst();
    if (first.isPresent() && declared.add(prefix)) {
      int at = first.get().start() + 1 + first.get().name().length();
      String declaration = " xmlns:" + prefix + "=\"" + namespace + "\"";
      Finding finding = Finding.of("J024.declare", source.place(first.get().start()), prefix, namespace);
      findings.add(finding.with(source.fix(at, at, declaration)));
      edit(at, at, declaration);
    }
  }

  private final Set<String> declared = new HashSet<>();

  private Set<String> prefixes() {
    if (prefixes.isEmpty()) {
      prefixes.addAll(Set.of("xml", "xmlns"));
      DECLARED.matcher(text).results().forEach(declared -> prefixes.add(declared.group(1)));
    }
    return prefixes;
  }

  private static final Pattern DECLARED = Pattern.compile("\\sxmlns:([^\\s=]+)\\s*=");

  private boolean isUndeclared(String name) {
    int colon = name.indexOf(':');
    return colon > 0 && !prefixes().contains(name.substring(0, colon));
  }

  /** Of two tags that nearly agree the one whose name the file has nowhere else is wrong. */
  private boolean isStartMisspelt(Markup.Piece end) {
    String start = open.element().name();
    return Names.near(end.name(), List.of(start)).isPresent() && starts(start) == 1 && starts(end.name()) > 0;
  }

  private int starts(String name) {
    if (starts.isEmpty()) {
      // Counted once, even if there are none.
      starts.put("", 0);
      pieces.stream().filter(piece -> piece.kind() == Markup.Kind.START)
          .forEach(piece -> starts.merge(piece.name(), 1, Integer::sum));
    }
    return starts.getOrDefault(name, 0);
  }

  /** {@code </persNa}: of an end tag only the beginning is left. */
  private boolean brokenOff(Markup.Piece piece, int nameEnd) {
    if (open.isEmpty() || open.peek().name().equals(piece.name()) || !open.peek().name().startsWith(piece.name())) {
      return false;
    }
    Open meant = pop();
    tell("J019.end", piece.start(), piece.name(), meant.name(), source.place(meant.start()).line());
    edit(piece.start(), nameEnd, "</" + meant.name() + ">");
    rootEnded = open.isEmpty();
    return true;
  }

  /** Whether what is open here is closed by the next end tag that is left over, so that this one is one too many. */
  private boolean isStray(int number) {
    List<String> names = open.stream().limit(2).map(Open::name).toList();
    // Of two of one name the second needs an end tag as well.
    int ends = names.size() == 2 && names.get(0).equals(names.get(1)) ? 2 : 1;
    return IntStream.rangeClosed(1, ends)
        .allMatch(i -> leftOver(number, i).filter(next -> next.name().equals(names.get(0))).isPresent());
  }

  /** Among so many tags before an end tag one looks for that which closed itself instead. */
  private static final int NEAR = 200;

  /** The last tag of its name on the level of an end tag that is one too many, if it closed itself. */
  private Optional<Markup.Piece> closedItself(Markup.Piece end, int number, int from) {
    int depth = 0;
    for (int i = number - 1; i >= Math.max(0, number - NEAR) && pieces.get(i).start() >= from && depth >= 0; i--) {
      Markup.Piece piece = pieces.get(i);
      boolean same = depth == 0 && piece.name().equals(end.name());
      if (same && piece.kind() == Markup.Kind.EMPTY) {
        return Optional.of(piece);
      }
      if (same && piece.kind() == Markup.Kind.END) {
        return Optional.empty();
      }
      depth += piece.kind() == Markup.Kind.END ? 1 : piece.kind() == Markup.Kind.START ? -1 : 0;
    }
    return Optional.empty();
  }

  /** An end tag without a start: the start tag lost its {@code <}, or closed itself, or was deleted. */
  private void stray(Markup.Piece piece, int number) {
    int from = open.isEmpty() ? piece.start() : open.element().end();
    int back = Math.max(from, piece.start() - FAR);
    Pattern begun =
        Pattern.compile("(?<![</])＜?\\b" + Pattern.quote(piece.name()) + "(\\s[^<>＜＞]*)?[>＞]");
    Optional<MatchResult> start =
        begun.matcher(text).region(back, piece.start()).useTransparentBounds(true).results()
            .reduce((earlier, later) -> later);
    if (start.isPresent()) {
      bracket(start.get().start(), start.get().end(), piece.name());
      return;
    }
    boolean empty = Names.get().isEmpty(piece.name());
    Optional<Markup.Piece> before =
        closedItself(piece, number, from)
            .filter(tag -> !empty || Markup.firstInk(text, tag.end(), piece.start()) == piece.start());
    if (before.isPresent()) {
      Place place = source.place(before.get().start());
      tell("J008.self", piece.start(), piece.name(), place.line(), place.column());
      int slash = before.get().end() - 2;
      if (!empty && Markup.firstInk(text, slash + 2, piece.start()) < piece.start()) {
        edit(slash, slash + 1, "");
        return;
      }
    } else if (empty) {
      tell("J008.empty", piece.start(), piece.name(), Names.get().element(piece.name()).orElse(piece.name() + "/"));
    } else {
      int earlier = closed.getOrDefault(piece.name(), -1);
      if (earlier >= from) {
        tell("J008.again", piece.start(), piece.name(), source.place(earlier).line(), source.place(earlier).column());
      } else {
        Optional<Part> first = firstIndented(piece, number, from);
        first.ifPresentOrElse(
            part -> tell("J008.indent", piece.start(), piece.name(), part.name(), source.place(part.start()).line()),
            () -> tell("J008.stray", piece.start(), piece.name()));
      }
      startLost(piece, number, from, earlier);
      guessed.set(open.isEmpty() ? from : open.element().start(), piece.end() + 1);
    }
    edit(piece.start(), piece.end(), "");
  }

  /** So many lost tags are looked for by the grammar: to read the file again for each takes long. */
  private static final int LOOKED_FOR = 20;

  /** @param earlier where the last end tag of this name stands that closed something */
  private void startLost(Markup.Piece end, int number, int from, int earlier) {
    if (open.isEmpty() || lost.size() == LOOKED_FOR) {
      return;
    }
    Edit out = new Edit(end.start(), end.end(), "");
    Finding told = findings.get(findings.size() - 1);
    lost.add(
        new Lost(
            open.element().start(), earlier >= from, end.start(), partsBefore(number, Math.max(from, earlier + 1)), out,
            told, part -> startBefore(part, end, earlier >= from), Optional.empty()));
  }

  /** An element that was left open ends before what cannot stand in it; one that has words is read to its end. */
  private void endLost(Open left, Markup.Piece end, Edit in, Optional<Placed> widest) {
    List<Part> parts = lost.size() < LOOKED_FOR ? partsBefore(indexAt(end.start()), left.end()) : List.of();
    if (!parts.isEmpty() && parts.stream().noneMatch(part -> part.name().isEmpty())) {
      Finding told = findings.get(findings.size() - 1);
      lost.add(new Lost(left.start(), false, end.start(), parts, in, told, part -> endBefore(part, left), widest));
    }
  }

  private Optional<Placed> endBefore(Part part, Open left) {
    Place open = source.place(left.start());
    Finding finding =
        Finding.of(
            "J008.before", source.place(part.start()), left.name(), open.line(), part.name(), open.column());
    return Optional.of(new Placed(finding, new Edit(part.start(), part.start(), "</" + left.name() + ">"), true));
  }

  /** @param closed whether an element of that name was closed before */
  private Optional<Placed> startBefore(Part part, Markup.Piece end, boolean closed) {
    Place place = source.place(end.start());
    int line = source.place(part.start()).line();
    Optional<Markup.Piece> same =
        inkBefore(part.start()).filter(tag -> tag.kind() == Markup.Kind.END && tag.name().equals(end.name()));
    boolean words = part.name().isEmpty();
    if (same.isPresent() && !words) {
      Markup.Piece tag = same.get();
      Finding finding =
          Finding.of("J008.begin.again", place, end.name(), part.name(), line, source.place(tag.start()).line());
      return Optional.of(new Placed(finding, new Edit(part.start(), part.start(), "<" + end.name() + ">"), false));
    }
    if (closed) {
      return Optional.empty();
    }
    Finding finding =
        words
            ? Finding.of("J008.begin.words", place, end.name(), line)
            : Finding.of("J008.begin", place, end.name(), part.name(), line);
    return Optional.of(new Placed(finding, new Edit(part.start(), part.start(), "<" + end.name() + ">"), false));
  }

  /** The tag or the words before an offset. */
  private Optional<Markup.Piece> inkBefore(int offset) {
    int i = indexAt(offset) - 1;
    while (i >= 0 && Markup.firstInk(text, pieces.get(i).start(), pieces.get(i).end()) == pieces.get(i).end()) {
      i--;
    }
    return i < 0 ? Optional.empty() : Optional.of(pieces.get(i));
  }

  /**
   * From where on what precedes an end tag is indented as if it stood within, all to the same depth. What is before that
   * is indented as the end tag, or is the start tag around both and less.
   */
  private Optional<Part> firstIndented(Markup.Piece end, int number, int from) {
    Optional<String> margin = margin(end.start());
    if (margin.isEmpty() || lost.size() == LOOKED_FOR) {
      return Optional.empty();
    }
    List<Part> parts =
        partsBefore(number, from).stream().filter(part -> margin(part.start()).isPresent()).toList();
    int first = parts.size();
    while (first > 0 && margin(parts.get(first - 1)).equals(margin(parts.get(parts.size() - 1)))) {
      first--;
    }
    if (first == parts.size() || !isDeeper(margin(parts.get(first)), margin)) {
      return Optional.empty();
    }
    boolean begins =
        first > 0 ? margin(parts.get(first - 1)).equals(margin) : isDeeper(margin, margin(open.element().start()));
    return Optional.of(parts.get(first)).filter(part -> begins && !part.name().isEmpty());
  }

  private static boolean isDeeper(Optional<String> one, Optional<String> other) {
    return one.isPresent() && other.isPresent() && !one.equals(other) && one.get().startsWith(other.get());
  }

  private Optional<String> margin(Part part) {
    return margin(part.start());
  }

  /** The white space before what is the first of its line. */
  private Optional<String> margin(int offset) {
    int line = offset;
    while (line > 0 && (text.charAt(line - 1) == ' ' || text.charAt(line - 1) == '\t')) {
      line--;
    }
    boolean isFirst = line == 0 || text.charAt(line - 1) == '\n' || text.charAt(line - 1) == '\r';
    return isFirst ? Optional.of(text.substring(line, offset)) : Optional.empty();
  }

  /** What stands between an offset and a tag, on its level; nothing where tags do not nest there. */
  private List<Part> partsBefore(int number, int from) {
    Deque<Part> parts = new ArrayDeque<>();
    int depth = 0;
    for (int i = number - 1; i >= 0 && pieces.get(i).start() >= from; i--) {
      Markup.Piece piece = pieces.get(i);
      depth += piece.kind() == Markup.Kind.END ? 1 : piece.kind() == Markup.Kind.START ? -1 : 0;
      if (depth < 0 || number - i > FAR) {
        return List.of();
      }
      if (depth == 0) {
        int ink = Markup.firstInk(text, piece.start(), piece.end());
        switch (piece.kind()) {
          case START, EMPTY -> parts.push(new Part(piece.start(), piece.name()));
          case TEXT, CDATA -> {
            if (ink < piece.end()) {
              parts.push(new Part(ink, ""));
            }
          }
          default -> {}
        }
      }
    }
    return List.copyOf(parts);
  }

  /** A tag that lost its {@code <}, or has a wide one, and perhaps another at its end. */
  private void bracket(int at, int end, String name) {
    boolean wide = text.charAt(at) == '＜';
    boolean wideEnd = text.charAt(end - 1) == '＞';
    if (wide || wideEnd) {
      String meant = "<" + text.substring(wide ? at + 1 : at, end - 1).replaceFirst("^／", "/") + ">";
      String key = wide && wideEnd ? "J023.both" : "J023";
      Finding finding = Finding.of(key, source.place(at), wide ? "＜" : "＞", wide ? "<" : ">");
      findings.add(finding.with(source.fix(at, end, meant)));
      edit(at, end, meant);
    } else {
      findings.add(Finding.of("J019.start", source.place(at), name).with(source.fix(at, at, "<")));
      edit(at, at, "<");
    }
  }

  /** The start tag right within one that was left open, if it says no more. */
  private Optional<Markup.Piece> doubled(Open left) {
    int at = Markup.firstInk(text, left.end(), text.length());
    Markup.Piece next = pieces.get(indexAt(at));
    String tag = text.substring(next.start(), next.end());
    boolean same = tag.equals("<" + left.name() + ">") || tag.equals(text.substring(left.start(), left.end()));
    return Optional.of(next).filter(p -> p.start() == at && p.kind() == Markup.Kind.START && same);
  }

  /**
   * Where in an element that is not closed another of its name begins, if such elements stand in one another nowhere
   * else.
   */
  private Optional<Integer> nextOfItsKind(Open left, Markup.Piece end) {
    Deque<Markup.Piece> around = new ArrayDeque<>();
    Optional<Integer> next = Optional.empty();
    int first = indexAt(left.start());
    for (Markup.Piece piece : pieces.subList(first, Math.min(first + FAR, indexAt(end.start())))) {
      if (piece.kind() == Markup.Kind.END && !around.isEmpty() && around.element().name().equals(piece.name())) {
        around.pop();
      } else if (piece.kind() == Markup.Kind.START) {
        boolean nested =
            !around.isEmpty() && isMeant(piece.name(), left.name()) && around.element().name().equals(left.name());
        if (nested && around.size() > 1) {
          return Optional.empty();
        }
        next = nested && next.isEmpty() ? Optional.of(piece.start()) : next;
        around.push(piece);
      }
    }
    return next;
  }

  /** Names of fewer letters are all near to one another. */
  private static final int LONG = 4;

  /** Whether a tag has a name, or what seems to be that name misspelt: the file has it nowhere else. */
  private boolean isMeant(String written, String name) {
    boolean misspelt = written.length() >= LONG && starts(written) == 1 && starts(name) > 1;
    return written.equals(name) || misspelt && Names.near(written, List.of(name)).isPresent();
  }

  /** Which of the pieces begins at an offset. */
  private int indexAt(int start) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pieces.get(middle).start() < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** {@code </p></hi>} of {@code <p><hi>}, with words between them perhaps. */
  private boolean crossed(Markup.Piece piece, int number) {
    int other = number + 1;
    while (other < pieces.size() && BETWEEN.contains(pieces.get(other).kind())) {
      other++;
    }
    Open inner = open.element();
    Open outer = open.stream().skip(1).findFirst().orElseThrow();
    if (other == pieces.size() || !outer.name().equals(piece.name())) {
      return false;
    }
    Markup.Piece next = pieces.get(other);
    if (next.kind() != Markup.Kind.END || !next.closed() || !next.name().equals(inner.name())) {
      return false;
    }
    if (Markup.firstInk(text, piece.end(), next.start()) < next.start()) {
      return crossedAroundWords(piece, next);
    }
    pop();
    pop();
    String inOrder = "</" + inner.name() + ">" + text.substring(piece.end(), next.start()) + "</" + outer.name() + ">";
    Finding finding = Finding.of("J008.crossed", source.place(piece.start()), outer.name(), inner.name());
    findings.add(finding.with(source.fix(piece.start(), next.end(), inOrder)));
    edit(piece.start(), next.end(), inOrder);
    closedInstead.push(inner.name());
    return true;
  }

  /** What opens and closes nothing. */
  private static final Set<Markup.Kind> BETWEEN =
      EnumSet.of(Markup.Kind.TEXT, Markup.Kind.EMPTY, Markup.Kind.COMMENT);

  /** {@code </p>words</hi>}: to which of the two the words belong is a guess. */
  private boolean crossedAroundWords(Markup.Piece piece, Markup.Piece next) {
    String outer = piece.name();
    String inner = next.name();
    if (openByName.get(inner) > 1) {
      return false;
    }
    String within = words(open.element().end(), piece.start());
    tell("J008.crossed.words", piece.start(), outer, inner, within, words(piece.end(), next.start()));
    edit(piece.start(), piece.end(), "</" + inner + ">");
    edit(next.start(), next.end(), "</" + outer + ">");
    guessed.set(piece.start(), next.end() + 1);
    pop();
    exchanged.add(next.start());
    return true;
  }

  /** So much of a text holds words enough to know it by. */
  private static final int READ = 500;

  /** The first words of a part of the text, to know it by. */
  private String words(int from, int to) {
    String part = text.substring(from, Math.min(to, from + READ));
    String words = part.replaceAll("(?s)<!--.*?-->|<[^>]*>?", "").strip().replaceAll("\\s+", " ");
    return words.isEmpty() ? "…" : Characters.shortened(words);
  }

  /** Elements that were opened inside and not closed. */
  private void closeUpTo(Markup.Piece piece) {
    boolean innermost = true;
    int unsure = piece.end() + 1;
    Open left = pop();
    for (; !left.name().equals(piece.name()); left = pop()) {
      if (Names.get().isEmpty(left.name())) {
        Optional<String> inTei = Names.get().element(left.name()).map(name -> name.replaceFirst("/$", ""));
        int close = left.end() - 1;
        Finding open = Finding.of("J008.void", source.place(left.start()), left.name(), inTei.orElse(left.name()));
        findings.add(inTei.isPresent() ? open : open.with(source.fix(close, close, "/")));
        edit(close, close, "/");
        continue;
      }
      if (!open.isEmpty() && open.element().name().equals(left.name()) && isEndWithoutSlash(left, open.element())) {
        Place first = source.place(open.element().start());
        Finding slash =
            Finding.of("J008.slash", source.place(left.start()), left.name(), first.line(), first.column());
        boolean words = left.end() < text.length() && "<\r\n\t ".indexOf(text.charAt(left.end())) < 0;
        boolean own = Markup.isSpace(text.charAt(left.start() - 1));
        findings.add(words || own ? slash : slash.with(source.fix(left.start() + 1, left.start() + 1, "/")));
        edit(left.start() + 1, left.start() + 1, "/");
        pop();
        continue;
      }
      Optional<Markup.Piece> doubled = doubled(left);
      if (doubled.isPresent()) {
        tell("J008.doubled", doubled.get().start(), left.name());
        edit(doubled.get().start(), doubled.get().end(), "");
        continue;
      }
      if (innermost) {
        int near = Math.max(left.end(), piece.start() - FAR);
        Pattern ended = Pattern.compile("＜?[/／]" + Pattern.quote(left.name()) + "\\s*[>＞]");
        Matcher end = ended.matcher(text).region(near, piece.start());
        if (end.find() && text.charAt(end.start() - 1) != '<') {
          bracket(end.start(), end.end(), "/" + left.name());
          continue;
        }
        innermost = false;
      }
      Optional<Integer> next = nextOfItsKind(left, piece);
      Place start = source.place(left.start());
      int ink = Markup.firstInk(text, left.end(), piece.start());
      boolean words = ink < piece.start() && text.charAt(ink) != '<';
      Finding atEnd =
          Finding.of(
              words ? "J008.words" : "J008", source.place(piece.start()), left.name(), start.line(), piece.name(),
              start.column(), words ? words(ink, piece.start()) : "");
      Edit in = new Edit(piece.start(), piece.start(), "</" + left.name() + ">");
      if (next.isPresent()) {
        findings.add(
            Finding.of("J008.next", source.place(next.get()), left.name(), start.line(), start.column()));
        Edit before = new Edit(next.get(), next.get(), in.replacement());
        edits.add(before);
        endLost(left, piece, before, Optional.of(new Placed(atEnd, in, true)));
        continue;
      }
      findings.add(atEnd);
      edits.add(in);
      endLost(left, piece, in, Optional.empty());
      unsure = left.start();
      closedInstead.push(left.name());
    }
    guessed.set(unsure, piece.end() + 1);
    if (!innermost) {
      // What is missing in it may be in what was left open.
      guessed.set(left.start());
    }
  }

  /**
   * {@code <head>Title<head>}: a start tag with nothing but its name, right after words or on a line of its own, indented
   * as the one that is open.
   */
  private boolean isEndWithoutSlash(Open tag, Open around) {
    char before = text.charAt(tag.start() - 1);
    int column = source.place(tag.start()).column();
    boolean alone = Markup.isSpace(before) && column == source.place(around.start()).column();
    return tag.end() == tag.start() + tag.name().length() + 2 && (alone || before != '>' && !Markup.isSpace(before));
  }

  /** @return where the tag ends, or where it was probably meant to end */
  private int attributes(Markup.Piece tag) {
    int end = tag.closed() ? tag.end() - (tag.kind() == Markup.Kind.EMPTY ? 2 : 1) : tag.end();
    Set<String> seen = new HashSet<>();
    int afterName = tag.start() + 1 + tag.name().length();
    int i = afterName;
    while ((i = Markup.firstInk(text, i, end)) < end) {
      int nameStart = i;
      if (text.charAt(i) == '>') {
        return i;
      }
      int nameEnd = Markup.endOfName(text, i);
      char mark = text.charAt(i);
      if (tag.closed() && isStraight(mark) && (isStraight(text.charAt(i - 1)) || i == afterName)) {
        findings.add(Finding.of("J025.mark", source.place(i), mark).with(source.fix(i, i + 1, "")));
        edit(i, i + 1, "");
        i++;
        continue;
      }
      if (nameEnd == i) {
        nameEnd = text.offsetByCodePoints(i, 1);
      }
      String name = text.substring(nameStart, nameEnd);
      boolean lacksEquals = tag.closed() && lacksEquals(nameStart, nameEnd, end);
      int equals = lacksEquals ? nameEnd - 1 : Markup.firstInk(text, nameEnd, end);
      if (lacksEquals) {
        Finding finding = Finding.of("J025.equals", source.place(nameEnd), name);
        findings.add(finding.with(source.fix(nameEnd, nameEnd, "=")));
        edit(nameEnd, nameEnd, "=");
      } else if (!tag.closed() && (equals >= end || text.charAt(equals) != '=')) {
        return Markup.isSpace(text.charAt(nameStart - 1)) ? nameStart - 1 : nameStart;
      }
      if (!lacksEquals && (equals >= end || text.charAt(equals) != '=')) {
        tell("J018", nameStart, name);
        valueless.add(source.place(tag.start()));
        edit(nameStart, nameEnd, "");
        i = nameEnd;
        continue;
      }
      int value = Markup.firstInk(text, equals + 1, end);
      if (value == end && tag.closed()) {
        tell("J018", nameStart, name);
        valueless.add(source.place(tag.start()));
        edit(nameStart, end, "");
        return tag.end();
      }
      int before = findings.size();
      int valueEnd = value(name, value, end, tag.closed());
      if (findings.subList(before, findings.size()).stream().anyMatch(f -> f.code().equals("J012") && f.fix().isEmpty())) {
        endless.add(source.place(nameStart));
      }
      if (!Markup.isSpace(text.charAt(nameStart - 1)) && !name.isEmpty()) {
        findings.add(Finding.of("J022", source.place(nameStart), name).with(source.fix(nameStart, nameStart, " ")));
        edit(nameStart, nameStart, " ");
      }
      if (!seen.add(name)) {
        tell("J015", nameStart, name);
        edit(nameStart, valueEnd, "");
      } else if (isUndeclared(name)) {
        Optional<String> meant = Names.get().attribute(name);
        String key = meant.isPresent() ? "J024.known" : "J024.attribute";
        tell(key, nameStart, name, name.substring(0, name.indexOf(':')), meant.orElse(""));
        edit(nameStart, valueEnd, "");
      } else {
        i = valueEnd;
      }
      i = Math.max(valueEnd, i);
    }
    return tag.closed() ? tag.end() : afterInk(tag.start(), tag.end());
  }

  /** {@code rend"italic"}: a value right after the name. */
  private boolean lacksEquals(int name, int nameEnd, int end) {
    if (nameEnd >= end || !isStraight(text.charAt(nameEnd)) || !Markup.isSpace(text.charAt(name - 1))) {
      return false;
    }
    int close = find(text.substring(nameEnd, nameEnd + 1), nameEnd + 1, end);
    return close >= 0 && AFTER_VALUE.matcher(text).region(close + 1, end).lookingAt();
  }

  /** The end of a tag, or an attribute that may lack its = as well. */
  private static final Pattern AFTER_VALUE =
      Pattern.compile("\\s*+(?:\\z|[\\w.:-]++\\s*+=)|\\s++[\\w.:-]++[\"']");

  private int afterInk(int from, int to) {
    int end = to;
    while (end > from && Markup.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** What a value without an end was meant to be: up to the tag's end or to the Chinese words that follow. */
  private int endOfValue(int from, int end) {
    int to = from;
    while (to < end && text.charAt(to) < 0x80 && "<>\"'".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    return to == from ? end : afterInk(from, to);
  }

  /** @return where the value ends, its quotation mark included */
  private int value(String name, int from, int end, boolean closed) {
    if (from >= end) {
      tell("J018", from, name);
      edit(from, from, "\"\"");
      return end;
    }
    char mark = text.charAt(from);
    int close = from + 1;
    if (mark == '"' || mark == '\'') {
      while (close < end && text.charAt(close) != mark && !(isMark(text.charAt(close)) && text.charAt(close) != '"'
          && text.charAt(close) != '\'' && Markup.endsValue(text, close + 1, text.length()))) {
        close++;
      }
      Matcher next = Markup.NEXT.matcher(text).region(from + 1, Math.min(close, end));
      boolean lost = close >= end || next.find() && next.end() == close;
      int other = lost ? otherMark(mark, from + 1, close >= end ? end : next.start()) : -1;
      if (other >= 0) {
        char meant = text.charAt(other);
        Finding finding = Finding.of("J012.other", source.place(from), name, mark, meant);
        findings.add(finding.with(source.fix(from, from + 1, String.valueOf(meant))));
        edit(from, from + 1, String.valueOf(meant));
        inside(from + 1, other);
        return other + 1;
      }
      if (lost) {
        int meant = close >= end ? closed ? end : endOfValue(from + 1, end) : next.start();
        boolean brackets = find("<", from + 1, meant) >= 0;
        Finding finding = Finding.of(brackets ? "J012.open.less" : "J012.open", source.place(from), name);
        boolean certain = !brackets && (close < end || meant < end && text.charAt(meant) == '>');
        for (int i = find("<", from + 1, meant); i >= 0; i = find("<", i + 1, meant)) {
          edit(i, i + 1, "&lt;");
        }
        findings.add(certain ? finding.with(source.fix(meant, meant, String.valueOf(mark))) : finding);
        edit(meant, meant, String.valueOf(mark));
        return meant;
      }
      int meant = closed && text.charAt(close) == mark ? endBehindMarks(close, end) : close;
      inside(from + 1, meant);
      if (meant > close) {
        marksInside(name, close, meant);
        return meant + 1;
      }
      if (text.charAt(close) != mark) {
        straighten(name, from, close, mark);
      }
      return close + 1;
    }
    if (isMark(mark)) {
      while (close < end && !(isMark(text.charAt(close)) && Markup.endsValue(text, close + 1, end))) {
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
    if (words.length() > 1 && isMark(words.charAt(words.length() - 1))) {
      findings.add(Finding.of("J012.start", source.place(from), name).with(source.fix(from, from, "\"")));
      edit(from, from, "\"");
      edit(close - 1, close, "\"");
      return close;
    }
    findings.add(Finding.of("J017", source.place(from), name, words).with(source.fix(from, close, "\"" + words + "\"")));
    edit(from, close, "\"" + words + "\"");
    return close;
  }

  /** Where a value ends after a mark in it that was meant for words: {@code n="see "Müller" here"}. */
  private int endBehindMarks(int inside, int end) {
    char mark = text.charAt(inside);
    boolean plain =
        inside + 1 == end || Markup.isSpace(text.charAt(inside + 1)) || isStraight(text.charAt(inside + 1))
            || text.startsWith("=", Markup.firstInk(text, Markup.endOfName(text, inside + 1), end));
    for (int i = inside + 1; !plain && i < end && !(text.charAt(i) == mark && text.charAt(i - 1) == '='); i++) {
      if (text.charAt(i) == mark && Markup.endsValue(text, i + 1, end)) {
        return i;
      }
    }
    return inside;
  }

  private void marksInside(String name, int first, int end) {
    char mark = text.charAt(first);
    String written = mark == '"' ? "&quot;" : "&apos;";
    tell("J012.inside", first, name, written, mark == '"' ? '\'' : '"', mark);
    for (int i = first; i < end; i++) {
      if (text.charAt(i) == mark) {
        edit(i, i + 1, written);
      }
    }
  }

  /** Where a value that begins with the one straight mark ends with the other; -1 if it does not. */
  private int otherMark(char mark, int from, int end) {
    int other = text.indexOf(mark == '"' ? '\'' : '"', from);
    return other >= 0 && other < end && Markup.endsValue(text, other + 1, end) ? other : -1;
  }

  private void inside(int from, int to) {
    references(from, to);
    for (int i = find("<", from, to); i >= 0; i = find("<", i + 1, to)) {
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

  static boolean isStraight(char c) {
    return c == '"' || c == '\'';
  }

  /** Quotation marks of Chinese and other typography, and of careless keyboards. */
  static boolean isMark(char c) {
    return "\"'“”„‟‘’‚‛＂＇«»「」".indexOf(c) >= 0;
  }

  private void tell(String key, int offset, Object... arguments) {
    findings.add(Finding.of(key, source.place(offset), arguments));
  }

  private void edit(int start, int end, String replacement) {
    edits.add(new Edit(start, end, replacement));
  }

  /**
   * @param atStart the elements whose start tag is wrong
   * @param places where lost tags stand
   */
  private SourceText repaired(Set<Mismatch> atStart, Map<Lost, Placed> places) {
    List<Edit> all = new ArrayList<>(edits);
    places.forEach(
        (tag, placed) -> {
          all.remove(tag.edit());
          all.add(placed.edit());
        });
    mismatched.forEach(tags -> all.add(tags.edit(atStart.contains(tags))));
    all.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
    var result = new StringBuilder();
    List<int[]> shifts = new ArrayList<>();
    int from = 0;
    for (Edit edit : all) {
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
    int low = 0;
    int high = shifts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (shifts.get(middle)[0] <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int[] last = low == 0 ? new int[] {0, 0} : shifts.get(low - 1);
    return last[1] + offset - last[0];
  }
}
