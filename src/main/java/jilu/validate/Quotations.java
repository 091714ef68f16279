package jilu.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jilu.edition.Tag;
import jilu.quote.Alignment;
import jilu.quote.Alignment.Difference;
import jilu.quote.Alignment.Kind;
import jilu.quote.Alignment.Stretch;
import jilu.quote.Audited;
import jilu.quote.Outcome;
import jilu.quote.Quotation;
import jilu.words.Text;

/**
 * What the audit of quotations found, as findings at the quotations. An editor may quote as he likes, so nothing here is an
 * error; and where no source is named, it is no more than information.
 */
final class Quotations {
  /** Longer words are cut in the middle: a finding is a line. */
  private static final int SHOWN = 60;

  /** As many of the sources are named. */
  private static final int NAMED = 6;

  /** Where a paragraph ends in words of several. */
  private static final String PARAGRAPH = "\u2029";

  private Quotations() {}

  /** @param broken the tags of which a pointer is told already, at which what they quote is not known */
  static List<Finding> findings(List<Audited> audit, Places places, Set<Place> broken) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (Audited audited : audit.stream().filter(Quotations::isTold).toList()) {
      Quotation quotation = audited.quotation();
      if (!broken.contains(places.place(quotation.file(), quotation.tag()))) {
        add(audited, place(audited, places), findings);
      }
    }
    return findings;
  }

  /** Of words that stand elsewhere that which says where they stand. */
  private static Place place(Audited audited, Places places) throws IOException {
    String file = audited.quotation().file();
    return audited.outcome() instanceof Outcome.Elsewhere
        ? places.place(file, audited.quotation().tag(), "source")
        : places.place(file, tag(audited));
  }

  /** The first words that differ from those they are compared with are in one of its pieces. */
  private static Tag tag(Audited audited) {
    Quotation quotation = audited.quotation();
    Outcome outcome = audited.outcome();
    return outcome.found()
        .filter(at -> outcome instanceof Outcome.Omitting || outcome instanceof Outcome.Altered)
        .flatMap(at -> at.differences().stream().findFirst())
        .map(difference -> quotation.tag(difference.at()))
        .orElseGet(quotation::tag);
  }

  private static boolean isTold(Audited audited) {
    boolean alone = audited.outcome() instanceof Outcome.NotFound || audited.outcome() instanceof Outcome.NoEvidence;
    if (alone && audited.quotation().telling() && !audited.sourced()) {
      return false;
    }
    return audited.isSpeechOfReport() || !(audited.outcome() instanceof Outcome.Verbatim || audited.outcome() instanceof Outcome.Folded);
  }

  private static void add(Audited audited, Place place, List<Finding> findings) {
    Outcome outcome = audited.outcome();
    String words = shown(audited.quotation());
    if (outcome instanceof Outcome.Omitting omitting) {
      String left = words(omitting.at(), omitting.marked() ? Kind.OMITTED : Kind.DROPPED);
      findings.add(
          omitting.marked()
              ? finding("J501", audited, place, words, left, in(omitting.at()))
              : echoed("J502", audited, place, words, left, in(omitting.at())));
    } else if (outcome instanceof Outcome.Altered altered) {
      findings.add(echoed("J503", audited, place, words, changes(audited.quotation(), altered.at()), in(altered.at())));
    } else if (outcome instanceof Outcome.Elsewhere elsewhere) {
      findings.add(elsewhere(audited, place, words, elsewhere.at()));
    } else if (outcome instanceof Outcome.NoEvidence only) {
      findings.add(finding("J505", audited, place, words, in(only.at())));
    } else if (outcome instanceof Outcome.NotFound) {
      findings.add(finding(audited.sourced() ? "J506" : "J506.unnamed", audited, place, words));
    }
    if (audited.isSpeechOfReport()) {
      findings.add(finding("J507", audited, place, words, in(outcome.found().orElseThrow())));
    }
  }

  /** Where the words stand in one place, that is to be pointed to. */
  private static Finding elsewhere(Audited audited, Place place, String words, Alignment at) {
    String key = at.isVerbatim() ? "J504" : at.onlyOmits() && at.isMarked() ? "J504.omitting" : "J504.changed";
    Text named = Rulebook.list(audited.quotation().sources().stream().map(id -> "#" + id).toList(), NAMED);
    Rulebook book = Rulebook.get();
    Optional<Text> hint =
        at.from().equals(at.to()) && !at.from().isEmpty() ? book.hint(key, words, in(at), named, at.from()) : Optional.empty();
    return Finding.at(Rulebook.code(key), severity(key, audited), place, book.message(key, words, in(at), named), hint);
  }

  private static Finding finding(String key, Audited audited, Place place, Object... arguments) {
    Rulebook book = Rulebook.get();
    return Finding.at(Rulebook.code(key), severity(key, audited), place, book.message(key, arguments), book.hint(key, arguments));
  }

  private static Severity severity(String key, Audited audited) {
    String code = Rulebook.code(key);
    return Rulebook.get().severity(audited.sourced() ? code : code + ".unnamed");
  }

  /** Says also where the words stand as one run that is no evidence. */
  private static Finding echoed(String code, Audited audited, Place place, String words, Object what, Text in) {
    return audited.echo()
        .map(at -> finding(code + ".echo", audited, place, words, what, in, in(at)))
        .orElseGet(() -> finding(code, audited, place, words, what, in));
  }

  private static Text in(Alignment at) {
    return at.from().equals(at.to())
        ? in(at.from())
        : new Text(" (" + at.from() + " to " + at.to() + ")", "（" + at.from() + " 至 " + at.to() + "）");
  }

  private static Text in(String passage) {
    return new Text(" (" + passage + ")", "（" + passage + "）");
  }

  private static String words(Alignment at, Kind kind) {
    return at.stretches().stream().filter(s -> s.kind() == kind).map(s -> cut(s.evidence())).collect(Collectors.joining(", "));
  }

  /** Of a quotation that is cut, each change is told with the words beside it, which are perhaps not shown. */
  private static Text changes(Quotation quotation, Alignment at) {
    List<Text> changes =
        isLong(line(quotation.printed()))
            ? at.differences().stream().map(difference -> change(difference, at)).toList()
            : at.stretches().stream().filter(s -> s.kind() != Kind.SAME).map(Quotations::change).toList();
    return new Text(
        changes.stream().map(Text::en).collect(Collectors.joining("; ")),
        changes.stream().map(Text::zh).collect(Collectors.joining("；")));
  }

  private static Text change(Difference difference, Alignment at) {
    Text in = at.from().equals(at.to()) ? Text.of("") : in(difference.passage());
    return Rulebook.get().message("J503.beside", cut(difference.claim()), cut(difference.evidence()), in);
  }

  private static Text change(Stretch stretch) {
    Rulebook book = Rulebook.get();
    return switch (stretch.kind()) {
      case INSERTED -> book.message("J503.adds", cut(stretch.claim()));
      case REPLACED -> book.message("J503.has", cut(stretch.claim()), cut(stretch.evidence()));
      case OMITTED -> book.message("J503.marked", cut(stretch.evidence()));
      default -> book.message("J503.drops", cut(stretch.evidence()));
    };
  }

  private static String shown(Quotation quotation) {
    return cut(quotation.printed());
  }

  private static String cut(String words) {
    String line = line(words);
    if (isLong(line)) {
      int length = line.codePointCount(0, line.length());
      int half = SHOWN / 2;
      line = line.substring(0, line.offsetByCodePoints(0, half)) + " […] " + line.substring(line.offsetByCodePoints(0, length - half));
    }
    return "“" + line + "”";
  }

  private static String line(String words) {
    return words.replace(PARAGRAPH, " ¶ ").replaceAll("\\s+", " ").strip();
  }

  private static boolean isLong(String line) {
    return line.codePointCount(0, line.length()) > SHOWN;
  }
}
