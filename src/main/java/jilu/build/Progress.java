package jilu.build;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jilu.validate.Lines;
import jilu.words.Language;
import jilu.words.Words;

/**
 * Tells how far a build is and what each stage cost: one line that is overwritten on a terminal, plain lines elsewhere,
 * nothing when quiet. A stage is named by its key {@code stage.…} in {@link Words}.
 */
public final class Progress {
  private enum Style {
    TERMINAL,
    LINES,
    QUIET
  }

  private final PrintStream out;
  private final Style style;
  private final Language language;
  private final List<Cost> costs = new ArrayList<>();
  private int width;
  private String stage;
  private long wall = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(ManagementFactory.getRuntimeMXBean().getUptime());
  private long used;

  private Progress(PrintStream out, Style style, Language language) {
    this.out = out;
    this.style = style;
    this.language = language;
    this.stage = name("start");
  }

  public static Progress on(PrintStream out, boolean terminal, Language language) {
    return new Progress(out, terminal ? Style.TERMINAL : Style.LINES, language);
  }

  public static Progress quiet() {
    return new Progress(System.err, Style.QUIET, Language.EN);
  }

  /** What a stage cost, in seconds of the clock and of all processors. */
  public record Cost(String stage, double wall, double cpu) {}

  /** A stage begins. */
  public void stage(String key) {
    end();
    stage = name(key);
    if (style == Style.LINES) {
      out.println(stage);
    } else if (style == Style.TERMINAL) {
      show(stage + " …");
    }
  }

  private String name(String key) {
    return Words.of("stage." + key).in(language);
  }

  /** The costs of the stages so far. */
  public List<Cost> costs() {
    return List.copyOf(costs);
  }

  private void end() {
    long now = System.nanoTime();
    long cpuNow = cpu();
    costs.add(new Cost(stage, (now - wall) / 1e9, (cpuNow - used) / 1e9));
    wall = now;
    used = cpuNow;
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  /** The line makes room for what is printed next. */
  public void clear() {
    end();
    if (style == Style.TERMINAL) {
      show("");
      out.print("\r");
      out.flush();
    }
  }

  private void show(String line) {
    out.print("\r" + line + " ".repeat(Math.max(0, width - Lines.width(line))));
    out.flush();
    width = Lines.width(line);
  }
}
