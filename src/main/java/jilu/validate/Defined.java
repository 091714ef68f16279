package jilu.validate;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import jilu.edition.Catalog;
import jilu.edition.Catalog.Definition;

/**
 * All ids that are defined, and of what kind of element, by hashes of 64 bits: beside millions of ids one that is not
 * there is taken for one of them in less than one of a million million cases, and sixteen bytes are enough for each.
 */
final class Defined {
  /** The basis and the prime of the Fowler–Noll–Vo hash of 64 bits. */
  private static final long FNV_BASIS = 0xcbf29ce484222325L;

  private static final long FNV_PRIME = (1L << 40) + 0x1b3;

  private final long[] ids;
  private final long[] ofKinds;

  Defined(Catalog catalog) {
    ids = sorted(catalog, definition -> hash(FNV_BASIS, definition.id()));
    ofKinds = sorted(catalog, definition -> hash(hash(FNV_BASIS, definition.id()), " " + definition.element()));
  }

  private static long[] sorted(Catalog catalog, ToLongFunction<Definition> hash) {
    long[] hashes =
        catalog.cards().parallelStream()
            .flatMapToLong(card -> card.definitions().stream().mapToLong(hash))
            .toArray();
    Arrays.parallelSort(hashes);
    return hashes;
  }

  /** @param kinds the names of the elements that may have the id; none: any */
  boolean has(String id, List<String> kinds) {
    long hash = hash(FNV_BASIS, id);
    return kinds.isEmpty()
        ? Arrays.binarySearch(ids, hash) >= 0
        : kinds.stream().anyMatch(kind -> Arrays.binarySearch(ofKinds, hash(hash, " " + kind)) >= 0);
  }

  /** Whether more than one element has the id. */
  boolean isRepeated(String id) {
    long hash = hash(FNV_BASIS, id);
    int at = Arrays.binarySearch(ids, hash);
    return at > 0 && ids[at - 1] == hash || at >= 0 && at + 1 < ids.length && ids[at + 1] == hash;
  }

  boolean anyIsRepeated() {
    for (int i = 1; i < ids.length; i++) {
      if (ids[i - 1] == ids[i]) {
        return true;
      }
    }
    return false;
  }

  private static long hash(long from, String text) {
    long hash = from;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
