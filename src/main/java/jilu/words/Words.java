package jilu.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the program says besides its findings, by key: {@code jilu/words/}. */
public final class Words {
  private static final Pattern JAR = Pattern.compile("^(.*[/\\\\])?jilu[\\w.-]*\\.jar(?= |$)");

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

  /**
   * How a person calls the program, so that he can do what he is told.
   *
   * @param command the jar or class that Java runs, with its arguments
   */
  static String called(String command) {
    Matcher jar = JAR.matcher(command);
    if (!jar.find()) {
      return "jilu";
    }
    return "java -jar " + (jar.group().contains(" ") ? '"' + jar.group() + '"' : jar.group());
  }

  private static ResourceBundle load(Language language) {
    String path = "/jilu/words/" + language + ".properties";
    try (InputStream stream = Words.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("The program is incomplete: " + path + " is missing.");
      }
      String words = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      String called = called(System.getProperty("sun.java.command", "")).replace("\\", "\\\\");
      return new PropertyResourceBundle(new StringReader(words.replace("{jilu}", called)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
