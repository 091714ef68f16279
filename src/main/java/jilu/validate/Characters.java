package jilu.validate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jilu.words.Text;

/** Characters that look right and are not. One pass over the file as it lies on disk, tags and text alike. */
final class Characters {
  /** Each rule is told of so many places in a file; the rest are counted. */
  private static final int TOLD = 20;

  /** In a text with fewer characters of one script alone there is no rest to be out of step with. */
  private static final int MANY = 20;

  private final SourceText source;
  private final String text;

  private char[] all = {};

  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Integer> told = new LinkedHashMap<>();

  /** Where the first is that is counted only. */
  private final Map<String, Integer> untold = new LinkedHashMap<>();
  private int simplified;
  private int traditional;

  private Characters(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  static List<Finding> check(SourceText source) {
    var characters = new Characters(source);
    characters.lookAtNumbers();
    characters.run();
    characters.count();
    return characters.findings;
  }

  /** {@code U+200B ZERO WIDTH SPACE}, in other languages a name of their own, that of a kind, or the character. */
  static Text name(int character) {
    String number = String.format(Locale.ROOT, "%04X", character);
    boolean seen = Character.isDefined(character) && !isUnseen(character);
    String english = Optional.ofNullable(Character.getName(character)).orElse("");
    var itself = new Text(english, seen ? Character.toString(character) : "");
    Text name = Rulebook.get().character(number, kind(character), itself);
    return new Text(("U+" + number + " " + name.en()).strip(), ("U+" + number + " " + name.zh()).strip());
  }

  private static boolean isUnseen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE, Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }

  private static String kind(int c) {
    return isLatin(c) ? "latin"
        : isCyrillic(c) ? "cyrillic"
        : c >= 0xff01 && c <= 0xff5e ? "wide"
        : c >= 0x2e80 && c <= 0x2fdf ? "radical"
        : c >= 0xf900 && c <= 0xfaff || c >= 0x2f800 && c <= 0x2fa1f ? "ideograph"
        : c >= 0xfb00 && c <= 0xfb06 ? "ligature"
        : Character.getType(c) == Character.PRIVATE_USE ? "private"
        : Character.isISOControl(c) ? "control"
        : "other";
  }

  // What a character may be told of, one bit for each kind; most are of none.
  private static final int OPENS_TAG = 1;
  private static final int CLOSES_TAG = 1 << 1;
  private static final int ODD = 1 << 2;
  private static final int LATIN_LETTER = 1 << 3;
  private static final int CYRILLIC_LETTER = LATIN_LETTER << 1;
  private static final int HAN = 1 << 5;

  /** Of one of the two Chinese scripts alone. */
  private static final int SIMPLIFIED_AT = 6;
  private static final int TRADITIONAL_AT = 13;
  private static final int SIMPLIFIED = 1 << SIMPLIFIED_AT;
  private static final int TRADITIONAL = 1 << TRADITIONAL_AT;
  private static final int OF_ONE_SCRIPT = SIMPLIFIED | TRADITIONAL;

  /** Spaces and punctuation that have other forms among Han. */
  private static final int NARROW_SIGN_AT = 7;
  private static final int NARROW_SIGN = 1 << NARROW_SIGN_AT;

  /**
   * Opens or closes something in Chinese text, or has a form among Han that does; or looks like its nought, or like
   * another of its characters.
   */
  private static final int OF_A_PAIR = 1 << 8;

  /** Ends a line, begins a reference, or is the first half of a character or perhaps its first byte. */
  static final int OF_PLACES = 1 << 9;

  /** Ends a sentence or a part of one in Chinese. */
  private static final int OF_SENTENCES = 1 << 10;

  /** A letter or digit as wide as a Chinese character, or the sign of an address. */
  private static final int WIDE_LETTER = 1 << 11;

  /** Opens the title of a part of a book, or what is written for a tag. */
  private static final int BRACKET = 1 << 12;

  /** A mark or space after it can be told of nothing: neither Han nor a tag. */
  private static final int AMONG_NARROW_AT = 14;
  private static final int AMONG_NARROW = 1 << AMONG_NARROW_AT;

  /** Stands where UTF-8 was read as GBK, and hardly ever else. */
  private static final int READ_AS_GBK = 1 << 15;

  private static final int IN_TAGS = OPENS_TAG | CLOSES_TAG | ODD;

  private static final char[] KINDS = new char[Character.MAX_VALUE + 1];

  static {
    for (int c = 0; c < KINDS.length; c++) {
      int among = c <= 0x7f && c != '>' ? AMONG_NARROW : 0;
      KINDS[c] = (char) (kindsOf((char) c) | (isOfPlaces((char) c) ? OF_PLACES : 0) | among);
    }
  }

  /** Of all printable characters of ASCII. */
  static final int OF_ASCII = IntStream.rangeClosed(' ', '~').map(c -> KINDS[c] & ~OF_PLACES).reduce(0, (a, b) -> a | b);

  static int kinds(char c) {
    return KINDS[c];
  }

  private static boolean isOfPlaces(char c) {
    return c == '\n' || c == '\r' || c == '&' || Character.isHighSurrogate(c) || Misread.isFirst(c);
  }

  private static int kindsOf(char c) {
    if (c < 0x80) {
      return c == '<' ? OPENS_TAG
          : c == '>' ? CLOSES_TAG
          : c == ' ' || NARROW.indexOf(c) >= 0 ? NARROW_SIGN
          : c == '"' || c == '\'' ? OF_A_PAIR
          : c == 0x7f ? ODD
          : c == LETTER_O ? LATIN_LETTER | OF_A_PAIR
          : isLatin(c) ? LATIN_LETTER
          : 0;
    }
    if (isHan(c)) {
      int script = Scripts.get().isSimplified(c) ? SIMPLIFIED : Scripts.get().isTraditional(c) ? TRADITIONAL : 0;
      int odd = Character.isSurrogate(c) || c == LOST ? ODD : 0;
      int alike = ALIKE.indexOf(c) >= 0 ? OF_A_PAIR : 0;
      return HAN | script | odd | alike | (ReadAsGbk.mayBegin(c) ? READ_AS_GBK : 0);
    }
    return isCyrillic(c) ? CYRILLIC_LETTER
        : isOdd(c) ? ODD
        : isOtherSpace(c) ? NARROW_SIGN
        : PairedMarks.OPENING.indexOf(c) >= 0 || PairedMarks.CLOSING.indexOf(c) >= 0 ? OF_A_PAIR
        : OF_SENTENCE.indexOf(c) >= 0 ? OF_SENTENCES
        : isWideLetter(c) ? WIDE_LETTER
        : c == '〈' ? BRACKET
        : 0;
  }

