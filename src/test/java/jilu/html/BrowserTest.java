package jilu.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jilu.External;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The site as a reader meets it: opened from a disk in a real browser. */
class BrowserTest {
  private static final String TALKS = "documents/d19500122.html";

  /** One document of each kind: talks, an agreement, a telegram, a note, a report. */
  private static final List<String> KINDS =
      Stream.of("d19500122", "d19500214", "d19520328", "d19520915-1", "d19600922").map(id -> "documents/" + id + ".html").toList();

  @TempDir static Path site;
  private static List<String> addresses;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    browser = Browser.start();
    addresses = Site.write(Path.of(""), site);
    browser.send("Browser.grantPermissions", "{\"permissions\":[\"clipboardReadWrite\",\"clipboardSanitizedWrite\"]}");
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void desk() {
    browser.size(1280, 900);
    browser.dark(false);
  }

  private static void open(String address) throws Exception {
    browser.open("about:blank");
    browser.open(site.toUri() + address);
  }

  @ParameterizedTest
  @CsvSource({"旅順口, 旅顺口", "Микоян, ''", "《俄罗斯解密档案·中苏关系》, ''", "維辛斯基同志, 维辛斯基同志", "１９５２年底, 1952年底", "那就见它的鬼吧！既然, ''"})
  void search_finds_and_marks_what_the_texts_have(String query, String shown) throws Exception {
    open("search.html");
    browser.eval("(document.getElementById('jilu-query').value = " + Browser.quoted(query) + ")");
    browser.eval("document.getElementById('jilu-search').requestSubmit()");
    browser.until("document.getElementById('jilu-status').textContent.includes('“')");
    if (query.equals("Микоян")) {
      assertThat(browser.eval("document.querySelectorAll('.found').length")).isEqualTo("0");
    } else {
      assertThat(Integer.parseInt(browser.eval("document.querySelectorAll('.found mark').length"))).isPositive();
    }
    if (!shown.isEmpty()) {
      assertThat(browser.eval("document.querySelector('.found mark').textContent")).isEqualTo(shown);
    }
  }

  @Test
  void search_is_narrowed_by_speaker_year_kind_and_source() throws Exception {
    open("search.html");
    browser.until("document.querySelectorAll('#jilu-facets select').length === 4");
    var narrowed = "jiluFind('旅顺', {%s}).then(f => f.map(d => d.entry.address).join(' '))";
    assertThat(browser.eval(narrowed.formatted("year: '1950', kind: 'kind-record'"))).isEqualTo(TALKS);
    assertThat(browser.eval(narrowed.formatted("speaker: 'stalin', year: '1949'"))).isEqualTo("documents/d19491216.html");
    assertThat(browser.eval(narrowed.formatted("source: 'mao-works-archives'"))).contains("d19490204").doesNotContain("d19500214");
  }

  @Test
  void a_hit_leads_to_its_place_and_is_marked_there() throws Exception {
    open("search.html#" + "旅順口条约是不平等");
    browser.until("document.querySelectorAll('.found').length > 0");
    browser.eval("document.querySelector('.found li a').click()");
    browser.until("location.pathname.endsWith('" + TALKS + "') && document.documentElement.dataset.found > 0");
    assertThat(browser.eval("[...CSS.highlights.get('jilu-found')].map(r => r.toString()).join()")).isEqualTo("旅顺口条约是不平等");
    assertThat(browser.eval("location.hash")).isEqualTo("#d19500122.p5");
    assertThat(browser.eval("(() => { const r = [...CSS.highlights.get('jilu-found')][0].getBoundingClientRect();"
        + " return r.top > 0 && r.bottom < innerHeight })()")).isEqualTo("true");
  }

  @Test
  void a_card_comes_with_the_pointer_stays_under_it_and_goes_with_escape() throws Exception {
    open(TALKS);
    var name = ".matter a[data-ref=\"lushun-port\"]";
    browser.point(name, false);
    browser.until("document.querySelector('#jilu-card')?.textContent.includes('Порт-Артур')");
    assertThat(browser.eval("document.querySelector('" + name + "').getAttribute('aria-describedby')")).isEqualTo("jilu-card");
    browser.point("#jilu-card .other-names", false);
    Thread.sleep(500);
    assertThat(browser.eval("!!document.querySelector('#jilu-card')")).isEqualTo("true");
    browser.press("Escape");
    assertThat(browser.eval("!!document.querySelector('#jilu-card')")).isEqualTo("false");
  }

