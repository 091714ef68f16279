package jilu.prove;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jilu.validate.Place;

/**
 * Where a stretch of text comes from.
 *
 * @param label how a reader would name it
 * @param file the file to mend, where it is the author's
 * @param line counts from 1; 0 if the id tells
 * @param id the nearest id in the file; may be empty
 */
record Origin(String label, Path file, int line, String id) {
  /** A stretch without a place of its own: that before it counts. */
  static final Origin NONE = new Origin("", Path.of(""), 0, "");

  static Origin line(Path file, int line) {
    return new Origin(file.getFileName() + ":" + line, file, line, "");
  }

  static Origin id(Path file, String name, String id) {
    return id.isEmpty() ? NONE : new Origin(name + " #" + id, file, 0, id);
  }

  static Origin output(String label) {
    return new Origin(label, Path.of(""), 0, "");
  }

  /** The line in the author's file, found by its id where only that is known. */
  Place place() throws IOException {
    if (line > 0) {
      return new Place(file, line, 1);
    }
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      int column = lines.get(i).indexOf("xml:id=\"" + id + "\"");
      if (column >= 0) {
        return new Place(file, i + 1, lines.get(i).codePointCount(0, column) + 1);
      }
    }
    return Place.of(file);
  }
}
