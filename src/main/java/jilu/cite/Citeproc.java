package jilu.cite;

import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.ItemDataProvider;
import de.undercouch.citeproc.csl.CSLCitation;
import de.undercouch.citeproc.csl.CSLCitationItemBuilder;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLItemDataBuilder;
import de.undercouch.citeproc.csl.CSLLabel;
import de.undercouch.citeproc.csl.CSLNameBuilder;
import de.undercouch.citeproc.helper.json.JsonLexer;
import de.undercouch.citeproc.helper.json.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * References in the styles of others, as the Citation Style Language defines them. Styles are read when first asked
 * for; the first costs two seconds, a reference milliseconds.
 */
public final class Citeproc {
  /** What stands for the number of a paragraph in a reference to one. */
  private static final String BLANK = "%";

  /**
   * Who wrote a part of a book that names no author: styles would give it to the book's editor, but it is cited by its
   * title.
   */
  private static final String NOBODY = "§";

  private static final Pattern NOBODY_FIRST = Pattern.compile(NOBODY + "[.,] ");

  /** Locales put a word before a number or a name where Chinese puts it around or behind; in this order. */
  private static final Map<Pattern, String> CHINESE = new LinkedHashMap<>();

  static {
    CHINESE.put(Pattern.compile("\\b([卷期页段]) ([0-9%][0-9%–～]*)"), "第$2$1");
    CHINESE.put(Pattern.compile("版 ([0-9][0-9.]*[0-9])"), "$1版");
    CHINESE.put(Pattern.compile(", 编辑? ([^,.(]+)(?= \\(|[,.])"), ", $1编");
    CHINESE.put(Pattern.compile(", 编辑(?=[,.])"), ", 编");
    CHINESE.put(Pattern.compile("收入 (?=《)"), "收入");
  }

  /** How a style names the paragraph it cites. */
  private record Style(String name, String file, CSLLabel label, Map<String, String> paragraph) {}

  private static final Style CHICAGO =
      new Style(
          "chicago",
          "chicago-notes-bibliography",
          CSLLabel.PAGE,
          Map.of("zh", "第" + BLANK + "段", "en", "para. " + BLANK));
  private static final Style MLA =
      new Style("mla", "modern-language-association", CSLLabel.PARAGRAPH, Map.of("zh", BLANK, "en", BLANK));
  private static final Map<String, String> PAGES = Map.of("zh", "第%s页", "en", "%s");
  private static final Map<String, String> LOCALES = Map.of("zh", "zh-CN", "en", "en-US");

  private final Items items = new Items();
  private final Map<String, CSL> processors = new HashMap<>();

  /**
   * The references of a list of CSL-JSON whose ids begin with a language: {@code chicago/zh/d1} is the entry of a
   * bibliography, {@code chicago-note/zh/d1} the note that cites it, or the page of it that the item names,
   * {@code chicago-at/zh/d1} the note that cites a paragraph of it, its number left blank.
   */
  public Map<String, String> references(String json) throws IOException {
    Map<String, String> references = new TreeMap<>();
    for (Object object : new JsonParser(new JsonLexer(new StringReader(json))).parseArray()) {
      @SuppressWarnings("unchecked")
      CSLItemData item = anonymous(CSLItemData.fromJson((Map<String, Object>) object));
      items.known.put(item.getId(), item);
      String language = item.getId().substring(0, item.getId().indexOf('/'));
      for (Style style : new Style[] {CHICAGO, MLA}) {
        CSL csl = processor(style, language);
        fresh(csl, item);
        references.put(style.name() + "/" + item.getId(), written(csl.makeBibliography().getEntries()[0], language));
        var whole = new CSLCitationItemBuilder(item.getId());
        if (item.getPage() != null) {
          whole.locator(String.format(PAGES.get(language), item.getPage())).label(CSLLabel.PAGE);
        }
        references.put(style.name() + "-note/" + item.getId(), note(csl, whole, language));
        fresh(csl, item);
        var paragraph = new CSLCitationItemBuilder(item.getId()).locator(style.paragraph().get(language)).label(style.label());
        references.put(style.name() + "-at/" + item.getId(), note(csl, paragraph, language));
      }
      items.known.clear();
    }
    return references;
  }

  /** As if nothing had been cited before: a second note would be short. */
  private static void fresh(CSL csl, CSLItemData item) throws IOException {
    csl.reset();
    csl.setOutputFormat("text");
    csl.registerCitationItems(item.getId());
  }

  private static String note(CSL csl, CSLCitationItemBuilder cited, String language) throws IOException {
    return written(csl.makeCitation(new CSLCitation(cited.build())).get(0).getText(), language);
  }

  private static CSLItemData anonymous(CSLItemData item) {
    boolean part = item.getContainerTitle() != null && item.getAuthor() == null;
    return part ? new CSLItemDataBuilder(item).author(new CSLNameBuilder().literal(NOBODY).build()).build() : item;
  }

  private static String written(String reference, String language) {
    String text = NOBODY_FIRST.matcher(reference.strip()).replaceFirst("");
    if (language.equals("zh")) {
      for (Map.Entry<Pattern, String> order : CHINESE.entrySet()) {
        text = order.getKey().matcher(text).replaceAll(order.getValue());
      }
    }
    return text;
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
