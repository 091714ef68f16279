package jilu.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import jilu.validate.Rulebook;
import jilu.validate.Rulebook.Rule;
import jilu.words.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {
  @ParentCommand private Jilu jilu;

  @Parameters(arity = "0..*", paramLabel = "${bundle:label.code}", descriptionKey = "explain.code")
  private List<String> codes = List.of();

  @Override
  public Integer call() {
    Console console = jilu.console();
    for (String code : codes) {
      Optional<Rule> rule = Rulebook.get().rule(code.toUpperCase(Locale.ROOT));
      if (rule.isEmpty()) {
        console.notice("explain.none", code);
        return Jilu.USAGE;
      }
      console.line(one(rule.get(), console));
    }
    if (codes.isEmpty()) {
      console.line(Rulebook.get().page(console.language()).stripTrailing());
    }
    return Jilu.DONE;
  }

  private static String one(Rule rule, Console console) {
    var text = new StringBuilder(rule.heading(console.language()) + "\n\n");
    text.append(rule.purpose().in(console.language())).append('\n');
    rule.wrong().ifPresent(wrong -> text.append(example("explain.wrong", wrong, console)));
    rule.right().ifPresent(right -> text.append(example("explain.right", right, console)));
    rule.chapter()
        .map(chapter -> console.words("explain.chapter", Rulebook.address(chapter)))
        .ifPresent(chapter -> text.append('\n').append(chapter).append('\n'));
    return text.toString();
  }

  private static String example(String label, Text markup, Console console) {
    return "\n" + console.words(label) + "\n" + markup.in(console.language()).indent(2);
  }
}
