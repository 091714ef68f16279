package org.apache.fop.render.pdf;

import org.apache.fop.pdf.PDFText;
import org.apache.fop.render.intermediate.IFException;

/**
 * Says what characters stand where a line is pulled apart (ISO 32000-1, 14.9.4): readers that guess at spaces from the
 * gaps between characters would find one between each two.
 */
final class SpelledText extends PDFPainter {
  /** The narrowest gap that any known reader takes for a space is a tenth of an em. */
  private static final double WIDEST_IN_EM = 0.09;

  private final PDFDocumentHandler handler;

  SpelledText(PDFDocumentHandler handler, PDFLogicalStructureHandler structure) {
    super(handler, structure);
    this.handler = handler;
  }

  @Override
  public void drawText(int x, int y, int letterSpacing, int wordSpacing, int[][] adjustments, String text)
      throws IFException {
    boolean apart = letterSpacing > WIDEST_IN_EM * state.getFontSize() && text.length() > 1
        && handler.getContext().getStructureTreeElement() != null;
    if (apart) {
      generator.endTextObject();
      generator.add("/Span <</ActualText " + PDFText.escapeText(text) + ">> BDC\n");
    }
    super.drawText(x, y, letterSpacing, wordSpacing, adjustments, text);
    if (apart) {
      generator.endTextObject();
      generator.add("EMC\n");
    }
  }
}
