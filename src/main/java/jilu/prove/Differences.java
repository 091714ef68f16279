package jilu.prove;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import jilu.validate.Finding;
import jilu.validate.Place;
import jilu.validate.PlainText;

/**
 * The declared differences between a transcript and the edition: a table of regular expression, replacement, how often it
 * must occur, and why, its columns parted by tabs; lines that begin with # are notes.
 */
final class Differences {
  private record Rule(Place place, Pattern pattern, String replacement, int count, String reason) {}

  private final List<Rule> rules;

  private Differences(List<Rule> rules) {
    this.rules = rules;
  }

  /** Where they are declared: beside the transcript. */
  static Path beside(Path transcript) {
    String name = transcript.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    return transcript.resolveSibling(name + ".differences.tsv");
  }

  static Differences read(Path file, List<Finding> findings) throws IOException {
    List<Rule> rules = new ArrayList<>();
    String table = Files.isRegularFile(file) ? PlainText.read(file, findings).orElse("") : "";
    List<String> lines = table.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank() || lines.get(i).startsWith("#")) {
        continue;
      }
      String[] cells = lines.get(i).split("\t", -1);
      Place place = new Place(file, i + 1, 1);
      try {
        Pattern pattern = Pattern.compile(cells[0], Pattern.MULTILINE);
        rules.add(new Rule(place, pattern, cells[1], Integer.parseInt(cells[2]), cells[3]));
      } catch (PatternSyntaxException | ArrayIndexOutOfBoundsException | NumberFormatException e) {
        findings.add(Finding.of("J602", place));
      }
    }
    return new Differences(rules);
  }

  /**
   * The transcript with its declared differences undone. A line break that is dropped leaves a mark that reads as nothing,
   * so that the lines can still be counted.
   */
  String apply(String transcript, List<Finding> findings) {
    String text = transcript;
    for (Rule rule : rules) {
      try {
        text = apply(rule, text, findings);
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        // A replacement may name a group that the expression does not have.
        findings.add(Finding.of("J602", rule.place));
      }
    }
    return text;
  }

  private static String apply(Rule rule, String text, List<Finding> findings) {
    Matcher matcher = rule.pattern.matcher(text);
    var result = new StringBuilder();
    int count = 0;
    int end = 0;
    while (matcher.find()) {
      count++;
      int start = result.length() + matcher.start() - end;
      end = matcher.end();
      matcher.appendReplacement(result, rule.replacement);
      int dropped = lines(matcher.group()) - lines(result.substring(start));
      result.append(String.valueOf(Reading.DROPPED_LINE).repeat(Math.max(0, dropped)));
    }
    matcher.appendTail(result);
    if (count != rule.count) {
      findings.add(Finding.of("J603", rule.place, rule.reason, rule.count, count));
    }
    return result.toString();
  }

  private static int lines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }
}
