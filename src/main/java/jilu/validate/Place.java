package jilu.validate;

import java.nio.file.Path;

/** A place in a file; line and column count from 1, or are 0 for the file as a whole. */
public record Place(Path file, int line, int column) {
  public static Place of(Path file) {
    return new Place(file, 0, 0);
  }
}
