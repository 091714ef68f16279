package jilu.edition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jilu.words.Refusal;

/**
 * A folder that holds {@code tei/}: the XML files below it are the edition.
 *
 * @param files in the order of their names, so that two builds agree; a folder that may not be opened among them
 */
public record Edition(Path folder, List<Path> files) {
  public Edition {
    files = List.copyOf(files);
  }

  public static Edition in(Path folder) throws IOException {
    Path tei = folder.resolve("tei");
    if (!Files.isDirectory(tei)) {
      return new Edition(folder, List.of());
    }
    return new Edition(folder, XmlFiles.below(tei).stream().filter(Edition::isOf).toList());
  }

  private static boolean isOf(Path file) {
    return !XmlFiles.isHidden(file) || Files.isDirectory(file);
  }

  public Path tei() {
    return folder.resolve("tei");
  }

  /** A file's path inside {@code tei/}, with forward slashes: how the catalog and references name it. */
  public String name(Path file) {
    return tei().relativize(file).toString().replace(java.io.File.separatorChar, '/');
  }

  /** A file beside the TEI, named by its path inside {@code tei/}; a link that leads out of the folder is not followed. */
  public Path inside(String name) throws IOException {
    Path file = tei().resolve(name).normalize();
    if (!file.toRealPath().startsWith(tei().toRealPath())) {
      throw new Refusal("edition.outside", file);
    }
    return file;
  }
}
