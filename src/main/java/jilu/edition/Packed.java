package jilu.edition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What is said of files as bytes, one thing after the other; numbers in groups of seven bits, the lowest first. */
public final class Packed {
  private byte[] bytes;
  private int at;

  private Packed(byte[] bytes) {
    this.bytes = bytes;
  }

  public static <T> byte[] bytes(List<T> all, BiConsumer<Packed, T> writer) {
    var out = new Packed(new byte[1 << 9]);
    out.list(all, writer);
    return Arrays.copyOf(out.bytes, out.at);
  }

  public static <T> List<T> list(byte[] bytes, Function<Packed, T> reader) {
    return new Packed(bytes).list(reader);
  }

  public <T> void list(List<T> all, BiConsumer<Packed, T> writer) {
    number(all.size());
    all.forEach(one -> writer.accept(this, one));
  }

  public <T> List<T> list(Function<Packed, T> reader) {
    int size = number();
    List<T> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      all.add(reader.apply(this));
    }
    return all;
  }

  public void tag(Tag tag) {
    number(tag.line());
    number(tag.column());
  }

  public Tag tag() {
    return new Tag(number(), number());
  }

  public void text(String text) {
    run(text.getBytes(StandardCharsets.UTF_8));
  }

  public String text() {
    int length = number();
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  public void number(int number) {
    make(5);
    int rest = number;
    for (; (rest & ~0x7F) != 0; rest >>>= 7) {
      bytes[at++] = (byte) (rest | 0x80);
    }
    bytes[at++] = (byte) rest;
  }

  public int number() {
    int number = 0;
    int shift = 0;
    while (bytes[at] < 0) {
      number |= (bytes[at++] & 0x7F) << shift;
      shift += 7;
    }
    return number | bytes[at++] << shift;
  }

  public void bits(BitSet bits) {
    run(bits.toByteArray());
  }

  public BitSet bits() {
    int length = number();
    at += length;
    return BitSet.valueOf(Arrays.copyOfRange(bytes, at - length, at));
  }

  private void run(byte[] run) {
    number(run.length);
    make(run.length);
    System.arraycopy(run, 0, bytes, at, run.length);
    at += run.length;
  }

  private void make(int room) {
    if (at + room > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (at + room));
    }
  }
}
