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
import jilu.transform.Xslt;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What one file says of another: ids are unique in the edition, pointers reach what they name, files are where they are said to be. */
public final class Links {
  private final Xslt xslt;
  private final Reader reader;
  private final Edition edition;
  private final Catalog catalog;
  private final List<Finding> findings = new ArrayList<>();
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

  /** The start tags on which a pointer is broken: what else is said of them follows from that. */
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
              Finding.error(
                  "J301",
                  place(definition.file(), definition.path(), "xml:id"),
                  "The id " + definition.id() + " is taken already, in " + same.get(0).file() + ".",
                  "An id is unique in the whole edition: choose another."));
        }
      }
    }
  }

  private void check(Pointer pointer, Map<String, List<Definition>> definitions) throws IOException {
    int hash = pointer.target().indexOf('#');
    if (hash < 0) {
      report("J302", pointer, "does not begin with #.", "Write #" + pointer.target() + ".");
      return;
    }
    String id = pointer.target().substring(hash + 1);
    List<Definition> found = definitions.getOrDefault(id, List.of());
    if (found.isEmpty()) {
      report("J303", pointer, "points to nothing in this edition.", suggestion(id, pointer.expects(), definitions));
    } else if (!pointer.expects().isEmpty()
        && found.stream().noneMatch(definition -> pointer.expects().contains(definition.element()))) {
      report(
          "J304",
          pointer,
          "points to a " + found.get(0).element() + " (in " + found.get(0).file() + ").",
          "It should point to: " + String.join(", ", pointer.expects()) + ".");
    }
  }

  private void report(String code, Pointer pointer, String message, String hint) throws IOException {
    brokenTags.add(place(pointer.file(), pointer.path(), Optional.empty()));
    findings.add(
        Finding.error(
            code,
            place(pointer.file(), pointer.path(), pointer.attribute()),
            pointer.attribute() + "=\"" + pointer.target() + "\" " + message,
            hint));
  }

  /** The nearest id of the right kind, or where to add one. */
  private static String suggestion(String id, List<String> expects, Map<String, List<Definition>> definitions) {
    var distance = new LevenshteinDistance(3);
    Optional<String> nearest =
        definitions.values().stream()
            .map(list -> list.get(0))
            .filter(definition -> expects.isEmpty() || expects.contains(definition.element()))
            .map(Definition::id)
            .filter(candidate -> distance.apply(id, candidate) >= 0)
            .min(Comparator.<String>comparingInt(candidate -> distance.apply(id, candidate)).thenComparing(c -> c));
    return nearest
        .map(candidate -> "Did you mean #" + candidate + "?")
        .orElse(
            "Mend the id, or add the entry"
                + (expects.isEmpty() ? "." : " (" + String.join(", ", expects) + ") to a file in tei/registers."));
  }

  /** Files that are published beside the TEI lie in its folder, and are no TEI of the edition themselves. */
  private void resources() throws IOException {
    Set<String> entries = catalog.entries().stream().map(Catalog.Entry::file).collect(Collectors.toSet());
    for (Resource resource : catalog.resources().toList()) {
      if (entries.contains(resource.href())) {
        findings.add(
            Finding.error(
                "J312",
                place(resource.file(), resource.path(), "target"),
                resource.href() + " is a part of this edition.",
                "Point to its id: #" + resource.href().replaceFirst("^.*/", "").replaceFirst("\\.xml$", "") + "."));
      } else if (!isInside(resource)) {
        findings.add(
            Finding.error(
                "J309",
                place(resource.file(), resource.path(), "target"),
                "The file " + resource.href() + " does not exist in the edition's tei folder.",
                "Put it there, or mend the reference."));
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
        findings.add(
            Finding.error(
                "J305",
                place(include.file(), include.path(), "href"),
                "There is no document " + include.href() + ".",
                "Add the file, or take this line out."));
      } else if (!included.add(include.href())) {
        findings.add(
            Finding.error(
                "J305",
                place(include.file(), include.path(), "href"),
                include.href() + " is included twice.",
                "A document has one place in the reading order."));
      }
    }
    for (String file : documents.keySet().stream().sorted().toList()) {
      if (!included.contains(file)) {
        findings.add(
            Finding.warning(
                "J306",
                Place.of(path(file)),
                "This document has no place in the edition's reading order; it is put last.",
                "Add an xi:include for it to the group in tei/edition.xml."));
      }
    }
  }

  private void names() {
    for (Catalog.Entry entry : catalog.documents()) {
      String stem = entry.file().replaceFirst("^.*/", "").replaceFirst("\\.xml$", "");
      if (!stem.equals(entry.id())) {
        findings.add(
            Finding.error(
                "J307",
                Place.of(path(entry.file())),
                "The file is named " + stem + ".xml but its xml:id is " + entry.id() + ".",
                "They must agree: the id is the document's address on the web."));
      }
    }
    List<Catalog.Entry> editions =
        catalog.entries().stream().filter(entry -> entry.role() == Role.EDITION).toList();
    if (editions.isEmpty()) {
      findings.add(
          Finding.error(
              "J310",
              Place.of(edition.tei()),
              "No file puts the documents in order.",
              "Add tei/edition.xml: a header, and a text with a group of xi:include."));
    }
    for (Catalog.Entry second : editions.subList(Math.min(1, editions.size()), editions.size())) {
      findings.add(
          Finding.error(
              "J311",
              Place.of(path(second.file())),
              "A second file with a group of texts: " + editions.get(0).file() + " is the edition already.",
              "Keep one."));
    }
  }

  private Place place(String file, String path, String attribute) throws IOException {
    return place(file, path, Optional.of(attribute));
  }

  private Place place(String file, String path, Optional<String> attribute) throws IOException {
    return new Nodes(xslt, reader.read(path(file), file)).place(path, attribute);
  }

  private Path path(String file) {
    return edition.tei().resolve(file);
  }
}
