package jilu.prove;

import java.nio.file.Path;

/**
 * Where a stretch of text comes from.
 *
 * @param name how a reader would name it
 * @param file the file to mend, where it is the author's
 * @param line counts from 1; 0 if the id tells
 * @param id the nearest id in the file; may be empty
 */
record Origin(String name, Path file, int line, String id) {
  /** A stretch without a place of its own: that before it counts. */
  static final Origin NONE = new Origin("", Path.of(""), 0, "");

  static Origin line(Path file, int line) {
    return new Origin(file.getFileName() + ":" + line, file, line, "");
  }

  static Origin id(Path file, String name, String id) {
    return id.isEmpty() ? NONE : new Origin(name, file, 0, id);
  }

  static Origin output(String name) {
    return new Origin(name, Path.of(""), 0, "");
  }

  boolean isOfAuthor() {
    return !file.toString().isEmpty();
  }
}
