package jilu.validate;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Applies what is certain to the files, and touches no other byte. */
public final class Mender {
  private Mender() {}

  /** @return how many mistakes were mended */
  public static int mend(List<Finding> findings) throws IOException {
    int mended = 0;
    Map<Path, List<Fix>> byFile =
        findings.stream()
            .filter(finding -> finding.fix().isPresent())
            .collect(groupingBy(Finding::file, java.util.stream.Collectors.mapping(f -> f.fix().get(), java.util.stream.Collectors.toList())));
    for (Map.Entry<Path, List<Fix>> file : byFile.entrySet()) {
      mended += mend(file.getKey(), file.getValue());
    }
    return mended;
  }

  private static int mend(Path file, List<Fix> fixes) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    var result = new StringBuilder(text);
    int from = text.length() + 1;
    int mended = 0;
    // From the end, so that what comes before keeps its place; of two that touch the same characters one must wait.
    List<Fix> ordered = fixes.stream().distinct().sorted(Comparator.comparingInt(Fix::start).reversed()).toList();
    for (Fix fix : ordered) {
      if (fix.start() + fix.length() <= from && fix.start() < from) {
        result.replace(fix.start(), fix.start() + fix.length(), fix.replacement());
        from = fix.start();
        mended++;
      }
    }
    Path aside = Files.createTempFile(file.toAbsolutePath().getParent(), ".jilu-", ".xml");
    Files.writeString(aside, result, StandardCharsets.UTF_8);
    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    return mended;
  }
}
