package jilu.print;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.area.AreaTreeHandler;
import org.apache.fop.events.Event;
import org.apache.fop.events.EventFormatter;
import org.apache.fop.events.model.EventSeverity;
import org.apache.fop.render.pdf.TaggedPdfMaker;
import org.apache.xmlgraphics.util.MimeConstants;
import org.xml.sax.SAXException;

/**
 * XSL-FO in, PDF/A-3a and PDF/UA-1 out; the only class that knows the formatter.
 *
 * <p>Fonts: {@code song} and {@code hei} (normal, bold), {@code kai}, and {@code song-dotted}, which
 * sets a dot of emphasis under each ideograph. One instance serves any number of threads.
 */
public final class Pdf {
  /** Events that leave the page as it should be; each is a name in FOP's event model. */
  static final Set<String> HARMLESS = Set.of();

  private final FopFactory factory;

  private Pdf(FopFactory factory) {
    this.factory = factory;
  }

  /** What came of one document: its number of pages, and all that went wrong, in order. */
  public record Result(int pages, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /**
   * One fault on the page, named as in FOP's event model, say {@code lineOverflows}.
   *
   * @param message in FOP's words, which are English
   * @param page on which it is; empty where FOP does not say
   * @param excess by how many points something is too wide or too high; empty where nothing is
   * @param subject the file, character, font or id that it is about; empty where there is none
   */
  public record Problem(Severity severity, String id, String message, String page, String excess, String subject) {}

  /** How bad FOP holds a problem to be; for an edition each is an error. */
  public enum Severity { WARNING, ERROR, FATAL }

  /** An engine for documents that carry nothing along. */
  public static Pdf create() {
    return create(Attachments.none());
  }

  public static Pdf create(Attachments attachments) {
    LineBreaking.teachChinese();
    ChineseLines.watch();
    try (var settings = Pdf.class.getResourceAsStream("fop.xml")) {
      // Given the settings in any other way, FOP reads fonts past the resolver.
      var parser = new FopConfParser(settings, Fonts.BASE, new Fonts(attachments));
      var factory = parser.getFopFactoryBuilder().build();
      factory.getRendererFactory().addDocumentHandlerMaker(new TaggedPdfMaker());
      factory.getElementMappingRegistry().addElementMapping(ChineseLayout.attributes());
      return new Pdf(factory);
    } catch (IOException | SAXException e) {
      throw new IllegalStateException("the formatter's own settings cannot be read", e);
    }
  }

  /** Sets a document into a file; the same XSL-FO and date give the same bytes. */
  public Result render(FoSource source, Instant date, Path file) throws IOException {
    // FOP writes times as the machine does, and fails on its digits if they are Thai; the bytes are the same everywhere.
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    var problems = new ArrayList<Problem>();
    var agent = factory.newFOUserAgent();
    agent.setCreationDate(Date.from(date));
    agent.setProducer("Jilu");
    var rare = new RareCharacters();
    agent.getEventBroadcaster().addEventListener(event -> note(event, rare, problems));
    int pages;
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      var areas = ChineseLayout.areas(agent, MimeConstants.MIME_PDF, out);
      agent.setFOEventHandlerOverride(areas);
      var fop = factory.newFop(MimeConstants.MIME_PDF, agent, out);
      rare.setContentHandler(fop.getDefaultHandler());
      var references = new References(new Languages(new Faces(rare)));
      source.send(references, id -> pages(areas, id));
      references.dangling()
          .map(
              id ->
                  new Problem(
                      Severity.ERROR,
                      "danglingReference",
                      "A link or page number refers to " + id + ", which nothing in the document is called",
                      "",
                      "",
                      id))
          .forEach(problems::add);
      pages = fop.getResults().getPageCount();
    } catch (SAXException | RuntimeException e) {
      throw new PrintException("The page could not be set: " + reason(e), e);
    }
    new StableFile(date).mend(file);
    return new Result(pages, problems);
  }

  static List<FoSource.Page> pages(AreaTreeHandler areas, String id) {
    return areas.getPageViewportsContainingID(id).stream()
        .map(page -> new FoSource.Page(page.getPageIndex() + 1, page.getPageNumberString()))
        .toList();
  }

  private static void note(Event event, RareCharacters rare, List<Problem> problems) {
    var id = event.getEventID().substring(event.getEventID().lastIndexOf('.') + 1);
    if (event.getSeverity() == EventSeverity.INFO || HARMLESS.contains(id)) {
      return;
    }
    var severity = severity(event.getSeverity());
    if (id.equals("glyphNotAvailable")) {
      rare.spelled((char) event.getParam("ch"))
          .map(character -> new Problem(
              severity, id, "The font " + event.getParam("fontName") + " has no " + character, "", "", character))
          .forEach(problems::add);
    } else {
      String message = EventFormatter.format(event, Locale.ENGLISH);
      problems.add(
          new Problem(
              severity, id, message, first(event, "page"), excess(event), first(event, "uri", "id", "requested")));
    }
  }

  private static String first(Event event, String... names) {
    return Stream.of(names).map(event::getParam).filter(Objects::nonNull).map(String::valueOf).findFirst().orElse("");
  }

  /** FOP counts in thousandths of a point. */
  private static String excess(Event event) {
    return Stream.of("overflowLength", "amount").map(event::getParam).filter(Integer.class::isInstance).findFirst()
        .map(amount -> String.format(Locale.ROOT, "%.1f", (Integer) amount / 1000.0)).orElse("");
  }

  private static Severity severity(EventSeverity severity) {
    if (severity == EventSeverity.WARN) {
      return Severity.WARNING;
    }
    return severity == EventSeverity.ERROR ? Severity.ERROR : Severity.FATAL;
  }

  /** The innermost cause that says something; FOP wraps the telling one several times. */
  private static String reason(Throwable failure) {
    var reason = failure.toString();
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null) {
        reason = cause.getMessage();
      }
    }
    return reason;
  }
}
