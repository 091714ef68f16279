package jilu.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jilu.print.Coverage;
import jilu.validate.Finding;
import jilu.validate.Place;

/** Looks, before any page is made, for characters that no font of the book has. */
final class Preflight {
  /** Line breaks inside markup stay, so that lines can be counted. */
  private static final Pattern MARKUP = Pattern.compile("(?s)<!--.*?-->|<\\?.*?\\?>|<[^>]*>");

  List<Finding> check(Path file) throws IOException {
    String text = MARKUP.matcher(Files.readString(file)).replaceAll(match -> match.group().replaceAll("[^\n]", " "));
    List<Finding> findings = new ArrayList<>();
    int line = 1;
    int column = 1;
    for (int character : text.codePoints().toArray()) {
      if (!Coverage.ofTheBook(character)) {
        findings.add(
            Finding.of("J402", new Place(file, line, column), Character.toString(character), "U+%04X".formatted(character)));
      }
      line += character == '\n' ? 1 : 0;
      column = character == '\n' ? 1 : column + 1;
    }
    return findings;
  }
}
