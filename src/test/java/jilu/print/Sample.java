package jilu.print;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.time.Instant;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SAXDestination;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XsltExecutable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Small documents in XSL-FO, set by the print engine as the edition's are. */
final class Sample {
  static final Instant DATE = Instant.parse("2026-01-01T00:00:00Z");

  static final TypographicLint.Edges EDGES = new TypographicLint.Edges(350, 350);

  /** The column is 30 characters of 10 pt wide, from 50 pt to 350 pt. */
  private static final String BOOK = """
      <fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format"
          xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" xml:lang="zh-CN"
          font-family="song" font-size="10pt" line-height="16pt">
        <fo:layout-master-set>
          <fo:simple-page-master master-name="page" page-width="400pt" page-height="500pt"
              margin="50pt"><fo:region-body/></fo:simple-page-master>
        </fo:layout-master-set>
        <fo:declarations>
          <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
              <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">样张</rdf:li></rdf:Alt></dc:title>
                <dc:creator><rdf:Seq><rdf:li>辑录</rdf:li></rdf:Seq></dc:creator>
              </rdf:Description>
            </rdf:RDF>
          </x:xmpmeta>
          <pdf:embedded-file xmlns:pdf="http://xmlgraphics.apache.org/fop/extensions/pdf"
              filename="sample.xml" description="来源" src="data:application/xml;base64,PFRFSS8+"/>
        </fo:declarations>
        %s
      </fo:root>
      """;

  private static final String SEQUENCE = """
      <fo:page-sequence master-reference="page">
        <fo:flow flow-name="xsl-region-body">%s</fo:flow>
      </fo:page-sequence>
      """;

  private final byte[] bytes;
  private final Pdf.Result result;

  private Sample(byte[] bytes, Pdf.Result result) {
    this.bytes = bytes;
    this.result = result;
  }

  private static final Pdf PDF = Pdf.create();
  private static final Processor PROCESSOR = new Processor(false);
  private static final XsltExecutable CJK = compile("/jilu/xslt/fo/cjk.xsl");

  /** A justified paragraph, its text given as XML. */
  static Sample paragraph(String text) throws IOException {
    return flow(justified(text));
  }

  static String justified(String text) {
    return """
        <fo:block text-align="justify" letter-spacing.minimum="-0.2pt"
            letter-spacing.optimum="0pt" letter-spacing.maximum="1.5pt">%s</fo:block>
        """.formatted(text);
  }

  /** A page of the blocks given. */
  static Sample flow(String blocks) throws IOException {
    return document(book(SEQUENCE.formatted(blocks)));
  }

  /** The XSL-FO of the page sequences given. */
  static String book(String sequences) {
    return BOOK.formatted(sequences);
  }

  /** A document given whole. */
  static Sample document(String fo) throws IOException {
    var file = Files.createTempFile("jilu-sample", ".pdf");
    try {
      var result = PDF.render((receiver, pages) -> send(fo, receiver), DATE, file);
      return new Sample(Files.readAllBytes(file), result);
    } finally {
      Files.delete(file);
    }
  }

  private static XsltExecutable compile(String stylesheet) {
    try {
      var source = new StreamSource(Sample.class.getResource(stylesheet).toString());
      return PROCESSOR.newXsltCompiler().compile(source);
    } catch (SaxonApiException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void send(String fo, ContentHandler receiver) throws SAXException {
    try {
      var tree = PROCESSOR.newDocumentBuilder().build(new StreamSource(new StringReader(fo)));
      var transformer = CJK.load30();
      transformer.setInitialMode(new QName("cjk"));
      transformer.applyTemplates(tree, new SAXDestination(receiver));
    } catch (SaxonApiException e) {
      throw new SAXException(e);
    }
  }

  byte[] bytes() {
    return bytes;
  }

  Pdf.Result result() {
    return result;
  }

  /** The text as a reader copies it, one line of the page a line. */
  String text() throws IOException {
    try (var document = open()) {
      return new PDFTextStripper().getText(document).strip();
    }
  }

  PDDocument open() throws IOException {
    return Loader.loadPDF(bytes);
  }
}
