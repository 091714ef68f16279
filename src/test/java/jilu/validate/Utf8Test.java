package jilu.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of bytes, and what is seen on the way, is what the library reads and what a look at the text finds. */
class Utf8Test {
  private static final long SEED = 20;

  private static final int[] CHARACTERS = {
    'a', ' ', '~', '&', '<', '\n', '\r', '\t', 0, 0x1f, 0x7f, 0x80, 'é', 0xff, 'Ж', 0x7ff, 0x800, '“', '港', 0xd7ff, 0xe000, 0xfeff,
    0xfffd, 0xffff, 0x10000, 0x20bb7, 0x10ffff
  };

  @Test
  void reads_what_the_library_reads_of_any_characters() {
    var random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      int share = random.nextInt(1, 5);
      String text =
          IntStream.range(0, random.nextInt(60))
              .map(at -> random.nextInt(4) < share ? 'x' : CHARACTERS[random.nextInt(CHARACTERS.length)])
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
      same(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void refuses_what_the_library_refuses_of_any_bytes() {
    var random = new Random(SEED);
    byte[] usual = {'a', '&', '\n', (byte) 0x80, (byte) 0xbf, (byte) 0xc2, (byte) 0xe0, (byte) 0xed, (byte) 0xf0, (byte) 0xf4};
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = new byte[random.nextInt(1, 12)];
      random.nextBytes(bytes);
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = random.nextBoolean() ? usual[random.nextInt(usual.length)] : bytes[at];
      }
      same(bytes);
    }
  }

  /** Every first byte with every second, in a text and at its end. */
  @Test
  void refuses_what_the_library_refuses_of_two_bytes() {
    for (int pair = 0; pair < 1 << 16; pair++) {
      for (String rest : new String[] {"", "80", "8080", "808080", "6180"}) {
        byte[] bytes = HexFormat.of().parseHex("78%04x%s".formatted(pair, rest));
        same(bytes);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tei/edition.xml", "tei/documents/d19490204.xml", "schemas/jilu.odd", "README.md"})
  void reads_what_the_library_reads_of_a_file(String file) throws java.io.IOException {
    same(java.nio.file.Files.readAllBytes(java.nio.file.Path.of(file)));
  }

  private static void same(byte[] bytes) {
    Optional<String> library = library(bytes);
    Optional<Utf8> read = Utf8.decode(bytes);
    String shown = HexFormat.of().formatHex(bytes);
    assertEquals(library, read.map(Utf8::text), shown);
    read.ifPresent(
        utf8 -> assertEquals(shown(Landmarks.in(utf8.text())), shown(utf8.landmarks()), shown));
  }

  private static String shown(Landmarks landmarks) {
    return landmarks.kinds() + Arrays.toString(Arrays.copyOf(landmarks.offsets(), landmarks.count()));
  }

  private static Optional<String> library(byte[] bytes) {
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
