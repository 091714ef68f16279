package jilu.validate;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jilu.transform.Xslt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are checked together, and that none of them notices. */
class BatchTest {
  @TempDir private Path folder;

  @Test
  void short_files_are_checked_together_in_their_order() throws IOException {
    List<Path> files = files(IntStream.generate(() -> 10_000).limit(400).toArray());
    List<Batch> batches = Batch.of(files, 1);
    assertThat(batches).hasSizeBetween(5, 12).allMatch(batch -> batch.cost() == (10_000 + Batch.OF_EACH) * batch.files().size());
    assertThat(batches.stream().flatMap(batch -> batch.files().stream())).containsExactlyElementsOf(files);
  }

  @Test
  void a_long_file_is_checked_alone() throws IOException {
    List<Path> files = files(1_000, 1_000_000, 1_000, 1_000);
    assertThat(Batch.of(files, 1)).extracting(Batch::files)
        .containsExactly(files.subList(0, 1), files.subList(1, 2), files.subList(2, 4));
  }

  /** By the size of a batch alone there would be thirteen. */
  @Test
  void each_thread_has_as_many_batches() throws IOException {
    List<Path> files = files(IntStream.generate(() -> 10_000 - (int) Batch.OF_EACH).limit(660).toArray());
    assertThat(Batch.of(files, 2)).hasSize(14);
  }

  @Test
  void of_short_files_there_are_fewer_bytes_in_a_batch() throws IOException {
    int[] sizes = IntStream.concat(IntStream.generate(() -> 1_000).limit(100), IntStream.of(100_000, 100_000)).toArray();
    assertThat(Batch.of(files(sizes), 1)).extracting(batch -> batch.files().size()).first(as(INTEGER)).isLessThan(40);
  }

  @Test
  void of_few_files_each_thread_has_some() throws IOException {
    List<Path> files = files(IntStream.generate(() -> 5_000).limit(18).toArray());
    assertThat(Batch.of(files, 4)).hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void of_no_files_there_is_no_batch_and_of_empty_ones_there_is_each() throws IOException {
    assertThat(Batch.of(List.of(), 4)).isEmpty();
    assertThat(Batch.of(files(0, 0), 4).stream().mapToInt(batch -> batch.files().size()).sum()).isEqualTo(2);
  }

  /** The second has a mark that slid behind its end tag, which is put back before marks are paired. */
  @Test
  void of_a_long_file_whose_characters_another_thread_looks_at_the_same_is_told() throws IOException {
    var xslt = new Xslt();
    var checks = new Checks(xslt, new Reader(xslt));
    for (String body : List.of("<p>中 文</p>", "<p>他说（对。</p>）<p>“是。</p>", "<p>他说：“对。</p>")) {
      List<Path> files = new ArrayList<>();
      for (int times : List.of(1, 40_000)) {
        String tei =
            "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>文。</p>\n" + body + "\n"
                + "<p>文。</p>".repeat(times) + "</body></text></TEI>";
        files.add(Files.writeString(folder.resolve("times" + times + ".xml"), tei));
      }
      List<String> ofShort = told(checks, files.get(0));
      assertThat(told(checks, files.get(1))).as(body).isEqualTo(ofShort);
      assertThat(ofShort).as(body).anyMatch(finding -> finding.matches("2:\\d+ J[01].*"));
    }
  }

  private static List<String> told(Checks checks, Path file) {
    return checks.run(List.of(file)).stream()
        .map(finding -> finding.line() + ":" + finding.column() + " " + finding.code() + " " + finding.message()).toList();
  }

  @Test
  void a_file_is_told_the_same_beside_others_as_alone() throws IOException {
    var xslt = new Xslt();
    var checks = new Checks(xslt, new Reader(xslt));
    List<Path> files = files(0);
    files.add(Files.write(folder.resolve("data.xml"), new byte[2_000]));
    files.add(folder.resolve("missing.xml"));
    for (String body : List.of("<p>中 文</p>", "<p>a < b</p>", "<q/><hi>", "<p><date when='1949-2-4'>四日</date></p>", "“")) {
      String tei = "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body>" + body + "</body></text></TEI>";
      files.add(Files.writeString(folder.resolve("body" + files.size() + ".xml"), tei));
    }
    String alone = files.stream().sorted().flatMap(file -> checks.run(List.of(file)).stream()).map(Object::toString).collect(joining("\n"));
    String together = checks.run(files).stream().map(Object::toString).collect(joining("\n"));
    assertThat(together).isEqualTo(alone).contains("J004").contains("J039").contains("J008");
  }

  private List<Path> files(int... sizes) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int size : sizes) {
      files.add(Files.writeString(folder.resolve("%04d.xml".formatted(files.size())), "x".repeat(size)));
    }
    return files;
  }
}
