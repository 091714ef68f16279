package jilu.edition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import jilu.edition.Catalog.Definition;
import jilu.edition.Catalog.Pointer;

/** What is said of files as bytes, one thing after the other; numbers in groups of seven bits, the lowest first. */
final class Packed {
  private byte[] bytes;
  private int at;

  private Packed(byte[] bytes) {
    this.bytes = bytes;
  }

  static <T> byte[] bytes(List<T> all, BiConsumer<Packed, T> writer) {
    var out = new Packed(new byte[1 << 9]);
    out.number(all.size());
    all.forEach(one -> writer.accept(out, one));
    return Arrays.copyOf(out.bytes, out.at);
  }

  static <T> List<T> list(byte[] bytes, Function<Packed, T> reader) {
    var in = new Packed(bytes);
    int size = in.number();
    List<T> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      all.add(reader.apply(in));
    }
    return all;
  }

  void definition(Definition definition) {
    text(definition.id());
    text(definition.element());
    tag(definition.tag());
  }

  Definition definition(String file) {
    return new Definition(text(), text().intern(), file, tag());
  }

  /** An attribute mostly holds no more than the one reference. */
  void pointer(Pointer pointer) {
    text(pointer.target());
    text(pointer.attribute());
    text(pointer.value().equals(pointer.target()) ? "" : pointer.value());
    text(String.join(" ", pointer.expects()));
    text(pointer.words());
    tag(pointer.tag());
  }

  Pointer pointer(String file) {
    String target = text();
    String attribute = text().intern();
    String value = text();
    List<String> expects = Card.kinds(text());
    String words = text();
    return new Pointer(target, attribute, value.isEmpty() ? target : value, expects, file, tag(), words);
  }

  private void tag(Tag tag) {
    number(tag.line());
    number(tag.column());
  }

  private Tag tag() {
    return new Tag(number(), number());
  }

  private void text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    number(encoded.length);
    make(encoded.length);
    System.arraycopy(encoded, 0, bytes, at, encoded.length);
    at += encoded.length;
  }

  private String text() {
    int length = number();
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  private void number(int number) {
    make(5);
    int rest = number;
    for (; (rest & ~0x7F) != 0; rest >>>= 7) {
      bytes[at++] = (byte) (rest | 0x80);
    }
    bytes[at++] = (byte) rest;
  }

  private int number() {
    int number = 0;
    int shift = 0;
    while (bytes[at] < 0) {
      number |= (bytes[at++] & 0x7F) << shift;
      shift += 7;
    }
    return number | bytes[at++] << shift;
  }

  private void make(int room) {
    if (at + room > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (at + room));
    }
  }
}
