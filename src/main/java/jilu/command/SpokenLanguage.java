package jilu.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jilu.words.Language;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Unmatched;

/** The option of every command that is read before all others, so that help and refusals are in the language, too. */
final class SpokenLanguage {
  @Option(
      names = "--lang",
      paramLabel = "${bundle:label.language}",
      descriptionKey = "language",
      scope = ScopeType.INHERIT)
  private Language language = Language.of(Locale.getDefault());

  /** The rest of a command line, while nothing else is asked of it. */
  private static final class Alone {
    @CommandLine.Mixin private final SpokenLanguage asked = new SpokenLanguage();
    @Unmatched private final List<String> others = new ArrayList<>();
  }

  static Language of(String... args) {
    var alone = new Alone();
    try {
      new CommandLine(alone).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(args);
    } catch (ParameterException e) {
      // What is wrong with it is told when the whole command line is read.
    }
    return alone.asked.language;
  }
}
