package jilu.schema.subset;

import java.nio.file.Path;
import java.util.Map;

/**
 * Shows that every document that jilu.rng accepts is accepted by TEI’s own schema, which is not part of this
 * project: {@code mvn -Pproof test -Dtest=SubsetTest -Dtei.all=…/tei_all.rng}.
 */
public final class SubsetProof {
  private SubsetProof() {}

  public static void main(String[] arguments) throws Exception {
    var inclusion = Map.of("{http://www.w3.org/2001/XInclude}include", "text");
    var jilu = new Grammar(Path.of("schemas/jilu.rng"), inclusion);
    var tei = new Grammar(Path.of(arguments[0]), Map.of());
    var result = Subset.of(jilu, tei);
    result.leaks().forEach(System.out::println);
    System.out.printf("%d elements, %d states of content, %d attributes compared; %d leaks%n",
        result.elements(), result.states(), result.attributes(), result.leaks().size());
    if (!result.leaks().isEmpty()) System.exit(1);
  }
}
