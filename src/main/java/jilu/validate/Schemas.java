package jilu.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jilu.transform.Xslt;
import jilu.words.Refusal;

/** The schemas to check with: the profile, those named on the command line, or those that a file names itself. */
final class Schemas {
  private static final Pattern MODEL = Pattern.compile("<\\?xml-model\\s[^>]*?href\\s*=\\s*(\"([^\"]*)\"|'([^']*)')[^>]*\\?>");
  private static final Pattern OWN = Pattern.compile("(.*/)?jilu\\.(rng|xsd|sch)");
  private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:.*");
  private static final Pattern SCHEMATRON =
      Pattern.compile("schematypens\\s*=\\s*[\"']http://purl\\.oclc\\.org/dsdl/schematron[\"']");

  /**
   * A file that holds a schema.
   *
   * @param rules whether the rules are meant that stand in a grammar, not the grammar
   */
  private record Named(Path file, boolean rules) {}

  private final Xslt xslt;
  private final Optional<List<Named>> named;
  private final Map<Path, Grammar> grammars = new ConcurrentHashMap<>();
  private final Map<Path, Rules> rules = new ConcurrentHashMap<>();
  private final Supplier<Grammar> profile;
  private final Supplier<Rules> profileRules;

  /** What one file is checked with. */
  record Chosen(List<Grammar> grammars, List<Rules> rules, List<Finding> findings) {}

  /** The profile. */
  Schemas(Xslt xslt) {
    this(xslt, Optional.empty());
  }

  /** @param named those of the command line; if there are none, the profile */
  Schemas(Xslt xslt, List<Path> named) throws IOException {
    this(xslt, Optional.of(named.stream().map(Schemas::named).toList()).filter(all -> !all.isEmpty()));
    for (Path schema : named) {
      load(named(schema));
    }
  }

  private static Named named(Path schema) {
    return new Named(schema, schema.toString().toLowerCase(Locale.ROOT).endsWith(".sch"));
  }

  private Schemas(Xslt xslt, Optional<List<Named>> named) {
    this.xslt = xslt;
    this.named = named;
    this.profile = once(Grammar::profile);
    this.profileRules = once(() -> Rules.profile(xslt));
  }

  /** In an edition the profile holds whatever else a file names; elsewhere a file may name another schema instead. */
  Chosen of(SourceText text, boolean edition) {
    List<Grammar> chosen = new ArrayList<>();
    List<Rules> chosenRules = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    List<Named> own = named.orElseGet(() -> local(text, edition, findings));
    if (named.isEmpty() && (edition || own.isEmpty())) {
      chosen.add(profile.get());
      chosenRules.add(profileRules.get());
    }
    for (Named schema : own) {
      try {
        load(schema);
      } catch (IOException e) {
        findings.add(Finding.of("J041", text.place(text.start()), Refusal.why(e)));
        continue;
      }
      Optional.ofNullable(grammars.get(schema.file())).filter(g -> !schema.rules()).ifPresent(chosen::add);
      Optional.ofNullable(rules.get(schema.file())).filter(r -> schema.rules()).ifPresent(chosenRules::add);
    }
    return new Chosen(chosen, chosenRules, findings);
  }

  /** The schemas that a file names, where they lie on this machine; the profile's own are known already. */
  private static List<Named> local(SourceText text, boolean edition, List<Finding> findings) {
    List<Named> local = new ArrayList<>();
    int root = text.text().indexOf("<TEI");
    Matcher model = MODEL.matcher(text.text().substring(0, root < 0 ? Math.min(text.text().length(), 4000) : root));
    Optional<Finding> elsewhere = Optional.empty();
    while (model.find()) {
      String href = model.group(2) == null ? model.group(3) : model.group(2);
      if (OWN.matcher(href).matches()) {
        continue;
      }
      if (ADDRESS.matcher(href).matches()) {
        elsewhere = elsewhere.or(() -> Optional.of(Finding.of("J040.elsewhere", text.place(model.start()), href)));
        continue;
      }
      Path schema = text.file().resolveSibling(href).normalize();
      if (Files.isRegularFile(schema)) {
        local.add(new Named(schema, named(schema).rules() || SCHEMATRON.matcher(model.group()).find()));
      } else {
        findings.add(Finding.of("J040", text.place(model.start()), href));
      }
    }
    if (local.isEmpty() && !edition) {
      elsewhere.ifPresent(findings::add);
    }
    return local;
  }

  private void load(Named schema) throws IOException {
    Path file = schema.file();
    if ((schema.rules() ? rules : grammars).containsKey(file)) {
      return;
    }
    if (!Files.isRegularFile(file)) {
      throw new Refusal("missing.schema", file);
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (schema.rules()) {
      rules.put(file, Rules.of(xslt, file));
    } else if (name.endsWith(".rng") || name.endsWith(".rnc") || name.endsWith(".xsd")) {
      grammars.put(file, Grammar.of(file));
    } else {
      throw new Refusal("schema.name", file);
    }
  }

  private static <T> Supplier<T> once(Supplier<T> make) {
    return new Supplier<>() {
      private Optional<T> made = Optional.empty();

      @Override
      public synchronized T get() {
        if (made.isEmpty()) {
          made = Optional.of(make.get());
        }
        return made.get();
      }
    };
  }
}
