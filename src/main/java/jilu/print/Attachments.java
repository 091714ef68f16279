package jilu.print;

import java.io.IOException;
import java.io.InputStream;

/** The files that a PDF may carry along; the XSL-FO names them as {@code jilu:/files/NAME}. */
@FunctionalInterface
public interface Attachments {
  InputStream open(String name) throws IOException;

  static Attachments none() {
    return name -> {
      throw new IOException("nothing is attached under the name " + name);
    };
  }
}
