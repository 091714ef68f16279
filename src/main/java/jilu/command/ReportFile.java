package jilu.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/** Where a report is to be written: not over what it speaks of. */
record ReportFile(Path file) {
  /**
   * Why it cannot be written there, as a key of the words.
   *
   * @param files that are checked
   * @param folders all XML below which is checked
   */
  Optional<String> refused(Collection<Path> files, Collection<Path> folders) throws IOException {
    if (Files.isDirectory(file)) {
      return Optional.empty();
    }
    if (Files.exists(file) && files.stream().anyMatch(this::isSame)) {
      return Optional.of("wrong.report");
    }
    if (file.toString().endsWith(".xml")) {
      Path real = real(file);
      for (Path folder : folders) {
        if (real.startsWith(real(folder))) {
          return Optional.of("wrong.report.among");
        }
      }
    }
    return Optional.empty();
  }

  private boolean isSame(Path checked) {
    try {
      return Files.isSameFile(checked, file);
    } catch (IOException e) {
      // What cannot be reached is not written over.
      return false;
    }
  }

  /** The last of it need not exist yet. */
  private static Path real(Path path) throws IOException {
    Path whole = path.toAbsolutePath().normalize();
    boolean exists = Files.exists(whole) || whole.getParent() == null;
    return exists ? whole.toRealPath() : real(whole.getParent()).resolve(whole.getFileName());
  }
}
