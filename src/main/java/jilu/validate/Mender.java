package jilu.validate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Applies what is certain to the files, and touches no other byte. */
public final class Mender {
  private Mender() {}

  /** @return how many mistakes were mended */
  public static int mend(List<Finding> findings) throws IOException {
    return mended(findings).size();
  }

  /** @return those of the findings that were mended, file by file */
  public static List<Finding> mended(List<Finding> findings) throws IOException {
    List<Finding> mended = new ArrayList<>();
    Map<Path, List<Finding>> byFile =
        findings.stream()
            .filter(finding -> finding.fix().isPresent())
            .collect(groupingBy(Finding::file, LinkedHashMap::new, toList()));
    for (Map.Entry<Path, List<Finding>> file : byFile.entrySet()) {
      Set<Fix> done = mend(file.getKey(), file.getValue().stream().map(finding -> finding.fix().get()).toList());
      // One fix may serve several findings.
      file.getValue().stream().filter(finding -> done.remove(finding.fix().get())).forEach(mended::add);
    }
    return mended;
  }

  private static Set<Fix> mend(Path file, List<Fix> fixes) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    int from = text.length() + 1;
    Set<Fix> done = new HashSet<>();
    Deque<Fix> chosen = new ArrayDeque<>();
    // From the end; of two that touch the same characters one must wait.
    List<Fix> ordered = fixes.stream().distinct().sorted(Comparator.comparingInt(Fix::start).reversed()).toList();
    for (Fix fix : ordered) {
      if (fix.start() + fix.length() <= from && fix.start() < from) {
        from = fix.start();
        done.add(fix);
        chosen.push(fix);
      }
    }
    var result = new StringBuilder();
    int copied = 0;
    for (Fix fix : chosen) {
      result.append(text, copied, fix.start()).append(fix.replacement());
      copied = fix.start() + fix.length();
    }
    result.append(text, copied, text.length());
    Path aside = Files.createTempFile(file.toAbsolutePath().getParent(), ".jilu-", ".xml");
    Files.writeString(aside, result, StandardCharsets.UTF_8);
    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    return done;
  }
}
