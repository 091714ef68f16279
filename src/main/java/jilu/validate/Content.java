package jilu.validate;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What an element may contain, as a regular expression over the names of its children; the rest of it after some of
 * them is its derivative (Brzozowski). Names are in Clark notation; {@code *} stands for any name.
 */
sealed interface Content {
  Content EMPTY = new Empty();
  Content NOTHING = new Nothing();

  /** Whether the content may end here. */
  boolean nullable();

  /** Which children may come first. */
  Set<String> first();

  /** What may follow once this child has come. */
  Content after(String child);

  /** All children there may be, whatever comes before them; {@code *} is any. */
  default Set<String> names() {
    var names = new HashSet<String>();
    gather(names);
    return names;
  }

  private void gather(Set<String> names) {
    if (this instanceof Child child) {
      names.add(child.name());
    } else if (this instanceof Sequence sequence) {
      sequence.head().gather(names);
      sequence.tail().gather(names);
    } else if (this instanceof Choice choice) {
      choice.options().forEach(option -> option.gather(names));
    } else if (this instanceof Repeated repeated) {
      repeated.once().gather(names);
    } else if (this instanceof Interleaved both) {
      both.one().gather(names);
      both.other().gather(names);
    } else if (this instanceof Remembering known) {
      known.content.gather(names);
    }
  }

  static Content child(String name) {
    return new Child(name);
  }

  /** The same, but what follows is worked out once for each child. */
  static Content remembered(Content content) {
    return content == NOTHING ? NOTHING : new Remembering(content, new ConcurrentHashMap<>()).known(content);
  }

  default boolean accepts(String child) {
    return after(child) != NOTHING;
  }

  default Content then(Content next) {
    if (this == NOTHING || next == NOTHING) {
      return NOTHING;
    }
    if (this == EMPTY) {
      return next;
    }
    if (next == EMPTY) {
      return this;
    }
    // Sequences lean to the right, so that equal sequences look equal.
    return this instanceof Sequence s ? s.head().then(s.tail().then(next)) : new Sequence(this, next);
  }

  default Content or(Content other) {
    if (other == NOTHING || equals(other)) {
      return this;
    }
    if (this == NOTHING) {
      return other;
    }
    var options = new LinkedHashSet<Content>();
    for (Content side : List.of(this, other)) {
      if (side instanceof Choice choice) {
        options.addAll(choice.options());
      } else {
        options.add(side);
      }
    }
    return options.size() == 1 ? options.iterator().next() : new Choice(options);
  }

  default Content with(Content other) {
    if (this == NOTHING || other == NOTHING) {
      return NOTHING;
    }
    return this == EMPTY ? other : other == EMPTY ? this : new Interleaved(this, other);
  }

  default Content optional() {
    return or(EMPTY);
  }

  default Content repeated() {
    return this == EMPTY || this == NOTHING || this instanceof Repeated ? this : new Repeated(this);
  }

  /** So many times; {@code most} below 0 is without limit. */
  default Content times(int least, int most) {
    Content all = most < 0 ? repeated().optional() : EMPTY;
    // A high limit makes no difference to what one would tell an editor.
    for (int i = Math.min(most, least + 8); i > least; i--) {
      all = then(all).optional();
    }
    for (int i = 0; i < Math.min(least, 8); i++) {
      all = then(all);
    }
    return all;
  }

  record Empty() implements Content {
    @Override
    public boolean nullable() {
      return true;
    }

    @Override
    public Set<String> first() {
      return Set.of();
    }

    @Override
    public Content after(String child) {
      return NOTHING;
    }
  }

  record Nothing() implements Content {
    @Override
    public boolean nullable() {
      return false;
    }

    @Override
    public Set<String> first() {
      return Set.of();
    }

    @Override
    public Content after(String child) {
      return NOTHING;
    }
  }

  record Child(String name) implements Content {
    @Override
    public boolean nullable() {
      return false;
    }

    @Override
    public Set<String> first() {
      return name.equals("*") ? Set.of() : Set.of(name);
    }

    @Override
    public Content after(String child) {
      return name.equals("*") || child.equals(name) ? EMPTY : NOTHING;
    }
  }

  record Sequence(Content head, Content tail) implements Content {
    @Override
    public boolean nullable() {
      return head.nullable() && tail.nullable();
    }

    @Override
    public Set<String> first() {
      var first = new TreeSet<>(head.first());
      if (head.nullable()) {
        first.addAll(tail.first());
      }
      return first;
    }

    @Override
    public Content after(String child) {
      Content rest = head.after(child).then(tail);
      return head.nullable() ? rest.or(tail.after(child)) : rest;
    }
  }

  record Choice(Set<Content> options) implements Content {
    @Override
    public boolean nullable() {
      return options.stream().anyMatch(Content::nullable);
    }

    @Override
    public Set<String> first() {
      var first = new TreeSet<String>();
      options.forEach(option -> first.addAll(option.first()));
      return first;
    }

    @Override
    public Content after(String child) {
      Content rest = NOTHING;
      for (Content option : options) {
        rest = rest.or(option.after(child));
      }
      return rest;
    }
  }

  record Repeated(Content once) implements Content {
    @Override
    public boolean nullable() {
      return once.nullable();
    }

    @Override
    public Set<String> first() {
      return once.first();
    }

    @Override
    public Content after(String child) {
      return once.after(child).then(optional());
    }
  }

  /** Both, mingled in any way. */
  record Interleaved(Content one, Content other) implements Content {
    @Override
    public boolean nullable() {
      return one.nullable() && other.nullable();
    }

    @Override
    public Set<String> first() {
      var first = new TreeSet<>(one.first());
      first.addAll(other.first());
      return first;
    }

    @Override
    public Content after(String child) {
      return one.after(child).with(other).or(one.with(other.after(child)));
    }
  }

  /** A state of an automaton that is built as far as it is used; states that allow the same are one. */
  final class Remembering implements Content {
    /** The names of which one is remembered: those of the schema are fewer, but people write others. */
    private static final int MOST = 1000;

    private final Content content;
    private final Map<Content, Remembering> states;
    private final Map<String, Content> next = new ConcurrentHashMap<>();
    private final Set<String> first;
    private final boolean nullable;

    private Remembering(Content content, Map<Content, Remembering> states) {
      this.content = content;
      this.states = states;
      this.first = content.first();
      this.nullable = content.nullable();
    }

    private Content known(Content other) {
      return other == NOTHING ? NOTHING : states.computeIfAbsent(other, c -> new Remembering(c, states));
    }

    @Override
    public boolean nullable() {
      return nullable;
    }

    @Override
    public Set<String> first() {
      return first;
    }

    @Override
    public Content after(String child) {
      Content after = next.get(child);
      if (after == null) {
        after = known(content.after(child));
        if (next.size() < MOST) {
          next.put(child, after);
        }
      }
      return after;
    }
  }
}
