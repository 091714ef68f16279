package jilu.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jilu.SmallEdition;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Zotero makes of a page, by the rules of its translator "Embedded Metadata" (June 2024), told here in our own words. */
class ZoteroTest {
  /** Tags whose content goes into a field as it is. */
  private static final Map<String, String> FIELDS =
      Map.of("citation_title", "title", "citation_book_title", "bookTitle", "citation_publication_date", "date",
          "citation_publisher",
          "publisher", "citation_language", "language", "citation_public_url", "url", "og:description", "abstractNote",
              "prism.edition",
          "edition", "eprints.place_of_pub", "place");

  @TempDir Path folder;

  static Stream<Site.Page> cited() throws IOException {
    return Site.texts(Path.of("")).stream();
  }

  @ParameterizedTest
  @MethodSource("cited")
  void takes_a_document_for_a_section_and_the_front_page_for_the_book(Site.Page page) {
    Map<String, List<String>> item = imported(page);
    boolean front = page.address().endsWith("index.html");
    assertThat(item).containsEntry("itemType", List.of(front ? "book" : "bookSection"))
        .containsKeys("title", "date", "publisher", "language", "edition", "editor", "abstractNote")
        .containsEntry("url", List.of(page.address()));
    assertThat(item.containsKey("bookTitle")).isEqualTo(!front);
    assertThat(item.get("date").get(0)).matches("[0-9]{4}/[0-9]{2}/[0-9]{2}");
    assertThat(item.getOrDefault("author", List.of()))
        .isEqualTo(Site.strings(page.tei(), "//t:correspAction[@type = 'sent']/(t:persName | t:orgName)").stream()
            .map(name -> page.address().startsWith("en/") ? english(page.tei(), name) : "|" + name).toList());
  }

  @Test
  void takes_the_address_where_there_is_one() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with("edition.xml", "<publisher>某社</publisher>",
        "<publisher>某社</publisher><pubPlace>某城</pubPlace><idno type=\"URI\">https://example.org/small</idno>");
    for (Site.Page page : Site.texts(edition.folder())) {
      assertThat(imported(page)).containsEntry("url", List.of("https://example.org/small/" + page.address()))
          .containsEntry("place", List.of("某城"));
    }
  }

  /** Its values as the resource description rules want them: a link where the standard wants a thing, no words. */
  @Test
  void is_given_no_words_where_a_thing_is_meant() throws IOException {
    for (Site.Page page : Site.texts(Path.of(""))) {
      assertThat(Site.strings(page.tree(), "//h:meta/@name")).doesNotContain("DCTERMS.isPartOf", "DC.type");
    }
  }

  /** The fields that Zotero would fill; several names keep their order; a page that names no address has its own. */
  private static Map<String, List<String>> imported(Site.Page page) {
    Map<String, List<String>> tags = new TreeMap<>();
    for (String tag : Site.strings(page.tree(), "//h:head/h:meta[@content]/concat((@name, @property)[1], '\t', @content)")) {
      String[] pair = tag.split("\t", 2);
      tags.computeIfAbsent(pair[0], name -> new ArrayList<>()).add(pair[1]);
    }
    Map<String, List<String>> item = new TreeMap<>();
    item.put("itemType", List.of(type(tags)));
    FIELDS.forEach((tag, field) -> {
      if (tags.containsKey(tag)) {
        item.put(field, tags.get(tag).subList(0, 1));
      }
    });
    for (String role : List.of("author", "editor")) {
      if (tags.containsKey("citation_" + role)) {
        item.put(role, tags.get("citation_" + role).stream().map(ZoteroTest::creator).toList());
      }
    }
    item.putIfAbsent("url", List.of(page.address()));
    return item;
  }

  /** {@code given|family}: parted at the comma, or else before the last word, so a name with blanks needs the comma. */
  private static String creator(String name) {
    int comma = name.indexOf(',');
    return comma >= 0 ? name.substring(comma + 1).strip() + "|" + name.substring(0, comma)
        : name.substring(0, name.lastIndexOf(' ') + 1).strip() + "|" + name.substring(name.lastIndexOf(' ') + 1);
  }

  /** The tags of a kind of publication are trusted most; then what the page calls itself; a title alone is taken for an article. */
  private static String type(Map<String, List<String>> tags) {
    if (tags.containsKey("citation_journal_title")) {
      return "journalArticle";
    } else if (tags.containsKey("citation_book_title")) {
      return "bookSection";
    }
    String itself = String.join("", tags.getOrDefault("og:type", List.of()));
    Map<String, String> known = Map.of("book", "book", "website", "webpage");
    return known.getOrDefault(itself, tags.containsKey("citation_title") ? "journalArticle" : "webpage");
  }

  private static String english(XdmNode tei, String name) {
    return Site.strings(tei, "//t:person[t:persName = '" + name + "']/t:persName[@xml:lang = 'en']"
        + "/concat(t:forename, '|', t:surname)").stream().findFirst().orElse("|" + name);
  }
}
