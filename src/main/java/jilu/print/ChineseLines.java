package jilu.print;

import java.util.ArrayList;
import java.util.List;
import org.apache.fop.fo.Constants;
import org.apache.fop.layoutmgr.ElementListObserver;
import org.apache.fop.layoutmgr.KnuthElement;
import org.apache.fop.layoutmgr.KnuthGlue;
import org.apache.fop.layoutmgr.KnuthPenalty;
import org.apache.fop.layoutmgr.KnuthSequence;
import org.apache.fop.layoutmgr.LeafPosition;
import org.apache.fop.layoutmgr.NonLeafPosition;
import org.apache.fop.layoutmgr.Position;
import org.apache.fop.layoutmgr.inline.KnuthInlineBox;

/**
 * Makes lines of Chinese out of a whole paragraph, before FOP breaks it by Knuth's boxes, glue and penalties.
 *
 * <p>A mark at either end of a line loses its empty half (CLREQ 3.1.6), so that both edges are flush and a line has
 * more room: a break after a closing mark gets a negative width, and the half before an opening one becomes glue,
 * which a line does not begin with. The space between Chinese and foreign words goes likewise. Where it is asked for,
 * a single stop or pause hangs out whole (3.1.7). The last line holds two characters at least, and may be as short as
 * it likes.
 */
final class ChineseLines implements ElementListObserver.Observer {
  private static final int SHORT_PARAGRAPH = 12;
  private static final int LEAST_OF_LAST_LINE = 2;
  private static final int ANY_LENGTH = 10;
  private static final String STOPS_AND_PAUSES = "，。、；：？！";

  private static boolean watching;

  private ChineseLines() {}

