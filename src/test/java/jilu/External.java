package jilu;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Programs besides Java that some tests need: skipped without them, unless every test is called for. */
public final class External {
  private External() {}

  /** Runs a program and gives what it prints; its absence skips the test, or fails it with {@code -Djilu.complete=true}. */
  public static String run(String howToGet, String... command) throws IOException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      String missing = command[0] + " is missing; " + howToGet;
      if (Boolean.getBoolean("jilu.complete")) {
        fail(missing);
      }
      Assumptions.abort(missing);
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
