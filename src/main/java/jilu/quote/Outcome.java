package jilu.quote;

import java.util.Optional;

/** What came of comparing a quotation with the texts. */
public sealed interface Outcome {
  /** The words it was compared with, if they were found. */
  Optional<Alignment> found();

  /** Character for character. */
  record Verbatim(Alignment at) implements Outcome {
    @Override
    public Optional<Alignment> found() {
      return Optional.of(at);
    }
  }

  /** The same but for differences of writing, which the alignment names. */
  record Folded(Alignment at) implements Outcome {
    @Override
    public Optional<Alignment> found() {
      return Optional.of(at);
    }
  }

  /** The same words in order, with others left out. */
  record Omitting(Alignment at, boolean marked) implements Outcome {
    @Override
    public Optional<Alignment> found() {
      return Optional.of(at);
    }
  }

  /** Words were put in or put otherwise. */
  record Altered(Alignment at) implements Outcome {
    @Override
    public Optional<Alignment> found() {
      return Optional.of(at);
    }
  }

  /** Not where the source says, but elsewhere. */
  record Elsewhere(Alignment at) implements Outcome {
    @Override
    public Optional<Alignment> found() {
      return Optional.of(at);
    }
  }

  /** Only in a heading or in the words of the compiler, which are no evidence. */
  record NoEvidence(Alignment at) implements Outcome {
    @Override
    public Optional<Alignment> found() {
      return Optional.of(at);
    }
  }

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
