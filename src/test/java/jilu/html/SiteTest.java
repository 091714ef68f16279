package jilu.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jilu.html.Site.Page;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

  @ParameterizedTest
  @MethodSource("pages")
  void ids_are_unique(Page page) {
    assertThat(Site.strings(page.tree(), "//@id")).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void paragraphs_keep_the_ids_of_their_tei(Page page) {
    assertThat(Site.strings(page.tree(), "//h:*[@class = 'p']/@id"))
        .containsAll(Site.strings(page.tei(), "/t:TEI/t:text//t:p/@xml:id"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void links_are_relative_and_lead_somewhere(Page page) {
    for (String href : Site.strings(page.tree(), "//@href")) {
      var target = URI.create(page.address()).resolve(href);
      assertThat(target.getScheme()).as(href).isNull();
      assertThat(target.getQuery()).as(href).isNull();
      if (target.getPath().endsWith(".html")) {
        assertThat(byAddress).as(href).containsKey(target.getPath());
        if (target.getFragment() != null) {
          assertThat(Site.strings(byAddress.get(target.getPath()).tree(), "//@id")).as(href).contains(target.getFragment());
        }
      } else {
        assertThat(target.getPath()).matches("tei/.+\\.xml|tei/source/transcript\\.txt|cite/[^/]+\\.(bib|ris|csl\\.json|xml)|assets/jilu\\.css");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nothing_is_fetched_but_the_style_sheet(Page page) {
    assertThat(Site.strings(page.tree(), "//@src | //@srcset | //@style | //h:script | //h:iframe")).isEmpty();
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
    assertThat(Site.strings(tree, "/h:html/@lang")).containsExactly("zh-Hans");
    assertThat(Site.strings(tree, "//h:main/@id")).containsExactly(Site.strings(tree, "//h:a[@class = 'skip']/substring(@href, 2)").get(0));
    assertThat(Site.strings(tree, "//h:p[@class = 'citation']")).hasSize(1);
    assertThat(Site.strings(tree, "//h:section[@class = 'apparatus']//h:dt")).contains("版本", "权利", "TEI");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void words_of_other_languages_say_which(Page page) {
    assertThat(Site.strings(page.tree(), "//h:body//text()[matches(., '[А-я]')][not(ancestor::*[@lang][1]/@lang = 'ru')]")).isEmpty();
  }
}
