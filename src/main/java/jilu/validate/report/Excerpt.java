package jilu.validate.report;

import java.util.Optional;
import jilu.validate.Finding;
import jilu.validate.Lines;
import jilu.words.Language;
import jilu.words.Words;

/** Findings as a person reads them in a terminal: what and where, the line with the place marked, what to do. */
public final class Excerpt {
  /** With the number as much as every terminal shows in one line, so that the marks stand below what they mark. */
  private static final int COLUMNS = 70;

  private final Lines lines = new Lines(COLUMNS);
  private final Language language;

  public Excerpt(Language language) {
    this.language = language;
  }

  /** {@code file:line:column: severity CODE message} and, where there is more to say, lines set in below it. */
  public String of(Finding finding) {
    var text = new StringBuilder(Lines.visible(finding.headline(language))).append('\n');
    Optional<Lines.Line> line = lines.of(finding).filter(found -> !found.text().isBlank());
    line.ifPresent(found -> {
      String number = String.valueOf(found.number());
      text.append(" ".repeat(Math.max(0, 6 - number.length()))).append(number).append(" | ").append(found.text());
      text.append('\n').append(" ".repeat(Math.max(6, number.length()))).append(" | ");
      text.append(" ".repeat(Lines.width(found.before())));
      text.append("^".repeat(Math.max(1, Lines.width(found.marked())))).append('\n');
    });
    finding.advice().ifPresent(advice -> {
      String mark = finding.fix().isEmpty() ? "" : Words.of("report.fixed").in(language);
      text.append("       = ").append(Lines.visible(advice.in(language))).append(mark).append('\n');
    });
    return text.toString();
  }
}