  @Test
  void a_card_comes_with_the_focus_and_goes_with_it() throws Exception {
    open(TALKS);
    browser.eval("document.querySelector('.matter a[data-ref]').focus()");
    assertThat(browser.eval("!!document.querySelector('#jilu-card')")).isEqualTo("true");
    browser.press("Escape");
    assertThat(browser.eval("document.activeElement.dataset.ref + !!document.querySelector('#jilu-card')")).endsWith("false");
    browser.eval("document.querySelector('.matter a[data-ref]').blur()");
    browser.eval("document.querySelector('.matter a[data-ref]').focus()");
    browser.press("Tab");
    browser.until("!document.querySelector('#jilu-card') || document.activeElement.matches('[data-ref]')");
  }

  @Test
  void on_a_touch_screen_the_first_touch_shows_the_card() throws Exception {
    browser.size(360, 740);
    browser.send("Emulation.setTouchEmulationEnabled", "{\"enabled\":true}");
    try {
      open(TALKS);
      browser.touch(".matter a[data-ref]");
      browser.until("!!document.querySelector('#jilu-card .more a')");
      assertThat(browser.eval("location.pathname.endsWith('" + TALKS + "')")).isEqualTo("true");
      assertThat(browser.eval("document.documentElement.scrollWidth <= 360")).isEqualTo("true");
    } finally {
      browser.send("Emulation.setTouchEmulationEnabled", "{\"enabled\":false}");
    }
  }

  @Test
  void a_paragraph_s_number_copies_its_link_and_its_words() throws Exception {
    open(TALKS);
    browser.eval("(navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); })");
    browser.point("#d19500122\\.p5 .permalink", true);
    browser.until("document.querySelectorAll('.pop.menu button').length === 8");
    assertThat(browser.eval("location.hash")).isEqualTo("#d19500122.p5");
    browser.until("window.copied?.endsWith('" + TALKS + "#d19500122.p5')");
    browser.until("document.activeElement.textContent === '链接已复制'");
    browser.point(".pop.menu button:nth-of-type(2)", true);
    browser.until("window.copied.startsWith('“')");
    assertThat(browser.eval("window.copied")).startsWith("“对的。我们认为，旅顺口条约是不平等的。”\n关于签订新约")
        .contains("：1950-01-22[A]//诸夏怀斯社. 中苏关于旅顺港问题的档案资料辑录. 0.1.0版. Jilu，2026：第5段.\n").endsWith("#d19500122.p5");
    browser.until("!document.querySelector('.pop')");
    browser.point("#d19500122\\.p6 .permalink", true);
    browser.point(".pop.menu button:nth-of-type(1)", true);
    assertThat(browser.eval("window.copied")).endsWith(TALKS + "#d19500122.p6");
    browser.until("!document.querySelector('.pop')");
    browser.point("#d19500122\\.p7 .permalink", true);
    assertThat(browser.eval("document.querySelector('.pop.menu button:nth-of-type(5)').textContent")).contains("Chicago");
    browser.point(".pop.menu button:nth-of-type(5)", true);
    assertThat(browser.eval("window.copied")).startsWith("《关于签订新约").endsWith(", 第7段.");
  }

