package jilu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An edition of many documents: those of this one again and again, each time with other ids and, but for names and
 * dates, in other words, each Han character put for another. The registers and the preface are the same.
 */
final class ManyDocuments {
  private static final Path MODEL = Path.of("tei");
  private static final Pattern ID = Pattern.compile("\\b(d[0-9]{8})(?:-([0-9]))?\\b");
  private static final Pattern INCLUDE = Pattern.compile("<xi:include[^>]*>");

  /** What the registers know, or what is compared with a date. */
  private static final Pattern KEPT =
      Pattern.compile(
          "(?s)<teiHeader>.*</teiHeader>"
              + "|<(head|dateline|speaker|date|persName|placeName|orgName|name)\\b[^>]*>.*?</\\1>|<[^>]*>");

  private static final String OF_DATES = "一二三四五六七八九十〇零两年月日";

  private ManyDocuments() {}

  /** Writes an edition that holds the documents so many times into an empty folder. */
  static void write(Path folder, int times) throws IOException {
    Path tei = folder.resolve("tei");
    Map<String, String> texts = texts();
    var order = new StringBuilder();
    for (Map.Entry<String, String> file : texts.entrySet()) {
      if (!file.getKey().startsWith("documents/")) {
        write(tei.resolve(file.getKey()), file.getValue());
      }
    }
    for (int i = 0; i < times; i++) {
      IntUnaryOperator other = i == 0 ? IntUnaryOperator.identity() : others(texts, i);
      for (Map.Entry<String, String> file : texts.entrySet()) {
        if (file.getKey().startsWith("documents/")) {
          String name = renamed(file.getKey(), i);
          write(tei.resolve(name), renamed(reworded(file.getValue(), other), i));
          order.append("<xi:include href=\"%s\" xpointer=\"element(/1/2)\"/>%n".formatted(name));
        }
      }
    }
    String edition = INCLUDE.matcher(texts.get("edition.xml")).replaceAll("");
    String emptied = edition.replaceAll("<group>\\s*</group>", "");
    write(tei.resolve("edition.xml"), emptied.replaceFirst("</group>", order + "</group>"));
  }

  private static Map<String, String> texts() throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (Stream<Path> files = Files.walk(MODEL)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(MODEL.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return texts;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String renamed(String text, int copy) {
    return copy == 0
        ? text
        : ID.matcher(text).replaceAll(id -> id.group(1) + "-" + copy + (id.group(2) == null ? "0" : id.group(2)));
  }

  private static String reworded(String text, IntUnaryOperator other) {
    var reworded = new StringBuilder();
    int at = 0;
    for (MatchResult kept : (Iterable<MatchResult>) KEPT.matcher(text).results()::iterator) {
      text.substring(at, kept.start()).codePoints().map(other).forEach(reworded::appendCodePoint);
      reworded.append(kept.group());
      at = kept.end();
    }
    return reworded.append(text.substring(at)).toString();
  }

  /** For each Han character of the documents another one of them. */
  private static IntUnaryOperator others(Map<String, String> texts, int seed) {
    List<Integer> characters =
        texts.values().stream().flatMapToInt(String::codePoints).filter(ManyDocuments::isFree).sorted().distinct()
            .boxed().toList();
    List<Integer> others = new ArrayList<>(characters);
    Collections.shuffle(others, new Random(seed));
    Map<Integer, Integer> map = new HashMap<>();
    for (int i = 0; i < others.size(); i++) {
      map.put(characters.get(i), others.get(i));
    }
    return c -> map.getOrDefault(c, c);
  }

  private static boolean isFree(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN && OF_DATES.indexOf(c) < 0;
  }
}
