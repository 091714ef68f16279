package jilu.cite;

import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.ItemDataProvider;
import de.undercouch.citeproc.csl.CSLCitation;
import de.undercouch.citeproc.csl.CSLCitationItemBuilder;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLLabel;
import de.undercouch.citeproc.helper.json.JsonLexer;
import de.undercouch.citeproc.helper.json.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * References in the styles of others, as the Citation Style Language defines them. Styles are read when first asked for;
 * the first costs two seconds, a reference milliseconds.
 */
public final class Citeproc {
  /** What stands for the number of a paragraph in a reference to one. */
  private static final String BLANK = "%";

  /** How a style names the paragraph it cites. */
  private record Style(String name, String file, CSLLabel label, Map<String, String> paragraph) {}

  private static final Style CHICAGO =
      new Style("chicago", "chicago-notes-bibliography", CSLLabel.PAGE, Map.of("zh", "第" + BLANK + "段", "en", "para. " + BLANK));
  private static final Style MLA =
      new Style("mla", "modern-language-association", CSLLabel.PARAGRAPH, Map.of("zh", BLANK, "en", BLANK));
  private static final Map<String, String> LOCALES = Map.of("zh", "zh-CN", "en", "en-US");

  private final Items items = new Items();
  private final Map<String, CSL> processors = new HashMap<>();

  /**
   * The references of a list of CSL-JSON whose ids begin with a language: {@code chicago/zh/d1} is the entry of a
   * bibliography, {@code chicago-note/zh/d1} the note that cites a paragraph of it, its number left blank.
   */
  public Map<String, String> references(String json) throws IOException {
    Map<String, String> references = new TreeMap<>();
    for (Object object : new JsonParser(new JsonLexer(new StringReader(json))).parseArray()) {
      @SuppressWarnings("unchecked")
      CSLItemData item = CSLItemData.fromJson((Map<String, Object>) object);
      items.known.put(item.getId(), item);
      String language = item.getId().substring(0, item.getId().indexOf('/'));
      for (Style style : new Style[] {CHICAGO, MLA}) {
        CSL csl = processor(style, language);
        csl.reset();
        csl.setOutputFormat("text");
        csl.registerCitationItems(item.getId());
        references.put(style.name() + "/" + item.getId(), csl.makeBibliography().getEntries()[0].strip());
        var cited = new CSLCitationItemBuilder(item.getId()).locator(style.paragraph().get(language)).label(style.label()).build();
        references.put(style.name() + "-note/" + item.getId(), csl.makeCitation(new CSLCitation(cited)).get(0).getText());
      }
      items.known.clear();
    }
    return references;
  }

  private CSL processor(Style style, String language) throws IOException {
    String key = style.name() + language;
    if (!processors.containsKey(key)) {
      processors.put(key, new CSL(items, style.file(), LOCALES.get(language)));
    }
    return processors.get(key);
  }

  private static final class Items implements ItemDataProvider {
    private final Map<String, CSLItemData> known = new HashMap<>();

    @Override
    public CSLItemData retrieveItem(String id) {
      return known.get(id);
    }

    @Override
    public java.util.Collection<String> getIds() {
      return known.keySet();
    }
  }
}
