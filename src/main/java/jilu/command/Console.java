package jilu.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import jilu.build.Progress;
import jilu.validate.Finding;
import jilu.validate.Language;
import jilu.validate.Severity;
import jilu.validate.report.Excerpt;

/** What a person sees: findings and the last line on standard output, progress on standard error. */
final class Console {
  private static PrintStream out() {
    return new PrintStream(System.out, true, StandardCharsets.UTF_8);
  }

  private Console() {}

  static Progress progress(boolean quiet) {
    return quiet ? Progress.quiet() : Progress.on(System.err, isTerminal());
  }

  /** Up to JDK 21 there is a console only on a terminal; later there always is one, and it tells. */
  private static boolean isTerminal() {
    var console = System.console();
    try {
      return console != null && (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** Findings, with files named as seen from the working folder. */
  static void print(List<Finding> findings, boolean quiet) {
    print(findings, quiet, Language.of(java.util.Locale.getDefault()));
  }

  static void print(List<Finding> findings, boolean quiet, Language language) {
    var excerpt = new Excerpt(language);
    for (Finding finding : findings) {
      if (!quiet || finding.severity() == Severity.ERROR) {
        out().print(excerpt.of(finding.in(near(finding.file()))));
      }
    }
  }

  static void line(String line) {
    out().println(line);
  }

  /** A remark that is no part of the result. */
  static void notice(String line) {
    new PrintStream(System.err, true, StandardCharsets.UTF_8).println(line);
  }

  static void write(byte[] bytes) {
    System.out.writeBytes(bytes);
    System.out.flush();
  }

  static Path near(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path there = path.toAbsolutePath().normalize();
    return there.startsWith(here) ? here.relativize(there) : there;
  }

  /** "1 error", "3 errors". */
  static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
