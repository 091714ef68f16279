package jilu.print;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.render.intermediate.IFContext;
import org.apache.fop.render.intermediate.IFPainter;
import org.apache.fop.render.pdf.PDFDocumentHandler;
import org.apache.xmlgraphics.util.MimeConstants;
import org.xml.sax.SAXException;

/** The same pages with less of the engine, to tell what each part of it costs. */
public final class Bare {
  private final FopFactory factory;

  public Bare(Attachments attachments) throws IOException, SAXException {
    try (var settings = Pdf.class.getResourceAsStream("fop.xml")) {
      factory = new FopConfParser(settings, Fonts.BASE, new Fonts(attachments)).getFopFactoryBuilder().build();
      factory.getElementMappingRegistry().addElementMapping(ChineseLayout.attributes());
    }
  }

  /** Has FOP as it is shipped set a file of XSL-FO with the same fonts and settings. Returns the number of pages. */
  public int shipped(Path fo, Path pdf) throws IOException, SAXException, ParserConfigurationException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(pdf))) {
      var fop = factory.newFop(MimeConstants.MIME_PDF, agent(), out);
      var parsers = SAXParserFactory.newInstance();
      parsers.setNamespaceAware(true);
      parsers.newSAXParser().parse(fo.toFile(), fop.getDefaultHandler());
      return fop.getResults().getPageCount();
    }
  }

  /** Lays pages out as the edition's are, and paints nothing on them. */
  public void unpainted(FoSource source) throws IOException, SAXException {
    var agent = agent();
    var handler = new Unpainted(new IFContext(agent));
    agent.setDocumentHandlerOverride(handler);
    agent.setStructureTreeEventHandler(handler.getStructureTreeEventHandler());
    var out = OutputStream.nullOutputStream();
    var areas = ChineseLayout.areas(agent, MimeConstants.MIME_PDF, out);
    agent.setFOEventHandlerOverride(areas);
    var fop = factory.newFop(MimeConstants.MIME_PDF, agent, out);
    source.send(new Languages(new Faces(fop.getDefaultHandler())), id -> Pdf.pages(areas, id));
  }

  private FOUserAgent agent() {
    var agent = factory.newFOUserAgent();
    agent.getEventBroadcaster().addEventListener(event -> {});
    return agent;
  }

  private static final class Unpainted extends PDFDocumentHandler {
    Unpainted(IFContext context) {
      super(context);
    }

    @Override
    public IFPainter startPageContent() {
      Class<?>[] painter = {IFPainter.class};
      return (IFPainter) Proxy.newProxyInstance(Bare.class.getClassLoader(), painter,
          (proxy, method, values) -> method.getReturnType() == boolean.class ? false : null);
    }
  }
}
