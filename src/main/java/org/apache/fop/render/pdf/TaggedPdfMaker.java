package org.apache.fop.render.pdf;

import java.awt.geom.Rectangle2D;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.fop.accessibility.StructureTreeElement;
import org.apache.fop.accessibility.StructureTreeEventHandler;
import org.apache.fop.pdf.PDFAction;
import org.apache.fop.pdf.PDFArray;
import org.apache.fop.pdf.PDFDestination;
import org.apache.fop.pdf.PDFDictionary;
import org.apache.fop.pdf.PDFFileSpec;
import org.apache.fop.pdf.PDFLink;
import org.apache.fop.pdf.PDFName;
import org.apache.fop.pdf.PDFStructElem;
import org.apache.fop.pdf.PDFText;
import org.apache.fop.render.intermediate.IFContext;
import org.apache.fop.render.intermediate.IFDocumentHandler;
import org.apache.fop.render.intermediate.IFException;
import org.apache.fop.render.intermediate.IFPainter;
import org.apache.fop.render.intermediate.extensions.AbstractAction;
import org.apache.fop.render.intermediate.extensions.Link;
import org.apache.fop.render.intermediate.extensions.NamedDestination;
import org.apache.fop.render.pdf.extensions.PDFEmbeddedFileAttachment;
import org.apache.xmlgraphics.xmp.Metadata;
import org.apache.xmlgraphics.xmp.schemas.XMPBasicSchema;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Adds what PDF/UA-1 asks for and FOP 2.11 leaves out: a description on each link (7.18.5), an identifier on each
 * note (7.9), the language of words within a line (7.2), which comes as the role {@code Span ru}; says of attached
 * files that they are the source; and spells out lines that are pulled apart.
 *
 * <p>It stands in FOP's package because the handler it extends opens itself only there.
 */
public final class TaggedPdfMaker extends PDFDocumentHandlerMaker {
  @Override
  public IFDocumentHandler makeIFDocumentHandler(IFContext context) {
    var handler = new Handler(context);
    var agent = context.getUserAgent();
    if (agent.isAccessibilityEnabled()) {
      agent.setStructureTreeEventHandler(handler.getStructureTreeEventHandler());
    }
    return handler;
  }

  private static final class Handler extends PDFDocumentHandler {
    private final Links links = new Links(this);
    private final SortedMap<String, PDFStructElem> notes = new TreeMap<>();

    Handler(IFContext context) {
      super(context);
    }

    @Override
    public IFPainter startPageContent() {
      return new SpelledText(this, getLogicalStructureHandler());
    }

    @Override
    public PDFDocumentNavigationHandler getDocumentNavigationHandler() {
      return links;
    }

    @Override
    public StructureTreeEventHandler getStructureTreeEventHandler() {
      return new NoteNaming(super.getStructureTreeEventHandler(), notes);
    }

    /** FOP stamps the metadata with the time of day; the edition's own date replaces it. */
    @Override
    public void handleExtensionObject(Object extension) throws IFException {
      super.handleExtensionObject(extension);
      if (extension instanceof PDFEmbeddedFileAttachment) {
        callSource();
      }
      if (extension instanceof Metadata metadata) {
        var basic = XMPBasicSchema.getAdapter(metadata);
        basic.setMetadataDate(basic.getCreateDate());
      }
    }

    /** What was attached last is what the PDF was made from (ISO 19005-3, 6.8). */
    private void callSource() {
      var files = (PDFArray) getPDFDocument().getRoot().get("AF");
      var file = (PDFFileSpec) files.get(files.length() - 1);
      file.put("AFRelationship", new PDFName("Source"));
    }

    @Override
    public void endDocument() throws IFException {
      links.registerIncompleteActions();
      TextLayer.mend(getPDFDocument(), getFontInfo());
      if (!notes.isEmpty()) {
        var names = new PDFArray();
        notes.forEach((id, note) -> {
          names.add(id);
          names.add(note);
        });
        var tree = new PDFDictionary();
        tree.put("Names", names);
        getPDFDocument().getRoot().getStructTreeRoot().put("IDTree", tree);
      }
      super.endDocument();
    }
  }

