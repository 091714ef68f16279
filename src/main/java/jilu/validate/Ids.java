package jilu.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jilu.words.Text;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;

/** An id is given once in a file, whatever the schema. Which of two is wrong, the numbers beside them may tell. */
final class Ids extends Several.OfStartTags {
  /** Of more it is only told that they are given twice: to compare them takes longer the more there are. */
  private static final int COMPARED = 50;

  /** Of the ids of a copy so many are named, or the first and the last. */
  private static final int NAMED = 6;

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
    List<Given> all = again.isEmpty() ? List.of() : inOrder();
    int told = 0;
    for (int i = 0; i < again.size(); i++) {
      Given second = again.get(i);
      if (tag(second) < told) {
        continue;
      }
      if (i >= COMPARED) {
        tell("J104", second, given.get(second.id()), "");
        continue;
      }
      told = versionOf(all, all.indexOf(second));
      if (told == 0) {
        told = copyOf(given.get(second.id()), second);
        tell(second, told, all);
      }
    }
  }

  /** All that were given so far. */
  Set<String> all() {
    return given.keySet();
  }

  private List<Given> inOrder() {
    return Stream.concat(given.values().stream(), again.stream()).sorted(Given.BY_PLACE).toList();
  }

  /**
   * Siblings with the ids of those before them, in the same order: who clears away the marks of a merge and forgets
   * one of its sides leaves this. A single one is another version only if a part of it is the same.
   *
   * @return where they end; 0 if there are none
   */
  private int versionOf(List<Given> all, int at) {
    int before = at - 1;
    while (!all.get(before).id().equals(all.get(at).id())) {
      before--;
    }
    int length = at - before;
    if (length < 2 || at + length > all.size() || !ids(all, before, at).equals(ids(all, at, at + length))) {
      return 0;
    }
    String file = text.text();
    int first = tag(all.get(before));
    int second = tag(all.get(at));
    int end = Markup.end(file, second, tag(all.get(at + length - 1)));
    boolean several = Markup.end(file, second) < end;
    boolean alike =
        copyOf(all.get(before), all.get(at)) == 0
            && IntStream.range(before, at).anyMatch(i -> copyOf(all.get(i), all.get(i + length)) > 0);
    if (!Markup.follows(file, first, second) || !several && !alike) {
      return 0;
    }
    int endOfFirst = Markup.end(file, first, tag(all.get(at - 1)));
    findings.add(
        Finding.of(
            "J104.versions", place(all.get(at)), line(second), line(end - 1), line(first), line(endOfFirst - 1)));
    return end;
  }

  private static List<String> ids(List<Given> all, int from, int to) {
    return all.subList(from, to).stream().map(Given::id).toList();
  }

  private int line(int offset) {
    return text.place(offset).line();
  }

  private Place place(Given one) {
    return text.attribute(one.line(), one.column(), "xml:id");
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

  /** @param end where a copy ends; 0 if it is none */
  private void tell(Given second, int end, List<Given> all) {
    Given first = given.get(second.id());
    if (end > 0) {
      List<String> ids =
          all.stream().filter(one -> tag(one) >= tag(second) && tag(one) < end).map(Given::id).toList();
      int from = line(tag(second));
      int to = line(end - 1);
      String key = from < to ? "J104.copy" : "J104.copy.line";
      findings.add(Finding.of(key, place(second), named(ids), line(tag(first)), from, to, ids.size()));
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

  private static Text named(List<String> ids) {
    String first = ids.get(0);
    String last = ids.get(ids.size() - 1);
    return ids.size() > NAMED
        ? new Text(first + ", …, " + last, first + "、……、" + last)
        : Rulebook.list(ids, NAMED);
  }

  private List<Given> series(String name) {
    return inOrder().stream().filter(one -> one.numberIn(name).isPresent()).toList();
  }

  /** The number that alone fits between those before and after, if none has it. */
  private static Optional<Integer> lost(List<Integer> numbers, int at) {
    int before = at == 0 ? 0 : numbers.get(at - 1);
    boolean fits = at + 1 < numbers.size() && numbers.get(at + 1) == before + 2 && !numbers.contains(before + 1);
    return fits ? Optional.of(before + 1) : Optional.empty();
  }

  /** The id, or the next of its series that is not taken. */
  static Optional<String> free(String id, Predicate<String> taken) {
    Matcher numbered = NUMBERED.matcher(id);
    if (!taken.test(id) || !numbered.matches()) {
      return Optional.of(id).filter(taken.negate());
    }
    String number = numbered.group(2);
    return IntStream.iterate(Integer.parseInt(number) + 1, next -> next + 1)
        .mapToObj(next -> id(numbered.group(1), next, number.startsWith("0") ? number.length() : 1))
        .filter(taken.negate()).findFirst();
  }

  private static String id(String series, int number, int digits) {
    return series + ("%0" + digits + "d").formatted(number);
  }

  private void tell(String key, Given here, Given there, String free) {
    findings.add(Finding.of(key, place(here), here.id(), place(there).line(), free));
  }
}
