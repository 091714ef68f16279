package jilu;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Programs besides Java that some tests need: skipped without them, unless every test is called for. */
public final class External {
  private External() {}

  /** Lays the packages of {@code src/test/npm} under {@code target/npm} and gives a file of theirs. */
  public static synchronized Path npm(String file) throws IOException {
    Path folder = Files.createDirectories(Path.of("target/npm"));
    Path found = folder.resolve("node_modules").resolve(file);
    if (!Files.exists(found)) {
      for (String name : List.of("package.json", "package-lock.json")) {
        Files.copy(Path.of("src/test/npm", name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
      run("install Node.js with npm", "npm", "ci", "--prefix", folder.toString(), "--ignore-scripts", "--no-audit", "--no-fund");
    }
    return found;
  }

  /** A program that is not there skips the test, or fails it with {@code -Djilu.complete=true}. */
  public static void missing(String what) {
    if (Boolean.getBoolean("jilu.complete")) {
      fail(what);
    }
    Assumptions.abort(what);
  }

  /** A program that does not run, or not with what it needs, skips the test, or fails it with {@code -Djilu.complete=true}. */
  public static void needs(String howToGet, String... command) throws IOException {
    boolean runs;
    try {
      runs = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
          .waitFor() == 0;
    } catch (IOException e) {
      runs = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (!runs) {
      missing(String.join(" ", command) + " does not run; " + howToGet);
    }
  }

  /** Runs a program and gives what it prints; its absence skips the test, or fails it with {@code -Djilu.complete=true}. */
  public static String run(String howToGet, String... command) throws IOException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      missing(command[0] + " is missing; " + howToGet);
      return "";
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        fail(String.join(" ", List.of(command)) + ": " + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return output;
  }
}
