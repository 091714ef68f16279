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
import java.util.concurrent.ForkJoinTask;
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
 * again. Each corpus is measured in a process of its own: first cold, what it takes to load and compile all that is
 * needed and to check each file once (what several share counts for the first); then warm, when the compiler of the
 * virtual machine has come to rest. Parse, profile and the other schemas take turns in each round, so that a busy machine
 * slows all of them; the figures are medians of the rounds. Beside what two threads are worth to a check stands what they
 * are worth to two parsers that share nothing. Last, what is left in memory by the check of editions of
 * several sizes, each in a process of its own.
 */
final class ValidateBench {
  private static final int ROUNDS = Integer.getInteger("rounds", 5);

  /** How long each subject is run at least before it is measured, in seconds of CPU. */
  private static final int WARM = Integer.getInteger("warm", 25);

  /** So many times as long the compiler may take to come to rest. */
  private static final int LONGEST = 4;

  /**
   * Milliseconds of CPU between two looks at the compiler, and the share of them that it may take when it is at rest: one
   * thread leaves it a processor, of two threads one has to wait for it.
   */
  private static final double LOOK = 5_000;

  private static final double AT_REST = 0.005;

  /** Between two looks at the heap. */
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

  /** Of a larger corpus files are taken evenly, so that one run is a matter of minutes. */
  private static final long MOST = 8 << 20;

  /** The files of a smaller corpus are taken several times. */
  private static final long ENOUGH = 2 << 20;

  /** Both are repeated: the clock of a process may count in hundredths of a second. */
  private static final int PARSES = 48;

  private static final int CHECKS = 12;

  private static final Path OWN = Path.of("tei");

  /** A generated edition of a few hundred documents, and beside it one of thrice as many. */
  private static final Path MANY = Path.of("target/bench/many/tei");

  private static final Path THRICE = Path.of("target/bench/many-thrice/tei");
  private static final int COPIES = 20;

  /** How many times the edition's documents stand in editions of which memory alone is measured. */
  private static final int[] SIZES = {20, 60, 500};

  /** One kind of check, on files or, where the files are an edition, on it as a whole. */
  private interface Work {
    Object run(List<Path> files) throws Exception;
  }

  /** @param thrice the same on thrice as much */
  private record Subject(String name, Work work, Work thrice) {
    Subject(String name, Work work) {
      this(name, work, files -> work.run(times(files, 3)));
    }
  }

  private ValidateBench() {}

  /** @param arguments a folder with a folder for each corpus, or nothing; then schemas besides the profile */
  public static void main(String[] arguments) throws Exception {
    // Maven hands on an argument that is empty as null.
    List<String> given = Arrays.stream(arguments).map(argument -> Objects.requireNonNullElse(argument, "")).toList();
    if (given.size() > 1 && given.get(0).equals(MEMORY)) {
      memory(Path.of(given.get(1)));
      return;
    }
    if (given.size() > 1 && given.get(0).equals(CHILD)) {
      measure(Path.of(given.get(1)), given.subList(2, given.size()));
      return;
    }
    ManyDocuments.write(MANY.getParent(), COPIES);
    ManyDocuments.write(THRICE.getParent(), 3 * COPIES);
    List<Path> corpora = new ArrayList<>(List.of(OWN, MANY));
    if (!given.isEmpty() && !given.get(0).isEmpty()) {
      try (Stream<Path> folders = Files.list(Path.of(given.get(0)))) {
        folders.filter(Files::isDirectory).sorted().forEach(corpora::add);
      }
    }
    List<String> schemas =
        given.stream().skip(1).flatMap(a -> Stream.of(a.split(","))).filter(a -> !a.isEmpty()).toList();
    System.out.println(
        "corpus\tfiles\tKB\tschema\tfindings\tcold: ms CPU\ttimes parse\twarm: parse ms CPU\tms CPU\ttimes parse"
            + "\twall of 1 thread / 2\tof 2 parsers\tCPU of 2 threads / 1\tms blocked\tpeak MB, files once and thrice");
    for (Path corpus : corpora) {
      child(CHILD, corpus, schemas);
    }
    System.out.println("edition\tfiles\tfindings\tpeak MB");
    for (int copies : SIZES) {
      Path edition = Path.of("target/bench/many-" + copies);
      ManyDocuments.write(edition, copies);
      child(MEMORY, edition, List.of());
    }
  }

  private static final String CHILD = "--corpus";
  private static final String MEMORY = "--memory";

  /** What an edition takes that is checked in a process of its own, by as many threads as there are. */
  private static void memory(Path folder) throws Exception {
    var xslt = new Xslt();
    var checks = new Checks(xslt, new Reader(xslt));
    Edition edition = Edition.in(folder);
    int[] findings = {0};
    long peak = peak(() -> findings[0] = checks.findings(edition).size());
    System.out.printf("%s\t%d\t%d\t%d%n", folder, edition.files().size(), findings[0], peak);
  }

