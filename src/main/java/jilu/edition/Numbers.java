package jilu.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Many numbers, given by several threads in any order, then looked up in theirs. Beyond those that memory has room for
 * they are sorted in runs that are merged in a temporary file; memory then holds the first number of each block of it.
 */
public final class Numbers implements AutoCloseable {
  /** How many lie in a block, which is read at once: 8 KB. */
  private static final int BLOCK = 1 << 10;

  /** How many blocks are remembered. */
  private static final int BLOCKS = 1 << 6;

  private final int room;
  private long[] last = new long[1];
  private int count;
  private final List<Run> runs = new ArrayList<>();
  private boolean sorted;

  /** First the runs one after the other, then all of them in order; none where all fit into memory. */
  private Optional<FileChannel> file = Optional.empty();

  /** The first number of each block. */
  private long[] firsts = {};

  private final AtomicReferenceArray<Block> remembered = new AtomicReferenceArray<>(BLOCKS);

  /** How many lie in runs, and in the end all. */
  private long size;

  private record Block(long number, long[] values) {}

  /** @param room how many stay in memory */
  public Numbers(int room) {
    this.room = Math.max(1, room);
  }

  public synchronized void add(long[] more) {
    if (sorted) {
      throw new IllegalStateException("They are in order already.");
    }
    for (long number : more) {
      if (count == room) {
        spill();
      }
      if (count == last.length) {
        last = Arrays.copyOf(last, (int) Math.min(room, 2L * count));
      }
      last[count++] = number;
    }
  }

  /** Puts them in order; none can be added any more. */
  public synchronized void sort() {
    sorted = true;
    if (runs.isEmpty()) {
      last = Arrays.copyOf(last, count);
      Arrays.parallelSort(last);
      size = count;
    } else {
      spill();
      last = new long[0];
      merge();
    }
  }

  /** How many are less. */
  public long first(long number) {
    if (runs.isEmpty()) {
      return first(last, number);
    }
    // In the block before the first that begins with no less.
    int block = Math.max(0, first(firsts, number) - 1);
    return (long) block * BLOCK + first(block(block), number);
  }

  public boolean has(long number) {
    long at = first(number);
    return at < size && get(at) == number;
  }

  /** Whether it was given more than once. */
  public boolean isRepeated(long number) {
    long next = first(number) + 1;
    return next < size && get(next) == number;
  }

  /** Whether any was. */
  public boolean anyIsRepeated() {
    for (long i = 1; i < size; i++) {
      if (get(i) == get(i - 1)) {
        return true;
      }
    }
    return false;
  }

  /** The number at a place in the order. */
  public long get(long index) {
    return runs.isEmpty() ? last[(int) index] : block(index / BLOCK)[(int) (index % BLOCK)];
  }

  private static int first(long[] values, long number) {
    int low = 0;
    int high = values.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[middle] < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void spill() {
    Arrays.parallelSort(last, 0, count);
    runs.add(new Run(size, size + count));
    write(last, count, size);
    size += count;
    count = 0;
  }

  private void merge() {
    var next = new PriorityQueue<Run>(Comparator.comparingLong(Run::value));
    next.addAll(runs);
    firsts = new long[(int) ((size + BLOCK - 1) / BLOCK)];
    long[] block = new long[BLOCK];
    for (long at = 0; at < size; at++) {
      Run run = next.remove();
      block[(int) (at % BLOCK)] = run.value();
      if (at % BLOCK == 0) {
        firsts[(int) (at / BLOCK)] = run.value();
      }
      if ((at + 1) % BLOCK == 0 || at + 1 == size) {
        write(block, (int) (at % BLOCK) + 1, size + at / BLOCK * BLOCK);
      }
      if (run.goesOn()) {
        next.add(run);
      }
    }
  }

  /** One of the sorted runs, read from its beginning to its end. */
  private final class Run {
    private final long end;
    private long next;
    private long[] block = {};
    private int at;

    Run(long from, long to) {
      next = from;
      end = to;
    }

    long value() {
      if (block.length == 0) {
        block = read(next, (int) Math.min(BLOCK, end - next));
        next += block.length;
      }
      return block[at];
    }

    /** Goes to the next number, if there is one. */
    boolean goesOn() {
      at++;
      if (at == block.length) {
        block = new long[0];
        at = 0;
      }
      return block.length > 0 || next < end;
    }
  }

  private long[] block(long number) {
    int slot = (int) (number % BLOCKS);
    Block known = remembered.get(slot);
    if (known == null || known.number() != number) {
      long from = number * BLOCK;
      known = new Block(number, read(size + from, (int) Math.min(BLOCK, size - from)));
      remembered.set(slot, known);
    }
    return known.values();
  }

  private long[] read(long from, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length * Long.BYTES);
    try {
      while (bytes.hasRemaining()
          && file.orElseThrow().read(bytes, from * Long.BYTES + bytes.position()) >= 0) {}
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long[] values = new long[length];
    bytes.flip().asLongBuffer().get(values);
    return values;
  }

  private void write(long[] values, int length, long to) {
    ByteBuffer bytes = ByteBuffer.allocate(length * Long.BYTES);
    bytes.asLongBuffer().put(values, 0, length);
    try {
      if (file.isEmpty()) {
        file = Optional.of(Store.temporary());
      }
      while (bytes.hasRemaining()) {
        file.get().write(bytes, to * Long.BYTES + bytes.position());
      }
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
