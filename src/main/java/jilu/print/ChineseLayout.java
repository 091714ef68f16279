package jilu.print;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.fop.apps.FOPException;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.area.Area;
import org.apache.fop.area.AreaTreeHandler;
import org.apache.fop.area.LineArea;
import org.apache.fop.area.Trait;
import org.apache.fop.area.inline.BasicLinkArea;
import org.apache.fop.area.inline.InlineArea;
import org.apache.fop.area.inline.InlineParent;
import org.apache.fop.area.inline.Space;
import org.apache.fop.fo.ElementMapping;
import org.apache.fop.fo.FONode;
import org.apache.fop.fo.FOText;
import org.apache.fop.fo.flow.BasicLink;
import org.apache.fop.fo.flow.Block;
import org.apache.fop.fo.flow.Inline;
import org.apache.fop.fo.flow.InlineLevel;
import org.apache.fop.layoutmgr.BlockLayoutManager;
import org.apache.fop.layoutmgr.KnuthBox;
import org.apache.fop.layoutmgr.KnuthElement;
import org.apache.fop.layoutmgr.LayoutContext;
import org.apache.fop.layoutmgr.LayoutManager;
import org.apache.fop.layoutmgr.LayoutManagerMaker;
import org.apache.fop.layoutmgr.LayoutManagerMapping;
import org.apache.fop.layoutmgr.ListElement;
import org.apache.fop.layoutmgr.NonLeafPosition;
import org.apache.fop.layoutmgr.Position;
import org.apache.fop.layoutmgr.PositionIterator;
import org.apache.fop.layoutmgr.inline.BasicLinkLayoutManager;
import org.apache.fop.layoutmgr.inline.InlineLayoutManager;
import org.apache.xmlgraphics.util.QName;

/** Which part of FOP's layout this package replaces: text, inlines, and blocks in the outer margin. */
final class ChineseLayout extends LayoutManagerMapping {
  private ChineseLayout(FOUserAgent agent) {
    super(agent);
  }

  /** What XSL-FO has no property for stands in attributes of this namespace, which FOP must know to let it pass. */
  static final String NAMESPACE = "tag:jilu,2026:cjk";

  /** Ends the name of a family that is for Western words: its marks are as wide as their ink. */
  static final String WESTERN = "-latin";

  /** On a block whose start indent is negative: it stands in the outer margin, that is, at the right of a right page. */
  private static final char SOFT_HYPHEN = '\u00ad';
  private static final QName MARGIN = new QName(NAMESPACE, "margin");

  static ElementMapping attributes() {
    return new ElementMapping() {
      @Override
      public String getNamespaceURI() {
        return NAMESPACE;
      }

      @Override
      protected void initialize() {
        foObjs = new HashMap<>();
      }
    };
  }

  /** The area tree of a document that is laid out so. */
  static AreaTreeHandler areas(FOUserAgent agent, String format, OutputStream out) throws FOPException {
    return new AreaTreeHandler(agent, format, out) {
      private final LayoutManagerMaker maker = new ChineseLayout(agent);

      @Override
      protected void setupModel(FOUserAgent agent, String format, OutputStream out) throws FOPException {
        fontInfo = new RememberedFonts(agent);
        model = new EarlyPages(agent, format, fontInfo, out);
      }

      @Override
      public LayoutManagerMaker getLayoutManagerMaker() {
        return maker;
      }
    };
  }

  @Override
  protected void initialize() {
    super.initialize();
    registerMaker(FOText.class, new Maker() {
      @Override
      public void make(FONode node, List managers, FOUserAgent agent) {
        if (((FOText) node).length() > 0 && !isSoftHyphen((FOText) node)) {
          add(managers, new ChineseText((FOText) node, agent));
        }
      }
    });
    registerMaker(Block.class, new Maker() {
      @Override
      public void make(FONode node, List managers, FOUserAgent agent) {
        var block = (Block) node;
        boolean outer = "outer".equals(block.getForeignAttributes().get(MARGIN));
        add(managers, outer ? new OuterMargin(block) : new BlockLayoutManager(block));
      }
    });
    registerMaker(Inline.class, new Maker() {
      @Override
      public void make(FONode node, List managers, FOUserAgent agent) {
        add(managers, new InlineManager((InlineLevel) node));
      }
    });
    registerMaker(BasicLink.class, new Maker() {
      @Override
      public void make(FONode node, List managers, FOUserAgent agent) {
        add(managers, new LinkManager((BasicLink) node));
      }
    });
  }

