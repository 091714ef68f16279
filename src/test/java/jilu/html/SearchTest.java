package jilu.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import jilu.search.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On 1,200 pages the search finds what a plain search for the same characters finds, no more and no less;
 * what it does before it shows the first is counted, how long that took is printed.
 */
class SearchTest {
  private static final int PAGES = 1200;
  private static final int QUERIES = 300;

  @TempDir Path site;

  @Test
  void finds_exactly_what_is_there_and_hardly_looks_into_a_page_in_vain() throws Exception {
    var random = new Random(19490204);
    var corpus = corpus(random);
    var index = new Index();
    for (int i = 0; i < corpus.size(); i++) {
      index.add(new Index.Document("documents/p" + i + ".html", "p" + i, "zh-Hans", "1950-01-01", List.of(), List.of(),
          List.of(new Index.Passage("p", "", corpus.get(i)))));
    }
    Site.write(Path.of(""), site);
    try (Stream<Path> old = Files.list(site.resolve("search"))) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    index.write(site.resolve("search"));
    long text = corpus.stream().mapToLong(page -> page.getBytes(StandardCharsets.UTF_8).length).sum();
    long grams = size(site.resolve("search"), "[gi].*");
    System.out.printf("search: %d pages, text %d bytes, index %d bytes compressed (%.2f of it), texts %d%n",
        corpus.size(), text, grams, grams / (double) text, size(site.resolve("search"), "t.*"));
    assertThat(grams).isLessThan((long) (0.45 * text));

    try (var browser = Browser.start()) {
      List<Integer> looked = new ArrayList<>();
      List<Integer> times = new ArrayList<>();
      Map<Boolean, List<Integer>> whole = Map.of(true, new ArrayList<>(), false, new ArrayList<>());
      for (int i = 0; i < QUERIES; i++) {
        var query = query(corpus, random, i);
        if (i % 30 == 0) {
          browser.open("about:blank");
          browser.open(site.toUri() + "search.html");
          browser.eval("jiluFind('').then(f => f.length)");
        }
        var answer = browser.eval("""
            (async () => {
              const begun = performance.now();
              let first;
              const found = await jiluFind(%s, {}, undefined,
                (some) => { first ??= [some.looked, performance.now() - begun]; });
              const all = performance.now() - begun;
              return [...(first ?? [found.looked, all]), all].map(Math.round).concat(found.map(d => d.entry.number)).join(' ');
            })()""".formatted(Browser.quoted(query))).split(" ");
        var found = Arrays.stream(answer).skip(3).collect(Collectors.toList());
        var expected = new ArrayList<String>();
        for (int k = 0; k < corpus.size(); k++) {
          if (corpus.get(k).contains(query)) {
            expected.add(String.valueOf(k));
          }
        }
        assertThat(found).as(query).isEqualTo(expected);
        looked.add(Integer.valueOf(answer[0]));
        times.add(Integer.valueOf(answer[1]));
        whole.get(query.length() == 1).add(Integer.valueOf(answer[2]));
      }
      looked.sort(null);
      times.sort(null);
      whole.values().forEach(list -> list.sort(null));
      System.out.printf("search: %d queries, pages looked into for the first hit: median %d, 95%% %d, most %d of %d%n",
          QUERIES, looked.get(QUERIES / 2), looked.get(QUERIES * 95 / 100), looked.get(QUERIES - 1), PAGES);
      System.out.printf("search: first hit after: median %d ms, 95%% %d ms, longest %d ms%n",
          times.get(QUERIES / 2), times.get(QUERIES * 95 / 100), times.get(QUERIES - 1));
      whole.forEach((one, list) -> System.out.printf("search: all hits of %s after: median %d ms, longest %d ms%n",
          one ? "one character" : "two to eight", list.get(list.size() / 2), list.get(list.size() - 1)));
      assertThat(looked.get(QUERIES * 95 / 100)).isLessThanOrEqualTo(2);
      assertThat(looked.get(QUERIES - 1)).isLessThanOrEqualTo(PAGES / 20);
    }
  }

  /** Pages like those of the edition: its sentences, in another order, some characters changed for others of the text. */
  private static List<String> corpus(Random random) throws IOException {
    var sentences = new ArrayList<String>();
    for (var page : Site.texts(Path.of(""))) {
      if (!page.address().startsWith("en/")) {
        Site.strings(page.tei(), "/t:TEI/t:text//t:p").forEach(p -> sentences.addAll(List.of(p.replaceAll("\\s", "").split("(?<=[。？！；])"))));
      }
    }
    var han = String.join("", sentences).replaceAll("[^㐀-鿿]", "");
    return Stream.generate(() -> {
      var page = new StringBuilder();
      while (page.length() < 1000) {
        var sentence = new StringBuilder(sentences.get(random.nextInt(sentences.size())));
        for (int k = 0; k < sentence.length() / 6; k++) {
          int at = random.nextInt(sentence.length());
          if (han.indexOf(sentence.charAt(at)) >= 0) {
            sentence.setCharAt(at, han.charAt(random.nextInt(han.length())));
          }
        }
        page.append(sentence);
      }
      return page.toString();
    }).limit(PAGES).toList();
  }

  /** Runs of one to eight characters that stand somewhere, and now and then one that stands nowhere. */
  private static String query(List<String> corpus, Random random, int i) {
    while (true) {
      var page = corpus.get(random.nextInt(corpus.size()));
      int length = 1 + i % 8;
      int at = random.nextInt(page.length() - length);
      var query = page.substring(at, at + length);
      if (query.matches("[㐀-鿿]+")) {
        return i % 10 == 9 ? new StringBuilder(query).reverse().toString() : query;
      }
    }
  }

  private static long size(Path folder, String names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      long size = 0;
      for (Path file : files.filter(f -> f.getFileName().toString().matches(names)).toList()) {
        size += compressed(file);
      }
      return size;
    }
  }

  static int compressed(Path file) throws IOException {
    var sent = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(sent)) {
      Files.copy(file, gzip);
    }
    return sent.size();
  }
}
