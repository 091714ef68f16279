package jilu.quote;

import java.util.Optional;

/** What came of comparing a quotation with the texts. */
public sealed interface Outcome {
  /** The words it was compared with, if they were found. */
  Optional<Alignment> found();

  /** The words were found. */
  sealed interface Found extends Outcome {
    Alignment at();

    @Override
    default Optional<Alignment> found() {
      return Optional.of(at());
    }
  }

  /** Character for character. */
  record Verbatim(Alignment at) implements Found {}

  /** The same but for differences of writing, which the alignment names. */
  record Folded(Alignment at) implements Found {}

  /** The same words in order, with others left out. */
  record Omitting(Alignment at, boolean marked) implements Found {}

  /** Words were put in or put otherwise. */
  record Altered(Alignment at) implements Found {}

  /** Not where the source says, but elsewhere. */
  record Elsewhere(Alignment at) implements Found {}

  /** Only in a heading or in the words of the compiler, which are no evidence. */
  record NoEvidence(Alignment at) implements Found {}

  /** Nowhere. */
  record NotFound() implements Outcome {
    @Override
    public Optional<Alignment> found() {
      return Optional.empty();
    }
  }

  /** The outcome that an alignment in the right place shows. */
  static Outcome of(Alignment at) {
    if (at.isVerbatim()) {
      return at.foldings().isEmpty() ? new Verbatim(at) : new Folded(at);
    }
    return at.onlyOmits() ? new Omitting(at, at.isMarked()) : new Altered(at);
  }
}
