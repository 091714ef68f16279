package jilu.quote;

import java.util.BitSet;
import java.util.Set;

/**
 * A paragraph or line that can be quoted.
 *
 * @param id the nearest id, at which a reader finds it
 * @param document the file's id
 * @param file the file's path inside the edition
 * @param number how many others come before it in the file
 * @param named whether that id is its own
 * @param label the speaker's label before it, which a quotation may give or not; empty where there is none
 * @param within the ids of all that it stands in
 * @param quoted which of the characters stand in an encoded quotation
 */
public record Passage(
    String id,
    String document,
    String file,
    int number,
    boolean named,
    Voice voice,
    Speech speech,
    String label,
    Set<String> within,
    String text,
    BitSet quoted) {
  /** Whose words they are. Only the document's own are evidence. */
  public enum Voice {
    DOCUMENT,
    HEADING,
    COMPILER
  }

  /** How words are given, where the encoding shows it. */
  public enum Speech {
    UNKNOWN,
    DIRECT,
    REPORTED
  }
}
