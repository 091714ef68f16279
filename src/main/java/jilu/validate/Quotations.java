package jilu.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jilu.edition.Edition;
import jilu.quote.Alignment;
import jilu.quote.Alignment.Kind;
import jilu.quote.Alignment.Stretch;
import jilu.quote.Audited;
import jilu.quote.Outcome;
import jilu.quote.Quotation;
import jilu.transform.Xslt;

/**
 * What the audit of quotations found, as findings at the quotations. An editor may quote as he likes, so nothing here is an
 * error; and where no source is named, it is no more than information.
 */
final class Quotations {
  /** Longer words are cut in the middle: a finding is a line. */
  private static final int SHOWN = 60;

  private final Xslt xslt;
  private final Reader reader;
  private final Edition edition;

  Quotations(Xslt xslt, Reader reader, Edition edition) {
    this.xslt = xslt;
    this.reader = reader;
    this.edition = edition;
  }

  List<Finding> findings(List<Audited> audit) throws IOException {
    List<Finding> findings = new ArrayList<>();
    Map<String, List<Audited>> byFile = audit.stream().collect(Collectors.groupingBy(a -> a.quotation().file()));
    for (Map.Entry<String, List<Audited>> file : byFile.entrySet()) {
      List<Audited> told = file.getValue().stream().filter(Quotations::isTold).toList();
      if (!told.isEmpty()) {
        Reader.Checked read = reader.reread(edition.tei().resolve(file.getKey()), file.getKey());
        var nodes = new Nodes(read.source().orElseThrow(), read.text());
        for (Audited audited : told) {
          add(audited, nodes.place(audited.quotation().path(), Optional.empty()), findings);
        }
      }
    }
    return findings;
  }

  private static boolean isTold(Audited audited) {
    return audited.isSpeechOfReport() || !(audited.outcome() instanceof Outcome.Verbatim || audited.outcome() instanceof Outcome.Folded);
  }

  private static void add(Audited audited, Place place, List<Finding> findings) {
    Outcome outcome = audited.outcome();
    boolean sourced = audited.sourced();
    Severity severity = sourced ? Severity.WARNING : Severity.INFO;
    String start = "The quotation " + shown(audited.quotation()) + " ";
    if (outcome instanceof Outcome.Omitting omitting) {
      String words = words(omitting.at(), omitting.marked() ? Kind.OMITTED : Kind.DROPPED);
      findings.add(
          omitting.marked()
              ? finding("J501", Severity.INFO, place, start + "leaves out " + words + in(omitting.at()) + "; an ellipsis marks it.")
              : finding("J502", severity, place, start + "leaves out " + words + in(omitting.at()) + "; no ellipsis marks it." + echo(audited)));
    } else if (outcome instanceof Outcome.Altered altered) {
      findings.add(finding("J503", severity, place, start + "differs from its source" + in(altered.at()) + ": " + changes(altered.at()) + "." + echo(audited)));
    } else if (outcome instanceof Outcome.Elsewhere elsewhere) {
      findings.add(
          finding("J504", severity, place, start + "is not in the text it names; it is" + (elsewhere.at().isVerbatim() ? "" : ", with differences,") + in(elsewhere.at()) + "."));
    } else if (outcome instanceof Outcome.NoEvidence only) {
      findings.add(
          finding("J505", severity, place, start + "is found only in a heading or in the compiler's own words" + in(only.at()) + ", not in the text of a document."));
    } else if (outcome instanceof Outcome.NotFound) {
      findings.add(
          finding("J506", severity, place, start + (sourced ? "is not found in the text it names, nor elsewhere in this edition." : "names no source and is not found in this edition.")));
    }
    if (audited.isSpeechOfReport()) {
      findings.add(
          finding(
              "J507",
              Severity.INFO,
              place,
              start + "stands between quotation marks; the text" + in(outcome.found().orElseThrow()) + " gives these words outside the speeches, as a report."));
    }
  }

  private static Finding finding(String code, Severity severity, Place place, String message) {
    return Finding.at(code, severity, place, Text.of(message), Optional.empty());
  }

  private static String in(Alignment at) {
    return " (" + (at.from().equals(at.to()) ? at.from() : at.from() + " to " + at.to()) + ")";
  }

  private static String echo(Audited audited) {
    return audited.echo().map(at -> " As one run, the words stand only in a heading or in the compiler's own words" + in(at) + ".").orElse("");
  }

  private static String words(Alignment at, Kind kind) {
    return at.stretches().stream().filter(s -> s.kind() == kind).map(s -> cut(s.evidence())).collect(Collectors.joining(", "));
  }

  private static String changes(Alignment at) {
    return at.stretches().stream().filter(s -> s.kind() != Kind.SAME).map(Quotations::change).collect(Collectors.joining("; "));
  }

  private static String change(Stretch stretch) {
    return switch (stretch.kind()) {
      case INSERTED -> "it adds " + cut(stretch.claim());
      case REPLACED -> "it has " + cut(stretch.claim()) + " for " + cut(stretch.evidence());
      case OMITTED -> "it leaves out " + cut(stretch.evidence()) + " (marked)";
      default -> "it leaves out " + cut(stretch.evidence());
    };
  }

  private static String shown(Quotation quotation) {
    return cut(quotation.printed());
  }

  private static String cut(String words) {
    String line = words.replaceAll("\\s+", " ").strip();
    int length = line.codePointCount(0, line.length());
    if (length > SHOWN) {
      int half = SHOWN / 2;
      line = line.substring(0, line.offsetByCodePoints(0, half)) + " […] " + line.substring(line.offsetByCodePoints(0, length - half));
    }
    return "“" + line + "”";
  }
}
