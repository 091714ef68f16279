package jilu.words;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;

/** What cannot be done with what a person gave, in words that tell him what to do. */
public final class Refusal extends IOException {
  /** What operating systems say of a file, which Java hands on as it is. */
  private static final Map<String, String> OF_SYSTEMS = Map.of(
      "Is a directory", "folder-for-file",
      "Not a directory", "file-for-folder",
      "No space left on device", "disk-full",
      "There is not enough space on the disk", "disk-full",
      "Read-only file system", "disk-read-only",
      "Operation not permitted", "denied",
      "File name too long", "name-too-long");

  private final transient Text said;

  /** @param key of {@link Words} */
  public Refusal(String key, Object... arguments) {
    this(Words.of(key, arguments));
  }

  private Refusal(Text said) {
    super(said.en());
    this.said = said;
  }

  public Refusal because(Exception cause) {
    initCause(cause);
    return this;
  }

  /** What an exception of files says, which by itself is but a path or the words of a system. */
  public static Text why(IOException e) {
    if (e instanceof Refusal refusal) {
      return refusal.said;
    }
    return e instanceof FileSystemException failed
        ? Words.of(key(failed), failed.getFile(), failed.getReason())
        : Words.of("failed", String.valueOf(e.getMessage()));
  }

  /** The same of a file that is known to the person by this name, whatever the system calls it. */
  public static Text why(IOException e, Path file) {
    if (e instanceof Refusal refusal) {
      return refusal.said;
    }
    String reason = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
    return Words.of(e instanceof FileSystemException failed ? key(failed) : ofSystem(reason), file, reason);
  }

  private static String key(FileSystemException e) {
    if (e instanceof AccessDeniedException) {
      return "denied";
    }
    if (e instanceof NoSuchFileException) {
      return "missing";
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return "file-for-folder";
    }
    return ofSystem(e.getReason());
  }

  private static String ofSystem(String reason) {
    return OF_SYSTEMS.getOrDefault(String.valueOf(reason), "file-failed");
  }
}
