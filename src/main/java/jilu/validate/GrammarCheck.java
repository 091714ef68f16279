package jilu.validate;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jilu.words.Text;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Passes the events of a parse to a validator; where it refuses one, works out from the content models what is wrong
 * there. The validator alone decides whether something is wrong.
 */
final class GrammarCheck extends DefaultHandler {
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  private static final Set<String> SCHEMA_LOCATIONS = Set.of("schemaLocation", "noNamespaceSchemaLocation");

  /** Namespaces of word processors. */
  private static final Pattern OFFICE =
      Pattern.compile("urn:schemas-microsoft-com:|http://schemas\\.(openxmlformats|microsoft)\\.[a-z]+/");

  /** As word processors write languages: mostly that of the program, not of the words. */
  private static final Pattern WORDS_LANGUAGE = Pattern.compile("[A-Z]{2}-[A-Z]{2}");

  /** A few words and a colon. */
  private static final Pattern LABEL = Pattern.compile("[^<]{1,40}[:：]\\s*");

  /** As a key that was not meant for the file leaves behind. */
  private static final Pattern STRAY = Pattern.compile("([A-Za-z0-9`/\\\\])\\s*+<");

  private static final Pattern OMISSION =
      Pattern.compile("([\\[［〔【(（]?(?:\\.{3,}|…+|。{3,}|·{3,})[]］〕】)）]?)\\s*+<");

  /** Classes of Word, and properties that only Word knows. */
  private static final Pattern WORDS_STYLE = Pattern.compile("Mso[A-Z].*|.*\\bmso-.*", Pattern.DOTALL);

  /** Attributes by which HTML says how things look. */
  private static final Set<String> LOOKS = Set.of("class", "style");

  /** Two numbers, whatever parts them. */
  private static final Pattern TWO_NUMBERS =
      Pattern.compile("(-?\\d{1,3}(?:\\.\\d+)?)\\s*[,;、\\s]\\s*(-?\\d{1,3}(?:\\.\\d+)?)");

  /** The same with a comma before the fractions. */
  private static final Pattern WITH_COMMAS = Pattern.compile("-?\\d{1,3},\\d+[;\\s]\\s*-?\\d{1,3},\\d+");

  /** Short enough to be shown, and written in text as it is in an attribute. */
  private static final Pattern PLAIN = Pattern.compile("[^<&]{1,40}");

  /** Short enough to be shown, and of no signs but those of addresses. */
  private static final Pattern ADDRESS = Pattern.compile("[^<\"\\s]{1,200}");

  private static final Pattern YEAR = Pattern.compile("-?\\d{4}(-|$)");

  /** A year that lacks the noughts before it. */
  private static final Pattern SHORT_YEAR = Pattern.compile("(-?)(\\d{1,3})");

  /** As ids are given where they need no # before them. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z_][\\w.-]*");

  private static final Pattern ATTRIBUTE = Pattern.compile(" ([\\w:]+)=");

  /** Signs that end a sentence or a part of one. */
  private static final String ENDS_PART = "，。；：、！？…,.;:!?";

  private static final int LISTED = 12;
  private static final int VALUES_LISTED = 20;

  /** What stands in so many times fewer elements than others is made for where it stands. */
  private static final int FEWER = 3;

  /** The letters of a word that may be short for another. */
  private static final int SHORT = 4;

  /** Between values of so few letters that are not the only ones one does not choose. */
  private static final int SHORTEST = 2;

  /** In longer elements the name is not mended, since all within would have to wait. */
  private static final int LONGEST = 5_000;

  /** Among more siblings one does not look for the place where an element should have been. */
  private static final int SEARCHED = 60;

  private final SourceText text;
  private final Grammar grammar;
  private final Grammar.Session session;
  private final ContentHandler validator;
  private final List<String> refusals;
  private final List<Finding> findings;

  private final Deque<Frame> open = new ArrayDeque<>();

  /** Those that are declared, each with its namespace; the innermost comes first. */
  private List<Map.Entry<String, String>> prefixes = List.of();

  private Locator locator;

  /** How long one still looks for the least that is out of order in a file of somebody else. */
  private int patience = 200_000;

  /** Asked for once: to get them takes a lock. */
  private Remembered models;

  /** An open element and the children it has had. */
  private static final class Frame {
    final Frame around;
    final String uri;
    final String local;
    final String name;
    final int line;
    final int column;
    final boolean doubtful;
    final List<String> children = new ArrayList<>();

    /** What may still come, from the first mistake in the element on. */
    Optional<Content> rest = Optional.empty();
    /** Looked up when it is first asked for. */
    Optional<Models.Model> model;
    boolean told;
    boolean misplaced;
    boolean textTold;
    /** Whether a file belongs into it that has not been taken in: what seems to be missing may stand there. */
    boolean including;
    /** Whether the validator is not asked about it. */
    boolean unasked;
    /** Whether it stands for another element, by which alone its attributes can be judged. */
    boolean taken;
    /** Whether the validator refused words in it. */
    boolean textRefused;

    /** What was left to come after so many of the children. */
    private Optional<Content> left = Optional.empty();
    private int passed;

    /** What was said of the places of children, until it is seen at the end what is wrong with all of them. */
    private Map<Integer, Finding> disorder = Map.of();
    /** What was said of it if it is of another vocabulary, and which others within it are to be written otherwise too. */
    Optional<Finding> foreign = Optional.empty();
    Map<String, String> foreigners = Map.of();
    /** If it is of another vocabulary, the values that it keeps in this one. */
    Map<String, String> kept = Map.of();
    /** The outermost of another vocabulary around it, or itself. */
    Optional<Frame> outermost = Optional.empty();
    /** What unknown children were taken for; those that nothing is like, or that belong elsewhere: for none. */
    private Map<Integer, Optional<String>> meant = Map.of();
    /** Which of the children came too late. */
    private Set<Integer> late = Set.of();
    /** Whether something else was found to be wrong with any of the children. */
    private boolean settled;

    /** By name, the children that may stand nowhere in it. */
    private Map<String, Strangers> strangers = Map.of();

    /** Known once asked for: most elements are as they should be. */
    private String path = "";

    /** Which of the children of the element around it is. */
    private final int position;

    /** How often each name occurs among so many of the children. */
    private Map<String, Integer> numbers = Map.of();
    private int numbered;

    Frame(Frame around, String uri, String local, String name, Locator at, boolean doubtful) {
      this.around = around;
      this.position = around == null ? 0 : around.children.size();
      this.uri = uri;
      this.local = local;
      this.name = name;
      this.line = at.getLineNumber();
      this.column = at.getColumnNumber();
      this.doubtful = doubtful;
    }

    /** As findings show it: {@code /TEI/text[1]/body[1]/p[3]}. */
    String path() {
      if (path.isEmpty()) {
        path = around == null ? "/" + local : around.path() + "/" + local + "[" + around.number(this) + "]";
      }
      return path;
    }

    /** Whether its only child has its name. */
    boolean isAroundItsLike() {
      return children.size() == 1 && children.get(0).equals(name);
    }

    /** That of one of the children there have been. */
    String path(int child) {
      String name = children.get(child);
      int number = Collections.frequency(children.subList(0, child), name) + 1;
      return path() + "/" + name.substring(name.indexOf('}') + 1) + "[" + number + "]";
    }

    /** Counts on from the child that was last asked for. */
    private int number(Frame child) {
      numbers = numbered == 0 ? new HashMap<>() : numbers;
      for (; numbered < child.position; numbered++) {
        numbers.merge(children.get(numbered), 1, Integer::sum);
      }
      return numbers.getOrDefault(child.name, 0) + 1;
    }

    /** What is left to come after the children there are; those that fit nowhere are passed over. */
    Content left(Models.Model ofThis) {
      Content rest = left.orElseGet(ofThis::content);
      for (; passed < children.size(); passed++) {
        Content next = rest.after(children.get(passed));
        rest = next == Content.NOTHING ? rest : next;
      }
      left = Optional.of(rest);
      return rest;
    }

    /** The child that has just begun is in the wrong place, as it seems. */
    void disordered(Finding finding) {
      disorder = disorder.isEmpty() ? new TreeMap<>() : disorder;
      disorder.put(children.size(), finding);
    }

    void takenFor(Optional<String> name) {
      meant = meant.isEmpty() ? new TreeMap<>() : meant;
      meant.put(children.size(), name);
    }

    /** The child that has just begun. */
    void late() {
      late = late.isEmpty() ? new HashSet<>() : late;
      late.add(children.size());
    }

    /**
     * A child was not what it seemed.
     *
     * @param name what it stands for
     * @return what was said of its place
     */
    Optional<Finding> settle(int child, Optional<String> name) {
      settled = true;
      meant = meant.isEmpty() ? new TreeMap<>() : meant;
      meant.put(child, name);
      if (!late.isEmpty()) {
        late.remove(child);
      }
      return disorder.isEmpty() ? Optional.empty() : Optional.ofNullable(disorder.remove(child));
    }

    void stranger(String name, Finding first) {
      strangers = strangers.isEmpty() ? new LinkedHashMap<>() : strangers;
      strangers.put(name, new Strangers(first, new ArrayList<>()));
      stranger(name, first.line());
    }

    /** One more of them is the child that has just begun. */
    void stranger(String name, int line) {
      strangers.get(name).all().add(new Stranger(children.size(), line));
    }

    boolean isDisordered() {
      return !disorder.isEmpty();
    }

    /** The children but for those that came too late, which stand nowhere. */
    List<String> standing() {
      return late.isEmpty()
          ? children
          : IntStream.range(0, children.size()).filter(i -> !late.contains(i)).mapToObj(children::get).toList();
    }
  }

