package jilu.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What is known of many files, put there and taken by several threads. The first stays in memory; all else lies in a
 * temporary file, so that memory does not grow with the edition.
 */
public final class Store implements AutoCloseable {
  private final long room;
  private long used;
  private Optional<FileChannel> file = Optional.empty();
  private long end;

  /** @param room how many bytes stay in memory */
  public Store(long room) {
    this.room = room;
  }

  /** Bytes that can be read as long as the store is open. */
  public interface Kept {
    byte[] bytes();
  }

  /** A list without anything in it. */
  private static final Kept NOTHING = () -> new byte[1];

  private record InFile(Store store, long at, int length) implements Kept {
    @Override
    public byte[] bytes() {
      return store.read(at, length);
    }
  }

  public <T> Kept put(List<T> all, BiConsumer<Packed, T> writer) {
    return all.isEmpty() ? NOTHING : put(Packed.bytes(all, writer));
  }

  Kept put(byte[] bytes) {
    synchronized (this) {
      if (used + bytes.length <= room) {
        used += bytes.length;
        return () -> bytes;
      }
    }
    return new InFile(this, write(bytes), bytes.length);
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
      file = Optional.of(temporary());
    }
    return file.get();
  }

  /** A file that is gone when it is closed. */
  static FileChannel temporary() throws IOException {
    return FileChannel.open(
        Files.createTempFile("jilu", ".store"),
        StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
  }

  private byte[] read(long at, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    try {
      while (bytes.hasRemaining() && file.orElseThrow().read(bytes, at + bytes.position()) >= 0) {}
      return bytes.array();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }
}