  private void run() {
    int seen = source.kinds();
    if ((seen & WIDE_LETTER) != 0) {
      Widths.check(source).forEach(this::width);
    }
    if (source.mayBeGarbled()) {
      Mojibake.check(text, isAnyHan(source)).forEach(this::garbled);
    }
    if ((seen & READ_AS_GBK) != 0 && isReadAsGbk()) {
      return;
    }
    if (source.hasEscapes() || (seen & BRACKET) != 0) {
      TagsAsText.check(source).forEach(tag -> tell("J046", tag.at(), tag.seen(), tag.meant()));
    }
    if ((seen & (ODD | CYRILLIC_LETTER | HAN)) == 0) {
      return;
    }
    all = source.characters();
    int latin = (seen & CYRILLIC_LETTER) != 0 && isAnyMixed() ? LATIN_LETTER | CYRILLIC_LETTER : 0;
    int amongHan = isAnyHan(source) ? OF_ONE_SCRIPT | NARROW_SIGN | OF_A_PAIR | OF_SENTENCES : 0;
    int inTags = IN_TAGS | (latin & CYRILLIC_LETTER);
    int inText = inTags | latin | amongHan;
    if ((seen & inText & ~(OPENS_TAG | CLOSES_TAG)) == 0) {
      return;
    }
    looksIntoTags = (seen & inTags & ~(OPENS_TAG | CLOSES_TAG)) != 0;
    int wanted = inText;
    boolean inTag = false;
    for (int i = next(source.start(), wanted); i < all.length; i = next(i + 1, wanted)) {
      char c = all[i];
      int kinds = KINDS[c] & wanted;
      if ((kinds & OPENS_TAG) != 0) {
        int skipped = skipped(i);
        inTag = skipped == i;
        wanted = inTag ? inTags : inText;
        i = skipped;
      } else if ((kinds & CLOSES_TAG) != 0) {
        inTag = false;
        wanted = inText;
      } else if ((kinds & (LATIN_LETTER | CYRILLIC_LETTER)) != 0) {
        i = word(i);
      } else if ((kinds & NARROW_SIGN) != 0) {
        narrow(i, c);
      } else if ((kinds & OF_A_PAIR) != 0) {
        if (c == '"' || c == '\'') {
          quotationMark(i, c);
        } else if (c == LETTER_O) {
          nought(i);
        } else if (isHan(c)) {
          alike(i, c);
        } else {
          pair(i, c);
        }
      } else if ((kinds & OF_SENTENCES) != 0) {
        i = row(i);
      } else if (isSeparator(c)) {
        separator(i, c, inTag);
      } else {
        odd(i, c);
      }
    }
    scripts();
    if (unpaired || besideQuotation || open.length() > 0) {
      PairedMarks.check(source).stream().filter(stray -> meant.indexOf(String.valueOf(stray.partner())) < 0)
          .forEach(stray -> tell(stray.key(), stray.at(), stray.mark(), stray.partner(), stray.element()));
    }
  }

  /**
   * The first of the characters from an offset on that may be told of. Those before it are counted and passed over
   * without asking: they are many, and come in no order that a processor could guess.
   */
  private int next(int from, int wanted) {
    int ofOneScript = 0;
    int ofAnother = 0;
    int before = KINDS[from > source.start() ? at(from - 1) : ' '];
    int i = from;
    for (; i < all.length; i++) {
      int kinds = KINDS[all[i]];
      ofOneScript += (kinds & wanted) >> SIMPLIFIED_AT & 1;
      ofAnother += (kinds & wanted) >> TRADITIONAL_AT & 1;
      if ((kinds & wanted & ~(OF_ONE_SCRIPT | before >> AMONG_NARROW_AT - NARROW_SIGN_AT & NARROW_SIGN)) != 0) {
        break;
      }
      before = kinds;
    }
    simplified += ofOneScript;
    traditional += ofAnother;
    return i;
  }

  /** Of what is told of many places the rest. */
  private void count() {
    told.forEach((key, count) -> {
      if (count > TOLD) {
        findings.add(Finding.of("J030", source.place(untold.get(key)), Rulebook.code(key), count - TOLD));
      }
    });
  }

  private static final Pattern NUMBER = Pattern.compile("&#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));");

  /** What no font has is no better by its number; what cannot be seen can be in its number. */
  private void lookAtNumbers() {
    if (source.hasNumbers()) {
      Markup.scan(
          text,
          source.start(),
          piece -> {
            switch (piece.kind()) {
              case TEXT, START, EMPTY ->
                  NUMBER.matcher(text).region(piece.start(), piece.end()).results().forEach(this::number);
              default -> {}
            }
          });
    }
  }

  private static int character(MatchResult number) {
    return number.group(1) != null ? Integer.parseInt(number.group(1), 16) : Integer.parseInt(number.group(2));
  }

  private void number(MatchResult number) {
    int c = character(number);
    if (c == '\ufffd') {
      tell("J031", number.start());
    } else if (c >= 0x7f && c < 0xa0) {
      control(number, c);
    } else if (Character.getType(c) == Character.PRIVATE_USE) {
      tell("J032", number.start(), name(c));
    }
  }

  /** How many of the numbers that follow right here are told with one before. */
  private int toldWithIt;

  private int numberEnd;

  private void control(MatchResult number, int c) {
    boolean follows = toldWithIt > 0 && number.start() == numberEnd;
    numberEnd = number.end();
    if (follows) {
      toldWithIt--;
      return;
    }
    String before = unnumbered(Math.max(0, number.start() - NEAR), number.start());
    String after = unnumbered(number.end(), Math.min(text.length(), number.end() + NEAR));
    Optional<Misread> misread = Misread.at(before + (char) c + after, before.length());
    Optional<String> ofWindows = Misread.ofWindows(c);
    if (misread.isPresent()) {
      toldWithIt = misread.get().end() - before.length() - 1;
      tell("J033.misread", number.start(), meant(misread.get()));
    } else if (ofWindows.isPresent()) {
      offer("J033.browser", number.start(), number.end(), ofWindows.get(), number.group(), ofWindows.get());
    } else {
      offer("J033.written", number.start(), number.end(), "", name(c), number.group());
    }
  }

