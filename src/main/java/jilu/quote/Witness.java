package jilu.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The passages of one file that have the same standing, as one run of characters: a quotation may go on over paragraphs. */
final class Witness {
  private final String document;
  private final boolean evidence;
  private final List<Passage> passages;
  private final int[] offsets;
  private final int[] firsts;
  private final Folded characters;
  private final int[] codes;

  private Witness(String document, boolean evidence, List<Passage> passages, int[] offsets, int[] firsts, Folded characters, int[] codes) {
    this.document = document;
    this.evidence = evidence;
    this.passages = passages;
    this.offsets = offsets;
    this.firsts = firsts;
    this.characters = characters;
    this.codes = codes;
  }

  /** @param evidence whether these are the document's own words; in others, what they quote does not count as theirs */
  static Witness of(String document, boolean evidence, List<Passage> passages) {
    var text = new StringBuilder();
    int[] offsets = new int[passages.size()];
    for (int p = 0; p < offsets.length; p++) {
      offsets[p] = text.length();
      text.append(passages.get(p).text()).append(Folded.PARAGRAPH);
    }
    Folded characters = Folded.of(text.toString());
    int[] firsts = new int[passages.size() + 1];
    int next = 0;
    for (int i = 0; i < characters.length(); i++) {
      while (next < passages.size() && offsets[next] <= characters.starts()[i]) {
        firsts[next++] = i;
      }
    }
    Arrays.fill(firsts, next, firsts.length, characters.length());
    int[] codes = evidence ? characters.codes() : characters.codes().clone();
    for (int p = 0; !evidence && p < passages.size(); p++) {
      for (int i = firsts[p]; i < firsts[p + 1]; i++) {
        if (passages.get(p).quoted().get(characters.starts()[i] - offsets[p])) {
          codes[i] = Folded.BLANK;
        }
      }
    }
    return new Witness(document, evidence, List.copyOf(passages), offsets, firsts, characters, codes);
  }

  String document() {
    return document;
  }

  boolean isEvidence() {
    return evidence;
  }

  Folded characters() {
    return characters;
  }

  int length() {
    return codes.length;
  }

  /** The numbers to compare; those of passages that hold the quotation itself are blank. */
  int[] codesFor(Quotation quotation) {
    if (!quotation.document().equals(document)
        || passages.stream().noneMatch(p -> quotation.own().contains(p.number()))) {
      return codes;
    }
    int[] copy = codes.clone();
    for (int p = 0; p < passages.size(); p++) {
      if (quotation.own().contains(passages.get(p).number())) {
        Arrays.fill(copy, firsts[p], firsts[p + 1], Folded.BLANK);
      }
    }
    return copy;
  }

  int[] codes() {
    return codes;
  }

  /** The ids of all that its passages stand in. */
  Stream<String> within() {
    return passages.stream().flatMap(passage -> passage.within().stream());
  }

  /** From where to where the passages reach that a source names: the whole witness for its document. */
  int[] range(String source) {
    Predicate<Passage> named = p -> source.equals(document) || p.within().contains(source);
    int from = -1;
    int to = -1;
    for (int p = 0; p < passages.size(); p++) {
      if (named.test(passages.get(p))) {
        from = from < 0 ? firsts[p] : from;
        to = firsts[p + 1];
      }
    }
    return new int[] {Math.max(from, 0), Math.max(to, 0)};
  }

  Passage passage(int index) {
    return passages.get(at(index));
  }

  /** Where the passage begins in which a character stands, and where it ends. */
  int[] bounds(int index) {
    int p = at(index);
    return new int[] {firsts[p], firsts[p + 1]};
  }

  /** Where in their passages some characters stand. */
  List<Alignment.Span> spans(int from, int to) {
    List<Alignment.Span> spans = new ArrayList<>();
    for (int i = from; i < to; ) {
      int p = at(i);
      int end = Math.min(to, firsts[p + 1]);
      String text = passages.get(p).text();
      int start = Folded.counted(text, 0, characters.starts()[i] - offsets[p]);
      int length = Folded.counted(text, characters.starts()[i] - offsets[p], characters.ends()[end - 1] - offsets[p]);
      spans.add(new Alignment.Span(passages.get(p).id(), passages.get(p).named(), start, start + length));
      i = end;
    }
    return spans;
  }

  /** Whether words are the speaker's label before the passage that begins at a character. */
  boolean isLabel(String words, int index) {
    String label = letters(words);
    if (label.isEmpty() || index >= codes.length) {
      return false;
    }
    int p = at(index);
    return firsts[p] == index && label.equals(letters(passages.get(p).label()));
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Whether a character stands in an encoded quotation. */
  boolean isQuoted(int index) {
    int p = at(index);
    return passages.get(p).quoted().get(characters.starts()[index] - offsets[p]);
  }

  private int at(int index) {
    int p = Arrays.binarySearch(firsts, 0, passages.size(), index);
    if (p < 0) {
      return -p - 2;
    }
    while (p + 1 < passages.size() && firsts[p + 1] == firsts[p]) {
      p++;
    }
    return p;
  }
}
