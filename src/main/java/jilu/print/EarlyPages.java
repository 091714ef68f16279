package jilu.print;

import java.io.OutputStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;
import org.apache.fop.apps.FOPException;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.area.PageSequence;
import org.apache.fop.area.PageViewport;
import org.apache.fop.area.RenderPagesModel;
import org.apache.fop.fonts.FontInfo;
import org.apache.fop.render.intermediate.IFRenderer;
import org.apache.fop.render.pdf.TaggedLinks;

/**
 * Writes each page as soon as it is set, and only those that still wait for a page number, as the contents do, later.
 * FOP 2.11 would keep all pages after them, for the pages of a tagged file shall be written in order; but the tags only
 * ask for order within one page sequence.
 */
final class EarlyPages extends RenderPagesModel {
  private PageSequence begun;

  EarlyPages(FOUserAgent agent, String format, FontInfo fonts, OutputStream out) throws FOPException {
    super(agent, format, fonts, out);
    if (renderer instanceof IFRenderer) {
      replace("actionSet", new Targets());
      replace("deferredLinks", new TaggedLinks());
    }
  }

  /** FOP keeps these for itself. */
  private void replace(String field, Object value) {
    try {
      var own = IFRenderer.class.getDeclaredField(field);
      own.setAccessible(true);
      own.set(renderer, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("EarlyPages was written for FOP 2.11", e);
    }
  }

  @Override
  protected boolean checkPreparedPages(PageViewport added, boolean atEnd) {
    Set<PageSequence> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Iterator<PageViewport> pages = prepared.iterator(); pages.hasNext(); ) {
      var page = pages.next();
      var sequence = page.getPageSequence();
      if (!atEnd && !page.isResolved()) {
        waiting.add(sequence);
      }
      if (!waiting.contains(sequence)) {
        begin(sequence);
        renderPage(page);
        page.clear();
        pages.remove();
      }
    }
    return prepared.isEmpty();
  }

  private void begin(PageSequence sequence) {
    if (sequence != begun) {
      renderer.startPageSequence(sequence);
      begun = sequence;
    }
  }
}
