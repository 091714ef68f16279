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
import picocli.CommandLine.ParentCommand;

@Command(name = "release")
final class ReleaseCommand implements Callable<Integer> {
  @ParentCommand private Jilu jilu;

  @Parameters(index = "0", paramLabel = "${bundle:label.version}", descriptionKey = "release.version")
  private String version = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "${bundle:label.edition}",
      defaultValue = ".",
      descriptionKey = "edition")
  private Path folder;

  @Option(names = "--date", paramLabel = "${bundle:label.date}", descriptionKey = "release.date")
  private LocalDate date = LocalDate.now();

  @Override
  public Integer call() throws IOException {
    Console console = jilu.console();
    var xslt = new Xslt();
    var reader = new Reader(xslt);
    Edition edition = Edition.in(folder);
    Checks.Result checked = new Checks(xslt, reader).run(edition);
    console.print(checked.findings(), false);
    if (checked.hasErrors()) {
      console.say("release.nothing");
      return Jilu.ERRORS;
    }
    List<Release.Erratum> errata = new Release(xslt, reader, edition, checked.catalog()).make(version, date);
    errata.forEach(
        e -> console.line(e.id() + (e.moved().isEmpty() ? "" : " → " + e.moved())
            + (e.was().isEmpty() && e.is().isEmpty() ? ""
                : ": …" + e.before() + "[" + e.was() + "→" + e.is() + "]" + e.after() + "…")));
    console.say("release.done", version, date, errata.size());
    return Jilu.DONE;
  }
}