  /**
   * Children of one name that may stand nowhere in an element.
   *
   * @param first what is said of the first of them
   */
  private record Strangers(Finding first, List<Stranger> all) {
    /** The lines of all but the first. */
    List<Integer> others() {
      return all.stream().skip(1).map(Stranger::line).toList();
    }
  }

  /** @param child which of the children it is */
  private record Stranger(int child, int line) {}

  GrammarCheck(SourceText text, Grammar grammar, List<Finding> findings) {
    this.text = text;
    this.grammar = grammar;
    this.findings = findings;
    this.session = grammar.open();
    this.validator = session.validator();
    this.refusals = session.refusals();
  }

  private String name(String uri, String local) {
    return session.names().of(uri, local);
  }

  private Remembered models() {
    if (models == null) {
      models = grammar.models();
    }
    return models;
  }

  static String clark(String uri, String local) {
    return uri == null || uri.isEmpty() ? local : "{" + uri + "}" + local;
  }

  /** A name as an editor writes it. */
  private static String shown(String name) {
    String local = name.substring(name.indexOf('}') + 1);
    return name.startsWith("{" + XML + "}") ? "xml:" + local : local;
  }

  private static List<String> shown(Collection<String> names) {
    return names.stream().map(GrammarCheck::shown).toList();
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    this.locator = locator;
    validator.setDocumentLocator(locator);
  }

  @Override
  public void startElement(String uri, String local, String qName, Attributes attributes) throws SAXException {
    Frame parent = open.peek();
    boolean doubtful = parent != null && (parent.told || parent.doubtful);
    var frame = new Frame(parent, uri, local, name(uri, local), locator, doubtful);
    frame.unasked = parent != null && (parent.unasked || isRefusedInclusion(parent, frame));
    if (!frame.unasked) {
      validator.startElement(uri, local, qName, attributes);
    }
    if (parent != null && parent.outermost.isPresent()) {
      within(parent.outermost.get(), frame);
    }
    forgetIds();
    boolean refused = !refusals.isEmpty() || frame.unasked && !parent.unasked;
    if (refused || parent != null && parent.rest.isPresent()) {
      String first = refusals.isEmpty() ? "" : refusals.get(0);
      int reasons = refusals.size();
      refusals.clear();
      open.push(frame);
      int before = findings.size();
      child(parent, frame, attributes);
      frame.misplaced |= findings.size() > before;
      if (refused) {
        attributes(frame, attributes);
        boolean astray = frame.doubtful || frame.taken || parent != null && (parent.taken || parent.rest.isPresent());
        if (findings.size() == before && !astray && reasons > schemaLocations(attributes)) {
          refused(frame, attributes, first);
        }
      }
      open.pop();
    }
    if (parent != null) {
      parent.children.add(frame.name);
    }
    open.push(frame);
  }

  /** What Xerces says is of XSD, to which such attributes speak. */
  private void refused(Frame frame, Attributes attributes, String reason) {
    Optional<String> instance =
        IntStream.range(0, attributes.getLength()).filter(i -> attributes.getURI(i).equals(XSI))
            .filter(i -> !reason.startsWith("cvc-")).mapToObj(attributes::getQName).findFirst();
    if (instance.isPresent()) {
      Place place = text.attribute(frame.line, frame.column, instance.get());
      findings.add(found(frame, "J102.xsi", place, frame.local, instance.get()));
    } else {
      tell(frame, "J100", shown(frame.name), reason);
    }
  }

  /** What is of another vocabulary as well is told with the outermost. */
  private void within(Frame outermost, Frame frame) {
    if (!models().names().contains(frame.name)) {
      frame.told = true;
      equivalent(frame.local, Map.of()).ifPresent(
          tag -> {
            frame.outermost = Optional.of(outermost);
            outermost.foreigners = outermost.foreigners.isEmpty() ? new LinkedHashMap<>() : outermost.foreigners;
            outermost.foreigners.put(frame.local, tag);
          });
    }
  }

  /** Names those within an element of another vocabulary too, now that it ends. */
  private void withForeigners(Frame frame) {
    frame.foreigners.remove(frame.local);
    int at = findings.lastIndexOf(frame.foreign.orElseThrow());
    if (at >= 0 && !frame.foreigners.isEmpty()) {
      List<Text> within =
          frame.foreigners.entrySet().stream()
              .map(one -> Rulebook.get().message("J117.within", one.getKey(), one.getValue())).toList();
      Text all =
          new Text(
              within.stream().map(Text::en).collect(Collectors.joining(", ")),
              within.stream().map(Text::zh).collect(Collectors.joining("，")));
      String tag = equivalent(frame.local, frame.kept).orElseThrow();
      findings.set(at, found(frame, "J117.around", place(frame), frame.local, tag, all));
    }
  }

  /** Ids are compared elsewhere, whatever the schema; of each that is taken Xerces says two things. */
  private void forgetIds() {
    if (refusals.isEmpty()) {
      return;
    }
    int all = refusals.size();
    refusals.removeIf(key -> key.startsWith("cvc-id."));
    int ids = all - refusals.size();
    if (ids > 0 && refusals.size() == ids && refusals.stream().allMatch(key -> key.equals("cvc-attribute.3"))) {
      refusals.clear();
    }
  }

  @Override
  public void endElement(String uri, String local, String qName) throws SAXException {
    if (!open.element().unasked) {
      validator.endElement(uri, local, qName);
    }
    if (open.element().textRefused && !isTakenForWords(open.element()) || !refusals.isEmpty() && isOfElements(open.element())) {
      textIn(open.element());
    }
    if (!open.element().strangers.isEmpty() || isEntryAsName(open.element())) {
      strangers(open.element());
    }
    if (open.element().isDisordered()) {
      mend(open.element(), model(open.element()).orElseThrow());
    }
    if (!open.element().foreigners.isEmpty()) {
      withForeigners(open.element());
    }
    if (open.element().isAroundItsLike()) {
      doubled(open.element());
    }
    if (!refusals.isEmpty()) {
      String first = refusals.get(0);
      refusals.clear();
      if (!open.element().taken) {
        end(open.element(), first);
      }
    }
    open.pop();
  }

