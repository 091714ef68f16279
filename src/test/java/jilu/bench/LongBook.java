package jilu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The standalone files of an invented edition: the sentences of this one in another order, with names that make an
 * index, and notes.
 */
final class LongBook {
  static final String ID = "book";

  private static final int DOCUMENTS_FOR_A_HUNDRED_PAGES = 26;
  private static final int PARAGRAPHS = 36;
  private static final int SENTENCES = 4;
  private static final int PERSONS = 200;
  private static final int PARAGRAPHS_A_NOTE = 12;

  private final Path folder;
  private final int documents;
  private final List<String> sentences = new ArrayList<>();
  private final Random random = new Random(1);

  private LongBook(Path folder, int pages) {
    this.folder = folder;
    this.documents = Math.max(1, pages * DOCUMENTS_FOR_A_HUNDRED_PAGES / 100);
  }

  /** Writes an edition that fills at least so many pages into an empty folder. */
  static void write(Path folder, int pages) throws IOException {
    var book = new LongBook(folder, pages);
    book.readSentences();
    for (int i = 1; i <= book.documents; i++) {
      Files.writeString(folder.resolve("d" + i + ".xml"), book.document(i));
    }
    Files.writeString(folder.resolve(ID + ".xml"), book.frame());
  }

  private void readSentences() throws IOException {
    try (var files = Files.list(Path.of("tei/documents"))) {
      for (var file : files.sorted().toList()) {
        String text = Files.readString(file);
        for (String paragraph : text.substring(text.indexOf("<body>")).split("<p [^>]*>")) {
          String words = paragraph.replaceAll("(?s)</p>.*|<[^>]*>", "").replaceAll("\\s+", " ").strip();
          Stream.of(words.split("(?<=。)")).filter(each -> each.endsWith("。")).forEach(sentences::add);
        }
      }
    }
  }

  private String frame() {
    var items = new StringBuilder();
    for (int i = 1; i <= documents; i++) {
      items.append("""
          <item corresp="d%1$d.xml"><date when="1950-01-01"/>
            <ref target="d%1$d.xml"><title>第%1$d篇</title></ref></item>
          """.formatted(i));
    }
    var persons = new StringBuilder();
    for (int i = 1; i <= PERSONS; i++) {
      persons.append("<person xml:id=\"n%1$d\"><persName>某人%1$d</persName></person>".formatted(i));
    }
    return """
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="book" xml:lang="zh-Hans"><teiHeader><fileDesc>
          <titleStmt><title>长书</title></titleStmt><publicationStmt><publisher>辑录</publisher></publicationStmt>
        </fileDesc></teiHeader>
        <text><front><titlePage><docTitle><titlePart>长书</titlePart></docTitle></titlePage></front>
        <body><div type="contents"><list>%s</list></div></body><back/></text>
        <standOff><listPerson>%s</listPerson></standOff></TEI>""".formatted(items, persons);
  }

  private String document(int number) {
    var body = new StringBuilder();
    for (int p = 1; p <= PARAGRAPHS; p++) {
      body.append("<p xml:id=\"d%d.p%d\">".formatted(number, p));
      for (int s = random.nextInt(SENTENCES); s >= 0; s--) {
        body.append(sentence());
      }
      int person = 1 + random.nextInt(PERSONS);
      body.append("<persName ref=\"#n%1$d\">某人%1$d</persName>".formatted(person));
      body.append(p % PARAGRAPHS_A_NOTE == 0 ? "说<note>%s</note>。</p>".formatted(sentence()) : "说。</p>");
    }
    String preceding = "<notesStmt><relatedItem type=\"preceding\"><ref target=\"x.xml\"/></relatedItem></notesStmt>";
    return """
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="d%1$d" xml:lang="zh-Hans"><teiHeader><fileDesc>
          <titleStmt><title>第%1$d篇</title></titleStmt>%3$s</fileDesc></teiHeader>
          <text><body><head type="title">第%1$d篇</head>%2$s</body></text></TEI>"""
        .formatted(number, body, number == 1 ? "" : preceding);
  }

  private String sentence() {
    return sentences.get(random.nextInt(sentences.size()));
  }
}
