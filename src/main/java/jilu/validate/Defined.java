package jilu.validate;

import java.io.IOException;
import java.util.List;
import java.util.function.ToLongFunction;
import jilu.edition.Catalog.Definition;
import jilu.edition.Numbers;

/**
 * All ids that are defined, and of what kind of element, by hashes of 64 bits: beside millions of ids one that is not
 * there is taken for one of them in less than one of a million million cases. Files tell theirs in any order; then it
 * is asked.
 */
final class Defined implements AutoCloseable {
  /** The basis and the prime of the Fowler–Noll–Vo hash of 64 bits. */
  private static final long FNV_BASIS = 0xcbf29ce484222325L;

  private static final long FNV_PRIME = (1L << 40) + 0x1b3;

  private final Numbers ids;
  private final Numbers ofKinds;

  /** @param room how many ids stay in memory */
  Defined(int room) {
    ids = new Numbers(room);
    ofKinds = new Numbers(room);
  }

  void add(List<Definition> ofFile) {
    ids.add(hashes(ofFile, definition -> hash(FNV_BASIS, definition.id())));
    ofKinds.add(hashes(ofFile, definition -> hash(hash(FNV_BASIS, definition.id()), " " + definition.element())));
  }

  private static long[] hashes(List<Definition> definitions, ToLongFunction<Definition> hash) {
    return definitions.stream().mapToLong(hash).toArray();
  }

  /** No more files will come. */
  void complete() {
    ids.sort();
    ofKinds.sort();
  }

  boolean has(String id) {
    return ids.has(hash(FNV_BASIS, id));
  }

  /** @param kinds the names of the elements that may have the id; none: any */
  boolean has(String id, List<String> kinds) {
    return kinds.isEmpty() ? has(id) : isOneOf(id, kinds);
  }

  /** Whether an element of one of these names has the id. */
  boolean isOneOf(String id, List<String> kinds) {
    long hash = hash(FNV_BASIS, id);
    return kinds.stream().anyMatch(kind -> ofKinds.has(hash(hash, " " + kind)));
  }

  /** Whether more than one element has the id. */
  boolean isRepeated(String id) {
    return ids.isRepeated(hash(FNV_BASIS, id));
  }

  boolean anyIsRepeated() {
    return ids.anyIsRepeated();
  }

  @Override
  public void close() throws IOException {
    ids.close();
    ofKinds.close();
  }

  private static long hash(long from, String text) {
    long hash = from;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
