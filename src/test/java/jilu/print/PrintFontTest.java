package jilu.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintFontTest {
  @ParameterizedTest
  @ValueSource(strings = {"song", "song-bold", "kai", "hei", "hei-bold"})
  void holdsWhatThePageNeeds(String face) throws IOException {
    try (var font = prepared(face)) {
      int em = font.getUnitsPerEm();
      assertThat(width(font, '—')).isEqualTo(em);
      assertThat(width(font, '“')).isEqualTo(em);
      assertThat(width(font, '’')).isEqualTo(em);
      assertThat(width(font, '·')).isEqualTo(em / 2);
      assertThat(kern(font, '。', '”')).isEqualTo(-em / 2);
      assertThat(kern(font, '》', '《')).isEqualTo(-em / 2);
      assertThat(kern(font, '（', '《')).isEqualTo(-em / 2);
      assertThat(kern(font, '（', '一')).isZero();
      assertThat(kern(font, '’', 's')).isLessThan(-em / 2);
      assertThat(glyph(font, '人')).isNotEqualTo(glyph(font, '⼈'));
    }
  }

  @Test
  void everyCharacterHasItsOwnGlyph() throws IOException {
    try (var font = prepared("song")) {
      var seen = new HashSet<Integer>();
      for (int character = ' '; character < 0x30000; character++) {
        int glyph = glyph(font, character);
        assertThat(glyph == 0 || seen.add(glyph)).as("U+%X", character).isTrue();
      }
      assertThat(seen).hasSizeGreaterThan(20_000);
    }
  }

  @Test
  void preparationIsDeterministic() throws IOException {
    byte[] file;
    try (var in = Fonts.open("hei.ttf")) {
      file = in.readAllBytes();
    }
    assertThat(PrintFont.read(file).bytes()).isEqualTo(PrintFont.read(file).bytes());
  }

  @Test
  void shipsTheLicences() {
    assertThat(Fonts.class.getResource("/jilu/fonts/OFL-noto-sans-sc.txt")).isNotNull();
  }

  private static TrueTypeFont prepared(String face) throws IOException {
    try (var in = Fonts.open(face + ".ttf")) {
      return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
    }
  }

  private static int glyph(TrueTypeFont font, int character) throws IOException {
    return font.getUnicodeCmapLookup().getGlyphId(character);
  }

  private static int width(TrueTypeFont font, int character) throws IOException {
    return font.getAdvanceWidth(glyph(font, character));
  }

  private static int kern(TrueTypeFont font, int left, int right) throws IOException {
    return font.getKerning().getHorizontalKerningSubtable()
        .getKerning(glyph(font, left), glyph(font, right));
  }
}
