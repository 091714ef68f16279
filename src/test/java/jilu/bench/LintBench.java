package jilu.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import jilu.build.Book;
import jilu.build.Columns;
import jilu.build.PrintDesign;
import jilu.print.Pdf;
import jilu.print.TypographicLint;
import jilu.transform.Xslt;
import org.apache.pdfbox.Loader;

/** What a typesetter would object to in a long book: each fault in a line of its own, then how many of each there are. */
final class LintBench {
  private static final Instant DATE = Instant.parse("2026-01-01T00:00:00Z");
  private static final String PAGES = "1000";

  private LintBench() {}

  /**
   * @param arguments how many pages at least, one number for each book, and the page designs in which to set it;
   *     without, 1000 pages of A4
   */
  public static void main(String[] arguments) throws Exception {
    // Maven hands on an argument that is empty as null.
    var words = Stream.of(arguments).filter(Objects::nonNull).flatMap(each -> Stream.of(each.split(" ")))
        .filter(word -> !word.isEmpty()).toList();
    var sizes = words.stream().filter(word -> !PrintDesign.PAGES.contains(word)).toList();
    var designs = words.stream().filter(PrintDesign.PAGES::contains).toList();
    for (String size : sizes.isEmpty() ? List.of(PAGES) : sizes) {
      for (String page : designs.isEmpty() ? List.of(PrintDesign.SCREEN.page()) : designs) {
        check(Integer.parseInt(size), new PrintDesign(page, false, false, false));
      }
    }
  }

  private static void check(int pages, PrintDesign design) throws Exception {
    var folder = Files.createTempDirectory("book");
    LongBook.write(folder, pages);
    var xslt = new Xslt();
    var book = new Book(
        xslt, xslt.stylesheet("fo.xsl"), design.parameters(), LongBook.ID, id -> folder.resolve(id + ".xml"));
    var file = folder.resolve("book.pdf");
    var result = Pdf.create(attachment -> open(folder, attachment)).render(book, DATE, file);
    var faults = faults(xslt, folder, design, file, result);
    faults.forEach(System.out::println);
    System.out.printf("%s, %d pages: %d faults %s%n", file, result.pages(), faults.size(), kinds(faults));
  }

  private static InputStream open(Path folder, String attachment) throws IOException {
    return Files.newInputStream(folder.resolve(attachment));
  }

  /** Those of the formatter and those of the lint. */
  static List<String> faults(Xslt xslt, Path folder, PrintDesign design, Path file, Pdf.Result result)
      throws IOException {
    var edges = Columns.edges(xslt, folder.resolve(LongBook.ID + ".xml"), design);
    try (var book = Loader.loadPDF(file.toFile())) {
      return Stream.concat(
          result.problems().stream().map(problem -> problem.id() + ": " + problem.message()),
          TypographicLint.check(book, edges).stream()).toList();
    }
  }

  static Map<String, Integer> kinds(List<String> faults) {
    var kinds = new TreeMap<String, Integer>();
    faults.forEach(fault -> kinds.merge(fault.replaceFirst("^page \\d+: ([a-z ]+).*$", "$1").strip(), 1, Integer::sum));
    return kinds;
  }
}
