package jilu.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The index of the search page: for every Chinese character, every two that stand together, and every word of another
 * script, the documents that have it. What the index finds is checked against the text, so that it finds what is there
 * and nothing else. All of it is written as classic scripts, which a page can load from a disk too.
 */
public final class Index {
  private static final int SHARD = 24_000;
  private static final int BLOCK = 48_000;

  /** A passage of a document: an id on its page (or none), who speaks (or none), its words. */
  public record Passage(String id, String who, String text) {}

  /** A document with what a search can be narrowed by: ids of its kinds and sources. */
  public record Document(
      String page, String title, String language, String date, List<String> kinds, List<String> sources, List<Passage> passages) {
    public Document {
      kinds = List.copyOf(kinds);
      sources = List.copyOf(sources);
      passages = List.copyOf(passages);
    }
  }

  private final List<Document> documents = new ArrayList<>();
  private final SortedMap<String, Map<String, String>> names = new TreeMap<>();

  public void add(Document document) {
    documents.add(document);
  }

  /** How a speaker, a kind or a source is called in a language. */
  public void name(String id, String language, String name) {
    names.computeIfAbsent(id, key -> new TreeMap<>()).putIfAbsent(language, name);
  }

  /** Writes the index into a folder. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    SortedMap<Integer, Integer> simplified = Folding.simplified(characters());
    SortedMap<String, List<Integer>> postings = postings(simplified);
    int shards = shards(postings);
    List<StringBuilder> scripts = new ArrayList<>();
    for (int i = 0; i < shards; i++) {
      scripts.add(new StringBuilder());
    }
    postings.forEach(
        (gram, list) -> {
          StringBuilder script = scripts.get(shard(gram, shards));
          script.append(script.isEmpty() ? "" : ",").append(Json.string(gram)).append(':').append(Json.string(deltas(list)));
        });
    for (int i = 0; i < shards; i++) {
      script(folder.resolve("g" + i + ".js"), "jiluGrams(" + i + ",{" + scripts.get(i) + "})");
    }
    List<Integer> blocks = texts(folder);
    script(folder.resolve("index.js"), "jiluIndex(" + head(simplified, shards, blocks) + ")");
  }

  private SortedSet<Integer> characters() {
    SortedSet<Integer> characters = new TreeSet<>();
    documents.forEach(d -> d.passages.forEach(p -> p.text.codePoints().forEach(characters::add)));
    return characters;
  }

  private SortedMap<String, List<Integer>> postings(SortedMap<Integer, Integer> simplified) {
    SortedMap<String, List<Integer>> postings = new TreeMap<>();
    for (int i = 0; i < documents.size(); i++) {
      Set<String> grams = new HashSet<>();
      for (Passage passage : documents.get(i).passages) {
        grams(Folding.fold(passage.text).codePoints().map(c -> simplified.getOrDefault(c, c)).toArray(), grams);
      }
      for (String gram : grams) {
        postings.computeIfAbsent(gram, key -> new ArrayList<>()).add(i);
      }
    }
    return postings;
  }

  private static void grams(int[] text, Set<String> grams) {
    for (int i = 0; i < text.length; i++) {
      if (Folding.isHan(text[i])) {
        grams.add(new String(text, i, 1));
        if (i + 1 < text.length && Folding.isHan(text[i + 1])) {
          grams.add(new String(text, i, 2));
        }
      } else if (Folding.isWord(text[i])) {
        int start = i;
        while (i + 1 < text.length && Folding.isWord(text[i + 1])) {
          i++;
        }
        grams.add(new String(text, start, i + 1 - start));
      }
    }
  }

  /** As many files as make each small enough to load at a keystroke. */
  private static int shards(SortedMap<String, List<Integer>> postings) {
    long size = postings.entrySet().stream().mapToLong(e -> 8 + 2L * e.getKey().length() + 2L * e.getValue().size()).sum();
    return (int) Math.max(1, Long.highestOneBit(2 * size / SHARD));
  }

  static int shard(String gram, int shards) {
    int hash = 0;
    for (int c : gram.codePoints().toArray()) {
      hash = hash * 31 + c;
    }
    return Integer.remainderUnsigned(hash, shards);
  }

  /** Each number as its distance from the one before, the first from nought. */
  private static String deltas(List<Integer> list) {
    var text = new StringBuilder();
    int last = 0;
    for (int number : list) {
      text.append(text.isEmpty() ? "" : " ").append(Integer.toString(number - last, Character.MAX_RADIX));
      last = number;
    }
    return text.toString();
  }

  /** Writes the texts, as many documents to a file as make it worth a request, and gives the first document of each. */
  private List<Integer> texts(Path folder) throws IOException {
    List<Integer> blocks = new ArrayList<>();
    var block = new StringBuilder();
    for (int i = 0; i < documents.size(); i++) {
      if (block.isEmpty()) {
        blocks.add(i);
      }
      block.append(block.isEmpty() ? "" : ",").append(documents.get(i).passages.stream()
          .map(p -> "[" + Json.string(p.id) + "," + Json.string(p.who) + "," + Json.string(p.text) + "]")
          .collect(Collectors.joining(",", "[", "]")));
      if (block.length() > BLOCK || i + 1 == documents.size()) {
        int number = blocks.size() - 1;
        script(folder.resolve("t" + number + ".js"), "jiluTexts(" + number + ",[" + block + "])");
        block.setLength(0);
      }
    }
    return blocks;
  }

  private String head(SortedMap<Integer, Integer> simplified, int shards, List<Integer> blocks) {
    var fold = new StringBuilder();
    simplified.forEach((traditional, simple) -> fold.appendCodePoint(traditional).appendCodePoint(simple));
    Map<String, String> head = new LinkedHashMap<>();
    head.put("shards", Integer.toString(shards));
    head.put("blocks", blocks.toString());
    head.put("fold", Json.string(fold.toString()));
    head.put("names", Json.object(names, translations -> Json.object(translations, Json::string)));
    head.put("documents", documents.stream().map(Index::entry).collect(Collectors.joining(",\n", "[\n", "]")));
    return Json.object(head, value -> value);
  }

  private static String entry(Document document) {
    return "[" + String.join(",", Json.string(document.page), Json.string(document.title), Json.string(document.language),
        Json.string(document.date), Json.array(document.kinds), Json.array(document.sources),
        Json.array(document.passages.stream().map(Passage::who).filter(who -> !who.isEmpty()).distinct().toList())) + "]";
  }

  private static void script(Path file, String script) throws IOException {
    Files.write(file, (script + ";\n").getBytes(StandardCharsets.UTF_8));
  }
}
