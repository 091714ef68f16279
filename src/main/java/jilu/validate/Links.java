package jilu.validate;

import static java.util.Comparator.naturalOrder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jilu.edition.Card;
import jilu.edition.Catalog;
import jilu.edition.Catalog.Definition;
import jilu.edition.Catalog.Paraphrase;
import jilu.edition.Catalog.Pointer;
import jilu.edition.Catalog.Resource;
import jilu.edition.Catalog.Role;
import jilu.edition.Edition;
import jilu.words.Text;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What one file says of another: ids are unique in the edition, pointers reach what they name, files are where they are said to be. */
final class Links {
  /** So many places are named where there are more. */
  private static final int SHOWN = 6;

  /** So many ids are looked for that are free. */
  private static final int OFFERED = 50;

  /** In the name of a file one slip is probable, two are possible. */
  private static final LevenshteinDistance SLIPS = new LevenshteinDistance(2);

  /** What XML takes for an id; of the other signs that it allows none is likely. */
  private static final Pattern ID = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}._·-]*");

  /** Set apart by these, ids are one word. */
  private static final Pattern MARK = Pattern.compile("\\s*[,;，；、]\\s*|\\s+(?=[#＃])");

  private final Places places;
  private final Edition edition;
  private final Catalog catalog;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<Place> brokenPointers = new HashSet<>();
  private final Set<Place> brokenTags = new HashSet<>();
  private static final int LISTED = 12;

  private final Namings namings;
  private final Defined defined;

  /** The files in which a pointer may be wrong; in most editions there are none. */
  private final List<Card> suspects;

  /** By ids that are defined more than once. */
  private final Map<String, List<Definition>> repeated;

  private final Copies copies;
  private final FileNames fileNames;

  /** By documents that have another name than the reading order and their ids, that of the reading order. */
  private final Map<String, String> renamedFiles = new HashMap<>();

  private final Strays strays;
  private final Nameless nameless;
  private final Nearest nearest;

  /** The last of which all that stands in its attribute was told. */
  private Optional<Pointer> toldAsWhole = Optional.empty();

  private final Map<Nearest.Question, Fate> fates = new HashMap<>();
  private final Map<List<String>, Optional<String>> bearers = new HashMap<>();
  private final Set<List<String>> crossings = new HashSet<>();
  private final Map<Set<String>, Boolean> exchanges = new HashMap<>();

  /** Ids that an entry has by mistake besides the one whose they are. */
  private final Set<String> settled = new HashSet<>();

  /** The free ids of which it was said that they may be taken. */
  private final Set<String> offered = new HashSet<>();

  private final Set<Place> refused;
  private final Map<Definition, Boolean> misnamed = new HashMap<>();
  private final Map<Definition, Text> kinds = new HashMap<>();

  /**
   * @param defined what all files define
   * @param refused the start tags of elements that a grammar does not know or allow where they stand
   */
  Links(Places places, Edition edition, Catalog catalog, Defined defined, Set<Place> refused) {
    this.refused = refused;
    this.places = places;
    this.edition = edition;
    this.catalog = catalog;
    this.namings = new Namings(catalog);
    this.defined = defined;
    this.suspects = catalog.cards().parallelStream().filter(this::isSuspect).toList();
    this.repeated = defined.anyIsRepeated() ? repeated() : Map.of();
    this.copies = new Copies(catalog, repeated);
    this.strays = new Strays(catalog, suspects, defined);
    this.nameless = new Nameless(catalog, places, strays);
    this.fileNames = new FileNames(catalog, defined, repeated, copies, strays);
    this.nearest = nearest();
  }

  private Map<String, List<Definition>> repeated() {
    return catalog.definitions().filter(d -> defined.isRepeated(d.id()))
        .collect(Collectors.groupingBy(Definition::id));
  }

  private boolean isSuspect(Card card) {
    return !card.pointers().stream().allMatch(this::isSound);
  }

  /** Asks for all ids at once that some pointer names and that are not there, or are of another kind. */
  private Nearest nearest() {
    Set<Nearest.Question> questions = new HashSet<>();
    Set<String> wanted = new HashSet<>();
    for (Card card : suspects) {
      for (Pointer pointer : card.pointers()) {
        String id = idOf(pointer);
        if (!defined.has(id)) {
          questions.add(new Nearest.Question(id, pointer.expects()));
        } else if (!defined.has(id, pointer.expects())) {
          wanted.add(id);
        } else {
          namings.other(pointer).ifPresent(other -> wanted.add(other.meant()));
        }
      }
    }
    Map<String, Definition> firsts = new HashMap<>();
    repeated.forEach((id, all) -> firsts.put(id, all.get(0)));
    return new Nearest(catalog.cards(), questions, wanted, firsts);
  }

  /** Whether an id has the form of one, so that it can be offered. */
  static boolean isId(String given) {
    return ID.matcher(given).matches();
  }

  /** The id that a pointer names or would name with its sign before it. */
  private static String idOf(Pointer pointer) {
    return pointer.target().indexOf('#') < 0 ? withoutSign(pointer.target()) : pointer.id();
  }

  private static String withoutSign(String pointer) {
    return pointer.replaceFirst("^[#＃]", "");
  }

  private boolean isSound(Pointer pointer) {
    return pointer.target().indexOf('#') >= 0
        && defined.has(pointer.id(), pointer.expects())
        && namings.other(pointer).isEmpty()
        && namings.slip(pointer).isEmpty();
  }

  List<Finding> check() throws IOException {
    for (Card card : suspects) {
      check(card.pointers());
      labels(card.pointers());
    }
    duplicates();
    copies();
    order();
    names();
    resources();
    paraphrases();
    findings.addAll(Letters.check(catalog, places));
    findings.addAll(Kinds.check(catalog, places));
    findings.addAll(Titles.check(catalog, places));
    return findings;
  }

  private void check(List<Pointer> ofFile) throws IOException {
    Set<String> missed = new HashSet<>();
    toldAsWhole = Optional.empty();
    for (int i = 0; i < ofFile.size(); i++) {
      Optional<Pointer> before = i > 0 ? Optional.of(ofFile.get(i - 1)) : Optional.empty();
      Pointer pointer = ofFile.get(i);
      if (before.filter(first -> areExchanged(first, pointer)).isPresent()) {
        broken(pointer);
        exchanged(before.get(), pointer);
        continue;
      }
      if (i + 1 < ofFile.size() && areExchanged(pointer, ofFile.get(i + 1))) {
        continue;
      }
      if (before.filter(hash -> hash.target().equals("#") && isBeside(hash, pointer)).isEmpty()
          && toldAsWhole.filter(told -> isBeside(told, pointer)).isEmpty()) {
        check(pointer, i + 1 < ofFile.size() ? ofFile.get(i + 1) : pointer, missed);
      }
    }
    for (Pointer pointer : ofFile) {
      // What a broken pointer was meant for seems to be missing there, and is missed by other rules as well.
      if (missed.contains(pointer.id())) {
        brokenPointers.add(places.place(pointer.file(), pointer.tag(), pointer.attribute()));
      }
    }
  }

  /** Whether two pointers of one element would each be right in the place of the other. */
  private boolean areExchanged(Pointer one, Pointer other) {
    return one.tag().equals(other.tag())
        && !one.attribute().equals(other.attribute())
        && one.target().startsWith("#") && one.target().equals(one.value())
        && other.target().startsWith("#") && other.target().equals(other.value())
        && defined.has(one.id()) && !defined.has(one.id(), one.expects())
        && defined.has(other.id()) && !defined.has(other.id(), other.expects())
        && defined.has(one.id(), other.expects())
        && defined.has(other.id(), one.expects());
  }

  private void exchanged(Pointer one, Pointer other) throws IOException {
    report(
        "J304.exchanged", one, Optional.empty(), one.attribute(), one.target(),
        nearest.bearer(one.id()).orElseThrow().element(), other.target(), other.attribute(),
        nearest.bearer(other.id()).orElseThrow().element());
  }

  /** The attributes that are broken pointers: what else is said of them follows from that. */
  Set<Place> brokenPointers() {
    return brokenPointers;
  }

  /** The ids that are nowhere because a file has another than its own: that was told. */
  Set<String> lostByFiles() {
    return fileNames.lost();
  }

  /** The start tags that bear one. */
  Set<Place> brokenTags() {
    return brokenTags;
  }

  private static boolean isBeside(Pointer one, Pointer other) {
    return one.tag().equals(other.tag()) && one.attribute().equals(other.attribute());
  }

  /** A second definition in another file; within one file the grammar finds it. */
  private void duplicates() throws IOException {
    Map<String, String> owners = new HashMap<>();
    if (!repeated.isEmpty()) {
      catalog.entries().forEach(entry -> owners.put(entry.file(), entry.id()));
    }
    for (List<Definition> same : repeated.values()) {
      if (settled.contains(same.get(0).id())) {
        continue;
      }
      Set<String> files = new HashSet<>();
      // The file with whose name or id an id begins had it first.
      List<Definition> ordered =
          same.stream()
              .filter(d -> !copies.isCopy(d.file()) && !fileNames.isOfAnother(d))
              .sorted(
                  Comparator.comparing((Definition d) -> !Copies.isOf(Copies.stem(d.file()), d.id()))
                      .thenComparing(d -> !d.id().startsWith(owners.getOrDefault(d.file(), "") + ".")))
              .toList();
      for (Definition definition : ordered) {
        if (files.add(definition.file()) && files.size() > 1) {
          Optional<String> free =
              free(definition.id(), owners.get(ordered.get(0).file()), owners.get(definition.file()));
          findings.add(
              Finding.of(
                  free.isPresent() ? "J301.free" : "J301",
                  places.place(definition.file(), definition.tag(), "xml:id"), definition.id(),
                  ordered.get(0).file(), free.orElse("")));
        }
      }
    }
  }

  /** An id that is named after another file, named after its own; of a few, since each is another. */
  private Optional<String> free(String id, String other, String own) {
    if (other == null || own == null || own.isEmpty() || !id.startsWith(other + ".") || offered.size() >= OFFERED) {
      return Optional.empty();
    }
    Optional<String> free =
        Ids.free(own + id.substring(other.length()), taken -> defined.has(taken) || offered.contains(taken));
    free.ifPresent(offered::add);
    return free;
  }

  /** Told once; that their ids are taken and are not named after the file follows. */
  private void copies() throws IOException {
    if (copies.areNone()) {
      return;
    }
    Set<String> included = catalog.includes().map(Resource::href).collect(Collectors.toSet());
    for (Card card : catalog.cards()) {
      Optional<Catalog.Entry> original = copies.original(card.entry());
      if (original.isPresent()) {
        String file = card.entry().file();
        String id = original.get().id();
        boolean prefixed = card.definitions().stream().anyMatch(d -> d.id().startsWith(id + "."));
        Text order =
            card.isDocument() && !included.contains(file)
                ? Rulebook.get().message("J314.order")
                : Text.of("");
        findings.add(
            Finding.of(
                prefixed ? "J314" : "J314.entries", placeOfId(card), original.get().file(), id,
                isId(Copies.stem(file)) ? Copies.stem(file) : "dYYYYMMDD", order,
                difference(file, original.get().file())));
      }
    }
  }

  /** In which lines a copy and its original have other words: either may have been mended since. */
  private Text difference(String copy, String original) throws IOException {
    List<String> before = places.text(original).text().lines().toList();
    List<String> now = places.text(copy).text().lines().toList();
    if (now.equals(before)) {
      return Rulebook.get().message("J314.same");
    }
    Set<String> known = new HashSet<>(before);
    List<String> others =
        IntStream.range(0, now.size()).filter(i -> !known.contains(now.get(i)))
            .mapToObj(i -> String.valueOf(i + 1)).toList();
    return others.isEmpty()
        ? Rulebook.get().message("J314.less")
        : Rulebook.get().message("J314.other", Rulebook.list(others, LISTED));
  }

  /** @param next the pointer after it in the file */
  private void check(Pointer pointer, Pointer next, Set<String> missed) throws IOException {
    String target = pointer.target();
    int hash = target.indexOf('#');
    List<String> parts = List.of(MARK.split(pointer.value().strip()));
    if (MARK.matcher(target).find() && parts.stream().anyMatch(part -> defined.has(withoutSign(part)))) {
      whole(pointer, "J302.comma", parts.stream().map(Links::withoutSign).toList(), missed);
      return;
    }
    Optional<String> joined = joined(pointer);
    if (joined.isPresent()) {
      whole(pointer, "J302.space", List.of(joined.get()), missed);
      return;
    }
    if (hash < 0) {
      withoutHash(pointer, missed);
      return;
    }
    String id = target.substring(hash + 1);
    if (id.isEmpty()) {
      boolean apart = next != pointer && isBeside(pointer, next) && next.target().indexOf('#') < 0;
      if (apart) {
        Optional<Fix> fix = mended(pointer, "# " + next.target(), "#" + next.target());
        report("J302.apart", pointer, fix, pointer.attribute(), next.target());
        missed.add(next.target());
      } else if (defined.has(target.substring(0, hash))) {
        String before = target.substring(0, hash);
        report("J302.after", pointer, mended(pointer, target, "#" + before), pointer.attribute(), target, before);
        missed.add(before);
      } else {
        report("J303.empty", pointer, Optional.empty(), pointer.attribute(), target);
      }
      return;
    }
    if (!defined.has(id)) {
      toNobody(pointer, id, missed);
    } else if (!defined.has(id, pointer.expects())) {
      Definition found = nearest.bearer(id).orElseThrow();
      if (isMisnamed(found)) {
        return;
      }
      Optional<String> named =
          namings.bearer(pointer).filter(bearer -> defined.isOneOf(bearer, pointer.expects()));
      Optional<String> bearer =
          named.isEmpty() && namings.isOwn(pointer) ? bearer(pointer.attribute(), found.element()) : Optional.empty();
      String key = named.isPresent() ? "J304.named" : bearer.isPresent() ? "J304.own" : "J304";
      named.ifPresent(missed::add);
      report(
          key, pointer, Optional.empty(), pointer.attribute(), target,
          kind(found), "tei/" + found.file(), Rulebook.list(pointer.expects(), 6),
          named.map(one -> namings.registered(one, pointer.words())).orElse(pointer.words()),
          named.or(() -> bearer).orElse(""), bearer.isPresent() ? places.element(pointer.file(), pointer.tag()) : "");
    } else {
      Optional<Namings.Other> other =
          namings.other(pointer).filter(o -> defined.isOneOf(o.meant(), pointer.expects()));
      if (other.isPresent()) {
        missed.add(other.get().meant());
        Set<String> both = new TreeSet<>(List.of(id, other.get().meant()));
        if (crossings().contains(List.of(other.get().meant(), id))
            && (exchanges.containsKey(both) ? exchanges.get(both) : exchanged(both))) {
          return;
        }
        Namings.Registered registered = namings.registered(other.get());
        String key = Rulebook.get().special("J313", pointer.attribute());
        key = registered.main() ? key : Rulebook.get().special(key, "alias");
        report(
            key, pointer, Optional.empty(), pointer.attribute(), target, registered.name(), other.get().meant(),
            pointer.words());
      } else {
        namedAsAnotherKind(pointer, missed);
      }
    }
  }

  /** What is pointed to, in words if there are any for it. */
  private Text kind(Definition found) {
    return kinds.computeIfAbsent(found, this::look);
  }

  private Text look(Definition found) {
    Optional<String> file =
        catalog.entries().stream()
            .filter(entry -> entry.file().equals(found.file()) && entry.id().equals(found.id()))
            .map(entry -> entry.role().name().toLowerCase(Locale.ROOT)).findFirst();
    return Rulebook.get().message(Rulebook.get().special("J304.kind", file.orElse(found.element())), found.element());
  }

  /** A person’s name that points to a place, or a place’s to a person; places and bodies do lend each other their names. */
  private void namedAsAnotherKind(Pointer pointer, Set<String> missed) throws IOException {
    Optional<Definition> meant =
        namings.other(pointer)
            .filter(other -> namings.bearer(pointer).filter(other.meant()::equals).isPresent())
            .flatMap(other -> nearest.bearer(other.meant()));
    if (meant.isEmpty()
        || Names.get().isSomeone(meant.get().element()) == pointer.expects().stream().anyMatch(Names.get()::isSomeone)) {
      return;
    }
    Optional<String> bearer = bearer(pointer.attribute(), meant.get().element());
    if (bearer.isPresent()) {
      missed.add(meant.get().id());
      report(
          "J313.kind", pointer, Optional.empty(), pointer.attribute(), pointer.target(),
          namings.registered(meant.get().id(), pointer.words()), meant.get().id(), bearer.get());
    }
  }

  /** A label that is once spelt otherwise than elsewhere in the file and in the register. */
  private void labels(List<Pointer> ofFile) throws IOException {
    for (Pointer pointer : ofFile) {
      Optional<Namings.Slip> slip = namings.slip(pointer);
      if (slip.isPresent()
          && ofFile.stream().anyMatch(p -> Namings.isLabel(p, pointer.id(), slip.get().name()))
          && ofFile.stream().filter(p -> Namings.isLabel(p, pointer.id(), slip.get().written())).count() == 1) {
        label(pointer, slip.get());
      }
    }
  }

  /** Told at the sign, unless the text itself says that it is written so. */
  private void label(Pointer pointer, Namings.Slip slip) throws IOException {
    SourceText text = places.text(pointer.file());
    String all = text.text();
    int start = text.tagStart(pointer.tag().line(), pointer.tag().column());
    int at = all.indexOf(slip.written(), start);
    int tag = all.lastIndexOf('<', at) + 1;
    if (at > start && !Names.get().isAlternative(all.substring(tag, Markup.endOfName(all, tag)))) {
      findings.add(
          Finding.of(
              "J317", text.place(at + slip.at()), slip.written(), slip.written().substring(slip.at(), slip.at() + 1),
              slip.name()));
    }
  }

  /** Someone may be called anything but by the name of somebody else; a government by the name of its place. */
  private void paraphrases() throws IOException {
    for (Paraphrase paraphrase : (Iterable<Paraphrase>) catalog.paraphrases()::iterator) {
      Optional<Namings.Other> other =
          namings.other(paraphrase).filter(one -> areAlike(one.meant(), paraphrase.id()));
      if (other.isPresent()) {
        Place place = places.place(paraphrase.file(), paraphrase.tag(), "ref");
        String name = namings.registered(other.get()).name();
        findings.add(Finding.of("J313", place, "ref", "#" + paraphrase.id(), name, other.get().meant()));
      }
    }
  }

  /** Whether both ids are those of entries of one kind. */
  private boolean areAlike(String one, String other) {
    return catalog.definitions().filter(d -> d.id().equals(one)).allMatch(d -> defined.isOneOf(other, List.of(d.element())));
  }

  /** Whether an element was told to be none, or none that may stand there: what points to it is right, perhaps. */
  private boolean isMisnamed(Definition definition) throws IOException {
    Boolean known = misnamed.get(definition);
    if (known == null) {
      known = refused.contains(places.place(definition.file(), definition.tag()));
      misnamed.put(definition, known);
    }
    return known;
  }

  /** The element by which this edition points to entries of a kind with an attribute. */
  private Optional<String> bearer(String attribute, String kind) throws IOException {
    List<String> question = List.of(attribute, kind);
    if (!bearers.containsKey(question)) {
      Optional<Pointer> like =
          catalog.pointers()
              .filter(p -> p.attribute().equals(attribute) && p.expects().contains(kind) && !p.words().isEmpty())
              .findFirst();
      bearers.put(
          question,
          like.isEmpty() ? Optional.empty() : Optional.of(places.element(like.get().file(), like.get().tag())));
    }
    return bearers.get(question);
  }

  /** Which entry is pointed to where another is named. */
  private Set<List<String>> crossings() {
    if (crossings.isEmpty()) {
      for (Card card : suspects) {
        for (Pointer pointer : card.pointers()) {
          namings.other(pointer).ifPresent(other -> crossings.add(List.of(pointer.id(), other.meant())));
        }
      }
    }
    return crossings;
  }

  /** Where all that name one of two entries point to the other, told once, at the first of them. */
  private boolean exchanged(Set<String> both) throws IOException {
    List<Pointer> all = catalog.pointers().filter(p -> both.contains(p.id()) && !p.words().isEmpty()).toList();
    Map<String, List<Pointer>> crossed =
        all.stream()
            .filter(p -> namings.other(p).filter(o -> both.contains(o.meant())).isPresent())
            .collect(Collectors.groupingBy(Pointer::id));
    boolean exchanged =
        crossed.keySet().equals(both)
            && all.stream().noneMatch(namings::isOwn)
            && both.stream().noneMatch(defined::isRepeated);
    exchanges.put(both, exchanged);
    if (exchanged) {
      List<Definition> entries =
          catalog.definitions().filter(d -> both.contains(d.id())).sorted(Comparator.comparing(Definition::id))
              .toList();
      Place other = places.place(entries.get(1).file(), entries.get(1).tag(), "xml:id");
      findings.add(
          Finding.of(
              "J313.exchanged", places.place(entries.get(0).file(), entries.get(0).tag(), "xml:id"),
              entries.get(0).id(), entries.get(1).id(), crossed.values().stream().mapToInt(List::size).sum(),
              "tei/" + entries.get(1).file() + ":" + other.line()));
    }
    return exchanged;
  }

  /** The id that is meant where a space stands in it for another sign, or for none. */
  private Optional<String> joined(Pointer pointer) {
    if (pointer.value().equals(pointer.target())) {
      return Optional.empty();
    }
    String[] words = pointer.value().strip().split("\\s+");
    boolean one = words.length > 1 && Arrays.stream(words).skip(1).allMatch(word -> word.matches("[^#＃/]+"));
    return one && words[0].matches("[#＃][^#＃]+")
        ? Stream.of("-", "", "_", ".").map(sign -> withoutSign(String.join(sign, words)))
            .filter(id -> defined.has(id, pointer.expects())).findFirst()
        : Optional.empty();
  }

  /** What is wrong with all that stands in an attribute. */
  private void whole(Pointer pointer, String key, List<String> ids, Set<String> missed) throws IOException {
    String meant = ids.stream().map(id -> "#" + id).collect(Collectors.joining(" "));
    missed.addAll(ids);
    boolean certain = ids.stream().allMatch(defined::has);
    Optional<Fix> fix = certain ? mended(pointer, pointer.value(), meant) : Optional.empty();
    report(key, pointer, fix, pointer.attribute(), pointer.value(), meant);
    toldAsWhole = Optional.of(pointer);
  }

  private void withoutHash(Pointer pointer, Set<String> missed) throws IOException {
    String target = pointer.target();
    String id = withoutSign(target);
    boolean known = defined.has(id);
    Optional<String> file = idOfFile(target);
    Optional<String> named =
        namings.bearer(pointer.value()).filter(bearer -> defined.isOneOf(bearer, pointer.expects()));
    if (!known && (file.isPresent() || named.isPresent())) {
      whole(pointer, file.isPresent() ? "J302.file" : "J302.name", List.of(file.or(() -> named).orElseThrow()), missed);
      return;
    }
    Optional<String> near =
        known ? Optional.empty() : nearest.of(id, pointer.expects()).stream().filter(Links::isId).findFirst();
    if (!known && near.isEmpty()) {
      report("J302.nobody", pointer, Optional.empty(), pointer.attribute(), target, homes(pointer.expects()));
      return;
    }
    String key = !id.equals(target) ? "J302.wide" : near.isPresent() ? "J302.near" : "J302";
    Optional<Fix> fix = known ? mended(pointer, target, "#" + id) : Optional.empty();
    missed.add(near.orElse(id));
    report(key, pointer, fix, pointer.attribute(), target, near.orElse(id));
  }

  private void toNobody(Pointer pointer, String id, Set<String> missed) throws IOException {
    String visible = id.codePoints().filter(c -> !Characters.isInvisible(c)).collect(
        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    if (defined.has(visible)) {
      // Told among the characters.
      missed.add(visible);
      return;
    }
    if (fileNames.lacking(id).isPresent()) {
      // Told where the file has another.
      broken(pointer);
      return;
    }
    String latin = Characters.latin(id);
    if (defined.has(latin)) {
      int at = firstDifference(id, latin);
      missed.add(latin);
      report(
          "J303.alike", pointer, mended(pointer, pointer.target(), "#" + latin), pointer.attribute(), pointer.target(),
          latin, id.charAt(at), Characters.name(id.charAt(at)));
      return;
    }
    Fate fate = fates.computeIfAbsent(new Nearest.Question(id, pointer.expects()), key -> fate(pointer, id));
    List<String> near = fate.near();
    Optional<Nameless.Entry> lost = nameless.of(pointer, id, near.isEmpty() && fate.renamed().isEmpty());
    if (lost.isPresent()) {
      broken(pointer);
      if (strays.isFirstOfAll(pointer)) {
        lost(id, lost.get());
      }
      return;
    }
    missed.addAll(near);
    if (near.size() == 1 && !isId(near.get(0))) {
      broken(pointer);
      malformed(id, near.get(0));
    } else if (fate.taken().isPresent()) {
      missed.add(fate.taken().get().id());
      broken(pointer);
      if (strays.isFirstOfAll(pointer)) {
        taken(id, fate.taken().get());
      }
    } else if (fate.renamed().isPresent()) {
      Definition entry = fate.renamed().get();
      missed.add(entry.id());
      renamed(pointer, id, entry);
    } else if (!strays.isFirst(pointer)) {
      broken(pointer);
    } else if (!near.isEmpty()) {
      Text meant = Rulebook.list(near.stream().map(n -> "#" + n).toList(), 6);
      String key = near.size() == 1 ? "J303.near" : "J303.either";
      report(key, pointer, Optional.empty(), pointer.attribute(), pointer.target(), meant, again(pointer));
    } else {
      String key = pointer.expects().isEmpty() ? "J303.any" : "J303";
      Text kinds = Rulebook.list(pointer.expects(), 6);
      report(
          key, pointer, Optional.empty(), pointer.attribute(), pointer.target(), kinds, again(pointer),
          homes(pointer.expects()));
    }
  }

  /**
   * What an id that is not there may have been.
   *
   * @param near others that are like it
   * @param renamed an entry that has a new one
   * @param taken an entry that has by mistake that of another
   */
  private record Fate(List<String> near, Optional<Definition> renamed, Optional<Definition> taken) {}

  /** By the letters of the id, or else by the words of the text; these decide where nothing points to whom they name. */
  private Fate fate(Pointer pointer, String id) {
    List<String> all = nearest.of(id, pointer.expects());
    List<String> alike = all.stream().anyMatch(Links::isId) ? all.stream().filter(Links::isId).toList() : all;
    Optional<String> named =
        strays.to(id).stream()
            .flatMap(p -> namings.bearer(p).filter(bearer -> defined.isOneOf(bearer, p.expects())).stream())
            .findFirst()
            .or(() -> namings.bearer(id).filter(bearer -> defined.isOneOf(bearer, pointer.expects())));
    List<String> near = named.filter(n -> alike.size() != 1 || strays.isOrphan(n)).map(List::of).orElse(alike);
    return new Fate(near, strays.renamed(id, pointer.expects(), near), taken(pointer, id));
  }

  /** The entry that the words, or else the id itself, name where its own id is that of another too. */
  private Optional<Definition> taken(Pointer pointer, String id) {
    if (repeated.isEmpty()) {
      return Optional.empty();
    }
    return strays.to(id).stream()
        .flatMap(p -> namings.bearer(p).filter(defined::isRepeated).flatMap(d -> namings.entry(d, p)).stream())
        .findFirst()
        .or(() -> namings.entry(repeated.keySet(), id))
        .flatMap(
            entry ->
                repeated.get(entry.id()).stream()
                    .filter(d -> d.file().equals(entry.file()) && d.tag().equals(entry.tag()))
                    .filter(d -> pointer.expects().isEmpty() || pointer.expects().contains(d.element()))
                    .findFirst());
  }

  /** Told once, at the entry: that it needs an id follows. */
  private void lost(String id, Nameless.Entry entry) throws IOException {
    brokenPointers.add(entry.place());
    List<Pointer> all = strays.to(id);
    findings.add(Finding.of("J303.lost", entry.place(), id, all.size(), entry.element(), lines(all)));
  }

  /** Told once, at the entry: that the id is given twice follows. */
  private void taken(String id, Definition entry) throws IOException {
    settled.add(entry.id());
    List<Definition> both = repeated.get(entry.id());
    for (Definition one : both) {
      brokenPointers.add(places.place(one.file(), one.tag(), "xml:id"));
    }
    Definition other = both.get(0).equals(entry) ? both.get(1) : both.get(0);
    String owner = "tei/" + other.file() + ":" + places.place(other.file(), other.tag(), "xml:id").line();
    findings.add(
        Finding.of(
                "J303.taken", places.place(entry.file(), entry.tag(), "xml:id"), id, entry.id(), strays.to(id).size(),
                owner)
            .with(places.value(entry.file(), entry.tag(), "xml:id", id)));
  }

  /** That an id has not the form of one is told once, with that to which others point. */
  private void malformed(String id, String given) throws IOException {
    if (settled.add(given)) {
      Definition entry = catalog.definitions().filter(d -> d.id().equals(given)).findFirst().orElseThrow();
      Place place = places.place(entry.file(), entry.tag(), "xml:id");
      brokenPointers.add(place);
      findings.add(Finding.of("J114.meant", place, "xml:id", given, id, strays.to(id).size()));
    }
  }

  /** Told once, where the entry has its new name. */
  private void renamed(Pointer pointer, String id, Definition entry) throws IOException {
    broken(pointer);
    if (strays.isFirstOfAll(pointer)) {
      List<Pointer> all = strays.to(id);
      boolean alike = Characters.looksLike(entry.id(), id);
      int at = firstDifference(entry.id(), id);
      Optional<Fix> fix =
          alike ? places.value(entry.file(), entry.tag(), "xml:id", id) : Optional.empty();
      findings.add(
          Finding.of(
                  "J303.renamed" + (alike ? ".alike" : isOfFile(entry) ? ".file" : isSlip(entry.id(), id) ? ".near" : ""),
                  places.place(entry.file(), entry.tag(), "xml:id"), id, entry.id(), all.size(),
                  lines(all), nameAt(entry.id(), at), signAt(id, at))
              .with(fix));
    }
  }

  /** Whether it was hardly given on purpose: the one is mended then, not those that agree. */
  private static boolean isSlip(String given, String id) {
    return Names.near(given, List.of(id)).isPresent();
  }

  private boolean isOfFile(Definition definition) {
    return catalog.entries().stream()
        .anyMatch(entry -> entry.file().equals(definition.file()) && entry.id().equals(definition.id()));
  }

  /** The files and lines of pointers, as many as are shown; each line once, with the number of those in it. */
  private Text lines(List<Pointer> pointers) throws IOException {
    return lines(pointers, true);
  }

  private Text lines(List<Pointer> pointers, boolean withFiles) throws IOException {
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (int i = 0; i < pointers.size() && lines.size() <= SHOWN; i++) {
      Pointer pointer = pointers.get(i);
      int line = places.place(pointer.file(), pointer.tag(), pointer.attribute()).line();
      lines.merge((withFiles ? "tei/" + pointer.file() + ":" : "") + line, 1, Integer::sum);
    }
    List<Text> all = lines.entrySet().stream().map(Links::counted).toList();
    return new Text(
        Rulebook.list(all.stream().map(Text::en).toList(), SHOWN).en(),
        Rulebook.list(all.stream().map(Text::zh).toList(), SHOWN).zh());
  }

  private static Text counted(Map.Entry<String, Integer> line) {
    return line.getValue() == 1
        ? Text.of(line.getKey())
        : Rulebook.get().message("J303.places", line.getKey(), line.getValue());
  }

  /** Where else in the file the same is pointed to. */
  private Text again(Pointer pointer) throws IOException {
    List<Pointer> others = strays.others(pointer);
    if (others.isEmpty()) {
      return Text.of("");
    }
    return Rulebook.get().message("J303.again", others.size(), lines(others, false));
  }

  /** The files where elements of these kinds have ids. */
  private Text homes(List<String> kinds) {
    List<String> files = nearest.homes(kinds).stream().map(file -> "tei/" + file).toList();
    return files.isEmpty() ? Text.of("tei/registers") : Rulebook.list(files, 3);
  }

  /** The id of the file of the edition that has this name. */
  private Optional<String> idOfFile(String name) {
    return name.endsWith(".xml")
        ? catalog.entries().stream()
            .filter(entry -> !entry.id().isEmpty() && ("/" + entry.file()).endsWith("/" + name))
            .map(Catalog.Entry::id).findFirst()
        : Optional.empty();
  }

  private Optional<Fix> mended(Pointer pointer, String old, String replacement) throws IOException {
    return old.equals(pointer.value())
        ? places.value(pointer.file(), pointer.tag(), pointer.attribute(), replacement)
        : Optional.empty();
  }

  private static int firstDifference(String one, String other) {
    int i = 0;
    while (i < one.length() && i < other.length() && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
  }

  private static Text nameAt(String id, int at) {
    return at < id.length() ? Characters.name(id.codePointAt(at)) : Text.of("");
  }

  private static String signAt(String id, int at) {
    return at < id.length() ? Character.toString(id.codePointAt(at)) : "";
  }

  private void report(String key, Pointer pointer, Optional<Fix> fix, Object... arguments) throws IOException {
    findings.add(Finding.of(key, broken(pointer), arguments).with(fix));
  }

  private Place broken(Pointer pointer) throws IOException {
    Place place = places.place(pointer.file(), pointer.tag(), pointer.attribute());
    brokenPointers.add(place);
    brokenTags.add(places.place(pointer.file(), pointer.tag()));
    return place;
  }

  /** Files that are published beside the TEI lie in its folder, and are no TEI of the edition themselves. */
  private void resources() throws IOException {
    List<Resource> all = catalog.resources().toList();
    Set<String> named = all.stream().map(Resource::href).collect(Collectors.toSet());
    Map<String, String> ids =
        catalog.cards().stream().map(Card::entry).filter(entry -> named.contains(entry.file()))
            .collect(Collectors.toMap(Catalog.Entry::file, Catalog.Entry::id));
    for (Resource resource : all) {
      if (ids.containsKey(resource.href())) {
        String id = ids.get(resource.href());
        Optional<Fix> fix = places.value(resource.file(), resource.tag(), "target", "#" + id);
        Place place = places.place(resource.file(), resource.tag(), "target");
        findings.add(Finding.of("J312", place, resource.href(), id).with(fix));
      } else if (!isInside(resource) && defined.has(name(resource), List.of())) {
        Optional<Fix> fix = places.value(resource.file(), resource.tag(), "target", "#" + name(resource));
        Place place = places.place(resource.file(), resource.tag(), "target");
        findings.add(Finding.of("J302", place, "target", name(resource)).with(fix));
      } else if (!isInside(resource)) {
        findings.add(Finding.of("J309", places.place(resource.file(), resource.tag(), "target"), resource.href()));
      }
    }
  }

  private static String name(Resource resource) {
    return resource.href().substring(resource.href().lastIndexOf('/') + 1);
  }

  private boolean isInside(Resource resource) {
    try {
      return Files.isRegularFile(edition.inside(resource.href()));
    } catch (IOException e) {
      return false;
    }
  }

  private void order() throws IOException {
    // Each document, and whether it has a place.
    Map<String, Boolean> documents = new HashMap<>();
    catalog.cards().stream().filter(Card::isDocument).forEach(card -> documents.put(card.entry().file(), false));
    Optional<Set<String>> left = Optional.empty();
    List<Resource> twice = new ArrayList<>();
    for (Resource include :
        (Iterable<Resource>) catalog.includes().filter(include -> !copies.isCopy(include.file()))::iterator) {
      if (!documents.containsKey(include.href())) {
        left = left.or(() -> Optional.of(withoutPlace(documents.keySet())));
        Optional<String> renamed = renamed(include, left.get());
        if (renamed.isPresent() && !isMoved(renamed.get())) {
          renamedFiles.put(renamed.get(), include.href());
          documents.put(renamed.get(), true);
          left.get().remove(renamed.get());
          continue;
        }
        Optional<String> near =
            renamed.isPresent()
                ? renamed
                : left.get().stream().filter(file -> SLIPS.apply(include.href(), file) >= 0).findFirst();
        String key = near.isPresent() ? "J305.near" : "J305";
        Place place = places.place(include.file(), include.tag(), "href");
        findings.add(Finding.of(key, place, include.href(), near.orElse("")));
        // That the document meant has no place follows.
        if (near.isPresent()) {
          documents.put(near.get(), true);
          left.get().remove(near.get());
        }
      } else if (documents.put(include.href(), true)) {
        twice.add(include);
      }
    }
    // Without a file that orders them no document has a place: that is said once.
    if (catalog.cards().stream().anyMatch(card -> card.entry().role() == Role.EDITION)) {
      Set<String> lost = new TreeSet<>();
      documents.keySet().stream().filter(file -> !documents.get(file) && !copies.isCopy(file)).forEach(lost::add);
      commentedOut(lost);
      if (twice.size() == 1 && lost.size() == 1) {
        instead(twice.get(0), lost.iterator().next());
        return;
      }
      for (String file : lost) {
        findings.add(withoutPlace(file, documents.keySet()));
      }
    }
    for (Resource include : twice) {
      findings.add(Finding.of("J305.twice", places.place(include.file(), include.tag(), "href"), include.href()));
    }
  }

  /** Where the names of files are their dates, or numbers, those before and after it tell where it belongs. */
  private Finding withoutPlace(String file, Set<String> documents) throws IOException {
    Place place = Place.of(places.path(file));
    List<Resource> order = catalog.includes().filter(include -> documents.contains(include.href())).toList();
    List<String> names = order.stream().map(Resource::href).toList();
    int before = names.indexOf(names.stream().filter(name -> name.compareTo(file) < 0).max(naturalOrder()).orElse(""));
    int after = names.indexOf(names.stream().filter(name -> name.compareTo(file) > 0).min(naturalOrder()).orElse(""));
    if (before < 0 || after >= 0 && after != before + 1 || after < 0 && before != names.size() - 1) {
      return Finding.of("J306", place, file);
    }
    Resource beside = order.get(before);
    int line = places.place(beside.file(), beside.tag()).line();
    return Finding.of("J306.after", place, file, beside.href(), beside.file(), line);
  }

  /** One document has two places and another has none: told once, since one of the two is probably the other's. */
  private void instead(Resource second, String lost) throws IOException {
    Resource first = catalog.includes().filter(include -> include.href().equals(second.href())).findFirst().orElseThrow();
    int line = places.place(first.file(), first.tag(), "href").line();
    Place place = places.place(second.file(), second.tag(), "href");
    findings.add(Finding.of("J305.instead", place, second.href(), lost, line, place.line()));
  }

  /** Told where a comment holds their places; that the element around it lacks something follows. */
  private void commentedOut(Set<String> lost) throws IOException {
    Map<Path, String> byPath = new HashMap<>();
    lost.forEach(file -> byPath.put(places.path(file).normalize(), file));
    for (Card card : catalog.cards()) {
      if (byPath.isEmpty() || card.entry().role() != Role.EDITION || copies.isCopy(card.entry().file())) {
        continue;
      }
      Path folder = places.path(card.entry().file()).getParent();
      SourceText text = places.text(card.entry().file());
      for (CommentedOut comment : CommentedOut.in(text.text())) {
        List<String> files =
            comment.hrefs().stream()
                .flatMap(href -> Optional.ofNullable(byPath.remove(folder.resolve(href).normalize())).stream())
                .toList();
        if (!files.isEmpty()) {
          files.forEach(lost::remove);
          brokenPointers.add(text.place(comment.around()));
          Text all = Rulebook.list(files.stream().map(file -> "tei/" + file).toList(), SHOWN);
          findings.add(Finding.of("J306.comment", text.place(comment.at()), all));
        }
      }
    }
  }

  /** The document that still has the id by which a missing file is named. */
  private Optional<String> renamed(Resource include, Set<String> left) {
    return catalog.entries().stream()
        .filter(entry -> left.contains(entry.file()) && !copies.isCopy(entry.file()))
        .filter(entry -> entry.id().equals(Copies.stem(include.href())))
        .map(Catalog.Entry::file)
        .findFirst();
  }

  /** Whether a file has the name of its document still, and another folder or another ending. */
  private boolean isMoved(String file) {
    return catalog.entries().stream()
        .anyMatch(entry -> entry.file().equals(file) && entry.id().equals(Copies.stem(file)));
  }

  private Set<String> withoutPlace(Set<String> documents) {
    Set<String> left = new TreeSet<>(documents);
    catalog.includes().forEach(include -> left.remove(include.href()));
    return left;
  }

  private void names() throws IOException {
    for (FileNames.Difference difference : fileNames.all()) {
      name(difference);
    }
    List<Catalog.Entry> editions =
        catalog.entries().stream()
            .filter(entry -> entry.role() == Role.EDITION && !copies.isCopy(entry.file()))
            .toList();
    if (editions.isEmpty()) {
      findings.add(Finding.of("J310", Place.of(edition.tei())));
    }
    for (Catalog.Entry second : editions.subList(Math.min(1, editions.size()), editions.size())) {
      findings.add(Finding.of("J311", Place.of(places.path(second.file())), editions.get(0).file()));
    }
  }

  private void name(FileNames.Difference difference) throws IOException {
    Catalog.Entry entry = difference.card().entry();
    String name = difference.name();
    Optional<String> before = Optional.ofNullable(renamedFiles.get(entry.file()));
    Optional<Catalog.Entry> owner = difference.owner();
    List<Pointer> pointers = difference.lost() ? strays.to(name) : List.of();
    boolean certain = difference.lost() && difference.isNamedWithin();
    boolean alike = difference.lost() && Characters.looksLike(entry.id(), name);
    String key =
        owner.isPresent() ? taken(difference)
            : before.isPresent() ? isId(name) ? "J307.renamed" : "J307.renamed.sign"
            : alike ? "J307.alike"
            : difference.isNamedWithin() ? "J307.id" : "J307";
    Text reached =
        pointers.isEmpty()
            ? Text.of("")
            : Rulebook.get().message("J307.pointers", pointers.size(), name, lines(pointers));
    int at = firstDifference(entry.id(), name);
    Place place = placeOfId(difference.card());
    Optional<Fix> fix =
        certain || alike
            ? places.value(entry.file(), definition(difference.card()).orElseThrow().tag(), "xml:id", name)
            : Optional.empty();
    if (fix.isPresent()) {
      // That it has not the form of an id is mended with it.
      brokenPointers.add(place);
    }
    findings.add(
        Finding.of(
                key, place, name, entry.id(), before.orElse(""), reached,
                owner.map(o -> "tei/" + o.file()).orElse(""), nameAt(entry.id(), at), signAt(name, at))
            .with(fix));
  }

  private static String taken(FileNames.Difference difference) {
    boolean edition = difference.card().entry().role() == Role.EDITION;
    return edition ? "J307.taken.edition" : difference.lost() ? "J307.taken" : "J307.taken.own";
  }

  private static Optional<Definition> definition(Card card) {
    return card.definitions().stream().filter(d -> d.id().equals(card.entry().id())).findFirst();
  }

  private Place placeOfId(Card card) throws IOException {
    Catalog.Entry entry = card.entry();
    Optional<Definition> definition = definition(card);
    return definition.isPresent()
        ? places.place(entry.file(), definition.get().tag(), "xml:id")
        : Place.of(places.path(entry.file()));
  }
}
