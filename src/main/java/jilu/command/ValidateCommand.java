package jilu.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jilu.edition.Edition;
import jilu.edition.XmlFiles;
import jilu.transform.Xslt;
import jilu.validate.Checks;
import jilu.validate.Finding;
import jilu.validate.Fix;
import jilu.validate.Mender;
import jilu.validate.Reader;
import jilu.validate.Severity;
import jilu.validate.report.Format;
import jilu.validate.report.Report;
import jilu.words.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "validate")
final class ValidateCommand implements Callable<Integer> {
  @ParentCommand private Jilu jilu;

  @Parameters(arity = "0..*", paramLabel = "${bundle:label.path}", descriptionKey = "validate.path")
  private List<Path> paths = List.of(Path.of("."));

  @Option(names = "--schema", paramLabel = "${bundle:label.file}", descriptionKey = "validate.schema")
  private List<Path> schemas = List.of();

  @Option(names = "--format", paramLabel = "${bundle:label.format}", descriptionKey = "validate.format")
  private Format format = Format.TEXT;

  @Option(names = "--report", paramLabel = "${bundle:label.file}", descriptionKey = "validate.report")
  private Optional<Path> report = Optional.empty();

  @Option(names = "--fix", descriptionKey = "validate.fix")
  private boolean fix;

  @Option(names = {"-q", "--quiet"}, descriptionKey = "quiet")
  private boolean quiet;

  /** Elements and attributes that are not of the schema, or not where they stand. */
  private static final Set<String> UNKNOWN = Set.of("J101", "J102", "J105");

  /** Nobody makes so many mistakes of that kind. */
  private static final int MANY_IN_A_FILE = 20;

  /** So many characters of what was written are shown. */
  private static final int SHOWN = 60;

  private final Xslt xslt = new Xslt();
  private int files;

  /** How many of them belong to no edition. */
  private int loose;

  /** How many findings are not told since the edition says that they stay. */
  private int settled;

  /** Whether there were files that could not be mended. */
  private boolean left;

  @Override
  public Integer call() throws IOException {
    Optional<String> wrong = report.isPresent() ? refused(report.get()) : Optional.empty();
    if (wrong.isPresent()) {
      jilu.console().notice(wrong.get(), report.get());
      jilu.console().notice("wrong.help", " validate" + jilu.console().asked());
      return Jilu.USAGE;
    }
    Checks checks = Checks.with(xslt, new Reader(xslt), schemas);
    List<Finding> findings = fix ? mended(checks) : check(checks);
    tell(findings.stream().map(finding -> finding.in(Console.near(finding.file()))).toList());
    if (!quiet && schemas.isEmpty() && followsAnother(findings)) {
      jilu.console().notice("validate.another");
    } else if (!quiet && schemas.isEmpty() && loose > 1 && paths.stream().anyMatch(Files::isDirectory)) {
      jilu.console().notice("validate.alone", loose);
    }
    if (!quiet) {
      checks.rulesNotRun().forEach(this::tellRules);
    }
    boolean errors = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    return errors ? Jilu.ERRORS : left ? Jilu.FAILED : Jilu.DONE;
  }

  private Optional<String> refused(Path file) throws IOException {
    List<Path> files = new ArrayList<>(loose());
    files.addAll(schemas);
    List<Path> folders = new ArrayList<>(paths.stream().filter(p -> isLoose(p) && Files.isDirectory(p)).toList());
    for (Path folder : byEdition().keySet()) {
      Edition edition = Edition.in(folder);
      files.addAll(edition.files());
      folders.add(edition.tei());
    }
    return new ReportFile(file).refused(files, folders);
  }

  /** Mends what can be, and tells of it. */
  private List<Finding> mended(Checks checks) throws IOException {
    List<Finding> findings = check(checks);
    int sum = 0;
    Mender.Mended mended = Mender.mended(findings);
    // What is mended may uncover what it hid.
    for (; !mended.findings().isEmpty(); mended = Mender.mended(findings)) {
      sum += mended.findings().size();
      if (!quiet) {
        mended.findings().forEach(this::tellMended);
      }
      findings = check(checks);
    }
    mended.left().forEach((file, why) -> jilu.console().notice("validate.mended.not", Console.near(file), why));
    left = !mended.left().isEmpty();
    if (!quiet) {
      jilu.console().notice("validate.mended", sum);
    }
    return findings;
  }

  /** Whether most of what is wrong is that elements and attributes are not of the profile, in file after file. */
  private boolean followsAnother(List<Finding> findings) {
    long unknown = findings.stream().filter(finding -> UNKNOWN.contains(finding.code())).count();
    return unknown > (long) MANY_IN_A_FILE * files && 2 * unknown > findings.size();
  }

