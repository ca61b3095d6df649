package xinglin.app.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xinglin.warehouse.failure.DeliveryException;

/** Pages on 127.0.0.1, for programs on this machine only: JDK's own small server. */
final class LocalPages implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalPages.class);
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int FAILED = 500;
  private final HttpServer server;
  private final ExecutorService side;

  /** What is answered. */
  record Page(int status, String type, String text) {}

  /**
   * @param port 0 takes a free one
   */
  LocalPages(int port, Map<String, Supplier<Page>> pages) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new DeliveryException(
          "Cannot listen on 127.0.0.1:" + port + ": " + e.getMessage(),
          DeliveryException.Retry.SAFE,
          e);
    }
    side =
        Executors.newFixedThreadPool(
            2,
            task -> {
              Thread thread = new Thread(task, "serve.pages");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(side);
    server.createContext("/", exchange -> answer(exchange, pages));
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, Map<String, Supplier<Page>> pages)
      throws IOException {
    try (exchange) {
      send(exchange, page(exchange, pages));
    }
  }

  private static Page page(HttpExchange exchange, Map<String, Supplier<Page>> pages) {
    Supplier<Page> wanted = pages.get(exchange.getRequestURI().getPath());
    if (wanted == null) {
      return new Page(NOT_FOUND, "text/plain", String.join("\n", pages.keySet()) + "\n");
    }
    if (!exchange.getRequestMethod().equals("GET")) {
      return new Page(NOT_ALLOWED, "text/plain", "GET\n");
    }
    try {
      return wanted.get();
    } catch (RuntimeException e) {
      LOG.error("event=page.failed cause={}", e.getClass().getSimpleName());
      LOG.debug("page failed", e);
      return new Page(FAILED, "text/plain", "failed\n");
    }
  }

  private static void send(HttpExchange exchange, Page page) throws IOException {
    byte[] bytes = page.text().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", page.type() + "; charset=utf-8");
    exchange.sendResponseHeaders(page.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    side.shutdownNow();
  }
}
