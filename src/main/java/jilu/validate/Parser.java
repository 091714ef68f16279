package jilu.validate;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import net.sf.saxon.event.PipelineConfiguration;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.tree.tiny.Statistics;
import net.sf.saxon.tree.tiny.TinyBuilder;
import net.sf.saxon.tree.tiny.TinyTree;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Parses one text after the other; what it learned of names serves for the next. Not for several threads. */
final class Parser {
  /** The name of a file that is the same in an address. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]+");

  private static final DefaultHandler NOBODY = new DefaultHandler();

  private final XMLReader reader;
  private final PipelineConfiguration pipeline;

  private final TreeHandler tree = new TreeHandler();

  /** That of the last file: the next is mostly beside it. */
  private Path folder = Path.of("");

  private String addressOfFolder = "";

  /** For how many characters the last tree had how many nodes and attributes: the next is mostly of its kind. */
  private double length = 24;

  private double nodes = 1;
  private double attributes = 1;

  Parser(SAXParserFactory parsers, Processor processor) throws SAXException, ParserConfigurationException {
    reader = parsers.newSAXParser().getXMLReader();
    reader.setErrorHandler(new Quiet());
    pipeline = processor.getUnderlyingConfiguration().makePipelineConfiguration();
  }

  /** Sends the events to the checks and builds the tree, with the places of its elements, where one is wanted. */
  Optional<XdmNode> parse(SourceText text, Reader.Wanted wanted) throws SAXException, IOException {
    String address = address(text.file());
    List<DefaultHandler> handlers = new ArrayList<>(wanted.checks());
    var builder = new TinyBuilder(pipeline);
    if (wanted.tree()) {
      builder.setStatistics(expected(text));
      builder.setSystemId(address);
      builder.setLineNumbering(true);
      tree.to(builder, address, text.isNarrow());
      handlers.add(tree);
    }
    reader.setContentHandler(new Several(handlers));
    var characters = new StringReader(text.text());
    characters.skip(text.start());
    var input = new InputSource(characters);
    input.setSystemId(address);
    try {
      reader.parse(input);
    } finally {
      release();
    }
    if (!wanted.tree()) {
      return Optional.empty();
    }
    learn(text, builder.getTree());
    return Optional.of(new XdmNode(builder.getCurrentRoot()));
  }

  /** Forgets the file: between two the parser holds neither a tree nor a text. */
  private void release() {
    reader.setContentHandler(NOBODY);
    tree.to(null, "", false);
  }

  /** To ask the system for it, as a path does, takes as long as to read some hundred characters. */
  private String address(Path file) {
    Path around = file.getParent();
    if (around == null || !PLAIN.matcher(file.getFileName().toString()).matches()) {
      return file.toUri().toString();
    }
    if (!around.equals(folder)) {
      folder = around;
      addressOfFolder = around.toUri().toString();
    }
    return addressOfFolder.endsWith("/") ? addressOfFolder + file.getFileName() : file.toUri().toString();
  }

  /**
   * For how much room is made, with a quarter more. Saxon makes as much as the largest of the last ten files of whatever
   * kind would need, which takes time where most are small.
   */
  private Statistics expected(SourceText text) {
    double times = 1.25 * text.text().length() / length;
    return new Statistics((int) (times * nodes) + 16, (int) (times * attributes) + 16, 4, text.text().length());
  }

  private void learn(SourceText text, TinyTree tree) {
    length = Math.max(1, text.text().length());
    nodes = tree.getNumberOfNodes();
    attributes = tree.getNumberOfAttributes();
  }

  /** Fatal errors arrive as exceptions; the rest is the grammar's business. */
  private static final class Quiet implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) {}

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
