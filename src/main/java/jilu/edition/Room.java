package jilu.edition;

/**
 * How much of what is known of an edition's files stays in memory; all else lies in temporary files.
 *
 * @param bytes of what files define and point to, and as many of what they quote and have to quote
 * @param numbers by which ids, and as many by which words are looked up
 * @param characters of the texts that quotations are compared with, of which each takes some twenty bytes
 */
public record Room(long bytes, int numbers, long characters) {
  public static final Room USUAL = new Room(2 << 20, 1 << 18, 1 << 18);

  /** Hardly anything. */
  public static final Room NONE = new Room(0, 1, 0);
}
