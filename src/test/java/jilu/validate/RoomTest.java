package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jilu.edition.Edition;
import jilu.edition.Room;
import jilu.transform.Xslt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What memory has no room for is told alike. */
class RoomTest {
  private static final Path MODEL = Path.of("tei");
  private static final Xslt XSLT = new Xslt();

  @TempDir Path folder;

  @Test
  void this_edition_with_mistakes_in_what_its_files_say_of_one_another() throws IOException {
    copy();
    Files.delete(folder.resolve("tei/settled.tsv"));
    spoil("documents/d19490204.xml", text -> text.replace("\"#mikoyan\"", "\"#mikojan\""));
    spoil("documents/d19490206.xml", text -> text.replaceFirst("sameAs=\"#", "sameAs=\""));
    spoil("registers/places.xml", text -> text.replaceFirst("place xml:id=\"[a-z-]+\"", "place xml:id=\"mao\""));
    spoil(
        "registers/organizations.xml",
        text -> text.replaceFirst("<org ", "<org xml:id=\"zhou\"><orgName>别家</orgName></org><org "));
    spoil("documents/d19500122.xml", text -> text.replaceFirst("person sameAs=\"#[a-z]+", "person sameAs=\"#kinds"));
    spoil("edition.xml", text -> text.replace("documents/d19500214.xml", "documents/d19500241.xml"));
    spoil("edition.xml", text -> text.replace("documents/d19520328.xml", "documents/d19520402.xml"));
    spoil("edition.xml", text -> text.replace("documents/d19600922.xml", "documents/d19520402.xml"));
    List<Finding> findings = findings(Room.USUAL);
    assertThat(findings).extracting(Finding::code)
        .contains("J301", "J302", "J303", "J304", "J305", "J306", "J503");
    assertThat(findings(Room.NONE)).isEqualTo(findings);
  }

  private List<Finding> findings(Room room) throws IOException {
    return new Checks(XSLT, new Reader(XSLT), room).findings(Edition.in(folder));
  }

  private void copy() throws IOException {
    try (Stream<Path> files = Files.walk(MODEL)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve("tei").resolve(MODEL.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private void spoil(String name, UnaryOperator<String> change) throws IOException {
    Path file = folder.resolve("tei").resolve(name);
    String text = Files.readString(file);
    assertThat(change.apply(text)).as(name).isNotEqualTo(text);
    Files.writeString(file, change.apply(text));
  }
}
