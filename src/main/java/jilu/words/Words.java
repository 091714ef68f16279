package jilu.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/** What the program says besides its findings, by key: {@code jilu/words/}. */
public final class Words {
  private static final Map<Language, ResourceBundle> ALL =
      Map.of(Language.EN, load(Language.EN), Language.ZH, load(Language.ZH));

  private Words() {}

  /** @param arguments what stands for {0}, {1}, …; a {@link Text} is put in its own language */
  public static Text of(String key, Object... arguments) {
    return new Text(in(Language.EN).getString(key), in(Language.ZH).getString(key)).filled(arguments);
  }

  /** All words of a language, as a library takes them. */
  public static ResourceBundle in(Language language) {
    return ALL.get(language);
  }

  private static ResourceBundle load(Language language) {
    String path = "/jilu/words/" + language + ".properties";
    try (InputStream stream = Words.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("The program is incomplete: " + path + " is missing.");
      }
      return new PropertyResourceBundle(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