  @Test
  void under_the_pointer_a_paragraph_s_number_offers_its_copies_and_escape_puts_them_away() throws Exception {
    open(TALKS);
    browser.eval("(navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); })");
    browser.point("#d19500122\\.p5 .permalink", false);
    browser.until("document.querySelectorAll('.pop.menu button').length > 1");
    assertThat(browser.eval("document.activeElement === document.body")).isEqualTo("true");
    browser.point(".pop.menu button:nth-of-type(1)", false);
    Thread.sleep(500);
    assertThat(browser.eval("!!document.querySelector('.pop.menu')")).as("it can be hovered").isEqualTo("true");
    browser.press("Escape");
    assertThat(browser.eval("!!document.querySelector('.pop.menu')")).isEqualTo("false");
    browser.point("#d19500122\\.p6 .permalink", false);
    browser.until("!!document.querySelector('.pop.menu')");
    browser.point(".pop.menu button:nth-of-type(1)", true);
    assertThat(browser.eval("window.copied")).endsWith(TALKS + "#d19500122.p6");
  }

  @Test
  void from_a_person_s_entry_everything_that_person_says_is_found_whole() throws Exception {
    open("persons.html");
    browser.eval("document.querySelector('#stalin .to-said a').click()");
    browser.until("location.pathname.endsWith('said-stalin.html') && document.readyState === 'complete'");
    browser.eval("document.querySelector('a.narrow').click()");
    browser.until("location.pathname.endsWith('search.html') && document.querySelectorAll('.found').length > 0");
    var said = browser.eval("[...document.querySelectorAll('.found .context')].map(c => c.textContent.trim()).join('|')").split("\\|");
    assertThat(said).contains("对的。我们认为，旅顺口条约是不平等的。").noneMatch(words -> words.endsWith("…") || words.endsWith("："));
    assertThat(browser.eval("document.getElementById('jilu-status').textContent"))
        .startsWith("斯大林的全部发言：" + said.length + " 段");
    browser.eval("(s => { s.value = '1949'; s.dispatchEvent(new Event('change')); })(document.getElementById('jilu-facet-year'))");
    browser.until("document.querySelectorAll('.found').length === 1");
    assertThat(browser.eval("location.hash")).isEqualTo("#&speaker=stalin&year=1949");
    browser.eval("document.querySelector('.found li a').click()");
    browser.until("location.pathname.endsWith('documents/d19491216.html')");
    open("search.html#&speaker=mao");
    browser.until("document.querySelectorAll('.found').length > 0");
    assertThat(browser.eval("document.getElementById('jilu-results').textContent")).as("quoted in a report").contains("我们可以管理自己");
  }

  /** In a play, speeches stand in scenes and the text has no head of its own. */
  @Test
  void in_a_play_too_one_speaker_can_be_read_alone() throws Exception {
    var tei = Site.parse("""
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="zh-Hans"><teiHeader><fileDesc><titleStmt><title>剧</title></titleStmt>
        <publicationStmt><publisher>某社</publisher></publicationStmt></fileDesc></teiHeader>
        <text><front><titlePage><docTitle><titlePart>剧</titlePart></docTitle></titlePage></front>
        <body><div><head>第一幕</head><stage>夜。</stage><sp who="#a"><p>好。</p></sp><sp who="#b"><p>不好。</p></sp></div></body></text>
        <standOff><listPerson><person xml:id="a"><persName>甲</persName></person><person xml:id="b"><persName>乙</persName></person>
        </listPerson></standOff></TEI>""");
    Files.writeString(Files.createDirectories(site.resolve("documents")).resolve("play.html"), Site.html(tei));
    open("documents/play.html");
    assertThat(browser.eval("document.querySelector('.about').previousElementSibling.className")).isEqualTo("titlePage");
    var shown = "[...document.querySelectorAll('.source :is(.head, .stage, .sp)')].filter(e => e.checkVisibility()).map(e => e.textContent).join('')";
    var all = browser.eval(shown);
    browser.eval("[...document.querySelectorAll('.tools button')].find(b => b.textContent === '乙').click()");
    assertThat(browser.eval(shown)).isEqualTo(browser.eval("document.querySelectorAll('.sp')[1].textContent")).contains("不好。");
    browser.eval("document.querySelector('.tools button').click()");
    assertThat(browser.eval(shown)).isEqualTo(all);
  }

