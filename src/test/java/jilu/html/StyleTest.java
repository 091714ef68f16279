package jilu.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The style sheet asks for nothing, weighs little, and can be read. */
class StyleTest {
  private static final Path CSS = Path.of("xslt/assets/jilu.css");

  @Test
  void asks_for_no_other_file() throws Exception {
    assertThat(Files.readString(CSS)).doesNotContain("url(", "@import", "@font-face");
  }

  @Test
  void weighs_less_than_20_kilobytes_sent() throws Exception {
    var sent = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(sent)) {
      Files.copy(CSS, gzip);
    }
    assertThat(sent.size()).isLessThan(20_000);
  }

  /** Each voice on paper and on shade, by the WCAG's measure of contrast, by day and by night. */
  @Test
  void every_voice_can_be_read_by_day_and_by_night() throws Exception {
    var css = Files.readString(CSS);
    var night = css.indexOf("@media (prefers-color-scheme: dark)");
    Map<String, String> colours = new HashMap<>(colours(css.substring(0, night)));
    for (var scheme : List.of(css.substring(0, night), css.substring(night, css.indexOf("/* The sheet */")))) {
      colours.putAll(colours(scheme));
      for (var voice : List.of("ink", "rubric", "grey")) {
        for (var ground : List.of("paper", "shade")) {
          assertThat(contrast(colours.get(voice), colours.get(ground))).as(voice + " on " + ground).isGreaterThanOrEqualTo(4.5);
        }
      }
    }
  }

  private static Map<String, String> colours(String css) {
    Map<String, String> colours = new HashMap<>();
    var matcher = Pattern.compile("--([a-z]+): #([0-9a-f]{6});").matcher(css);
    while (matcher.find()) colours.put(matcher.group(1), matcher.group(2));
    return colours;
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double c = Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16) / 255.0;
      sum += weights[i] * (c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
