package jilu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import jilu.print.TaggedText;
import jilu.print.TaggedText.Line;
import jilu.print.TypographicLint;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.TextPosition;

/**
 * The lines of the book beside those that Chromium prints of the same paragraphs, in the same face, size and measure,
 * with the best its style sheets can ask for. Needs a built edition ({@code output/}) and {@code chromium}.
 */
final class PrintComparison {
  private static final String CLOSERS = "，。、；：？！”’）》";
  private static final String OPENERS = "“‘（《";
  private static final float MEASURE = 407;
  private static final String SETTINGS = """
      <meta charset="utf-8"><style>
      @font-face { font-family: song; src: url(%s) }
      @page { size: 210mm 297mm; margin: 90pt 90.27pt 85.5pt 98pt }
      html { font: 11pt/18pt song; text-align: justify; text-spacing-trim: trim-start; text-autospace: normal; line-break: strict;
        text-wrap: pretty; widows: 2; orphans: 2 }
      body { margin: 0; width: 407pt }
      p { margin: 0; text-indent: 2em }
      </style>
      """;

  private PrintComparison() {}

  /** @param arguments ids of documents of the edition; without, its four longest */
  public static void main(String[] arguments) throws Exception {
    // Maven hands on an argument that is empty as null.
    var named = Stream.of(arguments).filter(argument -> argument != null && !argument.isBlank()).toList();
    var paragraphs = new ArrayList<String>();
    for (String id : named.isEmpty() ? List.of("d19491216", "d19500122", "d19490206", "d19560331") : named) {
      paragraphs.addAll(paragraphs(Path.of("output/html/tei/" + id + ".xml")));
    }
    System.out.println("\tparagraphs\tfull lines\tmean gap em\twidest em\tover 0.05 em\tedges off\tone character last");
    report("Jilu", Path.of("output/pdf/lushun.pdf"), true, paragraphs);
    report("Chromium", printed(paragraphs), false, paragraphs);
  }

  /** The words of each paragraph, behind those of its speaker. */
  private static List<String> paragraphs(Path tei) throws SaxonApiException {
    var processor = new Processor(false);
    var compiler = processor.newXPathCompiler();
    compiler.declareNamespace("", "http://www.tei-c.org/ns/1.0");
    var found = compiler.evaluate(
        "//text//p[not(lb)]/normalize-space(string-join((preceding-sibling::*[1]/self::speaker, .)))",
        processor.newDocumentBuilder().build(new StreamSource(tei.toFile())));
    return found.stream().map(item -> item.getStringValue()).toList();
  }

  private static Path printed(List<String> paragraphs) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("comparison");
    var font = Path.of("target/fonts/node_modules",
        "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf");
    var page = folder.resolve("page.html");
    Files.writeString(page, "<!DOCTYPE html><html lang=zh-Hans>" + SETTINGS.formatted(font.toUri())
        + paragraphs.stream().map(each -> "<p>" + each.replace("&", "&amp;").replace("<", "&lt;")).collect(Collectors.joining()));
    var pdf = folder.resolve("page.pdf");
    new ProcessBuilder("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        "--user-data-dir=" + folder.resolve("profile"), "--print-to-pdf=" + pdf, page.toUri().toString())
        .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start().waitFor();
    System.out.println(pdf);
    return pdf;
  }

  private static void report(String name, Path pdf, boolean facing, List<String> paragraphs) throws IOException {
    try (var document = Loader.loadPDF(pdf.toFile())) {
      int same = 0;
      int edges = 0;
      int ragged = 0;
      int alone = 0;
      var gaps = new ArrayList<Double>();
      for (var paragraph : TaggedText.read(document)) {
        var lines = paragraph.lines();
        var places = paragraphs.stream()
            .map(words -> places(words.replaceAll("\\s", ""), lines)).filter(all -> !all.isEmpty()).findFirst();
        same += places.isPresent() ? 1 : 0;
        for (int i = 0; places.isPresent() && i < lines.size() - 1; i++) {
          gaps.add(Math.abs(TypographicLint.gap(lines.get(i))));
          if (places.get().get(i)[1] + 1 == places.get().get(i + 1)[0]) {
            edges += 2;
            ragged += Math.abs(end(lines.get(i)) - margin(lines.get(i), facing) - MEASURE) > 1 ? 1 : 0;
            ragged += Math.abs(start(lines.get(i + 1)) - margin(lines.get(i + 1), facing)) > 1 ? 1 : 0;
          }
        }
        boolean one = lines.size() > 1 && lines.get(lines.size() - 1).text().matches("\\p{IsIdeographic}[" + CLOSERS + "]*");
        alone += places.isPresent() && one ? 1 : 0;
      }
      System.out.printf(Locale.ROOT, "%s\t%d\t%d\t%.3f\t%.3f\t%d\t%d of %d\t%d%n", name, same, gaps.size(),
          gaps.stream().mapToDouble(gap -> gap).average().orElse(0), gaps.stream().mapToDouble(gap -> gap).max().orElse(0),
          gaps.stream().filter(gap -> gap > 0.05).count(), ragged, edges, alone);
    }
  }

  /**
   * Where in the words the first and the last character of each line stand; nothing if these are no lines of theirs.
   * Chromium gives a character that shares its glyph with a radical as a replacement text, which is not read here.
   */
  private static List<int[]> places(String words, List<Line> lines) {
    var places = new ArrayList<int[]>();
    int at = -1;
    int read = 0;
    for (var line : lines) {
      int first = -1;
      for (var glyph : line.glyphs()) {
        at = words.indexOf(glyph.getUnicode(), at + 1);
        if (at < 0) {
          return List.of();
        }
        first = first < 0 ? at : first;
        read++;
      }
      places.add(new int[] {first, at});
    }
    return read > words.length() * 0.8 ? places : List.of();
  }

  /** Where the ink of a line ends; a closing mark has its right half empty. */
  private static float end(Line line) {
    TextPosition last = line.last();
    return last.getXDirAdj() + last.getWidthDirAdj() - (CLOSERS.contains(last.getUnicode()) ? last.getFontSizeInPt() / 2 : 0);
  }

  private static float start(Line line) {
    return line.first().getXDirAdj() + (OPENERS.contains(line.first().getUnicode()) ? line.first().getFontSizeInPt() / 2 : 0);
  }

  /** The inner margin, the wider one, is on the left of a right page. */
  private static float margin(Line line, boolean facing) {
    return facing && line.page() % 2 == 0 ? 90.27f : 98;
  }
}
