package jilu.validate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** Turns what Xerces says against the grammar (XML Schema Part 1, Appendix C) into findings, one for one mistake. */
final class GrammarErrors implements ErrorHandler {
  private static final Pattern KEYED = Pattern.compile("^([a-z][\\w.-]+): (.*)$", Pattern.DOTALL);
  private static final Pattern NAMESPACE = Pattern.compile("\"http://www\\.tei-c\\.org/ns/1\\.0\":");
  private static final Pattern EXPECTED = Pattern.compile(" One of '\\{(.*?)\\}' is expected\\.?");

  private final SourceText text;
  private final List<Finding> findings;

  GrammarErrors(SourceText text, List<Finding> findings) {
    this.text = text;
    this.findings = findings;
  }

  @Override
  public void warning(SAXParseException e) {}

  @Override
  public void error(SAXParseException e) {
    Matcher keyed = KEYED.matcher(e.getMessage());
    String key = keyed.matches() ? keyed.group(1) : "";
    String message = keyed.matches() ? keyed.group(2) : e.getMessage();
    switch (key) {
      // Xerces says twice what is wrong with a value: first why, then of which attribute or element.
      case "cvc-attribute.3" -> nameAttribute(e, message);
      case "cvc-type.3.1.3", "cvc-complex-type.2.2" -> {}
      default ->
          findings.add(Finding.at(code(key), Severity.ERROR, place(e, key, message), plain(message), hint(message)));
    }
  }

  /** Moves the finding before this one from the tag to the attribute. */
  private void nameAttribute(SAXParseException e, String message) {
    Matcher named = Pattern.compile("of attribute '([^']+)'").matcher(message);
    if (named.find() && !findings.isEmpty()) {
      Finding value = findings.remove(findings.size() - 1);
      Place place = text.attribute(e.getLineNumber(), e.getColumnNumber(), named.group(1));
      findings.add(
          Finding.at(value.code(), value.severity(), place, "@" + named.group(1) + ": " + value.message(), value.hint()));
    }
  }

  @Override
  public void fatalError(SAXParseException e) {
    error(e);
  }

  private Place place(SAXParseException e, String key, String message) {
    Matcher attribute = Pattern.compile("[Aa]ttribute '([^']+)'").matcher(message);
    return attribute.find() && !key.equals("cvc-complex-type.4")
        ? text.attribute(e.getLineNumber(), e.getColumnNumber(), attribute.group(1))
        : text.tagEndingAt(e.getLineNumber(), e.getColumnNumber());
  }

  private static String code(String key) {
    if (key.startsWith("cvc-complex-type.2.4") || key.startsWith("cvc-elt") || key.startsWith("cvc-complex-type.2.3")) {
      return "J101";
    }
    if (key.startsWith("cvc-complex-type.3") || key.startsWith("cvc-complex-type.4")) {
      return "J102";
    }
    return key.startsWith("cvc-id") ? "J104" : "J103";
  }

  private static String plain(String message) {
    return EXPECTED.matcher(NAMESPACE.matcher(message).replaceAll("")).replaceAll("");
  }

  /** What may stand there, unless the list is longer than one reads. */
  private static Optional<String> hint(String message) {
    Matcher expected = EXPECTED.matcher(NAMESPACE.matcher(message).replaceAll(""));
    if (!expected.find()) {
      return Optional.empty();
    }
    String[] names = expected.group(1).split(", ");
    return names.length > 12
        ? Optional.of("The manual (schemas/jilu.odd) says what belongs here.")
        : Optional.of("Allowed here: " + String.join(", ", names) + ".");
  }
}