  private void tellRules(Path grammar, int rules) {
    String copy = grammar.toString().replaceFirst("\\.[^.]*$", ".sch");
    boolean compact = grammar.toString().toLowerCase(Locale.ROOT).endsWith(".rnc");
    jilu.console().notice(compact ? "validate.rules.compact" : "validate.rules", grammar, rules, copy);
  }

  private void tellMended(Finding mended) {
    String place = Console.near(mended.file()) + ":" + mended.line() + ":" + mended.column();
    Fix fix = mended.fix().orElseThrow();
    String written = fix.replacement().strip().replaceAll("\\s+", " ");
    String key =
        written.isEmpty() ? "validate.mended.out" : fix.length() == 0 ? "validate.mended.in" : "validate.mended.one";
    int end = written.offsetByCodePoints(0, Math.min(SHOWN, written.codePointCount(0, written.length())));
    String shown = end < written.length() ? written.substring(0, end) + "…" : written;
    jilu.console().notice(key, place, mended.code(), mended.said(), shown);
  }

  private void tell(List<Finding> findings) throws IOException {
    Console console = jilu.console();
    var written = new Report(findings, settled, files, console.language(), new Jilu.Version().number(), Console.unasked());
    if (report.isPresent()) {
      byte[] bytes = format == Format.TEXT ? written.text(quiet).getBytes(UTF_8) : written.bytes(format, xslt);
      if (report.get().toAbsolutePath().getParent() != null) {
        Files.createDirectories(report.get().toAbsolutePath().getParent());
      }
      Files.write(report.get(), bytes);
      if (!quiet) {
        console.line(written.summary());
        console.say("validate.written", report.get());
      }
    } else if (format == Format.TEXT) {
      console.print(written.text(quiet));
    } else {
      console.write(written.bytes(format, xslt));
    }
  }

  private List<Finding> check(Checks checks) throws IOException {
    List<Finding> findings = new ArrayList<>();
    files = 0;
    settled = 0;
    for (Map.Entry<Path, List<Path>> group : byEdition().entrySet()) {
      Edition edition = Edition.in(group.getKey());
      List<Path> wanted = group.getValue();
      files += wanted.isEmpty() ? edition.files().size() : (int) edition.files().stream().filter(f -> within(f, wanted)).count();
      Predicate<Finding> asked = f -> wanted.isEmpty() || within(f.file(), wanted);
      Checks.Result result = checks.look(edition);
      result.findings().stream().filter(asked).forEach(findings::add);
      settled += (int) result.settled().stream().filter(asked).count();
    }
    List<Path> alone = loose();
    loose = alone.size();
    files += loose;
    findings.addAll(checks.run(alone));
    files -= (int) findings.stream().filter(ValidateCommand::isOfFolder).count();
    return findings;
  }

  /** Whether a folder could not be opened, which stands among the files in the place of those in it. */
  private static boolean isOfFolder(Finding finding) {
    return finding.code().equals("J004") && Files.isDirectory(finding.file());
  }

  /** Each path belongs to the edition above it; a file is checked among its neighbours, so that its links are. */
  private Map<Path, List<Path>> byEdition() throws IOException {
    Map<Path, List<Path>> editions = new LinkedHashMap<>();
    for (Path path : paths) {
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        throw new Refusal("missing", path);
      }
      if (Files.isDirectory(path.resolve("tei"))) {
        editions.put(path, List.of());
      } else if (above(path).isPresent()) {
        Path edition = above(path).get();
        if (!List.of().equals(editions.get(edition))) {
          editions.computeIfAbsent(edition, e -> new ArrayList<>()).add(path);
        }
      } else if (Files.isDirectory(path) && XmlFiles.below(path).isEmpty()) {
        // Says that there is nothing to read.
        editions.put(path, List.of());
      }
    }
    return editions;
  }

  /** Files that belong to no edition, each once. */
  private List<Path> loose() throws IOException {
    Set<Path> loose = new LinkedHashSet<>();
    for (Path path : paths) {
      if (isLoose(path)) {
        loose.addAll(Files.isDirectory(path) ? XmlFiles.below(path) : List.of(path));
      }
    }
    return List.copyOf(loose);
  }

  private static boolean isLoose(Path path) {
    return !Files.isDirectory(path.resolve("tei")) && above(path).isEmpty();
  }

  private static Optional<Path> above(Path path) {
    return Stream.iterate(path.toAbsolutePath().normalize(), p -> p != null, Path::getParent)
        .filter(p -> p.endsWith("tei") && Files.isDirectory(p))
        .map(Path::getParent)
        .findFirst();
  }

  private static boolean within(Path file, List<Path> wanted) {
    Path absolute = file.toAbsolutePath().normalize();
    return wanted.stream().anyMatch(path -> absolute.startsWith(path.toAbsolutePath().normalize()));
  }
}
