package jilu.validate;

import static java.util.Objects.requireNonNull;

/**
 * A certain remedy: what to put in the place of what.
 *
 * @param start the first character to replace, counted from 0 in UTF-16 units, a byte order mark included
 * @param length how many units to replace; 0 to insert
 * @param from where the first stands, in lines and code points
 * @param to where the first after them stands
 */
public record Fix(int start, int length, Place from, Place to, String replacement) {
  public Fix {
    requireNonNull(from);
    requireNonNull(to);
    requireNonNull(replacement);
  }
}
