package jilu.epub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.xml.transform.stream.StreamSource;
import jilu.transform.Xslt;
import org.junit.jupiter.api.Test;

/** One document with a note, a link and pages, in its container. */
class EpubTest {
  private static final Xslt XSLT = new Xslt();
  private static final String HEADER = """
      <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="%s" xml:lang="zh-Hans"><teiHeader><fileDesc><titleStmt><title>%s</title></titleStmt>
      <publicationStmt><publisher>某社</publisher><date when="2020-01-02"/><availability><p>可用。</p></availability></publicationStmt>%s
      <sourceDesc><p>虚构。</p></sourceDesc></fileDesc></teiHeader>""";
  private static final String EDITION = HEADER.formatted("e", "小集", "") + """
      <text><front><titlePage><docTitle><titlePart type="main">小集</titlePart></docTitle></titlePage>
      <div type="preface" xml:id="preface"><p xml:id="preface.p1">序</p></div></front>
      <body><div type="contents"><list><item corresp="d1.xml"><ref target="d1.xml"><title type="main">第一篇</title></ref></item></list></div></body>
      <back><div><p xml:id="colophon.p1">跋</p></div></back></text></TEI>""";
  private static final String DOCUMENT = HEADER.formatted("d1", "第一篇", "<seriesStmt><title>小集</title></seriesStmt>")
      .replace("</teiHeader>",
          "<profileDesc><creation><date when=\"1900-01-01\"/></creation></profileDesc></teiHeader>") + """
      <text><body><head type="title">第一篇</head><gap reason="sampling" rend="……"/><p xml:id="d1.p1">甲<note xml:id="d1.n1">注文</note>乙<ref target="d1.xml#d1.p2">下段</ref>
      <ref target="other.xml">别处</ref></p><p xml:id="d1.p2">丙</p><p xml:id="d1.p3">丁</p></body></text></TEI>""";

  @Test
  void type_comes_first_and_is_not_compressed() throws IOException {
    byte[] book = book(Map.of());
    assertThat(new String(book, 30, 28, StandardCharsets.US_ASCII)).isEqualTo("mimetypeapplication/epub+zip");
  }

