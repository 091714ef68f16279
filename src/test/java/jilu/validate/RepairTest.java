package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a row of children, each a letter; the model is {@code a b? c d*}. */
class RepairTest {
  private static final Content MODEL =
      Content.remembered(
          Content.child("a")
              .then(Content.child("b").optional())
              .then(Content.child("c"))
              .then(Content.child("d").repeated().optional()));

  private static String told(String children) {
    StringBuilder told = new StringBuilder();
    for (Repair.Change change : Repair.of(MODEL, List.of(children.split("")), 10_000).changes()) {
      told.append(told.isEmpty() ? "" : "; ");
      if (change instanceof Repair.Change.Late late) {
        told.append(late.child()).append(" before ").append(late.before());
      } else if (change instanceof Repair.Change.Early early) {
        told.append(early.child()).append(" after ").append(early.after());
      } else if (change instanceof Repair.Change.Surplus surplus) {
        told.append("without ").append(surplus.child());
      } else if (change instanceof Repair.Change.Missing missing) {
        told.append(missing.rest().first()).append(" before ").append(missing.before());
      }
    }
    return told.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "acb,      2 before 1",
    "cab,      0 after 2",
    "cabd,     0 after 2",
    "bca,      2 before 0",
    "adcd,     2 before 1",
    "addddc,   5 before 1",
    "daac,     without 2; 0 after 3",
    "dabc,     0 after 3",
    "dddcab,   3 before 0; 4 before 0; 5 before 0",
    "dca,      0 after 1; 2 before 1",
  })
  void what_stands_in_the_wrong_place_is_the_one_that_was_moved(String children, String changes) {
    assertThat(told(children)).isEqualTo(changes);
  }

  @ParameterizedTest
  @CsvSource({
    "aac,   without 1",
    "accd,  without 2",
    "abbcd, without 2",
    "acdb,  3 before 1",
  })
  void what_is_too_many_is_the_second(String children, String changes) {
    assertThat(told(children)).isEqualTo(changes);
  }

  @Test
  void what_is_missing_is_told_where_it_is_missing() {
    assertThat(told("cd")).isEqualTo("[a] before 0");
    assertThat(told("abd")).isEqualTo("[c] before 2");
    assertThat(told("ab")).isEqualTo("[c] before 2");
    assertThat(told("cb")).isEqualTo("[a] before 0; 1 before 0");
  }

  @Test
  void what_is_all_wrong_is_left() {
    assertThat(told("dcbadcbadcba")).isEmpty();
    assertThat(Repair.of(MODEL, List.of("c", "a"), 2).changes()).isEmpty();
  }
}
