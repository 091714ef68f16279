package jilu.validate;

import java.nio.file.Path;

/** A place in a file; line and column count from 1, and are 1 for the file as a whole. */
public record Place(Path file, int line, int column) {
  public static Place of(Path file) {
    return new Place(file, 1, 1);
  }
}
