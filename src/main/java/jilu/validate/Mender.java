package jilu.validate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jilu.words.Refusal;
import jilu.words.Text;

/** Applies what is certain to the files, and touches no other byte. */
public final class Mender {
  private static final Set<PosixFilePermission> TO_WRITE =
      EnumSet.of(
          PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private Mender() {}

  /**
   * What came of it.
   *
   * @param findings those that were mended, file by file
   * @param left the files that could not be mended, and why
   */
  public record Mended(List<Finding> findings, Map<Path, Text> left) {}

  /** @return how many mistakes were mended */
  public static int mend(List<Finding> findings) {
    return mended(findings).findings().size();
  }

  /** Mends what can be: one file that cannot does not stand in the way of others. */
  public static Mended mended(List<Finding> findings) {
    List<Finding> mended = new ArrayList<>();
    Map<Path, Text> left = new LinkedHashMap<>();
    Map<Path, List<Finding>> byFile =
        findings.stream()
            .filter(finding -> finding.fix().isPresent())
            .collect(groupingBy(Finding::file, LinkedHashMap::new, toList()));
    Set<Path> met = new HashSet<>();
    byFile.forEach((file, found) -> {
      try {
        Path real = file.toRealPath();
        // Under another name it was checked as it is no longer.
        if (met.add(real)) {
          Set<Fix> done = mend(real, found.stream().map(finding -> finding.fix().get()).toList());
          // One fix may serve several findings.
          found.stream().filter(finding -> done.remove(finding.fix().get())).forEach(mended::add);
        }
      } catch (IOException e) {
        left.put(file, Refusal.why(e, file));
      }
    });
    return new Mended(mended, left);
  }

  private static Set<Fix> mend(Path file, List<Fix> fixes) throws IOException {
    if (!Files.isWritable(file) || isProtected(file)) {
      throw new Refusal("unwritable");
    }
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
    replace(file, result);
    return done;
  }

  /** To some nothing is forbidden; what nobody may write is meant to stay even so. */
  private static boolean isProtected(Path file) throws IOException {
    Optional<PosixFileAttributeView> view = posix(file);
    return view.isPresent() && Collections.disjoint(view.get().readAttributes().permissions(), TO_WRITE);
  }

  private static void replace(Path file, CharSequence text) throws IOException {
    Path aside = beside(file);
    try {
      Files.writeString(aside, text, StandardCharsets.UTF_8);
      give(aside, file);
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static Path beside(Path file) throws IOException {
    try {
      return Files.createTempFile(file.getParent(), ".jilu-", ".xml");
    } catch (AccessDeniedException e) {
      throw new Refusal("unwritable.folder").because(e);
    }
  }

  /** Whose it is and who may do what with it stays as it was, where there is such a thing. */
  private static void give(Path aside, Path file) throws IOException {
    Optional<PosixFileAttributeView> old = posix(file);
    Optional<PosixFileAttributeView> fresh = posix(aside);
    if (old.isPresent() && fresh.isPresent()) {
      PosixFileAttributes was = old.get().readAttributes();
      PosixFileAttributes is = fresh.get().readAttributes();
      if (!is.group().equals(was.group())) {
        tryTo(() -> fresh.get().setGroup(was.group()));
      }
      if (!is.owner().equals(was.owner())) {
        tryTo(() -> fresh.get().setOwner(was.owner()));
      }
      if (!is.permissions().equals(was.permissions())) {
        fresh.get().setPermissions(was.permissions());
      }
    }
  }

  private interface Change {
    void make() throws IOException;
  }

  private static void tryTo(Change change) {
    try {
      change.make();
    } catch (IOException e) {
      // Not everyone may give a file away; then it belongs to whoever mended it.
    }
  }

  private static Optional<PosixFileAttributeView> posix(Path file) {
    return Optional.ofNullable(Files.getFileAttributeView(file, PosixFileAttributeView.class));
  }
}
