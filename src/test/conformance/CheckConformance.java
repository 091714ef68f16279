import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Lets veraPDF judge every PDF in a directory by PDF/A-3a and PDF/UA-1; fails where it objects. */
final class CheckConformance {
  private static final List<PDFAFlavour> PROFILES =
      List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1);

  public static void main(String[] args) throws IOException, VeraPDFException {
    Logger.getLogger("").setLevel(Level.SEVERE);
    VeraGreenfieldFoundryProvider.initialise();
    boolean conforming = true;
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".pdf")).sorted().toList()) {
        for (PDFAFlavour profile : PROFILES) {
          conforming &= conforms(file, profile);
        }
      }
    }
    System.exit(conforming ? 0 : 1);
  }

  private static boolean conforms(Path file, PDFAFlavour profile)
      throws IOException, VeraPDFException {
    try (InputStream in = Files.newInputStream(file);
        var parser = Foundries.defaultInstance().createParser(in, profile);
        var validator = Foundries.defaultInstance().createValidator(profile, false)) {
      var result = validator.validate(parser);
      result.getTestAssertions().stream()
          .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
          .map(assertion -> "%s %s: %s %s".formatted(file.getFileName(), profile.getId(),
              assertion.getRuleId().getClause(), assertion.getMessage()))
          .distinct()
          .forEach(System.err::println);
      System.out.printf("%s %s: %s%n", file.getFileName(), profile.getId(),
          result.isCompliant() ? "conforms" : "does not conform");
      return result.isCompliant();
    }
  }
}
