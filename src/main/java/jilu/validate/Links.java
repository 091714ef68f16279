package jilu.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jilu.edition.Catalog;
import jilu.edition.Catalog.Definition;
import jilu.edition.Catalog.Pointer;
import jilu.edition.Catalog.Resource;
import jilu.edition.Catalog.Role;
import jilu.edition.Edition;
import jilu.edition.Source;
import jilu.transform.Xslt;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What one file says of another: ids are unique in the edition, pointers reach what they name, files are where they are said to be. */
public final class Links {
  private final Xslt xslt;
  private final Reader reader;
  private final Edition edition;
  private final Catalog catalog;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<Place> brokenPointers = new HashSet<>();
  private final Set<Place> brokenTags = new HashSet<>();

  public Links(Xslt xslt, Reader reader, Edition edition, Catalog catalog) {
    this.xslt = xslt;
    this.reader = reader;
    this.edition = edition;
    this.catalog = catalog;
  }

  public List<Finding> check() throws IOException {
    Map<String, List<Definition>> definitions =
        catalog.definitions().collect(Collectors.groupingBy(Definition::id));
    duplicates(definitions.values());
    for (Pointer pointer : catalog.pointers().toList()) {
      check(pointer, definitions);
    }
    order();
    names();
    resources();
    return findings;
  }

  /** The attributes that are broken pointers: what else is said of them follows from that. */
  public Set<Place> brokenPointers() {
    return brokenPointers;
  }

  /** The start tags that bear one. */
  public Set<Place> brokenTags() {
    return brokenTags;
  }

  /** A second definition in another file; within one file the grammar finds it. */
  private void duplicates(Collection<List<Definition>> byId) throws IOException {
    for (List<Definition> same : byId) {
      Set<String> files = new HashSet<>();
      for (Definition definition : same) {
        if (files.add(definition.file()) && files.size() > 1) {
          findings.add(
              Finding.of(
                  "J301", place(definition.file(), definition.path(), "xml:id"), definition.id(), same.get(0).file()));
        }
      }
    }
  }

  private void check(Pointer pointer, Map<String, List<Definition>> definitions) throws IOException {
    int hash = pointer.target().indexOf('#');
    if (hash < 0) {
      Optional<Fix> fix =
          definitions.containsKey(pointer.target())
              ? nodes(pointer.file()).value(pointer.path(), pointer.attribute(), pointer.target(), "#" + pointer.target())
              : Optional.empty();
      report("J302", pointer, fix, pointer.attribute(), pointer.target());
      return;
    }
    String id = pointer.target().substring(hash + 1);
    List<Definition> found = definitions.getOrDefault(id, List.of());
    if (found.isEmpty()) {
      Optional<String> near = nearest(id, pointer.expects(), definitions);
      String key = near.isPresent() ? "J303.near" : pointer.expects().isEmpty() ? "J303.any" : "J303";
      report(
          key, pointer, Optional.empty(), pointer.attribute(), pointer.target(),
          near.map(Text::of).orElseGet(() -> Rulebook.list(pointer.expects(), 6)));
    } else if (!pointer.expects().isEmpty()
        && found.stream().noneMatch(definition -> pointer.expects().contains(definition.element()))) {
      report(
          "J304", pointer, Optional.empty(), pointer.attribute(), pointer.target(),
          found.get(0).element(), found.get(0).file(), Rulebook.list(pointer.expects(), 6));
    }
  }

  private void report(String key, Pointer pointer, Optional<Fix> fix, Object... arguments) throws IOException {
    Place place = place(pointer.file(), pointer.path(), pointer.attribute());
    brokenPointers.add(place);
    brokenTags.add(place(pointer.file(), pointer.path(), Optional.empty()));
    findings.add(Finding.of(key, place, arguments).with(fix));
  }

  /** The nearest id of the right kind. */
  private static Optional<String> nearest(String id, List<String> expects, Map<String, List<Definition>> definitions) {
    var distance = new LevenshteinDistance(3);
    return definitions.values().stream()
        .map(list -> list.get(0))
        .filter(definition -> expects.isEmpty() || expects.contains(definition.element()))
        .map(Definition::id)
        .filter(candidate -> distance.apply(id, candidate) >= 0 || isShortFor(candidate, id) || isShortFor(id, candidate))
        .min(
            Comparator.<String>comparingInt(candidate -> Math.floorMod(distance.apply(id, candidate), Integer.MAX_VALUE))
                .thenComparing(candidate -> candidate));
  }

  /** {@code zhou} for {@code zhouenlai}. */
  private static boolean isShortFor(String part, String whole) {
    return part.length() >= 3 && whole.startsWith(part);
  }

  /** Files that are published beside the TEI lie in its folder, and are no TEI of the edition themselves. */
  private void resources() throws IOException {
    Set<String> entries = catalog.entries().stream().map(Catalog.Entry::file).collect(Collectors.toSet());
    for (Resource resource : catalog.resources().toList()) {
      if (entries.contains(resource.href())) {
        String id = resource.href().replaceFirst("^.*/", "").replaceFirst("\\.xml$", "");
        findings.add(Finding.of("J312", place(resource.file(), resource.path(), "target"), resource.href(), id));
      } else if (!isInside(resource)) {
        findings.add(Finding.of("J309", place(resource.file(), resource.path(), "target"), resource.href()));
      }
    }
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
    for (Resource include : catalog.includes().toList()) {
      if (!documents.containsKey(include.href())) {
        findings.add(Finding.of("J305", place(include.file(), include.path(), "href"), include.href()));
      } else if (!included.add(include.href())) {
        findings.add(Finding.of("J305.twice", place(include.file(), include.path(), "href"), include.href()));
      }
    }
    // Without a file that orders them no document has a place: that is said once.
    boolean ordered = catalog.entries().stream().anyMatch(entry -> entry.role() == Role.EDITION);
    for (String file : documents.keySet().stream().filter(file -> ordered).sorted().toList()) {
      if (!included.contains(file)) {
        findings.add(Finding.of("J306", Place.of(path(file)), file));
      }
    }
  }

  private void names() {
    for (Catalog.Entry entry : catalog.documents()) {
      String stem = entry.file().replaceFirst("^.*/", "").replaceFirst("\\.xml$", "");
      if (!stem.equals(entry.id())) {
        findings.add(Finding.of("J307", Place.of(path(entry.file())), stem, entry.id()));
      }
    }
    List<Catalog.Entry> editions =
        catalog.entries().stream().filter(entry -> entry.role() == Role.EDITION).toList();
    if (editions.isEmpty()) {
      findings.add(Finding.of("J310", Place.of(edition.tei())));
    }
    for (Catalog.Entry second : editions.subList(Math.min(1, editions.size()), editions.size())) {
      findings.add(Finding.of("J311", Place.of(path(second.file())), editions.get(0).file()));
    }
  }

  private Place place(String file, String path, String attribute) throws IOException {
    return place(file, path, Optional.of(attribute));
  }

  private Place place(String file, String path, Optional<String> attribute) throws IOException {
    return nodes(file).place(path, attribute);
  }

  private Nodes nodes(String file) throws IOException {
    Reader.Checked read = reader.reread(path(file), file);
    Source source = read.source().orElseThrow(() -> new IOException(path(file) + " changed while it was being checked."));
    return new Nodes(source, read.text());
  }

  private Path path(String file) {
    return edition.tei().resolve(file);
  }
}
