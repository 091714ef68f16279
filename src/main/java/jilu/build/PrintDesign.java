package jilu.build;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmValue;

/**
 * How the book is printed.
 *
 * @param page the paper and its type area, as {@code xslt/fo/page.xsl} names them
 * @param cropMarks whether the paper is larger than the page and shows where to cut
 * @param blackAndWhite whether there is one ink
 * @param hangingPunctuation whether stops and pauses hang beyond the end of a line
 */
public record PrintDesign(String page, boolean cropMarks, boolean blackAndWhite, boolean hangingPunctuation) {
  /** The designs there are. */
  public static final List<String> PAGES = List.of("a4", "b5", "16k");

  public static final PrintDesign SCREEN = new PrintDesign("a4", false, false, false);

  public Map<String, XdmValue> parameters() {
    return Map.of(
        "page", new XdmAtomicValue(page),
        "crop-marks", new XdmAtomicValue(cropMarks),
        "black-and-white", new XdmAtomicValue(blackAndWhite),
        "hanging-punctuation", new XdmAtomicValue(hangingPunctuation));
  }

  /** The same with what the book shows besides, for the indexes as they are while no page is known. */
  public Map<String, XdmValue> parameters(Map<String, XdmValue> shown, boolean indexes) {
    Map<String, XdmValue> parameters = new HashMap<>(parameters());
    parameters.putAll(shown);
    if (indexes) {
      parameters.put("mentions", new XdmMap());
    }
    return parameters;
  }
}
