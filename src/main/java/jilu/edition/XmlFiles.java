package jilu.edition;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The XML files below a folder. Where some cannot be reached, a folder that may not be opened or a link that leads
 * nowhere stands in their place: whoever reads it meets with what is wrong. The folder itself may be a link, and its files
 * are named by that.
 */
public final class XmlFiles extends SimpleFileVisitor<Path> {
  private final Set<Path> found = new TreeSet<>();

  private XmlFiles() {}

  /** In the order of their names, so that two runs agree. */
  public static List<Path> below(Path folder) throws IOException {
    if (Files.isSymbolicLink(folder) && Files.isDirectory(folder)) {
      Path real = folder.toRealPath();
      return below(real).stream().map(file -> folder.resolve(real.relativize(file))).toList();
    }
    var files = new XmlFiles();
    Files.walkFileTree(folder, files);
    return List.copyOf(files.found);
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (file.toString().endsWith(".xml") && (attributes.isSymbolicLink() ? isOfFile(file) : attributes.isRegularFile())) {
      found.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  /** Some editors mark with a hidden link to nowhere what they have open. */
  private static boolean isOfFile(Path link) {
    return Files.isRegularFile(link) || !Files.exists(link) && !isHidden(link);
  }

  static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException e) {
    // What is gone by now is no longer to be read.
    if (!(e instanceof NoSuchFileException)) {
      found.add(Files.isDirectory(path) ? path : path.getParent());
    }
    return FileVisitResult.CONTINUE;
  }
}
