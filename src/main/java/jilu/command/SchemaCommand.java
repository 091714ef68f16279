package jilu.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "schema", description = "Make the schemas (RELAX NG, XSD, Schematron) from the ODD.")
final class SchemaCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "DIR", defaultValue = "schemas", description = "The folder that holds jilu.odd (default: schemas).")
  private Path folder;

  @Override
  public Integer call() throws Exception {
    return Jilu.DONE;
  }
}
