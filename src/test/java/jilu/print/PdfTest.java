package jilu.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Collectors;
import jilu.External;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfTest {
  private static final List<String> HARD_PARAGRAPHS = List.of(
      "斯大林说：“我们认为，苏中条约（即1945年8月14日的条约）是不平等的……”毛泽东问：“什么时候、在什么"
          + "地方签订新约？”（笑声）我《公约》《甲》、那样——还·雅…………吗？！第7—9页，18.5%，3,400万/月。",
      "1949年2月4日，米高扬同<fo:inline>毛泽东</fo:inline>、<fo:inline>周恩来</fo:inline>等人会谈。"
          + "参加会谈的有科瓦廖夫（И. В. Ковалёв）和A. Я. 维辛斯基，在莫斯科签订了《中苏友好同盟互助条约》。",
      "链接：http://pan.baidu.com/s/1hsspHGC 密码：abcd，邮箱：someone@example.org，请勿外传。"
          + "<fo:inline font-family='song-dotted'>着重号</fo:inline>与"
          + "<fo:inline font-family='kai'>“楷体”</fo:inline>、"
          + "<fo:inline font-family='hei' font-weight='bold'>黑体</fo:inline>。",
      "<fo:inline xml:lang='en'>Molotov’s “draft” — the ‘second’ — said…</fo:inline> "
          + "<fo:inline font-family='hei' font-weight='bold'>“Draft”</fo:inline>, "
          + "<fo:inline font-style='italic'>‘Правда’</fo:inline>");

  private static final String HANGING =
      "<fo:block xmlns:cjk='tag:jilu,2026:cjk' cjk:hanging-punctuation='true'>%s</fo:block>";

  private static final String NOTE = """
      <fo:footnote>
        <fo:inline font-size="6pt" baseline-shift="4pt" line-height="1pt">①</fo:inline>
        <fo:footnote-body><fo:block>《俄罗斯解密档案》。</fo:block></fo:footnote-body>
      </fo:footnote>""";

  private static final String LINKS = """
      <fo:block><fo:basic-link internal-destination="here" fox:alt-text="此处">甲</fo:basic-link>
        <fo:basic-link external-destination="https://example.org/" fox:alt-text="彼处">乙</fo:basic-link>
        <fo:inline id="here">丙</fo:inline></fo:block>""";

  @Test
  void setsHardTextWithoutComplaint() throws IOException {
    var sample = hardPage();
    assertThat(sample.result().problems()).isEmpty();
    assertThat(sample.result().pages()).isEqualTo(1);
    try (var document = sample.open()) {
      assertThat(TypographicLint.check(document, Sample.EDGES)).isEmpty();
    }
  }

  @Test
  void keepsEveryCharacterOfHardText() throws IOException {
    for (var paragraph : HARD_PARAGRAPHS) {
      var expected = paragraph.replaceAll("<[^>]+>", "");
      assertThat(unspaced(Sample.paragraph(paragraph).text())).isEqualTo(unspaced(expected));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "1949年2月4日至7日",
      "外交部部长A. Я. 维辛斯基",
      "见http://pan.baidu.com/s/1hsspHGC 密码",
      "信箱abc.def@example.org。",
      "第7—9页，占18.5%，共3,400万/月",
      "金木水火土人一二十⼈不一样",
      "那样——“《公约》《甲》”。",
      "Stalin’s letter",
      "他说：“好。”He said “yes — no…” ‘once’.",
  })
  void addsNoSpaceAndNoCharacter(String text) throws IOException {
    assertThat(Sample.paragraph(text).text()).isEqualTo(text);
  }

  /** Another program than the one that proves the book reads the same words. */
  @Test
  void readsTheSameWithPdftotext() throws IOException {
    var text = "1949年2月4日，科瓦廖夫（И. В. Ковалёв）和A. Я. 维辛斯基见http://pan.baidu.com/s/1hsspHGC或abc.def@example.org。";
    assertThat(readByPdftotext(Sample.paragraph(text))).isEqualTo(text);
  }

  /** Gaps of more than a tenth of an em are spaces to it. */
  @ParameterizedTest
  @ValueSource(doubles = {0.9, 1, 1.2, 2, 4})
  void readsNoSpacesInALinePulledApart(double gap) throws IOException {
    var text = "会谈纪要：“在1950年2月14日，科瓦廖夫（𤨁）说过。”";
    assertThat(readByPdftotext(Sample.flow("<fo:block letter-spacing='" + gap + "pt'>" + text + "</fo:block>")))
        .isEqualTo(text);
  }

  private static String readByPdftotext(Sample sample) throws IOException {
    var file = Files.createTempFile("jilu-sample", ".pdf");
    try {
      Files.write(file, sample.bytes());
      return External.run("install poppler-utils", "pdftotext", "-enc", "UTF-8", file.toString(), "-")
          .replaceAll("[\n\f]", "");
    } finally {
      Files.delete(file);
    }
  }

  /** The column goes from 50 pt to 350 pt; the empty half of a mark, 5 pt, hangs out of it. */
  @Test
  void trimsMarksAtTheEndOfALine() throws IOException {
    var lines = lines("毛泽东同意苏中条约是不平等条约也要改我们同意好毛泽东同意苏，".repeat(20));
    int trimmedEnds = 0;
    for (var line : lines.subList(0, lines.size() - 1)) {
      boolean closer = PrintFont.CLOSERS.contains(line.get(line.size() - 1).getUnicode());
      assertThat(right(line)).as(words(line)).isEqualTo(closer ? 355 : 350, within(0.7f));
      assertThat(line.get(0).getX()).as(words(line)).isEqualTo(50, within(0.1f));
      trimmedEnds += closer ? 1 : 0;
    }
    assertThat(trimmedEnds).isPositive();
  }

  /** The empty half of an opening mark, 5 pt, hangs out of the column at the other side. */
  @Test
  void trimsMarksAtTheStartOfALine() throws IOException {
    int trimmedStarts = 0;
    for (var paragraph : List.of("毛泽东同意苏中条约是“不平等条约也要改我们”同意《好》毛泽东同意苏（方）".repeat(20),
        "毛泽东同意<fo:inline font-family='kai'>“不平等条约也要改我们”</fo:inline>、<fo:inline>《好》</fo:inline>同意苏".repeat(30))) {
      var lines = lines(paragraph);
      for (var line : lines.subList(0, lines.size() - 1)) {
        boolean opener = PrintFont.OPENERS.contains(line.get(0).getUnicode());
        boolean closer = PrintFont.CLOSERS.contains(line.get(line.size() - 1).getUnicode());
        assertThat(line.get(0).getX()).as(words(line)).isEqualTo(opener ? 45 : 50, within(0.1f));
        assertThat(right(line)).as(words(line)).isEqualTo(closer ? 355 : 350, within(0.7f));
        trimmedStarts += opener ? 1 : 0;
      }
    }
    assertThat(trimmedStarts).isGreaterThan(2);
  }

  /** What stands between Chinese and foreign words, 0.8 pt, is nowhere at the edge of a line. */
  @ParameterizedTest
  @ValueSource(strings = {"justify", "start"})
  void leavesNoSpaceBesideForeignWordsAtEitherEdge(String alignment) throws IOException {
    int starts = 0;
    int ends = 0;
    for (var paragraph : List.of("毛泽东同意苏中条约第1950年同意，".repeat(20),
        "毛泽东同意<fo:inline>苏中条约第<fo:inline>1950</fo:inline></fo:inline>年同意，".repeat(20))) {
      var lines = lines(Sample.justified(paragraph).replace("\"justify\"", "'" + alignment + "'"));
      for (var line : lines.subList(1, lines.size() - 1)) {
        boolean start = words(line).startsWith("1950");
        boolean end = words(line).endsWith("1950");
        assertThat(line.get(0).getX()).as(words(line)).isEqualTo(50, within(0.1f));
        if (alignment.equals("justify") && words(line).matches(".*[^" + PrintFont.CLOSERS + "]")) {
          assertThat(right(line)).as(words(line)).isEqualTo(350, within(0.3f));
        }
        starts += start ? 1 : 0;
        ends += end ? 1 : 0;
      }
    }
    assertThat(starts).isPositive();
    assertThat(alignment.equals("start") || ends > 0).isTrue();
  }

  @Test
  void movesOnlyTheFirstLineOfForeignWords() throws IOException {
    var lines = lines("毛".repeat(20) + "Treaty of Friendship, Alliance and Mutual Assistance ".repeat(4) + "同意");
    assertThat(lines).hasSizeGreaterThan(4)
        .allSatisfy(line -> assertThat(line.get(0).getX()).as(words(line)).isEqualTo(50, within(0.1f)));
  }

  /** There it is an indent. */
  @Test
  void leavesTheSpaceBeforeAnInlineAtTheStartOfAParagraph() throws IOException {
    assertThat(lines("<fo:inline padding-start='7pt'>甲</fo:inline>乙").get(0).get(0).getX()).isEqualTo(57, within(0.1f));
  }

  /** One stop or pause, 10 pt, is out of the column whole; of marks beside each other the last gives up its half. */
  @Test
  void hangsStopsAndPausesWhereAskedTo() throws IOException {
    var text = "毛泽东同意苏中条约，是“不平等条约”，也要改我们同意好：毛泽东同意苏。".repeat(30);
    var hung = lines(HANGING.formatted(Sample.justified(text)));
    int hangs = 0;
    for (var line : hung.subList(0, hung.size() - 1)) {
      boolean closer = PrintFont.CLOSERS.contains(line.get(line.size() - 1).getUnicode());
      boolean one = words(line).matches(".*[^，。、；：？！”][，。、；：？！]");
      assertThat(right(line)).as(words(line)).isEqualTo(one ? 360 : closer ? 355 : 350, within(0.7f));
      hangs += one ? 1 : 0;
    }
    assertThat(hangs).isPositive();
    assertThat(hung.stream().map(PdfTest::words).collect(Collectors.joining())).isEqualTo(text);
  }

  @Test
  void hangsNothingByItself() throws IOException {
    assertThat(lines(Sample.justified("毛泽东同意苏，".repeat(40)))).allSatisfy(line -> assertThat(right(line)).isLessThan(356));
  }

  /** At the start of a paragraph the mark has a whole character of its own, behind the indent. */
  @Test
  void leavesMarksWholeAtTheStartOfAParagraph() throws IOException {
    try (var document = Sample.flow("<fo:block text-align='justify' text-indent='20pt'>“好。”</fo:block>").open()) {
      assertThat(new PDFTextStripper().getText(document)).isEqualToIgnoringNewLines("“好。”");
    }
    assertThat(lines("<fo:inline>“好。”</fo:inline>").get(0).get(0).getX()).isEqualTo(45, within(0.1f));
  }

  /** A line is set at its own width where the next one, the last, can take the rest, however little. */
  @Test
  void pullsNoLineApartForTheSakeOfTheLast() throws IOException {
    var lines = lines("一二三四五六七八九十".repeat(3) + "甲乙。");
    assertThat(words(lines.get(0))).hasSize(30);
    assertThat(words(lines.get(1))).isEqualTo("甲乙。");
  }

  /** The column is zh-CN; a square follows each sign that is as wide as in Chinese. */
  @ParameterizedTest
  @ValueSource(strings = {
      "他说：“□我们同意‘□好’□…□…□”□—□—□这是阿·□甲·□乙。",
      "He said: “We agree — ‘yes’…” and didn’t sign the workers’ Col·lecció.",
      "Он сказал: “Мы согласны — ‘да’…” и не подписал.",
      "<fo:inline xml:lang='en'>“1949—1950…”</fo:inline>1949—□1950",
      "他说“□好”□。He said “yes” and “no.” Он сказал “да”. 他说“□不”□。",
      "他说：“□He said ‘no’ to me.”□然后签字。",
      "他用“□OK”□和“□YES”□回答，用“□да”□。",
      "他说：“□We agree.”□",
      "“□他同意。”□ Stalin说。",
      "见Stalin’s和Ivan O’Neill的“□信”□",
      "<fo:inline xml:lang='en'>In “<fo:inline xml:lang='zh'>人民日报</fo:inline>” he wrote “no”.</fo:inline>",
      "<fo:inline xml:lang='en'>He wrote <fo:inline xml:lang='zh'>人民的“□日报”□</fo:inline> there.</fo:inline>",
      "<fo:inline xml:lang='zh-Latn-pinyin'>“Rénmín” — “…”</fo:inline>",
      "<fo:inline font-family='kai'>他说“□好”□</fo:inline>and <fo:inline font-family='hei'>“no” — it’s</fo:inline> so",
      "§□ 3 ±□ 5 ×□ 7 条 is § 3 ± 5 × 7 of it",
      "Wait—□—□",
      "他走了。He left—□—□and wrote…□…□then.",
      "他用Moscow“□的话”□说",
      "<fo:inline xml:lang='en'>In 旅顺 “they” met.</fo:inline>",
  })
  void setsSharedSignsByTheScriptAroundThem(String text) throws IOException {
    var bare = text.replaceAll("□|<[^>]+>", "");
    var sample = Sample.paragraph(text.replace("□", ""));
    assertThat(sample.result().problems()).isEmpty();
    assertThat(marked(sample)).isEqualTo(text.replaceAll("<[^>]+>|\\s", ""));
    assertThat(unspaced(sample.text())).isEqualTo(unspaced(bare));
  }

  private static String marked(Sample sample) throws IOException {
    var marked = new StringBuilder();
    try (var document = sample.open()) {
      TaggedText.read(document).forEach(paragraph -> paragraph.lines().forEach(line -> line.glyphs().forEach(glyph ->
          marked.append(glyph.getUnicode()).append(TypographicLint.isWide(glyph) ? "□" : ""))));
    }
    return marked.toString();
  }

  /** The right half of a Chinese mark is empty, that of a Western one is not there. */
  @Test
  void trimsNoWesternMarks() throws IOException {
    int starts = 0;
    int ends = 0;
    for (var words : List.of("“yes” ‘no’ ", "“quite so” said “we” ", "«да» “нет” ")) {
      var lines = lines(Sample.justified(words.repeat(40)));
      for (var all : lines.subList(0, lines.size() - 1)) {
        var line = all.stream().filter(glyph -> !glyph.getUnicode().isBlank()).toList();
        assertThat(line.get(0).getX()).as(words(line)).isEqualTo(50, within(0.1f));
        assertThat(right(line)).as(words(line)).isEqualTo(350, within(0.1f));
        starts += PrintFont.OPENERS.contains(line.get(0).getUnicode()) ? 1 : 0;
        ends += PrintFont.CLOSERS.contains(line.get(line.size() - 1).getUnicode()) ? 1 : 0;
      }
    }
    assertThat(starts).isPositive();
    assertThat(ends).isPositive();
  }

  @Test
  void setsWesternTextInKaiAmongChineseOnly() throws IOException {
    var words = "(Stalin) <fo:inline font-family='kai'>said</fo:inline> “no”!";
    for (var text : List.of("<fo:block font-family='kai'>%s</fo:block>",
        "<fo:block font-family='kai'><fo:block>%s</fo:block></fo:block>")) {
      assertThat(lines(text.formatted(words)).get(0))
          .allSatisfy(glyph -> assertThat(glyph.getFont().getName()).contains("NotoSerif"));
      assertThat(lines(text.formatted(words + "好")).get(0))
          .allSatisfy(glyph -> assertThat(glyph.getFont().getName()).contains("WenKai"));
    }
  }

  /** As XSL-FO asks for it, but Chinese has no slant; and there is none of a face for headings. */
  @Test
  void slantsForeignWordsOnly() throws IOException {
    var sample = Sample.paragraph("见<fo:inline font-style='italic'>《历史》History’s История</fo:inline>Plain"
        + "<fo:inline font-family='hei'><fo:inline font-style='italic'>Head</fo:inline></fo:inline>");
    assertThat(sample.result().problems()).isEmpty();
    var slanted = new StringBuilder();
    try (var document = sample.open()) {
      for (var paragraph : TaggedText.read(document)) {
        paragraph.lines().forEach(line -> line.glyphs().stream()
            .filter(glyph -> glyph.getFont().getName().contains("Italic"))
            .map(TextPosition::getUnicode).forEach(slanted::append));
      }
    }
    assertThat(slanted).hasToString("History’sИстория");
  }

  /** Slanted or borrowed from another face, letters leave the lines where they are, 16 pt apart. */
  @Test
  void keepsLinesApartAsTheyAre() throws IOException {
    var words = "Stalin wrote and <fo:inline font-style='italic'>Книга</fo:inline> Dvořák’s wrote in it. ";
    var lines = lines(words.repeat(8));
    assertThat(lines).hasSizeGreaterThan(4);
    for (int i = 1; i < lines.size(); i++) {
      assertThat(lines.get(i).get(0).getY() - lines.get(i - 1).get(0).getY()).isEqualTo(16, within(0.01f));
    }
    assertThat(lines.get(0)).as("ř").anyMatch(glyph -> glyph.getFont().getName().contains("Serif4"));
  }

  /** Between words, whichever they are in: neither letters nor Chinese characters within them part. */
  @Test
  void partsWesternTextAtItsSpacesOnly() throws IOException {
    var text = "He called the harbour 旅顺口 then and (before the treaty) Dalny was another. ";
    for (var paragraph : List.of(text, text.replace("旅顺口", "Lüshun"))) {
      var lines = lines(Sample.justified(paragraph.repeat(4)).replace("<fo:block ", "<fo:block xml:lang='en' "));
      for (var line : lines.subList(0, lines.size() - 1)) {
        for (int i = 1; i < line.size(); i++) {
          var left = line.get(i - 1);
          if (!left.getUnicode().isBlank() && !line.get(i).getUnicode().isBlank()) {
            assertThat(line.get(i).getX()).as(words(line) + i).isEqualTo(left.getX() + left.getWidth(), within(0.01f));
          }
        }
      }
    }
  }

  /** An address may part within a sentence as it may alone. */
  @Test
  void partsAddressesWithinWesternText() throws IOException {
    var address = "https://example.org/" + "long_path_".repeat(9) + "end";
    var sample = Sample.paragraph("See the page at " + address + " for all of it.");
    assertThat(sample.result().problems()).isEmpty();
    assertThat(unspaced(sample.text())).contains(address);
  }

  /** German closes with the sign that opens in English, Swedish opens with the one that closes. */
  @ParameterizedTest
  @ValueSource(strings = {"„Wort“ ", "”Ord” ", "‚Wort‘ ", "’90s "})
  void endsLinesAtTheSpacesBesideAnyQuotationMarks(String word) throws IOException {
    var justified = Sample.justified("Wort " + word.repeat(60)).replace("<fo:block ", "<fo:block xml:lang='de' ");
    for (var text : List.of(justified, justified.replace("\"justify\"", "'start'"))) {
      var sample = Sample.flow(text);
      assertThat(sample.result().problems()).isEmpty();
      assertThat(sample.text().replaceAll("\\s+", " ")).isEqualTo(("Wort " + word.repeat(60)).strip());
      assertThat(lines(text)).allSatisfy(line -> assertThat(line.get(0).getX()).isEqualTo(50, within(0.1f)));
    }
    for (var all : lines(justified).subList(0, 3)) {
      var line = all.stream().filter(glyph -> !glyph.getUnicode().isBlank()).toList();
      assertThat(right(line)).as(words(line)).isEqualTo(350, within(0.1f));
    }
  }

  private static List<List<TextPosition>> lines(String text) throws IOException {
    var lines = new ArrayList<List<TextPosition>>();
    try (var document = (text.contains("<fo:block") ? Sample.flow(text) : Sample.paragraph(text)).open()) {
      new PDFTextStripper() {
        @Override
        protected void writeString(String line, List<TextPosition> glyphs) {
          lines.add(List.copyOf(glyphs));
        }
      }.getText(document);
    }
    return lines;
  }

  private static String words(List<TextPosition> line) {
    return line.stream().map(TextPosition::getUnicode).collect(Collectors.joining());
  }

  private static float right(List<TextPosition> line) {
    var last = line.get(line.size() - 1);
    return last.getX() + last.getWidth();
  }

  @Test
  void leavesNoCharacterAloneInTheLastLine() throws IOException {
    for (var end : List.of("终。", "终。”", "<fo:inline>终</fo:inline>。", "”", "3", "<fo:inline font-family='kai'>终</fo:inline>")) {
      assertThat(words(lines("一二三四五六七八九十".repeat(3) + end).get(1))).matches("[一-龥].+");
    }
  }

  /** The mark of a note, raised, is no character of the line: with it alone there would be one. */
  @Test
  void countsNoNoteMarkAmongTheLastCharacters() throws IOException {
    for (var end : List.of("终" + NOTE + "。", "终。" + NOTE, "“终" + NOTE + "”。")) {
      try (var document = Sample.paragraph("一二三四五六七八九十".repeat(3) + end).open()) {
        assertThat(TypographicLint.check(document, Sample.EDGES)).as(end).isEmpty();
      }
    }
  }

  /** Marks that close up are narrower than marks that stand alone. */
  @Test
  void takesNoMoreThanTwoCharactersToTheLastLine() throws IOException {
    assertThat(words(lines("一二三四五六七八九十".repeat(3) + "终。”").get(1))).isEqualTo("十终。”");
  }

  /** A mark of one face closes up with a mark of another, and is set in the face of the outer text. */
  @Test
  void compressesMarksAcrossFaces() throws IOException {
    var line = lines("他说，<fo:inline font-family='kai'>“好”</fo:inline>。").get(0);
    assertThat(line.get(3).getX() - line.get(2).getX()).isEqualTo(5, within(0.1f));
    assertThat(line.get(3).getFont().getName()).isEqualTo(line.get(0).getFont().getName());
  }

  /** Not over what stands between the two, such as the number of a note. */
  @Test
  void leavesMarksOnTheirSideOfANumber() throws IOException {
    String block = "他说，<fo:inline baseline-shift='super' font-size='6pt'>1</fo:inline><fo:inline>“好的”</fo:inline>。";
    assertThat(words(lines(block).get(0))).isEqualTo("他说，1“好的”。");
  }

  /** A number inside an inline stands a little off the characters around it, and so does all that follows. */
  @Test
  void keepsTheWidthOfNumbersInsideInlines() throws IOException {
    var line = lines("甲<fo:inline>第1卷</fo:inline>第" + "一二三四五六七八九十".repeat(3) + "甲乙丙").get(0);
    assertThat(line.get(4).getX() - line.get(3).getX()).isGreaterThan(9.8f);
  }

  /** In a line pulled apart as far as the settings allow. */
  @Test
  void joinsDashesInAStretchedLine() throws IOException {
    var glyphs = new ArrayList<TextPosition>();
    try (var document = Sample.flow("<fo:block letter-spacing='3pt'>那样——还有</fo:block>").open()) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition glyph) {
          glyphs.add(glyph);
        }
      }.getText(document);
    }
    var first = glyphs.get(2);
    assertThat(first.getUnicode()).isEqualTo("—");
    assertThat(glyphs.get(3).getX()).isEqualTo(first.getX() + 10, within(0.01f));
  }

  /** Neither the zone and language of the machine nor its clock, which has gone on, gets into the file. */
  @Test
  void givesTheSameBytesInAnotherPlaceAndAtAnotherTime() throws IOException, InterruptedException {
    var page = HARD_PARAGRAPHS.get(1) + NOTE;
    var zone = TimeZone.getDefault();
    var language = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
      var first = Sample.paragraph(page).bytes();
      Thread.sleep(1100);
      TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(Sample.paragraph(page).bytes()).isEqualTo(first);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(language);
    }
  }

  @Test
  void givesTheSameBytesEachTime() throws IOException {
    var page = HARD_PARAGRAPHS.get(0) + NOTE;
    var first = Sample.paragraph(page).bytes();
    assertThat(Sample.paragraph(page).bytes()).isEqualTo(first);
    var dates = new String(first, StandardCharsets.ISO_8859_1).lines()
        .filter(line -> line.matches(".*(Date \\(|Date>).*"))
        .map(line -> line.replaceAll("\\D", ""))
        .collect(Collectors.toSet());
    assertThat(dates).containsExactly("20260101" + "0".repeat(6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"𪛔", "࿕"})
  void reportsCharactersWithoutGlyph(String character) throws IOException {
    assertThat(Sample.paragraph("甲" + character + "乙").result().problems())
        .filteredOn(problem -> problem.id().equals("glyphNotAvailable"))
        .singleElement().extracting(Pdf.Problem::message).asString().contains(character);
  }

  /** Song has no 𠮷 and Kai no 㐆, each has the other's. */
  @Test
  void borrowsCharactersFromOtherFonts() throws IOException {
    var sample = Sample.paragraph("姓𠮷名<fo:inline font-family='kai'>引㐆文</fo:inline>，"
        + "<fo:inline font-family='song-dotted'>着𠮷重</fo:inline>");
    assertThat(sample.result().problems()).isEmpty();
    assertThat(sample.text()).isEqualTo("姓𠮷名引㐆文，着𠮷重");
  }

  /** FOP 2.11 counts a character beyond U+FFFF as two, see TextLayer. */
  @Test
  void keepsRareCharactersAndWhatFollowsThem() throws IOException {
    var sample = Sample.paragraph("人名用字𤨁很少见，𪨶也一样。");
    assertThat(sample.text()).isEqualTo("人名用字𤨁很少见，𪨶也一样。");
    assertThat(sample.result().problems()).isEmpty();
  }

  /** FOP 2.11 takes from a line's last soft hyphen, if it is all of an element, a space that it never had. */
  @Test
  void setsASoftHyphenThatIsAllOfAnElement() throws IOException {
    var sample = Sample.paragraph("国<fo:inline>\u00ad</fo:inline>");
    assertThat(sample.result().problems()).isEmpty();
    assertThat(sample.text()).isEqualTo("国");
  }

  @Test
  void reportsOverfullLines() throws IOException {
    assertThat(Sample.paragraph("一" + "x".repeat(90)).result().problems())
        .extracting(Pdf.Problem::id).contains("lineOverflows");
    assertThat(Sample.paragraph("一" + "x".repeat(90)).result().problems())
        .extracting(Pdf.Problem::excess).allMatch(excess -> excess.matches("\\d+\\.\\d"));
  }

  @Test
  void reportsFontsThatAreNotThere() throws IOException {
    assertThat(Sample.flow("<fo:block font-family='kai' font-weight='bold'>楷</fo:block>").result()
        .problems()).extracting(Pdf.Problem::id).contains("fontSubstituted");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "<fo:block><fo:basic-link internal-destination='nowhere' fox:alt-text='甲'>甲</fo:basic-link></fo:block>",
      "<fo:block>第<fo:page-number-citation ref-id='nowhere'/>页</fo:block>",
  })
  void reportsReferencesToNothing(String blocks) throws IOException {
    assertThat(Sample.flow(blocks).result().problems())
        .singleElement().extracting(Pdf.Problem::id, Pdf.Problem::message)
        .satisfies(told -> assertThat(told.toString()).contains("danglingReference", "nowhere"));
    assertThat(Sample.flow("<fo:block id='nowhere'>乙</fo:block>" + blocks).result().problems()).isEmpty();
  }

  /** Every warning of FOP is an error of the build: no overfull line, missing picture or other font gets into a book. */
  @Test
  void holdsEveryWarningOfTheFormatterToBeAProblem() throws IOException {
    assertThat(Pdf.HARMLESS).isEmpty();
    assertThat(Sample.flow("<fo:block-container height='10pt' overflow='hidden'><fo:block>一</fo:block><fo:block>二</fo:block>"
        + "</fo:block-container>").result().problems())
        .extracting(Pdf.Problem::severity).containsOnly(Pdf.Severity.WARNING);
  }

  @Test
  void readsNothingButItsFonts() throws IOException {
    var outside = Path.of("pom.xml").toUri();
    assertThat(Sample.flow("<fo:block><fo:external-graphic src='" + outside + "'/></fo:block>")
        .result().problems()).extracting(Pdf.Problem::id).contains("imageNotFound");
  }

  @Test
  void saysWhyItGivesUp() {
    assertThatThrownBy(() -> Sample.flow("<fo:no-such-object/>"))
        .isInstanceOf(PrintException.class)
        .hasMessageContaining("no-such-object");
  }

  @Test
  void describesEveryLink() throws IOException {
    try (var document = Sample.flow(LINKS).open()) {
      assertThat(document.getPage(0).getAnnotations())
          .extracting(PDAnnotation::getContents)
          .containsExactly("此处", "彼处");
    }
  }

  /** FOP 2.11 gives all links to one place on one page the tag of the last, see Targets. */
  @Test
  void tagsEveryLinkByItself() throws IOException {
    var links = """
        <fo:block id="here">丁<fo:basic-link internal-destination="here" fox:alt-text="一">甲</fo:basic-link>
          <fo:basic-link internal-destination="here" fox:alt-text="二">乙</fo:basic-link>
          <fo:basic-link internal-destination="there" fox:alt-text="三">丙</fo:basic-link>
          <fo:basic-link internal-destination="there" fox:alt-text="四">丁</fo:basic-link></fo:block>
        <fo:block id="there">戊</fo:block>""";
    try (var document = Sample.flow(links).open()) {
      var annotations = document.getPage(0).getAnnotations();
      assertThat(annotations).extracting(PDAnnotation::getContents).containsExactly("一", "二", "三", "四");
      var targets = annotations.stream().map(link -> link.getCOSObject().getCOSDictionary(COSName.A)).toList();
      assertThat(targets.get(1)).isEqualTo(targets.get(0)).isNotEqualTo(targets.get(2));
      assertThat(targets.get(3)).isEqualTo(targets.get(2));
      assertThat(targets).allMatch(target -> target.getCOSArray(COSName.D) != null);
    }
  }

  @Test
  void marksTheLanguageOfWordsWithinALine() throws IOException {
    var sample = Sample.paragraph("科瓦廖夫（<fo:inline xml:lang='ru'>И. В. Ковалёв</fo:inline>）");
    assertThat(sample.result().problems()).isEmpty();
    try (var document = sample.open()) {
      assertThat(languages(document.getDocumentCatalog().getStructureTreeRoot())).contains("ru");
    }
  }

  @Test
  void aLanguageHasNoSubtagFromTheOneAroundIt() throws IOException {
    var sample = Sample.flow("<fo:block xml:lang='en'>A Compilation</fo:block>");
    try (var document = sample.open()) {
      assertThat(languages(document.getDocumentCatalog().getStructureTreeRoot())).contains("en").doesNotContain("en-CN");
    }
  }

  /** A break between them would leave a reading at the start of a line. */
  @Test
  void aReadingStaysWithItsCharacters() throws IOException {
    for (int before = 24; before <= 30; before++) {
      var sample = Sample.paragraph("甲".repeat(before)
          + "旅顺<fo:inline font-size='60%' baseline-shift='0.5em' line-height='1pt'>Lüshun</fo:inline>" + "乙".repeat(30));
      assertThat(sample.text().lines()).as(before + " characters before it").noneMatch(line -> line.startsWith("L"));
    }
  }

  private static List<String> languages(PDStructureNode node) {
    var languages = new ArrayList<String>();
    for (var kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        languages.add(element.getLanguage());
        languages.addAll(languages(element));
      }
    }
    return languages;
  }

  @Test
  void namesEveryNote() throws IOException {
    try (var document = Sample.paragraph("甲" + NOTE + "乙" + NOTE).open()) {
      var tree = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject()
          .getCOSDictionary(COSName.getPDFName("IDTree"));
      assertThat(tree.getCOSArray(COSName.getPDFName("Names")).size()).isEqualTo(4);
    }
  }

  /** The build's last step, outside this process, lets veraPDF judge what stands there. */
  @Test
  void writesASampleForTheConformanceCheck() throws IOException {
    var sample = hardPage();
    var directory = Files.createDirectories(Path.of("target", "conformance"));
    Files.write(directory.resolve("sample.pdf"), sample.bytes());
    assertThat(sample.result().problems()).isEmpty();
  }

  private static Sample hardPage() throws IOException {
    return Sample.flow("<fo:block role='H1' font-family='hei'>样张</fo:block>"
        + HARD_PARAGRAPHS.stream()
            .map(paragraph -> Sample.justified(paragraph + NOTE)).collect(Collectors.joining())
        + "<fo:block letter-spacing='1.2pt'>拉开的一行</fo:block>"
        + LINKS);
  }

  private static String unspaced(String text) {
    return text.replaceAll("\\s", "");
  }
}
