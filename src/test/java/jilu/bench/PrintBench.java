package jilu.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import jilu.build.Book;
import jilu.build.PrintDesign;
import jilu.print.Pdf;
import jilu.print.TypographicLint;
import jilu.transform.Stylesheet;
import jilu.transform.Xslt;
import org.apache.pdfbox.Loader;

/**
 * What a long book costs and how it is set: invented documents, made of the edition's own sentences in another
 * order, set from standalone TEI as those of the edition are. Figures are the CPU of the whole process.
 */
final class PrintBench {
  private static final Instant DATE = Instant.parse("2026-01-01T00:00:00Z");
  private static final int PAGES_A_DOCUMENT = 4;
  private static final int PARAGRAPHS = 36;
  private static final int SENTENCES = 4;

  private final Xslt xslt = new Xslt();
  private final Stylesheet fo = xslt.stylesheet("fo.xsl");
  private final List<String> sentences = new ArrayList<>();

  /** @param arguments about how many pages, one number for each book; without, 30, 1000 and 4000 */
  public static void main(String[] arguments) throws Exception {
    var bench = new PrintBench();
    var sizes = List.of(arguments).stream().filter(argument -> !argument.isBlank()).map(Integer::valueOf).toList();
    System.out.println("pages\tms CPU a page\twall s\tMB heap at most\tMB file\tfaults of the lint");
    for (int pages : sizes.isEmpty() ? List.of(30, 1000, 4000) : sizes) {
      bench.measure(pages);
    }
  }

  PrintBench() throws IOException {
    try (var files = Files.list(Path.of("tei/documents"))) {
      for (var file : files.sorted().toList()) {
        String text = Files.readString(file);
        for (String paragraph : text.substring(text.indexOf("<body>")).split("<p [^>]*>")) {
          String words = paragraph.replaceAll("(?s)</p>.*|<[^>]*>", "").replaceAll("\\s+", " ").strip();
          Stream.of(words.split("(?<=。)")).filter(each -> each.endsWith("。")).forEach(sentences::add);
        }
      }
    }
  }

  private void measure(int pages) throws Exception {
    var folder = Files.createTempDirectory("book");
    write(folder, Math.max(1, pages / PAGES_A_DOCUMENT));
    var file = folder.resolve("book.pdf");
    var book = new Book(xslt, fo, PrintDesign.SCREEN.parameters(), "book", id -> folder.resolve(id + ".xml"));
    ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    System.gc();
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    var result = Pdf.create(name -> Files.newInputStream(folder.resolve(name))).render(book, DATE, file);
    double wall = (System.nanoTime() - start) / 1e9;
    double spent = (system.getProcessCpuTime() - cpu) / 1e6;
    long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
    System.out.printf(Locale.ROOT, "%d\t%.1f\t%.0f\t%d\t%.1f\t%s%n",
        result.pages(), spent / result.pages(), wall, heap, Files.size(file) / 1e6, faults(file, result));
    try (var files = Files.list(folder)) {
      for (var each : files.toList()) {
        Files.delete(each);
      }
    }
    Files.delete(folder);
  }

  /** Of books up to 1,500 pages, which PDFBox can hold. */
  private static Map<String, Integer> faults(Path file, Pdf.Result result) throws IOException {
    var faults = new HashMap<String, Integer>();
    result.problems().forEach(problem -> faults.merge(problem.id(), 1, Integer::sum));
    if (result.pages() <= 1500) {
      try (var book = Loader.loadPDF(file.toFile())) {
        for (String fault : TypographicLint.check(book)) {
          faults.merge(fault.replaceFirst("^page \\d+: ([a-z ]+).*$", "$1").strip(), 1, Integer::sum);
        }
      }
    }
    return faults;
  }

  /** The standalone files of an edition of so many documents, as the build leaves them. */
  private void write(Path folder, int documents) throws IOException {
    var random = new Random(1);
    var items = new StringBuilder();
    for (int i = 1; i <= documents; i++) {
      Files.writeString(folder.resolve("d" + i + ".xml"), document(i, random));
      items.append("<item corresp=\"d%1$d.xml\"><date when=\"1950-01-01\"/><ref target=\"d%1$d.xml\"><title>第%1$d篇</title></ref></item>"
          .formatted(i));
    }
    Files.writeString(folder.resolve("book.xml"), """
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="book" xml:lang="zh-Hans"><teiHeader><fileDesc>
          <titleStmt><title>长书</title></titleStmt><publicationStmt><publisher>辑录</publisher></publicationStmt>
        </fileDesc></teiHeader><text><front><titlePage><docTitle><titlePart>长书</titlePart></docTitle></titlePage></front>
        <body><div type="contents"><list>%s</list></div></body></text></TEI>""".formatted(items));
  }

  private String document(int number, Random random) {
    var body = new StringBuilder();
    for (int p = 1; p <= PARAGRAPHS; p++) {
      body.append("<p xml:id=\"d%d.p%d\">".formatted(number, p));
      for (int s = random.nextInt(SENTENCES); s >= 0; s--) {
        body.append(sentences.get(random.nextInt(sentences.size())));
      }
      body.append("</p>");
    }
    return """
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="d%1$d" xml:lang="zh-Hans"><teiHeader><fileDesc>
          <titleStmt><title>第%1$d篇</title></titleStmt>%3$s</fileDesc></teiHeader>
          <text><body><head type="title">第%1$d篇</head>%2$s</body></text></TEI>""".formatted(number, body,
            number == 1 ? "" : "<notesStmt><relatedItem type=\"preceding\"><ref target=\"x.xml\"/></relatedItem></notesStmt>");
  }
}
