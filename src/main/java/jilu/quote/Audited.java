package jilu.quote;

import java.util.Optional;

/**
 * A quotation and what came of it.
 *
 * @param sourced whether it names a text of this edition as its source
 * @param echo where the same words stand as one in a heading or in the compiler's words, though not in the evidence
 */
public record Audited(Quotation quotation, boolean sourced, Outcome outcome, Optional<Alignment> echo) {
  /** Whether it is given as somebody's own words, while the evidence only reports them. */
  public boolean isSpeechOfReport() {
    return quotation.marked()
        && !(outcome instanceof Outcome.NoEvidence)
        && outcome.found().map(Alignment::reported).orElse(false);
  }
}
