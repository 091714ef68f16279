package jilu.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import jilu.build.Book;
import jilu.build.PrintDesign;
import jilu.print.Bare;
import jilu.print.FoSource;
import jilu.print.Pdf;
import jilu.prove.ProofCost;
import jilu.transform.Xslt;
import net.sf.saxon.s9api.Serializer;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a long book costs and how it is set, beside FOP as it is shipped on the same pages. Each figure is the CPU of a
 * whole process: of a fresh one to its end of the first book (cold), or during a later book (warm, the median).
 */
final class PrintBench {
  private static final Instant DATE = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> SIZES = List.of("1000", "2000", "4000");
  /** PDFBox needs about a megabyte for each page that it checks or reads. */
  private static final int MOST_PAGES_READ = 1500;
  private static final int HEAP = 512;
  private static final int FOP_HEAP = 4096;
  private static final int LARGE_HEAP = 2048;
  private static final int REPEATS = 3;
  private static final int COLLECTIONS = 12;

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Path folder;
  private final Xslt xslt = new Xslt();
  private final List<Runnable> atDocuments = new ArrayList<>();

  private PrintBench(Path folder) {
    this.folder = folder;
  }

  /**
   * @param arguments how many pages at least, one number for each book; without, 1000, 2000 and 4000. The first book is
   *     also taken apart, and set by FOP as it is shipped. After each the heap is made smaller until it is too small.
   */
  public static void main(String[] arguments) throws Exception {
    // Maven hands on an argument that is empty as null.
    var words = Stream.of(arguments).filter(Objects::nonNull).flatMap(each -> Stream.of(each.split(" ")))
        .filter(word -> !word.isEmpty()).toList();
    if (words.size() == 2 && List.of("ours", "fits", "parts", "shipped").contains(words.get(0))) {
      new PrintBench(Path.of(words.get(1))).child(words.get(0));
      return;
    }
    boolean first = true;
    for (String size : words.isEmpty() ? SIZES : words) {
      measure(Integer.parseInt(size), first);
      first = false;
    }
  }

  private static void measure(int pages, boolean inParts) throws Exception {
    var folder = Files.createTempDirectory("book");
    try {
      LongBook.write(folder, pages);
      run("ours", folder, HEAP);
      for (int heap = HEAP * 3 / 4; run("fits", folder, heap); heap = heap * 3 / 4) {}
      if (inParts) {
        run("parts", folder, LARGE_HEAP);
        run("shipped", folder, FOP_HEAP);
      }
    } finally {
      try (var files = Files.list(folder)) {
        for (var each : files.toList()) {
          Files.delete(each);
        }
      }
      Files.delete(folder);
    }
  }

