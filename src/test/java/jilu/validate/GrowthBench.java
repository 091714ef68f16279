package jilu.validate;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jilu.SmallEdition;
import jilu.edition.Edition;
import jilu.transform.Xslt;

/**
 * Plants each mistake of {@code findings/pairs.txt} many times in a file, and once in a long file, and tells which cost
 * grows faster than the file: {@code -Dsizes="2000 4000 8000" -Dkinds=REGEX}. What strangers send shall not take long.
 */
public final class GrowthBench {
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final Xslt XSLT = new Xslt();
  private static final Checks CHECKS = new Checks(XSLT, new Reader(XSLT));

  /** By how much more than the file the cost may grow; less than so many seconds are noise. */
  private static final double STEEP = 1.3;
  private static final double NOISE = 0.4;
  private static final double LONG = 20;

  /** Where a mistake is planted again. */
  private enum Planting {
    /** The lines that it changes, which may open what they do not close. */
    LINES,
    /** The lines around them that are set in less, a whole element as a rule. */
    ELEMENT,
    /** Once, with as many sound speeches before it. */
    ONCE
  }

  private GrowthBench() {}

  public static void main(String[] args) throws IOException {
    List<Integer> sizes = Stream.of(System.getProperty("sizes", "2000 4000 8000").split(" ")).map(Integer::valueOf).toList();
    String kinds = System.getProperty("kinds", ".*");
    List<PairsTest.Pair> pairs = PairsTest.pairs().filter(pair -> pair.toString().matches(kinds)).toList();
    for (PairsTest.Pair pair : pairs.subList(0, Math.min(20, pairs.size()))) {
      cost(pair, Planting.ELEMENT, 200);
    }
    int faster = 0;
    for (PairsTest.Pair pair : pairs) {
      for (Planting planting : Planting.values()) {
        faster += tell(pair, planting, sizes) ? 1 : 0;
      }
    }
    System.out.printf("%d of %d grow faster than the file%n", faster, pairs.size() * Planting.values().length);
  }

  private static boolean tell(PairsTest.Pair pair, Planting planting, List<Integer> sizes) throws IOException {
    List<Double> costs = new ArrayList<>();
    for (int size : sizes) {
      costs.add(cost(pair, planting, size));
      if (costs.get(costs.size() - 1) > LONG) {
        break;
      }
    }
    double last = costs.get(costs.size() - 1);
    int reached = costs.size() - 1;
    double growth =
        reached == 0 ? 0 : last / costs.get(reached - 1) * sizes.get(reached - 1) / sizes.get(reached);
    boolean faster = last > LONG || last > NOISE && growth > STEEP;
    String all = costs.stream().map(cost -> String.format(Locale.ROOT, "%7.2f", cost)).collect(Collectors.joining());
    System.out.printf(Locale.ROOT, "%s %s s %5.2f %-8s %s%n", faster ? "!" : " ", all, growth, planting, pair);
    return faster;
  }

  /** Seconds of all processors. */
  private static double cost(PairsTest.Pair pair, Planting planting, int size) throws IOException {
    Path folder = Files.createTempDirectory("jilu-growth");
    SmallEdition edition = SmallEdition.in(folder);
    Path file = edition.file(pair.parts().getOrDefault("in", PairsTest.FIRST));
    List<String> sound = Files.readAllLines(file);
    List<String> spoilt = PairsTest.spoilt(pair, file).lines().toList();
    List<String> planted = planting == Planting.ONCE ? longer(spoilt, size) : planted(sound, spoilt, planting, size);
    Files.write(file, planted);
    long start = MACHINE.getProcessCpuTime();
    CHECKS.findings(Edition.in(folder));
    double cost = (MACHINE.getProcessCpuTime() - start) / 1e9;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
    return cost;
  }

  private static List<String> longer(List<String> spoilt, int size) {
    int speech = IntStream.range(0, spoilt.size()).filter(i -> spoilt.get(i).contains("<sp ")).findFirst().orElse(-1);
    if (speech < 0) {
      return spoilt;
    }
    int end = speech;
    while (!spoilt.get(end).contains("</sp>") && end < spoilt.size() - 1) {
      end++;
    }
    String sound = "<sp xml:id=\"d19000101.sp\" who=\"#yi\"><speaker>乙：</speaker><p xml:id=\"d19000101.p\">你好。</p></sp>";
    return repeated(spoilt, List.of(sound), speech, speech, size);
  }

  private static List<String> planted(List<String> sound, List<String> spoilt, Planting planting, int size) {
    int from = Math.max(0, Math.min(Arrays.mismatch(sound.toArray(), spoilt.toArray()), spoilt.size() - 1));
    int same = 0;
    while (same < Math.min(sound.size(), spoilt.size()) - from - 1
        && sound.get(sound.size() - 1 - same).equals(spoilt.get(spoilt.size() - 1 - same))) {
      same++;
    }
    int to = Math.max(from + 1, spoilt.size() - same);
    if (planting == Planting.ELEMENT) {
      int inset = spoilt.subList(from, to).stream().mapToInt(GrowthBench::inset).min().orElse(0);
      while (from > 0 && inset(spoilt.get(from)) >= inset) {
        from--;
      }
      while (to < spoilt.size() && inset(spoilt.get(to - 1)) >= inset) {
        to++;
      }
    }
    return repeated(spoilt, spoilt.subList(from, to), from, to, size);
  }

  private static int inset(String line) {
    return line.length() - line.stripLeading().length();
  }

  /** Ids are numbered, so that no mistake is planted but the one. */
  private static List<String> repeated(List<String> all, List<String> lines, int from, int to, int size) {
    List<String> repeated = new ArrayList<>(all.subList(0, from));
    for (int i = 0; i < size; i++) {
      String number = "-" + i;
      lines.forEach(line -> repeated.add(line.replaceAll("xml:id=\"[^\"]*", "$0" + number)));
    }
    repeated.addAll(all.subList(to, all.size()));
    return repeated;
  }
}
