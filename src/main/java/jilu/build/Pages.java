package jilu.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jilu.edition.Catalog;
import jilu.edition.Catalog.Entry;
import jilu.edition.Catalog.Role;
import jilu.transform.Stylesheet;
import jilu.transform.Xslt;
import jilu.validate.Rulebook;
import jilu.words.Language;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;

/**
 * The pages of the site: one for each file that has one, and those that speak of the edition as a whole, made from the
 * edition's own file; all of them in each language of the interface.
 */
public final class Pages {
  /** Pages made from the edition's file besides its own. */
  private static final List<String> OF_THE_SITE =
      List.of("chronology", "search", "principles", "manual", "cite", "downloads", "data", "errata", "contribute",
          "404");

  /** Those of them that tell of files and releases, so that they come last. */
  private static final Set<String> LAST = Set.of("downloads", "data", "errata");

  /** Pages made of all files together. */
  public static final List<String> EVIDENCE = List.of("audit", "interventions", "concordance");

  /** The languages of the interface. */
  public static final List<String> LANGUAGES = List.of("zh", "en");

  private final Xslt xslt;
  private final Stylesheet html;
  private final XdmNode manual;
  private final Map<String, XdmValue> printed;

  /**
   * A page.
   *
   * @param id the file from which it is made
   * @param documents the files of which it shows words besides
   */
  public record Page(String address, String id, Map<String, XdmValue> parameters, List<String> documents) {
    Page(String address, String id, Map<String, XdmValue> parameters) {
      this(address, id, parameters, List.of());
    }

    /** Of the references to each file, those that the page shows. */
    public XdmMap references(Map<String, XdmMap> all) {
      Map<XdmAtomicValue, XdmValue> shown = new HashMap<>();
      Stream.concat(Stream.of(id), documents.stream()).filter(all::containsKey)
          .forEach(file -> shown.putAll(all.get(file).asImmutableMap()));
      return new XdmMap(shown);
    }

    boolean comesLast() {
      return LAST.contains(address.replaceFirst("^.*/", "").replaceFirst("\\.html$", ""));
    }
  }

  public Pages(Xslt xslt) {
    this(xslt, Map.of());
  }

  private Pages(Xslt xslt, Map<String, XdmValue> printed) {
    this.printed = printed;
    this.xslt = xslt;
    this.html = xslt.stylesheet("html.xsl");
    this.manual = xslt.tree(Xslt.source("schemas/jilu.odd"));
  }

  /**
   * Pages that say where their words stand in print.
   *
   * @param book the file, from the root of the site
   * @param places the number of the page on which an id stands
   */
  static Pages printed(Xslt xslt, String book, Map<String, String> places) {
    return new Pages(xslt, Map.of("book", new XdmAtomicValue(book), "printed", XdmMap.makeMap(new HashMap<>(places))));
  }

  /** What the encoding manual says of each rule: the words of the one rulebook. */
  private static XdmValue rules(Language language) {
    List<XdmMap> rules = new ArrayList<>();
    for (String code : Rulebook.get().codes()) {
      rules.add(XdmMap.makeMap(Rulebook.get().rule(code).orElseThrow().in(language)));
    }
    return new XdmValue(rules);
  }

  /** All pages, the edition's own language at the top, the other in a folder. */
  public List<Page> of(Catalog catalog) {
    List<Page> pages = new ArrayList<>();
    List<String> example = catalog.documents().stream().limit(1).map(Entry::id).toList();
    for (String language : LANGUAGES) {
      String folder = language.equals(own(catalog)) ? "" : language + "/";
      XdmValue words = new XdmAtomicValue(language);
      XdmValue rules = rules(language.equals("zh") ? Language.ZH : Language.EN);
      for (Entry entry : catalog.entries()) {
        entry.page().ifPresent(page -> pages.add(new Page(folder + page, entry.id(), Map.of("interface", words))));
        entry.matter().ifPresent(page -> pages.add(matter(folder + page, entry.id(), words)));
        if (entry.role() == Role.EDITION) {
          for (String name : OF_THE_SITE) {
            pages.add(
                new Page(
                    folder + name + ".html",
                    entry.id(),
                    Map.of("interface", words, "page", new XdmAtomicValue(name), "manual", manual, "rules", rules),
                    name.equals("cite") ? example : List.of()));
          }
        }
      }
      for (Catalog.Speaker speaker : catalog.speakers()) {
        pages.add(said(folder, speaker, words));
      }
      for (String name : EVIDENCE) {
        pages.add(new Page(folder + name + ".html", evidenceId(name, language, catalog), Map.of("interface", words)));
      }
    }
    return pages;
  }

  private static Page matter(String address, String id, XdmValue words) {
    return new Page(address, id, Map.of("interface", words, "page", new XdmAtomicValue("preface")));
  }

  private static Page said(String folder, Catalog.Speaker speaker, XdmValue words) {
    String name = "said-" + speaker.id();
    return new Page(
        folder + name + ".html",
        speaker.register(),
        Map.of("interface", words, "page", new XdmAtomicValue(name), "speaker", new XdmAtomicValue(speaker.id())),
        speaker.documents());
  }

  /** The id of the standalone file from which a page of evidence is made in a language. */
  public static String evidenceId(String name, String language, Catalog catalog) {
    return "jilu." + name + (language.equals(own(catalog)) ? "" : "." + language);
  }

  private static String own(Catalog catalog) {
    return catalog.language().startsWith("zh") ? "zh" : "en";
  }

  /**
   * The bytes of a page.
   *
   * @param standalone its file in standalone form
   * @param documents the files of which it shows words besides, in standalone form
   * @param references those that it shows, in other styles
   */
  public byte[] bytes(Page page, XdmNode standalone, List<XdmNode> documents, XdmMap references) {
    return bytes(page, standalone, Map.of("references", references, "speaking", new XdmValue(documents)));
  }

  byte[] bytes(Page page, XdmNode standalone, Map<String, XdmValue> more) {
    Map<String, XdmValue> parameters = new HashMap<>(page.parameters());
    parameters.putAll(more);
    parameters.putAll(printed);
    return html.bytes(standalone, parameters);
  }

  /** The list of addresses for search engines; empty where the edition names no address of its own. */
  public byte[] sitemap(Catalog catalog, XdmNode edition) {
    var addresses = of(catalog).stream().map(page -> new XdmAtomicValue(page.address())).toList();
    return xslt.stylesheet("sitemap.xsl").bytes(edition, Map.of("addresses", new XdmValue(addresses)));
  }
}
