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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From bytes to characters: in which encoding a file really is, whatever it says of itself. */
final class Encoding {
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"'“”]([^\"'“”\\n]*)[\"'“”]");
  private static final Pattern MARK = Pattern.compile("^(ï»¿|þÿ|ÿþ)");
  private static final Charset GBK = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("Big5");
  private static final Charset CYRILLIC = Charset.forName("windows-1251");
  private static final Charset LATIN = Charset.forName("windows-1252");

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
    String head = new String(bytes, 0, Math.min(bytes.length, 400), StandardCharsets.ISO_8859_1).replace("\0", "");
    Matcher matcher = DECLARED.matcher(MARK.matcher(head).replaceFirst(""));
    Optional<String> declared = matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    Charset claimed = declared.flatMap(Encoding::charset).orElse(StandardCharsets.UTF_8);
    if (marked.isPresent() && marked.get() != StandardCharsets.UTF_8) {
      return utf16(file, bytes, marked.get(), declared);
    }
    Optional<String> asUtf8 = utf8(bytes);
    if (asUtf8.isPresent()) {
      return utf8(file, asUtf8.get(), claimed, declared);
    }
    if (!claimed.equals(StandardCharsets.UTF_8)) {
      Optional<String> asClaimed = strictly(bytes, claimed);
      if (asClaimed.isPresent()) {
        return new Decoded(SourceText.of(file, asClaimed.get()), List.of(), false);
      }
    }
    return guess(file, bytes, claimed);
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

  private static Decoded utf8(Path file, String text, Charset claimed, Optional<String> declared) {
    SourceText source = SourceText.of(file, text);
    List<Finding> findings = new ArrayList<>();
    if (source.start() > 0) {
      findings.add(Finding.of("J006", source.place(1)));
    }
    boolean known = declared.flatMap(Encoding::charset).isPresent();
    boolean differs = !claimed.equals(StandardCharsets.UTF_8) && !claimed.equals(StandardCharsets.US_ASCII);
    if (declared.isPresent() && !known) {
      findings.add(declared(source, "J002.name", declared.get()));
    } else if (declared.isPresent() && differs && text.chars().skip(source.start()).anyMatch(c -> c >= 128)) {
      findings.add(declared(source, "J002.declared", declared.get()));
    }
    return new Decoded(source, findings, true);
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
    if (claimed.equals(StandardCharsets.UTF_8) && lost * 20 < asUtf8.chars().filter(c -> c >= 128).count()) {
      SourceText source = SourceText.of(file, asUtf8);
      return new Decoded(source, List.of(Finding.of("J002.byte", source.place(asUtf8.indexOf(0xfffd)), lost)), false);
    }
    Optional<Guess> best =
        java.util.stream.Stream.of(
                guess(bytes, StandardCharsets.UTF_16LE, "UTF-16"),
                guess(bytes, StandardCharsets.UTF_16BE, "UTF-16"),
                guess(bytes, GBK, "GBK (GB18030)"),
                guess(bytes, BIG5, "Big5"),
                guess(bytes, CYRILLIC, "Windows-1251"),
                guess(bytes, LATIN, "Windows-1252"))
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
    SourceText source = SourceText.of(file, guess.text());
    boolean wide = guess.name().equals("UTF-16");
    int offset = wide ? 0 : new String(bytes, 0, Math.min(bad, bytes.length), guess.charset()).length();
    return new Decoded(source, List.of(Finding.of("J002", source.place(offset), claimed.name(), guess.name())), false);
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
    long plausible =
        charset.equals(CYRILLIC)
            ? text.chars().filter(c -> c >= 'а' && c <= 'я').count()
            : charset.equals(LATIN)
                ? text.chars().filter(c -> "àáâäãåæçèéêëìíîïñòóôöõøùúûüýÿßœ’“”–—…«»".indexOf(c) >= 0).count() * 9 / 10
                : text.chars().filter(c -> FREQUENT.indexOf(c) >= 0).count() * 4;
    return Math.max(0, (plausible - 5.0 * odd) / foreign);
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

  /** Most files are sound; only where a character may stand for a bad byte does one look closer. */
  private static Optional<String> utf8(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf('\ufffd') < 0 ? Optional.of(text) : strictly(bytes, StandardCharsets.UTF_8);
  }

  private static int firstBadByte(byte[] bytes, Charset charset) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(in, CharBuffer.allocate(bytes.length + 1), true);
    return in.position();
  }
}
