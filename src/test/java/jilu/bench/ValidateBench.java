package jilu.bench;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jilu.transform.Parsers;
import jilu.transform.Xslt;
import jilu.validate.Checks;
import jilu.validate.Reader;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/**
 * What validation costs, in CPU, relative to a plain parse of the same files by one Xerces parser that is used again and
 * again. Parse, profile and the other schemas take turns in each round, so that a busy machine slows all of them; the
 * figures are medians of the rounds.
 */
final class ValidateBench {
  private static final int WARM = 2;
  private static final int ROUNDS = 5;

  /** Between two looks at the heap, in nanoseconds. */
  private static final long PAUSE = 200_000_000;

  /** A shorter corpus is read several times over, or the clock would be too coarse. */
  private static final long ENOUGH = 2 << 20;

  private ValidateBench() {}

  /** @param arguments a folder with a folder for each corpus; then schemas to check with besides the profile */
  public static void main(String[] arguments) throws Exception {
    List<Path> corpora = new ArrayList<>();
    try (Stream<Path> folders = Files.list(Path.of(arguments[0]))) {
      folders.filter(Files::isDirectory).sorted().forEach(corpora::add);
    }
    corpora.add(Path.of("tei"));
    var xslt = new Xslt();
    List<String> names = new ArrayList<>(List.of("profile"));
    List<Checks> checks = new ArrayList<>(List.of(Checks.with(xslt, new Reader(xslt), List.of())));
    for (String schema : Arrays.stream(arguments).skip(1).flatMap(a -> Stream.of(a.split(","))).filter(a -> !a.isEmpty()).toList()) {
      names.add(Path.of(schema).getFileName().toString());
      checks.add(Checks.with(xslt, new Reader(xslt), List.of(Path.of(schema))));
    }
    System.out.println("corpus\tfiles\tKB\tparse ms CPU\tschema\tfindings\tms CPU\ttimes parse\tthread 1/2 wall\tpeak MB, files once and thrice");
    for (Path corpus : corpora) {
      measure(corpus, names, checks);
    }
  }

  private static void measure(Path corpus, List<String> names, List<Checks> checks) throws Exception {
    List<Path> once;
    try (Stream<Path> walk = Files.walk(corpus)) {
      once = walk.filter(p -> p.toString().endsWith(".xml")).sorted().toList();
    }
    long bytes = 0;
    for (Path file : once) {
      bytes += Files.size(file);
    }
    List<Path> files = times(once, (int) Math.max(1, ENOUGH / bytes));
    var one = new ForkJoinPool(1);
    var two = new ForkJoinPool(2);
    double[] parse = new double[ROUNDS];
    double[][] cpu = new double[checks.size()][ROUNDS];
    double[][] alone = new double[checks.size()][ROUNDS];
    double[][] together = new double[checks.size()][ROUNDS];
    for (int round = -WARM; round < ROUNDS; round++) {
      int kept = Math.max(0, round);
      parse[kept] = cpu(() -> parse(files));
      for (int i = 0; i < checks.size(); i++) {
        Checks check = checks.get(i);
        long start = System.nanoTime();
        cpu[i][kept] = cpu(() -> one.submit(() -> check.run(files)).get());
        alone[i][kept] = System.nanoTime() - start;
        start = System.nanoTime();
        two.submit(() -> check.run(files)).get();
        together[i][kept] = System.nanoTime() - start;
      }
    }
    for (int i = 0; i < checks.size(); i++) {
      Checks check = checks.get(i);
      int findings = check.run(once).size();
      System.out.printf(
          Locale.ROOT, "%s\t%d\t%d\t%.0f\t%s\t%d\t%.0f\t%.1f\t%.2f\t%d, %d%n", corpus.getFileName(), files.size(),
          bytes * files.size() / once.size() >> 10, median(parse), names.get(i), findings, median(cpu[i]),
          median(cpu[i]) / median(parse), median(alone[i]) / median(together[i]), peak(() -> one.submit(() -> check.run(files)).get()),
          peak(() -> one.submit(() -> check.run(times(files, 3))).get()));
    }
    one.shutdown();
    two.shutdown();
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
