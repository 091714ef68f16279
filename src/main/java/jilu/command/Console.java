package jilu.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import jilu.build.Progress;
import jilu.validate.Finding;
import jilu.validate.Severity;
import jilu.validate.report.Excerpt;
import jilu.words.Language;
import jilu.words.Text;
import jilu.words.Words;

/** What a person sees, in his language: findings and the last line on standard output, progress on standard error. */
final class Console {
  private final Language language;
  private final PrintStream out;
  private final PrintStream err;

  Console(Language language) {
    Charset charset = charset();
    this.language = language;
    this.out = new PrintStream(System.out, true, charset);
    this.err = new PrintStream(System.err, true, charset);
  }

  /** A terminal's own, where it has Chinese: not every one takes UTF-8. Files and other programs get UTF-8. */
  private static Charset charset() {
    if (!isTerminal()) {
      return UTF_8;
    }
    Charset own = System.console().charset();
    return own.canEncode() && own.newEncoder().canEncode('汉') ? own : UTF_8;
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

  Language language() {
    return language;
  }

  /** The language that is spoken where none is asked for. */
  static Language unasked() {
    return Language.of(Locale.getDefault());
  }

  /** What to add to a command so that it answers in the same language. */
  String asked() {
    return language == unasked() ? "" : " --lang " + language;
  }

  PrintWriter out() {
    return new PrintWriter(out, true);
  }

  PrintWriter err() {
    return new PrintWriter(err, true);
  }

  Progress progress(boolean quiet) {
    return quiet ? Progress.quiet() : Progress.on(err, isTerminal(), language);
  }

  /** Findings, with files named as seen from the working folder. */
  void print(List<Finding> findings, boolean quiet) {
    var excerpt = new Excerpt(language);
    for (Finding finding : findings) {
      if (!quiet || finding.severity() == Severity.ERROR) {
        print(excerpt.of(finding.in(near(finding.file()))));
      }
    }
  }

  void print(String text) {
    out.print(text);
    out.flush();
  }

  void line(String line) {
    out.println(line);
  }

  /** @param key of {@link Words} */
  void say(String key, Object... arguments) {
    line(words(key, arguments));
  }

  /** A remark that is no part of the result. */
  void notice(String key, Object... arguments) {
    notice(Words.of(key, arguments));
  }

  void notice(Text said) {
    err.println(said.in(language));
  }

  String words(String key, Object... arguments) {
    return Words.of(key, arguments).in(language);
  }

  void write(byte[] bytes) {
    System.out.writeBytes(bytes);
    System.out.flush();
  }

  static Path near(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path there = path.toAbsolutePath().normalize();
    return there.startsWith(here) ? here.relativize(there) : there;
  }
}