  private record NoteNaming(StructureTreeEventHandler next, SortedMap<String, PDFStructElem> notes)
      implements StructureTreeEventHandler {
    @Override
    public StructureTreeElement startNode(
        String name, Attributes attributes, StructureTreeElement parent) {
      int role = attributes.getIndex("role");
      var words = role < 0 ? null : attributes.getValue(role).split(" ");
      if (words != null && words.length == 2) {
        var plain = new AttributesImpl(attributes);
        plain.setValue(role, words[0]);
        var span = next.startNode(name, plain, parent);
        ((PDFStructElem) span).setLanguage(Locale.forLanguageTag(words[1]));
        return span;
      }
      var element = next.startNode(name, attributes, parent);
      if (name.equals("footnote") && element instanceof PDFStructElem note) {
        var id = String.format("note-%06d", notes.size() + 1);
        note.put("ID", id);
        notes.put(id, note);
      }
      return element;
    }

    @Override
    public void endNode(String name) {
      next.endNode(name);
    }

    @Override
    public StructureTreeElement startImageNode(
        String name, Attributes attributes, StructureTreeElement parent) {
      return next.startImageNode(name, attributes, parent);
    }

    @Override
    public StructureTreeElement startReferencedNode(
        String name, Attributes attributes, StructureTreeElement parent) {
      return next.startReferencedNode(name, attributes, parent);
    }

    @Override
    public void startPageSequence(Locale locale, String role) {
      next.startPageSequence(locale, role);
    }

    @Override
    public void endPageSequence() {
      next.endPageSequence();
    }
  }

  private static final class Links extends PDFDocumentNavigationHandler {
    private final Handler handler;
    private final Method action;

    Links(Handler handler) {
      super(handler);
      this.handler = handler;
      try {
        action = PDFDocumentNavigationHandler.class
            .getDeclaredMethod("getAction", AbstractAction.class);
        action.setAccessible(true);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("TaggedPdfMaker was written for FOP 2.11", e);
      }
    }

    @Override
    public void renderLink(Link link) throws IFException {
      var area = link.getTargetRect();
      double pageHeight = handler.getCurrentPageRef().getPageDimension().getHeight();
      var annotation = new DescribedLink(
          new Rectangle2D.Double(
              area.getX() / 1000,
              (pageHeight - area.getY() - area.getHeight()) / 1000,
              area.getWidth() / 1000,
              area.getHeight() / 1000),
          (PDFStructElem) TaggedLinks.tag(link));
      annotation.setAction(pdfAction(link.getAction()));
      getPDFDoc().registerObject(annotation);
      if (annotation.element != null) {
        handler.getLogicalStructureHandler().addLinkContentItem(annotation, annotation.element);
      }
      handler.getCurrentPage().addAnnotation(annotation);
    }

    /** Names are told once: FOP would look for each among all before. */
    @Override
    public void renderNamedDestination(NamedDestination destination) throws IFException {
      var target = pdfAction(destination.getAction()).makeReference();
      getPDFDoc().addDestination(new PDFDestination(destination.getName(), target));
    }

    private PDFAction pdfAction(AbstractAction target) throws IFException {
      try {
        return (PDFAction) action.invoke(this, target);
      } catch (ReflectiveOperationException e) {
        throw new IFException("a link leads nowhere", e);
      }
    }
  }

  /** A link that repeats its {@code fox:alt-text} where assistive software looks for it. */
  private static final class DescribedLink extends PDFLink {
    private static final String ANCHOR = "/Subtype /Link\n";

    private final PDFStructElem element;

    DescribedLink(Rectangle2D area, PDFStructElem element) {
      super(area);
      this.element = element;
    }

    @Override
    public String toPDFString() {
      var dictionary = super.toPDFString();
      var description = element == null ? null : element.get("Alt");
      return description == null || dictionary.contains("/Contents ")
          ? dictionary
          : dictionary.replace(
              ANCHOR, ANCHOR + "/Contents " + PDFText.escapeText(description.toString()) + "\n");
    }
  }
}
