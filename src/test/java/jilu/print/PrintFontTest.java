package jilu.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.BoundingBox;
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
      assertThat(glyph(font, '人')).isNotEqualTo(glyph(font, '⼈'));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"song-latin", "song-latin-bold", "kai-latin", "hei-latin", "hei-latin-bold"})
  void setsSharedSignsAsWideAsTheyAre(String face) throws IOException {
    try (var font = prepared(face); var chinese = prepared(face.replace("-latin", ""))) {
      double em = font.getUnitsPerEm();
      assertThat(width(font, '“') / em).isBetween(0.3, 0.5);
      assertThat(width(font, '’') / em).isBetween(0.15, 0.3);
      assertThat(width(font, '—') / em).isBetween(0.8, 0.95);
      assertThat(width(font, '–')).isLessThan(width(font, '—'));
      assertThat(width(font, '…') / em).isBetween(0.7, 0.95);
      assertThat(width(font, '§') / em).isBetween(0.4, 0.7);
      assertThat(width(font, '‐')).isEqualTo(width(font, '-'));
      assertThat(width(font, 'Ж')).isEqualTo(width(chinese, 'Ж'));
      assertThat(width(font, 'é')).isEqualTo(width(chinese, 'é'));
      assertThat(box(font, '…').getUpperRightY()).isEqualTo(box(font, '.').getUpperRightY());
      assertThat(box(font, '”').getUpperRightY()).isEqualTo(box(font, '\"').getUpperRightY());
      assertThat(box(font, 'é').getUpperRightY()).isEqualTo(box(chinese, 'é').getUpperRightY());
      assertThat(glyph(font, '一')).isZero();
      assertThat(font.getKerning()).isNull();
      assertThat(font.getNumberOfGlyphs()).isLessThan(2_000);
    }
  }

  private static BoundingBox box(TrueTypeFont font, int character) throws IOException {
    return font.getGlyph().getGlyph(glyph(font, character)).getBoundingBox();
  }

  @ParameterizedTest
  @ValueSource(strings = {"song", "song-latin", "kai-latin", "song-latin-italic"})
  void everyCharacterHasItsOwnGlyph(String face) throws IOException {
    try (var font = prepared(face)) {
      var seen = new HashSet<Integer>();
      for (int character = ' '; character < 0x30000; character++) {
        int glyph = glyph(font, character);
        assertThat(glyph == 0 || seen.add(glyph)).as("U+%X", character).isTrue();
      }
      assertThat(seen).hasSizeGreaterThan(face.equals("song") ? 20_000 : 300);
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
