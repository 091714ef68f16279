package jilu.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import jilu.edition.Source;
import jilu.transform.Parsers;
import jilu.transform.Xslt;
import jilu.words.Refusal;
import net.sf.saxon.s9api.XdmNode;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a file once: the same hardened Xerces parse checks it against the grammar and builds its tree. No DOCTYPE, no
 * entity but XML's own five, no other file. A file that is not well-formed is read again as it was probably meant, so
 * that all its mistakes are told at once.
 */
public final class Reader {
  /** What tells where an element stands; a guess where the tags do not nest. */
  private static final Set<String> OF_STRUCTURE = Set.of("J100", "J105", "J106", "J107", "J108", "J109");

  /** Full-width signs for those of tags. */
  private static final String WIDE = "J023";

  private static final String INVISIBLE = "J034";

  private static final String CONTROL = "J033";

  /** Letters of two alphabets. */
  private static final String MIXED = "J036";

  /** Words read in the wrong encoding. */
  private static final String GARBLED = "J045";

  /** What is told of characters in tags and in text alike. */
  private static final Set<String> OF_TAGS = Set.of(WIDE, INVISIBLE, CONTROL);

  /** Words where none may stand. */
  private static final String TEXT = "J108";

  /** What is told of the values of attributes. */
  private static final Set<String> OF_VALUES = Set.of("J103", "J104", "J112", "J113", "J114");

  /** What is told of signs that slid behind an end tag. */
  private static final Set<String> OF_SIGNS = Set.of(TEXT, "J019");

  /** How often a file is read as if its namespaces were mended: those of an element are seen when that around it is. */
  private static final int REREAD = 3;

  private final Xslt xslt;
  private final SAXParserFactory parsers = Parsers.hardened();

  /** To set up a parser takes longer than to read a short file. As of validators, each thread has its own. */
  private final ThreadLocal<Deque<Parser>> idle = ThreadLocal.withInitial(ArrayDeque::new);

  public Reader(Xslt xslt) {
    this.xslt = xslt;
  }

  /** What a parse left: a tree if one is wanted and can be made of the file, and what was found on the way. */
  public record Reading(Optional<Source> source, List<Finding> findings) {}

  /** The same with the characters to which the tree's places refer. */
  record Checked(Optional<Source> source, SourceText text, List<Finding> findings) {}

  /** Reads and checks against one grammar. */
  public Reading check(Path file, String name, Grammar grammar) throws IOException {
    Checked checked =
        check(file, name, (text, findings) -> new Wanted(List.of(new GrammarCheck(text, grammar, findings)), true));
    return new Reading(checked.source(), checked.findings());
  }

  /** Reads a file that was checked before. */
  public Source read(Path file, String name) throws IOException {
    Checked read = reread(file, name, List.of());
    boolean broken = read.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    return read.source()
        .filter(source -> !broken)
        .orElseThrow(() -> new Refusal("edition.changed", file));
  }

  /**
   * Reads a file for its tree alone, even if it had to be repaired for that.
   *
   * @param namespaces what puts its elements into those that are meant
   */
  Checked reread(Path file, String name, List<Fix> namespaces) throws IOException {
    Encoding.Decoded onDisk = Encoding.decode(file, Files.readAllBytes(file));
    return parse(onDisk.mended(namespaces), name, (text, findings) -> new Wanted(List.of(), true));
  }

  /**
   * What is wanted of a parse.
   *
   * @param checks that listen to it
   * @param tree whether one is made
   * @param alone whether pointers into the file are followed within it, as it belongs to no edition
   */
  record Wanted(List<DefaultHandler> checks, boolean tree, boolean alone) {
    Wanted(List<DefaultHandler> checks, boolean tree) {
      this(checks, tree, false);
    }
  }

  /** Says what is wanted of a file. */
  interface Listeners {
    Wanted of(SourceText text, List<Finding> findings);
  }

