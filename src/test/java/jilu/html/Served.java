package jilu.html;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder on a web server of this machine, until it is closed. */
final class Served implements AutoCloseable {
  private static final Map<String, String> TYPES =
      Map.of("html", "text/html; charset=utf-8", "css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");

  private final HttpServer server;

  private Served(HttpServer server) {
    this.server = server;
  }

  /** Serves a folder, each file with these headers besides its type. */
  static Served of(Path folder, Map<String, String> headers) throws IOException {
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", exchange -> {
      var file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
      headers.forEach(exchange.getResponseHeaders()::add);
      if (Files.isRegularFile(file)) {
        var type = TYPES.getOrDefault(file.toString().replaceFirst("^.*\\.", ""), "application/octet-stream");
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, 0);
        Files.copy(file, exchange.getResponseBody());
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
      exchange.close();
    });
    server.start();
    return new Served(server);
  }

  String home() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
