package jilu.command;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line: 0 done, 1 errors in the input, 2 wrong usage, 3 could not run. */
@Command(
    name = "jilu",
    description = "Turns a folder of TEI XML into a scholarly edition.",
    subcommands = {
      BuildCommand.class, ValidateCommand.class, ExplainCommand.class, ProveCommand.class, ReleaseCommand.class,
      SchemaCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Jilu.Version.class,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done (there may be warnings)",
      "1:errors were found in the input; outputs are as they were",
      "2:wrong usage",
      "3:could not run"
    })
public final class Jilu implements Runnable {
  static final int DONE = 0;
  static final int ERRORS = 1;
  static final int FAILED = 3;

  @Option(names = "--debug", description = "Show where the program failed.", scope = ScopeType.INHERIT)
  private boolean debug;

  /** Libraries' own remarks are not for users; what matters arrives as findings. Kept here, for loggers are held weakly. */
  private static final Logger LIBRARIES = Logger.getLogger("org.apache");

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say which command: build, validate or another.");
  }

  public static int run(String... args) {
    LIBRARIES.setLevel(Level.SEVERE);
    var jilu = new Jilu();
    return new CommandLine(jilu)
        .setExecutionExceptionHandler(jilu::failed)
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(args);
  }

  /** No stack trace reaches a user who did not ask for it. */
  private int failed(Exception e, CommandLine command, ParseResult parsed) {
    command.getErr().println("jilu: " + reason(e));
    if (debug) {
      e.printStackTrace(command.getErr());
    } else if (!(e instanceof java.io.IOException)) {
      command.getErr().println("Run with --debug to see where.");
    }
    return FAILED;
  }

  /** What the file system says only by the kind of its exception, in words. */
  private static String reason(Exception e) {
    String message = Optional.ofNullable(e.getMessage()).orElse(e.toString());
    if (e instanceof AccessDeniedException) {
      return message + " may not be read or written; check its permissions.";
    }
    if (e instanceof NoSuchFileException) {
      return message + " does not exist.";
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return message + " is a file where a folder is needed.";
    }
    return message;
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
