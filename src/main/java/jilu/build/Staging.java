package jilu.build;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jilu.words.Refusal;

/**
 * Outputs are written aside and swapped in whole: whoever reads the old ones never sees half of the new, and a build
 * that fails leaves the old as they were.
 */
final class Staging implements Closeable {
  private final Path target;
  private final Path folder;
  private final Thread cleaning = new Thread(this::cleanUp);

  private Staging(Path target, Path folder) {
    this.target = target;
    this.folder = folder;
  }

  /** Says before any work is done that it could not be kept. */
  static void check(Path target) throws IOException {
    Path existing = target.toAbsolutePath();
    while (Files.notExists(existing)) {
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing)) {
      throw new NotDirectoryException(existing.toString());
    }
    if (!Files.isWritable(existing)) {
      throw new AccessDeniedException(existing.toString());
    }
  }

  static Staging beside(Path target) throws IOException {
    Files.createDirectories(target);
    var staging = new Staging(target, Files.createTempDirectory(target, ".building-").normalize());
    // A build that is broken off leaves nothing behind either.
    Runtime.getRuntime().addShutdownHook(staging.cleaning);
    return staging;
  }

  /** Where to write a file that will stand at the given path in the output folder, and nowhere else. */
  Path file(String path) throws IOException {
    Path file = folder.resolve(path).normalize();
    if (!file.startsWith(folder)) {
      throw new Refusal("output.outside", path);
    }
    Files.createDirectories(file.getParent());
    return file;
  }

  /** Puts each folder that was written in the place of the one before; if one cannot be, all stay as they were. */
  void swapIn() throws IOException {
    Path old = Files.createDirectory(folder.resolve(".old"));
    List<Path> done = new ArrayList<>();
    try {
      for (Path fresh : children(folder)) {
        if (!fresh.equals(old)) {
          Path place = target.resolve(fresh.getFileName());
          if (Files.exists(place)) {
            Files.move(place, old.resolve(fresh.getFileName()));
          }
          done.add(place);
          Files.move(fresh, place);
        }
      }
    } catch (IOException e) {
      for (Path place : done) {
        putBack(old.resolve(place.getFileName()), place);
      }
      throw new Refusal("output.in-use", Refusal.why(e)).because(e);
    }
  }

  private void putBack(Path old, Path place) throws IOException {
    if (Files.exists(old)) {
      if (Files.exists(place)) {
        Files.move(place, folder.resolve(place.getFileName()));
      }
      Files.move(old, place);
    }
  }

  @Override
  public void close() throws IOException {
    Runtime.getRuntime().removeShutdownHook(cleaning);
    clean();
  }

  private void cleanUp() {
    try {
      clean();
    } catch (IOException e) {
      // The machine is going down; the next build is not harmed by what remains.
    }
  }

  private void clean() throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> walk = Files.walk(folder)) {
        for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.sorted().toList();
    }
  }
}
