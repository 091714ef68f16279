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

  static Differences read(Path file, List<Finding> findings) throws IOException {
    List<Rule> rules = new ArrayList<>();
    List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank() || lines.get(i).startsWith("#")) {
        continue;
      }
      String[] cells = lines.get(i).split("\t", -1);
      Place place = new Place(file, i + 1, 1);
      try {
        rules.add(new Rule(place, Pattern.compile(cells[0], Pattern.MULTILINE), cells[1], Integer.parseInt(cells[2]), cells[3]));
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
      text = result.toString();
      if (count != rule.count) {
        findings.add(Finding.of("J603", rule.place, rule.reason, rule.count, count));
      }
    }
    return text;
  }

  private static int lines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }
}
