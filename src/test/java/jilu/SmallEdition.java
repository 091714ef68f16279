package jilu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jilu.edition.Edition;
import jilu.transform.Xslt;
import jilu.validate.Checks;
import jilu.validate.Finding;
import jilu.validate.Reader;

/** An invented edition of two documents, copied to where a test may spoil it. */
public final class SmallEdition {
  private static final Path MODEL = Path.of("src/test/resources/editions/small");

  /** Compiled once: the checks keep no state between editions. */
  private static final class Shared {
    static final Checks CHECKS = checks();

    private static Checks checks() {
      var xslt = new Xslt();
      return new Checks(xslt, new Reader(xslt));
    }
  }

  private final Path folder;

  private SmallEdition(Path folder) {
    this.folder = folder;
  }

  public static SmallEdition in(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(MODEL)) {
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(MODEL.relativize(path).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(path, copy);
      }
    }
    return new SmallEdition(folder);
  }

  /** One that has an address, and a person with verified numbers. */
  public static SmallEdition addressed(Path folder) throws IOException {
    return in(folder)
        .with("edition.xml", "<publisher>某社</publisher>", "<publisher>某社</publisher>"
            + "<idno type=\"URI\">https://example.org/small</idno><idno type=\"email\">a@example.org</idno>")
        .with("registers/register.xml", "<persName>甲</persName>", "<persName>甲</persName><idno type=\"viaf\">1</idno>"
            + "<idno type=\"wikidata\">Q1</idno>");
  }

  /** One in a script with spaces, a document of which has no paragraph that can be cited. */
  public static SmallEdition english(Path folder) throws IOException {
    var edition = in(folder);
    for (String name : List.of("edition.xml", "documents/d19000101.xml", "documents/d19000102.xml")) {
      Files.writeString(edition.file(name), Files.readString(edition.file(name)).replace("zh-Hans", "en"));
    }
    return edition.with("documents/d19000101.xml", "你好", "Hello")
        .with("documents/d19000102.xml", "<title type=\"main\">第二次谈话",
            "<title type=\"main\">Talks & more | a second time".replace("&", "&amp;"))
        .with("documents/d19000102.xml", "<p xml:id=\"d19000102.p1\">", "<p>");
  }

  public Path folder() {
    return folder;
  }

  public Path file(String name) {
    return folder.resolve("tei").resolve(name);
  }

  /** Puts one thing in the place of another that occurs once. */
  public SmallEdition with(String name, String old, String fresh) throws IOException {
    String text = Files.readString(file(name));
    assertThat(text.split(java.util.regex.Pattern.quote(old), -1)).as(old + " in " + name).hasSize(2);
    Files.writeString(file(name), text.replace(old, fresh));
    return this;
  }

  public List<Finding> findings() throws IOException {
    return Shared.CHECKS.run(Edition.in(folder)).findings();
  }

  /** The findings as {@code file:line:column CODE}, files as the edition names them. */
  public List<String> places() throws IOException {
    Edition edition = Edition.in(folder);
    return findings().stream()
        .map(f -> (f.file().startsWith(edition.tei()) ? edition.name(f.file()) : "") + ":" + f.line() + ":" + f.column() + " " + f.code())
        .toList();
  }
}
