package jilu.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jilu.SmallEdition;
import jilu.html.Site.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader sees of the evidence, on an edition whose preface leaves words out. */
class EvidenceTest {
  @TempDir Path folder;
  private List<Page> pages;

  @BeforeEach
  void build() throws Exception {
    SmallEdition edition =
        SmallEdition.in(folder)
            .with("documents/d19000102.xml", "今天有风。", "今天有风，渡船不开。请改日再来。")
            .with("edition.xml", "“今天有风”", "“今天也有风，请改日再来”");
    pages = Site.pages(edition.folder());
  }

  private List<String> at(String address, String expression) {
    return Site.strings(pages.stream().filter(p -> p.address().equals(address)).findFirst().orElseThrow().tree(), expression);
  }

  @Test
  void claim_and_evidence_stand_side_by_side() {
    String article = "//h:article[@id = 'audit.1']";
    assertThat(at("audit.html", article + "//h:h2")).containsExactly("文字有改动");
    assertThat(at("audit.html", article + "//h:div[@class = 'side claim']//h:blockquote")).containsExactly("“今天也有风，请改日再来”");
    assertThat(at("audit.html", article + "//h:div[@class = 'side evidence']//h:blockquote")).containsExactly("今天有风，渡船不开。请改日再来。");
    assertThat(at("audit.html", article + "//h:ins")).containsExactly("也");
    assertThat(at("audit.html", article + "//h:del")).containsExactly("渡船不开。");
    assertThat(at("audit.html", article + "//h:ul[@class = 'findings']/h:li"))
        .containsExactly("引文多出“也”。", "引文略去“渡船不开。”，没有省略号。");
  }

  @Test
  void the_ways_lead_there_and_back() {
    assertThat(at("audit.html", "//h:article//h:a/@href")).contains("preface.html#preface.q1", "documents/d19000102.html#d19000102.p1");
    assertThat(at("preface.html", "//h:a[contains(@class, 'audit')]/@href")).containsExactly("audit.html#audit.1");
    assertThat(at("documents/d19000102.html", "//h:p[@id = 'd19000102.p1']/h:span[@class = 'quoted']//h:a/@href"))
        .containsExactly("../preface.html#preface.q1", "../audit.html#audit.1");
  }

  @Test
  void the_very_words_are_marked() {
    assertThat(at("documents/d19000102.html", "//h:mark")).containsExactly("今天", "有风，", "请改日再来");
    assertThat(at("documents/d19000102.html", "//h:p[@id = 'd19000102.p1']/h:mark[1]/preceding-sibling::node()")).isEmpty();
  }

  /** Words beside a form are those of the source, also where one sentence has several forms. */
  @Test
  void a_form_that_was_kept_stands_between_the_words_around_it() throws Exception {
    Path other = java.nio.file.Files.createDirectory(folder.resolve("other"));
    SmallEdition edition = SmallEdition.in(other).with("documents/d19000102.xml", "今天有风。", "今天 3 月有风，写于 5 日傍晚。");
    pages = Site.pages(edition.folder());
    assertThat(at("interventions.html", "//h:td[h:span[@class = 'form']]"))
        .anyMatch(cell -> cell.contains("有风，写于 5 日傍晚。"));
  }

  @Test
  void the_evidence_speaks_the_language_of_the_page() {
    assertThat(at("en/audit.html", "//h:article[@id = 'audit.1']//h:h2")).containsExactly("Words changed");
    assertThat(at("en/audit.html", "//h:article//h:a/@href")).contains("documents/d19000102.html#d19000102.p1");
    assertThat(at("en/index.html", "//h:nav[@class = 'evidence-nav']//h:a[1]/@href")).contains("audit.html");
  }

  @Test
  void the_front_page_counts() {
    assertThat(at("index.html", "//h:nav[@class = 'evidence-nav']//h:a/@href"))
        .containsExactly("audit.html", "interventions.html", "concordance.html");
    assertThat(at("index.html", "//h:span[@class = 'counts']").get(0)).isEqualTo("文字有改动 1");
  }

  @Test
  void every_intervention_is_listed_with_its_form_and_who_made_it() {
    assertThat(at("interventions.html", "//h:section | //h:div[@id = 'interventions.omission']//h:td[2]")).anyMatch(s -> s.contains("……"));
    assertThat(at("interventions.html", "//h:div[@id = 'interventions.omission']//h:tbody//h:td[3]")).containsExactly("某甲");
    assertThat(at("interventions.html", "//h:div[@id = 'interventions.emphasis']//h:span[@class = 'form']")).containsExactly("很好");
    assertThat(at("interventions.html", "//h:div[@id = 'interventions.joined']//h:tbody//h:td[2]")).hasSize(1);
  }

  @Test
  void the_concordance_goes_both_ways() {
    assertThat(at("concordance.html", "//h:div[@id = 'concordance.publications']//h:a/@href"))
        .containsExactly("documents/d19000101.html", "documents/d19000102.html");
    assertThat(at("concordance.html", "//h:div[@id = 'concordance.documents']//h:a/@href"))
        .containsExactly("documents/d19000101.html", "documents/d19000102.html");
  }

  @Test
  void only_what_a_page_has_can_be_hidden() {
    assertThat(at("documents/d19000101.html", "//h:form[@class = 'switches']//h:input/@id")).containsExactly("show-gap", "show-pb", "show-hi");
    assertThat(at("documents/d19000102.html", "//h:form[@class = 'switches']")).isEmpty();
  }
}
