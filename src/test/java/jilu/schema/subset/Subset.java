package jilu.schema.subset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether every document that the narrow grammar accepts is accepted by the wide one. */
final class Subset {
  private final Grammar narrow;
  private final Grammar wide;
  private final List<String> leaks = new ArrayList<>();
  private int states;
  private int attributes;

  /** What the comparison found; without leaks, the narrow grammar is a subset. */
  record Result(List<String> leaks, int elements, int states, int attributes) {}

  private Subset(Grammar narrow, Grammar wide) {
    this.narrow = narrow;
    this.wide = wide;
  }

  static Result of(Grammar narrow, Grammar wide) {
    return new Subset(narrow, wide).compare();
  }

  private Result compare() {
    for (var root : narrow.start()) {
      if (!wide.start().contains(root)) leaks.add(root + ": not a root element");
    }
    for (var element : narrow.names()) {
      if (wide.declares(element)) compare(element);
      else leaks.add(element + ": not declared, or declared more than once");
    }
    return new Result(leaks, narrow.names().size(), states, attributes);
  }

  private void compare(String element) {
    compareContent(element);
    compareAttributes(element);
    compareValues(element);
  }

  /** Two contents after the same children, with the children that led there. */
  private record State(Pattern mine, Pattern theirs, String path) {}

  /** Walks through both contents at once until a child, or an end, that only the narrow one allows. */
  private void compareContent(String element) {
    var seen = new HashSet<List<Pattern>>();
    var open = new ArrayDeque<State>();
    open.add(new State(narrow.content(element), wide.content(element), ""));
    while (!open.isEmpty()) {
      var state = open.poll();
      if (!seen.add(List.of(state.mine(), state.theirs()))) continue;
      states++;
      if (state.mine().nullable() && !state.theirs().nullable()) {
        leaks.add(element + ": may end after" + state.path());
        return;
      }
      for (var child : state.mine().first()) {
        var mine = state.mine().after(child);
        var theirs = state.theirs().after(child);
        var path = state.path() + " " + child;
        if (theirs == Pattern.NOTHING) {
          leaks.add(element + ": may begin" + path);
          return;
        }
        open.add(new State(mine, theirs, path));
      }
    }
  }

  /** Every set of attributes that the narrow grammar allows must be allowed, group by group. */
  private void compareAttributes(String element) {
    var unknown = new TreeSet<>(narrow.attributeValues(element).keySet());
    for (var theirs : wide.attributeGroups(element)) {
      unknown.removeAll(theirs.names());
      for (var combination : restricted(narrow.attributeGroups(element), theirs.names())) {
        if (!theirs.allowed().contains(combination)) {
          leaks.add(element + ": of the attributes " + theirs.names() + " it may have just " + combination);
        }
      }
    }
    unknown.forEach(name -> leaks.add(element + ": has no attribute " + name));
  }

  /** The sets of attributes that the groups allow, each cut down to the given names. */
  private static Set<Set<String>> restricted(List<Grammar.AttributeGroup> groups, Set<String> names) {
    Set<Set<String>> combinations = Set.of(Set.of());
    for (var group : groups) {
      var longer = new HashSet<Set<String>>();
      for (var combination : combinations) {
        for (var more : group.allowed()) {
          var both = new TreeSet<>(combination);
          more.stream().filter(names::contains).forEach(both::add);
          longer.add(both);
        }
      }
      combinations = longer;
    }
    return combinations;
  }

  private void compareValues(String element) {
    if (!narrow.text(element).within(wide.text(element))) {
      leaks.add(element + ": its text may be " + narrow.text(element) + ", not only " + wide.text(element));
    }
    var theirs = wide.attributeValues(element);
    narrow.attributeValues(element).forEach((name, values) -> {
      if (!theirs.containsKey(name)) return;
      attributes++;
      if (!values.within(theirs.get(name))) {
        leaks.add(element + "/@" + name + ": may be " + values + ", not only " + theirs.get(name));
      }
    });
  }
}
