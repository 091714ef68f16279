package jilu.build;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Outputs are written aside and swapped in whole: whoever reads the old ones never sees half of the new, and a build
 * that fails leaves the old as they were.
 */
final class Staging implements Closeable {
  private final Path target;
  private final Path folder;

  private Staging(Path target, Path folder) {
    this.target = target;
    this.folder = folder;
  }

  static Staging beside(Path target) throws IOException {
    Files.createDirectories(target);
    return new Staging(target, Files.createTempDirectory(target, ".building-"));
  }

  /** Where to write a file that will stand at the given path in the output folder. */
  Path file(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return file;
  }

  /** Puts each folder that was written in the place of the one before. */
  void swapIn() throws IOException {
    Path old = Files.createDirectory(folder.resolve(".old"));
    for (Path fresh : children(folder)) {
      if (fresh.equals(old)) {
        continue;
      }
      Path place = target.resolve(fresh.getFileName());
      if (Files.exists(place)) {
        Files.move(place, old.resolve(fresh.getFileName()));
      }
      Files.move(fresh, place);
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.sorted().toList();
    }
  }
}
