package jilu.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;

/**
 * Whether the numbers of ids such as {@code d19490204.p1} rise through a file. Where they fall once, a passage was moved,
 * or two were exchanged; where they fall more often, they are in some other order. What is new may stand anywhere: it
 * gets the next free number, which is higher than all others.
 */
final class Numbering extends Several.OfStartTags {
  /** A row of fewer has no order that one could rely on. */
  private static final int FEWEST = 4;

  /** The digits of the largest number. */
  private static final int LONGEST = 9;

  private record Numbered(String id, int number, int line, int column) {}

  /** Where a passage stands that was moved, and the one before or after which it does. */
  private record Moved(String key, int tag, Numbered here, Numbered there) {}

  private final SourceText text;
  private final List<Finding> findings;

  /** By what stands before the numbers. */
  private final Map<String, List<Numbered>> series = new LinkedHashMap<>();

  private final Set<String> given = new HashSet<>();

  /** Whether an id is given twice: what was copied has the numbers of its original. */
  private boolean isAnyCopied;

  private Locator locator;

  Numbering(SourceText text, List<Finding> findings) {
    this.text = text;
    this.findings = findings;
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    this.locator = locator;
  }

  @Override
  public void startElement(String uri, String local, String qName, Attributes attributes) {
    String id = attributes.getValue("http://www.w3.org/XML/1998/namespace", "id");
    int start = id == null ? 0 : startOfNumber(id);
    if (start > 0) {
      isAnyCopied |= !given.add(id);
      int number = Integer.parseInt(id, start, id.length(), 10);
      series.computeIfAbsent(id.substring(0, start), name -> new ArrayList<>())
          .add(new Numbered(id, number, locator.getLineNumber(), locator.getColumnNumber()));
    }
  }

  /** After a full stop and letters; 0 where there is none. */
  private static int startOfNumber(String id) {
    int digits = id.length();
    while (digits > 0 && isDigit(id.charAt(digits - 1))) {
      digits--;
    }
    int letters = digits;
    while (letters > 0 && Character.isLetter(id.charAt(letters - 1))) {
      letters--;
    }
    boolean numbered = id.length() > digits && id.length() - digits <= LONGEST;
    return numbered && digits > letters && letters > 1 && id.charAt(letters - 1) == '.' ? digits : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  @Override
  public void endDocument() {
    List<Moved> moved = new ArrayList<>();
    if (!isAnyCopied) {
      series.values().forEach(row -> addMoved(moved, row));
    }
    moved.sort(Comparator.comparingInt(Moved::tag));
    int end = 0;
    for (Moved one : moved) {
      // What stands in a passage was moved with it.
      if (one.tag() >= end) {
        end = Markup.end(text.text(), one.tag());
        Place place = text.attribute(one.here().line(), one.here().column(), "xml:id");
        findings.add(Finding.of(one.key(), place, one.here().id(), one.there().id()));
      }
    }
  }

  private void addMoved(List<Moved> moved, List<Numbered> row) {
    int fall = row.size() < FEWEST ? -1 : onlyFall(row);
    if (fall < 0 || mayBeNew(row, fall)) {
      return;
    }
    Numbered before = row.get(fall - 1);
    Numbered after = row.get(fall);
    boolean late = fall + 1 == row.size() || before.number() < row.get(fall + 1).number();
    boolean early = fall == 1 || row.get(fall - 2).number() < after.number();
    boolean isEarly = early && !late;
    Numbered here = isEarly ? before : after;
    moved.add(
        new Moved(
            isEarly ? "J316.early" : "J316", text.tagStart(here.line(), here.column()), here, isEarly ? after : before));
  }

  /** The one place where the numbers fall; -1 where there is none or another. */
  private static int onlyFall(List<Numbered> row) {
    int fall = -1;
    for (int i = 1; i < row.size(); i++) {
      if (row.get(i).number() <= row.get(i - 1).number()) {
        if (fall >= 0 || row.get(i).number() == row.get(i - 1).number()) {
          return -1;
        }
        fall = i;
      }
    }
    return fall;
  }

  /** Whether those before a fall that are higher than it are higher than all after it too. */
  private static boolean mayBeNew(List<Numbered> row, int fall) {
    int lowest = row.get(fall).number();
    int least =
        row.subList(0, fall).stream().mapToInt(Numbered::number).filter(number -> number > lowest).min().orElseThrow();
    return row.get(row.size() - 1).number() < least;
  }
}
