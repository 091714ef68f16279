package jilu.prove;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jilu.edition.Catalog;
import jilu.edition.Catalog.Entry;
import jilu.edition.Catalog.Role;
import jilu.edition.Edition;
import jilu.edition.Source;
import jilu.transform.Stylesheet;
import jilu.transform.Xslt;
import jilu.validate.Finding;
import jilu.validate.Place;
import jilu.validate.PlainText;
import jilu.words.Refusal;
import jilu.words.Text;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmValue;

/**
 * Shows that nothing was lost or added on the way: the characters of the transcript are those of the TEI, those of the
 * pages, those of the book and of its text layer, in order. Each step is compared with the one before it.
 */
public final class Proof {
  /** More than these would not help to mend while building. */
  private static final int FEW = 20;

  /** HTML elements that run on within a line (HTML, 3.2.5.2.5, phrasing content). */
  private static final String INLINE =
      "self::h:a or self::h:abbr or self::h:b or self::h:bdi or self::h:cite or self::h:code or self::h:del or self::h:dfn"
          + " or self::h:em or self::h:i or self::h:ins or self::h:mark or self::h:q or self::h:s or self::h:small"
          + " or self::h:span or self::h:strong or self::h:sub or self::h:sup or self::h:time";

  private final Xslt xslt;
  private final Edition edition;
  private final Catalog catalog;
  private final Optional<Path> transcript;
  private final int shown;
  private final XPathCompiler xpath;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Path, Passages> passages = new HashMap<>();

  /** Reads a file of the edition. */
  public interface Sources {
    Source read(Path file, String name) throws IOException;
  }

  /** Makes the XSL-FO of a standalone file; of the edition's, also that of the indexes, which are left empty. */
  public interface Fo {
    XdmNode of(String id, boolean indexes) throws IOException;
  }

  /** Against the transcript that the edition names, if any; of many differences only the first are told one by one. */
  public static Proof brief(Xslt xslt, Edition edition, Catalog catalog) {
    return new Proof(xslt, edition, catalog, Optional.empty(), FEW);
  }

  /** Against the transcript given, or else the one that the edition names; every difference is told. */
  public static Proof full(Xslt xslt, Edition edition, Catalog catalog, Optional<Path> transcript) {
    return new Proof(xslt, edition, catalog, transcript, Integer.MAX_VALUE);
  }

  private Proof(Xslt xslt, Edition edition, Catalog catalog, Optional<Path> transcript, int shown) {
    this.xslt = xslt;
    this.edition = edition;
    this.catalog = catalog;
    this.transcript = transcript;
    this.shown = shown;
    this.xpath = xslt.xpath();
    xpath.setCaching(true);
    xpath.declareNamespace("j", Catalog.NAMESPACE);
    xpath.declareNamespace("fo", "http://www.w3.org/1999/XSL/Format");
    xpath.declareNamespace("h", "http://www.w3.org/1999/xhtml");
  }

  /**
   * What was proven.
   *
   * @param characters how many characters, white space not counted, are the same in every output; 0 if any differ
   */
  public record Result(List<Finding> findings, int characters) {}

  /** The whole chain, over outputs that were written below a folder. */
  public Result run(Sources sources, Path html, Path pdf, Path epub, Fo fo) throws IOException {
    Reading tei = tei(sources);
    Optional<Path> first = transcript();
    Optional<String> transcribed = first.isPresent() ? PlainText.read(first.get(), findings) : Optional.empty();
    if (transcribed.isPresent()) {
      Path declared = Differences.beside(first.get()).getFileName();
      compare("J601", read(first.get(), transcribed.get()).folded(), tei.folded(), declared);
    }
    compare("J604", tei.folded(), html(html).folded());
    compare("J607", tei.folded(), epub(epub).folded());
    Reading source = new Reading(Text.of("XSL-FO"));
    Reading all = new Reading(Text.of("XSL-FO"));
    fo(fo, source, all);
    compare("J605", tei.solid(), source.solid());
    compare("J606", all.solid(), PdfText.read(pdf).solid());
    return new Result(findings, findings.isEmpty() ? tei.solid().codePoints().length : 0);
  }

  private Optional<Path> transcript() throws IOException {
    Optional<String> named = catalog.transcript();
    return transcript.isPresent() || named.isEmpty() ? transcript : Optional.of(edition.inside(named.get()));
  }

