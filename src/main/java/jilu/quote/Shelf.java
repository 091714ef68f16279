package jilu.quote;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The passages of many files, put there and taken by several threads. The first stay in memory; all others lie in a
 * temporary file, so that memory does not grow with the edition.
 */
public final class Shelf implements AutoCloseable {
  /** How many characters stay in memory. */
  private static final long ROOM = 4 << 20;

  private final long room;
  private long used;
  private Optional<FileChannel> file = Optional.empty();
  private long end;

  public Shelf() {
    this(ROOM);
  }

  Shelf(long room) {
    this.room = room;
  }

  /** What one file quotes, and access to what it has to quote. */
  public interface Volume {
    String document();

    List<Quotation> quotations();

    /** Reads the passages if they are not in memory. */
    List<Passage> passages();
  }

  private record Held(String document, List<Quotation> quotations, List<Passage> passages) implements Volume {}

  private record Stored(Shelf shelf, String document, List<Quotation> quotations, long at, int length)
      implements Volume {
    @Override
    public List<Passage> passages() {
      return shelf.read(at, length);
    }
  }

  public Volume put(Passages passages) {
    long size = passages.passages().stream().mapToLong(passage -> passage.text().length()).sum();
    synchronized (this) {
      if (used + size <= room) {
        used += size;
        return new Held(passages.document(), passages.quotations(), passages.passages());
      }
    }
    byte[] bytes = bytes(passages.passages());
    return new Stored(this, passages.document(), passages.quotations(), write(bytes), bytes.length);
  }

  private static byte[] bytes(List<Passage> passages) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(passages.toArray(Passage[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private synchronized long write(byte[] bytes) {
    try {
      long at = end;
      for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
        end += channel().write(rest, end);
      }
      return at;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileChannel channel() throws IOException {
    if (file.isEmpty()) {
      file =
          Optional.of(
              FileChannel.open(
                  Files.createTempFile("jilu", ".passages"),
                  StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }
    return file.get();
  }

  private List<Passage> read(long at, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    try {
      while (bytes.hasRemaining() && file.orElseThrow().read(bytes, at + bytes.position()) >= 0) {}
      try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.array()))) {
        return List.of((Passage[]) in.readObject());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }
}
