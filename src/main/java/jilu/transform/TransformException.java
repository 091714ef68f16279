package jilu.transform;

/** A stylesheet of the program failed: a fault of the program or of an edition's own stylesheet, never of the data alone. */
public final class TransformException extends RuntimeException {
  public TransformException(String message, Throwable cause) {
    super(message, cause);
  }
}
