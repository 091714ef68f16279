package jilu.quote;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import jilu.edition.Store;

/**
 * The passages of many files, put there and taken by several threads. The first stay in memory; all others lie in a
 * temporary file, so that memory does not grow with the edition.
 */
public final class Shelf implements AutoCloseable {
  /** How many characters stay in memory. */
  private static final long ROOM = 1 << 20;

  private final Store store = new Store(0);
  private final long room;
  private long used;

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

  private record Stored(String document, List<Quotation> quotations, Store.Kept kept) implements Volume {
    @Override
    public List<Passage> passages() {
      return read(kept.bytes());
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
    return new Stored(passages.document(), passages.quotations(), store.put(bytes(passages.passages())));
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

  private static List<Passage> read(byte[] bytes) {
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return List.of((Passage[]) in.readObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