  /** Room for the numbers of as many characters as one may have bytes. */
  private static final int NEAR = 30;

  /** With the characters of one byte for their numbers. */
  private String unnumbered(int from, int to) {
    return NUMBER.matcher(text.substring(from, to)).replaceAll(number -> {
      int c = character(number);
      return Matcher.quoteReplacement(c < 0x100 ? Character.toString(c) : number.group());
    });
  }

  /** Whether a Latin letter stands by a Cyrillic one, in a word or as initials: only then does {@link #mixed} tell. */
  private boolean isAnyMixed() {
    int mixed = 0;
    int before = 0;
    for (int i = 0; i < all.length; i++) {
      char c = all[i];
      int kinds = KINDS[c];
      // Words have no lengths that a processor could guess, so that it is not asked where each begins.
      mixed |= (kinds << 1 & before | before << 1 & kinds) & CYRILLIC_LETTER;
      if (c == '.' && isBetweenInitials(i)) {
        return true;
      }
      before = kinds;
    }
    return mixed != 0;
  }

  /** A single Cyrillic letter and a Latin one, or the other way round; where a space parts them, both are single. */
  private boolean isBetweenInitials(int stop) {
    char before = at(stop - 1);
    boolean spaced = at(stop + 1) == ' ';
    int next = spaced ? stop + 2 : stop + 1;
    char after = at(next);
    return (isLatin(before) && isCyrillic(after) || isCyrillic(before) && isLatin(after) && !isCyrillic(at(stop - 2)))
        && (!spaced || at(next + 1) == '.');
  }

  /** Nothing that matters here beyond the text. */
  private char at(int i) {
    return i < 0 || i >= all.length ? 0 : all[i];
  }

  /** The marks that wait for their partners. */
  private final StringBuilder open = new StringBuilder();

  private boolean unpaired;

  /** Whether a mark stands before an element that quotes: the one that closes it in turn may belong to another. */
  private boolean besideQuotation;

  /** Only where they are not all in order are paragraphs looked at. */
  private void pair(int i, char c) {
    int closing = PairedMarks.CLOSING.indexOf(c);
    int last = open.length() - 1;
    if (closing < 0) {
      open.append(c);
      besideQuotation |= at(i + 1) == '<' && Names.get().isQuotation(text.substring(i + 2, Markup.endOfName(text, i + 2)));
    } else if (last >= 0 && open.charAt(last) == PairedMarks.OPENING.charAt(closing)) {
      open.setLength(last);
    } else {
      unpaired = true;
    }
  }

  /** Whether a tag may hold anything to be told of. */
  private boolean looksIntoTags;

  /** Comments and instructions are not looked into, nor is a tag if there is nothing in it; otherwise it is entered. */
  private int skipped(int i) {
    char next = i + 1 < all.length ? all[i + 1] : '<';
    if (next == '!' && text.startsWith("<!--", i)) {
      int end = text.indexOf("-->", i);
      return end < 0 ? text.length() : end + 2;
    }
    if (next == '?') {
      int end = text.indexOf("?>", i);
      return end < 0 ? text.length() : end + 1;
    }
    if (!looksIntoTags) {
      int end = text.indexOf('>', i);
      return end < 0 ? text.length() : end;
    }
    return i;
  }

  /** Whether a character is looked at for itself. */
  private static boolean isOdd(char c) {
    return c == '\ufffd' || c >= 0x7f && c < 0xa0 || isPrivate(c) || isCompatible(c) || isInvisible(c) || c == '\u3000'
        || isSeparator(c) || c == '＜' || Character.isHighSurrogate(c);
  }

  /** Ends a line or a paragraph in word processors; in XML it is a sign like any other. */
  static boolean isSeparator(char c) {
    return c == '\u2028' || c == '\u2029';
  }

  /** Legal in Western text: spaces at which no line breaks, or of another width. */
  static boolean isOtherSpace(char c) {
    return c == '\u00a0' || c >= '\u2000' && c <= '\u200a' || c == '\u202f' || c == '\u205f';
  }

  /** All but the wide one, which has words of its own. */
  private static boolean isBlank(char c) {
    return c == ' ' || isOtherSpace(c) || isSeparator(c);
  }

  /** Only an address is certain to be meant in the other width: a source may print words so. */
  private void width(Widths.Stray stray) {
    if (stray.isAddress()) {
      offer(stray.key(), stray.at(), stray.at() + stray.word().length(), stray.usual(), stray.word(), stray.usual());
    } else {
      tell(stray.key(), stray.at(), stray.word(), stray.usual());
    }
  }

  private static boolean isWideLetter(char c) {
    return c == '＠' || c >= '０' && c <= '９' || c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ';
  }

  static boolean isPrivate(char c) {
    return c >= '\ue000' && c <= '\uf8ff';
  }

  private static boolean isCompatible(char c) {
    return c >= '\ufb00' && c <= '\ufb06' || c >= '\u2e80' && c <= '\u2fdf' || c >= '\uf900' && c <= '\ufaff';
  }

  private void odd(int i, char c) {
    if (c == '\ufffd') {
      lostOnDisk(i);
    } else if (c < 0xa0) {
      control(i, c);
    } else if (isPrivate(c)) {
      tell("J032", i, name(c));
    } else if (isCompatible(c)) {
      compatible(i, c, 1);
    } else if (isInvisible(c)) {
      zeroWidth(i, c);
    } else if (c == '\u3000' && i > 0 && isHan(i - 1) && isHan(i + 1)) {
      tell("J039.wide", i);
    } else if (c == '＜') {
      wideTag(i);
    } else if (c == LOST) {
      lost(i);
    } else if (Character.isHighSurrogate(c) && i + 1 < text.length()) {
      int full = text.codePointAt(i);
      if (full >= 0xf0000) {
        tell("J032", i, name(full));
      } else if (full >= 0x2f800 && full <= 0x2fa1f) {
        compatible(i, full, 2);
      }
    }
  }

