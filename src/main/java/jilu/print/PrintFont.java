package jilu.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * A TrueType font, mostly Chinese, on its way to the printed page: what the page needs of OpenType's layout
 * features, which FOP applies badly or not at all, is moved into the tables that FOP does read.
 *
 * <p>Lengths are in font units; y grows upwards. Characters are code points.
 */
final class PrintFont {
  /** Closing marks whose right half is empty, and opening ones whose left half is (CLREQ 3.1.6). */
  static final String CLOSERS = "，。、；：？！”’）》〉」』】〕";

  static final String OPENERS = "“‘（《〈「『【〔";

  private static final List<String> KEPT_TABLES =
      List.of("OS/2", "cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx", "loca", "maxp",
          "name", "post", "prep");
  private static final int EM_DASH = '—';
  private static final int HORIZONTAL_BAR = '―';
  private static final int EN_DASH = '–';
  private static final int HYPHEN = '‐';
  private static final int MIDDLE_DOT = '·';
  private static final int FIRST_BEYOND_CYRILLIC = 0x530;
  private static final int FIRST_OF_MORE_LATIN = 0x1E00;
  private static final int FIRST_BEYOND_CURRENCIES = 0x20D0;
  private static final int LAST_GLYPH = 0xFFFE;

  /** Flags of a part of an assembled glyph. */
  private static final int WORD_ARGUMENTS = 0x1;

  private static final int OFFSETS = 0x2;
  private static final int ONE_SCALE = 0x8;
  private static final int MORE_PARTS = 0x20;
  private static final int TWO_SCALES = 0x40;
  private static final int FOUR_SCALES = 0x80;

  private final Sfnt file;
  private final int em;
  private final List<Glyph> glyphs;
  private final SortedMap<Integer, Integer> glyphOf;
  private final Map<Pair, Integer> kerning = new TreeMap<>();

  /** An outline as the glyf table has it, and its metrics. */
  private record Glyph(byte[] outline, int advance, int leftBearing) {
    boolean isEmpty() {
      return outline.length == 0;
    }

    Box box() {
      var in = ByteBuffer.wrap(outline);
      return new Box(in.getShort(2), in.getShort(4), in.getShort(6), in.getShort(8));
    }

    /** The same, the glyphs that it is assembled from, if any, numbered anew. */
    Glyph renumbered(IntUnaryOperator number) {
      if (isEmpty() || ByteBuffer.wrap(outline).getShort(0) >= 0) {
        return this;
      }
      var out = ByteBuffer.wrap(outline.clone());
      int flags;
      int at = 10;
      do {
        flags = out.getShort(at);
        out.putShort(at + 2, (short) number.applyAsInt(Short.toUnsignedInt(out.getShort(at + 2))));
        int arguments = (flags & WORD_ARGUMENTS) != 0 ? 4 : 2;
        int scales =
            (flags & ONE_SCALE) != 0 ? 2 : (flags & TWO_SCALES) != 0 ? 4 : (flags & FOUR_SCALES) != 0 ? 8 : 0;
        at += 4 + arguments + scales;
      } while ((flags & MORE_PARTS) != 0);
      return new Glyph(out.array(), advance, leftBearing);
    }
  }

  private record Box(int left, int bottom, int right, int top) {
    Box moved(int dx, int dy) {
      return new Box(left + dx, bottom + dy, right + dx, top + dy);
    }

    Box around(Box other) {
      return new Box(Math.min(left, other.left), Math.min(bottom, other.bottom),
          Math.max(right, other.right), Math.max(top, other.top));
    }
  }

  private record Part(int glyph, int dx, int dy) {}

