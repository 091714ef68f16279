package jilu.validate;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Models whose answers are worked out once, whichever thread asks first: a file of another kind of TEI may break the
 * grammar at each of its tags.
 */
final class Remembered implements Models {
  /** So much is remembered of each kind; the next one begins anew: they hold names and values as people wrote them. */
  private static final int MOST = 10_000;

  private final Models models;
  private final Map<String, Optional<Model>> roots = new ConcurrentHashMap<>();
  private final Map<String, Optional<Model>> anywhere = new ConcurrentHashMap<>();
  private final Map<Model, Model> known = new ConcurrentHashMap<>();
  private final Map<List<Object>, GrammarCheck.Said> said = new ConcurrentHashMap<>();
  private final Map<List<Object>, Optional<GrammarCheck.Said>> plain = new ConcurrentHashMap<>();
  private final Map<List<Object>, Optional<String>> near = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> alike = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> confused = new ConcurrentHashMap<>();
  private final Map<String, Boolean> foreign = new ConcurrentHashMap<>();
  private final Map<String, Integer> homes = new ConcurrentHashMap<>();
  private final Map<List<Object>, List<String>> missing = new ConcurrentHashMap<>();
  private final Map<List<Object>, Repair.Found> repairs = new ConcurrentHashMap<>();
  private final Set<String> names;

  Remembered(Models models) {
    this.models = models;
    this.names = Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(models.names())));
  }

  @Override
  public Optional<Model> root(String name) {
    return remembered(roots, name, models::root);
  }

  @Override
  public Set<String> roots() {
    return models.roots();
  }

  @Override
  public Set<String> names() {
    return names;
  }

  @Override
  public Optional<Model> any(String name) {
    return remembered(anywhere, name, models::any);
  }

  /** What was said of the same mistake before, in another place. */
  GrammarCheck.Said said(List<Object> mistake, Supplier<GrammarCheck.Said> answer) {
    return remembered(said, mistake, answer);
  }

  /** What was said of a mistake that may be of a kind of which no more need be known. */
  Optional<GrammarCheck.Said> plain(List<Object> mistake, Supplier<Optional<GrammarCheck.Said>> answer) {
    return remembered(plain, mistake, answer);
  }

  /** Which name was taken for the one that was meant before. */
  Optional<String> near(List<Object> written, Supplier<Optional<String>> answer) {
    return remembered(near, written, answer);
  }

  /** The elements of the schema whose names are like another. */
  Set<String> alike(String name, Supplier<Set<String>> answer) {
    return remembered(alike, name, answer);
  }

  /** The elements of the schema that are often meant by another. */
  Set<String> confused(String name, Supplier<Set<String>> answer) {
    return remembered(confused, name, answer);
  }

  /** Whether the schema has no namespace that is meant by another. */
  boolean foreign(String namespace, Supplier<Boolean> answer) {
    return remembered(foreign, namespace, answer);
  }

  /** In how many elements of the schema another one may stand. */
  int homes(String name) {
    return remembered(
        homes,
        name,
        () -> (int) names.stream().filter(n -> any(n).flatMap(model -> model.child(name)).isPresent()).count());
  }

  /** What was missing before a child after others. */
  List<String> missing(Content before, String child, Supplier<List<String>> answer) {
    return remembered(missing, List.of(before, child), answer);
  }

  /** What puts children in order. It is remembered with the steps it took, so that each file has the same patience. */
  Repair.Found repair(Content model, List<String> children, int patience) {
    List<Object> disorder = List.of(model, children);
    Repair.Found known = repairs.get(disorder);
    if (known == null) {
      known = Repair.of(model, children, patience);
      if (known.steps() < patience) {
        remember(repairs, disorder, known);
      }
    }
    return known.steps() < patience ? known : new Repair.Found(List.of(), patience);
  }

  /** Not {@code computeIfAbsent}: one answer may need another. */
  private static <Q, T> T remembered(Map<Q, T> memory, Q question, Supplier<T> answer) {
    T known = memory.get(question);
    if (known == null) {
      known = answer.get();
      remember(memory, question, known);
    }
    return known;
  }

  private static <Q, T> void remember(Map<Q, T> memory, Q question, T answer) {
    if (memory.size() >= MOST) {
      memory.clear();
    }
    memory.put(question, answer);
  }

  private Optional<Model> remembered(
      Map<String, Optional<Model>> memory, String name, Function<String, Optional<Model>> ask) {
    Optional<Model> answer = memory.get(name);
    if (answer == null) {
      // What reads a schema is not made for several threads.
      synchronized (models) {
        answer = ask.apply(name).map(model -> known.computeIfAbsent(model, One::new));
      }
      remember(memory, name, answer);
    }
    return answer;
  }

  private final class One implements Model {
    private final Model model;
    private final Content content;
    private final boolean text;
    private final Map<String, Attribute> attributes;
    private final Map<String, Attribute> required;
    private final Map<String, Optional<Model>> children = new ConcurrentHashMap<>();

    One(Model model) {
      this.model = model;
      this.content = Content.remembered(model.content());
      this.text = model.text();
      this.attributes = model.attributes();
      this.required = model.required();
    }

    @Override
    public String name() {
      return model.name();
    }

    @Override
    public Content content() {
      return content;
    }

    @Override
    public boolean text() {
      return text;
    }

    @Override
    public Map<String, Attribute> attributes() {
      return attributes;
    }

    @Override
    public Map<String, Attribute> required() {
      return required;
    }

    @Override
    public Optional<Model> child(String name) {
      return remembered(children, name, model::child);
    }
  }
}
