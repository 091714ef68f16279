package jilu.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import jilu.build.Book;
import jilu.build.PrintDesign;
import jilu.data.Data;
import jilu.edition.Edition;
import jilu.prove.Proof;
import jilu.transform.Stylesheet;
import jilu.transform.Xslt;
import jilu.validate.Checks;
import jilu.validate.Reader;
import jilu.words.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "prove")
final class ProveCommand implements Callable<Integer> {
  @ParentCommand private Jilu jilu;

  @Parameters(
      arity = "0..1", paramLabel = "${bundle:label.edition}", defaultValue = ".", descriptionKey = "edition")
  private Path folder;

  @Option(names = "--transcript", paramLabel = "${bundle:label.file}", descriptionKey = "prove.transcript")
  private Optional<Path> transcript = Optional.empty();

  @Option(names = "--output", paramLabel = "${bundle:label.folder}", descriptionKey = "prove.output")
  private Optional<Path> output = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Console console = jilu.console();
    var xslt = new Xslt();
    var reader = new Reader(xslt);
    Edition edition = Edition.in(folder);
    Checks.Result checked = new Checks(xslt, reader).run(edition);
    if (checked.hasErrors()) {
      console.print(checked.findings(), true);
      return Jilu.ERRORS;
    }
    if (transcript.isPresent() && !Files.isRegularFile(transcript.get())) {
      throw new Refusal("missing", transcript.get());
    }
    Path built = output.orElse(folder.resolve("output"));
    Path pdf = built.resolve("pdf/" + checked.catalog().edition().orElseThrow().id() + ".pdf");
    Path epub = built.resolve("epub/" + checked.catalog().edition().orElseThrow().id() + ".epub");
    if (!Files.isRegularFile(built.resolve("html/index.html")) || !Files.isRegularFile(epub) || !Files.isRegularFile(pdf)) {
      throw new Refusal("built.missing", built);
    }
    Stylesheet fo = xslt.stylesheet("fo.xsl");
    Book.Files standalone = id -> built.resolve("html/tei/" + id + ".xml");
    var citing = Book.citing(xslt, new Data(xslt, built::resolve), checked.catalog(), standalone);
    Proof.Result proof =
        Proof.full(xslt, edition, checked.catalog(), transcript)
            .run(
                reader::read,
                built.resolve("html"),
                pdf,
                epub,
                (id, indexes) ->
                    fo.tree(xslt.read(standalone.of(id)), PrintDesign.SCREEN.parameters(citing, indexes)));
    console.print(proof.findings(), false);
    if (proof.findings().isEmpty()) {
      console.say("prove.done", proof.characters());
    } else {
      console.say("prove.not", proof.findings().size());
    }
    return proof.findings().isEmpty() ? Jilu.DONE : Jilu.ERRORS;
  }
}
