package jilu.print;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The container of a TrueType font: tables by their four-letter tag (OpenType 1.9, WOFF 1.0). */
final class Sfnt {
  private static final int TRUETYPE = 1 << 16;
  private static final int WOFF = 0x774F4646;
  private static final int CHECKSUM_MAGIC = 0xB1B0AFBA;
  private static final int CHECKSUM_ADJUSTMENT = 8;

  private final SortedMap<String, byte[]> tables;

  private Sfnt(SortedMap<String, byte[]> tables) {
    this.tables = tables;
  }

  /** Reads a TrueType file, or one packed as WOFF 1.0. */
  static Sfnt read(byte[] file) throws IOException {
    var in = ByteBuffer.wrap(file);
    return switch (in.getInt(0)) {
      case TRUETYPE -> new Sfnt(plainTables(in));
      case WOFF -> new Sfnt(packedTables(in));
      default -> throw new IOException("neither a TrueType nor a WOFF 1.0 font");
    };
  }

  private static SortedMap<String, byte[]> plainTables(ByteBuffer in) {
    var tables = new TreeMap<String, byte[]>();
    int count = in.getShort(4);
    for (int i = 0, entry = 12; i < count; i++, entry += 16) {
      tables.put(tag(in, entry), slice(in, in.getInt(entry + 8), in.getInt(entry + 12)));
    }
    return tables;
  }

  private static SortedMap<String, byte[]> packedTables(ByteBuffer in) throws IOException {
    var tables = new TreeMap<String, byte[]>();
    int count = in.getShort(12);
    for (int i = 0, entry = 44; i < count; i++, entry += 20) {
      var packed = slice(in, in.getInt(entry + 4), in.getInt(entry + 8));
      tables.put(tag(in, entry), unpack(packed, in.getInt(entry + 12)));
    }
    return tables;
  }

  private static byte[] unpack(byte[] packed, int length) throws IOException {
    if (packed.length == length) {
      return packed;
    }
    var inflater = new Inflater();
    try {
      inflater.setInput(packed);
      var table = new byte[length];
      if (inflater.inflate(table) != length) {
        throw new IOException("a table of the WOFF font is cut short");
      }
      return table;
    } catch (DataFormatException e) {
      throw new IOException("a table of the WOFF font is damaged", e);
    } finally {
      inflater.end();
    }
  }

  private static String tag(ByteBuffer in, int at) {
    return new String(slice(in, at, 4), StandardCharsets.US_ASCII);
  }

  private static byte[] slice(ByteBuffer in, int at, int length) {
    var bytes = new byte[length];
    in.get(at, bytes);
    return bytes;
  }

  boolean has(String tag) {
    return tables.containsKey(tag);
  }

  /** The table's bytes, backed by this font: what is written there changes the font. */
  ByteBuffer table(String tag) throws IOException {
    var table = tables.get(tag);
    if (table == null) {
      throw new IOException("the font has no table " + tag);
    }
    return ByteBuffer.wrap(table);
  }

  void put(String tag, byte[] table) {
    tables.put(tag, table);
  }

  void retain(Iterable<String> tags) {
    var kept = new TreeMap<String, byte[]>();
    for (var tag : tags) {
      if (has(tag)) {
        kept.put(tag, tables.get(tag));
      }
    }
    tables.clear();
    tables.putAll(kept);
  }

  /** A TrueType file: the same tables give the same bytes. */
  byte[] bytes() throws IOException {
    table("head").putInt(CHECKSUM_ADJUSTMENT, 0);
    int directory = 12 + 16 * tables.size();
    int length = directory + tables.values().stream().mapToInt(t -> padded(t.length)).sum();
    var out = ByteBuffer.allocate(length);
    putSearchHeader(out.putInt(TRUETYPE), tables.size(), 16);
    int offset = directory;
    int head = 0;
    for (Map.Entry<String, byte[]> entry : tables.entrySet()) {
      var table = entry.getValue();
      out.put(entry.getKey().getBytes(StandardCharsets.US_ASCII));
      out.putInt(checksum(table)).putInt(offset).putInt(table.length);
      out.put(offset, table);
      if (entry.getKey().equals("head")) {
        head = offset;
      }
      offset += padded(table.length);
    }
    out.putInt(head + CHECKSUM_ADJUSTMENT, CHECKSUM_MAGIC - checksum(out.array()));
    return out.array();
  }

  /** The count and the three numbers for binary search that follow every count in these formats. */
  static void putSearchHeader(ByteBuffer out, int count, int entrySize) {
    int power = Integer.highestOneBit(count);
    out.putShort((short) count)
        .putShort((short) (power * entrySize))
        .putShort((short) Integer.numberOfTrailingZeros(power))
        .putShort((short) ((count - power) * entrySize));
  }

  private static int padded(int length) {
    return (length + 3) & ~3;
  }

  private static int checksum(byte[] table) {
    var words = ByteBuffer.wrap(Arrays.copyOf(table, padded(table.length)));
    int sum = 0;
    while (words.hasRemaining()) {
      sum += words.getInt();
    }
    return sum;
  }
}