  /** Has FOP show each paragraph, for the whole process; to ask again changes nothing. */
  static synchronized void watch() {
    if (!watching) {
      ElementListObserver.addObserver(new ChineseLines());
      watching = true;
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public void observe(@SuppressWarnings("rawtypes") List elements, String category, String id) {
    if (elements instanceof KnuthSequence && category.equals("line")) {
      set((List<KnuthElement>) elements);
    }
  }

  /** A box that holds characters. */
  private record Word(ChineseText text, int index) {
    static Word of(KnuthElement element) {
      var position = element.isBox() ? innermost(element.getPosition()) : null;
      return position instanceof LeafPosition leaf && leaf.getLM() instanceof ChineseText text && leaf.getLeafPos() >= 0
          ? new Word(text, leaf.getLeafPos())
          : null;
    }

    /** The position inside all inlines; that of an inline's own space has none in it. */
    private static Position innermost(Position position) {
      return position instanceof NonLeafPosition outer && outer.getPosition() != null
          ? innermost(outer.getPosition())
          : position;
    }

    String characters() {
      return text.word(index);
    }

    boolean opens() {
      return isMark(characters(), 0, PrintFont.OPENERS);
    }

    boolean closes() {
      var characters = characters();
      return isMark(characters, characters.length() - 1, PrintFont.CLOSERS);
    }

    /** Whether one of the marks given stands at a place, and is a Chinese one. */
    private boolean isMark(String characters, int place, String marks) {
      return place >= 0 && place < characters.length()
          && marks.indexOf(characters.charAt(place)) >= 0 && !text.isWestern(index);
    }

    int half() {
      return text.half(index);
    }

    /** How much of its width is beyond the end of a line, in millipoints. */
    int emptyAtItsEnd(boolean hangs) {
      return !closes() ? 0 : hangs && mayHang() ? 2 * half() : half();
    }

    /** Whether it ends with a stop or pause beside no other mark. */
    boolean mayHang() {
      var characters = characters();
      int last = characters.length() - 1;
      return isMark(characters, last, STOPS_AND_PAUSES) && !isMark(characters, last - 1, PrintFont.CLOSERS);
    }

    /**
     * The width of what is no closing mark, in characters; of marks that close up only the first is whole, and what
     * stands above the line has none.
     */
    double ink(int width) {
      if (text.isRaised()) {
        return 0;
      }
      double ems = width / 2.0 / half();
      var characters = characters();
      boolean after = false;
      for (int i = 0; i < characters.length(); i++) {
        boolean mark = isMark(characters, i, PrintFont.CLOSERS);
        ems -= !mark ? 0 : after ? 0.5 : 1;
        after = mark;
      }
      return Math.max(0, ems);
    }
  }

  private static void set(List<KnuthElement> elements) {
    var first = elements.stream().map(Word::of).filter(word -> word != null).findFirst();
    int alignment = first.map(word -> word.text().alignment()).orElse(0);
    keepLastCharacters(elements);
    if (alignment == Constants.EN_JUSTIFY || alignment == Constants.EN_START) {
      freeLastLine(elements);
      trim(elements, first.get().text().hangs());
    }
  }

  /** FOP holds a last line to be the worse the shorter it is, and pulls the lines before it apart. */
  private static void freeLastLine(List<KnuthElement> elements) {
    int filler = elements.size() - 2;
    if (filler > 0 && elements.get(filler) instanceof KnuthGlue glue && glue.getStretch() > 0) {
      elements.set(filler, new KnuthGlue(0, glue.getStretch() * ANY_LENGTH, glue.getShrink(), null, false));
    }
  }

  private static void keepLastCharacters(List<KnuthElement> elements) {
    double all = 0;
    for (var element : elements) {
      var word = Word.of(element);
      all += word == null ? 0 : word.ink(element.getWidth());
    }
    double kept = 0;
    for (int i = elements.size() - 1; i >= 0 && all > SHORT_PARAGRAPH && kept < LEAST_OF_LAST_LINE; i--) {
      var word = Word.of(elements.get(i));
      kept += word == null ? 0 : word.ink(elements.get(i).getWidth());
      if (kept < LEAST_OF_LAST_LINE && isBreak(elements.get(i))) {
        elements.set(i, penalty(elements.get(i), 0, KnuthElement.INFINITE));
      }
    }
  }

  private static void trim(List<KnuthElement> elements, boolean hangs) {
    var trimmed = new ArrayList<KnuthElement>(elements.size());
    boolean begun = false;
    boolean indented = false;
    int empty = 0;
    for (var element : elements) {
      var word = Word.of(element);
      var gap = gap(element);
      if (word != null && word.opens() && (begun || !indented)) {
        trimmed.addAll(withoutHalf(word, (KnuthInlineBox) element, begun));
      } else if (gap != null && gap.isBefore() && begun) {
        trimmed.addAll(discarded(element.getWidth(), element.getPosition()));
      } else if (empty > 0 && isBreak(element)) {
        trimmed.add(penalty(element, -empty, element.getPenalty()));
      } else {
        trimmed.add(element);
      }
      begun |= element.isBox() && element.getPosition() != null;
      indented |= element.isBox() && element.getPosition() == null;
      empty = gap != null && !gap.isBefore() ? element.getWidth()
          : word != null ? word.emptyAtItsEnd(hangs)
          : element.isBox() && element.getWidth() > 0 ? 0 : empty;
    }
    elements.clear();
    elements.addAll(trimmed);
  }

  private static ChineseLayout.Gap gap(KnuthElement element) {
    return Word.innermost(element.getPosition()) instanceof ChineseLayout.Gap gap ? gap : null;
  }

  /** The first line of a paragraph has nothing before its first mark that could be discarded. */
  private static List<KnuthElement> withoutHalf(Word word, KnuthInlineBox box, boolean begun) {
    var half = like(box.getPosition(), word.text().takeHalf(word.index()));
    var whole = new ArrayList<KnuthElement>(begun ? discarded(word.half(), half) : List.of());
    whole.add(new KnuthInlineBox(
        box.getWidth() - word.half(), box.getAlignmentContext(), box.getPosition(), box.isAuxiliary()));
    return whole;
  }

  /** A space that a line does not begin with, and after which none ends. */
  private static List<KnuthElement> discarded(int width, Position position) {
    return List.of(
        new KnuthPenalty(0, KnuthElement.INFINITE, false, position, true), new KnuthGlue(width, 0, 0, position, true));
  }

  private static boolean isBreak(KnuthElement element) {
    return element.isPenalty() && element.getPenalty() < KnuthElement.INFINITE && !element.isForcedBreak();
  }

  private static KnuthPenalty penalty(KnuthElement like, int wider, int value) {
    var penalty = (KnuthPenalty) like;
    return new KnuthPenalty(
        penalty.getWidth() + wider, value, penalty.isPenaltyFlagged(), penalty.getPosition(), penalty.isAuxiliary());
  }

  /** A position inside the same inlines. */
  private static Position like(Position outer, Position inner) {
    if (outer instanceof NonLeafPosition wrapped) {
      var position = new NonLeafPosition(wrapped.getLM(), like(wrapped.getPosition(), inner));
      position.setIndex(wrapped.getIndex());
      return position;
    }
    return inner;
  }
}