  private record Pair(int left, int right) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      return left != other.left
          ? Integer.compare(left, other.left)
          : Integer.compare(right, other.right);
    }
  }

  private PrintFont(Sfnt file) throws IOException {
    this.file = file;
    em = file.table("head").getShort(18);
    glyphs = readGlyphs(file);
    glyphOf = readCharacters(file.table("cmap"));
  }

  static PrintFont read(byte[] bytes) throws IOException {
    return new PrintFont(Sfnt.read(bytes));
  }

  /** The characters of a font, without its outlines. */
  static Set<Integer> characters(byte[] bytes) throws IOException {
    var glyphOf = readCharacters(Sfnt.read(bytes).table("cmap"));
    glyphOf.values().removeIf(glyph -> glyph == 0);
    return glyphOf.keySet();
  }

  /**
   * Gives every character a glyph of its own, for a PDF knows only one character per glyph: where
   * 人 and the radical ⼈ share one, a reader would copy the wrong of the two.
   */
  void separateCharacters() {
    var taken = new BitSet();
    glyphOf.replaceAll((character, glyph) -> {
      if (taken.get(glyph)) {
        return add(glyphs.get(glyph));
      }
      taken.set(glyph);
      return glyph;
    });
  }

  /** Makes the dash fill its em, so that the two dashes of —— join (GB/T 15834 4.8). */
  void joinDashes() {
    int glyph = glyphOf.getOrDefault(EM_DASH, 0);
    if (glyph == 0) {
      return;
    }
    var box = glyphs.get(glyph).box();
    int[] x = {0, 0, em, em};
    int[] y = {box.bottom, box.top, box.top, box.bottom};
    glyphOf.put(EM_DASH, add(new Glyph(outline(x, y), em, 0)));
  }

  /** Sets quotation marks in a full em, opening ones at its right edge and closing ones at its left. */
  void widenQuotes() {
    for (int quote : "“‘".codePoints().toArray()) {
      setInCell(quote, em, em);
    }
    for (int quote : "”’".codePoints().toArray()) {
      setInCell(quote, em, 0);
    }
  }

  /**
   * Makes a face for Latin, Greek and Cyrillic text: of the characters only theirs, and those that Chinese shares with
   * them as wide as their ink, at the height of the letters. What is so already, stays.
   */
  void makeWestern() {
    glyphOf.keySet().removeIf(character -> !isWestern(character));
    lower("“”‘’", top('"'));
    standOnTheLine('‥', 2);
    standOnTheLine('…', 3);
    drawDash();
    glyphOf.computeIfPresent(HORIZONTAL_BAR, (bar, own) -> glyphOf.get(EM_DASH));
    glyphOf.computeIfPresent(HYPHEN, (hyphen, own) -> glyphOf.get((int) '-'));
    List.copyOf(glyphOf.keySet()).stream()
        .filter(character -> !Character.isLetterOrDigit(character) && isOfChinese(glyph(character)))
        .forEach(character -> set(character, 0));
    dropUnused();
  }

  private static boolean isWestern(int character) {
    return character < FIRST_BEYOND_CYRILLIC
        || character >= FIRST_OF_MORE_LATIN && character < FIRST_BEYOND_CURRENCIES
        || character == '№' || character == '™';
  }

  private Glyph glyph(int character) {
    return glyphs.get(glyphOf.getOrDefault(character, 0));
  }

  private int top(int character) {
    return glyph(character).box().top;
  }

  /** Whether a sign fills an em, as in Chinese, or its ink is wider than the sign. */
  private boolean isOfChinese(Glyph sign) {
    return !sign.isEmpty() && (sign.advance == em || sign.advance < sign.box().right - sign.box().left);
  }

  /** Sets a sign between two equal bearings. */
  private void set(int character, int dy) {
    var box = glyph(character).box();
    int width = box.right - box.left + 2 * bearing();
    glyphOf.put(character, add(assemble(width, new Part(glyphOf.get(character), bearing() - box.left, dy))));
  }

  private int bearing() {
    return em * 43 / 1000;
  }

  private void lower(String quotes, int height) {
    quotes.codePoints()
        .filter(quote -> glyphOf.containsKey(quote) && top(quote) - height > em / 40)
        .forEach(quote -> set(quote, height - top(quote)));
  }

  /** Ellipses of Chinese stand at half the height of a character. */
  private void standOnTheLine(int character, int count) {
    if (!glyphOf.containsKey(character) || glyph(character).box().bottom < top('.')) {
      return;
    }
    int stop = glyphOf.get((int) '.');
    int pitch = glyphs.get(stop).advance * 9 / 10;
    var parts = new Part[count];
    for (int i = 0; i < count; i++) {
      parts[i] = new Part(stop, i * pitch, 0);
    }
    glyphOf.put(character, add(assemble(count * pitch, parts)));
  }

  /** A dash of Chinese fills its em, and may stand higher than the shorter dash: another is drawn like that. */
  private void drawDash() {
    if (glyphOf.containsKey(EM_DASH) && glyphOf.containsKey(EN_DASH) && glyph(EM_DASH).advance == em) {
      var box = glyph(EN_DASH).box();
      int right = em * 85 / 100;
      int[] x = {bearing(), bearing(), right, right};
      int[] y = {box.bottom, box.top, box.top, box.bottom};
      glyphOf.put(EM_DASH, add(new Glyph(outline(x, y), right + bearing(), bearing())));
    }
  }

  /** Keeps the glyphs of the characters, with those that they are assembled from, and the first, for what has none. */
  private void dropUnused() {
    var all = List.copyOf(glyphs);
    var kept = new HashMap<Integer, Integer>();
    glyphs.clear();
    keep(0, all, kept);
    glyphOf.replaceAll((character, glyph) -> keep(glyph, all, kept));
  }

  private int keep(int glyph, List<Glyph> all, Map<Integer, Integer> kept) {
    if (!kept.containsKey(glyph)) {
      int number = add(all.get(glyph));
      kept.put(glyph, number);
      glyphs.set(number, all.get(glyph).renumbered(part -> keep(part, all, kept)));
    }
    return kept.get(glyph);
  }

  /**
   * Makes a face of one family go with a Chinese one: its letters larger, its lines where those of the other are, which
   * reach from 0.12 em below the letters to 0.88 em above.
   */
  void adapt(double enlarged) throws IOException {
    int newEm = (int) Math.round(em / enlarged);
    file.table("head").putShort(18, (short) newEm);
    int below = newEm * 12 / 100;
    file.table("OS/2").putShort(68, (short) (newEm - below)).putShort(70, (short) -below);
  }

  /** Sets the dot between the parts of a foreign name in half an em (GB/T 15834 4.11). */
  void halveMiddleDot() {
    int glyph = glyphOf.getOrDefault(MIDDLE_DOT, 0);
    if (glyph != 0) {
      setInCell(MIDDLE_DOT, em / 2, (em / 2 + glyphs.get(glyph).advance) / 2);
    }
  }

  private void setInCell(int character, int width, int rightEdge) {
    int glyph = glyphOf.getOrDefault(character, 0);
    if (glyph == 0 || glyphs.get(glyph).advance == width) {
      return;
    }
    int dx = rightEdge == 0 ? 0 : rightEdge - glyphs.get(glyph).advance;
    glyphOf.put(character, add(assemble(width, new Part(glyph, dx, 0))));
  }

  /** Halves the space between two marks whose empty halves meet, as in 。” and 》《 (CLREQ 3.1.6). */
  void compressPunctuation() {
    CLOSERS.chars().forEach(left ->
        (OPENERS + CLOSERS).chars().forEach(right -> kern(left, right, -em / 2)));
    OPENERS.chars().forEach(left ->
        OPENERS.chars().forEach(right -> kern(left, right, -em / 2)));
  }

  private void kern(int left, int right, int by) {
    if (glyphOf.containsKey(left) && glyphOf.containsKey(right)) {
      kerning.put(new Pair(glyphOf.get(left), glyphOf.get(right)), by);
    }
  }

  /** Sets a dot under every ideograph: a face for emphasis (着重号, GB/T 15834 4.9). */
  void dotIdeographs() {
    int radius = em * 45 / 1000;
    int below = -em * 205 / 1000;
    int dot = add(dot(radius));
    glyphOf.replaceAll((character, glyph) -> {
      if (!Character.isIdeographic(character) || glyphs.get(glyph).isEmpty()) {
        return glyph;
      }
      int advance = glyphs.get(glyph).advance;
      return add(assemble(advance, new Part(glyph, 0, 0), new Part(dot, advance / 2, below)));
    });
  }

  private static Glyph dot(int radius) {
    int near = radius * 41 / 100;
    int[] x = {-radius, -radius, -near, near, radius, radius, near, -near};
    int[] y = {-near, near, radius, radius, near, -near, -radius, -radius};
    return new Glyph(outline(x, y), 0, -radius);
  }

  private int add(Glyph glyph) {
    if (glyphs.size() > LAST_GLYPH) {
      throw new IllegalStateException("the font has more glyphs than a TrueType font can hold");
    }
    glyphs.add(glyph);
    return glyphs.size() - 1;
  }

  private Glyph assemble(int advance, Part... parts) {
    var box = List.of(parts).stream()
        .map(part -> glyphs.get(part.glyph).box().moved(part.dx, part.dy))
        .reduce(Box::around).orElseThrow();
    var out = ByteBuffer.allocate(10 + 8 * parts.length);
    putHeader(out, -1, box);
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      putShorts(out, WORD_ARGUMENTS | OFFSETS | (last ? 0 : MORE_PARTS), parts[i].glyph, parts[i].dx, parts[i].dy);
    }
    return new Glyph(out.array(), advance, box.left);
  }

  /** One closed contour through the given points, with straight sides. */
  private static byte[] outline(int[] x, int[] y) {
    var box = new Box(x[0], y[0], x[0], y[0]);
    for (int i = 1; i < x.length; i++) {
      box = box.around(new Box(x[i], y[i], x[i], y[i]));
    }
    final byte onCurve = 1;
    var out = ByteBuffer.allocate(10 + 2 + 2 + 5 * x.length);
    putHeader(out, 1, box);
    putShorts(out, x.length - 1, 0);
    for (int i = 0; i < x.length; i++) {
      out.put(onCurve);
    }
    putSteps(out, x);
    putSteps(out, y);
    return out.array();
  }

  private static void putHeader(ByteBuffer out, int contours, Box box) {
    putShorts(out, contours, box.left, box.bottom, box.right, box.top);
  }

  private static void putSteps(ByteBuffer out, int[] positions) {
    int from = 0;
    for (int to : positions) {
      putShorts(out, to - from);
      from = to;
    }
  }

  private static void putShorts(ByteBuffer out, int... values) {
    for (int value : values) {
      out.putShort((short) value);
    }
  }

  private static List<Glyph> readGlyphs(Sfnt file) throws IOException {
    if (file.has("fvar")) {
      throw new IOException("a variable font cannot be printed; a static one is needed");
    }
    var outlines = file.table("glyf");
    var offsets = file.table("loca");
    var metrics = file.table("hmtx");
    boolean longOffsets = file.table("head").getShort(50) == 1;
    int count = Short.toUnsignedInt(file.table("maxp").getShort(4));
    int fullMetrics = Short.toUnsignedInt(file.table("hhea").getShort(34));
    var glyphs = new ArrayList<Glyph>(count);
    for (int i = 0; i < count; i++) {
      int start = offset(offsets, longOffsets, i);
      var outline = new byte[offset(offsets, longOffsets, i + 1) - start];
      outlines.get(start, outline);
      int full = Math.min(i, fullMetrics - 1);
      int bearingAt = i < fullMetrics ? 4 * i + 2 : 4 * fullMetrics + 2 * (i - fullMetrics);
      int advance = Short.toUnsignedInt(metrics.getShort(4 * full));
      glyphs.add(new Glyph(outline, advance, metrics.getShort(bearingAt)));
    }
    return glyphs;
  }

  private static int offset(ByteBuffer offsets, boolean longOffsets, int glyph) {
    return longOffsets
        ? offsets.getInt(4 * glyph)
        : 2 * Short.toUnsignedInt(offsets.getShort(2 * glyph));
  }

  private static SortedMap<Integer, Integer> readCharacters(ByteBuffer cmap) throws IOException {
    int count = cmap.getShort(2);
    for (int i = 0; i < count; i++) {
      int start = cmap.getInt(4 + 8 * i + 4);
      if (cmap.getShort(start) == 12) {
        return readSegments(cmap, start);
      }
    }
    throw new IOException("the font has no cmap of format 12, which lists all of Unicode");
  }

  private static SortedMap<Integer, Integer> readSegments(ByteBuffer cmap, int start) {
    var glyphOf = new TreeMap<Integer, Integer>();
    int count = cmap.getInt(start + 12);
    for (int i = 0, at = start + 16; i < count; i++, at += 12) {
      int first = cmap.getInt(at);
      for (int c = first; c <= cmap.getInt(at + 4); c++) {
        glyphOf.put(c, cmap.getInt(at + 8) + c - first);
      }
    }
    return glyphOf;
  }

  byte[] bytes() throws IOException {
    file.retain(KEPT_TABLES);
    writeGlyphs();
    file.put("cmap", characterTable());
    file.put("post", postTable());
    if (!kerning.isEmpty()) {
      file.put("kern", kerningTable());
    }
    return file.bytes();
  }

  private void writeGlyphs() throws IOException {
    var outlines = new ByteArrayOutputStream();
    var offsets = ByteBuffer.allocate(4 * (glyphs.size() + 1));
    var metrics = ByteBuffer.allocate(4 * glyphs.size());
    for (var glyph : glyphs) {
      offsets.putInt(outlines.size());
      outlines.writeBytes(glyph.outline);
      outlines.writeBytes(new byte[-glyph.outline.length & 3]);
      putShorts(metrics, glyph.advance, glyph.leftBearing);
    }
    offsets.putInt(outlines.size());
    file.put("glyf", outlines.toByteArray());
    file.put("loca", offsets.array());
    file.put("hmtx", metrics.array());
    file.table("head").putShort(50, (short) 1);
    file.table("hhea").putShort(34, (short) glyphs.size());
    var limits = file.table("maxp").putShort(4, (short) glyphs.size());
    raise(limits, 10, 2000);
    raise(limits, 12, 200);
    raise(limits, 28, 2);
    raise(limits, 30, 3);
  }

  /** Room for an assembled glyph: its points, contours, parts, and parts of parts. */
  private static void raise(ByteBuffer limits, int at, int least) {
    limits.putShort(at, (short) Math.max(limits.getShort(at), least));
  }

  private byte[] characterTable() {
    record Segment(int first, int last, int glyph) {}
    var segments = new ArrayList<Segment>();
    glyphOf.forEach((character, glyph) -> {
      var open = segments.isEmpty() ? new Segment(-2, -2, 0) : segments.get(segments.size() - 1);
      boolean continues =
          open.last + 1 == character && open.glyph + character - open.first == glyph;
      if (continues) {
        segments.set(segments.size() - 1, new Segment(open.first, character, open.glyph));
      } else {
        segments.add(new Segment(character, character, glyph));
      }
    });
    final int windows = 3;
    final int allOfUnicode = 10;
    int length = 16 + 12 * segments.size();
    var out = ByteBuffer.allocate(12 + length);
    putShorts(out, 0, 1, windows, allOfUnicode);
    out.putInt(12);
    putShorts(out, 12, 0);
    out.putInt(length).putInt(0).putInt(segments.size());
    segments.forEach(s -> out.putInt(s.first).putInt(s.last).putInt(s.glyph));
    return out.array();
  }

  /** The table's version 3.0 (16.16), which names no glyphs: the names would no longer fit. */
  private byte[] postTable() throws IOException {
    var old = file.table("post");
    return ByteBuffer.allocate(32).putInt(3 << 16).put(old.array(), 4, 12).array();
  }

  private byte[] kerningTable() {
    int length = 14 + 6 * kerning.size();
    var out = ByteBuffer.allocate(4 + length);
    final int horizontal = 1;
    putShorts(out, 0, 1, 0, length, horizontal);
    Sfnt.putSearchHeader(out, kerning.size(), 6);
    kerning.forEach((pair, by) -> putShorts(out, pair.left, pair.right, by));
    return out.array();
  }
}
