package jilu.print;
import java.nio.file.*;
final class Try {
  public static void main(String[] a) throws Exception {
    for (int i = 1; i < a.length; i++) {
    long t = System.nanoTime();
    var s = Sample.flow(Files.readString(Path.of(a[i])));
    System.out.println(s.result() + " " + (System.nanoTime() - t) / 1000000 + " ms");
    Files.write(Path.of(a[0] + i + ".pdf"), s.bytes()); }
  }
}