  /** Of several in a row once: nobody knows for how many characters they stand. */
  private void lostOnDisk(int i) {
    if (i == 0 || all[i - 1] != '\ufffd') {
      boolean more = i + 1 < all.length && all[i + 1] == '\ufffd';
      tell(more ? "J031.several" : "J031", i);
    }
  }

  private static final char NEXT_LINE = '\u0085';

  /** Up to where what was misread is told. */
  private int misreadEnd;

  /** Where characters of words are that are told as a whole. */
  private final BitSet garbled = new BitSet();

  /** All that was read as GBK, as it was before. */
  private final StringBuilder meant = new StringBuilder();

  private void garbled(Mojibake words) {
    tell("J045", words.start(), text.substring(words.start(), words.end()), words.meant());
    garbled.set(words.start(), words.end());
  }

  /** Tells of words that were read as GBK; whether there are no others, so that nothing else can be told. */
  private boolean isReadAsGbk() {
    List<ReadAsGbk.Words> all = ReadAsGbk.check(text);
    if (!all.isEmpty() && ReadAsGbk.isWholeFile(text, all)) {
      findings.clear();
      told.clear();
      tell("J045.file", all.get(0).start(), shortened(all.get(0).meant()));
      return true;
    }
    for (ReadAsGbk.Words words : all) {
      String written = shortened(text.substring(words.start(), words.end()).replaceFirst("(?s)<.*", "…"));
      tell(words.isWhole() ? "J045.gbk" : "J045.part", words.start(), written, words.meant());
      // With a space beside them, which may have been right among what they were.
      boolean before = words.start() > 0 && text.charAt(words.start() - 1) == ' ';
      boolean after = words.end() < text.length() && text.charAt(words.end()) == ' ';
      garbled.set(words.start() - (before ? 1 : 0), words.end() + (after ? 1 : 0));
      meant.append(words.meant());
    }
    return false;
  }

  /** So much of a long text is enough to find it. */
  private static final int SHOWN = 20;

  static String shortened(String words) {
    int end = words.codePointCount(0, words.length()) <= SHOWN ? words.length() : words.offsetByCodePoints(0, SHOWN);
    return end == words.length() ? words : words.substring(0, end) + "…";
  }

  /** What is left where replacement characters of UTF-8 were read as GBK. */
  private static final char LOST = '锟';

  private static final Pattern LOST_WORDS = Pattern.compile("(?:锟斤拷?|拷)+");

  private void lost(int i) {
    Matcher lost = LOST_WORDS.matcher(text).region(i, text.length());
    if (i >= misreadEnd && lost.lookingAt()) {
      misreadEnd = lost.end();
      tell("J045.lost", i, lost.group());
    }
  }

  /** Of what was misread nothing is taken away: it can still be found out what it was. */
  private void control(int i, char c) {
    if (i < misreadEnd || garbled.get(i) || isMisread(i)) {
      return;
    }
    Optional<String> ofWindows = c == NEXT_LINE && !isOfWindows() ? Optional.empty() : Misread.ofWindows(c);
    if (ofWindows.isPresent()) {
      offer("J033.windows", i, i + 1, ofWindows.get(), "U+%04X".formatted((int) c), ofWindows.get());
    } else if (i > 0 && c > 0x7f && Misread.isOctet(text.charAt(i - 1))) {
      tell("J033.rest", i, name(c));
    } else {
      offer("J033", i, i + 1, "", name(c));
    }
  }

  /** Whether the text has other characters that only Windows knows; looked up once it is asked for. */
  private Optional<Boolean> ofWindows = Optional.empty();

  private boolean isOfWindows() {
    if (ofWindows.isEmpty()) {
      ofWindows = Optional.of(text.chars().anyMatch(c -> c != NEXT_LINE && Misread.isOfWindows(c)));
    }
    return ofWindows.get();
  }

  private boolean isMisread(int i) {
    Optional<Misread> misread = Misread.at(text, i);
    misread.ifPresent(character -> {
      misreadEnd = character.end();
      tell("J033.misread", character.start(), meant(character));
    });
    return misread.isPresent();
  }

  /** Itself, if it can be seen. */
  private static Object meant(Misread misread) {
    int c = misread.meant();
    String character = c < 0xa0 ? Misread.ofWindows(c).orElse("") : isUnseen(c) ? "" : Character.toString(c);
    return character.isEmpty() ? name(c) : character;
  }

  /** In a tag it is a space of the wrong kind. */
  private void separator(int i, char c, boolean inTag) {
    if (!inTag && !space(i)) {
      tell("J034.separator", i, name(c));
    }
  }

  private static final Pattern WIDE_TAG =
      Pattern.compile("＜([/／]?)([A-Za-z][\\w.:-]*)([\\s\u3000][^＜＞<>]*)?[/／]?＞");

  /** An end tag is not told once more. */
  private void wideTag(int i) {
    Matcher tag = WIDE_TAG.matcher(text).region(i, Math.min(text.length(), i + 200));
    if (tag.lookingAt()) {
      boolean isEnd = !tag.group(1).isEmpty();
      if (!isEnd) {
        wideTags.add(tag.group(2));
      }
      if (!(isEnd && wideTags.remove(tag.group(2)))) {
        tell("J023.text", i, tag.group());
      }
    }
  }

  /** The names of those that are open. */
  private final List<String> wideTags = new ArrayList<>();

  /** Zero-width spaces, joiners, marks of direction, byte order marks, soft hyphens. */
  static boolean isInvisible(int c) {
    return c >= '\u200b' && c <= '\u200f' || c >= '\u202a' && c <= '\u202e' || c >= '\u2060' && c <= '\u2069'
        || c == '\ufeff' || c == '\u00ad';
  }

  private void zeroWidth(int i, char c) {
    boolean joins = c == '\u200c' || c == '\u200d';
    // Joiners and marks of direction have their use in scripts that join or run leftwards.
    boolean used = i > 0 && Character.UnicodeScript.of(text.codePointBefore(i)).ordinal() > Character.UnicodeScript.HEBREW.ordinal() - 1
        && !isHan(i - 1) && Character.getDirectionality(text.codePointBefore(i)) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    // After a letter it is a hyphen; the last byte of three or four stands after a sign.
    if (c == '\u00ad' && (i < misreadEnd || garbled.get(i) || i > 1 && !Character.isLetter(text.charAt(i - 1)) && isMisread(i))) {
      return;
    }
    if (c == '\u00ad' && i > 0 && i + 1 < text.length() && Character.isDigit(text.charAt(i - 1))
        && Character.isDigit(text.charAt(i + 1))) {
      tell("J034.number", i, name(c));
    } else if (!(joins && used)) {
      offer("J034", i, i + 1, "", name(c));
    }
  }

