package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jilu.SmallEdition;
import jilu.transform.Xslt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file in another encoding than it says: which one it really is, and what else is wrong with it. */
class EncodingsTest {
  private static final String FIRST = "documents/d19000101.xml";

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} is told to be {1}")
  @CsvSource({
    "GBK,GBK,5:37", "GB18030,GBK,5:37", "Big5,Big5,5:37", "UTF-16LE,UTF-16,1:1", "UTF-16BE,UTF-16,1:1", "UTF-16,UTF-16,1:1"
  })
  void names_the_true_encoding(String written, String told, String place) throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    String text = Files.readString(edition.file(FIRST)).replace("第一次谈话</head>", "第一次的問題是這個我們不要在中國說</head>");
    text = written.equals("Big5") ? text.replaceAll("谈话|记|录|天气|乙|甲", "人").replaceAll("[谈话气]", "人") : text;
    Files.write(edition.file(FIRST), text.getBytes(Charset.forName(written)));
    assertThat(edition.findings()).filteredOn(f -> f.code().equals("J002")).singleElement()
        .satisfies(f -> assertThat(f.message()).startsWith("The file says that it is UTF-8, but it is " + told));
    assertThat(edition.places()).contains(FIRST + ":" + place + " J002");
  }

  @Test
  void other_mistakes_are_told_as_well() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "who=\"#jia\"", "who=\"#jiaa\"");
    Files.write(edition.file(FIRST), Files.readString(edition.file(FIRST)).getBytes(Charset.forName("GBK")));
    assertThat(edition.places()).containsExactly(FIRST + ":5:37 J002", FIRST + ":20:34 J303");
  }

  @Test
  void what_is_no_text_is_told_once() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    byte[] bytes = new byte[2000];
    new java.util.Random(1).nextBytes(bytes);
    Files.write(edition.file(FIRST), bytes);
    assertThat(edition.findings()).extracting(Finding::message)
        .containsExactly(
            "This file is no text.",
            "This file cannot be read, so the links and quotations of the whole edition were not checked.");
  }

  @Test
  void utf16_that_says_so_is_sound() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    String text = Files.readString(edition.file(FIRST)).replace("UTF-8", "UTF-16");
    Files.write(edition.file(FIRST), text.getBytes(StandardCharsets.UTF_16));
    assertThat(edition.findings()).isEmpty();
  }

  @Test
  void utf8_that_says_gbk() throws IOException {
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "encoding=\"UTF-8\"", "encoding=\"GBK\"");
    assertThat(edition.places()).containsExactly(FIRST + ":1:31 J002");
  }

  @Test
  void byte_order_mark() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    Files.writeString(edition.file(FIRST), "\ufeff" + Files.readString(edition.file(FIRST)));
    assertThat(edition.places()).containsExactly(FIRST + ":1:1 J006");
  }

  @Test
  void bytes_of_no_known_encoding_are_told_where_they_begin() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    String text = Files.readString(edition.file(FIRST));
    int at = text.indexOf("一次谈话</head>");
    var bytes = new java.io.ByteArrayOutputStream();
    bytes.writeBytes(text.substring(0, at).getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(new byte[] {(byte) 0x81, (byte) 0x98, (byte) 0xff});
    bytes.writeBytes(text.substring(at).getBytes(StandardCharsets.UTF_8));
    Files.write(edition.file(FIRST), bytes.toByteArray());
    Finding unknown = edition.findings().stream().filter(f -> f.code().equals("J002")).findFirst().orElseThrow();
    String line = text.substring(text.lastIndexOf('\n', at) + 1, at);
    assertThat(unknown.column()).isEqualTo(line.codePointCount(0, line.length()) + 1);
    assertThat(unknown.hint().orElseThrow()).startsWith("Perhaps parts of two files were joined");
  }

  @Test
  void several_mistakes_of_every_kind_in_one_file() throws IOException {
    SmallEdition edition =
        SmallEdition.in(folder)
            .with(FIRST, "第一次谈话</head>", "第一次 & 谈话</head>")
            .with(FIRST, "who=\"#jia\"", "who=“#jia”")
            .with(FIRST, "<speaker>乙：</speaker>", "<speeker>乙：</speeker>")
            .with(FIRST, "when=\"1900-01-01\">1900", "when=\"1900-13-01\">1900")
            .with(FIRST, "ref=\"#yi\"", "ref=\"#yii\"");
    assertThat(edition.places()).containsExactly(
        FIRST + ":17:30 J009", FIRST + ":18:24 J113", FIRST + ":20:38 J012", FIRST + ":22:47 J303", FIRST + ":26:9 J101");
  }

  @Test
  void one_damaged_character_is_no_other_encoding_error() throws IOException {
    SmallEdition edition = SmallEdition.in(folder);
    byte[] bytes = Files.readString(edition.file(FIRST)).getBytes(StandardCharsets.UTF_8);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(new String("你".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    bytes[at + 2] = '?';
    Files.write(edition.file(FIRST), bytes);
    assertThat(edition.places()).containsExactly(FIRST + ":22:34 J002");
    assertThat(edition.findings().get(0).message()).contains("a character is damaged here");
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "We drank a café au lait.;windows-1252",
        "Le café était fermé à Orléans, où la forêt brûle.;windows-1252",
        "Il va à Paris.;windows-1252",
        "Müller;windows-1252",
        "1914–1918;windows-1252",
        "© 2020;windows-1252",
        "«La paix»;windows-1252",
        "Il était très content d’aller à Köln, où sa sœur l’attendait¹.;windows-1252",
        "Søren était très près de Beneš, là où il fut.;windows-1252",
        "Die Grüße der Männer aus Lodz, für zwölf m³ Öl.;windows-1252",
        "¿Qué será mañana? ¿y dónde? Él habló así en Köln.;windows-1252",
        "As opiniões e posições políticas são técnicas, não é?;windows-1252",
        "È così più perché lunedì andò a Šibenik.;windows-1252",
        "Västernorrlands län is beïnvloed en geïnterpreteerd.;windows-1252",
        "Han kører på cykel til Århus, når høsten er færdig.;windows-1252",
        "The word¹ of x³y and z³a, about £a million and ¼in.;windows-1252",
        "Władza ludowa może być tylko własnością całego narodu.;windows-1250",
        "Towarzysz Müller był życzliwie przyjęty przez władze w Łodzi.;windows-1250",
        "Československá vláda předala nótu, v níž říká, že je to důležité.;windows-1250",
        "Něco se stalo s chuťí lidí.;windows-1250",
        "A felső vezetők közül többen is eljöttek, de ő nem jött, az idő későre járt.;windows-1250",
        "Vláda preložila ľuďom, že čoskoro príde pôvodná dĺžka.;windows-1250",
        "Vođa čeških žena reče što će biti u kući.;windows-1250",
        "Władza ludowa może być tylko własnością całego narodu.;ISO-8859-2",
        "Československá vláda předala nótu, v níž říká, že je to důležité.;ISO-8859-2",
        "Vláda preložila ľuďom, že čoskoro príde pôvodná dĺžka.;ISO-8859-2",
        "Vođa čeških žena reče što će biti u kući.;ISO-8859-2",
        "Советский Союз и Китай;windows-1251",
        "Товарищ Cталин говорил о Китае и о войне.;windows-1251"
      })
  void of_western_and_russian_text_names_the_true_encoding(String text, String written) throws IOException {
    assertThat(told("UTF-8", text.getBytes(Charset.forName(written))))
        .containsExactly(
            "J002 The file says that it is UTF-8, but it is " + written.replace("windows", "Windows") + ".");
  }

  @Test
  void a_few_bytes_among_sound_characters_are_damaged_ones_error() throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    bytes.writeBytes("Zürich, Müller, ".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("Köln".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(told("UTF-8", bytes.toByteArray())).singleElement().asString()
        .contains("The file is UTF-8, but a character is damaged here");
  }

  @Test
  void words_of_two_alphabets_are_told_beside_a_damaged_character_error() throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    bytes.writeBytes("Товарищ Cталин ".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xe9);
    assertThat(told("UTF-8", bytes.toByteArray())).extracting(told -> told.substring(0, 4)).containsExactly("J036", "J002");
  }

  @Test
  void windows_that_says_latin_1_is_told_once_error() throws IOException {
    byte[] bytes = "1914–1918, it’s “x”".getBytes(Charset.forName("windows-1252"));
    assertThat(told("ISO-8859-1", bytes))
        .containsExactly("J002 The file says that it is ISO-8859-1, but it is Windows-1252.");
    assertThat(told("windows-1252", bytes)).isEmpty();
  }

  @Test
  void windows_of_central_europe_that_says_latin_1_is_told_once_error() throws IOException {
    byte[] bytes = "Jeśli władza może, to coś zrobi.".getBytes(Charset.forName("windows-1250"));
    assertThat(told("ISO-8859-1", bytes))
        .containsExactly("J002 The file says that it is ISO-8859-1, but it is Windows-1250.");
    assertThat(told("windows-1250", bytes)).isEmpty();
  }

  @Test
  void latin_1_that_says_so_valid() throws IOException {
    assertThat(told("ISO-8859-1", "Le café était fermé".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
  }

  @Test
  void utf8_that_says_utf16_error() throws IOException {
    assertThat(told("UTF-16", "Peace".getBytes(StandardCharsets.UTF_8)))
        .containsExactly("J002 The file says that it is UTF-16, but it is UTF-8.");
    assertThat(told("ISO-8859-1", "Peace".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  private static final Xslt XSLT = new Xslt();

  /** What is told of the bytes and characters of a file with these in its paragraph. */
  private List<String> told(String declared, byte[] paragraph) throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    bytes.writeBytes("<?xml version=\"1.0\" encoding=\"%s\"?>\n".formatted(declared).getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body><p>".getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(paragraph);
    bytes.writeBytes("</p></body></text></TEI>\n".getBytes(StandardCharsets.US_ASCII));
    Path file = Files.write(folder.resolve("letter.xml"), bytes.toByteArray());
    return new Checks(XSLT, new Reader(XSLT)).run(List.of(file)).stream()
        .filter(finding -> finding.code().compareTo("J100") < 0)
        .map(finding -> finding.code() + " " + finding.message())
        .toList();
  }

  @Test
  void bombs_and_strange_files_are_refused() throws IOException {
    String bomb =
        "<!DOCTYPE TEI [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<TEI xmlns";
    SmallEdition edition = SmallEdition.in(folder).with(FIRST, "<TEI xmlns", bomb).with(FIRST, "你好", "你好&b;&x;");
    assertThat(edition.places()).containsExactly(FIRST + ":2:1 J003");
    assertThat(edition.findings().get(0).hint()).hasValueSatisfying(hint -> assertThat(hint).contains("entities"));
    assertThat(edition.findings()).noneMatch(f -> f.message().contains("root:"));
  }
}
