package jilu.validate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jilu.edition.Card;
import jilu.edition.Catalog.Definition;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * What pointers that reach nothing, or nothing of the right kind, have to do with the ids that there are. All that is
 * asked is looked for at once, in one reading of what files define, of which no more is held than the answers.
 */
final class Nearest {
  /** So many files are kept where a kind is at home: one more than are named. */
  private static final int HOMES = 4;

  /** Of how many files the definitions are held at a time. */
  private static final int AT_ONCE = 256;

  /** An id that is nowhere, and the names of elements of which one should bear it; none: any. */
  record Question(String id, List<String> expects) {}

  private final Map<Question, Answer> answers;
  private final Map<List<String>, TreeSet<String>> homes = new HashMap<>();
  private final Map<String, Definition> bearers = new HashMap<>();

  /**
   * @param questions what is asked
   * @param wanted the ids of which the first bearer is asked
   * @param repeated of ids that are defined more than once, the first bearer
   */
  Nearest(List<Card> cards, Set<Question> questions, Set<String> wanted, Map<String, Definition> repeated) {
    answers = questions.stream().collect(Collectors.toMap(question -> question, Answer::new));
    questions.forEach(question -> homes.put(question.expects(), new TreeSet<>()));
    if (questions.isEmpty() && wanted.isEmpty()) {
      return;
    }
    for (int from = 0; from < cards.size(); from += AT_ONCE) {
      List<Definition> some =
          cards.subList(from, Math.min(from + AT_ONCE, cards.size())).parallelStream()
              .flatMap(card -> card.definitions().stream()).toList();
      answers.values().parallelStream().forEach(answer -> answer.consider(some, repeated));
      homes.entrySet().parallelStream().forEach(kinds -> settle(kinds.getValue(), kinds.getKey(), some));
      some.stream().filter(d -> wanted.contains(d.id())).forEach(d -> bearers.putIfAbsent(d.id(), d));
    }
  }

  private static void settle(TreeSet<String> files, Collection<String> kinds, List<Definition> some) {
    for (Definition definition : some) {
      if (kinds.contains(definition.element()) && files.add(definition.file()) && files.size() > HOMES) {
        files.pollLast();
      }
    }
  }

  /** The ids of the right kind that are equally near, those of few slips or of which the other is a part. */
  List<String> of(String id, List<String> expects) {
    return answers.get(new Question(id, expects)).ids();
  }

  /** The first of the files, by name, where elements of these kinds have ids. */
  List<String> homes(List<String> kinds) {
    return List.copyOf(homes.get(kinds));
  }

  /** The element that has the id. */
  Optional<Definition> bearer(String id) {
    return Optional.ofNullable(bearers.get(id));
  }

  private static final class Answer {
    private final String id;
    private final Set<String> expects;
    private final LevenshteinDistance distance;
    private final Set<String> inOtherCase = new TreeSet<>();
    private final Set<String> nearest = new TreeSet<>();
    private int slips = Integer.MAX_VALUE;

    Answer(Question question) {
      id = question.id();
      expects = new HashSet<>(question.expects());
      distance = new LevenshteinDistance(Math.min(3, Math.max(1, id.length() / 2)));
    }

    List<String> ids() {
      return new ArrayList<>(inOtherCase.isEmpty() ? nearest : inOtherCase);
    }

    void consider(List<Definition> some, Map<String, Definition> repeated) {
      for (Definition definition : some) {
        String other = definition.id();
        if (other.equalsIgnoreCase(id)) {
          inOtherCase.add(other);
        }
        boolean first = repeated.isEmpty() || repeated.getOrDefault(other, definition).equals(definition);
        if (first && (expects.isEmpty() || expects.contains(definition.element()))) {
          consider(other);
        }
      }
    }

    private void consider(String other) {
      int apart = distance.apply(id, other);
      if (apart < 0 && !isShortFor(other, id) && !isShortFor(id, other)) {
        return;
      }
      // One that is only a part is farther than all others.
      int rank = apart < 0 ? Integer.MAX_VALUE - 1 : apart;
      if (rank < slips) {
        nearest.clear();
        slips = rank;
      }
      if (rank == slips) {
        nearest.add(other);
      }
    }

    /** {@code zhou} for {@code zhouenlai}, {@code minutes} for {@code kind-minutes}. */
    private static boolean isShortFor(String part, String whole) {
      return part.length() >= 3 && (whole.startsWith(part) || whole.endsWith("-" + part));
    }
  }
}