  private void compatible(int i, int c, int units) {
    String usual = java.text.Normalizer.normalize(Character.toString(c), java.text.Normalizer.Form.NFKC);
    if (!usual.equals(Character.toString(c))) {
      offer("J035", i, i + units, usual, Character.toString(c), name(c), usual);
    }
  }

  private static final String NARROW = ",;:?!().";

  /** Letters of Cyrillic, and the Latin ones that look the same. */
  private static final String CYRILLIC = "аеорсухіѕјкАВЕКМНОРСТХ";
  private static final String LATIN = "aeopcyxisjkABEKMHOPCTX";

  private static final String WIDE = "，；：？！（）。";

  private static final char LETTER_O = 'O';
  private static final String NUMERALS = "〇一二三四五六七八九十";

  private boolean isNumeral(int i) {
    return at(i) == LETTER_O || NUMERALS.indexOf(at(i)) >= 0;
  }

  /** For the nought within a number in Chinese: told at the first. */
  private void nought(int i) {
    int start = i;
    while (isNumeral(start - 1)) {
      start--;
    }
    int end = i + 1;
    while (isNumeral(end)) {
      end++;
    }
    String number = text.substring(start, end);
    boolean within = number.charAt(0) != LETTER_O && number.charAt(number.length() - 1) != LETTER_O;
    if (within && number.indexOf(LETTER_O) == i - start) {
      String right = number.replace(LETTER_O, '〇');
      offer("J036.nought", i, end, right.substring(i - start), number, right);
    }
  }

  /** Three characters that are taken for one another. */
  private static final String ALIKE = "已己巳";

  private static final String PRONOUNS = "我你您他她它们們咱";

  /** After these 自 or 自已 is another word, as in 来自, 不能自已. */
  private static final String NOT_BEFORE_ONESELF =
      "亲親独獨各暗私擅径徑来來出发發源始起引录錄选選摘译譯转轉得取采採购購不能以法克难難可所何莫未尝嘗禁";

  /** After these 己 is a part of another word, as in 自己, 知己, or is counted. */
  private static final String NOT_BEFORE_ALREADY =
      "自知异異克利舍捨律一人彼损損为為修正责責体體推罪求由反忘恕屈爱愛害济濟安守行虚虛贵貴洁潔与與甲乙丙丁戊己庚辛壬癸辰";

  /** Before these 经 begins another word, as in 经济, 经过. */
  private static final String NOT_AFTER_ALREADY =
      "历歷济濟营營验驗常手过過费費书書典由受纪紀办辦管理期脉脈络絡纬緯传傳文义義学學史师師折久年世销銷商度线線意";

  /** 自已 for 自己, 己经 for 已经, where it can be nothing else. */
  private void alike(int i, char c) {
    boolean oneself = c == '已' && at(i - 1) == '自' && isOneself(at(i - 2), at(i + 1));
    boolean already = c != '已' && (at(i + 1) == '经' || at(i + 1) == '經') && isAlready(i);
    if ((oneself || already) && !isAlternative(i)) {
      String right = oneself ? "己" : "已";
      String before = oneself ? "自" : "";
      String after = oneself ? "" : String.valueOf(at(i + 1));
      offer("J048", i, i + 1, right, before + c + after, before + right + after);
    }
  }

  private static boolean isOneself(char before, char after) {
    boolean someone = PRONOUNS.indexOf(before) >= 0;
    boolean ends = OF_SENTENCE.indexOf(after) >= 0 || PairedMarks.isClosing(after);
    return after == '的' && NOT_BEFORE_ONESELF.indexOf(before) < 0 || someone && (after == '人' || ends);
  }

  private boolean isAlready(int i) {
    boolean whole = isHan(i - 1) || (KINDS[at(i - 1)] & OF_SENTENCES) != 0;
    return whole && isHan(i + 2) && NOT_BEFORE_ALREADY.indexOf(at(i - 1)) < 0 && NOT_AFTER_ALREADY.indexOf(at(i + 2)) < 0;
  }

  /** Whether it stands in an element that gives words as they are in the source, or others for them. */
  private boolean isAlternative(int i) {
    for (int tag = around(i); tag >= 0; tag = around(tag - 1)) {
      if (Names.get().isAlternative(nameAt(tag))) {
        return true;
      }
    }
    return false;
  }

  private void quotationMark(int i, char c) {
    if (isHan(i - 1) || isHan(i + 1)) {
      char opening = c == '"' ? '“' : '‘';
      char closing = c == '"' ? '”' : '’';
      String marks = "" + opening + closing + c;
      char before = nearest(i, -1, marks);
      char after = nearest(i, 1, marks);
      boolean closes = before == opening && after != closing && after != c;
      boolean opens = after == closing && before != opening && before != c;
      tell(closes ? "J038.closing" : opens ? "J038.opening" : "J038.quote", i, String.valueOf(c), opening, closing);
    }
  }

  /** The next of some marks in the same paragraph, or before it; 0 if there is none. */
  private char nearest(int from, int step, String marks) {
    for (int i = from + step; i > source.start() && i < all.length && Math.abs(i - from) < LONGEST_ELEMENT; i += step) {
      int tag = all[i] == '>' && step < 0 ? text.lastIndexOf('<', i) : all[i] == '<' && step > 0 ? i : -1;
      if (tag >= 0) {
        if (Names.get().isParagraph(nameAt(at(tag + 1) == '/' ? tag + 1 : tag))) {
          return 0;
        }
        int end = text.indexOf('>', tag);
        i = step < 0 ? tag : end < 0 ? all.length : end;
      } else if (marks.indexOf(all[i]) >= 0) {
        return all[i];
      }
    }
    return 0;
  }

  private void narrow(int i, char c) {
    if (isBlank(c)) {
      space(i);
    } else {
      betweenHan(i, c);
    }
  }

