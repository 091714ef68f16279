package jilu.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import jilu.transform.Xslt;
import jilu.validate.Checks;
import jilu.validate.Reader;
import org.apache.xerces.jaxp.SAXParserFactoryImpl;
import org.xml.sax.helpers.DefaultHandler;

/** What validation costs, in CPU, relative to a plain parse of the same files by Xerces; medians of seven runs. */
final class ValidateBench {
  private static final int RUNS = 7;

  private ValidateBench() {}

  /** @param arguments a folder with a folder for each corpus; then a schema to check with, or none for the profile */
  public static void main(String[] arguments) throws Exception {
    List<Path> corpora = new ArrayList<>();
    try (Stream<Path> folders = Files.list(Path.of(arguments[0]))) {
      folders.filter(Files::isDirectory).sorted().forEach(corpora::add);
    }
    List<Path> schemas = arguments.length > 1 && !arguments[1].isEmpty() ? List.of(Path.of(arguments[1])) : List.of();
    var xslt = new Xslt();
    Checks checks = Checks.with(xslt, new Reader(xslt), schemas);
    System.out.println("corpus\tfiles\tKB\tparse ms CPU\tvalidate ms CPU\tratio\t2 threads faster by\theap MB");
    for (Path corpus : corpora) {
      measure(corpus, checks);
    }
  }

  private static void measure(Path corpus, Checks checks) throws Exception {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(corpus)) {
      files = walk.filter(p -> p.toString().endsWith(".xml")).sorted().toList();
    }
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    var one = new ForkJoinPool(1);
    var two = new ForkJoinPool(2);
    double[] parse = new double[RUNS];
    double[] validate = new double[RUNS];
    double[] wallOne = new double[RUNS];
    double[] wallTwo = new double[RUNS];
    for (int run = -2; run < RUNS; run++) {
      double parsed = cpu(() -> parse(files));
      long start = System.nanoTime();
      double validated = cpu(() -> one.submit(() -> checks.run(files)).get());
      double alone = System.nanoTime() - start;
      start = System.nanoTime();
      two.submit(() -> checks.run(files)).get();
      double together = System.nanoTime() - start;
      if (run >= 0) {
        parse[run] = parsed;
        validate[run] = validated;
        wallOne[run] = alone;
        wallTwo[run] = together;
      }
    }
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    System.out.printf(
        Locale.ROOT, "%s\t%d\t%d\t%.0f\t%.0f\t%.1f\t%.2f\t%d%n", corpus.getFileName(), files.size(), bytes >> 10,
        median(parse), median(validate), median(validate) / median(parse), median(wallOne) / median(wallTwo), heap);
    one.shutdown();
    two.shutdown();
  }

  private static int parse(List<Path> files) throws Exception {
    var parsers = new SAXParserFactoryImpl();
    parsers.setNamespaceAware(true);
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        parsers.newSAXParser().parse(in, new DefaultHandler());
      } catch (IOException e) {
        throw new IOException(file.toString(), e);
      }
    }
    return files.size();
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
    java.util.Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
