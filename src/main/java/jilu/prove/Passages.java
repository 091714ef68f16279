package jilu.prove;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jilu.validate.Place;

/** The characters of an author's file, to find words in it whatever tags and line breaks stand between them. */
final class Passages {
  private static final Pattern SPACES = Pattern.compile("[\\s\\u3000\\u00a0\\u200b\\u2028\\u2029]+");
  private static final Pattern TAGS = Pattern.compile("(?s)<!--.*?-->|<[^>]*>|" + SPACES);

  private final Path file;
  private final String text;
  private final StringBuilder characters = new StringBuilder();
  private final int[] offsets;

  /** @param tags whether tags are passed over */
  private Passages(Path file, String text, boolean tags) {
    this.file = file;
    this.text = text;
    this.offsets = new int[text.length()];
    Matcher between = (tags ? TAGS : SPACES).matcher(text);
    int from = 0;
    while (between.find()) {
      add(from, between.start());
      from = between.end();
    }
    add(from, text.length());
  }

  private void add(int from, int to) {
    for (int i = from; i < to; i++) {
      offsets[characters.length()] = i;
      characters.append(text.charAt(i));
    }
  }

  static Passages of(Origin origin) throws IOException {
    String text = new String(Files.readAllBytes(origin.file()), StandardCharsets.UTF_8);
    return new Passages(origin.file(), text, origin.line() == 0);
  }

  /**
   * The place of words, known by those before and after them, in the line or after the id that is their origin; where they
   * are not found, that of the line or the id.
   */
  Place place(Origin origin, String before, String words, String after) {
    int start = origin.line() > 0 ? line(origin.line()) : Math.max(0, text.indexOf("xml:id=\"" + origin.id() + "\""));
    Place nearest = place(start);
    return find(start, before, words, after)
        .or(() -> find(start, before, words, ""))
        .or(() -> find(start, "", words, after))
        .map(this::place)
        .filter(place -> origin.line() == 0 || place.line() == nearest.line())
        .orElse(nearest);
  }

  private Optional<Integer> find(int start, String before, String words, String after) {
    String first = bare(before);
    String all = first + bare(words) + bare(after);
    int from = Arrays.binarySearch(offsets, 0, characters.length(), start);
    int found = characters.indexOf(all, Math.max(0, (from < 0 ? -from - 1 : from) - first.length()));
    int at = found + first.length();
    return found < 0 || all.length() == bare(words).length() || at == characters.length()
        ? Optional.empty()
        : Optional.of(offsets[at]);
  }

  private static String bare(String words) {
    return SPACES.matcher(words).replaceAll("");
  }

  private int line(int number) {
    int start = 0;
    for (int i = 1; i < number; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return start;
  }

  private Place place(int offset) {
    List<String> lines = (text.substring(0, offset) + ".").lines().toList();
    String last = lines.get(lines.size() - 1);
    return new Place(file, lines.size(), last.codePointCount(0, last.length()));
  }
}
