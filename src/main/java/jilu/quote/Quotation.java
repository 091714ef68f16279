package jilu.quote;

import java.util.List;
import java.util.Set;
import jilu.edition.Tag;

/**
 * Words that are given as another's.
 *
 * @param id its own id, or the nearest around it
 * @param document the id of the file in which it stands
 * @param file that file's path inside the edition
 * @param pieces where in the file it begins, and where it goes on after other words
 * @param sources the ids that it names as its source; none: it has to be searched for
 * @param own the numbers of the passages that hold it, which are no evidence for it
 * @param encoded whether it is encoded as a quotation, or only stands between quotation marks
 * @param marked whether quotation marks stand around it
 * @param telling whether it only tells what was said or is spoken of, where it stands: it need stand nowhere else
 * @param before what stands before the opening mark, and {@code after} behind the closing one
 */
public record Quotation(
    String id,
    String document,
    String file,
    List<Piece> pieces,
    List<String> sources,
    Set<Integer> own,
    boolean encoded,
    boolean marked,
    boolean telling,
    String before,
    String text,
    String after) {
  private static final String OPENING = "“‘「『«„〝\"";
  private static final String CLOSING = "”’」』»“〞〟\"";

  public Quotation {
    pieces = List.copyOf(pieces);
  }

  /**
   * One of the elements that a quotation is made of.
   *
   * @param from where in its text the words of the piece begin
   */
  public record Piece(Tag tag, int from) {
    private Piece without(int before) {
      return new Piece(tag, Math.max(from - before, 0));
    }
  }

  /** Parts the quotation marks, and what stands outside them, from the words quoted. */
  static Quotation of(
      String id,
      String document,
      String file,
      List<Piece> pieces,
      List<String> sources,
      Set<Integer> own,
      boolean encoded,
      boolean telling,
      String whole) {
    int start = 0;
    int end = whole.length();
    while (start < end && !isWord(whole.charAt(start)) && OPENING.indexOf(whole.charAt(start)) < 0) {
      start++;
    }
    while (end > start && !isWord(whole.charAt(end - 1)) && CLOSING.indexOf(whole.charAt(end - 1)) < 0) {
      end--;
    }
    boolean opened = start < end && OPENING.indexOf(whole.charAt(start)) >= 0;
    boolean closed = start < end && CLOSING.indexOf(whole.charAt(end - 1)) >= 0;
    if (!opened && !closed) {
      return new Quotation(id, document, file, pieces, sources, own, encoded, false, telling, "", whole, "");
    }
    int from = opened ? start + 1 : 0;
    int to = closed ? end - 1 : whole.length();
    // 「甲」乙「丙」 is not one quotation in one pair of marks.
    if (opened && closed && (from >= to || whole.substring(from, to).indexOf(whole.charAt(end - 1)) >= 0 && !nested(whole.substring(from, to), whole.charAt(start), whole.charAt(end - 1)))) {
      return new Quotation(id, document, file, pieces, sources, own, encoded, false, telling, "", whole, "");
    }
    return new Quotation(
        id, document, file, pieces.stream().map(piece -> piece.without(from)).toList(), sources, own, encoded, true, telling,
        whole.substring(0, from), whole.substring(from, to), whole.substring(to));
  }

  /** Where in the file it begins. */
  public Tag tag() {
    return pieces.get(0).tag();
  }

  /** Where in the file the piece begins that holds a character of the text. */
  public Tag tag(int at) {
    return pieces.stream().filter(piece -> piece.from() <= at).reduce((one, next) -> next).map(Piece::tag).orElseGet(this::tag);
  }

  /** The words quoted, as they are printed. */
  public String printed() {
    return Folded.printed(text);
  }

  private static boolean nested(String inside, char open, char close) {
    int depth = 0;
    for (int i = 0; i < inside.length(); i++) {
      depth += inside.charAt(i) == open ? 1 : inside.charAt(i) == close ? -1 : 0;
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == Folded.OPEN || c == Folded.CLOSE;
  }
}