  private Reading read(Path file, String transcribed) throws IOException {
    String text = Differences.read(Differences.beside(file), findings).apply(transcribed, findings);
    var reading = new Reading(new Text("transcript", "转录"));
    int line = 0;
    String[] lines = text.split("(?<=[\n" + Reading.DROPPED_LINE + "])");
    for (String content : lines) {
      line++;
      boolean ends = content.endsWith("  \n") || line < lines.length && lines[line].isBlank();
      reading.add(ends ? content + Reading.END : content, Origin.line(file, line));
    }
    return reading;
  }

  private Reading tei(Sources sources) throws IOException {
    Stylesheet text = xslt.stylesheet("text.xsl");
    var reading = new Reading(Text.of("TEI"));
    tei(catalog.edition().orElseThrow().file(), text, sources, reading);
    List<String> included = catalog.includes().map(Catalog.Resource::href).toList();
    for (Entry entry : catalog.documents()) {
      if (!included.contains(entry.file())) {
        tei(entry.file(), text, sources, reading);
      }
    }
    return reading;
  }

  private void tei(String file, Stylesheet text, Sources sources, Reading reading) throws IOException {
    XdmNode runs = text.tree(sources.read(edition.tei().resolve(file), file).tree(), Map.of());
    for (XdmItem item : evaluate("/j:text/*", runs)) {
      XdmNode node = (XdmNode) item;
      String href = node.getAttributeValue(new QName("href"));
      if (href == null) {
        String id = node.getAttributeValue(new QName("id"));
        reading.add(node.getStringValue(), Origin.id(edition.tei().resolve(file), file, id));
      } else {
        reading.add(Reading.END, Origin.NONE);
        tei(href, text, sources, reading);
      }
    }
  }

  /** The pages in reading order: the title, the page of the preface as far as the documents, these, its rest. */
  private Reading html(Path folder) throws IOException {
    var reading = new Reading(Text.of("HTML"));
    String source = "//*[@data-text='source']//(text() | h:br)[ancestor::*[@data-text][1]/@data-text='source']";
    add(evaluate(source, page(folder.resolve("index.html"))), "index.html", reading);
    Optional<String> matter = catalog.edition().orElseThrow().matter();
    matter(folder, matter, "front", source, reading);
    for (Entry entry : catalog.documents()) {
      reading.add(Reading.END, Origin.NONE);
      add(evaluate(source, page(folder.resolve("documents/" + entry.id() + ".html"))), entry.id() + ".html", reading);
    }
    matter(folder, matter, "back", source, reading);
    return reading;
  }

  private void matter(Path folder, Optional<String> page, String part, String source, Reading reading)
      throws IOException {
    if (page.isPresent()) {
      reading.add(Reading.END, Origin.NONE);
      String words = source + "[ancestor::*/@class = '" + part + "']";
      add(evaluate(words, page(folder.resolve(page.get()))), page.get(), reading);
    }
  }

  /** The files of the container in reading order, notes read where they are called. */
  private Reading epub(Path file) throws IOException {
    var reading = new Reading(Text.of("EPUB"));
    String source =
        "//*[@data-text='source'][not(ancestor::*[@data-text='notes'])]//(text() | h:br | h:a[@role='doc-noteref'])"
            + "[self::h:a or ancestor::*[@data-text][1]/@data-text='source']"
            + " ! (if (self::h:a) then (let $id := substring(@href, 2) return //*[@id=$id]//*[@data-text='source']//(text() | h:br))"
            + " else .)";
    try (var container = new java.util.zip.ZipFile(file.toFile())) {
      List<String> names = new ArrayList<>(List.of("front"));
      catalog.documents().forEach(entry -> names.add(entry.id()));
      names.add("back");
      for (String name : names) {
        try (var in = container.getInputStream(container.getEntry("EPUB/" + name + ".xhtml"))) {
          reading.add(Reading.END, Origin.NONE);
          add(evaluate(source, xslt.documentBuilder().build(new javax.xml.transform.stream.StreamSource(in))), name + ".xhtml", reading);
        } catch (SaxonApiException e) {
          throw new Refusal("read.failed", name, e.getMessage()).because(e);
        }
      }
    }
    return reading;
  }