  @Test
  void choices_open_over_the_text_and_go_with_escape() throws Exception {
    open(TALKS);
    var top = browser.eval("document.querySelector('.matter').offsetTop");
    browser.point(".choices summary", true);
    browser.until("document.querySelector('.choices').open");
    assertThat(browser.eval("document.querySelector('.matter').offsetTop")).as("the text stays").isEqualTo(top);
    browser.press("Escape");
    assertThat(browser.eval("document.querySelector('.choices').open")).isEqualTo("false");
  }

  @Test
  void each_citation_is_copied_with_one_press() throws Exception {
    browser.scripts(false);
    open(TALKS);
    assertThat(browser.eval("document.querySelectorAll('button.copy').length")).isEqualTo("0");
    browser.scripts(true);
    open(TALKS);
    browser.eval("(navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); })");
    browser.eval("document.querySelectorAll('.cite-styles').forEach(styles => styles.open = true)");
    int citations = Integer.parseInt(browser.eval("document.querySelectorAll('.citation, .cite-styles dd, .of-source').length"));
    assertThat(citations).as("eight styles of the document and of two sources").isEqualTo(24);
    for (int i = 0; i < citations; i++) {
      var one = "document.querySelectorAll('.citation, .cite-styles dd, .of-source')[" + i + "]";
      String shown = browser.eval("document.createTreeWalker(" + one + ", NodeFilter.SHOW_TEXT).nextNode().data.trim()");
      browser.eval(one + ".querySelector('button.copy').click()");
      browser.until("window.copied === " + Browser.quoted(shown));
      browser.until(one + ".querySelector('button.copy').textContent === '已复制'");
    }
  }

  @Test
  void how_to_cite_shows_each_kind_in_every_style_to_copy() throws Exception {
    open("cite.html");
    var copies = "[...document.querySelectorAll('%s')].map(e => e.querySelectorAll('button.copy').length).join()";
    assertThat(browser.eval(copies.formatted(".example")))
        .as("the edition, a document, a paragraph, a source").isEqualTo("1,1,1,1");
    assertThat(browser.eval(copies.formatted(".cite-styles"))).isEqualTo("7,7,5,7");
    assertThat(browser.eval("document.querySelectorAll('.example')[2].firstChild.data")).contains("第1段");
    assertThat(browser.eval("document.querySelectorAll('.cite-styles')[2].textContent"))
        .contains("para. 1", "第1段", "par. 1");
  }

  @Test
  void speeches_of_one_speaker_can_be_read_alone() throws Exception {
    open(TALKS);
    var shown = "[...new Set([...document.querySelectorAll('.matter .sp')].filter(s => s.offsetParent).map(s => s.dataset.who))].join(' ')";
    assertThat(browser.eval(shown)).contains("stalin", "mao");
    browser.eval("[...document.querySelectorAll('.tools button')].find(b => b.textContent === '毛泽东').click()");
    assertThat(browser.eval(shown)).isEqualTo("mao");
    browser.eval("document.querySelector('.tools button').click()");
    assertThat(browser.eval(shown)).contains("stalin", "mao");
  }

  /** Each switch of each document, without a script: what it names is gone, and back again. */
  @Test
  void what_is_not_checked_is_not_shown() throws Exception {
    Map<String, String> shown = Map.of(
        "gap", "[...document.querySelectorAll('.source .gap')].some(e => e.checkVisibility())",
        "supplied", "[...document.querySelectorAll('.source .supplied')].some(e => e.checkVisibility())",
        "pb", "[...document.querySelectorAll('.source .pb')].some(e => getComputedStyle(e, '::before').display !== 'none')",
        "hi", "[...document.querySelectorAll('.source .hi')].some(e => getComputedStyle(e).textEmphasisStyle !== 'none')");
    Set<String> met = new HashSet<>();
    browser.scripts(false);
    try {
      for (String address : addresses) {
        open(address);
        var switches = browser.eval("[...document.querySelectorAll('.switches input')].map(i => i.id.slice(5)).join(' ')").strip();
        for (String kind : switches.isEmpty() ? List.<String>of() : List.of(switches.split(" "))) {
          met.add(kind);
          assertThat(browser.eval(shown.get(kind))).as(address + " " + kind).isEqualTo("true");
          browser.eval("document.getElementById('show-" + kind + "').click()");
          assertThat(browser.eval(shown.get(kind))).as(address + " without " + kind).isEqualTo("false");
          browser.eval("document.getElementById('show-" + kind + "').click()");
          assertThat(browser.eval(shown.get(kind))).as(address + " with " + kind + " again").isEqualTo("true");
        }
      }
    } finally {
      browser.scripts(true);
    }
    assertThat(met).isEqualTo(shown.keySet());
  }

