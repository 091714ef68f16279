package jilu.validate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/** Which characters belong to simplified Chinese alone, which to traditional alone, by OpenCC's tables. */
final class Scripts {
  private final BitSet simplified = table("STCharacters.txt");
  private final BitSet traditional = table("TSCharacters.txt");

  private static final class Loaded {
    static final Scripts SCRIPTS = new Scripts();
  }

  private Scripts() {}

  static Scripts get() {
    return Loaded.SCRIPTS;
  }

  boolean isSimplified(int character) {
    return simplified.get(character);
  }

  boolean isTraditional(int character) {
    return traditional.get(character);
  }

  /** Characters whose every counterpart is another character: those that also stay as they are belong to both. */
  private static BitSet table(String name) {
    var only = new BitSet();
    try (InputStream stream = Scripts.class.getResourceAsStream("/data/dictionary/" + name);
        var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> columns = List.of(line.strip().split("[\t ]+"));
        if (columns.size() > 1 && !columns.subList(1, columns.size()).contains(columns.get(0))) {
          only.set(columns.get(0).codePointAt(0));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return only;
  }
}
