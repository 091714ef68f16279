package jilu.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jilu.schema.OddCompiler;
import jilu.words.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "schema")
final class SchemaCommand implements Callable<Integer> {
  @ParentCommand private Jilu jilu;

  @Parameters(
      arity = "0..1", paramLabel = "${bundle:label.folder}", defaultValue = "schemas", descriptionKey = "schema.folder")
  private Path folder;

  @Override
  public Integer call() throws Exception {
    Path odd = folder.resolve("jilu.odd");
    if (!Files.isRegularFile(odd)) {
      throw new Refusal("missing", odd);
    }
    String name = OddCompiler.compile(odd, folder);
    jilu.console().say("schema.done", name, odd);
    return Jilu.DONE;
  }
}
