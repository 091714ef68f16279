package jilu.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jilu.schema.OddCompiler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "schema", description = "Make the schemas (RELAX NG, XSD, Schematron) from the ODD.")
final class SchemaCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = "schemas",
      description = "The folder that holds jilu.odd (default: schemas).")
  private Path folder;

  @Override
  public Integer call() throws Exception {
    Path odd = folder.resolve("jilu.odd");
    if (!Files.isRegularFile(odd)) {
      throw new java.io.FileNotFoundException(odd + " does not exist.");
    }
    String name = OddCompiler.compile(odd, folder);
    Console.line(String.format("Made %1$s.rng, %1$s.xsd and %1$s.sch from %2$s.", name, odd));
    return Jilu.DONE;
  }
}
