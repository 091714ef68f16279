package jilu.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jilu.edition.Edition;
import jilu.transform.Xslt;
import jilu.validate.Checks;
import jilu.validate.Finding;
import jilu.validate.Reader;
import jilu.validate.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "validate", description = "Check an edition, or single files of one, and write nothing.")
final class ValidateCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "PATH", description = "A folder that holds tei/, or files below one (default: this folder).")
  private List<Path> paths = List.of(Path.of("."));

  @Option(names = {"-q", "--quiet"}, description = "Print errors only.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    var xslt = new Xslt();
    var checks = new Checks(xslt, new Reader(xslt));
    List<Finding> findings = new ArrayList<>();
    int files = 0;
    for (Map.Entry<Path, List<Path>> group : byEdition().entrySet()) {
      Edition edition = Edition.in(group.getKey());
      List<Path> wanted = group.getValue();
      files += wanted.isEmpty() ? edition.files().size() : wanted.size();
      checks.run(edition).findings().stream().filter(f -> wanted.isEmpty() || within(f.file(), wanted)).forEach(findings::add);
    }
    Console.print(findings, quiet);
    long errors = findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
    long warnings = findings.stream().filter(f -> f.severity() == Severity.WARNING).count();
    if (!quiet) {
      Console.line(
          "Checked " + Console.count(files, "file") + ": " + Console.count(errors, "error") + ", " + Console.count(warnings, "warning") + ".");
    }
    return errors > 0 ? Jilu.ERRORS : Jilu.DONE;
  }

  /** Each path belongs to the edition above it; a file is checked among its neighbours, so that its links are. */
  private Map<Path, List<Path>> byEdition() throws IOException {
    Map<Path, List<Path>> editions = new LinkedHashMap<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new IOException(path + " does not exist.");
      }
      if (Files.isDirectory(path.resolve("tei"))) {
        editions.put(path, List.of());
      } else {
        Path edition = above(path).orElse(path);
        if (!List.of().equals(editions.get(edition))) {
          editions.computeIfAbsent(edition, e -> new ArrayList<>()).add(path);
        }
      }
    }
    return editions;
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
