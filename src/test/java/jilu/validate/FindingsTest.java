package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import jilu.SmallEdition;
import jilu.edition.Edition;
import jilu.transform.Xslt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One mistake in a sound edition gives one finding, at the place where its author can mend it. */
class FindingsTest {
  private static final String FIRST = "documents/d19000101.xml";

  @TempDir Path folder;

  @Test
  void a_transcript_that_is_no_file_is_none() throws IOException {
    var edition = SmallEdition.in(folder).with("edition.xml", "source/transcript.txt", "#d19000102");
    var xslt = new Xslt();
    assertThat(new Checks(xslt, new Reader(xslt)).run(Edition.in(edition.folder())).catalog().transcript()).isEmpty();
  }

  @Test
  void sound_edition_has_no_findings() throws IOException {
    assertThat(SmallEdition.in(folder).findings()).isEmpty();
  }

  @Test
  void column_counts_code_points_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "你好，<persName ref=\"#yi\"", "𠮷𠮷，<persName ref=\"#yii\"");
    assertThat(edition.places()).containsExactly(FIRST + ":22:47 J303");
  }

  @Test
  void path_counts_elements_among_their_like_and_names_no_prefix() throws IOException {
    String text = "<t:p>我 们</t:p><t:ab/><t:p><t:nobody/></t:p>";
    Path file =
        Files.writeString(
            folder.resolve("letter.xml"),
            "<t:TEI xmlns:t=\"http://www.tei-c.org/ns/1.0\"><t:text><t:body>" + text + "</t:body></t:text></t:TEI>");
    var xslt = new Xslt();
    assertThat(new Checks(xslt, new Reader(xslt)).run(List.of(file)))
        .extracting(f -> f.code() + " " + f.path())
        .contains("J039 /TEI/text[1]/body[1]/p[1]", "J101 /TEI/text[1]/body[1]/p[2]/nobody[1]");
  }

  @Test
  void a_control_character_stops_the_book_and_is_an_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "今天天气", "今天\u007f天气");
    assertThat(edition.findings()).singleElement().satisfies(f -> {
      assertThat(f.severity()).isEqualTo(Severity.ERROR);
      assertThat(f.message())
          .isEqualTo("An invisible control character stands here, which no font can print: U+007F DELETE.");
    });
  }

  @Test
  void outside_an_edition_a_control_character_is_a_warning() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("letter.xml"),
            "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body><p>a\u007fb</p></body></text></TEI>");
    var xslt = new Xslt();
    assertThat(new Checks(xslt, new Reader(xslt)).run(List.of(file)))
        .filteredOn(f -> f.code().equals("J033"))
        .extracting(Finding::severity).containsExactly(Severity.WARNING);
  }

  @Test
  void nearest_id_is_offered() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "persName ref=\"#yi\"", "persName ref=\"#yii\"");
    assertThat(edition.places()).containsExactly(FIRST + ":22:47 J303");
    assertThat(edition.findings().get(0).hint()).contains("Did you mean #yi?");
  }

  @Test
  void id_is_offered_that_is_the_beginning_of_what_was_written() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "persName ref=\"#yi\"", "persName ref=\"#jiazhuren\"");
    assertThat(edition.findings()).extracting(f -> f.hint().orElse("")).containsExactly("Did you mean #jia?");
  }

  @Test
  void two_mistakes_in_one_tag_are_both_told_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "who=\"#jia\">\n        <speaker>甲：</speaker>", "who=\"jia\">");
    assertThat(edition.places()).containsExactly(FIRST + ":20:7 J202", FIRST + ":20:34 J302");
  }

  @Test
  void two_tags_that_run_into_the_same_word_are_both_told_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "今天天气", "<hiA</hi>今天天气<hiA</hi>");
    assertThat(edition.places()).containsExactly(FIRST + ":23:11 J019", FIRST + ":23:24 J019");
  }

  @Test
  void two_end_tags_of_a_line_break_are_both_told_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "今天天气", "今天</br>天气</br>");
    assertThat(edition.places()).containsExactly(FIRST + ":23:13 J008", FIRST + ":23:20 J008");
  }

  @Test
  void attribute_of_the_outermost_element_hides_nothing_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "xml:lang=", "lang=").with(FIRST, "from=\"1\" to", "from=\"3\" to");
    assertThat(edition.places()).containsExactly(FIRST + ":2:61 J117", FIRST + ":7:113 J205");
  }

  @Test
  void attribute_of_an_element_hides_nothing_inside_it_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder)
        .with(FIRST, "<sp xml:id=\"d19000101.sp1\"", "<sp place=\"x\" xml:id=\"d19000101.sp1\"")
        .with(FIRST, "<p xml:id=\"d19000101.p1\">", "<p xml:id=\"d19000101.p0\"></p><p xml:id=\"d19000101.p1\">");
    assertThat(edition.places()).containsExactly(FIRST + ":20:11 J102", FIRST + ":22:9 J208");
  }

  @Test
  void end_of_cdata_twice_in_one_text_hides_nothing_error() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder).with(FIRST, "你好，", "你]]>好，]]>").with(FIRST, "from=\"1\" to", "from=\"3\" to");
    assertThat(edition.places()).containsExactly(FIRST + ":7:113 J205", FIRST + ":22:35 J021", FIRST + ":22:40 J021");
  }

  @Test
  void file_of_nothing_but_stray_tags_comes_to_an_end() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "你好，", "<b>" + "</x><y>,".repeat(20_000));
    assertThat(edition.findings()).extracting(Finding::code).contains("J008");
  }

  /** Paths of 20,000 elements in one another would be larger than any memory. */
  @Test
  void many_tags_left_open_are_told_error() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder).with(FIRST, "      <gap reason", "&<ab>\n".repeat(20_000) + "      <gap reason");
    List<Finding> told = edition.findings();
    assertThat(told).extracting(Finding::code).contains("J008").hasSizeGreaterThan(20_000);
    assertThat(told).extracting(f -> f.path().length()).allMatch(length -> length < 10 * 256);
  }

  @Test
  void what_nests_deeper_than_any_text_is_told_at_once_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "      <gap reason", "<p>\n".repeat(20_000) + "      <gap reason");
    assertThat(edition.places()).containsExactly(FIRST + ":1:1 J027", FIRST + ":272:1 J016");
  }

  @Test
  void links_are_not_checked_beside_a_file_that_cannot_be_read_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with("documents/d19000102.xml", "\"#kinds\"", "\"#kindz\"");
    assertThat(edition.places()).isNotEmpty();
    Files.writeString(edition.file(FIRST), "");
    assertThat(edition.places()).containsExactly(FIRST + ":1:1 J014", FIRST + ":1:1 J027");
  }

  @Test
  void misspelt_file_in_the_order_is_told_once_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with("edition.xml", "documents/d19000102.xml", "documents/d19000103.xml");
    assertThat(edition.places()).containsExactly("edition.xml:28:19 J305");
    assertThat(edition.findings().get(0).hint().orElseThrow()).startsWith("Did you mean documents/d19000102.xml?");
  }

  @Test
  void document_in_the_place_of_another_is_told_once_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with("edition.xml", "documents/d19000102.xml", FIRST);
    assertThat(edition.places()).containsExactly("edition.xml:28:19 J305");
    assertThat(edition.findings().get(0).toString())
        .endsWith(FIRST + " is included twice, documents/d19000102.xml nowhere. Write documents/d19000102.xml in line 27 or in"
            + " line 28, whichever is its place.");
  }

  @Test
  void paragraph_without_id_is_offered_the_number_that_is_missing_error() throws IOException {
    String file = "documents/d19000102.xml";
    String first = "<p xml:id=\"d19000102.p1\">今天有风。</p>";
    SmallEdition between =
        SmallEdition.in(folder.resolve("between")).with(file, first, first + "<p>二</p><p xml:id=\"d19000102.p3\">三</p>");
    SmallEdition last = SmallEdition.in(folder.resolve("last")).with(file, first, first + "<p>二</p>");
    for (SmallEdition edition : List.of(between, last)) {
      assertThat(edition.findings()).singleElement().satisfies(f -> {
        assertThat(f.code()).isEqualTo("J209");
        assertThat(f.hint().orElseThrow()).endsWith(", such as d19000102.p2.");
      });
    }
  }

  @Test
  void paragraphs_none_of_which_has_an_id_are_told_at_the_first_error() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder).with(
            "documents/d19000102.xml",
            "<p xml:id=\"d19000102.p1\">今天有风。</p>",
            "<p>今天有风。</p><p>二<note><p>注</p></note></p><p>三</p>");
    assertThat(edition.findings()).singleElement().satisfies(f -> {
      assertThat(f.code()).isEqualTo("J245");
      assertThat(f.path()).endsWith("/p[1]");
      assertThat(f.hint().orElseThrow()).endsWith(" and a number, beginning with d19000102.p1.");
      assertThat(f.advice().orElseThrow().zh()).endsWith("，第一个是 d19000102.p1。");
    });
  }

  @Test
  void paragraphs_without_ids_are_told_also_where_the_first_has_another_mistake_error() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder).with(
            "documents/d19000102.xml",
            "<p xml:id=\"d19000102.p1\">今天有风。</p>",
            "<p><hi odd=\"x\">今天</hi>有风。</p><p>二</p>");
    assertThat(edition.findings()).extracting(Finding::code).containsExactlyInAnyOrder("J102", "J245");
  }

  @Test
  void entry_without_its_id_is_told_once_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with("registers/register.xml", "<person xml:id=\"yi\">", "<person>");
    assertThat(edition.findings()).singleElement().satisfies(f -> {
      assertThat(f.file().endsWith("registers/register.xml")).isTrue();
      assertThat(f.message()).startsWith("This <person> has no xml:id; ").endsWith(" to #yi, which is nowhere.");
    });
  }

  @Test
  void a_line_with_two_pointers_to_a_renamed_entry_is_listed_once_with_their_number_error() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder).with("registers/register.xml", "xml:id=\"jia\"", "xml:id=\"jiaa\"")
            .with(FIRST, "今天天气", "<persName ref=\"#jia\">甲</persName>和<persName ref=\"#jia\">甲</persName>");
    assertThat(edition.findings()).singleElement().satisfies(f -> {
      assertThat(f.message()).startsWith("4 pointers go to #jia");
      assertThat(f.hint().orElseThrow()).endsWith(
          ": tei/documents/d19000101.xml:11, tei/documents/d19000101.xml:20, tei/documents/d19000101.xml:23 (2 places).");
    });
  }

  @Test
  void entry_that_never_had_an_id_is_not_taken_for_another_valid() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder)
            .with("registers/register.xml", "<person xml:id=\"yi\">", "<person><persName>丁</persName></person>\n<person xml:id=\"yi\">")
            .with(FIRST, "persName ref=\"#yi\"", "persName ref=\"#yii\"");
    assertThat(edition.places()).containsExactly(FIRST + ":22:47 J303");
  }

  @Test
  void document_in_another_folder_than_the_reading_order_says_error() throws IOException {
    for (String href : List.of("Documents/d19000102.xml", "documents/d19000102", "d19000102.xml")) {
      SmallEdition edition =
          SmallEdition.in(folder.resolve(href.replace('/', '-'))).with("edition.xml", "documents/d19000102.xml", href);
      assertThat(edition.places()).containsExactly("edition.xml:28:19 J305");
      assertThat(edition.findings().get(0).hint().orElseThrow()).startsWith("Did you mean documents/d19000102.xml?");
    }
  }

  @Test
  void ids_equally_near_are_all_offered() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "今天天气", "<ref target=\"#d19000101.p3\">今天</ref>天气");
    assertThat(edition.places()).containsExactly(FIRST + ":23:16 J303");
    assertThat(edition.findings().get(0).hint()).contains("Did you mean one of these: #d19000101.p1, #d19000101.p2?");
  }

  @Test
  void an_entry_is_to_be_added_where_its_like_stand() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "#kind-record", "#telegram");
    assertThat(edition.places()).containsExactly(FIRST + ":12:42 J303");
    assertThat(edition.findings().get(0).hint()).hasValueSatisfying(hint -> assertThat(hint).endsWith("stand: tei/edition.xml."));
  }

  @Test
  void what_was_pasted_before_two_headings_is_told_itself_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder)
        .with(FIRST, "<head type=\"title\">第一次谈话</head>", "<p xml:id=\"d19000101.p9\">先说。</p>\n<head>一</head>\n<head>二</head>");
    assertThat(edition.places()).containsExactly(FIRST + ":17:7 J106");
  }

  @Test
  void misspelt_party_is_told_once_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "sameAs=\"#jia\"", "sameAs=\"#jiaa\"");
    assertThat(edition.places()).containsExactly(FIRST + ":11:39 J303");
  }

  @Test
  void party_in_the_place_of_another_is_told_once_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "<person sameAs=\"#yi\"/>", "<person sameAs=\"#jia\"/>");
    assertThat(edition.places()).containsExactly(FIRST + ":11:62 J239");
  }

  @Test
  void copied_document_that_kept_its_ids_is_told_once_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    String copy = Files.readString(edition.file(FIRST)).replace("xml:id=\"d19000101\"", "xml:id=\"d18990101\"").replace("1900-01-01", "1899-01-01");
    Files.writeString(edition.file("documents/d18990101.xml"), copy.replace("1900 年", "1899 年"));
    edition.with("edition.xml", "<xi:include href=\"documents/d19000101.xml\"", "<xi:include href=\"documents/d18990101.xml\" xpointer=\"element(/1/2)\"/><xi:include href=\"documents/d19000101.xml\"");
    assertThat(edition.places()).containsExactly("documents/d18990101.xml:2:42 J314");
    assertThat(edition.findings().get(0).message()).endsWith(": it seems to be a copy of it, with other words in line 2, 10, 18.");
    assertThat(edition.findings().get(0).hint().orElseThrow())
        .startsWith("If it is to be a document of its own, put d18990101 in the place of d19000101 in every xml:id")
        .doesNotContain("tei/edition.xml");
  }

  @Test
  void copied_document_is_told_once_with_the_place_that_it_would_need_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    Files.copy(edition.file(FIRST), edition.file("documents/d19000101-copy.xml"));
    assertThat(edition.places()).containsExactly("documents/d19000101-copy.xml:2:42 J314");
    assertThat(edition.findings().get(0).message())
        .isEqualTo("This file has the ids of tei/documents/d19000101.xml: it seems to be a copy of it, the same in each line.");
    assertThat(edition.findings().get(0).hint().orElseThrow()).contains("and add it to tei/edition.xml");
  }

  @Test
  void copied_document_that_lost_a_line_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    String all = Files.readString(edition.file(FIRST));
    Files.writeString(edition.file("documents/d19000101-copy.xml"), all.replaceFirst("\\s*<gap [^>]*>", ""));
    assertThat(edition.findings().get(0).message()).endsWith(": it seems to be a copy of it, but lacks lines of it.");
  }

  @Test
  void copied_register_is_told_once_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    Files.copy(edition.file("registers/register.xml"), edition.file("registers/persons.xml"));
    assertThat(edition.places()).containsExactly("registers/persons.xml:2:42 J314");
  }

  @Test
  void copied_edition_is_told_once_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    Files.copy(edition.file("edition.xml"), edition.file("edition-old.xml"));
    assertThat(edition.places()).containsExactly("edition-old.xml:2:85 J314");
  }

  @Test
  void what_a_pointer_of_the_wrong_kind_reaches_is_told_in_words_error() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder)
            .with("documents/d19000101.xml", "<persName ref=\"#yi\">", "<persName ref=\"#small\">")
            .with("documents/d19000101.xml", "sp2\" who=\"#yi\"", "sp2\" who=\"#volume\"")
            .with("documents/d19000101.xml", "sp1\" who=\"#jia\"", "sp1\" who=\"#d19000101.sp2\"");
    assertThat(edition.findings()).extracting(Finding::message).containsExactly(
        "who=\"#d19000101.sp2\" points to a speech, <sp> (in tei/documents/d19000101.xml).",
        "ref=\"#small\" points to the edition as a whole, <TEI> (in tei/edition.xml).",
        "who=\"#volume\" points to a source, <bibl> (in tei/registers/register.xml).");
  }

  @Test
  void one_id_of_another_file_makes_no_copy_error() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder)
            .with("registers/register.xml", "<bibl xml:id=\"volume\">", "<bibl xml:id=\"volume\" n=\"1\">")
            .with("registers/register.xml", "xml:id=\"register\"", "xml:id=\"small\"");
    assertThat(edition.findings()).extracting(Finding::code).contains("J301").doesNotContain("J314");
  }

  @Test
  void the_id_of_another_file_is_told_where_it_does_not_belong_error() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder).with("documents/d19000102.xml", "xml:id=\"d19000102\"", "xml:id=\"d19000101\"");
    assertThat(edition.findings()).singleElement().satisfies(
        f -> assertThat(f.message()).isEqualTo(
            "The id d19000101 is that of tei/documents/d19000101.xml, but this file is named d19000102.xml"
                + " (1 pointer goes to #d19000102 and reaches nothing: tei/edition.xml:24)."));
  }

  @Test
  void the_edition_with_the_id_of_a_document_is_told_with_the_id_to_which_files_point_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with("edition.xml", "xml:id=\"small\"", "xml:id=\"d19000101\"");
    assertThat(edition.findings()).singleElement().satisfies(f -> {
      assertThat(f.code()).isEqualTo("J307");
      assertThat(f.message()).startsWith(
          "The id d19000101 is that of tei/documents/d19000101.xml, but this file puts the edition in order"
              + " (3 pointers go to #small and reach nothing: ");
      assertThat(f.hint()).contains("Write xml:id=\"small\".");
    });
  }

  @Test
  void an_edition_whose_id_is_misspelt_is_told_once_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with("edition.xml", "xml:id=\"small\"", "xml:id=\"smal\"");
    assertThat(edition.places()).containsExactly("edition.xml:2:85 J303");
  }

  @Test
  void a_copy_with_a_name_that_is_no_id_needs_another_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    String copy = Files.readString(edition.file(FIRST)).replace("d19000101.", "d19000103.");
    Files.writeString(edition.file("documents/d19000101 (2).xml"), copy);
    assertThat(edition.findings()).filteredOn(f -> !f.code().equals("J306")).singleElement().satisfies(f -> {
      assertThat(f.code()).isEqualTo("J307");
      assertThat(f.hint().orElseThrow()).startsWith("Give it an id of its own");
    });
  }

  @Test
  void two_files_that_exchanged_their_ids_are_told_with_their_own_error() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder)
            .with(FIRST, "xml:id=\"d19000101\"", "xml:id=\"d19000102\"")
            .with("documents/d19000102.xml", "xml:id=\"d19000102\"", "xml:id=\"d19000101\"");
    assertThat(edition.findings()).filteredOn(f -> f.code().equals("J307")).extracting(f -> f.hint().orElseThrow())
        .containsExactly("Write xml:id=\"d19000101\".", "Write xml:id=\"d19000102\".");
  }

  @Test
  void the_letter_that_only_looks_the_same_is_named_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "xml:id=\"d19000101\"", "xml:id=\"d19о00101\"");
    assertThat(edition.findings()).extracting(Finding::message).containsExactly(
        "The file is named d19000101.xml, but in its xml:id, d19о00101, stands U+043E CYRILLIC SMALL LETTER O for 0.");
  }

  private SmallEdition letter(String sender, String addressee) throws IOException {
    return SmallEdition.in(folder).with(
        "documents/d19000102.xml", "</textClass>",
        ("</textClass><correspDesc>\n<correspAction type=\"sent\">%s<date when=\"1900-01-02\"/></correspAction>\n"
            + "<correspAction type=\"received\">%s</correspAction>\n</correspDesc>").formatted(sender, addressee));
  }

  @Test
  void a_letter_to_another_valid() throws IOException {
    assertThat(letter("<persName ref=\"#jia\">甲</persName>", "<persName ref=\"#yi\">乙</persName>").places()).isEmpty();
  }

  @Test
  void who_is_pointed_to_by_mistake_is_not_told_to_write_to_himself_error() throws IOException {
    SmallEdition edition = letter("<persName ref=\"#jia\">甲</persName>", "<persName ref=\"#jia\">乙</persName>");
    assertThat(edition.places()).containsExactly("documents/d19000102.xml:13:42 J313");
  }

  @Test
  void so_is_the_sender_error() throws IOException {
    SmallEdition edition = letter("<persName ref=\"#yi\">甲</persName>", "<persName ref=\"#yi\">乙</persName>");
    assertThat(edition.places()).containsExactly("documents/d19000102.xml:12:38 J313");
  }

  @Test
  void who_writes_to_himself_is_told_whoever_is_pointed_to_in_the_text_error() throws IOException {
    String jia = "<persName ref=\"#jia\">甲</persName>";
    SmallEdition edition =
        letter(jia, jia).with("documents/d19000102.xml", "今天有风", "<persName ref=\"#jia\">乙</persName>今天有风");
    assertThat(edition.findings()).extracting(Finding::code).containsExactly("J237", "J313");
  }

  @Test
  void the_owner_of_an_id_may_have_another_name_error() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder)
            .with("edition.xml", "documents/d19000101.xml", "documents/letter.xml")
            .with("documents/d19000102.xml", "xml:id=\"d19000102\"", "xml:id=\"d19000101\"");
    Files.move(edition.file(FIRST), edition.file("documents/letter.xml"));
    assertThat(edition.findings()).extracting(f -> f.message().replaceFirst("[(].*", "")).containsExactly(
        "The id d19000101 is that of tei/documents/letter.xml, but this file is named d19000102.xml ",
        "The file is named letter.xml but its xml:id is d19000101.");
  }

  @Test
  void an_id_after_the_name_of_a_later_file_is_told_where_it_does_not_belong_error() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder).with(FIRST, "xml:id=\"d19000101.sp2\"", "xml:id=\"register\"");
    assertThat(edition.places()).containsExactly(FIRST + ":25:11 J210");
  }

  @Test
  void renamed_file_is_told_once_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    Files.move(edition.file(FIRST), edition.file("documents/d19010202.xml"));
    assertThat(edition.places()).containsExactly("documents/d19010202.xml:2:42 J307");
    assertThat(edition.findings().get(0).hint().orElseThrow()).startsWith("Name it d19000101.xml again.");
  }

  @Test
  void a_letter_between_elements_hides_nothing_in_them_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "</body>", "s</body>").with(FIRST, "<p xml:id=\"d19000101.p1\">", "<p xml:id=\"d19000101.p1\"><date when=\"1900-01-01\">1900年1月2日</date>");
    assertThat(edition.findings()).extracting(Finding::code).containsExactlyInAnyOrder("J108", "J226");
  }

  @Test
  void file_that_was_renamed_to_what_cannot_be_an_id_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    Files.move(edition.file(FIRST), edition.file("documents/d19000101 copy.xml"));
    assertThat(edition.places()).containsExactly("documents/d19000101 copy.xml:2:42 J307");
    assertThat(edition.findings().get(0).hint()).contains("Name it d19000101.xml again.");
  }

  @Test
  void entity_that_is_a_space_is_named_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "今天天气", "今天&nbsp;天气");
    assertThat(edition.places()).containsExactly(FIRST + ":23:13 J011");
    assertThat(edition.findings()).extracting(f -> f.hint().orElse(""))
        .containsExactly("Type an ordinary space, or nothing; if it must be U+00A0 NO-BREAK SPACE, its number is &#xA0;.");
  }

  @Test
  void two_less_than_in_a_value_are_told_and_nothing_else_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "<pb break", "<pb n=\"a<b<c\" break");
    assertThat(edition.places()).containsExactly(FIRST + ":23:23 J010", FIRST + ":23:25 J010");
  }

  @Test
  void element_closed_too_early_is_told_with_the_place_of_its_end() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "今天天气<pb break=\"no\"/>很好。</p>", "今天天气</p><pb break=\"no\"/>很好。</p>");
    assertThat(edition.findings().get(0).message()).isEqualTo("</p> closes nothing: the <p> before it was closed in line 23, column 15.");
  }

  @Test
  void end_tags_crossed_around_words_are_told_with_what_they_hold_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "很好</hi>！</p>", "很好</p>！<pb break=\"no\"/>好。</hi>");
    assertThat(edition.findings().get(0).message()).isEqualTo(
        "</p> and </hi> are in the wrong order: <hi>“很好” was opened last and must be closed first. Between the two stands “！好。”.");
  }

  @Test
  void hyphen_of_a_pdf_in_a_date_is_named_and_mended() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "<creation><date when=\"1900-01-01\"", "<creation><date when=\"1900‐01‐01\"");
    Finding finding = edition.findings().get(0);
    assertThat(finding.message()).endsWith("is not a date that programs can read: it has U+2010 HYPHEN.");
    assertThat(Mender.mend(edition.findings())).isEqualTo(1);
    assertThat(edition.findings()).isEmpty();
  }

  @Test
  void gbk_declared_utf8_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    Path file = edition.file(FIRST);
    Files.write(file, Files.readString(file).getBytes(Charset.forName("GBK")));
    assertThat(edition.places()).containsExactly(FIRST + ":5:37 J002");
  }

  @Test
  void doctype_error() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder).with(FIRST, "<TEI xmlns", "<!DOCTYPE TEI [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<TEI xmlns");
    assertThat(edition.places()).containsExactly(FIRST + ":2:1 J003");
  }

  @Test
  void missing_document_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with("edition.xml", "documents/d19000102.xml", "documents/d19110305.xml");
    assertThat(edition.places()).contains("edition.xml:28:19 J305", "documents/d19000102.xml:1:1 J306");
  }

  @Test
  void document_without_a_place_is_told_where_the_names_say_it_stands() throws IOException {
    String include = "<xi:include href=\"documents/d19000102.xml\" xpointer=\"element(/1/2)\"/>";
    SmallEdition edition = SmallEdition.in(folder)
        .with("edition.xml", include, include + "\n" + include.replace("0102", "0104"));
    for (String id : List.of("d19000103", "d19000104")) {
      String document = Files.readString(edition.file("documents/d19000102.xml"));
      String day = id.substring(7);
      Files.writeString(
          edition.file("documents/" + id + ".xml"),
          document.replace("d19000102", id).replace("1900-01-02", "1900-01-" + day).replace("1月2日", "1月" + day.charAt(1) + "日"));
    }
    Finding told = edition.findings().stream().filter(f -> f.code().equals("J306")).findFirst().orElseThrow();
    assertThat(told.file()).isEqualTo(edition.file("documents/d19000103.xml"));
    assertThat(told.advice().orElseThrow().en()).isEqualTo(
        "In tei/edition.xml, after line 28 (documents/d19000102.xml), add "
            + "<xi:include href=\"documents/d19000103.xml\" xpointer=\"element(/1/2)\"/>.");
  }

  @Test
  void missing_transcript_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    Files.delete(edition.file("source/transcript.txt"));
    assertThat(edition.places()).containsExactly("edition.xml:11:65 J309");
  }

  @Test
  void address_with_a_full_width_colon_is_told_once_error() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder).with(FIRST, "今天天气", "<ref target=\"http：//example.org/a\">今天</ref>天气");
    assertThat(edition.places()).containsExactly(FIRST + ":23:16 J242");
  }

  @Test
  void file_outside_the_edition_error() throws IOException {
    Files.writeString(folder.resolve("secret.txt"), "secret");
    SmallEdition edition = SmallEdition.in(folder).with("edition.xml", "<ref target=\"source/transcript.txt\"", "<ref target=\"../secret.txt\"");
    assertThat(edition.places()).containsExactly("edition.xml:11:65 J309");
  }

  @Test
  void reference_to_a_document_by_its_file_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "今天天气", "<ref target=\"d19000102.xml\">今天</ref>天气");
    assertThat(edition.places()).containsExactly(FIRST + ":23:16 J312");
    assertThat(edition.findings().get(0).hint()).contains("Point to its id: #d19000102.");
    Mender.mend(edition.findings());
    assertThat(Files.readString(edition.file(FIRST))).contains("<ref target=\"#d19000102\">今天</ref>天气");
    assertThat(edition.findings()).isEmpty();
  }

  @Test
  void file_name_other_than_id_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with("edition.xml", "documents/d19000102.xml", "documents/other.xml");
    Files.move(edition.file("documents/d19000102.xml"), edition.file("documents/other.xml"));
    assertThat(edition.places()).containsExactly("documents/other.xml:2:42 J307");
  }

  @Test
  void no_edition_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    Files.delete(edition.file("edition.xml"));
    assertThat(edition.findings()).extracting(Finding::code).contains("J310").doesNotContain("J306");
  }

  @Test
  void empty_folder_error() throws IOException {
    Files.createDirectory(folder.resolve("tei"));
    assertThat(new Checks(new jilu.transform.Xslt(), new Reader(new jilu.transform.Xslt())).run(jilu.edition.Edition.in(folder)).findings())
        .extracting(Finding::code)
        .containsExactly("J005");
  }

  @Test
  void a_link_that_leads_nowhere_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    try {
      Files.createSymbolicLink(edition.file("documents/d19000103.xml"), Path.of("gone.xml"));
      // An editor's mark that the file is open.
      Files.createSymbolicLink(edition.file("documents/.#d19000101.xml"), Path.of("someone@somewhere"));
    } catch (IOException | UnsupportedOperationException e) {
      abort("no links here");
    }
    assertThat(edition.places())
        .containsExactly("documents/d19000103.xml:1:1 J004", "documents/d19000103.xml:1:1 J027");
    assertThat(edition.findings().get(0).message()).isEqualTo("This link leads to a file that does not exist.");
  }

  @Test
  void a_folder_that_is_a_link_is_read_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "你好，", "你 好，");
    List<String> told = edition.places();
    assertThat(told).isNotEmpty();
    try {
      Files.move(folder.resolve("tei"), folder.resolve("elsewhere"));
      Files.createSymbolicLink(folder.resolve("tei"), Path.of("elsewhere"));
    } catch (IOException | UnsupportedOperationException e) {
      abort("no links here");
    }
    assertThat(edition.places()).isEqualTo(told);
    assertThat(jilu.edition.XmlFiles.below(folder.resolve("tei"))).contains(edition.file(FIRST));
  }

  @Test
  void a_folder_that_may_not_be_opened_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "你好，", "你 好，");
    Path locked = Files.createDirectory(edition.file("documents/locked"));
    Files.copy(edition.file(FIRST), locked.resolve("d19000103.xml"));
    assumeTrue(locked.getFileSystem().supportedFileAttributeViews().contains("posix"), "no such permissions here");
    for (String permissions : List.of("---------", "r--------", "--x------")) {
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString(permissions));
      try {
        assumeFalse(Files.isReadable(locked.resolve("d19000103.xml")) && Files.isReadable(locked),
            "to some nothing is forbidden");
        assertThat(edition.places())
            .containsExactly(FIRST + ":22:35 J039", "documents/locked:1:1 J004", "documents/locked:1:1 J027");
        assertThat(edition.findings().get(1).message()).startsWith("This folder may not be opened");
      } finally {
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }

  @Test
  void finding_prints_as_file_line_column() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "who=\"#jia\"", "who=\"jia\"");
    assertThat(edition.findings().get(0).in(Path.of("a.xml")).toString()).startsWith("a.xml:20:34: error J302 ");
  }

  @Test
  void words_with_a_colon_in_a_speech_are_its_label_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "<speaker>甲：</speaker>", "甲：");
    assertThat(edition.places()).containsExactly(FIRST + ":21:9 J108");
    assertThat(edition.findings().get(0).hint()).contains("Put <speaker> before and </speaker> after them.");
  }

  @Test
  void words_with_a_colon_beside_the_label_are_no_second_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "甲：</speaker>", "甲：</speaker>他说：");
    assertThat(edition.findings().get(0).hint()).contains("Put <p> before and </p> after them.");
  }

  @Test
  void a_file_in_a_wrong_namespace_is_read_as_it_was_meant_error() throws IOException {
    String tei = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id";
    SmallEdition edition = SmallEdition.in(folder)
        .with("documents/d19000102.xml", tei, "<TEI xmlns=\"http://www.tei-c.org/ns/1.1\" xml:id")
        .with(FIRST, tei, "<TEI xml:id")
        .with(FIRST, "who=\"#jia\"", "who=\"#jiaa\"")
        .with(FIRST, "你好，", "<quote source=\"#d19000102.p1\">今天有风</quote>，")
        .with("registers/register.xml", tei, "<TEI xmlns=\"http://www.tei-c.org/ns/1.0/\" xml:id")
        .with("registers/register.xml", "<persName>甲</persName>", "<persName/>")
        .with("edition.xml", "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"", "<TEI xmlns=\"\"");
    assertThat(edition.places())
        .containsExactlyInAnyOrder(
            FIRST + ":2:1 J110", FIRST + ":20:34 J303", "documents/d19000102.xml:2:6 J110",
            "registers/register.xml:2:6 J110", "registers/register.xml:12:28 J208", "edition.xml:2:6 J110");
  }

  @Test
  void namespaces_that_are_wrong_within_one_another_are_told_each_where_it_is_declared_error() throws IOException {
    String tei = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"";
    SmallEdition edition = SmallEdition.in(folder)
        .with("edition.xml", tei, "<TEI xmlns=\"https://www.tei-c.org/ns/1.0\"")
        .with("edition.xml", "2001/XInclude", "2003/XInclude")
        .with("edition.xml", "documents/d19000102.xml", "documents/d19000103.xml");
    Path prefixed = edition.file(FIRST);
    String prefixedTei = Files.readString(prefixed).replaceAll("<(/?)(?=[A-Za-z])", "<$1t:")
        .replace("xmlns=\"http:", "xmlns:t=\"https:").replace("ref=\"#yi\"", "ref=\"#yii\"");
    Files.writeString(prefixed, prefixedTei);
    assertThat(edition.places())
        .containsExactlyInAnyOrder(
            "edition.xml:2:6 J110", "edition.xml:2:43 J110", "edition.xml:28:19 J305", FIRST + ":2:8 J110",
            FIRST + ":22:51 J303");
    Mender.mend(edition.findings());
    assertThat(edition.places()).containsExactlyInAnyOrder("edition.xml:28:19 J305", FIRST + ":22:51 J303");
  }

  @Test
  void entries_that_begin_as_their_names_are_told_once_each_error() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder)
            .with("registers/register.xml", "<person xml:id=\"jia\">", "<persName xml:id=\"jia\">")
            .with("registers/register.xml", "<person xml:id=\"yi\">", "<persName xml:id=\"yi\">");
    assertThat(edition.findings()).extracting(Finding::code).containsExactly("J008", "J008");
    assertThat(edition.findings()).extracting(f -> f.hint().orElseThrow())
        .containsOnly("Write <person>: <persName> does not fit here.");
  }
}
