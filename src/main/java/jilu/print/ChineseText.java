package jilu.print;

import java.lang.reflect.Field;
import java.util.List;
import java.util.ListIterator;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.area.AreaTreeHandler;
import org.apache.fop.fo.Constants;
import org.apache.fop.fo.FONode;
import org.apache.fop.fo.FOText;
import org.apache.fop.fonts.GlyphMapping;
import org.apache.fop.layoutmgr.KnuthElement;
import org.apache.fop.layoutmgr.KnuthPenalty;
import org.apache.fop.layoutmgr.KnuthSequence;
import org.apache.fop.layoutmgr.LayoutContext;
import org.apache.fop.layoutmgr.LayoutManager;
import org.apache.fop.layoutmgr.LayoutManagerMaker;
import org.apache.fop.layoutmgr.LayoutManagerMapping;
import org.apache.fop.layoutmgr.LeafPosition;
import org.apache.fop.layoutmgr.Position;
import org.apache.fop.layoutmgr.inline.TextLayoutManager;

/**
 * Takes the empty half from a mark at the end of a justified line (CLREQ 3.1.6): a line that ends
 * with 。 is as flush as its neighbours, and has half a character more room.
 *
 * <p>FOP chooses breaks by Knuth's boxes, glue and penalties: at a possible break after a closing
 * mark the penalty gets a negative width.
 */
final class ChineseText extends TextLayoutManager {
  private static final Field MAPPINGS = mappings();

  private final FOText text;

  private ChineseText(FOText text, FOUserAgent agent) {
    super(text, agent);
    this.text = text;
  }

  /** The area tree of a document whose text is set so. */
  static AreaTreeHandler areas(FOUserAgent agent, String format, java.io.OutputStream out)
      throws org.apache.fop.apps.FOPException {
    return new AreaTreeHandler(agent, format, out) {
      private final LayoutManagerMaker maker = new Managers(agent);

      @Override
      public LayoutManagerMaker getLayoutManagerMaker() {
        return maker;
      }
    };
  }

  private static final class Managers extends LayoutManagerMapping {
    Managers(FOUserAgent agent) {
      super(agent);
    }

    @Override
    protected void initialize() {
      super.initialize();
      registerMaker(FOText.class, new Maker() {
        @Override
        public void make(FONode node, List managers, FOUserAgent agent) {
          if (((FOText) node).length() > 0) {
            add(managers, new ChineseText((FOText) node, agent));
          }
        }
      });
    }

    @SuppressWarnings("unchecked")
    private static void add(List managers, LayoutManager manager) {
      managers.add(manager);
    }
  }

  @Override
  public List<KnuthSequence> getNextKnuthElements(LayoutContext context, int alignment) {
    var sequences = super.getNextKnuthElements(context, alignment);
    if (sequences != null && alignment == Constants.EN_JUSTIFY) {
      sequences.forEach(this::trim);
    }
    return sequences;
  }

  @SuppressWarnings("unchecked")
  private void trim(KnuthSequence sequence) {
    GlyphMapping word = null;
    for (ListIterator<KnuthElement> elements = sequence.listIterator(); elements.hasNext(); ) {
      var element = elements.next();
      if (element.isBox() && index(element.getPosition()) >= 0) {
        word = words().get(index(element.getPosition()));
      } else if (word != null && isBreak(element)) {
        int half = word.font.getFontSize() / 2;
        if (endsWithCloser(word)) {
          var penalty = (KnuthPenalty) element;
          elements.set(new KnuthPenalty(penalty.getWidth() - half, penalty.getPenalty(),
              penalty.isPenaltyFlagged(), penalty.getPosition(), penalty.isAuxiliary()));
        }
      }
    }
  }

  private static boolean isBreak(KnuthElement element) {
    return element.isPenalty() && element.getPenalty() < KnuthElement.INFINITE
        && !element.isForcedBreak();
  }

  private boolean endsWithCloser(GlyphMapping word) {
    return word.endIndex > 0 && PrintFont.CLOSERS.indexOf(text.charAt(word.endIndex - 1)) >= 0;
  }

  private static int index(Position position) {
    return position instanceof LeafPosition leaf ? leaf.getLeafPos() : -1;
  }

  @SuppressWarnings("unchecked")
  private List<GlyphMapping> words() {
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