  /** Runs a part of the bench in a fresh process, which prints for itself. Returns whether it came to an end. */
  private static boolean run(String part, Path folder, int heap) throws IOException, InterruptedException {
    var command = List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap + "m", "-XX:+UseSerialGC",
        "-cp", classPath(), PrintBench.class.getName(), part, folder.toString());
    System.out.printf("%s, heap of %d MB:%n", part, heap);
    var process = new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
        .redirectError(ProcessBuilder.Redirect.PIPE)
        .start();
    var complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    if (exit != 0) {
      complaint.lines().filter(line -> line.contains("Error") || line.contains("Exception")).findFirst()
          .ifPresent(line -> System.out.println("  failed: " + line));
    }
    return exit == 0;
  }

  /** Maven runs programs in a class loader of its own. */
  static String classPath() {
    return PrintBench.class.getClassLoader() instanceof URLClassLoader loader
        ? String.join(File.pathSeparator, Arrays.stream(loader.getURLs()).map(url -> url.getPath()).toList())
        : System.getProperty("java.class.path");
  }

  private void child(String part) throws Exception {
    switch (part) {
      case "ours" -> ours();
      case "fits" -> cold(folder.resolve("ours.pdf"));
      case "parts" -> parts();
      default -> shipped();
    }
  }

  private interface Task {
    void run() throws Exception;
  }

  private static double cpu(Task task) throws Exception {
    long start = SYSTEM.getProcessCpuTime();
    task.run();
    return (SYSTEM.getProcessCpuTime() - start) / 1e6;
  }

  /** The median cost of each task; they take turns, so that none is the one that warms up for the others. */
  private static double[] warm(Task... tasks) throws Exception {
    var costs = new double[tasks.length][REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      for (int task = 0; task < tasks.length; task++) {
        costs[task][i] = cpu(tasks[task]);
      }
    }
    return Arrays.stream(costs).mapToDouble(each -> Arrays.stream(each).sorted().toArray()[REPEATS / 2]).toArray();
  }

  private static void print(String what, double milliseconds, int pages) {
    double page = milliseconds / pages;
    System.out.printf(Locale.ROOT, "  %-40s %6.1f ms CPU a page, %6.1f s%n", what, page, milliseconds / 1e3);
  }

  private Book book() {
    return new Book(xslt, xslt.stylesheet("fo.xsl"), PrintDesign.SCREEN.parameters(), LongBook.ID, id -> {
      atDocuments.forEach(Runnable::run);
      return folder.resolve(id + ".xml");
    });
  }

  private InputStream open(String attachment) throws IOException {
    return Files.newInputStream(folder.resolve(attachment));
  }

  private Pdf.Result render(Path file) throws IOException {
    return Pdf.create(this::open).render(book(), DATE, file);
  }

  private void ours() throws Exception {
    var file = folder.resolve("ours.pdf");
    int pages = cold(file);
    print("warm", cpu(() -> render(file)), pages);
    int live = live(file);
    double size = Files.size(file) / 1e6;
    System.out.printf("  at most %d MB in use after full collections, a file of %.1f MB%n", live, size);
  }

  private int cold(Path file) throws IOException {
    int pages = render(file).pages();
    print("cold, " + pages + " pages", SYSTEM.getProcessCpuTime() / 1e6, pages);
    return pages;
  }

  /** At some of the documents; data that Java would give up when memory runs out are in it. */
  private int live(Path file) throws IOException {
    long documents;
    try (var files = Files.list(folder)) {
      documents = files.filter(each -> each.getFileName().toString().startsWith("d")).count();
    }
    long[] state = {0, 0};
    atDocuments.add(() -> {
      if (state[0]++ % Math.max(1, documents / COLLECTIONS) == 0) {
        System.gc();
        state[1] = Math.max(state[1], ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
      }
    });
    render(file);
    atDocuments.clear();
    return (int) (state[1] >> 20);
  }

  private void parts() throws Exception {
    var file = folder.resolve("ours.pdf");
    var bare = new Bare(this::open);
    var result = render(file);
    int pages = result.pages();
    Task stylesheets = () -> book().send(new DefaultHandler(), id -> List.of());
    var costs = warm(stylesheets, () -> bare.unpainted(book()), () -> render(file));
    print("warm, " + pages + " pages", costs[2], pages);
    print("  stylesheets", costs[0], pages);
    print("  layout", costs[1] - costs[0], pages);
    print("  painting and writing", costs[2] - costs[1], pages);
    if (pages <= MOST_PAGES_READ) {
      print("proof: its reading of the PDF", warm(() -> ProofCost.readTextLayer(file))[0], pages);
      print("typographic lint", cpu(() -> System.out.println("  faults of the lint: " + LintBench.kinds(
          LintBench.faults(xslt, folder, PrintDesign.SCREEN, file, result)))), pages);
    }
    try (var out = Files.newOutputStream(folder.resolve("book.fo"))) {
      write(out);
    }
  }

  /** The whole book as one file of XSL-FO; the indexes are empty, for they are made of pages. */
  private void write(OutputStream out) throws Exception {
    FoSource source = book();
    var fo = xslt.documentBuilder().newBuildingContentHandler();
    source.send(fo, id -> List.of(new FoSource.Page(1, "1")));
    Serializer serializer = xslt.processor().newSerializer(out);
    serializer.serializeNode(fo.getDocumentNode());
  }

  private void shipped() throws Exception {
    var bare = new Bare(this::open);
    var fo = folder.resolve("book.fo");
    var file = folder.resolve("shipped.pdf");
    int pages = bare.shipped(fo, file);
    print("FOP as shipped, cold, " + pages + " pages", SYSTEM.getProcessCpuTime() / 1e6, pages);
    print("FOP as shipped, warm", warm(() -> bare.shipped(fo, file))[0], pages);
  }
}