  /** The tabulator reaches all that can be used, in the order of the page, each time where it can be seen. */
  @ParameterizedTest
  @ValueSource(strings = {"index.html", TALKS, "search.html", "persons.html", "en/places.html", "audit.html"})
  void everything_is_reached_with_the_keyboard(String address) throws Exception {
    open(address);
    if (address.endsWith("search.html")) {
      browser.until("document.querySelectorAll('#jilu-facet-year option').length > 1");
    }
    int usable = Integer.parseInt(browser.eval("""
        (window.usable = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
            .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled)).length"""));
    assertThat(usable).isGreaterThan(10);
    for (int i = 0; i < usable; i++) {
      browser.press("Tab");
      assertThat(browser.eval("window.usable.indexOf(document.activeElement)")).as(address).isEqualTo(String.valueOf(i));
      assertThat(browser.eval("""
          (() => {
            const box = document.activeElement.getBoundingClientRect();
            return getComputedStyle(document.activeElement).outlineStyle !== 'none'
                && box.top > -1 && box.bottom < innerHeight + 1 && box.width > 0;
          })()""")).as(address + ": the focus on " + i).isEqualTo("true");
    }
  }

  /** Notes of a paragraph, of the next, and of a speech: beside the text where there is room, in it where there is none. */
  @ParameterizedTest
  @ValueSource(ints = {360, 1440})
  void notes_stand_beside_the_text_and_never_one_on_another(int width) throws Exception {
    var tei = Site.parse("""
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="zh-Hans"><teiHeader><fileDesc><titleStmt><title>记录</title></titleStmt>
        <publicationStmt><publisher>某社</publisher></publicationStmt></fileDesc></teiHeader>
        <text><body><head type="title">记录</head><p>今天有风。<note>译文与俄文本不同，俄文本作“明日”，参见第三卷的说明。</note></p>
        <p>渡船不开。<note>短注。</note>请改日再来。<note>又一注，说明来历与所在。</note></p>
        <sp><speaker>甲：</speaker><p>好。<note>发言里的注。</note></p></sp></body></text></TEI>""");
    Files.writeString(Files.createDirectories(site.resolve("documents")).resolve("notes.html"), Site.html(tei));
    browser.size(width, 800);
    open("documents/notes.html");
    assertThat(browser.eval("""
        (() => {
          const boxes = [...document.querySelectorAll('.note')].flatMap(n => [...n.getClientRects()]);
          return boxes.filter((a, i) => boxes.some((b, k) => k > i && a.left < b.right - 1 && b.left < a.right - 1
              && a.top < b.bottom - 1 && b.top < a.bottom - 1)).length;
        })()""")).as("boxes that overlap").isEqualTo("0");
    var beside = "[...document.querySelectorAll('.note')].every(n => n.getBoundingClientRect().left"
        + " > n.closest('.matter').getBoundingClientRect().right)";
    assertThat(browser.eval(beside)).isEqualTo(String.valueOf(width == 1440));
  }

  /** Nothing of the sources is hidden without script or style, on any page. */
  @Test
  void the_words_of_the_sources_are_all_shown_without_script_and_style() throws Exception {
    browser.scripts(false);
    try {
      for (String address : addresses) {
        open(address);
        browser.eval("document.querySelector('link[rel=stylesheet]').remove()");
        assertThat(browser.eval("""
            (() => {
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const hidden = [];
              while (walker.nextNode()) {
                const parent = walker.currentNode.parentElement;
                if (parent.closest('[data-text]')?.dataset.text === 'source' && walker.currentNode.data.trim()
                    && !parent.checkVisibility()) hidden.push(walker.currentNode.data);
              }
              return hidden.join();
            })()""")).as(address).isEmpty();
      }
    } finally {
      browser.scripts(true);
    }
  }

