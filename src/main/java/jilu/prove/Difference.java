package jilu.prove;

import java.util.List;
import jilu.validate.Place;
import jilu.words.Text;
import jilu.words.Words;

/**
 * What one of two texts has in a place where they differ.
 *
 * @param from the first character that differs, or the one before which something is missing
 * @param changed the characters that the other text does not have
 */
record Difference(Reading.Folded text, int from, List<Integer> changed) {
  /** Of what differs no more characters are shown: it may be a whole document. */
  private static final int SHOWN = 60;

  /** So much is known without its neighbours on both sides. */
  private static final int LONG = 12;

  private static final int AROUND = 8;

  Origin origin() {
    return text.origin(from);
  }

  String before() {
    return text.slice(from - AROUND, from);
  }

  String words() {
    return text.slice(from, from + Math.min(SHOWN, changed.size()));
  }

  String after() {
    int end = from + changed.size();
    return changed.size() > SHOWN ? "" : text.slice(end, end + AROUND);
  }

  /** {@code documents/d1.xml:18:35 #d1.p1}; a line of the transcript, or a page of an output, is named as it is. */
  String label(Place place) {
    Origin origin = origin();
    return origin.id().isEmpty()
        ? origin.name()
        : origin.name() + ":" + place.line() + ":" + place.column() + " #" + origin.id();
  }

  /** The characters themselves, and where they stand, in words. */
  Text said() {
    String shown = changed.size() > SHOWN ? words() + "…" : words();
    boolean isFirst = before().isEmpty();
    boolean isLast = text.slice(from + changed.size(), from + changed.size() + 1).isEmpty();
    String key =
        changed.isEmpty() ? isFirst ? "nothing.first" : isLast ? "nothing.last" : "nothing"
            : shown.isBlank() ? "space"
            : changed.size() <= LONG ? "in"
            : isFirst ? "long.first" : "long";
    return Words.of("proof." + key, before(), shown, after());
  }
}
