package jilu.print;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.fo.Constants;
import org.apache.fop.fo.FONode;
import org.apache.fop.fo.FOText;
import org.apache.fop.fo.FObj;
import org.apache.fop.fo.flow.Inline;
import org.apache.fop.fo.flow.InlineLevel;
import org.apache.fop.fonts.GlyphMapping;
import org.apache.fop.layoutmgr.KnuthElement;
import org.apache.fop.layoutmgr.KnuthPenalty;
import org.apache.fop.layoutmgr.KnuthSequence;
import org.apache.fop.layoutmgr.LayoutContext;
import org.apache.fop.layoutmgr.LeafPosition;
import org.apache.fop.layoutmgr.Position;
import org.apache.fop.layoutmgr.PositionIterator;
import org.apache.fop.layoutmgr.inline.TextLayoutManager;
import org.apache.xmlgraphics.util.QName;

/**
 * A run of text that lets {@link ChineseLines} take the empty half from an opening mark: where one begins a line, the
 * text moves half a character to the left.
 *
 * <p>Also makes a place where a line may end (U+200B) simpler: FOP's own leaves a box of no width at the start of the
 * next line, behind which nothing is discarded.
 */
final class ChineseText extends TextLayoutManager {
  private static final Field MAPPINGS = mappings();

  /** On a block or anything around it, asks that stops and pauses hang beyond the end of its lines. */
  private static final QName HANGING = new QName(ChineseLayout.NAMESPACE, "hanging-punctuation");

  static final char ZERO_WIDTH_SPACE = '\u200B';
  private static final int BREAK = 6;

  private final FOText text;
  private final List<GlyphMapping> words;
  private final BitSet openers = new BitSet();
  private int alignment;

  ChineseText(FOText text, FOUserAgent agent) {
    super(text, agent);
    this.text = text;
    this.words = readMappings();
  }

  @Override
  public List<KnuthSequence> getNextKnuthElements(LayoutContext context, int alignment) {
    this.alignment = alignment;
    var sequences = super.getNextKnuthElements(context, alignment);
    if (sequences != null && alignment == Constants.EN_JUSTIFY) {
      sequences.forEach(sequence -> simplifyBreaks(sequence, all -> List.of(plain(all.get(0).getPosition()))));
    } else if (sequences != null && alignment == Constants.EN_START) {
      sequences.forEach(sequence -> simplifyBreaks(sequence, all -> List.copyOf(all.subList(0, BREAK / 2))));
    }
    return sequences;
  }

  private static KnuthElement plain(Position position) {
    return new KnuthPenalty(0, 0, false, position, true);
  }

  /** In place of glue, penalty, glue, box, penalty, glue, all without width. */
  @SuppressWarnings("unchecked")
  private void simplifyBreaks(KnuthSequence sequence, UnaryOperator<List<KnuthElement>> simpler) {
    for (int i = sequence.size() - 1; i >= BREAK - 1; i--) {
      if (((KnuthElement) sequence.get(i)).getPosition() instanceof LeafPosition leaf && isBreak(leaf.getLeafPos())) {
        List<KnuthElement> all = sequence.subList(i - BREAK + 1, i + 1);
        if (all.stream().allMatch(element -> element.getWidth() == 0)) {
          var few = simpler.apply(all);
          all.clear();
          sequence.addAll(i - BREAK + 1, few);
          i -= BREAK - 1;
        }
      }
    }
  }

  private boolean isBreak(int index) {
    return index >= 0 && words.get(index).isSpace && text.charAt(words.get(index).startIndex) == ZERO_WIDTH_SPACE;
  }

  @Override
  public void addAreas(PositionIterator positions, LayoutContext context) {
    var all = new ArrayList<Position>();
    positions.forEachRemaining(all::add);
    all.stream()
        .filter(position -> position instanceof Half || index(position) >= 0)
        .findFirst()
        .filter(position -> isTrimmed(position))
        .ifPresent(position -> getParent().addChildArea(ChineseLayout.space(-half(index(position)))));
    super.addAreas(new PositionIterator(all.iterator()), context);
  }

  private boolean isTrimmed(Position position) {
    return index(position) >= 0 && openers.get(index(position));
  }

  /** From now on a word is half a character narrower; what comes back is the position of the half before it. */
  Position takeHalf(int word) {
    openers.set(word);
    return new Half(this);
  }

  /** Stands for the empty half of the opening mark after it; at the start of a line it is discarded. */
  private static final class Half extends LeafPosition {
    Half(ChineseText text) {
      super(text, -1);
    }
  }

  /** How the lines of the text are aligned, as XSL-FO has it. */
  int alignment() {
    return alignment;
  }

  /** Whether stops and pauses hang beyond the end of a line. */
  boolean hangs() {
    for (FONode node = text.getParent(); node != null; node = node.getParent()) {
      Object asked = node instanceof FObj object ? object.getForeignAttributes().get(HANGING) : null;
      if (asked != null) {
        return asked.equals("true");
      }
    }
    return false;
  }

  /** Whether it is a note mark, or a reading, which stands above the line. */
  boolean isRaised() {
    for (FONode node = text.getParent(); node instanceof InlineLevel; node = node.getParent()) {
      if (node instanceof Inline inline && inline.getBaselineShift().getEnum() != Constants.EN_BASELINE) {
        return true;
      }
    }
    return false;
  }

  String word(int index) {
    var word = words.get(index);
    var characters = new char[word.endIndex - word.startIndex];
    for (int i = 0; i < characters.length; i++) {
      characters[i] = text.charAt(word.startIndex + i);
    }
    return new String(characters);
  }

  /** Whether a word is set in a face for Western words, whose marks have no empty half. */
  boolean isWestern(int word) {
    return words.get(word).font.getFontTriplet().getName().endsWith(ChineseLayout.WESTERN);
  }

  /** Half a character of a word, in millipoints. */
  int half(int word) {
    return words.get(word).font.getFontSize() / 2;
  }

  private static int index(Position position) {
    return position instanceof LeafPosition leaf ? leaf.getLeafPos() : -1;
  }

  @SuppressWarnings("unchecked")
  private List<GlyphMapping> readMappings() {
    try {
      return (List<GlyphMapping>) MAPPINGS.get(this);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Field mappings() {
    try {
      var field = TextLayoutManager.class.getDeclaredField("mappings");
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("ChineseText was written for FOP 2.11", e);
    }
  }
}
