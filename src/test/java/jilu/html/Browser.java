package jilu.html;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jilu.External;
import net.sf.saxon.s9api.XdmAtomicValue;

/** A Chromium without a window, told what to do over its DevTools protocol. */
final class Browser implements AutoCloseable {
  private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final AtomicInteger number = new AtomicInteger();
  private final Map<Integer, CompletableFuture<String>> answers = new ConcurrentHashMap<>();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
  private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();

  private Browser(Process process, Path profile, URI page) {
    this.process = process;
    this.profile = profile;
    this.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(page, new Listener()).join();
    for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
      send(domain + ".enable", "{}");
    }
    send("Emulation.setFocusEmulationEnabled", "{\"enabled\":true}");
  }

  /** Starts a browser; where there is none, the test is skipped or fails. */
  static Browser start() throws Exception {
    var profile = Files.createTempDirectory("browser");
    for (String name : NAMES) {
      try {
        var process = new ProcessBuilder(name, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
            "--force-prefers-reduced-motion", "--remote-debugging-port=0", "--user-data-dir=" + profile, "about:blank")
            .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return new Browser(process, profile, page(profile));
      } catch (IOException e) {
        continue;
      }
    }
    External.missing("Chromium is missing; install it (Debian: chromium)");
    throw new AssertionError();
  }

  /** The browser's path; where there is none, the test is skipped or fails. */
  static Path program() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(
            () -> {
              External.missing("Chromium is missing; install it (Debian: chromium)");
              throw new AssertionError();
            });
  }

  private static URI page(Path profile) throws Exception {
    var port = profile.resolve("DevToolsActivePort");
    for (int i = 0; i < 300 && !(Files.exists(port) && Files.readString(port).contains("\n")); i++) {
      Thread.sleep(100);
    }
    var list = URI.create("http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json/list");
    var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString()).body();
    return URI.create(json(answer, "?*[?type = 'page'][1]?webSocketDebuggerUrl"));
  }

  /** Goes to an address and waits until the page has loaded. */
  void open(String address) throws Exception {
    loaded = new CompletableFuture<>();
    var from = json(send("Page.navigate", "{\"url\":" + quoted(address) + "}"), "?result?loaderId");
    if (!from.isEmpty()) {
      loaded.get(30, TimeUnit.SECONDS);
    }
  }

  /** What an expression of JavaScript gives, as a string; a promise is waited for. */
  String eval(String expression) {
    var answer = send("Runtime.evaluate", "{\"awaitPromise\":true,\"userGesture\":true,\"returnByValue\":true,\"expression\":"
        + quoted("(async () => String(await (" + expression + ")))()") + "}");
    var failure = json(answer, "?result?exceptionDetails?exception?description");
    if (!failure.isEmpty()) {
      throw new AssertionError(expression + ": " + failure);
    }
    return json(answer, "?result?result?value");
  }

  /** Waits until an expression is true; between two pages it may have no value. */
  void until(String condition) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      if (eval("(() => { try { return " + condition + " } catch { return false } })()").equals("true")) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("never: " + condition);
  }

  void press(String key) {
    for (String type : List.of("keyDown", "keyUp")) {
      var text = key.equals("Enter") ? ",\"text\":\"\\r\"" : "";
      send("Input.dispatchKeyEvent", "{\"type\":\"" + type + "\",\"key\":\"" + key + "\",\"code\":\"" + key + "\""
          + (type.equals("keyDown") ? text : "") + ",\"windowsVirtualKeyCode\":"
          + Map.of("Escape", 27, "Tab", 9, "Enter", 13).get(key) + "}");
    }
  }

  /** Moves the pointer over an element, and presses there if asked to. */
  void point(String selector, boolean press) {
    var at = eval("(() => { const e = document.querySelector(" + quoted(selector) + "); e.scrollIntoView({block: 'center', behavior: 'instant'});"
        + " const r = e.getClientRects()[0]; return (r.left + Math.min(r.width / 2, 8)) + ' ' + (r.top + r.height / 2); })()").split(" ");
    var place = ",\"x\":" + at[0] + ",\"y\":" + at[1] + ",\"button\":\"left\",\"clickCount\":1}";
    send("Input.dispatchMouseEvent", "{\"type\":\"mouseMoved\",\"x\":" + at[0] + ",\"y\":" + at[1] + "}");
    if (press) {
      send("Input.dispatchMouseEvent", "{\"type\":\"mousePressed\"" + place);
      send("Input.dispatchMouseEvent", "{\"type\":\"mouseReleased\"" + place);
    }
  }

  void touch(String selector) {
    var at = eval("(() => { const e = document.querySelector(" + quoted(selector) + "); e.scrollIntoView({block: 'center', behavior: 'instant'});"
        + " const r = e.getClientRects()[0]; return (r.left + 8) + ' ' + (r.top + r.height / 2); })()").split(" ");
    send("Input.dispatchTouchEvent", "{\"type\":\"touchStart\",\"touchPoints\":[{\"x\":" + at[0] + ",\"y\":" + at[1] + "}]}");
    send("Input.dispatchTouchEvent", "{\"type\":\"touchEnd\",\"touchPoints\":[]}");
  }

  void size(int width, int height) {
    send("Emulation.setDeviceMetricsOverride",
        "{\"width\":" + width + ",\"height\":" + height + ",\"deviceScaleFactor\":1,\"mobile\":" + (width < 500) + "}");
  }

  void dark(boolean dark) {
    send("Emulation.setEmulatedMedia",
        "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + (dark ? "dark" : "light") + "\"}]}");
  }

  void scripts(boolean on) {
    send("Emulation.setScriptExecutionDisabled", "{\"value\":" + !on + "}");
  }

  void picture(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(json(send("Page.captureScreenshot", "{\"format\":\"png\"}"), "?result?data")));
  }

  /** The addresses that were asked for. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  /** What the console and the browser complained about. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  String send(String method, String parameters) {
    int id = number.incrementAndGet();
    var answer = new CompletableFuture<String>();
    answers.put(id, answer);
    socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}", true).join();
    return answer.orTimeout(60, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() throws Exception {
    socket.abort();
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      profile.toFile().deleteOnExit();
    }
  }

  private static String json(String text, String path) {
    try {
      var xpath = Site.XSLT.xpath();
      xpath.declareVariable(new net.sf.saxon.s9api.QName("text"));
      var selector = xpath.compile("string((parse-json($text)" + path + ")[1])").load();
      selector.setVariable(new net.sf.saxon.s9api.QName("text"), new XdmAtomicValue(text));
      return selector.evaluateSingle().getStringValue();
    } catch (net.sf.saxon.s9api.SaxonApiException e) {
      throw new AssertionError(path + " in " + text, e);
    }
  }

  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      quoted.append(c == '"' || c == '\\' ? "\\" + c : c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
    }
    return quoted.append('"').toString();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        receive(message.toString());
        message.setLength(0);
      }
      socket.request(1);
      return null;
    }

    private void receive(String text) {
      if (text.startsWith("{\"id\":")) {
        var id = Integer.parseInt(text.substring(6, text.indexOf(',')));
        answers.remove(id).complete(text);
      } else if (text.startsWith("{\"method\":\"Page.loadEventFired\"")) {
        loaded.complete(null);
      } else if (text.startsWith("{\"method\":\"Network.requestWillBeSent\"")) {
        requests.add(json(text, "?params?request?url"));
      } else if (text.startsWith("{\"method\":\"Runtime.exceptionThrown\"") || text.startsWith("{\"method\":\"Log.entryAdded\"")
          || text.startsWith("{\"method\":\"Runtime.consoleAPICalled\"")) {
        complaints.add(text);
      }
    }
  }
}
