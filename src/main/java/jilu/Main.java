package jilu;

import jilu.command.Jilu;

/** The program's door: see {@code jilu --help}. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    int exit = Jilu.run(args);
    // Inside Maven a successful run must hand control back.
    if (exit != 0) {
      System.exit(exit);
    }
  }
}