  /** Whether a text is no more than a soft hyphen: it parts nothing, and FOP fails on it where a line ends. */
  private static boolean isSoftHyphen(FOText text) {
    return text.chars().anyMatch(c -> c == SOFT_HYPHEN)
        && text.chars().allMatch(c -> c == SOFT_HYPHEN || c == ChineseText.ZERO_WIDTH_SPACE);
  }

  /** An area without ink, in millipoints. */
  static Space space(int width) {
    var space = new Space();
    space.setIPD(width);
    return space;
  }

  @SuppressWarnings("unchecked")
  private static void add(List managers, LayoutManager manager) {
    managers.add(manager);
  }

  /** Only when its areas are made is it known on which side of the sheet a block came to stand. */
  private static final class OuterMargin extends BlockLayoutManager {
    OuterMargin(Block block) {
      super(block);
    }

    @Override
    public void addChildArea(Area area) {
      if (area instanceof LineArea line && getCurrentPV().getPageNumber() % 2 == 1) {
        int width = 0;
        for (Object inline : line.getInlineAreas()) {
          width += ((InlineArea) inline).getAllocIPD();
        }
        line.addTrait(Trait.START_INDENT, getContentAreaIPD() - startIndent - width);
      }
      super.addChildArea(area);
    }
  }

  /** The space before or after an inline, its padding, which {@link ChineseLines} discards at the edge of a line. */
  static final class Gap extends NonLeafPosition {
    private final boolean before;

    private Gap(InlineManager inline, boolean before) {
      super(inline, null);
      this.before = before;
    }

    boolean isBefore() {
      return before;
    }
  }

  private static final class InlineManager extends InlineLayoutManager {
    private Gap before;
    private Position first;
    private int gap;

    InlineManager(InlineLevel node) {
      super(node);
    }

    @Override
    protected void addKnuthElementsForBorderPaddingStart(List<ListElement> elements) {
      int own = elements.size();
      super.addKnuthElementsForBorderPaddingStart(elements);
      if (elements.size() > own) {
        before = new Gap(this, true);
        gap = ((KnuthElement) elements.get(0)).getWidth();
        elements.set(0, new KnuthBox(gap, before, true));
        first = elements.stream().skip(1)
            .filter(ListElement::isBox).map(ListElement::getPosition).findFirst().orElse(null);
      }
    }

    @Override
    protected void addKnuthElementsForBorderPaddingEnd(List<ListElement> elements) {
      int last = elements.size();
      super.addKnuthElementsForBorderPaddingEnd(elements);
      if (elements.size() > last) {
        int width = ((KnuthElement) elements.get(last)).getWidth();
        elements.set(last, new KnuthBox(width, new Gap(this, false), true));
      }
    }

    /** Where the space before it is gone, the inline moves to the left by as much. */
    @Override
    public void addAreas(PositionIterator positions, LayoutContext context) {
      var all = new ArrayList<Position>();
      positions.forEachRemaining(all::add);
      if (before != null && all.contains(first) && !all.contains(before)) {
        getParent().addChildArea(space(-gap));
      }
      super.addAreas(new PositionIterator(all.iterator()), context);
    }

    @Override
    protected InlineParent createInlineParent() {
      return new PaddedInline();
    }
  }

  private static final class LinkManager extends BasicLinkLayoutManager {
    LinkManager(BasicLink node) {
      super(node);
    }

    @Override
    protected InlineParent createInlineParent() {
      return new PaddedLink();
    }
  }

  // Areas that wait for a page number hold nothing of the layout that made them: these classes have no outer instance.

  private static final class PaddedInline extends InlineParent {
    @Override
    public boolean applyVariationFactor(double factor, int stretch, int shrink) {
      boolean unresolved = super.applyVariationFactor(factor, stretch, shrink);
      setIPD(width(this));
      return unresolved;
    }
  }

  private static final class PaddedLink extends BasicLinkArea {
    @Override
    public boolean applyVariationFactor(double factor, int stretch, int shrink) {
      boolean unresolved = super.applyVariationFactor(factor, stretch, shrink);
      setIPD(width(this));
      return unresolved;
    }
  }

  /** In a justified line, FOP 2.11 forgets the padding of inlines within an inline: what follows overlaps it. */
  private static int width(InlineParent parent) {
    return parent.getChildAreas().stream().mapToInt(InlineArea::getAllocIPD).sum();
  }
}
