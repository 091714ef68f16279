package jilu.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;

/** The only door through which the formatter reads: it opens for the edition's fonts and attachments. */
final class Fonts implements ResourceResolver {
  static final URI BASE = URI.create("jilu:/fonts/");

  private static final URI FILES = URI.create("jilu:/files/");
  private static final String DOTTED = "song-dotted.ttf";

  private final Attachments attachments;

  Fonts(Attachments attachments) {
    this.attachments = attachments;
  }

  @Override
  public Resource getResource(URI uri) throws IOException {
    if (uri.toString().startsWith(FILES.toString())) {
      return new Resource(attachments.open(FILES.relativize(uri).toString()));
    }
    var name = BASE.relativize(uri).toString();
    if (name.equals(DOTTED)) {
      return new Resource(new ByteArrayInputStream(dotted()));
    }
    if (!name.matches("[a-z-]+\\.ttf")) {
      throw new IOException("the printed edition reads no other file: " + uri);
    }
    return new Resource(open(name));
  }

  @Override
  public OutputStream getOutputStream(URI uri) throws IOException {
    throw new IOException("the printed edition writes no other file: " + uri);
  }

  /** Made on demand from the plain face, since it would double the size of the fonts shipped. */
  private static byte[] dotted() throws IOException {
    try (var in = open("song.ttf")) {
      var font = PrintFont.read(in.readAllBytes());
      font.dotIdeographs();
      font.compressPunctuation();
      return font.bytes();
    }
  }

  static boolean isPrepared(String name) {
    return Fonts.class.getResource("/jilu/fonts/" + name) != null;
  }

  static InputStream open(String name) throws IOException {
    var in = Fonts.class.getResourceAsStream("/jilu/fonts/" + name);
    if (in == null) {
      throw new IOException("the font " + name + " was not prepared; build the project again");
    }
    return in;
  }
}
