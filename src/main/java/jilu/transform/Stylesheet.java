package jilu.transform;

import java.util.HashMap;
import java.util.Map;
import net.sf.saxon.s9api.Destination;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;

/** A compiled door. Compiling is dear and done once; each transformation loads its own transformer, so threads share it. */
public final class Stylesheet {
  private final Processor processor;
  private final XsltExecutable executable;

  Stylesheet(Processor processor, XsltExecutable executable) {
    this.processor = processor;
    this.executable = executable;
  }

  /** Transforms a tree into a tree. */
  public XdmNode tree(XdmNode input, Map<String, ? extends XdmValue> parameters) {
    var destination = new XdmDestination();
    run(input, parameters, destination);
    return destination.getXdmNode();
  }

  /** What the template for a tree's root returns, as it is: atomic values, maps, nodes of the tree itself. */
  public XdmValue value(XdmNode input) {
    return value(input, Map.of());
  }

  public XdmValue value(XdmNode input, Map<String, ? extends XdmValue> parameters) {
    try {
      Xslt30Transformer transformer = transformer(parameters);
      transformer.setGlobalContextItem(input);
      return transformer.applyTemplates(input);
    } catch (SaxonApiException e) {
      throw new TransformException(input.getBaseURI() + ": " + e.getMessage(), e);
    }
  }

  /** What a named template returns. */
  public XdmValue value(QName template, Map<String, ? extends XdmValue> parameters) {
    try {
      return transformer(parameters).callTemplate(template);
    } catch (SaxonApiException e) {
      throw new TransformException(e.getMessage(), e);
    }
  }

  /** Transforms a tree into the bytes that the stylesheet's {@code xsl:output} asks for. */
  public byte[] bytes(XdmNode input, Map<String, ? extends XdmValue> parameters) {
    var bytes = new java.io.ByteArrayOutputStream();
    Serializer serializer = processor.newSerializer(bytes);
    run(input, parameters, serializer);
    return bytes.toByteArray();
  }

  /** Runs a stylesheet that starts by itself, into the bytes that its {@code xsl:output} asks for. */
  public byte[] bytes(Map<String, ? extends XdmValue> parameters) {
    var bytes = new java.io.ByteArrayOutputStream();
    Serializer serializer = processor.newSerializer(bytes);
    try {
      transformer(parameters).callTemplate(null, serializer);
    } catch (SaxonApiException e) {
      throw new TransformException(e.getMessage(), e);
    }
    return bytes.toByteArray();
  }

  /** Runs a stylesheet that starts by itself, from its initial template. */
  public XdmNode call(Map<String, ? extends XdmValue> parameters) {
    var destination = new XdmDestination();
    try {
      transformer(parameters).callTemplate(null, destination);
    } catch (SaxonApiException e) {
      throw new TransformException(e.getMessage(), e);
    }
    return destination.getXdmNode();
  }

  public void run(XdmNode input, Map<String, ? extends XdmValue> parameters, Destination destination) {
    try {
      Xslt30Transformer transformer = transformer(parameters);
      transformer.setGlobalContextItem(input);
      transformer.applyTemplates(input, destination);
    } catch (SaxonApiException e) {
      throw new TransformException(input.getBaseURI() + ": " + e.getMessage(), e);
    }
  }

  private Xslt30Transformer transformer(Map<String, ? extends XdmValue> parameters) throws SaxonApiException {
    Xslt30Transformer transformer = executable.load30();
    transformer.setErrorReporter(error -> {});
    Map<QName, XdmValue> named = new HashMap<>();
    parameters.forEach((name, value) -> named.put(new QName(name), value));
    transformer.setStylesheetParameters(named);
    return transformer;
  }
}