  private static void child(String what, Path corpus, List<String> schemas) throws Exception {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of(
            "-Drounds=" + ROUNDS, "-Dwarm=" + WARM, "-cp", PrintBench.classPath(), ValidateBench.class.getName(), what,
            corpus.toString()));
    command.addAll(schemas);
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(corpus + " could not be measured.");
    }
  }

  /** What is made when it is first asked for, so that its making counts as cold. */
  private static Subject subject(String name, Xslt xslt, List<Path> schemas) {
    List<Checks> made = new ArrayList<>();
    return new Subject(
        name,
        files -> {
          if (made.isEmpty()) {
            made.add(Checks.with(xslt, new Reader(xslt), schemas));
          }
          return made.get(0).run(files).size();
        });
  }

  /** Copies in one edition would break each other's links: the edition is checked as often as its files are given. */
  private static Subject edition(Xslt xslt, Path tei) throws IOException {
    var checks = new Checks(xslt, new Reader(xslt));
    Edition edition = Edition.in(tei.toAbsolutePath().getParent());
    Work work =
        files -> {
          int findings = 0;
          for (int i = 0; i < files.size() / edition.files().size(); i++) {
            findings += checks.findings(edition).size();
          }
          return findings;
        };
    String name = "profile, as an edition";
    return tei.equals(MANY)
        ? new Subject(name, work, files -> checks.findings(Edition.in(THRICE.getParent())))
        : new Subject(name, work);
  }

  private static void measure(Path corpus, List<String> schemas) throws Exception {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(corpus)) {
      all = walk.filter(p -> p.toString().endsWith(".xml")).sorted().toList();
    }
    List<Path> once = every(all, (int) Math.max(1, bytes(all) / MOST));
    List<Path> files = times(once, (int) Math.max(1, ENOUGH / bytes(once)));
    double coldParse = cpu(() -> parse(once));
    var xslt = new Xslt();
    List<Subject> subjects = new ArrayList<>(List.of(subject("profile", xslt, List.of())));
    for (String schema : schemas) {
      subjects.add(subject(Path.of(schema).getFileName().toString(), xslt, List.of(Path.of(schema))));
    }
    if (corpus.equals(OWN) || corpus.equals(MANY)) {
      subjects.add(edition(xslt, corpus));
    }
    var one = new ForkJoinPool(1);
    var two = new ForkJoinPool(2);
    int n = subjects.size();
    double[] cold = new double[n];
    for (int i = 0; i < n; i++) {
      Work work = subjects.get(i).work();
      cold[i] = cpu(() -> one.submit(() -> work.run(once)).get());
    }
    warm(() -> parse(times(files, PARSES)));
    for (Subject subject : subjects) {
      warm(() -> one.submit(() -> subject.work().run(files)).get());
    }
    double[] parse = new double[ROUNDS];
    double[] parsers = new double[ROUNDS];
    double[][] cpu = new double[n][ROUNDS];
    double[][] both = new double[n][ROUNDS];
    double[][] alone = new double[n][ROUNDS];
    double[][] together = new double[n][ROUNDS];
    double[][] blocked = new double[n][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      parse[round] = cpu(() -> parse(times(files, PARSES))) / PARSES;
      parsers[round] = sideBySide(two, () -> parse(times(files, PARSES)));
      for (int i = 0; i < n; i++) {
        Work work = subjects.get(i).work();
        long start = System.nanoTime();
        cpu[i][round] = cpu(() -> one.submit(() -> again(work, files)).get()) / CHECKS;
        alone[i][round] = System.nanoTime() - start;
        long before = blocked();
        start = System.nanoTime();
        both[i][round] = cpu(() -> two.submit(() -> again(work, files)).get()) / CHECKS;
        together[i][round] = System.nanoTime() - start;
        blocked[i][round] = (blocked() - before) / CHECKS;
      }
    }
    for (int i = 0; i < n; i++) {
      Work work = subjects.get(i).work();
      Work thrice = subjects.get(i).thrice();
      System.out.printf(
          Locale.ROOT,
          "%s\t%d\t%d\t%s\t%s\t%.0f\t%.1f\t%.0f\t%.0f\t%.1f\t%.2f\t%.2f\t%.2f\t%.0f\t%d, %d%n",
          corpus,
          files.size(),
          bytes(files) >> 10,
          subjects.get(i).name(),
          work.run(files),
          cold[i],
          cold[i] / coldParse,
          median(parse),
          median(cpu[i]),
          median(cpu[i]) / median(parse),
          median(alone[i]) / median(together[i]),
          median(parsers),
          median(both[i]) / median(cpu[i]),
          median(blocked[i]),
          peak(() -> one.submit(() -> work.run(files)).get()),
          peak(() -> one.submit(() -> thrice.run(files)).get()));
    }
    one.shutdown();
    two.shutdown();
  }

  /**
   * What a second thread is worth on this machine at this time to work that shares nothing: how much faster two threads
   * do some work twice than one does. On a quiet machine it is 2.
   */
  private static double sideBySide(ForkJoinPool two, Callable<?> work) throws Exception {
    long start = System.nanoTime();
    two.submit(work).get();
    double alone = System.nanoTime() - start;
    start = System.nanoTime();
    List<ForkJoinTask<?>> both = List.of(two.submit(work), two.submit(work));
    for (ForkJoinTask<?> one : both) {
      one.get();
    }
    return 2 * alone / (System.nanoTime() - start);
  }

  private static Object again(Work work, List<Path> files) throws Exception {
    for (int i = 1; i < CHECKS; i++) {
      work.run(files);
    }
    return work.run(files);
  }

  /** Runs some work until it has taken its time and the compiler takes next to none beside it. */
  private static void warm(Callable<?> work) throws Exception {
    var compiler = ManagementFactory.getCompilationMXBean();
    double spent = 0;
    double compiling;
    do {
      long before = compiler.getTotalCompilationTime();
      double look = 0;
      while (look < LOOK) {
        look += cpu(work);
      }
      spent += look;
      compiling = (compiler.getTotalCompilationTime() - before) / look;
    } while (spent < WARM * 1e3 || compiling > AT_REST && spent < LONGEST * WARM * 1e3);
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
