package io.tarn.acceptance.product;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A system of a customer that takes webhooks, which the product's operator has listed.
public final class WebhookReceiver {
  private static final Object LOCK = new Object();
  private static WebhookReceiver running;

  private final HttpServer server;
  private final Map<String, List<Received>> received = new ConcurrentHashMap<>();

  private WebhookReceiver(HttpServer server) {
    this.server = server;
  }

  /// A request that came in.
  ///
  /// @param signature the header `Tarn-Signature`; empty where there was none
  public record Received(String body, String signature) {}

  /// The one of this run, started by the first caller.
  public static WebhookReceiver running() {
    synchronized (LOCK) {
      if (running == null) {
        running = start();
      }
      return running;
    }
  }

  private static WebhookReceiver start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var receiver = new WebhookReceiver(server);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", receiver::take);
      server.start();
      return receiver;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var signature = exchange.getRequestHeaders().getFirst("Tarn-Signature");
      received
          .computeIfAbsent(exchange.getRequestURI().getPath(), _ -> new CopyOnWriteArrayList<>())
          .add(new Received(body, signature == null ? "" : signature));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  /// The variables by which an operator lets the product send to it.
  public Map<String, String> settings() {
    return Map.of(
        "TARN_SCHEDULER_NOTIFICATIONS_HOSTS",
        address("").toString(),
        "TARN_SCHEDULER_NOTIFICATIONS_NETWORKS",
        "127.0.0.0/8");
  }

  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /// What came in at a path, the oldest first.
  public List<Received> received(String path) {
    return List.copyOf(received.getOrDefault(path, List.of()));
  }
}
