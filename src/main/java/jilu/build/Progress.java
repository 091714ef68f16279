package jilu.build;

import java.io.PrintStream;

/** Tells how far a build is: one line that is overwritten on a terminal, plain lines elsewhere, nothing when quiet. */
public final class Progress {
  private enum Style {
    TERMINAL,
    LINES,
    QUIET
  }

  private final PrintStream out;
  private final Style style;
  private int width;

  private Progress(PrintStream out, Style style) {
    this.out = out;
    this.style = style;
  }

  public static Progress on(PrintStream out, boolean terminal) {
    return new Progress(out, terminal ? Style.TERMINAL : Style.LINES);
  }

  public static Progress quiet() {
    return new Progress(System.err, Style.QUIET);
  }

  /** A stage begins. */
  public void stage(String what) {
    if (style == Style.LINES) {
      out.println(what);
    } else if (style == Style.TERMINAL) {
      show(what + " …");
    }
  }

  /** A part of a stage is done; only a terminal shows it. */
  public void step(String what, int done, int all) {
    if (style == Style.TERMINAL) {
      show(what + " " + done + "/" + all);
    }
  }

  /** The line makes room for what is printed next. */
  public void clear() {
    if (style == Style.TERMINAL) {
      show("");
      out.print("\r");
      out.flush();
    }
  }

  private void show(String line) {
    out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    out.flush();
    width = line.length();
  }
}