  private static final String OF_SENTENCE = "，。、；：？！";
  private static final String NARROW_OF_SENTENCE = ",.;:?!";

  /** Questions and calls may be both, and louder than one sign says. */
  private static final String CALLS = "？！?!";

  private static final String ENDS_SENTENCE = "。？！";

  /** Of fewer characters a sentence may be a call that is repeated. */
  private static final int SHORTEST_SENTENCE = 10;

  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  /** Where the last sentence ended. */
  private int sentenceEnd;

  /** Tells of a sentence that is followed by itself, as where two versions were merged. */
  private void sentence(int end) {
    int from = sentenceEnd;
    sentenceEnd = end;
    // It may begin behind tags, or with them.
    while (end - from >= SHORTEST_SENTENCE && !text.regionMatches(from, text, end, end - from)) {
      int tag = at(from) == '<' ? text.indexOf('>', from) + 1 : from;
      while (tag > from && Markup.isSpace(at(tag))) {
        tag++;
      }
      if (tag == from) {
        return;
      }
      from = tag;
    }
    String sentence = text.substring(from, end);
    // What was copied with an id, or with its paragraph, is told as that.
    if (sentence.length() < SHORTEST_SENTENCE || sentence.contains("xml:id") || sentence.indexOf('\n') >= 0) {
      return;
    }
    String words = TAG.matcher(sentence).replaceAll("");
    if (words.length() >= SHORTEST_SENTENCE) {
      tell("J047", end, words);
    }
  }

  /** Tells of marks in a row of which but one can be meant; returns the last of them. */
  private int row(int i) {
    if (ENDS_SENTENCE.indexOf(all[i]) >= 0) {
      sentence(i + 1);
    }
    int end = i + 1;
    while (isOfSentence(end)) {
      end++;
    }
    int start = isNarrowBefore(i) ? i - 1 : i;
    if (end - start > 1 && isAfterWords(start) && !isSound(start, end)) {
      String marks = text.substring(start, end);
      boolean same = marks.chars().distinct().count() == 1;
      String key = !same ? "J043" : marks.startsWith("。。。") ? "J043.dots" : "J043.same";
      tell(key, start, marks, marks.substring(0, 1));
    }
    return end - 1;
  }

  private boolean isOfSentence(int i) {
    char c = at(i);
    boolean narrow = NARROW_OF_SENTENCE.indexOf(c) >= 0 && c != at(i + 1) && !isLatin(at(i + 1)) && !Character.isDigit(at(i + 1));
    return (KINDS[c] & OF_SENTENCES) != 0 || narrow;
  }

  /** The full stop of a Western word belongs to it. */
  private boolean isNarrowBefore(int i) {
    return NARROW_OF_SENTENCE.indexOf(at(i - 1)) >= 0 && isHan(i - 2);
  }

  /** Marks that are spoken of stand between others, or alone in an element. */
  private boolean isAfterWords(int start) {
    int before = start - 1;
    if (at(before) != '>') {
      return before >= 0 && !Markup.isSpace(at(before)) && PairedMarks.OPENING.indexOf(at(before)) < 0 && at(before) != '‘';
    }
    int open = text.lastIndexOf('<', before);
    return at(open + 1) == '/' || at(before - 1) == '/';
  }

  /** A row of many kinds lists them. After what is no word, such as a year, a question mark may say that it is doubtful. */
  private boolean isSound(int start, int end) {
    String marks = text.substring(start, end);
    boolean calls = marks.chars().allMatch(c -> CALLS.indexOf(c) >= 0);
    boolean doubts = CALLS.indexOf(marks.charAt(0)) >= 0 && !isHan(start - 1);
    return calls || doubts || marks.chars().distinct().count() > 2;
  }

  private void betweenHan(int i, char c) {
    if (i + 1 >= all.length || (KINDS[all[i + 1]] & OF_SENTENCES) != 0 && isNarrowBefore(i + 1) && !isSound(i, i + 2)) {
      return;
    }
    // A closing mark may end the text; the others stand between two words.
    boolean mark = c != '(' && c != ')';
    int next = i + 1;
    while (mark && next + 1 < all.length && Markup.isSpace(all[next])) {
      next++;
    }
    boolean before = mark && (all[next] == '<' || next > i + 1 && isHan(next));
    boolean dots = text.startsWith("...", i);
    if (mark && !dots && all[next] == '<' && isWestern(i)) {
      return;
    }
    if ((dots || isHan(i + 1) || before || "，。；：？！）”》".indexOf(all[i + 1]) >= 0) && isAfterHan(i)) {
      tell("J038", i, dots ? "..." : String.valueOf(c), dots ? "……" : String.valueOf(WIDE.charAt(NARROW.indexOf(c))));
    }
  }

  /** Whether the words before, back to a tag, are Western with a Chinese name at their end. */
  private boolean isWestern(int end) {
    int western = 0;
    int han = 0;
    for (int i = end - 1; i >= Math.max(0, end - LONGEST_TAG) && all[i] != '>'; i--) {
      western += isLetterOfTwoScripts(all[i]) ? 1 : 0;
      han += isHan(all[i]) ? 1 : 0;
    }
    return western > 2 * han;
  }

  /** A space inside a line, also beside a tag: whether it was told. */
  private boolean space(int i) {
    char last = i > 0 ? all[i - 1] : ' ';
    if (!isHan(i - 1) && last != '>') {
      return false;
    }
    int end = i;
    while (end < all.length && isBlank(all[end])) {
      end++;
    }
    if (end == all.length) {
      return false;
    }
    boolean after = isHan(end) || last != '>' && isHan(afterTags(end));
    boolean before = isHan(i - 1) || isHan(end) && isHan(beforeTags(i - 1));
    boolean stray = before && after && (last != '>' && isHan(end) || !isSpaced(i));
    if (stray) {
      tell(all[i] == ' ' ? "J039" : "J039.other", i, name(all[i]));
    }
    return stray;
  }

  /** Where the text goes on after tags that have content, or -1. */
  private int afterTags(int i) {
    int at = i;
    while (at >= 0 && at < all.length && all[at] == '<') {
      int close = at;
      while (close + 1 < Math.min(all.length, at + LONGEST_TAG) && all[close] != '>') {
        close++;
      }
      at = all[close] == '>' && hasContent(at, close) ? close + 1 : -1;
    }
    return at;
  }

