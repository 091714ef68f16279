package jilu.validate;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import jilu.edition.Source;
import jilu.words.Refusal;
import org.xml.sax.helpers.DefaultHandler;

/** One file on its way through the checks, step by step; what a step could not do, those after it leave out. */
final class Inspection {
  /** With a text of so many characters another thread that has nothing to do may help. */
  static final int LONG = 256 << 10;

  private final Path file;
  private final String name;
  private final Reader reader;
  private final Schemas schemas;
  private final Optional<Comparing> comparing;

  private final List<Finding> findings = new ArrayList<>();
  private final List<Rules> rules = new ArrayList<>();
  private Optional<Encoding.Decoded> decoded = Optional.empty();
  private Optional<ForkJoinTask<List<Finding>>> ofCharacters = Optional.empty();
  private Optional<Reader.Checked> read = Optional.empty();
  private Optional<Source> source = Optional.empty();
  private Optional<Comparing.Compared> compared = Optional.empty();
  private Optional<Rules.Subject> subject = Optional.empty();

  /** @param comparing of a file that belongs to an edition */
  Inspection(Path file, String name, Reader reader, Schemas schemas, Optional<Comparing> comparing) {
    this.file = file;
    this.name = name;
    this.reader = reader;
    this.schemas = schemas;
    this.comparing = comparing;
  }

  /**
   * What is left of a file when it was checked.
   *
   * @param findings in the order of their places, each once
   */
  record Result(Optional<Comparing.Compared> compared, List<Finding> findings) {}

  /** Those of a {@link Batch}, in their order. */
  static List<Result> run(List<Inspection> files) {
    files.forEach(Inspection::decode);
    files.forEach(Inspection::parse);
    files.forEach(Inspection::addOfCharacters);
    files.forEach(Inspection::compare);
    addOfRules(files);
    return files.stream().map(Inspection::result).toList();
  }

  private Result result() {
    return new Result(compared, Checks.inOrder(findings));
  }

  private void decode() {
    try {
      Encoding.Decoded characters = Encoding.decode(file, Files.readAllBytes(file));
      if (Encoding.isData(characters.text().text())) {
        findings.add(Finding.of("J004.data", Place.of(file)));
      } else {
        decoded = Optional.of(characters);
        lookAhead(characters.text());
      }
    } catch (IOException e) {
      findings.add(unreadable(e));
    }
  }

  private void lookAhead(SourceText text) {
    if (text.text().length() > LONG) {
      // Known before, so that no two threads look for the lines.
      text.lines();
      ofCharacters = Optional.of(ForkJoinTask.adapt(() -> Characters.check(text)).fork());
    }
  }

  private Finding unreadable(IOException e) {
    boolean lost = !(e instanceof AccessDeniedException) && Files.isSymbolicLink(file) && !Files.exists(file);
    String key = Files.isDirectory(file) ? "J004.folder" : lost ? "J004.link" : "J004";
    return Finding.of(key, Place.of(file), Refusal.why(e));
  }

  private void parse() {
    read = decoded.map(characters -> reader.check(characters, name, this::wanted));
    source = read.flatMap(Reader.Checked::source);
  }

  private Reader.Wanted wanted(SourceText text, List<Finding> found) {
    Schemas.Chosen chosen = schemas.of(text, comparing.isPresent());
    found.addAll(chosen.findings());
    rules.clear();
    rules.addAll(chosen.rules());
    List<DefaultHandler> handlers = new ArrayList<>();
    chosen.grammars().forEach(grammar -> handlers.add(new GrammarCheck(text, grammar, found)));
    boolean alone = comparing.isEmpty();
    return new Reader.Wanted(handlers, !alone || !chosen.rules().isEmpty(), alone);
  }

  private void addOfCharacters() {
    if (read.isPresent()) {
      Reader.addOfCharacters(read.get(), decoded.orElseThrow(), this::ofCharacters);
      if (comparing.isPresent()) {
        read.get().findings().replaceAll(Inspection::inEdition);
      }
      findings.addAll(located(read.get().findings(), read.get().text().onDisk()));
    }
  }

  private List<Finding> ofCharacters(SourceText text) {
    boolean known = ofCharacters.isPresent() && text == decoded.orElseThrow().text();
    return known ? ofCharacters.get().join() : Characters.check(text);
  }

  private static Finding inEdition(Finding finding) {
    return Rulebook.get().severityInEdition(finding.code()).map(finding::weighing).orElse(finding);
  }

  private void compare() {
    boolean sound = Finding.areSound(findings);
    compared =
        comparing.flatMap(wanted -> source.map(file -> wanted.of(file, read.orElseThrow().text(), sound)));
  }

  /** Most files have the same rules, which then look at all of them together. */
  private static void addOfRules(List<Inspection> files) {
    Map<Rules, List<Inspection>> byRules = new LinkedHashMap<>();
    for (Inspection file : files) {
      file.subject = file.subject();
      file.subject.ifPresent(
          subject -> file.rules.forEach(rules -> byRules.computeIfAbsent(rules, r -> new ArrayList<>()).add(file)));
    }
    byRules.forEach(
        (rules, having) -> {
          List<List<Finding>> found = rules.check(having.stream().flatMap(file -> file.subject.stream()).toList());
          for (int i = 0; i < found.size(); i++) {
            having.get(i).findings.addAll(found.get(i));
          }
        });
  }

  private Optional<Rules.Subject> subject() {
    return source.filter(tree -> !Reader.isGarbled(findings)).map(
        tree -> {
          SourceText text = read.orElseThrow().text();
          return new Rules.Subject(tree, text, new Broken(List.copyOf(findings), tree, text.onDisk()));
        });
  }

  /** Names the element around each finding that has none yet. */
  static List<Finding> located(List<Finding> findings, SourceText text) {
    Map<Integer, Integer> offsets = new HashMap<>();
    for (int i = 0; i < findings.size(); i++) {
      if (findings.get(i).path().isEmpty()) {
        offsets.put(i, text.offset(findings.get(i).place()));
      }
    }
    Map<Integer, String> paths = Markup.paths(text.text(), offsets.values());
    List<Finding> located = new ArrayList<>(findings);
    offsets.forEach((i, offset) -> located.set(i, findings.get(i).inside(paths.getOrDefault(offset, ""))));
    return located;
  }
}
