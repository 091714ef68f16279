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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "prove",
    description = "Compare transcript, TEI, HTML, EPUB and PDF of a built edition, character by character and in order.")
final class ProveCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "EDITION", defaultValue = ".", description = "The folder that holds tei/ (default: this one).")
  private Path folder;

  @Option(
      names = "--transcript",
      paramLabel = "FILE",
      description = "The transcript; what may differ stands beside it in NAME.differences.tsv (default: the one that the edition names).")
  private Optional<Path> transcript = Optional.empty();

  @Option(names = "--output", paramLabel = "DIR", description = "Where the edition was built (default: output/ in the edition).")
  private Optional<Path> output = Optional.empty();

  @Override
  public Integer call() throws IOException {
    var xslt = new Xslt();
    var reader = new Reader(xslt);
    Edition edition = Edition.in(folder);
    Checks.Result checked = new Checks(xslt, reader).run(edition);
    if (checked.hasErrors()) {
      Console.print(checked.findings(), true);
      return Jilu.ERRORS;
    }
    if (transcript.isPresent() && !Files.isRegularFile(transcript.get())) {
      throw new IOException(transcript.get() + " does not exist.");
    }
    Path built = output.orElse(folder.resolve("output"));
    Path pdf = built.resolve("pdf/" + checked.catalog().edition().orElseThrow().id() + ".pdf");
    Path epub = built.resolve("epub/" + checked.catalog().edition().orElseThrow().id() + ".epub");
    if (!Files.isRegularFile(built.resolve("html/index.html")) || !Files.isRegularFile(epub) || !Files.isRegularFile(pdf)) {
      throw new IOException("There is no built edition in " + built + ": run jilu build first.");
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
    Console.print(proof.findings(), false);
    Console.line(
        proof.findings().isEmpty()
            ? "Proven: " + Console.count(proof.characters(), "character") + " the same in every output."
            : "Not proven: " + Console.count(proof.findings().size(), "difference") + ".");
    return proof.findings().isEmpty() ? Jilu.DONE : Jilu.ERRORS;
  }
}
