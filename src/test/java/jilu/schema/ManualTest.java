package jilu.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XPathCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** The encoding manual explains, in both languages and by example, whatever the schema allows. */
class ManualTest {
  private static XdmNode manual;

  @BeforeAll
  static void read() throws Exception {
    manual = Schemas.SAXON.newDocumentBuilder().build(Schemas.ODD.toFile());
  }

  static List<String> elements() throws Exception {
    read();
    return strings("//elementSpec/@ident", manual);
  }

  @ParameterizedTest
  @MethodSource("elements")
  void an_element_is_explained_in_both_languages(String element) throws Exception {
    for (var lang : List.of("en", "zh-Hans")) {
      assertThat(strings("//elementSpec[@ident='%s']/gloss[@xml:lang='%s']".formatted(element, lang), manual))
          .as("gloss in %s", lang).hasSize(1).doesNotContain("");
      assertThat(strings("//elementSpec[@ident='%s']/desc[@xml:lang='%s']".formatted(element, lang), manual))
          .as("desc in %s", lang).hasSize(1).doesNotContain("");
    }
  }

  @Test
  void attributes_values_patterns_and_types_are_explained_in_both_languages() throws Exception {
    assertThat(strings("""
        //(attDef | valItem | classSpec | macroSpec | dataSpec)
            [not(deep-equal(desc/@xml:lang/string(), ('en', 'zh-Hans'))) or desc[not(normalize-space())]]
            /string-join(ancestor-or-self::*/@ident, '/')""", manual)).isEmpty();
  }

  @Test
  void everything_in_the_edition_is_in_the_manual_and_everything_declared_is_used() throws Exception {
    var used = new TreeSet<String>();
    for (var file : Schemas.sources()) {
      used.addAll(strings("//*/local-name()", Schemas.SAXON.newDocumentBuilder().build(file.toFile())));
    }
    assertThat(elements()).containsAll(used).doesNotHaveDuplicates();
    assertThat(strings("//(elementRef | macroRef | memberOf | dataRef)/@key", manual))
        .containsAll(strings("//(macroSpec | classSpec | dataSpec)/@ident", manual));
    assertThat(strings("distinct-values(//elementRef/@key)", manual))
        .containsAll(elements().stream().filter(name -> !name.equals("TEI")).toList());
  }

  @ParameterizedTest
  @MethodSource("elements")
  void an_element_has_an_example_that_shows_it(String element) throws Exception {
    var examples = "//elementSpec[@ident='%s']/exemplum[.//*:%s]/name()".formatted(element, element);
    assertThat(strings(examples, manual)).isNotEmpty();
  }

  /** The grammar with every element as a possible root. */
  private static Schemas.Check fragments() throws Exception {
    var anyRoot = new StringBuilder();
    for (var name : elements()) anyRoot.append("<ref name=\"").append(name).append("\"/>");
    var grammar = Files.readString(Schemas.FOLDER.resolve("jilu.rng"));
    var fragments = grammar.replaceFirst("<ref name=\"TEI\"/>", anyRoot.toString());
    return Schemas.relaxNg(new InputSource(new StringReader(fragments)));
  }

  @Test
  void every_example_is_valid() throws Exception {
    var fragments = fragments();
    var faults = new TreeMap<String, List<String>>();
    for (var example : xpath().evaluate("//*:egXML/*", manual)) {
      var place = strings("(ancestor::elementSpec/@ident, ancestor::div/head)[last()]", (XdmNode) example);
      var text = example.toString().replace("/ns/Examples", "/ns/1.0");
      var errors = fragments.errors(text);
      if (!errors.isEmpty()) faults.put(place.get(0), errors);
    }
    assertThat(faults).isEqualTo(Map.of());
  }

  /** Examples are quotations from the edition, not paraphrases of it. */
  @Test
  void examples_of_elements_that_the_edition_uses_are_taken_from_it() throws Exception {
    var edition = new StringBuilder();
    var used = new TreeSet<String>();
    for (var file : Schemas.sources()) {
      var document = Schemas.SAXON.newDocumentBuilder().build(file.toFile());
      edition.append(document.getStringValue()).append('\n');
      used.addAll(strings("//*/local-name()", document));
    }
    var strange = new ArrayList<String>();
    for (var element : used) {
      var words = "//elementSpec[@ident='%s']/exemplum//text()/normalize-space()[.]".formatted(element);
      for (var text : strings(words, manual)) {
        if (edition.indexOf(text) < 0) strange.add(element + ": " + text);
      }
    }
    assertThat(strange).isEmpty();
  }

  private static XPathCompiler xpath() {
    var xpath = Schemas.SAXON.newXPathCompiler();
    xpath.declareNamespace("", "http://www.tei-c.org/ns/1.0");
    return xpath;
  }

  private static List<String> strings(String path, XdmNode from) throws SaxonApiException {
    var strings = new ArrayList<String>();
    xpath().evaluate(path, from).forEach(item -> strings.add(item.getStringValue()));
    return strings;
  }
}
