package jilu.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.transform.sax.SAXSource;
import jilu.transform.Parsers;
import jilu.transform.Xslt;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NamespaceBinding;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.tree.iter.AxisIterator;
import net.sf.saxon.type.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/** The tree that a check builds is the one that Saxon builds, but for comments. */
class TreeHandlerTest {
  private static final Path FILE = Path.of("x.xml").toAbsolutePath();

  private final Xslt xslt = new Xslt();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a/>",
        "<a>b</a>",
        "<a>\n  <b/>\n  <c/>\n\t<d> </d>\n</a>",
        "<a>\n <b/>\t<b/>\n <b/></a>",
        "<a> &#xa0;<b/> \u3000 </a>",
        "<a>汉字<b>latin</b>𠮷<c>after</c></a>",
        "<a>&lt;&#x20bb7;&amp;<![CDATA[ <&> ]]>]]&gt;</a>",
        "<a b='c' d='' ref='汉𠮷'><ref/><b ref='x'/></a>",
        "<a xml:id='x' xml:lang='zh' xml:space='preserve'> <b xml:id=' y '/></a>",
        "<p:a xmlns:p='urn:1'><p:b xmlns:p='urn:2' p:c='d'/><p:b/></p:a>",
        "<a xmlns='urn:1'><b xmlns=''><c/></b><d xmlns='urn:2' xmlns:q='urn:3' q:e='f'/><g/></a>",
        "<?one?><?two  three ?><a><?four five?>b<?six?></a><?seven?>",
        "<a xml:base='folder/'><b xml:base='../other/'/><c/></a>",
        "<a><!-- none --></a>"
      })
  void of_all_that_xml_can_hold_is_the_same(String xml) throws Exception {
    assertSame(xml);
  }

  @Test
  void of_words_longer_than_any_buffer_is_the_same() throws Exception {
    assertSame("<a>" + "字x".repeat(70_000) + "<b/>" + " ".repeat(70_000) + "<b/>" + "𠮷".repeat(40_000) + "y</a>");
  }

  @ParameterizedTest
  @MethodSource("files")
  void of_this_edition_is_the_same(Path file) throws Exception {
    assertSame(Files.readString(file));
  }

  static List<Path> files() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of("tei"))) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }

  /** What a parser learned of one file does not show in the next. */
  @Test
  void of_the_next_file_has_its_own_names() throws Exception {
    var parser = new Parser(Parsers.hardened(), xslt.processor());
    for (String xml : List.of("<p:a xmlns:p='urn:1' p:b=''/>", "<p:a xmlns:p='urn:2' p:b=''/>", "<a p='1'/>", "<p/>")) {
      assertThat(nodes(ours(parser, xml))).isEqualTo(nodes(saxons(xml)));
    }
  }

  private void assertSame(String xml) throws Exception {
    XdmNode ours = ours(new Parser(Parsers.hardened(), xslt.processor()), xml);
    assertThat(nodes(ours)).isEqualTo(nodes(saxons(xml)));
  }

  private static XdmNode ours(Parser parser, String xml) throws Exception {
    return parser.parse(SourceText.of(FILE, xml), new Reader.Wanted(List.of(), true)).orElseThrow();
  }

  private XdmNode saxons(String xml) throws Exception {
    XMLReader reader = Parsers.hardened().newSAXParser().getXMLReader();
    var input = new InputSource(new StringReader(xml.replaceAll("(?s)<!--.*?-->", "")));
    input.setSystemId(FILE.toUri().toString());
    var builder = xslt.documentBuilder();
    builder.setLineNumbering(true);
    return builder.build(new SAXSource(reader, input));
  }

  /** All there is to know of each node, in document order. */
  private static List<String> nodes(XdmNode tree) {
    List<String> nodes = new ArrayList<>();
    addTo(nodes, tree.getUnderlyingNode());
    return nodes;
  }

  private static void addTo(List<String> nodes, NodeInfo node) {
    boolean element = node.getNodeKind() == Type.ELEMENT;
    nodes.add(
        String.join("|",
            Type.displayTypeName(node), node.getPrefix(), node.getNamespaceUri().toString(), node.getLocalPart(),
            String.valueOf(node.getBaseURI()), String.valueOf(node.getSystemId()),
            element ? node.getLineNumber() + ":" + node.getColumnNumber() : "", namespaces(node), attributes(node),
            node.getStringValue(), String.valueOf(node.getUnicodeStringValue().length()), String.valueOf(node.isId())));
    AxisIterator children = node.iterateAxis(AxisInfo.CHILD);
    for (NodeInfo child = children.next(); child != null; child = children.next()) {
      addTo(nodes, child);
    }
  }

  private static String namespaces(NodeInfo node) {
    if (node.getNodeKind() != Type.ELEMENT) {
      return "";
    }
    List<String> all = new ArrayList<>();
    for (NamespaceBinding binding : node.getAllNamespaces()) {
      all.add(binding.getPrefix() + "=" + binding.getNamespaceUri());
    }
    return all.stream().sorted().toList().toString();
  }

  private static String attributes(NodeInfo node) {
    List<String> all = new ArrayList<>();
    node.attributes().forEach(
        a -> all.add(a.getNodeName().getDisplayName() + a.getNodeName().getNamespaceUri() + "=" + a.getValue() + a.isId()));
    String ids = "";
    if (node.getNodeKind() == Type.DOCUMENT) {
      NodeInfo found = node.getTreeInfo().selectID("y", false);
      ids = found == null ? "" : found.getLocalPart();
    }
    return all + ids;
  }
}
