package jilu.schema.subset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jilu.schema.OddCompiler;

/**
 * Shows that every document that jilu.rng accepts, and every file of letters or references by the small schemas of the tests,
 * is accepted by TEI’s own schema, which is not part of this project:
 * {@code mvn -Pproof test -Dtest=SubsetTest -Dtei.all=…/tei_all.rng}.
 */
public final class SubsetProof {
  private SubsetProof() {}

  public static void main(String[] arguments) throws Exception {
    var inclusion = Map.of("{http://www.w3.org/2001/XInclude}include", "text");
    var tei = new Grammar(Path.of(arguments[0]), Map.of());
    var made = Files.createTempDirectory("schemas");
    boolean leaks = false;
    for (var schema : List.of("schemas/jilu", "src/test/resources/schemas/cmif", "src/test/resources/schemas/references")) {
      var name = OddCompiler.compile(Path.of(schema + ".odd"), made);
      var result = Subset.of(new Grammar(made.resolve(name + ".rng"), inclusion), tei);
      result.leaks().forEach(System.out::println);
      System.out.printf("%s: %d elements, %d states of content, %d attributes compared; %d leaks%n",
          name, result.elements(), result.states(), result.attributes(), result.leaks().size());
      leaks |= !result.leaks().isEmpty();
    }
    if (leaks) System.exit(1);
  }
}
