package jilu.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jilu.validate.Lines;
import jilu.words.Refusal;
import jilu.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line: 0 done, 1 errors in the input, 2 wrong usage, 3 could not run. Its words: {@code jilu/words/}. */
@Command(
    name = Jilu.NAME,
    subcommands = {
      BuildCommand.class, ValidateCommand.class, ExplainCommand.class, ProveCommand.class, ReleaseCommand.class,
      SchemaCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Jilu.Version.class,
    scope = ScopeType.INHERIT)
public final class Jilu implements Callable<Integer> {
  static final String NAME = "jilu";
  static final int DONE = 0;
  static final int ERRORS = 1;
  static final int USAGE = 2;
  static final int FAILED = 3;

  @Option(names = "--debug", descriptionKey = "debug", scope = ScopeType.INHERIT)
  private boolean debug;

  @Mixin private SpokenLanguage language;

  /** Libraries' own remarks are not for users; what matters arrives as findings. Kept here, for loggers are held weakly. */
  private static final Logger LIBRARIES = Logger.getLogger("org.apache");

  private static final Pattern FIRST_COLUMN = Pattern.compile("(?m)^( *\\S.*?)( {2,})(?=\\S)");

  @Spec private CommandSpec spec;

  private final Console console;

  private Jilu(Console console) {
    this.console = console;
  }

  Console console() {
    return console;
  }

  @Override
  public Integer call() {
    console.notice("wrong.command.none");
    spec.commandLine().usage(console.err());
    return USAGE;
  }

  public static int run(String... args) {
    LIBRARIES.setLevel(Level.SEVERE);
    return commandLine(new Console(SpokenLanguage.of(args))).execute(args);
  }

  static CommandLine commandLine(Console console) {
    var jilu = new Jilu(console);
    var commandLine = new CommandLine(jilu);
    Stream.concat(Stream.of(commandLine), commandLine.getSubcommands().values().stream()).forEach(command ->
        command.getHelpSectionMap().replaceAll((section, text) -> help -> aligned(text.render(help))));
    return commandLine
        .setResourceBundle(Words.in(console.language()))
        .setOut(console.out())
        .setErr(console.err())
        .setParameterExceptionHandler(new WrongUsage(console))
        .setExecutionExceptionHandler(jilu::failed)
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** Chinese letters are two columns wide, of which picocli counts one where it fills up the first column. */
  private static String aligned(String table) {
    return FIRST_COLUMN.matcher(table).replaceAll(line -> {
      int wider = Lines.width(line.group(1)) - line.group(1).length();
      return Matcher.quoteReplacement(line.group(1) + " ".repeat(Math.max(1, line.group(2).length() - wider)));
    });
  }

  /** No stack trace reaches a user who did not ask for it. */
  private int failed(Exception e, CommandLine command, ParseResult parsed) {
    Exception cause = e instanceof UncheckedIOException unchecked ? unchecked.getCause() : e;
    boolean ours = !(cause instanceof IOException);
    console.notice(ours ? Words.of("failed.program", reason(cause)) : Refusal.why((IOException) cause));
    if (debug) {
      e.printStackTrace(console.err());
    } else if (ours) {
      console.notice("failed.debug");
    }
    return FAILED;
  }

  private static String reason(Exception e) {
    return Optional.ofNullable(e.getMessage()).orElse(e.toString());
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"jilu " + Optional.ofNullable(implementation()).orElse("(development)")};
    }

    /** The version alone, as programs compare it. */
    String number() {
      return Optional.ofNullable(implementation()).orElse("0.0.0");
    }

    private static String implementation() {
      return Jilu.class.getPackage().getImplementationVersion();
    }
  }
}
