package jilu.validate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/** Files of an edition that are no XML: its transcript and its tables. */
public final class PlainText {
  private PlainText() {}

  /** The file's characters; where its bytes are not UTF-8, nothing, and a finding at the first that is not. */
  public static Optional<String> read(Path file, Collection<Finding> findings) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    CharBuffer characters = CharBuffer.allocate(bytes.capacity());
    boolean wrong = StandardCharsets.UTF_8.newDecoder().decode(bytes, characters, true).isError();
    String text = characters.flip().toString();
    if (wrong) {
      int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
      int column = text.codePointCount(text.lastIndexOf('\n') + 1, text.length()) + 1;
      findings.add(Finding.of("J608", new Place(file, line, column), file.getFileName().toString()));
      return Optional.empty();
    }
    return Optional.of(text);
  }
}
