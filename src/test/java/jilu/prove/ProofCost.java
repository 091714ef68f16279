package jilu.prove;

import java.io.IOException;
import java.nio.file.Path;

/** The part of the proof that grows with the book. */
public final class ProofCost {
  private ProofCost() {}

  /** Reads the text layer of a book as the proof does. Returns how many characters there are. */
  public static int readTextLayer(Path pdf) throws IOException {
    return PdfText.read(pdf).solid().codePoints().length;
  }
}
