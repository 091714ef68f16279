package jilu.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import jilu.SmallEdition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of the command line. */
class JiluTest {
  @TempDir Path folder;

  @Test
  void a_sound_edition_exits_0() throws IOException {
    Run run = Run.of("validate", SmallEdition.in(folder).folder().toString());
    assertThat(run.exit()).isZero();
    assertThat(run.out().strip()).isEqualTo("Checked 4 files: 0 errors, 0 warnings.");
  }

  @Test
  void errors_in_the_input_exit_1() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with("documents/d19000101.xml", "who=\"#jia\"", "who=\"#jiaa\"");
    Run run = Run.of("validate", edition.folder().toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("d19000101.xml:20:34: error J303 ").contains("1 error");
  }

  @Test
  void only_the_files_named_are_reported() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with("documents/d19000101.xml", "who=\"#jia\"", "who=\"#jiaa\"");
    assertThat(Run.of("validate", edition.file("documents/d19000102.xml").toString()).exit()).isZero();
    assertThat(Run.of("validate", edition.file("documents/d19000101.xml").toString()).exit()).isEqualTo(1);
  }

  @Test
  void wrong_usage_exits_2() {
    assertThat(Run.of("build", "--no-such-option").exit()).isEqualTo(2);
    assertThat(Run.of("publish").exit()).isEqualTo(2);
    assertThat(Run.of().exit()).isEqualTo(2);
  }

  @Test
  void what_cannot_run_exits_3_without_a_stack_trace() {
    Run run = Run.of("validate", folder.resolve("missing").toString());
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("missing does not exist").doesNotContain("\tat ");
  }

  @Test
  void prove_tells_every_difference_with_its_place_in_both_texts() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    String path = edition.folder().toString();
    assertThat(Run.of("prove", path).exit()).as("nothing was built").isEqualTo(3);
    assertThat(Run.of("build", "-q", path).exit()).isZero();
    Run proven = Run.of("prove", path);
    assertThat(proven.exit()).isZero();
    assertThat(proven.out().strip()).isEqualTo("Proven: 87 characters the same in every output.");
    Path other = folder.resolve("other.txt");
    Files.copy(edition.file("source/transcript.differences.tsv"), folder.resolve("other.differences.tsv"));
    Files.writeString(other, Files.readString(edition.file("source/transcript.txt")).replace("今天有风。\n", "今天有雨。\n"));
    Run differing = Run.of("prove", "--transcript", other.toString(), path);
    assertThat(differing.exit()).isEqualTo(1);
    assertThat(differing.out()).contains("other.txt:20:4: error J601", "“雨” in", "d19000102.p1", "“风” in", "Not proven: 1 difference.");
    Files.write(other, "今天有风。\n明天".getBytes(Charset.forName("GBK")));
    assertThat(Run.of("prove", "--transcript", other.toString(), path).out()).contains("other.txt:1:1: error J608");
  }

  /** Whoever lets the program write into his files wants to look at each place. */
  @Test
  void what_was_mended_is_told() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with("documents/d19000101.xml", "who=\"#jia\"", "who=\"jia\"");
    Path report = folder.resolve("report.html");
    Run run = Run.of("validate", "--fix", "--format", "html", "--report", report.toString(), edition.folder().toString());
    assertThat(run.exit()).isZero();
    assertThat(run.err().lines()).containsExactly(
        "Mended " + edition.file("documents/d19000101.xml") + ":20:34 J302 who=\"jia\" does not begin with #. Now: #jia",
        "Mended 1 mistake.");
    assertThat(run.out().lines())
        .containsExactly("Checked 4 files: 0 errors, 0 warnings.", "The report is in " + report + ".");
  }

  @Test
  void what_may_not_be_mended_is_told_by_its_name() throws IOException {
    SmallEdition edition = SmallEdition.in(folder)
        .with("documents/d19000101.xml", "who=\"#jia\"", "who=\"jia\"")
        .with("documents/d19000102.xml", "1900-01-02\"/>", "1900-1-2\"/>");
    forbid(edition.file("documents/d19000101.xml"));
    Run run = Run.of("validate", "--fix", edition.folder().toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(3).anySatisfy(line ->
            assertThat(line).startsWith("Mended " + edition.file("documents/d19000102.xml") + ":10:23 J112 "))
        .endsWith(
            "Not mended " + edition.file("documents/d19000101.xml") + ": it may not be written to; check its permissions.",
            "Mended 1 mistake.");
    assertThat(run.out()).contains("d19000101.xml:20:34: error J302 ").contains("1 error");
  }

  @Test
  void a_warning_that_may_not_be_mended_is_no_success() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with("documents/d19000101.xml", "你好，", "你\u200b好，");
    assertThat(Run.of("validate", edition.folder().toString()).exit()).isZero();
    forbid(edition.file("documents/d19000101.xml"));
    assertThat(Run.of("validate", "-q", "--fix", edition.folder().toString()))
        .isEqualTo(new Run(3, "", "Not mended " + edition.file("documents/d19000101.xml")
            + ": it may not be written to; check its permissions.\n"));
  }

  private static void forbid(Path file) throws IOException {
    assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"), "no such permissions here");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
  }

  @Test
  void a_link_that_leads_nowhere_is_told_beside_what_is_checked() throws IOException {
    Path file = Files.copy(SmallEdition.in(folder).file("registers/register.xml"), folder.resolve("a.xml"));
    Path link = folder.resolve("link.xml");
    try {
      Files.createSymbolicLink(link, link.getFileName());
    } catch (IOException | UnsupportedOperationException e) {
      abort("no links here");
    }
    Run run = Run.of("validate", file.toString(), link.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("link.xml:1:1: error J004 This link leads to a file that does not exist.")
        .contains("Checked 2 files: ");
  }

  /** @param path what is checked */
  private static void refuses(Path report, Path path, String said) {
    Run run = Run.of("validate", "--format", "html", "--report", report.toString(), path.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(said).endsWith(" validate --help\n");
  }

  @Test
  void a_report_in_the_place_of_a_schema_exits_2() throws IOException {
    Path file = Files.writeString(folder.resolve("a.xml"), "<a/>");
    Path schema = Files.writeString(folder.resolve("a.rnc"), "start = element a { empty }");
    Run run = Run.of("validate", "--report", schema.toString(), "--schema", schema.toString(), file.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("The report would take the place of " + schema);
    assertThat(schema).hasContent("start = element a { empty }");
  }

  @Test
  void a_report_in_the_place_of_a_source_exits_2() throws IOException {
    SmallEdition edition = SmallEdition.in(Files.createDirectory(folder.resolve("small")));
    Path file = edition.file("documents/d19000101.xml");
    String before = Files.readString(file);
    String said = "The report would take the place of ";
    refuses(file, file, said + file);
    refuses(file, edition.folder(), said + file);
    refuses(file, edition.file("documents/d19000102.xml"), said);
    Path loose = Files.copy(file, folder.resolve("alone.tei"));
    refuses(folder.resolve("small/../alone.tei"), loose, said);
    Path linking = Files.createDirectory(folder.resolve("linking"));
    try {
      Files.createSymbolicLink(linking.resolve("link.xml"), loose);
      refuses(loose, linking, said);
      refuses(linking.resolve("link.xml"), loose, said);
    } catch (UnsupportedOperationException e) {
      abort("no links here");
    }
    assertThat(Files.readString(file)).isEqualTo(before);
    assertThat(Files.readString(loose)).isEqualTo(before);
  }

  @Test
  void a_report_among_the_sources_exits_2() throws IOException {
    SmallEdition edition = SmallEdition.in(Files.createDirectory(folder.resolve("small")));
    refuses(edition.file("new/report.xml"), edition.folder(), "The report " + edition.file("new/report.xml") + " would lie");
    assertThat(edition.file("new")).doesNotExist();
    Path loose = Files.createDirectory(folder.resolve("loose"));
    Files.copy(edition.file("registers/register.xml"), loose.resolve("a.xml"));
    refuses(loose.resolve("report.xml"), loose, "The report ");
  }

  @Test
  void a_report_beside_the_sources_is_written() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    for (Path report : new Path[] {folder.resolve("report.xml"), edition.file("report.html")}) {
      Run run = Run.of("validate", "--format", "junit", "--report", report.toString(), edition.folder().toString());
      assertThat(run.exit()).isZero();
      assertThat(report).exists();
    }
  }

  @Test
  void with_a_schema_a_folder_needs_no_edition_but_files() throws IOException {
    Path schema = Files.writeString(folder.resolve("any.rnc"), "start = any\nany = element * { any* }");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.writeString(empty.resolve("notes.txt"), "");
    Run run = Run.of("validate", "--schema", schema.toString(), empty.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("empty:1:1: error J005 There is no file in this folder whose name ends in .xml.");
    assertThat(Run.of("validate", empty.toString()).out()).contains("There is no folder tei here.");
  }

  @Test
  void debug_shows_where() {
    assertThat(Run.of("--debug", "validate", folder.resolve("missing").toString()).err()).contains("\tat ");
  }

  @Test
  void quiet_says_nothing_of_a_sound_edition() throws IOException {
    Run run = Run.of("validate", "-q", SmallEdition.in(folder).folder().toString());
    assertThat(run.out()).isEmpty();
  }

  @Test
  void help_and_version_exit_0() {
    assertThat(Run.of("--help").out()).contains("build", "validate", "Exit codes");
    assertThat(Run.of("--version").out()).startsWith("jilu ");
  }

  @Test
  void a_file_that_is_named_twice_is_checked_once() throws IOException {
    Path file = Files.writeString(folder.resolve("a.xml"), "<TEI/>");
    Run run = Run.of("validate", file.toString(), folder.toString());
    assertThat(run.out()).contains("Checked 1 file: ").containsOnlyOnce("error J110");
  }

  @Test
  void files_of_another_schema_are_known_as_such() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with("documents/d19000101.xml", "今天", "<w>今</w><w>天</w>".repeat(11));
    String file = edition.file("documents/d19000101.xml").toString();
    Path schema =
        Files.writeString(
            folder.resolve("any.rnc"), "start = any\nany = element * { (attribute * { text } | text | any)* }");
    Path alone = Files.copy(Path.of(file), folder.resolve("alone.xml"));
    assertThat(Run.of("validate", alone.toString()).err()).contains("--schema FILE");
    assertThat(Run.of("validate", "--schema", schema.toString(), alone.toString()).err()).isEmpty();
    assertThat(Run.of("validate", "-q", alone.toString()).err()).isEmpty();
  }

  @Test
  void rules_in_a_grammar_that_are_not_run_are_told_once_with_the_way_to_run_them() throws IOException {
    String rule = "<s:pattern xmlns:s='http://purl.oclc.org/dsdl/schematron'><s:rule context='/*'><s:assert test='b'>No b.</s:assert></s:rule></s:pattern>";
    String grammar = "<element name='a' xmlns='http://relaxng.org/ns/structure/1.0'>" + rule + "<text/></element>";
    Path rng = Files.writeString(folder.resolve("a.rng"), grammar);
    String one = Files.writeString(folder.resolve("one.xml"), "<a>x</a>").toString();
    String two = Files.writeString(folder.resolve("two.xml"), "<a>y</a>").toString();
    Run run = Run.of("validate", "--schema", rng.toString(), one, two);
    assertThat(run.exit()).isZero();
    assertThat(run.err()).containsOnlyOnce("holds 1 rule").contains("--schema " + folder.resolve("a.sch"));
    assertThat(Run.of("validate", "-q", "--schema", rng.toString(), one, two).err()).isEmpty();
    Path sch = Files.copy(rng, folder.resolve("a.sch"));
    Run both = Run.of("validate", "--schema", rng.toString(), "--schema", sch.toString(), one, two);
    assertThat(both.exit()).isEqualTo(1);
    assertThat(both.out()).contains("J199 No b.");
    assertThat(both.err()).isEmpty();
  }

  @Test
  void rules_in_an_included_grammar_or_in_the_compact_syntax_are_told_too() throws IOException {
    String rule = "<s:rule xmlns:s='http://purl.oclc.org/dsdl/schematron' context='/*'><s:assert test='b'>No b.</s:assert></s:rule>";
    String grammar = "<grammar xmlns='http://relaxng.org/ns/structure/1.0'>%s</grammar>";
    Files.writeString(folder.resolve("b.rng"), grammar.formatted("<start><externalRef href='a.rng'/></start>"));
    Path a = Files.writeString(folder.resolve("a.rng"), grammar.formatted(rule + "<start><element name='a'><text/></element></start>"));
    String one = Files.writeString(folder.resolve("one.xml"), "<a>x</a>").toString();
    Run included = Run.of("validate", "--schema", folder.resolve("b.rng").toString(), one);
    assertThat(included.err()).containsOnlyOnce("holds 1 rule").contains(a.toString(), "--schema " + folder.resolve("a.sch"));
    Path compact = Files.writeString(
        folder.resolve("c.rnc"),
        "namespace sch = \"http://purl.oclc.org/dsdl/schematron\"\n# sch:rule [ context = \"x\" ]\n"
            + "start = [ sch:rule [ context = \"/*\" sch:assert [ test = \"b\" \"No b.\" ] ] ] element a { text }");
    assertThat(Run.of("validate", "--schema", compact.toString(), one).err()).contains("holds 1 rule", "compact syntax");
  }

  @Test
  void a_folder_that_is_no_edition_is_told_that_pointers_between_its_files_were_not_checked() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    assertThat(Run.of("validate", edition.folder().toString()).err()).isEmpty();
    Path other = Files.move(edition.file("documents").getParent(), folder.resolve("xml"));
    assertThat(Run.of("validate", other.toString()).err()).contains("checked each by itself", "named tei");
    assertThat(Run.of("validate", "-q", other.toString()).err()).isEmpty();
    assertThat(Run.of("validate", other.resolve("registers/register.xml").toString()).err()).isEmpty();
  }

  @Test
  void a_few_unknown_elements_are_no_other_schema() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with("documents/d19000101.xml", "今天", "<w>今</w><w>天</w>");
    assertThat(Run.of("validate", edition.folder().toString()).err()).doesNotContain("--schema");
  }
}
