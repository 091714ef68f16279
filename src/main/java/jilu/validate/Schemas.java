package jilu.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jilu.transform.Xslt;
import jilu.words.Refusal;
import jilu.words.Text;

/** The schemas to check with: the profile, those named on the command line, or those that a file names itself. */
final class Schemas {
  private static final Pattern OWN = Pattern.compile("(.*/)?jilu\\.(rng|xsd|sch)");

  /**
   * A file that holds a schema.
   *
   * @param rules whether the rules are meant that stand in a grammar, not the grammar
   */
  private record Named(Path file, boolean rules) {}

  /** What was read of a schema, or why it cannot be used. */
  private record Loaded(Optional<Grammar> grammar, Optional<Rules> rules, Optional<IOException> why) {}

  private final Xslt xslt;
  private final Optional<Chosen> given;
  private final Map<Path, Integer> rulesNotRun = new LinkedHashMap<>();
  private final Map<Named, Loaded> loaded = new ConcurrentHashMap<>();
  private final Supplier<Grammar> profile;
  private final Supplier<Rules> profileRules;

  /** What one file is checked with. */
  record Chosen(List<Grammar> grammars, List<Rules> rules, List<Finding> findings) {
    private static Chosen of(List<Loaded> schemas) {
      return new Chosen(
          new ArrayList<>(schemas.stream().flatMap(schema -> schema.grammar().stream()).toList()),
          new ArrayList<>(schemas.stream().flatMap(schema -> schema.rules().stream()).toList()),
          new ArrayList<>());
    }
  }

  /** Whether files are checked with others than the profile, and need not be an edition. */
  boolean areNamed() {
    return given.isPresent();
  }

  /** The profile. */
  Schemas(Xslt xslt) {
    this.xslt = xslt;
    this.given = Optional.empty();
    this.profile = once(Grammar::profile);
    this.profileRules = once(() -> Rules.profile(xslt));
  }

  /** @param named those of the command line; if there are none, the profile */
  Schemas(Xslt xslt, List<Path> named) throws IOException {
    this.xslt = xslt;
    List<Loaded> given = new ArrayList<>();
    for (Path schema : named) {
      Loaded one = load(named(schema));
      if (one.why().isPresent()) {
        throw one.why().get();
      }
      given.add(one);
    }
    this.given = named.isEmpty() ? Optional.empty() : Optional.of(Chosen.of(given));
    if (named.stream().noneMatch(Schemas::isOfRules)) {
      rulesNotRun.putAll(RulesWithin.of(named));
    }
    this.profile = once(Grammar::profile);
    this.profileRules = once(() -> Rules.profile(xslt));
  }

  private static Named named(Path schema) {
    return new Named(schema, isOfRules(schema));
  }

  /** Whether a file holds rules by its name. */
  static boolean isOfRules(Path schema) {
    return schema.toString().toLowerCase(Locale.ROOT).endsWith(".sch");
  }

  /**
   * How many rules the grammars of the command line and those they include hold, where none are named for themselves: to run them takes several
   * times as long as the grammar, so that nobody should pay for it who does not ask for it.
   */
  Map<Path, Integer> rulesNotRun() {
    return rulesNotRun;
  }

  /** In an edition the profile holds whatever else a file names; elsewhere a file may name another schema instead. */
  Chosen of(SourceText text, boolean edition) {
    if (given.isPresent()) {
      return given.get();
    }
    List<XmlModel> models =
        XmlModel.in(text).stream().filter(model -> !OWN.matcher(model.href()).matches()).toList();
    if (models.isEmpty()) {
      return new Chosen(List.of(profile.get()), List.of(profileRules.get()), List.of());
    }
    List<Loaded> usable = new ArrayList<>();
    List<Finding> unusable = new ArrayList<>();
    models.stream().filter(model -> !model.isElsewhere()).forEach(model -> load(model, usable, unusable));
    Chosen chosen = Chosen.of(usable);
    boolean own = edition || chosen.grammars().isEmpty();
    if (own) {
      chosen.grammars().add(0, profile.get());
      chosen.rules().add(0, profileRules.get());
    }
    Text instead = Rulebook.get().message(own ? "J040.own" : "J040.without");
    unusable.forEach(finding -> chosen.findings().add(finding.adding(instead)));
    if (own && !edition) {
      models.stream().filter(XmlModel::isElsewhere).findFirst()
          .map(model -> model.tell("J040.elsewhere", model.href())).ifPresent(chosen.findings()::add);
    }
    return chosen;
  }

  private void load(XmlModel model, List<Loaded> usable, List<Finding> unusable) {
    if (model.wrong().isPresent()) {
      unusable.add(model.wrong().get());
      return;
    }
    Optional<Path> file = model.file();
    if (file.isEmpty()) {
      tell(model.tell("J040", model.href()), unusable);
      return;
    }
    var schema = new Named(file.get(), model.rules() || isOfRules(file.get()));
    Loaded one = loaded.computeIfAbsent(schema, this::load);
    one.why().ifPresentOrElse(
        why -> tell(model.tell("J041", Refusal.why(why)), unusable), () -> usable.add(one));
  }

  /** A grammar is often named once more for its rules. */
  private static void tell(Finding finding, List<Finding> unusable) {
    if (unusable.stream().noneMatch(other -> other.said().equals(finding.said()))) {
      unusable.add(finding);
    }
  }

  /** A schema that cannot be used is not tried again for each file that names it. */
  private Loaded load(Named schema) {
    try {
      return read(schema);
    } catch (IOException e) {
      return new Loaded(Optional.empty(), Optional.empty(), Optional.of(e));
    }
  }

  private Loaded read(Named schema) throws IOException {
    Path file = schema.file();
    if (!Files.isRegularFile(file)) {
      throw new Refusal("missing.schema", file);
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (schema.rules()) {
      return new Loaded(Optional.empty(), Optional.of(Rules.of(xslt, file)), Optional.empty());
    }
    if (name.endsWith(".rng") || name.endsWith(".rnc") || name.endsWith(".xsd")) {
      return new Loaded(Optional.of(Grammar.of(file)), Optional.empty(), Optional.empty());
    }
    throw new Refusal("schema.name", file);
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