  @Test
  void is_the_same_bytes_in_every_time_zone() throws IOException {
    TimeZone here = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
      byte[] first = book(Map.of());
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
      assertThat(book(Map.of())).isEqualTo(first);
    } finally {
      TimeZone.setDefault(here);
    }
  }

  @Test
  void note_is_called_in_the_line_and_stands_at_the_end() throws IOException {
    assertThat(files(Map.of()).get("EPUB/d1.xhtml")).contains(
        "甲<a class=\"noteref\" epub:type=\"noteref\" role=\"doc-noteref\" href=\"#jilu-note-1\"",
        "<aside epub:type=\"footnote\" role=\"doc-footnote\" id=\"jilu-note-1\">",
            "<span data-text=\"source\">注文</span>");
  }

  @Test
  void links_stay_in_the_book() throws IOException {
    assertThat(files(Map.of()).get("EPUB/d1.xhtml")).contains("href=\"d1.xhtml#d1.p2\">下段</a>").doesNotContain("other",
        "permalink");
  }

  @Test
  void pages_of_the_printed_book_are_marked_and_listed() throws IOException {
    Map<String, String> files = files(Map.of("d1.p1", "5", "d1.p2", "5", "d1.p3", "6", "preface.p1", "v", "colophon.p1",
        "7"));
    assertThat(files.get("EPUB/d1.xhtml")).contains("id=\"page-5\" aria-label=\"5\"/>甲",
        "id=\"page-6\" aria-label=\"6\"/>丁")
        .doesNotContain("/>丙");
    assertThat(files.get("EPUB/nav.xhtml")).contains(
        "<ol><li><a href=\"front.xhtml#page-v\">v</a></li><li><a href=\"d1.xhtml#page-5\">5</a></li>"
            + "<li><a href=\"d1.xhtml#page-6\">6</a></li><li><a href=\"back.xhtml#page-7\">7</a></li></ol>");
    assertThat(files.get("EPUB/package.opf")).contains("pageBreakMarkers");
  }

  @Test
  void page_of_a_chapter_is_marked_before_its_heading() throws IOException {
    Map<String, String> files = files(Map.of("d1", "4", "d1.p1", "5", "d1.p2", "5", "d1.p3", "6"));
    assertThat(files.get("EPUB/d1.xhtml"))
        .containsPattern("<section[^>]* id=\"d1\"><span[^>]* id=\"page-4\" aria-label=\"4\"/>")
        .contains("id=\"page-5\" aria-label=\"5\"/>甲", "id=\"page-6\" aria-label=\"6\"/>丁");
    assertThat(files.get("EPUB/nav.xhtml"))
        .contains("<ol><li><a href=\"d1.xhtml#page-4\">4</a></li><li><a href=\"d1.xhtml#page-5\">");
    assertThat(files(Map.of("d1", "5", "d1.p1", "5")).get("EPUB/d1.xhtml").split("doc-pagebreak", -1)).hasSize(2);
  }

  @Test
  void says_how_it_can_be_read() throws IOException {
    assertThat(files(Map.of()).get("EPUB/package.opf")).contains("schema:accessMode\">textual",
        "accessibilityHazard\">none",
        "dcterms:modified\">2020-01-02T00:00:00Z").doesNotContain("pageBreakMarkers");
  }

  @Test
  void the_title_on_the_cover_is_not_broken_within_a_word_where_it_need_not_be() throws IOException {
    assertThat(cover("中苏关于旅顺港问题的档案资料辑录")).containsExactly("中苏关于旅顺港问题的", "档案资料辑录");
    assertThat(cover("小集")).containsExactly("小集");
    assertThat(cover("甲乙丙丁戊己庚辛壬癸子丑寅卯：附录")).containsExactly("甲乙丙丁戊己庚辛", "壬癸子丑寅卯：附录");
    assertThat(cover("Documents on the Question of Lushun")).containsExactly("Documents on the", "Question of Lushun");
  }

  private static List<String> cover(String title) throws IOException {
    var epub = new Epub(XSLT, List.of("d1"), Map.of());
    epub.add(XSLT.tree(new StreamSource(new StringReader(EDITION.replace("<title>小集", "<title>" + title)))));
    var out = new ByteArrayOutputStream();
    epub.write(out);
    String svg = files(out.toByteArray()).get("EPUB/cover.svg");
    return Pattern.compile("font-size=\"96\"[^>]*>([^<]*)<").matcher(svg).results().map(line -> line.group(1)).toList();
  }

  @Test
  void a_chapter_says_so_to_every_reader() throws IOException {
    assertThat(files(Map.of()).get("EPUB/d1.xhtml"))
        .contains("<section epub:type=\"chapter\" role=\"doc-chapter\" id=\"d1\">");
  }

  /** The site's pages fold their choices into a line; without a script nothing would unfold but the line. */
  @Test
  void what_needs_a_script_stays_on_the_site() throws IOException {
    var html = XSLT.stylesheet("html.xsl");
    var tree = XSLT.tree(new StreamSource(new StringReader(DOCUMENT)));
    assertThat(new String(html.bytes(tree, Map.of()), StandardCharsets.UTF_8))
        .contains("<details class=\"choices\">", "<input");
    assertThat(files(Map.of()).get("EPUB/d1.xhtml")).doesNotContain("<details", "<button", "<input", "<select", "<script");
  }

  private static byte[] book(Map<String, String> pages) throws IOException {
    var epub = new Epub(XSLT, List.of("d1"), pages);
    epub.add(XSLT.tree(new StreamSource(new StringReader(EDITION))));
    epub.add(XSLT.tree(new StreamSource(new StringReader(DOCUMENT))));
    var out = new ByteArrayOutputStream();
    epub.write(out);
    return out.toByteArray();
  }

  private static Map<String, String> files(Map<String, String> pages) throws IOException {
    return files(book(pages));
  }

  private static Map<String, String> files(byte[] book) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(book))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