  @Test
  void the_search_page_says_what_to_do_without_the_script() throws Exception {
    browser.scripts(false);
    try {
      open("search.html");
      browser.picture(Path.of("target/screenshots/search-without-script.png"));
    } finally {
      browser.scripts(true);
    }
    assertThat(browser.eval("document.getElementById('jilu-search').hidden + ' ' + document.getElementById('jilu-without').hidden"))
        .isEqualTo("true false");
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 360, 768, 1280})
  void no_page_is_wider_than_the_window(int width) throws Exception {
    browser.size(width, 800);
    for (String address : addresses) {
      open(address);
      assertThat(browser.eval("document.documentElement.scrollWidth")).as(address).isEqualTo(String.valueOf(width));
      if (width > 320 && isOfItsKind(address)) {
        browser.picture(Path.of("target/screenshots", address.replace('/', '-').replace(".html", "-" + width + ".png")));
      }
    }
  }

  private static boolean isOfItsKind(String address) {
    return !address.contains("documents/") || KINDS.stream().anyMatch(address::endsWith);
  }

  /** Every kind of page, in both languages, by day and by night. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void axe_finds_nothing(boolean dark) throws Exception {
    var axe = Files.readString(External.npm("axe-core/axe.min.js"));
    browser.dark(dark);
    for (String address : addresses) {
      if (isOfItsKind(address)) {
        open(address);
        if (address.endsWith("search.html")) {
          browser.eval("(document.getElementById('jilu-query').value = '旅顺')");
          browser.eval("document.getElementById('jilu-search').requestSubmit()");
          browser.until("document.querySelectorAll('.found').length > 0");
        }
        browser.eval("document.querySelectorAll('details').forEach(d => { d.open = true })");
        browser.send("Runtime.evaluate", "{\"expression\":" + Browser.quoted(axe) + "}");
        assertThat(browser.eval("axe.run().then(r => r.violations.map(v => v.id + ' ' + v.nodes.map(n => n.html + ' '"
            + " + n.failureSummary).slice(0, 3).join('; ')).join('\\n'))")).as(address).isEmpty();
      }
    }
  }

  /** A server that allows nothing but the site's own files: no complaint, no request elsewhere, no error on the console. */
  @Test
  void works_under_the_strictest_policy_and_asks_for_nothing_else() throws Exception {
    var policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
        + " frame-ancestors 'none'";
    try (var server = Served.of(site, Map.of("Content-Security-Policy", policy))) {
      var home = server.home();
      int before = browser.requests().size();
      int complaints = browser.complaints().size();
      for (String address : addresses) {
        browser.open(home + address);
        if (address.endsWith("search.html")) {
          browser.eval("jiluFind('旅顺')");
        }
        browser.eval("document.querySelector('.matter a[data-ref]')?.focus()");
      }
      var requests = browser.requests();
      assertThat(requests.subList(before, requests.size())).isNotEmpty().allMatch(url -> url.startsWith(home) && !url.contains("?"));
      assertThat(browser.complaints().subList(complaints, browser.complaints().size())).isEmpty();
    }
  }

  @Test
  void the_nu_checker_finds_no_error() throws Exception {
    var checker = External.npm("vnu-jar/build/dist/vnu.jar");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    assertThat(External.run("", java, "-Xss4m", "-jar", checker.toString(), "--errors-only", "--skip-non-html", site.toString())).isEmpty();
  }

  /** Sent compressed: a document's page 60 KB, the style 20 KB, the script 30 KB. */
  @Test
  void pages_style_and_script_weigh_little() throws Exception {
    for (String address : addresses) {
      if (address.contains("documents/")) {
        assertThat(SearchTest.compressed(site.resolve(address))).as(address).isLessThan(60_000);
      }
    }
    assertThat(SearchTest.compressed(site.resolve("assets/jilu.css"))).isLessThan(20_000);
    assertThat(SearchTest.compressed(site.resolve("assets/jilu.js"))).isLessThan(30_000);
  }
}