  /** Where elements are in no namespace or in another one than is meant: what puts them into that of the schema. */
  static List<Fix> namespaces(List<Finding> findings) {
    return findings.stream().filter(Reader::isOfNamespace).flatMap(finding -> finding.fix().stream()).toList();
  }

  /** One for each place: of all elements that have a prefix the same is told. */
  private static List<Finding> ofNamespaces(List<Finding> findings) {
    Map<Place, Finding> each = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (isOfNamespace(finding)) {
        each.putIfAbsent(finding.place(), finding);
      }
    }
    return List.copyOf(each.values());
  }

  static boolean isOfNamespace(Finding finding) {
    return finding.code().equals("J110") && finding.fix().isPresent();
  }

  private Checked check(Path file, String name, Listeners listeners) throws IOException {
    Encoding.Decoded decoded = Encoding.decode(file, Files.readAllBytes(file));
    Checked checked = check(decoded, name, listeners);
    addOfCharacters(checked, decoded, Characters::check);
    return checked;
  }

  /** Checks a file but for its characters. */
  Checked check(Encoding.Decoded decoded, String name, Listeners listeners) {
    Listeners all =
        (text, findings) -> {
          Wanted wanted = listeners.of(text, findings);
          List<DefaultHandler> checks = new ArrayList<>(wanted.checks());
          var ids = new Ids(text, findings);
          if (wanted.alone()) {
            checks.add(new OwnPointers(text, ids, findings));
          }
          checks.add(ids);
          checks.add(new Numbering(text, findings));
          return new Wanted(checks, wanted.tree());
        };
    Checked checked = parse(decoded, name, all);
    List<Finding> foreign = new ArrayList<>();
    List<Finding> more = ofNamespaces(checked.findings());
    for (int time = 0; time < REREAD && !more.isEmpty(); time++) {
      foreign.addAll(more);
      checked = parse(decoded.mended(namespaces(foreign)), name, all);
      more = ofNamespaces(checked.findings());
    }
    checked.findings().addAll(foreign);
    return checked;
  }

  /** What its characters are told of besides. */
  static void addOfCharacters(
      Checked checked, Encoding.Decoded decoded, Function<SourceText, List<Finding>> characters) {
    List<Finding> ofCharacters = characters.apply(withMarks(decoded.text(), checked.findings()));
    if (isGarbled(ofCharacters)) {
      checked.findings().clear();
    }
    addOfCharacters(checked.findings(), ofCharacters);
    if (!decoded.utf8()) {
      // What must be converted first cannot be mended in place.
      checked.findings().replaceAll(Finding::withoutFix);
      if (decoded.findings().size() > 0) {
        // The replacement characters came of reading it; where there are none, its letters are those that were guessed.
        String ofReading = decoded.text().text().indexOf('\ufffd') < 0 ? MIXED : "J031";
        checked.findings().removeIf(finding -> finding.code().equals(ofReading));
      }
    }
  }

  /** Whether the whole file is, its tags as well: all else follows from it, or can be seen when it was mended. */
  static boolean isGarbled(List<Finding> findings) {
    return findings.stream().anyMatch(f -> f.code().equals(GARBLED) && f.severity() == Severity.ERROR);
  }

  /** A text with the marks before the end tags behind which they slid: that they lack there was told. */
  private static SourceText withMarks(SourceText text, List<Finding> findings) {
    if (!Characters.isAnyHan(text)) {
      return text;
    }
    // From the end: what stands before a change is where it was.
    List<Fix> moves =
        findings.stream()
            .filter(finding -> finding.fix().isPresent() && OF_SIGNS.contains(finding.code()))
            .flatMap(finding -> finding.fix().stream())
            .filter(fix -> PairedMarks.isClosing(fix.replacement().charAt(0)))
            .sorted(Comparator.comparingInt(Fix::start).reversed())
            .toList();
    SourceText marked = text;
    for (Fix move : moves) {
      marked = marked.mended(move);
    }
    return marked;
  }

  /**
   * In tags they make a file no XML, which was told; a tag in full-width signs is text to a parser, and told as a tag.
   */
  private static void addOfCharacters(List<Finding> findings, List<Finding> ofCharacters) {
    if (ofCharacters.stream().noneMatch(finding -> OF_TAGS.contains(finding.code()))) {
      findings.addAll(ofCharacters);
      return;
    }
    Set<Place> wide = places(ofCharacters, WIDE);
    Set<Place> toldAsText = wide.isEmpty() ? Set.of() : places(findings, TEXT);
    Set<Place> inTags = places(findings, WIDE);
    inTags.addAll(places(findings, INVISIBLE));
    inTags.addAll(places(findings, CONTROL));
    findings.removeIf(f -> f.code().equals(TEXT) && wide.contains(f.place()));
    for (Finding finding : ofCharacters) {
      boolean ofTags = OF_TAGS.contains(finding.code());
      if (!ofTags || !inTags.contains(finding.place())) {
        boolean heavy = finding.code().equals(WIDE) && toldAsText.contains(finding.place());
        findings.add(heavy ? finding.weighing(Severity.ERROR) : finding);
      }
    }
  }

  private static Set<Place> places(List<Finding> findings, String code) {
    return findings.stream().filter(f -> f.code().equals(code)).map(Finding::place).collect(Collectors.toSet());
  }

  private Checked parse(Encoding.Decoded decoded, String name, Listeners listeners) {
    List<Finding> findings = new ArrayList<>(decoded.findings());
    SourceText text = decoded.text();
    try {
      List<Finding> more = new ArrayList<>();
      Optional<Source> source = parse(text, name, listeners.of(text, more));
      findings.addAll(more);
      addOfMerges(findings, Slips.endsOfMerges(text));
      return new Checked(source, text, findings);
    } catch (Several.TooDeep deep) {
      findings.add(tooDeep(text, deep));
      return new Checked(Optional.empty(), text, findings);
    } catch (SAXParseException refused) {
      WellFormedness.Diagnosis diagnosis = WellFormedness.diagnose(text, refused);
      findings.addAll(diagnosis.findings());
      try {
        Checked read = readingOf(diagnosis, name, listeners, findings);
        List<Finding> more = read.findings();
        more.removeIf(finding -> OF_STRUCTURE.contains(finding.code()) && diagnosis.isGuessed(finding.place()));
        Set<Place> told = diagnosis.places();
        more.removeIf(finding -> finding.code().equals("J107") && diagnosis.unfinished().contains(finding.place()));
        more.removeIf(finding -> finding.code().equals("J117") && told.contains(finding.place()));
        more.removeIf(finding -> finding.code().equals("J111") && diagnosis.valueless().contains(finding.place()));
        more.removeIf(finding -> OF_VALUES.contains(finding.code()) && diagnosis.endless().contains(finding.place()));
        more.removeIf(finding -> isOfTag(finding, diagnosis, findings));
        findings.addAll(more);
        return new Checked(read.source(), read.text(), findings);
      } catch (Several.TooDeep deep) {
        findings.add(tooDeep(diagnosis.repaired(), deep));
        return new Checked(Optional.empty(), text, findings);
      } catch (SAXParseException again) {
        return new Checked(Optional.empty(), text, findings);
      }
    }
  }

  /** A sign where none may stand, behind an end tag that has no end: both are told at the tag, as one. */
  private static boolean isOfTag(Finding finding, WellFormedness.Diagnosis diagnosis, List<Finding> told) {
    WellFormedness.Slid slid = diagnosis.slid().get(finding.place());
    if (slid == null || !finding.code().equals(TEXT)) {
      return false;
    }
    told.replaceAll(of -> of.equals(slid.finding()) ? slid.inside() : of);
    return true;
  }

  /**
   * Where an element ends with another name than it begins with, both are tried: the one is wrong with which the
   * grammar is broken more often.
   *
   * @param told what is said of it is put in the place of what was
   */
  private Checked readingOf(
      WellFormedness.Diagnosis diagnosis, String name, Listeners listeners, List<Finding> told)
      throws SAXParseException {
    Checked asGuessed = read(diagnosis.repaired(), name, listeners);
    Map<WellFormedness.Lost, WellFormedness.Placed> places =
        placeLost(diagnosis, asGuessed, name, listeners, told);
    Checked byStarts =
        places.isEmpty() ? asGuessed : read(diagnosis.readings().apply(Set.of(), places), name, listeners);
    // Where the start tag's name is no element's, it is that tag which is wrong, not the end tag.
    BitSet unknown = offsets(byStarts, Set.of("J101"));
    diagnosis.mismatched().stream().filter(tags -> unknown.get(tags.start())).map(tags -> tags.finding())
        .forEach(told::remove);
    Set<WellFormedness.Mismatch> doubtful =
        diagnosis.mismatched().stream().filter(tags -> !unknown.get(tags.start())).collect(Collectors.toSet());
    if (doubtful.isEmpty()) {
      return byStarts;
    }
    Checked byEnds = read(diagnosis.readings().apply(doubtful, places), name, listeners);
    BitSet brokenByStarts = offsets(byStarts, OF_STRUCTURE);
    BitSet brokenByEnds = offsets(byEnds, OF_STRUCTURE);
    brokenByEnds.or(offsets(byEnds, Set.of("J101")));
    Map<WellFormedness.Mismatch, Integer> worse = new HashMap<>();
    Map<List<String>, Integer> worseOfNames = new HashMap<>();
    for (WellFormedness.Mismatch tags : doubtful) {
      int byStart = brokenByStarts.get(tags.start(), tags.end() + 1).cardinality();
      int byEnd = brokenByEnds.get(tags.start(), tags.end() + 1).cardinality();
      worse.put(tags, Integer.signum(byStart - byEnd));
      worseOfNames.merge(tags.names(), worse.get(tags), Integer::sum);
    }
    // Of several alike in one element the grammar refuses all and tells one.
    worse.replaceAll((tags, sign) -> sign == 0 ? Integer.signum(worseOfNames.get(tags.names())) : sign);
    Map<Finding, Finding> decided = new HashMap<>();
    worse.forEach(
        (tags, sign) -> {
          if (sign != 0) {
            decided.put(tags.finding(), mismatch(diagnosis.repaired().onDisk(), tags, sign > 0));
          }
        });
    told.replaceAll(finding -> decided.getOrDefault(finding, finding));
    Set<WellFormedness.Mismatch> wrongStarts =
        doubtful.stream().filter(tags -> worse.get(tags) > 0).collect(Collectors.toSet());
    return wrongStarts.isEmpty() ? byStarts
        : wrongStarts.equals(doubtful) ? byEnds
        : read(diagnosis.readings().apply(wrongStarts, places), name, listeners);
  }

  /**
   * Where the partner of a tag was lost, it is tried before the first thing that may not stand there without it: if the
   * grammar is broken less often so, that is where it belongs.
   *
   * @param told what is said of it is put in the place of what was
   * @return those with which the file is read on
   */
  private Map<WellFormedness.Lost, WellFormedness.Placed> placeLost(
      WellFormedness.Diagnosis diagnosis, Checked without, String name, Listeners listeners, List<Finding> told)
      throws SAXParseException {
    BitSet guessed = offsets(without, OF_STRUCTURE);
    Map<WellFormedness.Lost, WellFormedness.Placed> places = widest(diagnosis, guessed);
    BitSet broken = places.isEmpty() ? guessed : broken(diagnosis, places, name, listeners);
    places.keySet().removeIf(tag -> tag.broken(broken) > tag.broken(guessed));
    Set<WellFormedness.Lost> widened = Set.copyOf(places.keySet());
    diagnosis.lost().stream().filter(tag -> tag.widest().isEmpty() || widened.contains(tag))
        .forEach(tag -> tag.astray(broken).flatMap(tag.placed()).ifPresent(placed -> places.put(tag, placed)));
    if (places.isEmpty()) {
      return places;
    }
    BitSet still = broken(diagnosis, places, name, listeners);
    places.keySet().removeIf(
        tag ->
            tag.astray(broken).filter(part -> !still.get(part.start())).isEmpty()
                || tag.broken(still) >= tag.broken(broken));
    places.forEach(
        (tag, placed) -> told.replaceAll(finding -> finding.equals(tag.finding()) ? placed.finding() : finding));
    places.values().removeIf(placed -> !placed.whole());
    return places;
  }

  /** Elements that were ended before the next of their kind and have something broken in them may as well go on. */
  private static Map<WellFormedness.Lost, WellFormedness.Placed> widest(
      WellFormedness.Diagnosis diagnosis, BitSet broken) {
    Map<WellFormedness.Lost, WellFormedness.Placed> widest = new LinkedHashMap<>();
    diagnosis.lost().stream().filter(tag -> tag.broken(broken) > 0)
        .forEach(tag -> tag.widest().ifPresent(placed -> widest.put(tag, placed)));
    return widest;
  }

  private BitSet broken(
      WellFormedness.Diagnosis diagnosis,
      Map<WellFormedness.Lost, WellFormedness.Placed> places,
      String name,
      Listeners listeners)
      throws SAXParseException {
    return offsets(read(diagnosis.readings().apply(Set.of(), places), name, listeners), OF_STRUCTURE);
  }

  private static Finding mismatch(SourceText text, WellFormedness.Mismatch tags, boolean ofStart) {
    Place start = text.place(tags.start());
    Place end = tags.finding().place();
    return ofStart
        ? Finding.of("J008.opened", start, tags.opened(), tags.closed(), end.line(), end.column())
        : Finding.of("J008.closed", end, tags.closed(), tags.opened(), start.line(), start.column())
            .with(tags.finding().fix());
  }

  private static BitSet offsets(Checked read, Set<String> codes) {
    var offsets = new BitSet();
    read.findings().stream().filter(finding -> codes.contains(finding.code()))
        .forEach(finding -> offsets.set(read.text().onDisk().offset(finding.place())));
    return offsets;
  }

  private Checked read(SourceText text, String name, Listeners listeners) throws SAXParseException {
    List<Finding> findings = new ArrayList<>();
    Optional<Source> source = parse(text, name, listeners.of(text, findings));
    return new Checked(source, text, findings);
  }

  /** To a parser the marks are text; where none may stand, they are no text of anyone. */
  private static void addOfMerges(List<Finding> findings, List<Finding> merges) {
    if (merges.isEmpty()) {
      return;
    }
    Set<Place> asText = places(findings, TEXT);
    findings.removeIf(f -> f.code().equals(TEXT) && merges.stream().anyMatch(m -> m.place().equals(f.place())));
    merges.forEach(m -> findings.add(asText.contains(m.place()) ? m.weighing(Severity.ERROR) : m));
  }

  private static Finding tooDeep(SourceText text, Several.TooDeep deep) {
    return Finding.of("J016", text.tagEndingAt(deep.getLineNumber(), deep.getColumnNumber()), Several.DEEPEST);
  }

  private Optional<Source> parse(SourceText text, String name, Wanted wanted) throws SAXParseException {
    try {
      Parser parser = idle.get().poll();
      parser = parser == null ? new Parser(parsers, xslt.processor()) : parser;
      Optional<XdmNode> tree = parser.parse(text, wanted);
      idle.get().push(parser);
      return tree.map(node -> new Source(text.file(), name, node));
    } catch (SAXParseException e) {
      throw e;
    } catch (SAXException | ParserConfigurationException | IOException e) {
      throw new IllegalStateException("The XML parser could not be set up: " + e.getMessage(), e);
    }
  }
}
