package jilu.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import jilu.edition.Edition;
import jilu.release.Release;
import jilu.transform.Xslt;
import jilu.validate.Checks;
import jilu.validate.Reader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "release",
    description = "Freeze the released ids, list what changed since the last release, "
        + "write version and date into the edition.")
final class ReleaseCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "VERSION", description = "The name of the release, such as 1.0.0.")
  private String version = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "EDITION", defaultValue = ".",
      description = "The folder that holds tei/ (default: this one).")
  private Path folder;

  @Option(names = "--date", paramLabel = "DATE", description = "The day of the release (default: today).")
  private LocalDate date = LocalDate.now();

  @Override
  public Integer call() throws IOException {
    var xslt = new Xslt();
    var reader = new Reader(xslt);
    Edition edition = Edition.in(folder);
    Checks.Result checked = new Checks(xslt, reader).run(edition);
    Console.print(checked.findings(), false);
    if (checked.hasErrors()) {
      Console.line("Nothing was released: mend the errors first.");
      return Jilu.ERRORS;
    }
    List<Release.Erratum> errata = new Release(xslt, reader, edition, checked.catalog()).make(version, date);
    errata.forEach(
        e -> Console.line(e.id() + (e.moved().isEmpty() ? "" : " → " + e.moved())
            + (e.was().isEmpty() && e.is().isEmpty() ? ""
                : ": …" + e.before() + "[" + e.was() + "→" + e.is() + "]" + e.after() + "…")));
    Console.line("Released " + version + ", " + date + ": " + Console.count(errata.size(), "change")
        + " since the last release. Commit the folder tei.");
    return Jilu.DONE;
  }
}
