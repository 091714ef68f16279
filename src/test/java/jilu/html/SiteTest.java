package jilu.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jilu.html.Site.Page;
import jilu.validate.Rulebook;
import jilu.words.Language;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** What the pages of the edition promise their readers, each page and all together. */
class SiteTest {
  private static List<Page> pages;
  private static Map<String, Page> byAddress;

  @BeforeAll
  static void build() throws Exception {
    pages = Site.pages(Path.of(""));
    byAddress = pages.stream().collect(Collectors.toMap(Page::address, Function.identity()));
  }

  static List<Page> pages() {
    return pages;
  }

  static List<Page> texts() {
    return pages.stream().filter(Page::isText).toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void ids_are_unique(Page page) {
    assertThat(Site.strings(page.tree(), "//@id")).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_manual_explains_each_rule_at_its_code(Language language) {
    String folder = language == Language.ZH ? "" : "en/";
    for (String code : Rulebook.get().codes()) {
      Rulebook.Rule rule = Rulebook.get().rule(code).orElseThrow();
      String text = String.join(" ", Site.strings(byAddress.get(folder + "manual.html").tree(), "//h:section[@id = '" + code + "']"));
      assertThat(text).contains(rule.title().in(language), rule.purpose().in(language), rule.wrong().orElseThrow().in(language));
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void paragraphs_keep_the_ids_of_their_tei(Page page) {
    var ids = Site.strings(page.tree(), "//h:*[@class = 'p']/@id");
    if (page.address().endsWith("index.html")) {
      ids.addAll(Site.strings(byAddress.get(page.address().replace("index", "preface")).tree(), "//h:*[@class = 'p']/@id"));
    }
    assertThat(ids)
        .containsAll(Site.strings(page.tei(), "/t:TEI/t:text//t:p/@xml:id"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void links_are_relative_and_lead_somewhere(Page page) {
    for (String href : Site.strings(page.tree(), "//@href[not(../@rel = 'external')]")) {
      var target = URI.create("/" + page.address()).resolve(href);
      assertThat(target.getScheme()).as(href).isNull();
      assertThat(target.getQuery()).as(href).isNull();
      var address = target.getPath().substring(1);
      if (address.endsWith(".html") && !address.equals("data.html")) {
        assertThat(byAddress).as(href).containsKey(address);
        if (target.getFragment() != null) {
          assertThat(ids(address)).as(href).contains(target.getFragment());
        }
      } else {
        assertThat(address).as(href)
            .matches("data\\.html|tei/.+\\.xml|tei/source/transcript\\.txt|assets/jilu\\.(css|js|svg)|schemas/jilu\\.(odd|rng|xsd|sch)|pdf/[a-z]+\\.pdf|epub/[a-z]+\\.epub"
                + "|cite/[^/]+\\.(bib|ris|csl\\.json|xml)");
      }
    }
  }

  private static final Map<String, List<String>> IDS = new HashMap<>();

  private static List<String> ids(String address) {
    return IDS.computeIfAbsent(address, a -> Site.strings(byAddress.get(a).tree(), "//@id"));
  }

  /** Links out are few, known, and marked. */
  @ParameterizedTest
  @MethodSource("pages")
  void links_out_lead_to_authorities_only(Page page) {
    assertThat(Site.strings(page.tree(), "//@href[../@rel = 'external']"))
        .allMatch(href -> href.matches("https://(www\\.wikidata\\.org/wiki/Q|viaf\\.org/viaf/|www\\.geonames\\.org/)[0-9]+"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nothing_is_fetched_but_one_style_sheet_and_one_script(Page page) {
    assertThat(Site.strings(page.tree(), "//@srcset | //@style | //h:iframe | //@*[starts-with(name(), 'on')]")).isEmpty();
    assertThat(Site.strings(page.tree(), "//@src")).hasSize(1).allMatch(src -> src.endsWith("assets/jilu.js"));
    assertThat(Site.strings(page.tree(), "//h:script[not(@src)]/@type")).allMatch("application/ld+json"::equals);
    assertThat(Site.strings(page.tree(), "//h:link[@rel = 'stylesheet']/@href")).hasSize(1);
  }

  /** An HTML parser reads the same page that an XML parser does, and mends nothing on the way. */
  @ParameterizedTest
  @MethodSource("pages")
  void an_html_parser_has_nothing_to_mend(Page page) throws Exception {
    List<String> mended = new ArrayList<>();
    var built = Site.XSLT.documentBuilder().newBuildingContentHandler();
    var parser = new HtmlParser(XmlViolationPolicy.ALLOW);
    parser.setContentHandler(built);
    parser.setErrorHandler(new DefaultHandler() {
      @Override
      public void error(SAXParseException e) {
        mended.add(e.getLineNumber() + ":" + e.getColumnNumber() + " " + e.getMessage());
      }
    });
    parser.parse(new InputSource(new StringReader(page.html())));
    assertThat(mended).isEmpty();
    assertThat(Site.strings(built.getDocumentNode(), "//*/local-name()")).isEqualTo(Site.strings(page.tree(), "//*/local-name()"));
    assertThat(Site.strings(built.getDocumentNode(), TextProofTest.SOURCE)).isEqualTo(Site.strings(page.tree(), TextProofTest.SOURCE));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void headings_begin_with_one_h1_and_skip_no_level(Page page) {
    var levels = Site.strings(page.tree(), "//*[matches(local-name(), '^h[1-6]$')]/substring(local-name(), 2)").stream().map(Integer::valueOf).toList();
    assertThat(levels).startsWith(1).containsOnlyOnce(1);
    for (int i = 1; i < levels.size(); i++) {
      assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void carries_language_landmarks_and_what_a_citation_needs(Page page) {
    var tree = page.tree();
    assertThat(Site.strings(tree, "/h:html/@lang")).containsExactly(page.address().startsWith("en/") ? "en" : "zh-Hans");
    assertThat(Site.strings(tree, "//h:main/@id")).containsExactly(Site.strings(tree, "//h:a[@class = 'skip']/substring(@href, 2)").get(0));
    assertThat(Site.strings(tree, "//h:p[@class = 'citation']")).hasSize(1);
    assertThat(Site.strings(tree, "//h:section[@class = 'apparatus']//h:dt"))
        .contains(page.address().startsWith("en/") ? new String[] {"Edition", "Rights"} : new String[] {"版本", "权利"});
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "en/"})
  void the_preface_has_a_page_and_the_front_page_only_leads_there(String folder) {
    var front = byAddress.get(folder + "index.html").tree();
    var preface = byAddress.get(folder + "preface.html").tree();
    assertThat(Site.strings(front, "//h:*[@class = 'p'][@id]")).isEmpty();
    assertThat(Site.strings(front, "//h:a[@href = 'preface.html']")).hasSizeGreaterThan(1);
    assertThat(Site.strings(preface, "//h:*[@class = 'p']/@id")).contains("preface.p1", "colophon.p1");
    String up = folder.isEmpty() ? "" : "../";
    assertThat(Site.strings(preface, "//h:link[@rel = 'alternate'][@type = 'application/tei+xml']/@href"))
        .containsExactly(up + "cite/lushun.preface.xml", up + "tei/lushun.xml");
  }

  /** Whole, in the words of the documents' own pages, each paragraph with the way to its place there. */
  @ParameterizedTest
  @ValueSource(strings = {"", "en/"})
  void all_that_a_person_says_stands_on_one_page_without_scripts(String folder) {
    for (var page : pages.stream().filter(p -> p.address().startsWith(folder + "said-")).toList()) {
      var id = page.address().replaceFirst("^.*said-", "").replace(".html", "");
      assertThat(Site.strings(byAddress.get(folder + "persons.html").tree(),
          "//h:section[@id = '" + id + "']//h:p[@class = 'to-said']/h:a/@href"))
          .containsExactly("said-" + id + ".html");
      var whose = "[contains-token(@data-who, '" + id + "')]";
      var said = "//h:*" + whose + "[not(self::h:button)][not(ancestor::h:*" + whose + ")]"
          + "/string-join(." + TextProofTest.SOURCE + ")";
      List<String> whole = new ArrayList<>();
      byAddress.values().stream().filter(p -> p.isText() && p.address().matches(folder + "(documents/.*|preface\\.html)"))
          .forEach(p -> whole.addAll(Site.strings(p.tree(), said)));
      assertThat(Site.strings(page.tree(), said)).containsExactlyInAnyOrderElementsOf(whole).isNotEmpty();
      assertThat(Site.strings(page.tree(), "//h:a[@class = 'permalink']/@href")).isNotEmpty()
          .allMatch(href -> href.matches("(documents/d.*|preface\\.html)#.*"));
    }
    assertThat(byAddress).containsKeys(folder + "said-mao.html", folder + "said-stalin.html");
  }

  /** The order of dates is not that of reading: 1960 hangs from 1949. */
  @Test
  void a_document_s_neighbours_are_those_by_date() {
    var ways = "//h:nav[@class = 'trail']/h:a/@href | //h:nav[@class = 'neighbours']/h:a/@href | //h:link[@rel = ('prev', 'next')]/@href";
    assertThat(Site.strings(byAddress.get("documents/d19490206.html").tree(), ways))
        .containsOnly("d19490204.html", "d19491216.html").hasSize(6);
    assertThat(Site.strings(byAddress.get("documents/d19600922.html").tree(), ways)).containsOnly("d19580731.html").hasSize(3);
  }

  @Test
  void a_document_without_a_date_has_the_neighbours_of_the_reading_order() {
    var page = Site.parse(Site.html(Site.parse("""
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="b"><teiHeader><fileDesc><titleStmt><title>B</title></titleStmt>
        <notesStmt><relatedItem type="preceding"><ref target="a.xml">A</ref></relatedItem>
        <relatedItem type="following"><ref target="c.xml">C</ref></relatedItem></notesStmt></fileDesc></teiHeader>
        <text><body><p>b</p></body></text></TEI>""")));
    assertThat(Site.strings(page, "//h:nav[@class = 'trail']/h:a/@href")).containsExactly("a.html", "c.html");
    assertThat(Site.strings(page, "//h:nav[@class = 'neighbours']/h:a/@rel")).containsExactly("prev", "next");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_without_an_entry_in_the_head_says_there_to_what_it_belongs(Page page) {
    boolean named = !Site.strings(page.tree(), "//h:header//h:a[@aria-current]").isEmpty();
    boolean trail = !Site.strings(page.tree(), "//h:*[@class = 'trail']").isEmpty();
    assertThat(named || trail || page.address().endsWith("404.html")).as(page.address()).isTrue();
  }

  /** Where one is: the entry of the page itself is marked, and on a document's page that of the documents. */
  @ParameterizedTest
  @MethodSource("pages")
  void the_site_s_entries_say_where_one_is(Page page) {
    if (!page.address().endsWith("404.html")) {
      assertThat(Site.strings(page.tree(), "//h:a[@aria-current][not(ancestor::h:nav[@class = 'ways'])]")).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void words_of_other_languages_say_which(Page page) {
    assertThat(Site.strings(page.tree(), "//h:body//text()[matches(., '[А-я]')][not(ancestor::*[@lang][1]/@lang = 'ru')]")).isEmpty();
  }
}
