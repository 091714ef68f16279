package jilu.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import jilu.validate.Language;
import jilu.validate.Rulebook;
import jilu.validate.Rulebook.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "explain", description = "Say what a finding means: what the rule is for, how to do it wrong and right.")
final class ExplainCommand implements Callable<Integer> {
  private static final int USAGE = 2;

  @Parameters(arity = "0..*", paramLabel = "CODE", description = "Codes such as J303 (default: all, as a page in Markdown).")
  private List<String> codes = List.of();

  @Option(names = "--lang", paramLabel = "LANG", description = "Language: ${COMPLETION-CANDIDATES} (default: yours).")
  private Language language = Language.of(Locale.getDefault());

  @Override
  public Integer call() {
    for (String code : codes) {
      Optional<Rule> rule = Rulebook.get().rule(code.toUpperCase(Locale.ROOT));
      if (rule.isEmpty()) {
        Console.line(language == Language.ZH ? "没有 " + code + "。" : "There is no " + code + ".");
        return USAGE;
      }
      Console.line(one(rule.get()));
    }
    if (codes.isEmpty()) {
      Console.line(Rulebook.get().page(language).stripTrailing());
    }
    return Jilu.DONE;
  }

  private String one(Rule rule) {
    boolean chinese = language == Language.ZH;
    var text = new StringBuilder(rule.heading(language) + "\n\n");
    text.append(rule.purpose().in(language)).append('\n');
    rule.wrong().ifPresent(wrong -> text.append(chinese ? "\n错：\n" : "\nWrong:\n").append(wrong.in(language).indent(2)));
    rule.right().ifPresent(right -> text.append(chinese ? "\n对：\n" : "\nRight:\n").append(right.in(language).indent(2)));
    rule.chapter()
        .ifPresent(
            chapter ->
                text.append(chinese ? "\nTEI 准则：" : "\nTEI Guidelines: ").append(Rulebook.address(chapter)).append('\n'));
    return text.toString();
  }
}