  private XdmNode page(Path file) throws IOException {
    try {
      return xslt.documentBuilder().build(file.toFile());
    } catch (SaxonApiException e) {
      throw new Refusal("read.failed", file, e.getMessage()).because(e);
    }
  }

  private void fo(Fo fo, Reading source, Reading all) throws IOException {
    String edition = catalog.edition().orElseThrow().id();
    XdmNode frame = fo.of(edition, false);
    for (XdmItem item : evaluate("//fo:flow | //processing-instruction()", frame)) {
      XdmNode node = (XdmNode) item;
      List<XdmNode> flows = new ArrayList<>();
      if (node.getNodeKind() == XdmNodeKind.PROCESSING_INSTRUCTION) {
        boolean indexes = node.getNodeName().getLocalName().equals("jilu-indexes");
        XdmNode pages = indexes ? fo.of(edition, true) : fo.of(node.getStringValue().strip(), false);
        evaluate("//fo:flow", pages).forEach(flow -> flows.add((XdmNode) flow));
      } else {
        flows.add(node);
      }
      for (XdmNode flow : flows) {
        var late = new Reading(Text.of("XSL-FO"));
        // A marker is shown where a page repeats the head of a table, which has no tag there.
        for (XdmItem text : evaluate(".//text()[not(ancestor::fo:block/@role = 'TOC' or ancestor::fo:marker"
            + " or ancestor::fo:wrapper/@role = 'artifact')]", flow)) {
          String place = "#" + evaluate("string(ancestor::*[@id][1]/@id)", (XdmNode) text);
          all.add(text.getStringValue(), Origin.output(place));
          if (!is("ancestor::*/@j:text = 'generated'", text)) {
            (is("ancestor::*/@j:at = 'end'", text) ? late : source).add(text.getStringValue(), Origin.output(place));
          }
        }
        source.addAll(late);
      }
    }
  }

  private boolean is(String condition, XdmItem context) {
    return evaluate(condition, (XdmNode) context).toString().equals("true");
  }

  /** Text of another block is on another line, as it is after a line break. */
  private void add(XdmValue texts, String page, Reading reading) {
    String block = "";
    for (XdmItem text : texts) {
      String own = evaluate("ancestor::*[not(" + INLINE + ")][1]/generate-id()", (XdmNode) text).toString();
      reading.add(own.equals(block) && !text.getStringValue().isEmpty() ? "" : Reading.END, Origin.NONE);
      reading.add(text.getStringValue(), Origin.output(page));
      block = own;
    }
  }

  private XdmValue evaluate(String path, XdmNode context) {
    try {
      return xpath.evaluate(path, context);
    } catch (SaxonApiException e) {
      throw new IllegalStateException(path, e);
    }
  }

  /** @param declared the name of the table of what may differ, if there is one */
  private void compare(String code, Reading.Folded expected, Reading.Folded actual, Path... declared)
      throws IOException {
    if (java.util.Arrays.equals(expected.codePoints(), actual.codePoints())) {
      return;
    }
    var deltas = DiffUtils.diff(expected.list(), actual.list()).getDeltas();
    for (AbstractDelta<Integer> delta : deltas.subList(0, Math.min(shown, deltas.size()))) {
      int from = delta.getSource().getPosition();
      int to = delta.getTarget().getPosition();
      var there = new Difference(expected, from, delta.getSource().getLines());
      var here = new Difference(actual, to, delta.getTarget().getLines());
      Place place = place(there);
      findings.add(
          Finding.of(
              deltas.size() > shown ? code + ".many" : code,
              place,
              expected.reading().name(),
              there.label(place),
              there.said(),
              actual.reading().name(),
              here.label(place(here)),
              here.said(),
              deltas.size(),
              declared.length == 0 ? "" : declared[0]));
    }
  }

  /** A difference between two outputs is no author's fault: it is told of the edition. */
  private Place place(Difference difference) throws IOException {
    Origin origin = difference.origin();
    if (!origin.isOfAuthor()) {
      return Place.of(edition.tei());
    }
    if (!passages.containsKey(origin.file())) {
      passages.put(origin.file(), Passages.of(origin));
    }
    return passages.get(origin.file()).place(origin, difference.before(), difference.words(), difference.after());
  }
}
