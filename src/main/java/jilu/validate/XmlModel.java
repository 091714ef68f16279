package jilu.validate;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An {@code <?xml-model?>} of a file, which names a schema to check it with.
 *
 * @param start where it begins
 * @param href as it stands there; empty where it cannot be read
 * @param rules whether the rules are meant that stand in a grammar, not the grammar
 * @param wrong why it names no schema
 */
record XmlModel(SourceText text, int start, String href, boolean rules, Optional<Finding> wrong) {
  private static final String NAME = "xml-model";

  /** Letters too many or too few: most instructions are not even as long. */
  private static final int SLIPS = 2;

  /** What may stand before the outermost element, piece by piece. */
  private static final Pattern PROLOG =
      Pattern.compile(
          "[^<]*+(?:(<\\?([^\\s?>]+)((?:\\s.*?)?)\\?>)|<!--.*?-->|<!DOCTYPE[^\\[>]*(?:\\[.*?]\\s*)?>)", Pattern.DOTALL);

  private static final Pattern HREF = Pattern.compile("(?<![\\w-])href\\s*=\\s*(?:\"([^\"“”„＂]*)\"|'([^'‘’＇]*)')");

  /** With marks of another kind around its value, or with none. */
  private static final Pattern SLIP =
      Pattern.compile("(?<![\\w-])href\\s*[=＝]\\s*(?:[“”„＂\"‘’＇'](.*?)[“”„＂\"‘’＇']|([^\\s“”„＂\"‘’＇']+))", Pattern.DOTALL);

  private static final Pattern SCHEMATRON =
      Pattern.compile("schematypens\\s*=\\s*[\"']http://purl\\.oclc\\.org/dsdl/schematron[\"']");

  private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:.*");

  /** The address of a file on this machine; before the letter of a drive stands a slash that is none of its path. */
  private static final Pattern OF_FILE =
      Pattern.compile("(?i)file:(?://(?:localhost)?(?=/))?(?:/(?=[a-z]:/))?((?:/(?!/)|[a-z]:/).*)");

  /** Those of a file, and what was probably meant for one. */
  static List<XmlModel> in(SourceText text) {
    List<XmlModel> models = new ArrayList<>();
    Matcher prolog = PROLOG.matcher(text.text());
    int end = text.text().length();
    for (int at = 0; prolog.region(at, end).lookingAt(); at = prolog.end()) {
      String target = prolog.group(2);
      if (NAME.equals(target)) {
        models.add(of(text, prolog));
      } else if (target != null && isMeant(target)) {
        Fix fix = text.fix(prolog.start(2), prolog.end(2), NAME);
        models.add(wrong(text, prolog, Finding.of("J040.target", text.place(prolog.start(1)), target).with(fix)));
      }
    }
    return models;
  }

  private static boolean isMeant(String target) {
    return Math.abs(target.length() - NAME.length()) <= SLIPS && Names.near(target, List.of(NAME)).isPresent();
  }

  private static XmlModel of(SourceText text, Matcher prolog) {
    Matcher href = HREF.matcher(prolog.group(3));
    String named = !href.find() ? "" : href.group(1) == null ? href.group(2) : href.group(1);
    if (!named.isBlank()) {
      boolean rules = SCHEMATRON.matcher(prolog.group(3)).find();
      return new XmlModel(text, prolog.start(1), named.strip(), rules, Optional.empty());
    }
    Place place = text.place(prolog.start(1));
    Matcher slip = SLIP.matcher(prolog.group(3));
    String meant = !slip.find() ? "" : slip.group(1) == null ? slip.group(2) : slip.group(1);
    if (meant.isBlank()) {
      return wrong(text, prolog, Finding.of("J040.nothing", place));
    }
    String right = "href=\"" + meant.strip() + "\"";
    Fix fix = text.fix(prolog.start(3) + slip.start(), prolog.start(3) + slip.end(), right);
    return wrong(text, prolog, Finding.of("J040.slip", place, slip.group(), right).with(fix));
  }

  private static XmlModel wrong(SourceText text, Matcher prolog, Finding finding) {
    return new XmlModel(text, prolog.start(1), "", false, Optional.of(finding));
  }

  /** The file that it names, by an address or by a path as people write them. */
  Optional<Path> file() {
    Matcher address = OF_FILE.matcher(href);
    String path = address.matches() ? address.group(1) : href;
    return Stream.of(decoded(path), path).flatMap(one -> file(one).stream()).findFirst();
  }

  private Optional<Path> file(String path) {
    try {
      return Optional.of(text.file().resolveSibling(path).normalize()).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }

  /** Whether it names what would have to be fetched. */
  boolean isElsewhere() {
    return ADDRESS.matcher(href).matches() && !OF_FILE.matcher(href).matches();
  }

  /** What is told of it. */
  Finding tell(String key, Object... arguments) {
    return Finding.of(key, text.place(start), arguments);
  }
}
