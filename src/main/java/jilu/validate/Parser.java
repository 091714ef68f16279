package jilu.validate;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import net.sf.saxon.event.Builder;
import net.sf.saxon.event.PipelineConfiguration;
import net.sf.saxon.om.TreeModel;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.XdmNode;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/** Parses one text after the other; what it learned of names serves for the next. Not for several threads. */
final class Parser {
  private final XMLReader reader;
  private final PipelineConfiguration pipeline;

  private final TreeHandler tree = new TreeHandler();

  Parser(SAXParserFactory parsers, Processor processor) throws SAXException, ParserConfigurationException {
    reader = parsers.newSAXParser().getXMLReader();
    reader.setErrorHandler(new Quiet());
    pipeline = processor.getUnderlyingConfiguration().makePipelineConfiguration();
  }

  /** Sends the events to the checks and builds the tree, with the places of its elements, where one is wanted. */
  Optional<XdmNode> parse(SourceText text, Reader.Wanted wanted) throws SAXException, IOException {
    String address = text.file().toUri().toString();
    List<ContentHandler> handlers = new ArrayList<>(wanted.checks());
    Builder builder = TreeModel.TINY_TREE.makeBuilder(pipeline);
    if (wanted.tree()) {
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
    reader.parse(input);
    return wanted.tree() ? Optional.of(new XdmNode(builder.getCurrentRoot())) : Optional.empty();
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
