package jilu.validate.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import jilu.transform.Xslt;
import jilu.validate.Finding;
import jilu.validate.Fingerprints;
import jilu.validate.Fix;
import jilu.validate.Lines;
import jilu.validate.Rulebook;
import jilu.validate.Severity;
import jilu.words.Language;
import jilu.words.Words;
import net.sf.saxon.s9api.XdmAtomicValue;

/** The findings of a run in one of several forms. JSON holds everything; the others are made from it. */
public final class Report {
  /** The width of the lines in context: two lines of a page. */
  private static final int COLUMNS = 180;

  private final List<Finding> findings;
  private final int settled;
  private final int files;
  private final Language language;
  private final String version;
  private final Language unasked;

  /** @param findings their files named as the reader shall see them */
  public Report(List<Finding> findings, int files, Language language, String version) {
    this(findings, 0, files, language, version, language);
  }

  /**
   * @param settled how many more there are of which the edition says that they stay
   * @param unasked the language that is spoken where none is asked for
   */
  public Report(List<Finding> findings, int settled, int files, Language language, String version, Language unasked) {
    this.findings = List.copyOf(findings);
    this.settled = settled;
    this.files = files;
    this.language = language;
    this.version = version;
    this.unasked = unasked;
  }

  /** Everything but text. */
  public byte[] bytes(Format format, Xslt xslt) {
    String json = json().toString();
    return format == Format.JSON
        ? (json + "\n").getBytes(StandardCharsets.UTF_8)
        : xslt.stylesheet("report/" + format + ".xsl").bytes(Map.of("json", new XdmAtomicValue(json)));
  }

  /** @param quiet whether only errors are told, and no sum */
  public String text(boolean quiet) {
    var text = new StringBuilder();
    var excerpt = new Excerpt(language);
    findings.stream()
        .filter(finding -> !quiet || finding.severity() == Severity.ERROR)
        .forEach(finding -> text.append(excerpt.of(finding)));
    if (!quiet) {
      text.append(findings.isEmpty() ? "" : "\n").append(closing()).append('\n');
    }
    return text.toString();
  }

  /** The sum, how much of it {@code --fix} would mend, and where to read more. */
  private String closing() {
    long certain = findings.stream().filter(finding -> finding.fix().isPresent()).count();
    Optional<String> first =
        findings.stream().filter(finding -> finding.severity() != Severity.INFO)
            .min(Comparator.comparing(Finding::severity)).map(Finding::code);
    var closing = new StringBuilder(summary());
    if (certain > 0) {
      closing.append(words("report.certain", certain));
    }
    first.ifPresent(code -> closing.append(words("report.why", code, asked())));
    return closing.toString();
  }

  /** So that what is read next is in the same language. */
  private String asked() {
    return language == unasked ? "" : " --lang " + language;
  }

  /** How many of what there are. */
  public String summary() {
    long infos = count(Severity.INFO);
    String key = infos == 0 ? "report.sum" : "report.sum.remarks";
    String sum = words(key, files, count(Severity.ERROR), count(Severity.WARNING), infos);
    return settled == 0 ? sum : sum + words("report.settled", settled);
  }

  private String words(String key, Object... arguments) {
    return Words.of(key, arguments).in(language);
  }

  private long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  private Json json() {
    var lines = new Lines(COLUMNS);
    var prints = new Fingerprints();
    var json = new Json();
    json.object();
    json.name("program").value("jilu").name("version").value(version).name("language").value(language.toString());
    json.name("files").value(files).name("summary").value(summary());
    json.name("errors").value(count(Severity.ERROR)).name("warnings").value(count(Severity.WARNING));
    json.name("infos").value(count(Severity.INFO)).name("settled").value(settled);
    json.name("findings").array();
    for (Finding finding : findings) {
      finding(json, finding, lines, prints);
    }
    json.end().name("rules").array();
    var codes = new TreeSet<String>();
    findings.forEach(finding -> codes.add(finding.code()));
    codes.forEach(code -> Rulebook.get().rule(code).ifPresent(rule -> rule(json, rule)));
    return json.end().end();
  }

  private void finding(Json json, Finding finding, Lines lines, Fingerprints prints) {
    json.object().name("code").value(finding.code()).name("severity").value(finding.severity().toString());
    json.name("file").value(slashed(finding.file())).name("line").value(finding.line());
    json.name("column").value(finding.column()).name("endColumn").value(lines.end(finding));
    json.name("path").value(finding.path());
    json.name("message").value(finding.said().in(language));
    finding.advice().ifPresent(hint -> json.name("hint").value(hint.in(language)));
    finding.fix().ifPresent(fix -> fix(json.name("fix"), fix));
    json.name("fingerprint").value(prints.of(finding));
    json.name("context").array();
    for (Lines.Line line : lines.around(finding)) {
      json.object().name("number").value(line.number()).name("text").value(line.text());
      if (line.number() == finding.line()) {
        json.name("before").value(line.before()).name("marked").value(line.marked()).name("after").value(line.after());
      }
      json.end();
    }
    json.end().end();
  }

  private static void fix(Json json, Fix fix) {
    json.object().name("line").value(fix.from().line()).name("column").value(fix.from().column());
    json.name("endLine").value(fix.to().line()).name("endColumn").value(fix.to().column());
    json.name("replacement").value(fix.replacement()).end();
  }

  private void rule(Json json, Rulebook.Rule rule) {
    json.object();
    rule.in(language).forEach((name, value) -> json.name(name).value(value));
    json.end();
  }

  private static String slashed(Path file) {
    return file.toString().replace(java.io.File.separatorChar, '/');
  }
}
