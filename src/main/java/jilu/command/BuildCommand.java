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
import jilu.validate.Lines;
import jilu.validate.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.TypeConversionException;

@Command(name = "build")
final class BuildCommand implements Callable<Integer> {
  /** The width of the names of stages where what they cost stands beside them. */
  private static final int NAMES = 16;

  @ParentCommand private Jilu jilu;

  @Parameters(
      arity = "0..1", paramLabel = "${bundle:label.edition}", defaultValue = ".", descriptionKey = "edition")
  private Path folder;

  @Option(names = "--output", paramLabel = "${bundle:label.folder}", descriptionKey = "build.output")
  private Optional<Path> output = Optional.empty();

  @Option(names = {"-q", "--quiet"}, descriptionKey = "quiet")
  private boolean quiet;

  @Option(
      names = "--page",
      paramLabel = "${bundle:label.size}",
      defaultValue = "a4",
      descriptionKey = "build.page",
      completionCandidates = Pages.class,
      converter = Page.class)
  private String page;

  @Option(names = "--crop-marks", descriptionKey = "build.crop-marks")
  private boolean cropMarks;

  @Option(names = "--black-and-white", descriptionKey = "build.black-and-white")
  private boolean blackAndWhite;

  @Option(names = "--hanging-punctuation", descriptionKey = "build.hanging-punctuation")
  private boolean hangingPunctuation;

  @Option(names = "--timings", descriptionKey = "build.timings")
  private boolean timings;

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    Console console = jilu.console();
    Progress progress = console.progress(quiet);
    Path target = output.orElse(folder.resolve("output"));
    var design = new PrintDesign(page, cropMarks, blackAndWhite, hangingPunctuation);
    Build.Report report = new Build(Edition.in(folder), target, progress, design).run();
    progress.clear();
    if (timings) {
      progress.costs().forEach(cost -> console.say("stage.cost",
          cost.stage() + " ".repeat(Math.max(0, NAMES - Lines.width(cost.stage()))),
          String.format(Locale.ROOT, "%6.2f", cost.wall()),
          String.format(Locale.ROOT, "%6.2f", cost.cpu())));
    }
    console.print(report.findings(), quiet);
    long errors = report.count(Severity.ERROR);
    long warnings = report.count(Severity.WARNING);
    if (errors > 0) {
      console.say("build.nothing", errors, warnings);
      return Jilu.ERRORS;
    }
    if (!quiet) {
      console.say(
          "build.done",
          Console.near(report.html().orElseThrow()),
          Console.near(report.pdf().orElseThrow()),
          report.pages(),
          report.documents(),
          report.characters(),
          warnings,
          String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9));
    }
    return Jilu.DONE;
  }

  /** The page designs, for the help. */
  private static final class Pages extends ArrayList<String> {
    private Pages() {
      super(PrintDesign.PAGES);
    }
  }

  /** No other page is understood. */
  private static final class Page implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      if (!PrintDesign.PAGES.contains(value)) {
        throw new TypeConversionException(value);
      }
      return value;
    }
  }
}