  /** The same tags once more around the same words, as after something was replaced twice. */
  private void doubled(Frame frame) {
    String file = text.text();
    int outer = text.tagStart(frame.line, frame.column);
    int inner = text.offset(frame.line, frame.column);
    String tag = file.substring(outer, inner);
    int end = file.lastIndexOf("</", text.offset(locator.getLineNumber(), locator.getColumnNumber()) - 1);
    int words = inner + tag.length();
    int endOfWords = file.lastIndexOf("</", end - 1);
    boolean sameStart = tag.indexOf('=') > 0 && !tag.contains("xml:id") && file.startsWith(tag, inner);
    if (sameStart && endOfWords >= words && file.indexOf('>', endOfWords) + 1 == end) {
      findings.add(
          Finding.of("J115", text.place(inner), frame.local).inside(frame.path(0))
              .with(text.fix(inner, end, file.substring(words, endOfWords))));
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) throws SAXException {
    if (open.element().unasked) {
      return;
    }
    validator.characters(characters, start, length);
    if (!refusals.isEmpty()) {
      refusals.clear();
      open.element().textRefused = true;
    }
  }

  @Override
  public void startDocument() throws SAXException {
    validator.startDocument();
  }

  @Override
  public void endDocument() throws SAXException {
    validator.endDocument();
    grammar.close(session);
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) throws SAXException {
    validator.startPrefixMapping(prefix, uri);
    prefixes = Stream.concat(Stream.of(Map.entry(prefix, uri)), prefixes.stream()).toList();
  }

  @Override
  public void endPrefixMapping(String prefix) throws SAXException {
    validator.endPrefixMapping(prefix);
    prefixes = prefixes.stream().skip(1).toList();
  }

  /** One by which a namespace is meant where the parser is. */
  private Optional<String> prefix(String namespace) {
    Set<String> seen = new HashSet<>();
    for (Map.Entry<String, String> declared : prefixes) {
      if (seen.add(declared.getKey()) && !declared.getKey().isEmpty() && declared.getValue().equals(namespace)) {
        return Optional.of(declared.getKey());
      }
    }
    return Optional.empty();
  }

  @Override
  public void ignorableWhitespace(char[] characters, int start, int length) throws SAXException {
    validator.ignorableWhitespace(characters, start, length);
  }

  @Override
  public void processingInstruction(String target, String data) throws SAXException {
    validator.processingInstruction(target, data);
  }

  @Override
  public void skippedEntity(String name) throws SAXException {
    validator.skippedEntity(name);
  }

  /** The model of an open element: found from the root down, since a name may mean another thing elsewhere. */
  private Optional<Models.Model> model(Frame frame) {
    if (frame.model == null) {
      Optional<Models.Model> around = frame.around == null ? Optional.empty() : model(frame.around);
      frame.model = around.flatMap(m -> m.child(frame.name)).or(() -> models().any(frame.name));
    }
    return frame.model;
  }

  private Place place(Frame frame) {
    return text.tagEndingAt(frame.line, frame.column);
  }

  private void tell(Frame frame, String key, Object... arguments) {
    findings.add(found(frame, key, place(frame), arguments));
  }

  /** A mistake in an element, perhaps at one of its attributes or in its text. */
  private static Finding found(Frame frame, String key, Place place, Object... arguments) {
    return Finding.of(key, place, arguments).inside(frame.path());
  }

  private static Finding found(Frame frame, Place place, Said said) {
    return said.finding().at(place).inside(frame.path());
  }

  /** What is wrong with an element where it stands. */
  private void child(Frame parent, Frame frame, Attributes attributes) {
    if (parent == null) {
      root(frame);
      return;
    }
    Optional<Models.Model> model = model(parent);
    if (model.isEmpty()) {
      return;
    }
    Content before = next(parent, model.get());
    String name = frame.name;
    Content next = before.after(name);
    if (next != Content.NOTHING) {
      if (parent.rest.isPresent()) {
        parent.rest = Optional.of(next);
      }
      return;
    }
    frame.told = !models().names().contains(name);
    parent.rest = Optional.of(misplaced(parent, frame, attributes, model.get(), before));
  }

  /** Children that may stand nowhere in an element are told once, or as a mistake in its own name. */
  private void strangers(Frame frame) {
    Optional<String> meant = mistaken(frame);
    if (meant.isPresent()) {
      frame.strangers.values().forEach(strangers -> take(strangers.first()));
      if (isStranger(frame)) {
        insteadOfStranger(frame, "J105.instead", meant.get());
      } else {
        frame.around.settle(frame.position, named(meant.get())).ifPresent(this::take);
        tell(frame, "J105.within", frame.local, Rulebook.list(shown(frame.strangers.keySet()), LISTED), meant.get());
      }
      return;
    }
    boolean isStranger = isStranger(frame);
    if ((isStranger || frame.strangers.keySet().containsAll(frame.children)) && isAround(frame)) {
      frame.strangers.values().forEach(strangers -> take(strangers.first()));
      if (isStranger) {
        insteadOfStranger(frame, "J105.around", "");
      } else {
        insteadOfDisorder(frame);
      }
      return;
    }
    for (Strangers strangers : frame.strangers.values()) {
      int at = strangers.others().isEmpty() ? -1 : findings.lastIndexOf(strangers.first());
      if (at >= 0) {
        List<String> lines = strangers.others().stream().distinct().map(String::valueOf).toList();
        Text more = Rulebook.get().message("J105.more", strangers.others().size(), Rulebook.list(lines, LISTED));
        findings.set(at, strangers.first().adding(more));
      }
    }
  }

  /** Whether it has an id and parts of its own where it may not stand, as an entry has that was opened as one of its names. */
  private boolean isEntryAsName(Frame frame) {
    return frame.misplaced && !frame.children.isEmpty() && isStranger(frame) && bears(frame, "xml:id");
  }

  /** Says something else of an element that may not stand where it does, when all in it is known. */
  private void insteadOfStranger(Frame frame, String key, String meant) {
    take(frame.around.strangers.remove(frame.name).first());
    tell(frame, key, frame.local, frame.around.local, meant);
  }

  /** An element that may stand there, but not around what it holds: for the order it is that. */
  private void insteadOfDisorder(Frame frame) {
    Optional<String> held = frame.children.size() == 1 ? Optional.of(frame.children.get(0)) : Optional.empty();
    frame.around.settle(frame.position, held).ifPresent(this::take);
    tell(frame, "J105.around", frame.local, frame.around.local, "");
  }

  /** Whether an element that loses nothing if it is gone holds what may stand in its place. */
  private boolean isAround(Frame frame) {
    return frame.around != null
        && Names.get().isPlain(frame.local)
        && before(frame).filter(before -> fits(before, frame.children)).isPresent()
        && !hasWords(frame);
  }

  /** Whether words stand in an element itself, which ends here. */
  private boolean hasWords(Frame frame) {
    int end = text.offset(locator.getLineNumber(), locator.getColumnNumber());
    return Markup.textIn(text.text(), text.tagStart(frame.line, frame.column), end) >= 0;
  }

  /** What may come in the element around one where it begins. */
  private Optional<Content> before(Frame frame) {
    return model(frame.around)
        .map(
            around -> {
              Content before = around.content();
              for (String sibling : frame.around.children.subList(0, frame.position)) {
                Content next = before.after(sibling);
                before = next == Content.NOTHING ? before : next;
              }
              return before;
            });
  }

  /** Whether it is the first of its name that may not stand in the element around it. */
  private boolean isStranger(Frame frame) {
    Strangers ofName = frame.around == null ? null : frame.around.strangers.get(frame.name);
    return ofName != null && ofName.first().place().equals(place(frame));
  }

  /** The one element of the like name that may stand in the place of another and have all its children. */
  private Optional<String> mistaken(Frame frame) {
    Set<String> alike = models().alike(frame.name, () -> alike(frame.name));
    if (alike.isEmpty() || frame.around == null) {
      return Optional.empty();
    }
    long astray = frame.children.stream().filter(frame.strangers::containsKey).count();
    Optional<Content> before = before(frame);
    if (before.isEmpty() || 2 * astray <= frame.children.size() && !isStranger(frame)) {
      return Optional.empty();
    }
    Models.Model around = model(frame.around).orElseThrow();
    List<String> meant =
        before.get().first().stream()
            .filter(alike::contains)
            .filter(name -> around.child(name).filter(m -> fits(m.content(), frame.children)).isPresent())
            .filter(name -> isStranger(frame) || around.child(name).orElseThrow().text() || !hasWords(frame))
            .map(GrammarCheck::shown)
            .toList();
    // Of several mostly the one that is there already.
    List<String> usual =
        meant.size() < 2 ? meant : meant.stream().filter(name -> shown(frame.around.children).contains(name)).toList();
    return usual.size() == 1 ? Optional.of(usual.get(0)) : Optional.empty();
  }

  /** The elements it is confused with, and those whose name begins with the same word or one that is short for it. */
  private Set<String> alike(String name) {
    String kind = firstWord(shown(name));
    Set<String> confused = others(name);
    return models().names().stream()
        .filter(other -> !other.equals(name))
        .filter(other -> confused.contains(other) || isAlike(firstWord(shown(other)), kind))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** {@code pers} is short for {@code person}. */
  private static boolean isAlike(String one, String other) {
    return one.equals(other)
        || Math.min(one.length(), other.length()) >= SHORT && (one.startsWith(other) || other.startsWith(one));
  }

  /** {@code list} of {@code listPlace}. */
  private static String firstWord(String name) {
    return name.split("(?=\\p{Lu})")[0];
  }

  /** {@code Name} of {@code placeName}. */
  private static String lastWord(String name) {
    String[] words = name.split("(?=\\p{Lu})");
    return words[words.length - 1];
  }

  private void root(Frame frame) {
    Models models = models();
    String name = frame.name;
    if (models.root(name).isPresent()) {
      return;
    }
    frame.told = true;
    Optional<String> same = models.names().stream().filter(n -> shown(n).equals(frame.local) && !n.equals(name)).findFirst();
    if (same.isPresent()) {
      String namespace = namespace(same.get());
      if (frame.uri.isEmpty() && text.name(frame.line, frame.column, "xmlns", "xmlns").isEmpty()) {
        int end = text.tagStart(frame.line, frame.column) + 1 + frame.local.length();
        findings.add(
            found(frame, "J110", place(frame), frame.local, namespace)
                .with(text.fix(end, end, " xmlns=\"" + namespace + "\"")));
      } else {
        namespaceOf(frame, namespace);
      }
      return;
    }
    Optional<String> equivalent = Names.get().element(frame.local);
    if (equivalent.isPresent()) {
      tell(frame, frame.local.equals("html") ? "J116.html" : "J116", frame.local, equivalent.get());
    } else {
      tell(frame, "J105.root", frame.local, Rulebook.list(shown(models.roots()), LISTED));
    }
  }

  /** Another namespace than that which is meant, told where it is declared: it is that of all that have the prefix. */
  private void namespaceOf(Frame frame, String namespace) {
    String name = written(frame);
    Optional<String> prefix = Optional.of(name.indexOf(':')).filter(colon -> colon > 0).map(c -> name.substring(0, c));
    String declaration = prefix.map(p -> "xmlns:" + p).orElse("xmlns");
    Frame at = frame;
    while (at.around != null && !bears(at, declaration)) {
      at = at.around;
    }
    String key = prefix.isPresent() ? "J110.declared" : "J110.other";
    Place place = text.attribute(at.line, at.column, declaration);
    findings.add(
        found(at, key, place, prefix.orElse(at.local), namespace, frame.uri)
            .with(text.value(at.line, at.column, declaration, namespace)));
  }

  /** The name in a start tag, with its prefix. */
  private String written(Frame frame) {
    int start = text.tagStart(frame.line, frame.column) + 1;
    return text.text().substring(start, Markup.endOfName(text.text(), start));
  }

  /** @return what may come after, taking the element for the one that was probably meant, or passing it over */
  private Content misplaced(
      Frame parent, Frame frame, Attributes attributes, Models.Model model, Content before) {
    String name = frame.name;
    Set<String> expected = before.first();
    if (!models().names().contains(name)) {
      Optional<String> meant = unknown(parent, frame, attributes, before);
      parent.takenFor(meant);
      return meant.map(before::after).filter(r -> r != Content.NOTHING).orElse(before);
    }
    if (name.equals(parent.name)) {
      parent.takenFor(Optional.empty());
      tell(frame, "J109", frame.local, place(parent).line());
      return before;
    }
    List<String> confused = model.child(name).isPresent() ? List.of() : confused(frame, attributes, before);
    List<String> others = confused.size() > 1 && isWrapped(model, expected, name) ? List.of() : confused;
    Optional<String> other = others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
    frame.taken = !others.isEmpty();
    if (other.isPresent()) {
      frame.model = model.child(other.get());
    }
    if (parent.strangers.containsKey(name)) {
      frame.misplaced = true;
      parent.takenFor(other);
      parent.stranger(name, place(frame).line());
      return other.map(before::after).orElse(before);
    }
    if (frame.taken) {
      Text shown = Rulebook.list(shown(others), LISTED);
      boolean part = other.filter(meant -> Names.get().isPart(frame.local, shown(meant))).isPresent();
      String key = part ? "J105.part" : other.isPresent() ? "J105.meant" : "J105.choose";
      Finding finding = found(frame, key, place(frame), frame.local, parent.local, shown);
      findings.add(finding);
      parent.takenFor(other);
      parent.stranger(name, finding);
      return other.map(before::after).orElse(before);
    }
    List<String> elsewhere = parent.including ? missing(before, name) : List.of();
    if (!elsewhere.isEmpty()) {
      return before.after(elsewhere.get(0)).after(name);
    }
    Optional<Content> order = order(parent, frame, model, before, expected);
    if (order.isPresent()) {
      parent.disordered(findings.get(findings.size() - 1));
      return order.get();
    }
    boolean follows = mayFollow(parent, name, before);
    Said said =
        models().said(
            List.of(model.name(), name, before, follows),
            () -> homeless(parent.local, frame.local, name, model, before, follows));
    Finding finding = found(frame, place(frame), said);
    findings.add(finding);
    if (model.child(name).isPresent()) {
      parent.disordered(finding);
    } else {
      parent.takenFor(Optional.empty());
      parent.stranger(name, finding);
    }
    return before;
  }

  /** Of the elements an intruder may be meant for those that may stand there, or the one that an attribute names. */
  private List<String> confused(Frame frame, Attributes attributes, Content before) {
    Set<String> often = others(frame.name);
    List<String> others = often.isEmpty() ? List.of() : often.stream().filter(before::accepts).toList();
    if (others.isEmpty()) {
      return others;
    }
    List<String> said =
        IntStream.range(0, attributes.getLength()).mapToObj(attributes::getValue)
            .flatMap(value -> others.stream().filter(other -> shown(other).equals(value))).toList();
    return said.isEmpty() ? others : said;
  }

  /** The elements that are often meant by one. */
  private Set<String> others(String name) {
    return models().confused(
        name,
        () ->
            Names.get().confused(shown(name)).stream().flatMap(other -> named(other).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  /** Whether an element could end here and the intruder stand after it. */
  private boolean mayFollow(Frame parent, String name, Content before) {
    Frame around = parent.around;
    return around != null
        && before.nullable()
        && model(around).filter(m -> around.left(m).accepts(name)).isPresent();
  }

  /** Whether there is one element made for it there, such as that of entries in a list. */
  private boolean isWrapped(Models.Model around, Set<String> expected, String name) {
    return ownOf(wrappers(around, expected, name)).isPresent();
  }

  /** What may stand there and have the element as a child. */
  private static List<String> wrappers(Models.Model around, Set<String> expected, String name) {
    return expected.stream()
        .filter(e -> namespace(e).equals(namespace(name)))
        .filter(e -> around.child(e).map(m -> m.content().accepts(name)).orElse(false))
        .toList();
  }

  /** What may stand there instead, or where the element belongs. */
  private Said homeless(
      String parent, String local, String name, Models.Model model, Content before, boolean follows) {
    Models models = models();
    Set<String> expected = before.first();
    List<String> wrapping = wrappers(model, expected, name);
    List<String> wrappers = shown(wrapping);
    Optional<String> own =
        shown(expected).stream()
            .filter(e -> lastWord(e).equals(lastWord(local)) && !firstWord(e).equals(e))
            .filter(e -> parent.startsWith(firstWord(e)))
            .findFirst();
    if (own.isPresent()) {
      return said("J105.own", Optional.empty(), local, parent, own.get());
    }
    Optional<String> only = only(model, expected).map(GrammarCheck::shown);
    if (only.filter(wrappers::contains).isPresent()) {
      return said("J105.wrap.one", Optional.empty(), local, parent, only.get());
    }
    if (only.isPresent() && wrapping.isEmpty()) {
      if (follows) {
        return said("J105.ends", Optional.empty(), local, parent);
      }
      return said("J105.one", Optional.empty(), local, parent, only.get());
    }
    if (!wrappers.isEmpty() && wrappers.size() <= 3) {
      return said("J105.wrap", Optional.empty(), local, parent, Rulebook.list(wrappers, 3));
    }
    Optional<String> made = ownOf(wrapping);
    if (made.isPresent()) {
      return said("J105.wrap.one", Optional.empty(), local, parent, shown(made.get()));
    }
    List<String> homes =
        models.names().stream()
            .filter(n -> models.any(n).map(m -> m.child(name).isPresent() && m.content().first().contains(name)).orElse(false))
            .map(GrammarCheck::shown)
            .sorted()
            .toList();
    if (expected.isEmpty()) {
      String key = model.content().first().isEmpty() ? "J105.empty" : "J105.full";
      return said(key, Optional.empty(), local, parent, Rulebook.list(homes, 6));
    }
    if (expected.size() <= LISTED) {
      return said("J105", Optional.empty(), local, parent, Rulebook.list(shown(expected), LISTED));
    }
    return homes.isEmpty() || homes.size() > LISTED
        ? said("J105.many", Optional.empty(), local, parent)
        : said("J105.homes", Optional.empty(), local, parent, Rulebook.list(homes, LISTED));
  }

  /** Of several the one that stands in far fewer elements than any other: it is made for where it stands. */
  private Optional<String> ownOf(List<String> names) {
    List<String> sorted = names.stream().sorted(Comparator.comparingInt(models()::homes)).toList();
    return sorted.size() > 1 && FEWER * models().homes(sorted.get(0)) <= models().homes(sorted.get(1))
        ? Optional.of(sorted.get(0))
        : Optional.empty();
  }

  /** The one element that may stand there, but for what may stand in it as well, such as notes and ends of pages. */
  private static Optional<String> only(Models.Model around, Set<String> expected) {
    if (expected.size() > LISTED) {
      return Optional.empty();
    }
    return expected.stream()
        .filter(
            one ->
                expected.stream().filter(other -> !other.equals(one)).allMatch(
                    other -> isIn(around, other, one) && !isIn(around, one, other)))
        .findFirst();
  }

  /** Whether a child of an element may stand in another one. */
  private static boolean isIn(Models.Model around, String child, String other) {
    return around.child(other).flatMap(model -> model.child(child)).isPresent();
  }

  /** What is said of a mistake wherever it occurs, and which name was probably meant. */
  record Said(Finding finding, Optional<String> meant) {}

  private static Said said(String key, Optional<String> meant, Object... arguments) {
    return new Said(Finding.of(key, Place.of(Path.of("")), arguments), meant);
  }

  /** Wrong order, something missing before, or one too many: told, with what may come after. */
  private Optional<Content> order(
      Frame parent, Frame frame, Models.Model model, Content before, Set<String> expected) {
    String name = frame.name;
    // Without what is far from anything that could be meant.
    List<String> siblings = parent.children.size() <= SEARCHED ? parent.standing() : List.of();
    Content rest = model.content();
    Optional<Integer> last = Optional.empty();
    for (int i = 0; i < siblings.size(); i++) {
      Content here = rest.after(name);
      if (here != Content.NOTHING && fits(here, siblings.subList(i, siblings.size()))) {
        last = Optional.of(i);
      }
      Content next = rest.after(siblings.get(i));
      rest = next == Content.NOTHING ? rest : next;
    }
    if (last.isPresent()) {
      tell(frame, "J106", frame.local, tag(siblings.get(last.get())), parent.local);
      parent.late();
      return Optional.of(before);
    }
    List<String> missing = models().missing(before, name, () -> missing(before, name));
    if (!missing.isEmpty()) {
      tell(frame, "J107", frame.local, Rulebook.list(shown(missing), 3), parent.local);
      return Optional.of(before.after(missing.get(0)).after(name));
    }
    if (siblings.isEmpty() && isPartOfSibling(parent, frame, model)) {
      return Optional.of(before);
    }
    if (parent.children.contains(name)) {
      tell(frame, "J105.again", frame.local, parent.local);
      return Optional.of(before);
    }
    return Optional.empty();
  }

  /** Among many siblings only the last are looked at: whether one of them may have it. That is told. */
  private boolean isPartOfSibling(Frame parent, Frame frame, Models.Model model) {
    int from = Math.max(0, parent.children.size() - SEARCHED);
    Optional<Integer> around =
        partOf(model, frame.name, parent.children.subList(from, parent.children.size())).map(i -> from + i);
    around.ifPresent(
        i -> {
          Text sibling = sibling(parent, i);
          Text meant = meantIn(model, parent.children.get(i), frame.name);
          tell(frame, "J106.into", frame.local, sibling, parent.local, sibling, meant);
        });
    return around.isPresent();
  }

  /** What would have to come first, so that a child can; none if there is too much to choose from. */
  private static List<String> missing(Content before, String name) {
    List<String> missing =
        before.nullable() ? List.of() : before.first().stream().filter(e -> before.after(e).accepts(name)).toList();
    return missing.size() <= 3 ? missing : List.of();
  }

  /** What was said of the children one by one gives way to the least that must be mended to put all in order. */
  private void mend(Frame parent, Models.Model model) {
    if (parent.children.size() > SEARCHED) {
      return;
    }
    List<Integer> known =
        IntStream.range(0, parent.children.size())
            .filter(i -> parent.meant.getOrDefault(i, Optional.of("")).isPresent()).boxed().toList();
    List<String> names =
        known.stream().map(i -> parent.meant.getOrDefault(i, Optional.empty()).orElse(parent.children.get(i))).toList();
    Repair.Found found = models().repair(model.content(), names, patience);
    patience -= found.steps();
    if (found.changes().isEmpty() && !parent.settled) {
      return;
    }
    parent.disorder.values().forEach(this::take);
    // What stands where something is missing at the end was mostly meant for it.
    boolean instead =
        names.size() < parent.children.size()
            || found.changes().stream().anyMatch(Repair.Change.Surplus.class::isInstance);
    for (Repair.Change change : found.changes()) {
      if (!(instead && change instanceof Repair.Change.Missing missing && missing.before() == names.size())) {
        tell(parent, model, change, names, known);
      }
    }
  }

  /** @param known which of the children have the names */
  private void tell(
      Frame parent, Models.Model model, Repair.Change change, List<String> names, List<Integer> known) {
    if (change instanceof Repair.Change.Late late) {
      late(parent, model, late, names, known);
    } else if (change instanceof Repair.Change.Early early) {
      tellOf(parent, known.get(early.child()), "J106.early", sibling(parent, known.get(early.after())));
    } else if (change instanceof Repair.Change.Surplus surplus) {
      surplus(parent, model, known.get(surplus.child()), surplus.rest());
    } else if (change instanceof Repair.Change.Missing missing && missing.before() == names.size()) {
      incomplete(parent, missing.rest());
    } else if (change instanceof Repair.Change.Missing missing) {
      Text added = Rulebook.list(shown(missing(missing.rest(), names.get(missing.before()))), 3);
      tellOf(parent, known.get(missing.before()), "J107", added);
    }
  }

  /** What comes too late may be another thing than it says, or what it should stand before is. */
  private void late(
      Frame parent, Models.Model model, Repair.Change.Late late, List<String> names, List<Integer> known) {
    int child = known.get(late.child());
    Text before = sibling(parent, known.get(late.before()));
    Optional<Integer> around = partOf(model, names.get(late.child()), names.subList(late.before(), late.child()));
    List<String> instead =
        others(names.get(late.before())).stream()
            .filter(other -> fits(model.content(), with(names, late.before(), other)))
            .toList();
    if (around.isPresent()) {
      int into = late.before() + around.get();
      Text meant = meantIn(model, names.get(into), names.get(late.child()));
      tellOf(parent, child, "J106.into", before, sibling(parent, known.get(into)), meant);
    } else if (!instead.isEmpty()) {
      tellOf(parent, child, "J106.instead", before, Rulebook.list(shown(instead), LISTED));
    } else {
      tellOf(parent, child, "J106", before);
    }
  }

  /** The last sibling that may not have a child of this name, but one of those that are meant by it. */
  private Optional<Integer> partOf(Models.Model around, String name, List<String> siblings) {
    Set<String> others = others(name);
    if (others.isEmpty()) {
      return Optional.empty();
    }
    return IntStream.iterate(siblings.size() - 1, i -> i >= 0, i -> i - 1).boxed()
        .filter(
            i ->
                around.child(siblings.get(i)).filter(sibling -> sibling.child(name).isEmpty())
                    .filter(sibling -> others.stream().anyMatch(sibling.content()::accepts)).isPresent())
        .findFirst();
  }

  /** What an element may be that is a part of a sibling. */
  private Text meantIn(Models.Model around, String sibling, String name) {
    Content content = around.child(sibling).orElseThrow().content();
    return Rulebook.list(shown(others(name).stream().filter(content::accepts).toList()), LISTED);
  }

  private static List<String> with(List<String> names, int at, String other) {
    List<String> changed = new ArrayList<>(names);
    changed.set(at, other);
    return changed;
  }

  private void surplus(Frame parent, Models.Model model, int child, Content rest) {
    Optional<Finding> told = Optional.ofNullable(parent.disorder.get(child)).filter(f -> f.code().equals("J105"));
    String name = parent.children.get(child);
    if (told.isPresent()) {
      findings.add(told.get());
    } else if (parent.children.indexOf(name) != child) {
      findings.add(
          Finding.of("J105.again", placeOf(parent, child), shown(name), parent.local).inside(parent.path(child)));
    } else {
      Said said =
          models().said(
              List.of(model.name(), name, rest, false),
              () -> homeless(parent.local, shown(name), name, model, rest, false));
      findings.add(said.finding().at(placeOf(parent, child)).inside(parent.path(child)));
    }
  }

  /** Says of a child that is long past where it stands to others, or what it lacks. */
  private void tellOf(Frame parent, int child, String key, Text others, Object... more) {
    String local = shown(parent.children.get(child));
    Object[] arguments = Stream.concat(Stream.of(local, others, parent.local), Stream.of(more)).toArray();
    findings.add(Finding.of(key, placeOf(parent, child), arguments).inside(parent.path(child)));
  }

  /** One of several is told by its line. */
  private Text sibling(Frame parent, int child) {
    String name = parent.children.get(child);
    return Collections.frequency(parent.children, name) == 1
        ? tag(name)
        : Rulebook.get().message("J106.line", shown(name), placeOf(parent, child).line());
  }

  private static Text tag(String name) {
    return Rulebook.get().message("J106.tag", shown(name));
  }

  private Place placeOf(Frame parent, int child) {
    return text.place(Markup.child(text.text(), text.tagStart(parent.line, parent.column), child));
  }

  /** Takes a finding back, mostly one of the last. */
  private void take(Finding finding) {
    int at = findings.lastIndexOf(finding);
    if (at >= 0) {
      findings.remove(at);
    }
  }

  private static boolean fits(Content content, List<String> children) {
    Content rest = content;
    for (String child : children) {
      rest = rest.after(child);
    }
    return rest != Content.NOTHING;
  }

  /** @return the name that was probably meant */
  private Optional<String> unknown(Frame parent, Frame frame, Attributes attributes, Content before) {
    frame.kept = kept(frame.local, attributes);
    Said said =
        models().said(
            List.of(parent.local, frame.name, before, prefixes, frame.kept),
            () -> unknown(parent.local, frame.uri, frame.local, frame.kept, before));
    Optional<String> namespace =
        said.meant().map(GrammarCheck::namespace).filter(meant -> Names.get().isSlip(frame.uri, meant));
    if (namespace.isPresent()) {
      namespaceOf(frame, namespace.get());
    } else if (Names.get().isOfLooks(frame.local) && LOOKS.stream().anyMatch(look -> bears(frame, look))) {
      tell(frame, "J101.style", frame.local);
    } else {
      Finding finding = found(frame, place(frame), said).with(said.meant().flatMap(name -> recased(frame, shown(name))));
      findings.add(finding);
      parent.including |= Names.get().isInclusion(frame.uri) && isForeign(frame.uri);
      if (finding.code().equals("J117")) {
        frame.foreign = Optional.of(finding);
        frame.outermost = Optional.of(frame);
      }
    }
    return said.meant();
  }

  private boolean bears(Frame frame, String attribute) {
    return text.name(frame.line, frame.column, attribute, attribute).isPresent();
  }

  /** Both tags of an element with a name that differs only in case or alphabet: one name is certain. */
  private Optional<Fix> recased(Frame frame, String meant) {
    // What was read may be already another thing than what is in the file.
    if (meant.length() != frame.local.length() || meant.equals(frame.local) || text != text.onDisk()) {
      return Optional.empty();
    }
    if (!meant.equalsIgnoreCase(frame.local) && !meant.equals(Characters.latin(frame.local))) {
      return Optional.empty();
    }
    int start = text.tagStart(frame.line, frame.column);
    String source = text.text();
    int end = Markup.end(source, start);
    int from = start + 1;
    String written = written(frame);
    // Right behind it the end tag of the element around it may stand.
    int close = source.lastIndexOf("</", end - 1);
    boolean empty = source.startsWith("/>", end - 2);
    boolean both = end - start <= LONGEST && written.equals(frame.local) && source.startsWith(written, close + 2);
    if (empty && source.indexOf('>', start) == end - 1) {
      return Optional.of(text.fix(from, from + written.length(), meant));
    }
    return both
        ? Optional.of(
            text.fix(
                from, end,
                meant + source.substring(from + written.length(), close + 2) + meant
                    + source.substring(close + 2 + written.length(), end)))
        : Optional.empty();
  }

  private Said unknown(String parent, String uri, String local, Map<String, String> kept, Content before) {
    if (OFFICE.matcher(uri).lookingAt()) {
      return said("J101.word", Optional.empty(), local);
    }
    Optional<String> same = named(local);
    if (same.isPresent()) {
      String namespace = namespace(same.get());
      Optional<String> declared = prefix(namespace);
      if (declared.isPresent()) {
        return said("J110.prefix", same, local, namespace, declared.get());
      }
      Optional<String> usual = Names.get().prefix(namespace);
      String key = usual.isPresent() ? "J110.undeclared" : uri.isEmpty() ? "J110" : "J110.other";
      return said(key, same, local, namespace, usual.orElse(uri));
    }
    Optional<String> seen = Optional.of(Characters.latin(local)).filter(l -> !l.equals(local)).flatMap(this::named);
    if (seen.isPresent()) {
      int stranger = IntStream.range(0, local.length()).filter(i -> local.charAt(i) != shown(seen.get()).charAt(i)).findFirst().orElseThrow();
      return said("J101.alike", seen, local, shown(seen.get()), Characters.name(local.charAt(stranger)));
    }
    if (isForeign(uri)) {
      String key = Rulebook.get().special("J101.foreign", Names.get().prefix(uri).orElse(""));
      return said(key, Optional.empty(), local, parent, uri);
    }
    Optional<String> equivalent = equivalent(local, kept);
    if (equivalent.isPresent()) {
      return said("J117", named(Names.nameOf(equivalent.get())), local, equivalent.get());
    }
    List<String> expected = shown(before.first());
    Optional<String> near = Names.near(local, expected).or(() -> Names.near(local, shown(models().names())));
    if (near.isPresent()) {
      return said("J101.near", named(near.get()), local, near.get());
    }
    return expected.isEmpty() || expected.size() > LISTED
        ? said("J101.many", Optional.empty(), local, parent)
        : said("J101", Optional.empty(), local, parent, Rulebook.list(expected, LISTED));
  }

  /** The values that an element of another vocabulary keeps in this one, so far as they can be shown. */
  private static Map<String, String> kept(String local, Attributes attributes) {
    Map<String, String> kept = Map.of();
    for (String name : Names.get().kept(local)) {
      String value = attributes.getValue(name);
      if (value != null && ADDRESS.matcher(value).matches()) {
        kept = kept.isEmpty() ? new TreeMap<>() : kept;
        kept.put(name, value.replace("&", "&amp;"));
      }
    }
    return kept;
  }

  /** How an element of another vocabulary is written in this one. */
  private Optional<String> equivalent(String local, Map<String, String> kept) {
    List<String> all =
        Names.get().elements(local, kept).stream().filter(written -> named(Names.nameOf(written)).isPresent()).toList();
    return all.stream().filter(this::isAllowed).findFirst().or(() -> all.stream().findFirst());
  }

  /** Whether a namespace is none of the schema's and no slip for one. */
  private boolean isForeign(String uri) {
    return models().foreign(uri, () -> !uri.isEmpty()
        && models().names().stream().map(GrammarCheck::namespace).distinct()
            .noneMatch(known -> known.equals(uri) || Names.get().isSlip(uri, known)));
  }

  /**
   * Whether a file is to be taken in where the schema has no word for that. An edition may name all its documents so,
   * and at each of them Jing would list all that may stand there.
   */
  private boolean isRefusedInclusion(Frame parent, Frame frame) {
    return !frame.uri.equals(parent.uri)
        && Names.get().isInclusion(frame.uri)
        && isForeign(frame.uri)
        && model(parent).filter(model -> next(parent, model).after(frame.name) == Content.NOTHING).isPresent();
  }

  /** What may come next. */
  private static Content next(Frame parent, Models.Model model) {
    return parent.rest.orElseGet(() -> parent.left(model));
  }

  /** Whether the element that a tag begins may have the attributes in it. */
  private boolean isAllowed(String tag) {
    Optional<Models.Model> model = named(Names.nameOf(tag)).flatMap(models()::any);
    return ATTRIBUTE.matcher(tag).results()
        .allMatch(attribute -> model.filter(m -> m.attributes().containsKey(attribute.group(1))).isPresent());
  }

  /** The element of the schema that is written so, whatever its namespace. */
  private Optional<String> named(String local) {
    return models().names().stream().filter(name -> shown(name).equals(local)).findFirst();
  }

  private static String namespace(String name) {
    return name.substring(1, Math.max(1, name.indexOf('}')));
  }

  /** What is wrong with an element as a whole, seen at its end. */
  private void end(Frame frame, String refusal) {
    Optional<Models.Model> model = model(frame);
    if (model.isEmpty() || frame.rest.isPresent()) {
      return;
    }
    int before = findings.size();
    Content rest = frame.left(model.get());
    // What stands where it may not is most often to go, not to be completed.
    boolean toGo = frame.misplaced && frame.children.isEmpty();
    if (!rest.nullable() && !frame.textTold && !toGo) {
      incomplete(frame, rest);
    }
    if (findings.size() == before && !frame.textTold && !frame.doubtful && !toGo) {
      if (frame.children.isEmpty()) {
        words(frame);
      } else {
        tell(frame, "J100", frame.local, refusal);
      }
    }
  }

  /** Something is missing at the end. */
  private void incomplete(Frame frame, Content rest) {
    Set<String> first = needed(rest);
    if (first.size() == 1) {
      tell(frame, "J107.end", frame.local, shown(first.iterator().next()));
    } else if (first.size() <= LISTED) {
      tell(frame, "J107.one", frame.local, Rulebook.list(shown(first), LISTED));
    } else {
      tell(frame, "J107.empty", frame.local);
    }
  }

  /** The words of an element are not of its kind. */
  private void words(Frame frame) {
    int start = text.tagStart(frame.line, frame.column);
    int end = text.offset(locator.getLineNumber(), locator.getColumnNumber());
    int at = Markup.textIn(text.text(), start, end);
    Place place = at < 0 ? place(frame) : text.place(at);
    String words = at < 0 ? "" : text.text().substring(at, text.text().indexOf('<', at)).strip();
    String key = Rulebook.get().special("J103.content", frame.local);
    String meant = Rulebook.get().special(key, "meant");
    Optional<String> numbers = meant.equals(key) ? Optional.empty() : coordinates(words);
    if (numbers.isEmpty()) {
      findings.add(found(frame, key, place, frame.local, words));
      return;
    }
    // Of whole numbers the comma may be a decimal one.
    boolean certain =
        numbers.get().matches("-?\\d+\\.\\d+ -?\\d+\\.\\d+") && words.startsWith(numbers.get().split("\\.")[0]);
    Optional<Fix> fix = certain ? Optional.of(text.fix(at, at + words.length(), numbers.get())) : Optional.empty();
    findings.add(found(frame, meant, place, frame.local, words, numbers.get()).with(fix));
  }

  /** Latitude and longitude with a space between; what is more than 90 degrees is no latitude. */
  private static Optional<String> coordinates(String words) {
    String plain = Normalizer.normalize(words, Normalizer.Form.NFKC).replace('\u2212', '-');
    Matcher commas = WITH_COMMAS.matcher(plain);
    Matcher two = TWO_NUMBERS.matcher(commas.matches() ? plain.replace(',', '.') : plain);
    if (!two.matches()) {
      return Optional.empty();
    }
    boolean exchanged = Math.abs(Double.parseDouble(two.group(1))) > 90;
    String latitude = two.group(exchanged ? 2 : 1);
    String longitude = two.group(exchanged ? 1 : 2);
    boolean possible = Math.abs(Double.parseDouble(latitude)) <= 90 && Math.abs(Double.parseDouble(longitude)) <= 180;
    return possible ? Optional.of(latitude + " " + longitude) : Optional.empty();
  }

  /** Of what may come next that which alone makes it complete, if there is such. */
  private static Set<String> needed(Content rest) {
    Set<String> enough = new TreeSet<>(rest.first());
    enough.removeIf(name -> !rest.after(name).nullable());
    return enough.isEmpty() ? rest.first() : enough;
  }

  /** Whether it stands for an element in which words may stand. */
  private boolean isTakenForWords(Frame frame) {
    return frame.taken && model(frame).filter(Models.Model::text).isPresent();
  }

  /** Whether no words may stand in it. */
  private boolean isOfElements(Frame frame) {
    return model(frame).filter(model -> !model.text()).isPresent();
  }

  private void textIn(Frame frame) {
    int end = text.offset(locator.getLineNumber(), locator.getColumnNumber());
    List<Markup.Part> all = Markup.parts(text.text(), text.tagStart(frame.line, frame.column), end);
    frame.textTold = all.stream().anyMatch(Markup.Part::words);
    Optional<Models.Model> model = model(frame);
    List<Markup.Part> parts = model.map(ofThis -> withoutSlid(frame, ofThis, all)).orElse(all);
    Optional<Markup.Part> first = parts.stream().filter(Markup.Part::words).findFirst();
    if (first.isEmpty()) {
      return;
    }
    int at = first.get().start();
    Optional<String> omission = omission(model, at);
    if (omission.isPresent()) {
      findings.add(found(frame, "J108.omission", text.place(at), frame.local, omission.get()));
      return;
    }
    Optional<String> stray = stray(text.text(), at);
    if (stray.isPresent()) {
      findings.add(found(frame, "J108.stray", text.place(at), frame.local, stray.get()));
      return;
    }
    Set<String> anywhere = model.map(m -> m.content().first()).orElse(Set.of());
    // What is there already is meant first, then what stands in few others.
    List<Models.Model> wrappers =
        anywhere.stream().flatMap(name -> model.get().child(name).stream()).filter(Models.Model::text)
            .sorted(
                Comparator.comparing((Models.Model home) -> !frame.children.contains(home.name()))
                    .thenComparingInt(home -> models().homes(home.name())))
            .toList();
    List<Models.Model> homes = homes(frame, wrappers, at);
    if (homes.isEmpty()) {
      findings.add(found(frame, anywhere.isEmpty() ? "J108.empty" : "J108.none", text.place(at), frame.local));
      return;
    }
    List<List<Markup.Part>> runs = bare(frame, parts, homes);
    pardon(frame, runs.stream().flatMap(List::stream).map(Markup.Part::child).collect(Collectors.toSet()));
    List<String> shown = shown(homes.stream().map(Models.Model::name).toList());
    Finding finding =
        found(
            frame, shown.size() == 1 ? "J108.one" : "J108", text.place(runs.get(0).get(0).start()), frame.local,
            Rulebook.list(shown, 6));
    List<String> others =
        runs.stream().skip(1).map(run -> String.valueOf(text.place(run.get(0).start()).line())).distinct().toList();
    Text more = Rulebook.get().message("J108.more", Rulebook.list(others, LISTED));
    findings.add(others.isEmpty() ? finding : finding.adding(more));
  }

  /** The letter that slipped in at an offset. */
  static Optional<String> stray(String text, int at) {
    Matcher stray = STRAY.matcher(text).region(at, text.length());
    return stray.lookingAt() ? Optional.of(stray.group(1)) : Optional.empty();
  }

  /** Tells each sign that slid behind the end tag of the words to which it belongs, and leaves the other parts. */
  private List<Markup.Part> withoutSlid(Frame frame, Models.Model model, List<Markup.Part> parts) {
    List<Markup.Part> left = new ArrayList<>();
    for (Markup.Part part : parts) {
      Optional<Finding> slid =
          left.isEmpty() || !part.words() ? Optional.empty() : slid(frame, model, left.get(left.size() - 1), part);
      slid.ifPresentOrElse(findings::add, () -> left.add(part));
    }
    return left;
  }

  private Optional<Finding> slid(Frame frame, Models.Model model, Markup.Part before, Markup.Part part) {
    String all = text.text();
    int at = part.start();
    String signs = Markup.signs(all, at);
    boolean ofWords =
        !signs.isEmpty()
            && !before.words()
            && model.child(frame.children.get(before.child())).filter(Models.Model::text).isPresent()
            && Markup.end(all, before.start()) == at
            && Markup.textIn(all, before.start(), at) >= 0;
    int tag = all.lastIndexOf("</", at);
    if (!ofWords || tag < before.start()) {
      return Optional.empty();
    }
    String name = all.substring(tag + 2, Markup.endOfName(all, tag + 2));
    String last = all.substring(tag - 1, tag);
    // Of two signs that each end a sentence or a part of one, perhaps neither is meant.
    boolean again = ENDS_PART.contains(last) && ENDS_PART.contains(signs.substring(0, 1));
    Finding finding =
        found(frame, again ? "J108.sign.again" : "J108.sign", text.place(at), frame.local, name, signs, last);
    Fix inside = text.fix(tag, at + signs.length(), signs + all.substring(tag, at));
    return Optional.of(again ? finding : finding.with(inside));
  }

  /** Of the elements that may hold words the one that is meant for them, or all. */
  private List<Models.Model> homes(Frame frame, List<Models.Model> wrappers, int at) {
    boolean label = LABEL.matcher(text.text()).region(at, text.text().indexOf('<', at)).matches();
    Set<String> shown = wrappers.stream().map(wrapper -> shown(wrapper.name())).collect(Collectors.toSet());
    Optional<String> usual =
        Rulebook.get().label("J108")
            .filter(home -> label && shown.contains(home))
            .filter(home -> frame.children.stream().noneMatch(child -> shown(child).equals(home)))
            .or(() -> Rulebook.get().usual("J108").filter(home -> shown.size() > 3 && shown.contains(home)));
    return usual.isEmpty()
        ? wrappers
        : wrappers.stream().filter(wrapper -> shown(wrapper.name()).equals(usual.get())).toList();
  }

  /**
   * The words that stand directly in an element, run by run, with the children that stand nowhere but among words.
   *
   * @param homes in one of which they belong; what one of these holds does not part them
   */
  private static List<List<Markup.Part>> bare(Frame frame, List<Markup.Part> parts, List<Models.Model> homes) {
    Set<String> among =
        frame.children.stream().distinct()
            .filter(name -> homes.stream().anyMatch(home -> home.child(name).isPresent())).collect(Collectors.toSet());
    List<List<Markup.Part>> runs = new ArrayList<>(List.of(new ArrayList<>()));
    for (Markup.Part part : parts) {
      String name = part.words() ? "" : frame.children.get(part.child());
      if (part.words() || among.contains(name) && frame.strangers.containsKey(name)) {
        runs.get(runs.size() - 1).add(part);
      } else if (!among.contains(name)) {
        runs.add(new ArrayList<>());
      }
    }
    return runs.stream().filter(run -> run.stream().anyMatch(Markup.Part::words)).toList();
  }

  /** Takes back what was said of children, since it is only that words stand around them where none may. */
  private void pardon(Frame frame, Set<Integer> children) {
    for (String name : List.copyOf(frame.strangers.keySet())) {
      Strangers strangers = frame.strangers.get(name);
      List<Stranger> left = strangers.all().stream().filter(one -> !children.contains(one.child())).toList();
      if (left.size() < strangers.all().size()) {
        take(strangers.first());
        frame.strangers.remove(name);
      }
      if (left.size() < strangers.all().size() && !left.isEmpty()) {
        int first = left.get(0).child();
        Finding again = strangers.first().at(placeOf(frame, first)).inside(frame.path(first));
        findings.add(again);
        frame.strangers.put(name, new Strangers(again, left));
      }
    }
  }

  /** Words that only mark an omission, where the element of omissions may stand. */
  private Optional<String> omission(Optional<Models.Model> around, int at) {
    Matcher words = OMISSION.matcher(text.text()).region(at, text.text().length());
    return Rulebook.get().omission("J108")
        .flatMap(this::named)
        .filter(name -> around.flatMap(model -> model.child(name)).isPresent() && words.lookingAt())
        .map(name -> words.group(1));
  }

  /** How many attributes only say where schemas lie, which XSD allows everywhere and RELAX NG refuses. */
  private static int schemaLocations(Attributes attributes) {
    return (int)
        IntStream.range(0, attributes.getLength())
            .filter(i -> attributes.getURI(i).equals(XSI) && SCHEMA_LOCATIONS.contains(attributes.getLocalName(i)))
            .count();
  }

  /** Unknown, missing and wrong attributes; an unknown one that resembles a missing one is one mistake. */
  private void attributes(Frame frame, Attributes attributes) {
    Optional<Models.Model> model = model(frame);
    if (model.isEmpty() || areRight(attributes, model.get())) {
      return;
    }
    Map<String, Models.Attribute> allowed = model.get().attributes();
    Map<String, Models.Attribute> missing = new TreeMap<>(model.get().required());
    for (int i = 0; i < attributes.getLength() && !missing.isEmpty(); i++) {
      missing.remove(name(attributes.getURI(i), attributes.getLocalName(i)));
    }
    List<String> looks = ofWordProcessor(attributes, allowed.keySet());
    if (!looks.isEmpty()) {
      Text listed = Rulebook.list(looks.stream().map(look -> "@" + look).toList(), LISTED);
      findings.add(
          found(frame, "J102.word", text.attribute(frame.line, frame.column, looks.get(0)), frame.local, listed));
    }
    for (int i = 0; i < attributes.getLength(); i++) {
      String name = name(attributes.getURI(i), attributes.getLocalName(i));
      if (attributes.getURI(i).equals(XSI) || looks.contains(name)) {
        continue;
      }
      if (frame.taken && !(allowed.containsKey(name) && allowed.get(name).kind() == Models.Kind.DATE)) {
        continue;
      }
      if (allowed.containsKey(name)) {
        value(frame, model.get(), allowed.get(name), attributes.getQName(i), attributes.getValue(i));
      } else {
        unknownAttribute(frame, attributes.getQName(i), attributes.getValue(i), model.get(), missing, attributes);
      }
    }
    if (frame.taken) {
      return;
    }
    for (String name : missing.keySet()) {
      List<String> values = missing.get(name).values();
      if (values.isEmpty() || values.size() > LISTED) {
        tell(frame, Rulebook.get().special("J111", shown(name)), frame.local, shown(name));
      } else {
        String key = Rulebook.get().special("J111", shown(name));
        tell(frame, key.equals("J111") ? "J111.values" : key, frame.local, shown(name), Rulebook.list(values, LISTED));
      }
    }
  }

  private Set<String> names(Attributes attributes) {
    return IntStream.range(0, attributes.getLength())
        .mapToObj(i -> name(attributes.getURI(i), attributes.getLocalName(i))).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether nothing is wrong with them, as mostly where an element is refused. */
  private boolean areRight(Attributes attributes, Models.Model model) {
    int required = model.required().size();
    for (int i = 0; i < attributes.getLength(); i++) {
      Models.Attribute allowed = model.attributes().get(name(attributes.getURI(i), attributes.getLocalName(i)));
      if (allowed == null || !allowed.value().allows(attributes.getValue(i))) {
        return false;
      }
      required -= allowed.required() ? 1 : 0;
    }
    return required == 0;
  }

  /** The attributes that only say how a word processor shows the element. */
  private static List<String> ofWordProcessor(Attributes attributes, Set<String> allowed) {
    List<String> looks = List.of();
    boolean ofWord = false;
    for (int i = 0; i < attributes.getLength(); i++) {
      String name = attributes.getQName(i);
      if (LOOKS.contains(name) && !allowed.contains(name)) {
        looks = looks.isEmpty() ? new ArrayList<>() : looks;
        looks.add(name);
        ofWord |= WORDS_STYLE.matcher(attributes.getValue(i)).matches();
      }
    }
    return ofWord ? looks : List.of();
  }

  private void unknownAttribute(
      Frame frame,
      String written,
      String value,
      Models.Model model,
      Map<String, Models.Attribute> missing,
      Attributes attributes) {
    Place place = text.attribute(frame.line, frame.column, written);
    Map<String, Models.Attribute> allowed = model.attributes();
    Optional<String> byValue = byValue(value, missing);
    if (byValue.isPresent()) {
      findings.add(found(frame, "J102.near", place, frame.local, written, shown(byValue.get())));
      missing.remove(byValue.get());
      return;
    }
    // Mostly nothing like it is allowed at all, and it is known no better elsewhere.
    Optional<Said> plain = models().plain(List.of(written, model), () -> plain(frame.local, written, allowed));
    if (plain.isPresent()) {
      findings.add(found(frame, place, plain.get()));
      return;
    }
    Optional<String> around = around(frame.local, written);
    if (around.isPresent()) {
      String words = PLAIN.matcher(value).matches() ? value : "…";
      findings.add(found(frame, "J102.beside", place, frame.local, written, around.get(), words));
      return;
    }
    List<String> bearers = bearers(frame.local, written);
    if (!bearers.isEmpty()) {
      Text any = new Text(String.join(" or ", bearers), String.join(" 或 ", bearers));
      findings.add(found(frame, "J102.element", place, frame.local, written, any));
      return;
    }
    Set<String> present = names(attributes);
    Supplier<List<String>> free = () -> allowed.keySet().stream().filter(name -> !present.contains(name)).sorted().map(GrammarCheck::shown).toList();
    Optional<String> foreign =
        Names.get().attribute(written)
            .filter(name -> free.get().contains(name))
            .filter(name -> isDate(value) || !isOfDates(name, allowed));
    // The element stands for the attributes it allows, which are many and dear to compare.
    Optional<String> near =
        models().near(List.of(written, model, Set.copyOf(missing.keySet()), present), () ->
            Names.near(written, shown(missing.keySet()))
                .or(() -> Names.get().instead(written).filter(name -> free.get().contains(name)))
                .or(() -> Names.near(written, free.get())));
    if (foreign.isPresent()) {
      boolean isId = Names.get().isPointer(foreign.get()) && KEY.matcher(value).matches();
      findings.add(
          found(frame, isId ? "J117.pointer" : "J117.attribute", place, written, foreign.get(), value)
              .with(foreign.filter(name -> name.startsWith("xml:") && !WORDS_LANGUAGE.matcher(value).matches())
                  .flatMap(name -> text.name(frame.line, frame.column, written, name))));
      missing.keySet().removeIf(name -> shown(name).equals(foreign.get()));
    } else if (near.isPresent()) {
      Optional<Fix> recased =
          near.filter(name -> name.equalsIgnoreCase(written) && !name.equals(written))
              .flatMap(name -> text.name(frame.line, frame.column, written, name));
      findings.add(found(frame, "J102.near", place, frame.local, written, near.get()).with(recased));
      missing.keySet().removeIf(name -> shown(name).equals(near.get()));
    } else {
      findings.add(found(frame, place, unknownAttribute(frame.local, written, allowed)));
    }
  }

  /** The attribute that is missing and has such a value. */
  private static Optional<String> byValue(String value, Map<String, Models.Attribute> missing) {
    return missing.isEmpty()
        ? Optional.empty()
        : missing.keySet().stream().filter(name -> missing.get(name).values().contains(value)).findFirst();
  }

  /** What is said of an attribute for which nothing else can have been meant, whatever its value and its neighbours. */
  private Optional<Said> plain(String element, String written, Map<String, Models.Attribute> allowed) {
    boolean meant =
        around(element, written).isPresent()
            || !bearers(element, written).isEmpty()
            || Names.get().attribute(written).isPresent()
            || Names.get().instead(written).isPresent()
            || Names.near(written, shown(allowed.keySet())).isPresent();
    return meant ? Optional.empty() : Optional.of(unknownAttribute(element, written, allowed));
  }

  private Optional<String> around(String element, String written) {
    return Names.get().aroundBoth(element, written).filter(name -> named(name).isPresent());
  }

  private List<String> bearers(String element, String written) {
    return Names.get().bearers(element, written).stream().filter(name -> bears(name, written))
        .map(name -> "<" + name + ">").toList();
  }

  /** Whether some element of that name may have an attribute. */
  private boolean bears(String element, String attribute) {
    return named(element).flatMap(models()::any).filter(model -> model.attributes().containsKey(attribute)).isPresent();
  }

  /** What is no date has another meaning than an attribute of dates. */
  private static boolean isOfDates(String name, Map<String, Models.Attribute> allowed) {
    return allowed.containsKey(name) && allowed.get(name).kind() == Models.Kind.DATE;
  }

  private static boolean isDate(String value) {
    return Dates.iso(value).isPresent() || Dates.isImpossible(value) || YEAR.matcher(value.strip()).lookingAt();
  }

  private static Said unknownAttribute(String element, String written, Map<String, Models.Attribute> allowed) {
    return allowed.size() > LISTED || allowed.isEmpty()
        ? said("J102", Optional.empty(), element, written)
        : said("J102.list", Optional.empty(), element, written, Rulebook.list(shown(allowed.keySet()), LISTED));
  }

  private void value(
      Frame frame, Models.Model model, Models.Attribute attribute, String written, String value) {
    if (attribute.value().allows(value)) {
      return;
    }
    Place place = text.attribute(frame.line, frame.column, written);
    if (attribute.kind() == Models.Kind.DATE) {
      date(frame, model, written, value, place);
    } else {
      Said said = models().said(List.of(model, written, value), () -> value(frame.local, attribute, written, value));
      Optional<String> certain = said.meant().filter(meant -> attribute.kind() == Models.Kind.ID);
      findings.add(
          found(frame, place, said).with(certain.flatMap(m -> text.value(frame.line, frame.column, written, m))));
    }
  }

  private static Said value(String element, Models.Attribute attribute, String written, String value) {
    if (attribute.kind() == Models.Kind.ID) {
      boolean digit = !value.isEmpty() && Character.isDigit(value.charAt(0));
      String plain = value.strip().replaceFirst("^[#＃]", "");
      String hyphened = plain.replaceAll("\\s+", "-");
      if (!plain.equals(value) && attribute.value().allows(plain)) {
        return said("J114.hash", Optional.of(plain), written, value, plain);
      }
      if (!hyphened.equals(plain) && attribute.value().allows(hyphened)) {
        return said("J114.space", Optional.empty(), written, value, hyphened);
      }
      return said(value.isBlank() ? "J114.blank" : digit ? "J114" : "J114.sign", Optional.empty(), written, value);
    }
    if (!attribute.values().isEmpty()) {
      Optional<String> near = Names.near(value, attribute.values());
      boolean few = attribute.values().size() > 1 && attribute.values().size() <= VALUES_LISTED;
      String key = near.isEmpty() ? "J103.list" : few ? "J103.near" : "J103.meant";
      Text all = Rulebook.list(attribute.values(), VALUES_LISTED);
      return said(Rulebook.get().special(key, written), near, written, value, near.map(Text::of).orElse(all), all);
    }
    if (value.isBlank()) {
      return said("J103.blank", Optional.empty(), written, element);
    }
    if (attribute.kind() == Models.Kind.LANGUAGE) {
      return said("J103.language", Optional.empty(), written, value);
    }
    List<String> words = attribute.named().stream().filter(word -> word.length() > SHORTEST).toList();
    Optional<String> word = Names.near(value, words);
    if (word.isPresent()) {
      return said("J103.meant", word, written, value, word.get());
    }
    boolean spaced =
        value.strip().matches("(?s).*\\s.*") && attribute.value().allows(value.replaceAll("\\s+", ""));
    return said(spaced ? "J103.space" : "J103", Optional.empty(), written, value);
  }

  private void date(Frame frame, Models.Model model, String written, String value, Place place) {
    Optional<String> iso = Dates.iso(value);
    List<Text> two = iso.isPresent() ? List.of() : two(model, written, value);
    if (Dates.isImpossible(value)) {
      Optional<Integer> days = Dates.daysOfMonth(value);
      String key = Dates.exchanged(value).isPresent() ? "J113.exchanged" : "J113.month";
      findings.add(
          days.map(d -> found(frame, "J113", place, written, value, value.strip().substring(0, 7), d))
              .orElseGet(() -> found(frame, key, place, written, value, Dates.exchanged(value).orElse(""))));
    } else if (iso.isPresent()) {
      Optional<Integer> sign = Dates.sign(value, iso.get());
      boolean chinese = value.codePoints().anyMatch(c -> Character.isIdeographic(c) || c == '〇');
      String key = chinese ? "J112.chinese" : sign.isPresent() ? "J112.sign" : "J112.iso";
      findings.add(
          found(frame, key, place, written, value, iso.get(), sign.map(Characters::name).orElse(Text.of("")))
              .with(text.value(frame.line, frame.column, written, iso.get())));
    } else if (Dates.lettered(value).isPresent()) {
      String meant = Dates.lettered(value).get();
      Text letter = Characters.name(Dates.letter(value));
      findings.add(
          found(frame, "J112.letter", place, written, value, meant, letter)
              .with(text.value(frame.line, frame.column, written, meant)));
    } else if (!two.isEmpty()) {
      String key = two.size() == 1 ? "J112.two" : "J112.either";
      findings.add(found(frame, key, place, written, value, two.get(0), two.get(two.size() - 1)));
    } else {
      Matcher year = SHORT_YEAR.matcher(value.strip());
      String full = year.matches() ? year.group(1) + "0".repeat(4 - year.group(2).length()) + year.group(2) : "";
      findings.add(found(frame, full.isEmpty() ? "J112" : "J112.year", place, written, value, full));
    }
  }

  /** How two dates may be written that stand in the place of one. */
  private static List<Text> two(Models.Model model, String written, String value) {
    return Dates.span(value).stream()
        .flatMap(
            dates ->
                Names.get().spans(written).stream().filter(model.attributes().keySet()::containsAll)
                    .map(
                        pair ->
                            Rulebook.get().message(
                                Rulebook.get().special("J112.span", pair.get(0)), dates.get(0), dates.get(1))))
        .toList();
  }
}
