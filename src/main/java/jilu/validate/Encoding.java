package jilu.validate;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** From bytes to characters: in which encoding a file really is, whatever it says of itself. */
final class Encoding {
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"'“”]([^\"'“”\\n]*)[\"'“”]");

  /** As nearly all files begin. */
  private static final byte[] USUAL =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>".getBytes(StandardCharsets.US_ASCII);

  private static final Pattern MARK = Pattern.compile("^(ï»¿|þÿ|ÿþ)");
  private static final Charset GBK = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("Big5");
  private static final Charset CYRILLIC = Charset.forName("windows-1251");

  /** Frequent enough that a page of Chinese has many of them, in either script. */
  private static final String FREQUENT =
      "的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于着下自之年"
          + "过過发發后後作里用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實";

  private Encoding() {}

  /**
   * The characters of a file.
   *
   * @param utf8 whether each byte can be written back as it was
   */
  record Decoded(SourceText text, List<Finding> findings, boolean utf8) {
    /** With several things mended, none of which stands within another. */
    Decoded mended(List<Fix> fixes) {
      SourceText mended = text;
      // From the last on: so those before stay where they are.
      for (Fix fix : fixes.stream().sorted(Comparator.comparingInt(Fix::start).reversed()).toList()) {
        mended = mended.mended(fix);
      }
      return new Decoded(mended, findings, utf8);
    }
  }

  static Decoded decode(Path file, byte[] bytes) {
    Optional<Charset> marked = byteOrderMark(bytes);
    Optional<String> declared = declared(bytes);
    Charset claimed = declared.flatMap(Encoding::charset).orElse(StandardCharsets.UTF_8);
    if (marked.isPresent() && marked.get() != StandardCharsets.UTF_8) {
      return utf16(file, bytes, marked.get(), declared);
    }
    Optional<Utf8> asUtf8 = Utf8.decode(bytes);
    if (asUtf8.isPresent()) {
      return utf8(file, asUtf8.get(), claimed, declared);
    }
    if (!claimed.equals(StandardCharsets.UTF_8)) {
      Optional<String> asClaimed = strictly(bytes, claimed);
      if (asClaimed.isPresent()) {
        return claimed.equals(StandardCharsets.ISO_8859_1)
            ? latin(file, bytes, asClaimed.get())
            : new Decoded(SourceText.of(file, asClaimed.get()), List.of(), false);
      }
    }
    return guess(file, bytes, claimed);
  }

  /** The encoding that a file says it has. */
  private static Optional<String> declared(byte[] bytes) {
    if (Arrays.equals(bytes, 0, Math.min(bytes.length, USUAL.length), USUAL, 0, USUAL.length)) {
      return Optional.of(StandardCharsets.UTF_8.name());
    }
    String head = new String(bytes, 0, Math.min(bytes.length, 400), StandardCharsets.ISO_8859_1).replace("\0", "");
    Matcher matcher = DECLARED.matcher(MARK.matcher(head).replaceFirst(""));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Whether too many of the first characters are controls for any text. */
  static boolean isData(String text) {
    int length = Math.min(text.length(), 4000);
    int controls = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      controls += c < ' ' && c != '\n' && c != '\r' && c != '\t' ? 1 : 0;
    }
    return controls * 20 > length;
  }

  private static Decoded utf8(Path file, Utf8 decoded, Charset claimed, Optional<String> declared) {
    SourceText source = SourceText.of(file, decoded);
    String text = decoded.text();
    List<Finding> findings = new ArrayList<>();
    if (source.start() > 0) {
      findings.add(Finding.of("J006", source.place(1)));
    }
    boolean known = declared.flatMap(Encoding::charset).isPresent();
    boolean differs = !claimed.equals(StandardCharsets.UTF_8) && !claimed.equals(StandardCharsets.US_ASCII);
    if (declared.isPresent() && !known) {
      findings.add(declared(source, "J002.name", declared.get()));
    } else if (declared.isPresent() && differs
        && (isWide(claimed) ? text.indexOf('\0') < 0 : text.chars().skip(source.start()).anyMatch(c -> c >= 128))) {
      findings.add(declared(source, "J002.declared", declared.get()));
    }
    return new Decoded(source, findings, true);
  }

  /** Where Latin-1 has control characters, Windows has marks that people write. */
  private static Decoded latin(Path file, byte[] bytes, String text) {
    OptionalInt control =
        IntStream.range(0, text.length()).filter(i -> text.charAt(i) >= 0x80 && text.charAt(i) < 0xa0).findFirst();
    Optional<Guess> asWindows = control.isPresent() ? windows(bytes) : Optional.empty();
    if (asWindows.isEmpty()) {
      return new Decoded(SourceText.of(file, text), List.of(), false);
    }
    SourceText source = SourceText.of(file, asWindows.get().text());
    Finding windows = Finding.of("J002", source.place(control.getAsInt()), "ISO-8859-1", asWindows.get().name());
    return new Decoded(source, List.of(windows), false);
  }

  /** Whether in an encoding even the letters of ASCII are other bytes, as in UTF-16. */
  private static boolean isWide(Charset charset) {
    return !new String(new byte[] {'<'}, charset).equals("<");
  }

  /** What the first line says is wrong, of a file that is UTF-8. */
  private static Finding declared(SourceText source, String key, String latin) {
    String name = new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    String text = source.text();
    int at = Markup.firstInk(text, text.indexOf('=', text.indexOf("encoding")) + 1, text.length()) + 1;
    return Finding.of(key, source.place(at), name).with(source.fix(at, at + name.length(), "UTF-8"));
  }

  /** XML may be UTF-16, if it does not say that it is something else. */
  private static Decoded utf16(Path file, byte[] bytes, Charset charset, Optional<String> declared) {
    SourceText source = SourceText.of(file, new String(bytes, charset));
    boolean said = declared.isEmpty() || declared.get().toUpperCase(java.util.Locale.ROOT).startsWith("UTF-16");
    if (said) {
      return new Decoded(source, List.of(), false);
    }
    Finding wrong = Finding.of("J002", source.place(source.start()), declared.get(), "UTF-16");
    return new Decoded(source, List.of(wrong), false);
  }

  private record Guess(Charset charset, String name, String text, double likelihood) {}

  private static Decoded guess(Path file, byte[] bytes, Charset claimed) {
    // Where nearly all characters are sound it is UTF-8, however well another encoding would do.
    String asUtf8 = new String(bytes, StandardCharsets.UTF_8);
    long lost = asUtf8.chars().filter(c -> c == 0xfffd).count();
    long foreign = asUtf8.chars().filter(c -> c >= 128).count();
    if (claimed.equals(StandardCharsets.UTF_8) && lost * 20 < foreign) {
      return damaged(file, asUtf8, lost);
    }
    Optional<Guess> best =
        java.util.stream.Stream.of(
                guess(bytes, StandardCharsets.UTF_16LE, "UTF-16"),
                guess(bytes, StandardCharsets.UTF_16BE, "UTF-16"),
                guess(bytes, GBK, "GBK (GB18030)"),
                guess(bytes, BIG5, "Big5"),
                guess(bytes, CYRILLIC, "Windows-1251"),
                windows(bytes))
            .flatMap(Optional::stream)
            .filter(guess -> guess.likelihood() > 0)
            .max(Comparator.comparingDouble(Guess::likelihood));
    int bad = firstBadByte(bytes, claimed);
    if (best.isEmpty()) {
      SourceText source = SourceText.of(file, new String(bytes, claimed));
      Place place = source.place(new String(bytes, 0, bad, claimed).length());
      return new Decoded(source, List.of(Finding.of("J002.unknown", place, claimed.name())), false);
    }
    Guess guess = best.get();
    // Letters of one byte each hardly ever make a character of UTF-8 by chance.
    boolean ofOneByte = guess.name().startsWith("Windows") || guess.charset().equals(Accents.LATIN_2);
    if (claimed.equals(StandardCharsets.UTF_8) && ofOneByte && lost * 2 <= foreign) {
      return damaged(file, asUtf8, lost);
    }
    SourceText source = SourceText.of(file, guess.text());
    boolean wide = guess.name().equals("UTF-16");
    int offset = wide ? 0 : new String(bytes, 0, Math.min(bad, bytes.length), guess.charset()).length();
    return new Decoded(source, List.of(Finding.of("J002", source.place(offset), claimed.name(), guess.name())), false);
  }

  private static Decoded damaged(Path file, String asUtf8, long lost) {
    SourceText source = SourceText.of(file, asUtf8);
    return new Decoded(source, List.of(Finding.of("J002.byte", source.place(asUtf8.indexOf(0xfffd)), lost)), false);
  }

  private static Optional<Guess> windows(byte[] bytes) {
    return Accents.areLatin2(bytes)
        ? guess(bytes, Accents.LATIN_2, Accents.LATIN_2.name())
        : Accents.areCentral(bytes)
        ? guess(bytes, Accents.CENTRAL, "Windows-1250")
        : guess(bytes, Accents.WESTERN, "Windows-1252");
  }

  private static Optional<Guess> guess(byte[] bytes, Charset charset, String name) {
    return strictly(bytes, charset).map(text -> new Guess(charset, name, text, likelihood(text, charset)));
  }

  /** How much of what is not ASCII looks like a text that someone would write in this encoding. */
  private static double likelihood(String text, Charset charset) {
    if (!text.contains("<")) {
      return 0;
    }
    long foreign = text.chars().filter(c -> c >= 128).count();
    long odd = text.chars().filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' || c >= 0xE000 && c < 0xF900).count();
    if (foreign == 0) {
      return odd == 0 ? 1 : 0;
    }
    double plausible =
        charset.equals(CYRILLIC)
            ? isOfRussianWords(text) ? text.chars().filter(c -> c >= 'а' && c <= 'я').count() : 0
            : charset.equals(Accents.WESTERN)
                ? among("àáâäãåæçèéêëìíîïñòóôöõøùúûüýÿßœ" + MARKS, text) * 0.9
                : charset.equals(Accents.CENTRAL) || charset.equals(Accents.LATIN_2)
                    ? among(Accents.LETTERS_OF_CENTRAL + MARKS, text) * 0.9
                    : among(FREQUENT, text) * 4;
    // Of a sign or two in an English text, such as ©, nothing else is known.
    double least = charset.equals(Accents.WESTERN) && !TWO_FOREIGN.matcher(text).find() ? 0.01 : 0;
    return Math.max(0, (Math.max(plausible, least) - 5.0 * odd) / foreign);
  }

  private static final String MARKS = "’„“”–—…«»";

  private static long among(String characters, String text) {
    return text.chars().filter(c -> characters.indexOf(c) >= 0).count();
  }

  private static final Pattern TWO_FOREIGN = Pattern.compile("[^\\x00-\\x7f]{2}");

  private static final Pattern WITH_RUSSIAN =
      Pattern.compile("(?<![A-Za-z])[A-Za-z]*+[\u0400-\u04ff][A-Za-z\u0400-\u04ff]*+");

  private static final Pattern RUSSIAN = Pattern.compile("[\u0400-\u04ff]{2,}+");

  /** Read as Russian, é and ü are Cyrillic letters within Latin words, and à is one alone. */
  private static boolean isOfRussianWords(String text) {
    int pure = 0;
    int mixed = 0;
    Matcher word = WITH_RUSSIAN.matcher(text);
    while (word.find()) {
      pure += RUSSIAN.matcher(word.group()).matches() ? 1 : 0;
      mixed += word.group().chars().anyMatch(c -> c < 128) ? 1 : 0;
    }
    return pure > mixed;
  }

  private static Optional<Charset> byteOrderMark(byte[] bytes) {
    if (bytes.length >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb && (bytes[2] & 0xff) == 0xbf) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    boolean big = bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff;
    boolean little = bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe;
    return big || little ? Optional.of(StandardCharsets.UTF_16) : Optional.empty();
  }

  private static Optional<Charset> charset(String name) {
    try {
      Charset charset = Charset.forName(name);
      return Optional.of(charset.name().equals("GBK") || charset.name().equals("GB2312") ? GBK : charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static int firstBadByte(byte[] bytes, Charset charset) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(in, CharBuffer.allocate(bytes.length + 1), true);
    return in.position();
  }
}
