package jilu.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The least that makes of the children of an element what its content model wants, found by trying the likelier mistake
 * first (uniform-cost search): a child in the wrong place, one that is missing, one too many; of two places the nearer.
 */
final class Repair {
  /** One mistake. Children are counted from 0. */
  sealed interface Change {
    /** Stands too late: it belongs before another child. */
    record Late(int child, int before) implements Change {}

    /** Stands too early: it belongs after another child. */
    record Early(int child, int after) implements Change {}

    /** Has no place. */
    record Surplus(int child, Content rest) implements Change {}

    /**
     * Something is to be added.
     *
     * @param before the child that comes next; the number of children: none
     * @param rest what may stand there
     */
    record Missing(int before, Content rest) implements Change {}
  }

  /**
   * @param changes in the order in which they are to be made; empty: none that are few enough
   * @param steps how long they were looked for
   */
  record Found(List<Change> changes, int steps) {}

  private static final int MOVED = 2_000;

  /** The child that comes late is named, not the one before it that is as early. */
  private static final int EARLY = 1;

  private static final int MISSING = 3_000;
  private static final int SURPLUS = 3_500;
  private static final int MOST = 8_000;

  /** So many children may be on their way at once. */
  private static final int PENDING = 3;

  /** What can be one of more names is not guessed. */
  private static final int CHOICES = 3;

  /** A child that was taken before its turn, and where. */
  private record Ahead(String name, int before) {}

  /**
   * How far one has come.
   *
   * @param held the children that were passed over and are still to be put in
   */
  private record State(int at, Content rest, List<Integer> held, List<Ahead> ahead) {}

  /** The same state for the rest of the way, whichever of several like children is on its way. */
  private record Key(int at, Content rest, List<String> held, List<Ahead> ahead) {}

  private record Step(State state, int cost, Optional<Step> before, Optional<Change> change) {}

  private final Content model;
  private final List<String> children;
  private final PriorityQueue<Step> open = new PriorityQueue<>(Comparator.comparingInt(Step::cost));
  private final Set<Key> seen = new HashSet<>();

  private Repair(Content model, List<String> children) {
    this.model = model;
    this.children = children;
  }

  /** @param patience after so many steps one gives up */
  static Found of(Content model, List<String> children, int patience) {
    return new Repair(model, children).search(patience);
  }

  private Found search(int patience) {
    open.add(new Step(new State(0, model, List.of(), List.of()), 0, Optional.empty(), Optional.empty()));
    int steps = 0;
    for (; !open.isEmpty() && steps < patience; steps++) {
      Step step = open.remove();
      State state = step.state();
      if (!seen.add(key(state))) {
        continue;
      }
      if (isEnd(state)) {
        return new Found(changes(step), steps);
      }
      next(step, state);
    }
    return new Found(List.of(), steps);
  }

  private Key key(State state) {
    return new Key(state.at(), state.rest(), state.held().stream().map(children::get).toList(), state.ahead());
  }

  private boolean isEnd(State state) {
    return state.at() == children.size()
        && state.held().isEmpty()
        && state.ahead().isEmpty()
        && state.rest().nullable();
  }

  private List<Change> changes(Step last) {
    List<Change> changes = new ArrayList<>();
    for (Optional<Step> step = Optional.of(last); step.isPresent(); step = step.get().before()) {
      step.get().change().ifPresent(change -> changes.add(0, change));
    }
    Set<Integer> astray = changes.stream().map(Repair::child).collect(Collectors.toSet());
    return changes.stream().map(change -> besideOneThatStays(change, astray)).toList();
  }

  private static int child(Change change) {
    return change instanceof Change.Late late ? late.child()
        : change instanceof Change.Early early ? early.child()
        : change instanceof Change.Surplus surplus ? surplus.child() : -1;
  }

  /** A place is named by a child that has its own. */
  private Change besideOneThatStays(Change change, Set<Integer> astray) {
    if (change instanceof Change.Late late) {
      OptionalInt stays =
          IntStream.range(late.before(), children.size()).filter(child -> !astray.contains(child)).findFirst();
      return new Change.Late(late.child(), stays.orElse(late.before()));
    }
    if (change instanceof Change.Early early) {
      OptionalInt stays = IntStream.rangeClosed(0, early.after()).filter(child -> !astray.contains(child)).max();
      return new Change.Early(early.child(), stays.orElse(early.after()));
    }
    return change;
  }

  private void next(Step step, State state) {
    int at = state.at();
    boolean more = state.held().size() + state.ahead().size() < PENDING;
    for (int held : state.held()) {
      Content rest = state.rest().after(children.get(held));
      if (rest != Content.NOTHING && at > held + 1) {
        add(step, new State(at, rest, without(state.held(), held), state.ahead()), 0, new Change.Early(held, at - 1));
      }
    }
    if (!state.rest().nullable()) {
      missing(step, state);
    }
    if (at == children.size()) {
      return;
    }
    String child = children.get(at);
    int distance = state.held().size() + state.ahead().size();
    Content rest = state.rest().after(child);
    if (rest != Content.NOTHING) {
      add(step, new State(at + 1, rest, state.held(), state.ahead()), distance);
    }
    for (Ahead ahead : state.ahead()) {
      if (ahead.name().equals(child)) {
        State settled = new State(at + 1, state.rest(), state.held(), without(state.ahead(), ahead));
        add(step, settled, distance, new Change.Late(at, ahead.before()));
      }
    }
    if (more) {
      add(step, new State(at + 1, state.rest(), with(state.held(), at), state.ahead()), MOVED + EARLY);
      for (String later : new LinkedHashSet<>(children.subList(at + 1, children.size()))) {
        Content taken = later.equals(child) ? Content.NOTHING : state.rest().after(later);
        if (taken != Content.NOTHING) {
          add(step, new State(at, taken, state.held(), with(state.ahead(), new Ahead(later, at))), MOVED);
        }
      }
    }
    // Of two that are alike the second is too many.
    int beforeLast = children.size() - at;
    add(step, new State(at + 1, state.rest(), state.held(), state.ahead()), SURPLUS + beforeLast,
        new Change.Surplus(at, state.rest()));
  }

  private void missing(Step step, State state) {
    int at = state.at();
    boolean atEnd = at == children.size();
    List<Content> rests =
        state.rest().first().stream()
            .map(state.rest()::after)
            .filter(rest -> atEnd ? rest.nullable() : rest.accepts(children.get(at)))
            .toList();
    if (atEnd || rests.size() <= CHOICES) {
      for (Content rest : rests) {
        add(step, new State(at, rest, state.held(), state.ahead()), MISSING, new Change.Missing(at, state.rest()));
      }
    }
  }

  private void add(Step from, State to, int cost, Change... change) {
    int all = from.cost() + cost;
    if (all <= MOST) {
      open.add(new Step(to, all, Optional.of(from), change.length == 0 ? Optional.empty() : Optional.of(change[0])));
    }
  }

  private static <T> List<T> with(List<T> list, T one) {
    List<T> more = new ArrayList<>(list);
    more.add(one);
    return List.copyOf(more);
  }

  private static <T> List<T> without(List<T> list, T one) {
    List<T> less = new ArrayList<>(list);
    less.remove(one);
    return List.copyOf(less);
  }
}
