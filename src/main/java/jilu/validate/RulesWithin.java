package jilu.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import jilu.transform.Parsers;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** How many rules of Schematron stand in grammars and in those that they include; with the grammar they are not run. */
final class RulesWithin {
  /** How a grammar names another in XML; what else is named so is no file beside it. */
  private static final Map<String, String> INCLUDES =
      Map.of("http://relaxng.org/ns/structure/1.0", "href", XMLConstants.W3C_XML_SCHEMA_NS_URI, "schemaLocation");

  private static final Pattern INCLUDED = Pattern.compile("\\b(?:include|external)\\s+[\"']([^\"'\\n]+)[\"']");
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$");
  private static final Pattern PREFIX =
      Pattern.compile("\\bnamespace\\s+([\\w.-]+)\\s*=\\s*[\"']" + RuleMistakes.SCHEMATRON + "[\"']");

  private final Map<Path, Integer> rules = new LinkedHashMap<>();
  private final Set<Path> seen = new HashSet<>();

  private RulesWithin() {}

  /** Those that hold any. */
  static Map<Path, Integer> of(List<Path> grammars) throws IOException {
    var within = new RulesWithin();
    for (Path grammar : grammars) {
      within.look(grammar);
    }
    return within.rules;
  }

  private static boolean isCompact(Path grammar) {
    return grammar.toString().toLowerCase(Locale.ROOT).endsWith(".rnc");
  }

  private void look(Path grammar) throws IOException {
    if (seen.add(grammar.toAbsolutePath().normalize()) && Files.isRegularFile(grammar)) {
      Set<String> included = isCompact(grammar) ? compact(grammar) : xml(grammar);
      for (String name : included) {
        // An address of the web is never opened.
        if (name.indexOf(':') < 0) {
          look(grammar.resolveSibling(name));
        }
      }
    }
  }

  private Set<String> xml(Path grammar) throws IOException {
    Set<String> included = new HashSet<>();
    var looking =
        new DefaultHandler() {
          @Override
          public void startElement(String uri, String local, String name, Attributes attributes) {
            if (uri.equals(RuleMistakes.SCHEMATRON) && local.equals("rule")) {
              rules.merge(grammar, 1, Integer::sum);
            }
            String href = attributes.getValue(INCLUDES.getOrDefault(uri, ""));
            if (href != null) {
              included.add(href);
            }
          }
        };
    try {
      Parsers.closed().newSAXParser().parse(grammar.toFile(), looking);
    } catch (SAXException | ParserConfigurationException e) {
      // A grammar that is no XML was refused before.
      return Set.of();
    }
    return included;
  }

  private Set<String> compact(Path grammar) throws IOException {
    String text = Encoding.decode(grammar, Files.readAllBytes(grammar)).text().text();
    String bare = COMMENT.matcher(text).replaceAll("");
    Matcher prefix = PREFIX.matcher(bare);
    while (prefix.find()) {
      int count = (int) Pattern.compile("\\b" + Pattern.quote(prefix.group(1)) + ":rule\\s*\\[").matcher(bare).results().count();
      if (count > 0) {
        rules.merge(grammar, count, Integer::sum);
      }
    }
    Set<String> included = new HashSet<>();
    INCLUDED.matcher(bare).results().forEach(found -> included.add(found.group(1)));
    return included;
  }
}
