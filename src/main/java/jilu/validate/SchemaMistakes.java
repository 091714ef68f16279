package jilu.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jilu.words.Refusal;
import jilu.words.Text;
import jilu.words.Words;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** What is wrong with a schema itself, with its places, in the words of the library that reads it unless ours fit. */
final class SchemaMistakes implements ErrorHandler {
  /** How many are told: the first is often the reason for the rest. */
  private static final int MOST = 3;

  private final Path schema;
  private final List<Text> told = new ArrayList<>();

  SchemaMistakes(Path schema) {
    this.schema = schema;
  }

  @Override
  public void warning(SAXParseException e) {}

  @Override
  public void error(SAXParseException e) {
    // Some libraries write it as an address, others as it is.
    boolean here =
        e.getSystemId() == null
            || e.getSystemId().endsWith("/" + schema.getFileName())
            || e.getSystemId().equals(schema.toUri().toString());
    told.add(here
        ? Words.of("schema.place", e.getLineNumber(), e.getColumnNumber(), e.getMessage())
        : Words.of("schema.place.file", e.getSystemId(), e.getLineNumber(), e.getColumnNumber(), e.getMessage()));
  }

  /** The schema is no XML, of which our own check knows more. */
  @Override
  public void fatalError(SAXParseException e) {
    Optional<Text> known = diagnosis(e);
    if (known.isPresent()) {
      told.clear();
      told.add(known.get());
    } else {
      error(e);
    }
  }

  private Optional<Text> diagnosis(SAXParseException e) {
    try {
      SourceText text = Encoding.decode(schema, Files.readAllBytes(schema)).text();
      return WellFormedness.diagnose(text, e).findings().stream()
          .findFirst()
          .filter(finding -> !finding.code().equals("J001"))
          .map(finding -> Words.of("schema.xml", finding.line(), finding.column(), finding.said()));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  boolean any() {
    return !told.isEmpty();
  }

  Refusal refusal() {
    return new Refusal("schema.broken", schema, list(told));
  }

  void add(Text mistake) {
    told.add(mistake);
  }

  Refusal refusal(Exception cause) {
    return refusal(cause.getMessage(), cause);
  }

  /** @param otherwise what is said where nothing was told */
  Refusal refusal(String otherwise, Exception cause) {
    if (!any()) {
      told.add(Words.of("schema.place.none", otherwise));
    }
    return refusal().because(cause);
  }

  private static Text list(List<Text> all) {
    List<Text> first = all.subList(0, Math.min(MOST, all.size()));
    return new Text(
        first.stream().map(Text::en).collect(Collectors.joining("; ")),
        first.stream().map(Text::zh).collect(Collectors.joining("；")));
  }
}
