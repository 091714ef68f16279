package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jilu.transform.Xslt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pointers within a file that belongs to no edition. */
class OwnPointersTest {
  private static final Xslt XSLT = new Xslt();
  private static final String GRAMMAR =
      "namespace x = \"http://www.w3.org/2001/XInclude\"\n"
          + "start = element play { x*, person*, speech* }\n"
          + "x = element x:include { attribute href { text } }\n"
          + "person = element person { attribute xml:id { xsd:ID }, attribute xml:base { text }? }\n"
          + "speech = element speech { attribute who { text }, attribute key { text }? }\n";
  private static final String PERSONS = "<person xml:id=\"ann\"/>\n<person xml:id=\"bert\"/>\n";

  @TempDir Path folder;

  private List<String> told(String... lines) throws IOException {
    Path grammar = Files.writeString(folder.resolve("play.rnc"), GRAMMAR);
    Path file = Files.writeString(folder.resolve("play.xml"), "<play>\n" + String.join("\n", lines) + "\n</play>");
    return Checks.with(XSLT, new Reader(XSLT), List.of(grammar)).run(List.of(file)).stream()
        .map(f -> f.line() + ":" + f.column() + " " + f.severity() + " " + f.code() + " " + f.message() + " "
            + f.hint().orElse(""))
        .toList();
  }

  private static String speeches(int number) {
    return "<speech who=\"#ann #bert\"/>".repeat(number);
  }

  @Test
  void one_among_many_that_reach_theirs_error() throws IOException {
    assertThat(told(PERSONS + speeches(2) + "\n<speech who=\"#ann #bret\"/>"))
        .containsExactly(
            "5:9 warning J303 who=\"#bret\" points to nothing in this file; most other @who point to something in it."
            + " Did you mean #bert?");
  }

  @Test
  void one_that_is_like_no_other_error() throws IOException {
    assertThat(told(PERSONS + speeches(4) + "\n<speech who=\"#chorus\"/><speech who=\"#chorus\"/>"))
        .containsExactly(
            "5:9 warning J303 who=\"#chorus\" points to nothing in this file (here and 1 more time); most other @who point to"
            + " something in it."
            + " Mend the id, or give it to what is meant.");
  }

  @Test
  void one_with_a_letter_of_another_alphabet_is_named_and_mended_error() throws IOException {
    assertThat(told(PERSONS + speeches(4) + "\n<speech who=\"#b\u0435rt\"/>"))
        .containsExactly(
            "5:9 warning J303 who=\"#b\u0435rt\" points to nothing in this file: its letter \u0435 is U+0435 CYRILLIC"
            + " SMALL LETTER IE, which only looks the same. Write #bert.");
    Path play = folder.resolve("play.xml");
    Path grammar = folder.resolve("play.rnc");
    Mender.mend(Checks.with(XSLT, new Reader(XSLT), List.of(grammar)).run(List.of(play)));
    assertThat(Files.readString(play)).contains("<speech who=\"#bert\"/>");
  }

  @Test
  void one_that_differs_by_its_number_is_not_said_to_be_meant_error() throws IOException {
    String numbered = "<person xml:id=\"p12\"/>" + "<speech who=\"#p12\"/>".repeat(4);
    assertThat(told(numbered.replaceFirst("<speech", "\n<speech").replaceFirst("p12(?=[^<]*$)", "p13")
        + "<speech who=\"#p12\"/>")).singleElement().asString().endsWith("Mend the id, or give it to what is meant.");
  }

  @Test
  void where_many_are_defined_elsewhere_valid() throws IOException {
    assertThat(told(PERSONS + speeches(1) + "<speech who=\"#clara\"/>")).isEmpty();
    assertThat(told("<speech who=\"#ann\"/>")).isEmpty();
  }

  @Test
  void of_an_attribute_that_points_to_nothing_valid() throws IOException {
    assertThat(told(PERSONS + speeches(9) + "<speech who=\"#ann\" key=\"#ffcc00\"/>")).isEmpty();
  }

  @Test
  void in_a_file_that_others_complete_valid() throws IOException {
    String include = "<x:include xmlns:x=\"http://www.w3.org/2001/XInclude\" href=\"a.xml\"/>";
    assertThat(told(include + PERSONS + speeches(9) + "<speech who=\"#clara\"/>")).isEmpty();
    String elsewhere = PERSONS.replaceFirst("/>", " xml:base=\"a.xml\"/>");
    assertThat(told(elsewhere + speeches(9) + "<speech who=\"#clara\"/>")).isEmpty();
  }
}
