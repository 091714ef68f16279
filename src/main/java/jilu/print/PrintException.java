package jilu.print;

/** The formatter gave up: the XSL-FO is invalid, or nothing could be made of it. */
public final class PrintException extends RuntimeException {
  PrintException(String message, Throwable cause) {
    super(message, cause);
  }
}
