package jilu.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import jilu.build.Build;
import jilu.build.PrintDesign;
import jilu.build.Progress;
import jilu.edition.Edition;
import jilu.validate.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "build", description = "Check the edition, then write its HTML, its PDF and its standalone TEI.")
final class BuildCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "EDITION", defaultValue = ".", description = "The folder that holds tei/ (default: this one).")
  private Path folder;

  @Option(names = "--output", paramLabel = "DIR", description = "Where to write (default: output/ in the edition).")
  private Optional<Path> output = Optional.empty();

  @Option(names = {"-q", "--quiet"}, description = "Print errors only.")
  private boolean quiet;

  @Option(names = "--page", paramLabel = "SIZE", defaultValue = "a4", description = "The page of the book: ${COMPLETION-CANDIDATES} (default: a4).", completionCandidates = Pages.class)
  private String page;

  @Option(names = "--crop-marks", description = "Larger paper, with marks that show the binder where to cut.")
  private boolean cropMarks;

  @Option(names = "--black-and-white", description = "Print with one ink.")
  private boolean blackAndWhite;

  @Option(names = "--hanging-punctuation", description = "Let stops and pauses hang beyond the end of a line.")
  private boolean hangingPunctuation;

  @Spec private CommandSpec spec;

  @Option(names = "--timings", description = "Print what each stage cost.")
  private boolean timings;

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    if (!PrintDesign.PAGES.contains(page)) {
      throw new ParameterException(spec.commandLine(), "There is no page " + page + "; there are " + String.join(", ", PrintDesign.PAGES) + ".");
    }
    Progress progress = Console.progress(quiet);
    Path target = output.orElse(folder.resolve("output"));
    var design = new PrintDesign(page, cropMarks, blackAndWhite, hangingPunctuation);
    Build.Report report = new Build(Edition.in(folder), target, progress, design).run();
    progress.clear();
    if (timings) {
      progress.costs().forEach(c -> Console.line(String.format(Locale.ROOT, "%-16s %6.2f s wall %6.2f s CPU", c.stage(), c.wall(), c.cpu())));
    }
    Console.print(report.findings(), quiet);
    if (report.count(Severity.ERROR) > 0) {
      Console.line(
          "Nothing was written: "
              + Console.count(report.count(Severity.ERROR), "error")
              + ", "
              + Console.count(report.count(Severity.WARNING), "warning")
              + ".");
      return Jilu.ERRORS;
    }
    if (!quiet) {
      Console.line(
          String.format(
              Locale.ROOT,
              "Wrote %s and %s (%s): %s, %d characters proven, %s, %.1f s.",
              report.html().map(Console::near).orElseThrow(),
              report.pdf().map(Console::near).orElseThrow(),
              Console.count(report.pages(), "page"),
              Console.count(report.documents(), "document"),
              report.characters(),
              Console.count(report.count(Severity.WARNING), "warning"),
              (System.nanoTime() - start) / 1e9));
    }
    return Jilu.DONE;
  }

  /** The page designs, for the help. */
  private static final class Pages extends ArrayList<String> {
    private Pages() {
      super(PrintDesign.PAGES);
    }
  }
}
