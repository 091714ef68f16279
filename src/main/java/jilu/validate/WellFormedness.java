package jilu.validate;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.SAXParseException;

/** What keeps a file from being XML at all, in plain words. */
final class WellFormedness {
  private record Explanation(Pattern pattern, String code, String message, String hint) {}

  private static final List<Explanation> EXPLANATIONS =
      List.of(
          explain(
              "DOCTYPE is disallowed",
              "J003",
              "A DOCTYPE declaration is not allowed here.",
              "Delete the <!DOCTYPE …> line; TEI P5 needs none."),
          explain(
              "element type \"(.+?)\" must be terminated by the matching end-tag",
              "J001",
              "<$1> is not closed where it should be.",
              "Check that every start tag has its end tag and that they nest."),
          explain(
              "entity \"(.+?)\" was referenced, but not declared",
              "J001",
              "&$1; is not known in XML.",
              "Type the character itself, or its number as &#x…;."),
          explain(
              "entity name must immediately follow the '&'",
              "J001",
              "An & stands alone.",
              "Write &amp; for the character &."),
          explain(
              "content of elements must consist of well-formed character data",
              "J001",
              "A < stands here that begins no tag.",
              "Write &lt; for the character <."),
          explain(
              "Open quote is expected for attribute \"(.+?)\"",
              "J001",
              "The value of @$1 does not begin with a straight quotation mark.",
              "Attribute values stand between \" and \", not between “ and ”."),
          explain(
              "processing instruction target matching",
              "J001",
              "Something stands before the XML declaration.",
              "Delete what comes before <?xml: it must be the very first thing in the file."),
          explain(
              "Premature end of file",
              "J001",
              "The file is empty.",
              "Start from one of the files in tei/documents."),
          explain(
              "markup in the document following the root element",
              "J001",
              "Text or tags follow the end of the document.",
              "Nothing may come after the last end tag."));

  private WellFormedness() {}

  static Finding finding(SAXParseException e, SourceText text) {
    Place place = text.at(Math.max(1, e.getLineNumber()), Math.max(1, e.getColumnNumber()));
    for (Explanation known : EXPLANATIONS) {
      Matcher matcher = known.pattern.matcher(e.getMessage());
      if (matcher.find()) {
        String name = matcher.groupCount() > 0 ? matcher.group(1) : "";
        return Finding.error(known.code, place, known.message.replace("$1", name), known.hint);
      }
    }
    return Finding.error("J001", place, "Not well-formed XML: " + e.getMessage(), "Mend the markup at this place.");
  }

  private static Explanation explain(String pattern, String code, String message, String hint) {
    return new Explanation(Pattern.compile(pattern), code, message, hint);
  }
}
