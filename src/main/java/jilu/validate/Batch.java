package jilu.validate;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.LongStream;

/**
 * Files that are checked together, each step for all of them before the next one: for short files it takes a processor
 * longer to fetch the code and data of a step than to do it.
 *
 * @param cost of all, in bytes
 */
record Batch(List<Path> files, long cost) {
  /** A file costs as much as so many bytes of it, however short it is. */
  static final long OF_EACH = 3 << 10;

  /** About so many bytes: all trees of a batch are in memory at once. */
  private static final long LARGEST = 512 << 10;

  /** So many batches for each thread, or some would be idle while others have much to do. */
  private static final int FOR_EACH_THREAD = 5;

  /** For the threads of the pool in which this is called, or for those of the common one and the caller. */
  static List<Batch> of(List<Path> files) {
    ForkJoinPool pool = ForkJoinTask.getPool();
    return of(files, pool == null ? ForkJoinPool.commonPool().getParallelism() + 1 : pool.getParallelism());
  }

  /** In the order of the files, of about the same cost; each has one at least. */
  static List<Batch> of(List<Path> files, int threads) {
    long[] costs = files.stream().map(Path::toFile).mapToLong(File::length).map(bytes -> bytes + OF_EACH).toArray();
    long left = LongStream.of(costs).sum();
    // As many for each thread: of one batch too many all but one thread would wait for the end.
    double usual = (double) left / (threads * Math.max(FOR_EACH_THREAD, Math.ceil((double) left / LARGEST / threads)));
    List<Batch> batches = new ArrayList<>();
    for (int from = 0; from < costs.length; ) {
      long room = left / Math.max(1, Math.round(left / usual));
      int to = from;
      long cost = 0;
      do {
        cost += costs[to++];
      } while (to < costs.length && cost + costs[to] / 2 <= room);
      batches.add(new Batch(files.subList(from, to), cost));
      left -= cost;
      from = to;
    }
    return batches;
  }
}
