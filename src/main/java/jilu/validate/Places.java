package jilu.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jilu.edition.Edition;
import jilu.edition.Tag;

/** Makes places of the tags of an edition's files, which are read again for that: in most files nothing is wrong. */
final class Places {
  private final Reader reader;
  private final Edition edition;
  private final Map<String, List<Fix>> repaired;

  /** The last file is kept: what is wrong in it comes one after the other. */
  private Optional<SourceText> last = Optional.empty();

  /** @param repaired the files whose tags were told of them as they were probably meant, with what mends namespaces */
  Places(Reader reader, Edition edition, Map<String, List<Fix>> repaired) {
    this.reader = reader;
    this.edition = edition;
    this.repaired = Map.copyOf(repaired);
  }

  Path path(String file) {
    return edition.tei().resolve(file);
  }

  /** Where a start tag begins. */
  Place place(String file, Tag tag) throws IOException {
    return text(file).tagEndingAt(tag.line(), tag.column());
  }

  /** Where in a start tag the name of an attribute begins. */
  Place place(String file, Tag tag, String attribute) throws IOException {
    return text(file).attribute(tag.line(), tag.column(), attribute);
  }

  /** Puts another value in the place of an attribute's. */
  Optional<Fix> value(String file, Tag tag, String attribute, String replacement) throws IOException {
    return text(file).value(tag.line(), tag.column(), attribute, replacement);
  }

  /** The name in a start tag. */
  String element(String file, Tag tag) throws IOException {
    SourceText text = text(file);
    int start = text.tagStart(tag.line(), tag.column()) + 1;
    return text.text().substring(start, Markup.endOfName(text.text(), start));
  }

  /** The words of a file, tags and all. */
  SourceText text(String file) throws IOException {
    Path path = path(file);
    if (last.filter(text -> text.file().equals(path)).isEmpty()) {
      last =
          Optional.of(
              repaired.containsKey(file)
                  ? reader.reread(path, file, repaired.get(file)).text()
                  : Encoding.decode(path, Files.readAllBytes(path)).text());
    }
    return last.get();
  }
}