  /** Where the text ends before tags that have content, or -1. */
  private int beforeTags(int i) {
    int at = i;
    while (at > 0 && all[at] == '>') {
      int open = at;
      while (open > Math.max(0, at - LONGEST_TAG) && all[open] != '<') {
        open--;
      }
      at = all[open] == '<' && hasContent(open, at) ? open - 1 : -1;
    }
    return at;
  }

  /** Not a tag that closes itself, a comment or an instruction. */
  private boolean hasContent(int open, int close) {
    return close > open && all[close - 1] != '/' && "!?".indexOf(all[open + 1]) < 0;
  }

  /** Whether the element around, such as a signature, sets its words apart by spaces. */
  private boolean isSpaced(int i) {
    int tag = around(i);
    return tag >= 0 && Names.get().isSpaced(nameAt(tag));
  }

  private String nameAt(int tag) {
    return text.substring(tag + 1, Markup.endOfName(text, tag + 1));
  }

  /** The start tag of the element around, or -1. */
  private int around(int i) {
    int depth = 0;
    int farthest = Math.max(0, i - LONGEST_ELEMENT);
    for (int open = i; open > farthest; open--) {
      if (text.charAt(open) != '<') {
        continue;
      }
      if (text.startsWith("</", open)) {
        depth++;
      } else if (hasContent(open, text.indexOf('>', open)) && depth-- == 0) {
        return open;
      }
    }
    return -1;
  }

  /** Farther back one does not look for what stands before a tag. */
  private static final int LONGEST_TAG = 300;

  /** Nor for the element around. */
  private static final int LONGEST_ELEMENT = 10_000;

  /** Whether a Chinese character or mark stands before, tags aside. */
  private boolean isAfterHan(int i) {
    int before = i - 1;
    int farthest = Math.max(0, i - LONGEST_TAG);
    while (before > farthest && all[before] == '>') {
      while (before > farthest && all[before] != '<') {
        before--;
      }
      before--;
    }
    return isHan(before) || before < i - 1 && before >= 0 && "》”）".indexOf(all[before]) >= 0;
  }

  private boolean isHan(int i) {
    return i >= 0 && i < all.length && isHan(all[i]);
  }

  static boolean isHan(char c) {
    return c >= 0x4e00 && c <= 0x9fff || c >= 0x3400 && c <= 0x4dbf || Character.isSurrogate(c) || c == '〇';
  }

