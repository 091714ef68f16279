package jilu.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jilu.edition.Catalog;
import jilu.edition.Catalog.Definition;
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

  /** In the name of a file one slip is probable, two are possible. */
  private static final LevenshteinDistance SLIPS = new LevenshteinDistance(2);

  /** Set apart by these, ids are one word. */
  private static final Pattern MARK = Pattern.compile("\\s*[,;，；、]\\s*|\\s+(?=[#＃])");

  private final Places places;
  private final Edition edition;
  private final Catalog catalog;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<Place> brokenPointers = new HashSet<>();
  private final Set<Place> brokenTags = new HashSet<>();
  private final Namings namings;
  private final Defined defined;

  /** Those of the files in which one may be wrong; in most editions there are none. */
  private final List<Pointer> pointers;

  /** By their ids; none where no pointer may be wrong. */
  private final Map<String, List<Definition>> definitions;

  private final Strays strays;

  /** The last of which all that stands in its attribute was told. */
  private Optional<Pointer> toldAsWhole = Optional.empty();

  private final Map<List<Object>, Fate> fates = new HashMap<>();
  private final Set<List<String>> crossings = new HashSet<>();
  private final Map<Set<String>, Boolean> exchanges = new HashMap<>();

  /** Ids that an entry has by mistake besides the one whose they are. */
  private final Set<String> settled = new HashSet<>();

  /** By the id that is not there and what it should be, since one mistake is often made everywhere. */
  private final Map<List<Object>, List<String>> nearest = new HashMap<>();
  private final Map<List<String>, Text> homes = new HashMap<>();

  Links(Places places, Edition edition, Catalog catalog) {
    this.places = places;
    this.edition = edition;
    this.catalog = catalog;
    this.namings = new Namings(catalog);
    this.defined = new Defined(catalog);
    this.pointers = catalog.cards().parallelStream().flatMap(card -> suspect(card.pointers()).stream()).toList();
    this.definitions =
        pointers.isEmpty() ? Map.of() : catalog.definitions().collect(Collectors.groupingBy(Definition::id));
    this.strays = new Strays(catalog, pointers, definitions.keySet());
  }

  private List<Pointer> suspect(List<Pointer> ofFile) {
    return ofFile.stream().allMatch(this::isSound) ? List.of() : ofFile;
  }

  private boolean isSound(Pointer pointer) {
    return pointer.target().indexOf('#') >= 0
        && defined.has(pointer.id(), pointer.expects())
        && namings.other(pointer).isEmpty();
  }

  List<Finding> check() throws IOException {
    Map<String, Set<String>> missed = new HashMap<>();
    for (int i = 0; i < pointers.size(); i++) {
      Optional<Pointer> before = i > 0 ? Optional.of(pointers.get(i - 1)) : Optional.empty();
      Pointer pointer = pointers.get(i);
      if (before.filter(hash -> hash.target().equals("#") && isBeside(hash, pointer)).isEmpty()
          && toldAsWhole.filter(told -> isBeside(told, pointer)).isEmpty()) {
        check(pointer, i + 1 < pointers.size() ? pointers.get(i + 1) : pointer, missed);
      }
    }
    for (Pointer pointer : pointers) {
      // What a broken pointer was meant for seems to be missing there, and is missed by other rules as well.
      if (missed.getOrDefault(pointer.file(), Set.of()).contains(pointer.id())) {
        brokenPointers.add(places.place(pointer.file(), pointer.tag(), pointer.attribute()));
      }
    }
    if (defined.anyIsRepeated()) {
      duplicates();
    }
    order();
    names();
    resources();
    return findings;
  }

  /** The attributes that are broken pointers: what else is said of them follows from that. */
  Set<Place> brokenPointers() {
    return brokenPointers;
  }

  /** The start tags that bear one. */
  Set<Place> brokenTags() {
    return brokenTags;
  }

  private static boolean isBeside(Pointer one, Pointer other) {
    return one.file().equals(other.file())
        && one.tag().equals(other.tag())
        && one.attribute().equals(other.attribute());
  }

  /** A second definition in another file; within one file the grammar finds it. */
  private void duplicates() throws IOException {
    Collection<List<Definition>> byId =
        catalog.definitions().filter(d -> defined.isRepeated(d.id()) && !settled.contains(d.id()))
            .collect(Collectors.groupingBy(Definition::id))
            .values();
    Map<String, String> owners = new HashMap<>();
    catalog.entries().forEach(entry -> owners.put(entry.file(), entry.id()));
    for (List<Definition> same : byId) {
      Set<String> files = new HashSet<>();
      // The document whose id an id begins with had it first.
      List<Definition> ordered =
          same.stream()
              .sorted(Comparator.comparing((Definition d) -> !d.id().startsWith(owners.getOrDefault(d.file(), "") + ".")))
              .toList();
      for (Definition definition : ordered) {
        if (files.add(definition.file()) && files.size() > 1) {
          findings.add(
              Finding.of(
                  "J301", places.place(definition.file(), definition.tag(), "xml:id"), definition.id(),
                  ordered.get(0).file()));
        }
      }
    }
  }

  /** @param next the pointer after it in the file */
  private void check(
      Pointer pointer, Pointer next, Map<String, Set<String>> missed)
      throws IOException {
    String target = pointer.target();
    int hash = target.indexOf('#');
    List<String> parts = List.of(MARK.split(pointer.value().strip()));
    if (MARK.matcher(target).find() && parts.stream().anyMatch(part -> definitions.containsKey(withoutSign(part)))) {
      whole(pointer, "J302.comma", parts.stream().map(Links::withoutSign).toList(), missed);
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
        missed.computeIfAbsent(pointer.file(), f -> new HashSet<>()).add(next.target());
      } else if (definitions.containsKey(target.substring(0, hash))) {
        String before = target.substring(0, hash);
        report("J302.after", pointer, mended(pointer, target, "#" + before), pointer.attribute(), target, before);
        missed.computeIfAbsent(pointer.file(), f -> new HashSet<>()).add(before);
      } else {
        report("J303.empty", pointer, Optional.empty(), pointer.attribute(), target);
      }
      return;
    }
    List<Definition> found = definitions.getOrDefault(id, List.of());
    if (found.isEmpty()) {
      toNobody(pointer, id, missed);
    } else if (!pointer.expects().isEmpty()
        && found.stream().noneMatch(definition -> pointer.expects().contains(definition.element()))) {
      report(
          "J304", pointer, Optional.empty(), pointer.attribute(), target,
          found.get(0).element(), found.get(0).file(), Rulebook.list(pointer.expects(), 6));
    } else {
      Optional<Namings.Other> other = namings.other(pointer).filter(o -> isOfKind(o.meant(), pointer));
      if (other.isPresent()) {
        missed.computeIfAbsent(pointer.file(), f -> new HashSet<>()).add(other.get().meant());
        Set<String> both = new TreeSet<>(List.of(id, other.get().meant()));
        if (crossings().contains(List.of(other.get().meant(), id))
            && (exchanges.containsKey(both) ? exchanges.get(both) : exchanged(both))) {
          return;
        }
        report("J313", pointer, Optional.empty(), pointer.attribute(), target, pointer.words(), other.get().meant());
      }
    }
  }

  /** Which entry is pointed to where another is named. */
  private Set<List<String>> crossings() {
    if (crossings.isEmpty()) {
      for (Pointer pointer : pointers) {
        namings.other(pointer).ifPresent(other -> crossings.add(List.of(pointer.id(), other.meant())));
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
      List<Definition> entries = both.stream().map(id -> definitions.get(id).get(0)).toList();
      Place other = places.place(entries.get(1).file(), entries.get(1).tag(), "xml:id");
      findings.add(
          Finding.of(
              "J313.exchanged", places.place(entries.get(0).file(), entries.get(0).tag(), "xml:id"),
              entries.get(0).id(), entries.get(1).id(), crossed.values().stream().mapToInt(List::size).sum(),
              "tei/" + entries.get(1).file() + ":" + other.line()));
    }
    return exchanged;
  }

  private boolean isOfKind(String id, Pointer pointer) {
    return definitions.getOrDefault(id, List.of()).stream().anyMatch(d -> pointer.expects().contains(d.element()));
  }

  /** What is wrong with all that stands in an attribute. */
  private void whole(Pointer pointer, String key, List<String> ids, Map<String, Set<String>> missed)
      throws IOException {
    String meant = ids.stream().map(id -> "#" + id).collect(Collectors.joining(" "));
    missed.computeIfAbsent(pointer.file(), f -> new HashSet<>()).addAll(ids);
    boolean certain = ids.stream().allMatch(definitions::containsKey);
    Optional<Fix> fix = certain ? mended(pointer, pointer.value(), meant) : Optional.empty();
    report(key, pointer, fix, pointer.attribute(), pointer.value(), meant);
    toldAsWhole = Optional.of(pointer);
  }

  private static String withoutSign(String pointer) {
    return pointer.replaceFirst("^[#＃]", "");
  }

  private void withoutHash(Pointer pointer, Map<String, Set<String>> missed)
      throws IOException {
    String target = pointer.target();
    String id = withoutSign(target);
    boolean known = definitions.containsKey(id);
    Optional<String> file = idOfFile(target);
    Optional<String> named = namings.bearer(pointer.value()).filter(bearer -> isOfKind(bearer, pointer));
    if (!known && (file.isPresent() || named.isPresent())) {
      whole(pointer, file.isPresent() ? "J302.file" : "J302.name", List.of(file.or(() -> named).orElseThrow()), missed);
      return;
    }
    Optional<String> near = known ? Optional.empty() : nearest(id, pointer.expects());
    if (!known && near.isEmpty()) {
      report("J302.nobody", pointer, Optional.empty(), pointer.attribute(), target, homes(pointer.expects()));
      return;
    }
    String key = !id.equals(target) ? "J302.wide" : near.isPresent() ? "J302.near" : "J302";
    Optional<Fix> fix = known ? mended(pointer, target, "#" + id) : Optional.empty();
    missed.computeIfAbsent(pointer.file(), f -> new HashSet<>()).add(near.orElse(id));
    report(key, pointer, fix, pointer.attribute(), target, near.orElse(id));
  }

  private void toNobody(
      Pointer pointer, String id, Map<String, Set<String>> missed)
      throws IOException {
    String visible = id.codePoints().filter(c -> !Characters.isInvisible(c)).collect(
        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    if (definitions.containsKey(visible)) {
      // Told among the characters.
      missed.computeIfAbsent(pointer.file(), f -> new HashSet<>()).add(visible);
      return;
    }
    String latin = Characters.latin(id);
    if (definitions.containsKey(latin)) {
      int at = firstDifference(id, latin);
      missed.computeIfAbsent(pointer.file(), f -> new HashSet<>()).add(latin);
      report(
          "J303.alike", pointer, mended(pointer, pointer.target(), "#" + latin), pointer.attribute(), pointer.target(),
          latin, id.charAt(at), Characters.name(id.charAt(at)));
      return;
    }
    Fate fate = fates.computeIfAbsent(List.of(id, pointer.expects()), key -> fate(pointer, id));
    List<String> near = fate.near();
    missed.computeIfAbsent(pointer.file(), f -> new HashSet<>()).addAll(near);
    if (fate.taken().isPresent()) {
      missed.get(pointer.file()).add(fate.taken().get().id());
      broken(pointer);
      if (strays.isFirstOfAll(pointer)) {
        taken(id, fate.taken().get());
      }
    } else if (fate.renamed().isPresent()) {
      Definition entry = fate.renamed().get();
      missed.get(pointer.file()).add(entry.id());
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
    List<String> alike = allNearest(id, pointer.expects());
    Optional<String> named =
        strays.to(id).stream()
            .flatMap(p -> namings.bearer(p).filter(bearer -> isOfKind(bearer, p)).stream())
            .findFirst()
            .or(() -> namings.bearer(id).filter(bearer -> isOfKind(bearer, pointer)));
    List<String> near = named.filter(n -> alike.size() != 1 || strays.isOrphan(n)).map(List::of).orElse(alike);
    return new Fate(near, strays.renamed(id, pointer.expects(), near), taken(id));
  }

  /** The entry that the words name where its id is that of another too. */
  private Optional<Definition> taken(String id) {
    return strays.to(id).stream()
        .flatMap(p -> namings.bearer(p).filter(defined::isRepeated).flatMap(d -> namings.entry(d, p)).stream())
        .flatMap(
            entry ->
                definitions.get(entry.id()).stream()
                    .filter(d -> d.file().equals(entry.file()) && d.tag().equals(entry.tag())))
        .findFirst();
  }

  /** Told once, at the entry: that the id is given twice follows. */
  private void taken(String id, Definition entry) throws IOException {
    settled.add(entry.id());
    List<Definition> both = definitions.get(entry.id());
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

  /** Told once, where the entry has its new name. */
  private void renamed(Pointer pointer, String id, Definition entry) throws IOException {
    broken(pointer);
    if (strays.isFirstOfAll(pointer)) {
      List<Pointer> all = strays.to(id);
      Set<String> lines = new LinkedHashSet<>();
      for (Pointer stray : all) {
        lines.add("tei/" + stray.file() + ":" + places.place(stray.file(), stray.tag(), stray.attribute()).line());
      }
      findings.add(
          Finding.of(
              "J303.renamed", places.place(entry.file(), entry.tag(), "xml:id"), id, entry.id(), all.size(),
              Rulebook.list(lines, SHOWN)));
    }
  }

  /** Where else in the file the same is pointed to. */
  private Text again(Pointer pointer) throws IOException {
    List<Pointer> others = strays.others(pointer);
    if (others.isEmpty()) {
      return Text.of("");
    }
    List<String> lines = new ArrayList<>();
    for (Pointer other : others) {
      lines.add(String.valueOf(places.place(other.file(), other.tag(), other.attribute()).line()));
    }
    Text where = Rulebook.list(lines.stream().distinct().toList(), SHOWN);
    return Rulebook.get().message("J303.again", others.size(), where);
  }

  /** The files where elements of these kinds have ids. */
  private Text homes(List<String> kinds) {
    return homes.computeIfAbsent(kinds, this::filesWith);
  }

  private Text filesWith(List<String> kinds) {
    List<String> files =
        definitions.values().stream().flatMap(List::stream).filter(definition -> kinds.contains(definition.element()))
            .map(definition -> "tei/" + definition.file()).distinct().sorted().toList();
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
    while (one.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
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

  /** The nearest id of the right kind. */
  private Optional<String> nearest(String id, List<String> expects) {
    return allNearest(id, expects).stream().findFirst();
  }

  /** The ids of the right kind that are equally near, those of few slips or of which the other is a part. */
  private List<String> allNearest(String id, List<String> expects) {
    return nearest.computeIfAbsent(List.of(id, expects), key -> comparedWithAll(id, expects));
  }

  private List<String> comparedWithAll(String id, List<String> expects) {
    var distance = new LevenshteinDistance(Math.min(3, Math.max(1, id.length() / 2)));
    List<String> inOtherCase = definitions.keySet().stream().filter(id::equalsIgnoreCase).toList();
    if (!inOtherCase.isEmpty()) {
      return inOtherCase;
    }
    Map<Integer, List<String>> byDistance =
        definitions.values().stream()
            .map(list -> list.get(0))
            .filter(definition -> expects.isEmpty() || expects.contains(definition.element()))
            .map(Definition::id)
            .filter(candidate -> distance.apply(id, candidate) >= 0 || isShortFor(candidate, id) || isShortFor(id, candidate))
            .sorted()
            .collect(Collectors.groupingBy(candidate -> Math.floorMod(distance.apply(id, candidate), Integer.MAX_VALUE)));
    return byDistance.keySet().stream().min(Comparator.naturalOrder()).map(byDistance::get).orElse(List.of());
  }

  /** {@code zhou} for {@code zhouenlai}, {@code minutes} for {@code kind-minutes}. */
  private static boolean isShortFor(String part, String whole) {
    return part.length() >= 3 && (whole.startsWith(part) || whole.endsWith("-" + part));
  }

  /** Files that are published beside the TEI lie in its folder, and are no TEI of the edition themselves. */
  private void resources() throws IOException {
    Map<String, String> ids = new HashMap<>();
    catalog.entries().forEach(entry -> ids.put(entry.file(), entry.id()));
    for (Resource resource : catalog.resources().toList()) {
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
    Map<String, String> documents = new HashMap<>();
    catalog.documents().forEach(entry -> documents.put(entry.file(), entry.id()));
    Set<String> included = new HashSet<>();
    Set<String> left = new TreeSet<>(documents.keySet());
    catalog.includes().forEach(include -> left.remove(include.href()));
    for (Resource include : catalog.includes().toList()) {
      if (!documents.containsKey(include.href())) {
        Optional<String> near = left.stream().filter(file -> SLIPS.apply(include.href(), file) >= 0).findFirst();
        String key = near.isPresent() ? "J305.near" : "J305";
        Place place = places.place(include.file(), include.tag(), "href");
        findings.add(Finding.of(key, place, include.href(), near.orElse("")));
        // That the document meant has no place follows.
        near.ifPresent(included::add);
        near.ifPresent(left::remove);
      } else if (!included.add(include.href())) {
        findings.add(Finding.of("J305.twice", places.place(include.file(), include.tag(), "href"), include.href()));
      }
    }
    // Without a file that orders them no document has a place: that is said once.
    boolean ordered = catalog.entries().stream().anyMatch(entry -> entry.role() == Role.EDITION);
    for (String file : documents.keySet().stream().filter(file -> ordered).sorted().toList()) {
      if (!included.contains(file)) {
        findings.add(Finding.of("J306", Place.of(places.path(file)), file));
      }
    }
  }

  private void names() throws IOException {
    for (Catalog.Entry entry : catalog.documents()) {
      String name = entry.file().substring(entry.file().lastIndexOf('/') + 1);
      String stem = name.endsWith(".xml") ? name.substring(0, name.length() - 4) : name;
      // Without an id the grammar asks for one.
      if (!stem.equals(entry.id()) && !entry.id().isEmpty()) {
        findings.add(Finding.of("J307", placeOfId(entry), stem, entry.id()));
      }
    }
    List<Catalog.Entry> editions =
        catalog.entries().stream().filter(entry -> entry.role() == Role.EDITION).toList();
    if (editions.isEmpty()) {
      findings.add(Finding.of("J310", Place.of(edition.tei())));
    }
    for (Catalog.Entry second : editions.subList(Math.min(1, editions.size()), editions.size())) {
      findings.add(Finding.of("J311", Place.of(places.path(second.file())), editions.get(0).file()));
    }
  }

  private Place placeOfId(Catalog.Entry entry) throws IOException {
    Optional<Definition> definition =
        catalog.cards().stream()
            .filter(card -> card.entry().equals(entry)).flatMap(card -> card.definitions().stream())
            .filter(d -> d.id().equals(entry.id())).findFirst();
    return definition.isPresent()
        ? places.place(entry.file(), definition.get().tag(), "xml:id")
        : Place.of(places.path(entry.file()));
  }
}
