package jilu.schema.subset;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** What an element may contain: a regular expression over child names, with {@link #TEXT} for character data. */
sealed interface Pattern {
  String TEXT = "#text";
  Pattern EMPTY = new Empty();
  Pattern NOTHING = new Nothing();

  /** Whether the content may end here. */
  boolean nullable();

  /** Which children may come first. */
  Set<String> first();

  /** What may follow once this child has come: Brzozowski’s derivative. */
  Pattern after(String child);

  static Pattern child(String name) {
    return new Child(name);
  }

  static Pattern text() {
    return repeated(child(TEXT)).or(EMPTY);
  }

  default Pattern then(Pattern next) {
    if (this == NOTHING || next == NOTHING) return NOTHING;
    if (this == EMPTY) return next;
    if (next == EMPTY) return this;
    // Sequences lean to the right, so that equal sequences look equal.
    return this instanceof Sequence s ? s.head().then(s.tail().then(next)) : new Sequence(this, next);
  }

  default Pattern or(Pattern other) {
    if (equals(other) || other == NOTHING) return this;
    if (this == NOTHING) return other;
    var options = new LinkedHashSet<Pattern>();
    for (var side : new Pattern[] {this, other}) {
      if (side instanceof Choice choice) options.addAll(choice.options());
      else options.add(side);
    }
    return options.size() == 1 ? options.iterator().next() : new Choice(options);
  }

  static Pattern repeated(Pattern once) {
    return once == EMPTY || once == NOTHING || once instanceof Repeated ? once : new Repeated(once);
  }

  record Empty() implements Pattern {
    @Override public boolean nullable() {
      return true;
    }

    @Override public Set<String> first() {
      return Set.of();
    }

    @Override public Pattern after(String child) {
      return NOTHING;
    }
  }

  record Nothing() implements Pattern {
    @Override public boolean nullable() {
      return false;
    }

    @Override public Set<String> first() {
      return Set.of();
    }

    @Override public Pattern after(String child) {
      return NOTHING;
    }
  }

  record Child(String name) implements Pattern {
    @Override public boolean nullable() {
      return false;
    }

    @Override public Set<String> first() {
      return Set.of(name);
    }

    @Override public Pattern after(String child) {
      return child.equals(name) ? EMPTY : NOTHING;
    }
  }

  record Sequence(Pattern head, Pattern tail) implements Pattern {
    @Override public boolean nullable() {
      return head.nullable() && tail.nullable();
    }

    @Override public Set<String> first() {
      var first = new TreeSet<>(head.first());
      if (head.nullable()) first.addAll(tail.first());
      return first;
    }

    @Override public Pattern after(String child) {
      var rest = head.after(child).then(tail);
      return head.nullable() ? rest.or(tail.after(child)) : rest;
    }
  }

  record Choice(Set<Pattern> options) implements Pattern {
    @Override public boolean nullable() {
      return options.stream().anyMatch(Pattern::nullable);
    }

    @Override public Set<String> first() {
      var first = new TreeSet<String>();
      options.forEach(option -> first.addAll(option.first()));
      return first;
    }

    @Override public Pattern after(String child) {
      var rest = NOTHING;
      for (var option : options) rest = rest.or(option.after(child));
      return rest;
    }
  }

  record Repeated(Pattern once) implements Pattern {
    @Override public boolean nullable() {
      return once.nullable();
    }

    @Override public Set<String> first() {
      return once.first();
    }

    @Override public Pattern after(String child) {
      return once.after(child).then(or(EMPTY));
    }
  }
}
