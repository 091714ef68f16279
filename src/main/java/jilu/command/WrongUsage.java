package jilu.command;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import jilu.validate.Names;
import jilu.validate.Rulebook;
import jilu.words.Text;
import jilu.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line and where help is, instead of printing all the help. */
final class WrongUsage implements IParameterExceptionHandler {
  private final Console console;

  WrongUsage(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    console.notice(said(e));
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    console.notice("wrong.help", command.substring(Jilu.NAME.length()) + console.asked());
    return Jilu.USAGE;
  }

  private static Text said(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (e instanceof MissingParameterException missing) {
      return missing(missing.getMissing());
    }
    if (e instanceof OverwrittenOptionException twice) {
      return Words.of("wrong.twice", name(twice.getOverwritten()));
    }
    return Optional.ofNullable(e.getArgSpec())
        .filter(argument -> e.getValue() != null)
        .map(argument -> value(argument, e.getValue()))
        .orElseGet(() -> Words.of("wrong.other", e.getMessage()));
  }

  private static Text unmatched(UnmatchedArgumentException e) {
    String argument = e.getUnmatched().get(0);
    CommandLine command = e.getCommandLine();
    if (e.isUnknownOption()) {
      String option = argument.replaceFirst("=.*", "");
      return Names.near(option, command.getCommandSpec().optionsMap().keySet())
          .map(near -> Words.of("wrong.option.near", option, near))
          .orElseGet(() -> Words.of("wrong.option", option));
    }
    Set<String> commands = command.getSubcommands().keySet();
    if (commands.isEmpty()) {
      return Words.of("wrong.argument", argument);
    }
    return Names.near(argument, commands)
        .map(near -> Words.of("wrong.command.near", argument, near))
        .orElseGet(() -> Words.of("wrong.command", argument, list(commands)));
  }

  private static Text missing(List<ArgSpec> missing) {
    ArgSpec first = missing.get(0);
    return first.isOption()
        ? Words.of("wrong.missing.value", name(first), first.paramLabel())
        : Words.of("wrong.missing", list(missing.stream().map(ArgSpec::paramLabel).toList()));
  }

  private static Text value(ArgSpec argument, String value) {
    if (argument.arity().max() == 0) {
      return Words.of("wrong.no-value", name(argument));
    }
    if (argument.completionCandidates() != null) {
      List<String> all = StreamSupport.stream(argument.completionCandidates().spliterator(), false).toList();
      return Words.of("wrong.value.one-of", name(argument), value, list(all));
    }
    return Words.of(argument.type() == LocalDate.class ? "wrong.value.date" : "wrong.value", name(argument), value);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static Text list(Collection<String> names) {
    return Rulebook.list(names, names.size());
  }
}
