package jilu.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.helpers.DefaultHandler;

/** An id is given once in a file, whatever the schema. Which of two is wrong, the numbers beside them may tell. */
final class Ids extends DefaultHandler {
  /** Of more it is only told that they are given twice: to compare them takes longer the more there are. */
  private static final int COMPARED = 50;

  private static final Pattern NUMBERED = Pattern.compile("(.*\\D)(\\d{1,9})");

  private record Given(String id, int line, int column) {
    static final Comparator<Given> BY_PLACE = Comparator.comparingInt(Given::line).thenComparingInt(Given::column);

    Optional<Integer> numberIn(String series) {
      Matcher numbered = NUMBERED.matcher(id);
      return numbered.matches() && numbered.group(1).equals(series)
          ? Optional.of(Integer.valueOf(numbered.group(2)))
          : Optional.empty();
    }
  }

  private final SourceText text;
  private final List<Finding> findings;
  private final Map<String, Given> given = new HashMap<>();
  private final List<Given> again = new ArrayList<>();
  private Locator locator;

  Ids(SourceText text, List<Finding> findings) {
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
    if (id == null) {
      return;
    }
    var here = new Given(id, locator.getLineNumber(), locator.getColumnNumber());
    if (given.putIfAbsent(id, here) != null) {
      again.add(here);
    }
  }

  @Override
  public void endDocument() {
    int copied = 0;
    for (Given second : again.subList(0, Math.min(COMPARED, again.size()))) {
      if (tag(second) >= copied) {
        copied = copyOf(given.get(second.id()), second);
        tell(second);
      }
    }
    for (Given second : again.subList(Math.min(COMPARED, again.size()), again.size())) {
      tell("J104", second, given.get(second.id()), "");
    }
  }

  /** @return where the element ends if it is the same to the letter as the one that had the id first; otherwise 0 */
  private int copyOf(Given first, Given second) {
    int end = Markup.end(text.text(), tag(second));
    int length = end - tag(second);
    boolean same = tag(first) + length <= tag(second)
        && text.text().regionMatches(tag(first), text.text(), tag(second), length);
    return same ? end : 0;
  }

  private int tag(Given one) {
    return text.tagStart(one.line(), one.column());
  }

  private void tell(Given second) {
    Given first = given.get(second.id());
    if (copyOf(first, second) > 0) {
      tell("J104.copy", second, first, "");
      return;
    }
    Matcher numbered = NUMBERED.matcher(second.id());
    List<Given> series = numbered.matches() ? series(numbered.group(1)) : List.of();
    if (series.stream().map(Given::id).distinct().count() < 2) {
      tell("J104", second, first, "");
      return;
    }
    String name = numbered.group(1);
    int digits = numbered.group(2).startsWith("0") ? numbered.group(2).length() : 1;
    List<Integer> numbers = series.stream().map(one -> one.numberIn(name).orElseThrow()).toList();
    for (Given one : List.of(first, second)) {
      Optional<Integer> lost = lost(numbers, series.indexOf(one));
      if (lost.isPresent()) {
        tell("J104.gap", one, one == first ? second : first, id(name, lost.get(), digits));
        return;
      }
    }
    tell("J104.next", second, first, id(name, new TreeSet<>(numbers).last() + 1, digits));
  }

  private List<Given> series(String name) {
    return Stream.concat(given.values().stream(), again.stream())
        .filter(one -> one.numberIn(name).isPresent()).sorted(Given.BY_PLACE).toList();
  }

  /** The number that alone fits between those before and after, if none has it. */
  private static Optional<Integer> lost(List<Integer> numbers, int at) {
    int before = at == 0 ? 0 : numbers.get(at - 1);
    boolean fits = at + 1 < numbers.size() && numbers.get(at + 1) == before + 2 && !numbers.contains(before + 1);
    return fits ? Optional.of(before + 1) : Optional.empty();
  }

  private static String id(String series, int number, int digits) {
    return series + ("%0" + digits + "d").formatted(number);
  }

  private void tell(String key, Given here, Given there, String free) {
    int line = text.attribute(there.line(), there.column(), "xml:id").line();
    findings.add(Finding.of(key, text.attribute(here.line(), here.column(), "xml:id"), here.id(), line, free));
  }
}
