package jilu.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A step of the build: fetches the faces, Chinese and Western, and prepares them for print.
 *
 * <p>Arguments: the directory of the npm lock, a working directory, the directory for the results.
 */
public final class PrepareFonts {
  /** To be raised with every change to how a face is prepared. */
  private static final String PREPARATION = "3";

  private static final String SERIF = "@expo-google-fonts/noto-serif-sc";
  private static final String SCRIPT = "@fontsource/lxgw-wenkai";
  /** The family after which the letters of the Chinese serif are made, larger; it has italics and all letters. */
  private static final String LATIN = "@expo-google-fonts/source-serif-4";

  private static final double AS_LARGE_AS_SONG = 1.06;

  private final Path lock;
  private final Path work;
  private final Path results;

  private PrepareFonts(Path lock, Path work, Path results) {
    this.lock = lock;
    this.work = work;
    this.results = results;
  }

  /** Where a face comes from: a file in an npm package or, for the sans serif, on the class path. */
  private record Source(String face, String npmFile, String standIn) {
    boolean isWestern() {
      return face.contains("latin");
    }
  }

  private static final String REGULAR = SERIF + "/400Regular/NotoSerifSC_400Regular.ttf";
  private static final String BOLD = SERIF + "/700Bold/NotoSerifSC_700Bold.ttf";
  private static final String KAI = SCRIPT + "/files/lxgw-wenkai-latin-500-normal.woff";

  private static final List<Source> SOURCES = List.of(
      new Source("song", REGULAR, "Regular"),
      new Source("song-latin", REGULAR, "Regular"),
      new Source("song-latin-italic", LATIN + "/300Light_Italic/SourceSerif4_300Light_Italic.ttf", "Regular"),
      new Source("latin", LATIN + "/300Light/SourceSerif4_300Light.ttf", "Regular"),
      new Source("song-bold", BOLD, "Bold"),
      new Source("song-latin-bold", BOLD, "Bold"),
      new Source("kai", KAI, "Regular"),
      new Source("kai-latin", KAI, "Regular"),
      new Source("hei", "", "Regular"),
      new Source("hei-latin", "", "Regular"),
      new Source("hei-bold", "", "Bold"),
      new Source("hei-latin-bold", "", "Bold"));

  public static void main(String[] args) throws IOException, InterruptedException {
    new PrepareFonts(Path.of(args[0]), Path.of(args[1]), Path.of(args[2])).run();
  }

  private void run() throws IOException, InterruptedException {
    var stamp = work.resolve("prepared");
    var state = fingerprint();
    if (isUpToDate(stamp, state)) {
      return;
    }
    Files.createDirectories(work);
    Files.createDirectories(results);
    Files.deleteIfExists(stamp);
    var problem = fetch();
    problem.ifPresent(reason -> System.err.println(
        "[WARNING] Fonts: " + reason + ". The PDF is set in Noto Sans SC in place of Song and Kai;"
            + " install Node.js with npm and build again to have them."));
    prepareAll(problem.isEmpty());
    if (problem.isEmpty()) {
      Files.writeString(stamp, state);
    }
  }

  private String fingerprint() throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(Files.readAllBytes(lock.resolve("package-lock.json")));
      return PREPARATION + " " + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private boolean isUpToDate(Path stamp, String state) throws IOException {
    return Files.exists(stamp)
        && Files.readString(stamp).equals(state)
        && SOURCES.stream().allMatch(source -> Files.exists(result(source)));
  }

  private Path result(Source source) {
    return results.resolve(source.face + ".ttf");
  }

  /** Lets npm lay the packages of the lock under the working directory; a returned text says why not. */
  private Optional<String> fetch() throws IOException, InterruptedException {
    for (var name : List.of("package.json", "package-lock.json")) {
      Files.copy(lock.resolve(name), work.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    var log = work.resolve("npm.log");
    var npm = new ProcessBuilder(windows ? "npm.cmd" : "npm",
        "ci", "--ignore-scripts", "--no-audit", "--no-fund")
        .directory(work.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile());
    try {
      int status = npm.start().waitFor();
      return status == 0
          ? Optional.empty()
          : Optional.of("npm could not fetch them (see " + log + ")");
    } catch (IOException e) {
      return Optional.of("npm, which fetches them, was not found");
    }
  }

  private void prepareAll(boolean fetched) throws IOException {
    try {
      SOURCES.parallelStream().forEach(source -> prepare(source, fetched));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    copyLicences(fetched);
  }

  private void prepare(Source source, boolean fetched) {
    try {
      boolean fromNpm = fetched && !source.npmFile.isEmpty();
      var font = PrintFont.read(fromNpm ? Files.readAllBytes(npm(source.npmFile)) : sans(source.standIn));
      if (source.isWestern()) {
        font.makeWestern();
        font.separateCharacters();
      } else {
        prepareForChinese(font);
      }
      if (fromNpm && source.npmFile.startsWith(LATIN)) {
        font.adapt(AS_LARGE_AS_SONG);
      }
      Files.write(result(source), font.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(source.face + ": " + e.getMessage(), e);
    }
  }

  private static void prepareForChinese(PrintFont font) {
    font.separateCharacters();
    font.joinDashes();
    font.widenQuotes();
    font.halveMiddleDot();
    font.compressPunctuation();
  }

  private Path npm(String file) {
    return work.resolve("node_modules").resolve(file);
  }

  private static byte[] sans(String weight) throws IOException {
    return resource("NotoSansSC-" + weight + ".ttf");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        PrepareFonts.class.getResourceAsStream("/fonts/ttf/NotoSansSC/" + name)) {
      if (in == null) {
        throw new IOException("Noto Sans SC is not on the class path");
      }
      return in.readAllBytes();
    }
  }

  /** The OFL asks that its text goes wherever the fonts go. */
  private void copyLicences(boolean fetched) throws IOException {
    Files.write(results.resolve("OFL-noto-sans-sc.txt"), resource("OFL.txt"));
    if (fetched) {
      Files.copy(npm(SERIF + "/LICENSE_FONT"), results.resolve("OFL-noto-serif-sc.txt"),
          StandardCopyOption.REPLACE_EXISTING);
      Files.copy(npm(LATIN + "/LICENSE_FONT"), results.resolve("OFL-source-serif.txt"),
          StandardCopyOption.REPLACE_EXISTING);
      Files.copy(npm(SCRIPT + "/LICENSE"), results.resolve("OFL-lxgw-wenkai.txt"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
