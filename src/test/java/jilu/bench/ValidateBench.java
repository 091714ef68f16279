package jilu.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jilu.edition.Edition;
import jilu.transform.Parsers;
import jilu.transform.Xslt;
import jilu.validate.Checks;
import jilu.validate.Reader;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/**
 * What validation costs, in CPU, relative to a plain parse of the same files by one Xerces parser that is used again and
 * again. Parse, profile and the other schemas take turns in each round, so that a busy machine slows all of them; the
 * figures are medians of the rounds. What the start costs, to load and compile what is needed and run it cold, is told apart.
 */
final class ValidateBench {
  private static final int WARM = 2;
  private static final int ROUNDS = Integer.getInteger("rounds", 3);

  /** Between two looks at the heap. */
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

  /** Of a larger corpus files are taken evenly, so that one run is a matter of minutes. */
  private static final long ENOUGH = 2 << 20;

  /** The plain parse is repeated: the clock of a process may count in hundredths of a second. */
  private static final int PARSES = 8;

  /** One kind of check, on files or, where the files are an edition, on it as a whole. */
  private interface Work {
    Object run(List<Path> files) throws Exception;
  }

  private record Subject(String name, Work work) {}

  private ValidateBench() {}

  /** @param arguments a folder with a folder for each corpus; then schemas to check with besides the profile */
  public static void main(String[] arguments) throws Exception {
    List<Path> corpora = new ArrayList<>();
    try (Stream<Path> folders = Files.list(Path.of(arguments[0]))) {
      folders.filter(Files::isDirectory).sorted().forEach(corpora::add);
    }
    corpora.add(Path.of("tei"));
    var xslt = new Xslt();
    List<Subject> subjects = new ArrayList<>();
    subjects.add(started("profile", xslt, List.of()));
    // Maven hands on an argument that is empty as null.
    var schemas = Arrays.stream(arguments).skip(1).filter(Objects::nonNull).flatMap(a -> Stream.of(a.split(",")));
    for (String schema : schemas.filter(a -> !a.isEmpty()).toList()) {
      subjects.add(started(Path.of(schema).getFileName().toString(), xslt, List.of(Path.of(schema))));
    }
    System.out.println(
        "corpus\tfiles\tKB\tparse ms CPU\tschema\tfindings\tms CPU\ttimes parse\twall of 1 thread / 2"
            + "\tCPU of 2 threads / 1\tms blocked\tpeak MB, files once and thrice");
    for (Path corpus : corpora) {
      measure(corpus, subjects);
    }
    var checks = new Checks(xslt, new Reader(xslt));
    Edition edition = Edition.in(Path.of("."));
    Work whole =
        files -> {
          // Copies in one edition would break each other's links: the edition is checked as often as its files are given.
          int findings = 0;
          for (int i = 0; i < files.size() / edition.files().size(); i++) {
            findings = checks.findings(edition).size();
          }
          return findings;
        };
    measure(Path.of("tei"), List.of(new Subject("profile, as an edition", whole)));
  }

  /** Tells what the start costs: the schema and the rules are loaded and compiled, and the first file is checked. */
  private static Subject started(String name, Xslt xslt, List<Path> schemas) throws Exception {
    List<Checks> made = new ArrayList<>();
    double cpu =
        cpu(
            () -> {
              made.add(Checks.with(xslt, new Reader(xslt), schemas));
              return made.get(0).run(List.of(Path.of("tei/edition.xml")));
            });
    System.out.printf(Locale.ROOT, "start\t%s\t%.0f ms CPU%n", name, cpu);
    return new Subject(name, files -> made.get(0).run(files).size());
  }

  private static void measure(Path corpus, List<Subject> subjects) throws Exception {
    List<Path> once;
    try (Stream<Path> walk = Files.walk(corpus)) {
      once = walk.filter(p -> p.toString().endsWith(".xml")).sorted().toList();
    }
    long size = bytes(once);
    List<Path> files = size > ENOUGH ? every(once, (int) (size / ENOUGH)) : times(once, (int) (ENOUGH / size));
    var one = new ForkJoinPool(1);
    var two = new ForkJoinPool(2);
    double[] parse = new double[ROUNDS];
    double[][] cpu = new double[subjects.size()][ROUNDS];
    double[][] both = new double[subjects.size()][ROUNDS];
    double[][] alone = new double[subjects.size()][ROUNDS];
    double[][] together = new double[subjects.size()][ROUNDS];
    double[][] blocked = new double[subjects.size()][ROUNDS];
    for (int round = -WARM; round < ROUNDS; round++) {
      int kept = Math.max(0, round);
      parse[kept] = cpu(() -> parse(times(files, PARSES))) / PARSES;
      for (int i = 0; i < subjects.size(); i++) {
        Work work = subjects.get(i).work();
        long start = System.nanoTime();
        cpu[i][kept] = cpu(() -> one.submit(() -> work.run(files)).get());
        alone[i][kept] = System.nanoTime() - start;
        long before = blocked();
        start = System.nanoTime();
        both[i][kept] = cpu(() -> two.submit(() -> work.run(files)).get());
        together[i][kept] = System.nanoTime() - start;
        blocked[i][kept] = blocked() - before;
      }
    }
    for (int i = 0; i < subjects.size(); i++) {
      Work work = subjects.get(i).work();
      System.out.printf(
          Locale.ROOT, "%s\t%d\t%d\t%.0f\t%s\t%s\t%.0f\t%.1f\t%.2f\t%.2f\t%.0f\t%d, %d%n", corpus.getFileName(), files.size(),
          bytes(files) >> 10, median(parse), subjects.get(i).name(), work.run(files), median(cpu[i]),
          median(cpu[i]) / median(parse), median(alone[i]) / median(together[i]), median(both[i]) / median(cpu[i]), median(blocked[i]),
          peak(() -> one.submit(() -> work.run(files)).get()), peak(() -> one.submit(() -> work.run(times(files, 3))).get()));
    }
    one.shutdown();
    two.shutdown();
  }

  /** Milliseconds that living threads have waited for locks. */
  private static long blocked() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    threads.setThreadContentionMonitoringEnabled(true);
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds())).filter(Objects::nonNull).mapToLong(ThreadInfo::getBlockedTime).sum();
  }

  private static long bytes(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private static List<Path> every(List<Path> files, int step) {
    return IntStream.range(0, files.size()).filter(i -> i % step == 0).mapToObj(files::get).toList();
  }

  private static List<Path> times(List<Path> files, int times) {
    return IntStream.range(0, times).boxed().flatMap(i -> files.stream()).toList();
  }

  private static int parse(List<Path> files) throws Exception {
    XMLReader parser = Parsers.hardened().newSAXParser().getXMLReader();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        parser.parse(new InputSource(in));
      }
    }
    return files.size();
  }

  /** Megabytes that were still in use after a collection while the work ran. */
  private static long peak(Callable<?> work) throws Exception {
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
    long[] most = {0};
    var done = new AtomicBoolean();
    var watch =
        new Thread(
            () -> {
              while (!done.get()) {
                System.gc();
                most[0] = Math.max(most[0], heap.stream().mapToLong(pool -> pool.getCollectionUsage().getUsed()).sum());
                LockSupport.parkNanos(PAUSE);
              }
            });
    watch.start();
    work.call();
    done.set(true);
    watch.join();
    return most[0] >> 20;
  }

  /** Milliseconds of all threads of this process: other processes do not count. */
  private static double cpu(Callable<?> work) throws Exception {
    var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = system.getProcessCpuTime();
    work.call();
    return (system.getProcessCpuTime() - start) / 1e6;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
