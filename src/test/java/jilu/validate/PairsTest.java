package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jilu.SmallEdition;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake of {@code findings/pairs.txt} gives one finding at the very place, and its right form none. */
class PairsTest {
  private static final Path PAIRS = Path.of("src/test/resources/findings/pairs.txt");
  static final String FIRST = "documents/d19000101.xml";

  @TempDir Path folder;

  record Pair(String code, String name, Map<String, String> parts) {
    String part(String key) {
      return parts.getOrDefault(key, parts.get("old"));
    }

    @Override
    public String toString() {
      return code + " " + name;
    }
  }

  static Stream<Pair> pairs() throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (String line : Files.readAllLines(PAIRS)) {
      if (line.startsWith("== ")) {
        pairs.add(new Pair(line.substring(3, 7), line.substring(8), new HashMap<>()));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        int space = line.indexOf(' ');
        pairs.get(pairs.size() - 1).parts().put(line.substring(0, space), unescaped(line.substring(space + 1)));
      }
    }
    return pairs.stream();
  }

  private static String unescaped(String text) {
    return java.util.regex.Pattern.compile("\\\\u([0-9a-f]{4})")
        .matcher(text.replace("\\n", "\n"))
        .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
  }

  @ParameterizedTest(name = "{0}-error")
  @MethodSource("pairs")
  void error(Pair pair) throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    Path file = edition.file(pair.parts().getOrDefault("in", FIRST));
    String spoilt = spoilt(pair, file);
    Files.writeString(file, spoilt);
    String marked = pair.parts().getOrDefault("at", pair.part("error"));
    int at = spoilt.indexOf(marked.replace("‸", "")) + marked.indexOf('‸');
    List<String> wanted = new ArrayList<>(List.of(place(spoilt, at) + " " + pair.code()));
    List<String> told =
        edition.places().stream()
            .filter(place -> !place.matches(".* " + pair.parts().getOrDefault("also", "-") + "\\d*"))
            .map(place -> place.replaceFirst("^.*?:", ""))
            .toList();
    assertThat(told).as(() -> findings(edition)).isEqualTo(wanted);
    String hint = pair.parts().getOrDefault("hint", "");
    assertThat(edition.findings()).as("advice")
        .anySatisfy(f -> assertThat(f.toString()).contains(" " + pair.code() + " ").endsWith(hint));
  }

  @ParameterizedTest(name = "{0}-mended")
  @MethodSource("pairs")
  void mended(Pair pair) throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    Path file = edition.file(pair.parts().getOrDefault("in", FIRST));
    String mended = Files.readString(file).replace(pair.part("old"), pair.parts().getOrDefault("mended", pair.part("valid")));
    String spoilt = spoilt(pair, file);
    Files.writeString(file, spoilt);
    boolean certain = Mender.mend(edition.findings()) > 0;
    assertThat(Files.readString(file)).isEqualTo(certain ? mended : spoilt);
    assertThat(certain || !pair.parts().containsKey("fix")).as("--fix mends it").isTrue();
  }

  static String spoilt(Pair pair, Path file) throws IOException {
    String sound = Files.readString(file);
    String spoilt = sound.replace(pair.part("old"), pair.part("error").replace("‸", ""));
    String[] with = pair.parts().getOrDefault("with", "- -").split(" ");
    assertThat(spoilt).isNotEqualTo(sound);
    return spoilt.replace(with[0], with[1]);
  }

  @ParameterizedTest(name = "{0}-valid")
  @MethodSource("pairs")
  void valid(Pair pair) throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    Path file = edition.file(pair.parts().getOrDefault("in", FIRST));
    assertThat(Files.readString(file)).as("what is replaced").contains(pair.part("old"));
    Files.writeString(file, Files.readString(file).replace(pair.part("old"), pair.part("valid")));
    assertThat(edition.findings()).isEmpty();
  }

  private static String findings(SmallEdition edition) {
    try {
      return edition.findings().toString();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static String place(String text, int at) {
    String before = text.substring(0, at);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int start = before.lastIndexOf('\n') + 1;
    return line + ":" + (before.substring(start).codePoints().filter(c -> c != 0xfeff || start > 0).count() + 1);
  }
}