  private static boolean isLatin(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isCyrillic(int c) {
    return c >= '\u0400' && c <= '\u052f';
  }

  static boolean isLetterOfTwoScripts(int c) {
    return isLatin(c) || isCyrillic(c);
  }

  /** Looks at a word from its first letter; returns the last of the letters of the same script that follow on it. */
  private int word(int start) {
    boolean latin = isLatin(all[start]);
    int last = start;
    while (last + 1 < all.length && (latin ? isLatin(all[last + 1]) : isCyrillic(all[last + 1]))) {
      last++;
    }
    boolean begins = start == 0 || !isLetterOfTwoScripts(all[start - 1]);
    char next = last + 1 < all.length ? all[last + 1] : ' ';
    // Only a single letter with a full stop may be an initial.
    if (begins && (isLetterOfTwoScripts(next) || next == '.' && last == start)) {
      mixed(start);
    }
    return last;
  }

  /** Words and rows of initials whose letters come from both alphabets. */
  private void mixed(int start) {
    int end = start;
    int latin = 0;
    int cyrillic = 0;
    int firstLatin = -1;
    int firstCyrillic = -1;
    while (end < all.length) {
      char c = all[end];
      if (isLatin(c)) {
        latin++;
        firstLatin = firstLatin < 0 ? end : firstLatin;
      } else if (isCyrillic(c)) {
        cyrillic++;
        firstCyrillic = firstCyrillic < 0 ? end : firstCyrillic;
      } else if (!continuesInitials(start, end)) {
        break;
      }
      end++;
    }
    if (latin > 0 && cyrillic > 0 && !isNameOfTag(start)) {
      mixed(text.substring(start, end).strip(), firstLatin, firstCyrillic, latin <= cyrillic);
    }
  }

  /** Of what may be of either alphabet the language around tells which it is. */
  private void mixed(String word, int firstLatin, int firstCyrillic, boolean lessLatin) {
    boolean initials = word.indexOf('.') >= 0;
    boolean mayBeCyrillic = isStranger(word, true);
    boolean mayBeLatin = isStranger(word, false);
    boolean either = mayBeCyrillic && mayBeLatin;
    boolean ofLatin = mayBeCyrillic || !mayBeLatin && lessLatin;
    Optional<Text> language = mayBeCyrillic && (initials || mayBeLatin) ? language(firstLatin) : Optional.empty();
    String meant = ofLatin ? cyrillic(word) : latin(word);
    String key =
        !initials ? mayBeCyrillic != mayBeLatin || language.isPresent() ? "J036.meant" : "J036"
            : language.isPresent() ? "J036.initials.language"
            : either ? "J036.initials.either"
            : mayBeCyrillic ? "J036.initials.cyrillic"
            : mayBeLatin ? "J036.initials.latin"
            : "J036.initials";
    tell(
        key, ofLatin ? firstLatin : firstCyrillic, word, strangers(word, ofLatin), meant, meant(word, meant),
        ofLatin ? latin(word) : cyrillic(word), language.orElse(Text.of("")));
  }

  private static final Pattern LANGUAGE = Pattern.compile("\\sxml:lang\\s*=\\s*[\"']([A-Za-z]+)([\\w-]*)");

  /** What the language of the words is called, if it is one that is written with Cyrillic letters. */
  private Optional<Text> language(int i) {
    for (int tag = around(i); tag >= 0; tag = around(tag - 1)) {
      Matcher language = LANGUAGE.matcher(text).region(tag, text.indexOf('>', tag));
      if (language.find()) {
        boolean inLatin = language.group(2).toLowerCase(Locale.ROOT).contains("latn");
        String code = language.group(1).toLowerCase(Locale.ROOT);
        return Rulebook.get().writtenInCyrillic(code).filter(words -> !inLatin);
      }
    }
    return Optional.empty();
  }

  /** The letters of one alphabet in a word, each once. */
  private static Text strangers(String word, boolean latin) {
    List<Text> names =
        word.chars().filter(latin ? Characters::isLatin : Characters::isCyrillic).distinct().mapToObj(Characters::name).toList();
    return new Text(
        names.stream().map(Text::en).collect(Collectors.joining(", ")),
        names.stream().map(Text::zh).collect(Collectors.joining("、")));
  }

  /** The letters to write for those of the other alphabet, each once. */
  private static Text meant(String word, String meant) {
    List<String> letters =
        IntStream.range(0, word.length()).filter(i -> word.charAt(i) != meant.charAt(i)).mapToObj(meant::charAt).distinct()
            .map(letter -> "%c (U+%04X)".formatted(letter, (int) letter)).toList();
    return new Text(String.join(", ", letters), String.join("、", letters).replace(" (", "（").replace(')', '）'));
  }

  private static String cyrillic(String word) {
    return word.chars().map(c -> LATIN.indexOf(c) < 0 ? c : CYRILLIC.charAt(LATIN.indexOf(c)))
        .collect(StringBuilder::new, (cyrillic, c) -> cyrillic.append((char) c), StringBuilder::append).toString();
  }

  /** What is wrong with it as a name is told. */
  private boolean isNameOfTag(int start) {
    return at(start - 1) == '<' || at(start - 1) == '/' && at(start - 2) == '<';
  }

  /** Whether all letters of one alphabet look like some of the other, so that it is they that were mistyped. */
  private static boolean isStranger(String word, boolean latin) {
    return word.chars()
        .filter(latin ? Characters::isLatin : Characters::isCyrillic)
        .allMatch(c -> (latin ? LATIN : CYRILLIC).indexOf(c) >= 0);
  }

  /** An id as it would be with Latin letters in the place of Cyrillic ones that look the same. */
  static String latin(String id) {
    return id.chars().map(c -> CYRILLIC.indexOf(c) < 0 ? c : LATIN.charAt(CYRILLIC.indexOf(c)))
        .collect(StringBuilder::new, (latin, c) -> latin.append((char) c), StringBuilder::append).toString();
  }

  /** Whether an id only looks like another: letters of the other alphabet, for digits, or as wide as Chinese ones. */
  static boolean looksLike(String id, String other) {
    return !id.equals(other) && id.length() == other.length() && seen(id).equals(seen(other));
  }

  private static String seen(String id) {
    return latin(Normalizer.normalize(id, Normalizer.Form.NFKC)).replaceAll("[Oo]", "0").replaceAll("[lI]", "1");
  }

  /** {@code A. Я.}: a single letter, a full stop, perhaps a space, and another single letter with its full stop. */
  private boolean continuesInitials(int start, int i) {
    char c = all[i];
    boolean single = i - 1 >= start && (i - 2 < start || !isLetterOfTwoScripts(all[i - 2]));
    if (c == '.' && single && isLetterOfTwoScripts(all[i - 1])) {
      return true;
    }
    return c == ' ' && i - 1 >= start && all[i - 1] == '.' && i + 2 < all.length
        && isLetterOfTwoScripts(all[i + 1]) && all[i + 2] == '.';
  }

  /** Whether a text has any: where it has none, no mark of Chinese can be wrong. */
  static boolean isAnyHan(SourceText text) {
    return (text.kinds() & HAN) != 0;
  }

  /** A few of one kind among many of the other are slips; a file with much of both quotes on purpose. */
  private void scripts() {
    if (simplified + traditional < MANY) {
      return;
    }
    if (traditional > 0 && traditional * 5 < simplified) {
      tellOfScript("J037", slips(TRADITIONAL));
    } else if (simplified > 0 && simplified * 5 < traditional) {
      tellOfScript("J037.simplified", slips(SIMPLIFIED));
    }
  }

  /** So close to one another characters were pasted together, and are told together. */
  private static final int CLOSE = 3;

  private void tellOfScript(String key, Map<Character, int[]> slips) {
    var together = new StringBuilder();
    int first = 0;
    int last = 0;
    int count = 0;
    for (Map.Entry<Character, int[]> slip : slips.entrySet()) {
      int at = slip.getValue()[0];
      if (count > 0 && (at > last + CLOSE || text.substring(last, at).indexOf('<') >= 0)) {
        tell(key, first, together.toString(), count);
        together.setLength(0);
        count = 0;
      }
      first = count == 0 ? at : first;
      last = at;
      count += slip.getValue()[1];
      together.append(slip.getKey());
    }
    if (count > 0) {
      tell(key, first, together.toString(), count);
    }
  }

  /** Whether it may be a part of what was misread when others were lost. */
  private boolean isBesideLost(int i) {
    for (int near = Math.max(0, i - CLOSE); near <= i + CLOSE && near < all.length; near++) {
      if (all[near] == '\ufffd') {
        return true;
      }
    }
    return false;
  }

  /** Where each character of a script stands first, and how often it occurs. */
  private Map<Character, int[]> slips(int script) {
    Map<Character, int[]> slips = new LinkedHashMap<>();
    boolean inTag = false;
    for (int i = source.start(); i < all.length; i++) {
      char c = all[i];
      if (c == '<') {
        int skipped = skipped(i);
        inTag = skipped == i;
        i = skipped;
      } else if (c == '>') {
        inTag = false;
      } else if (!inTag && (KINDS[c] & script) != 0 && !isBesideLost(i)) {
        int at = i;
        slips.computeIfAbsent(c, first -> new int[] {at, 0})[1]++;
      }
    }
    return slips;
  }

  private void tell(String key, int at, Object... arguments) {
    if (isTold(key, at)) {
      findings.add(Finding.of(key, source.place(at), arguments));
    }
  }

  private boolean isTold(String key, int at) {
    if (garbled.get(at)) {
      return false;
    }
    boolean few = told.merge(key, 1, Integer::sum) <= TOLD;
    if (!few) {
      untold.putIfAbsent(key, at);
    }
    return few;
  }

  private void offer(String key, int from, int to, String replacement, Object... arguments) {
    if (isTold(key, from)) {
      findings.add(Finding.of(key, source.place(from), arguments).with(source.fix(from, to, replacement)));
    }
  }
}
