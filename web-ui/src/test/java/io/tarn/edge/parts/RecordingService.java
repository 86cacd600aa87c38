package io.tarn.edge.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tarn.common.secret.MasterSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// All services behind the edge in one real HTTP server: it gives grants as catalog-service does,
/// and records whatever else arrives.
public final class RecordingService implements AutoCloseable {
  /// One request as it arrived.
  public record Arrival(String method, String uri, Headers headers, long bytes, String digest) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EDGE_KEY =
      MasterSecret.ofHex(Installation.MASTER_SECRET).derive("edge-key", "web-ui");

  private final HttpServer server;
  private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
  private final Queue<JsonNode> grants = new ConcurrentLinkedQueue<>();
  private final Set<String> endedTokens = ConcurrentHashMap.newKeySet();
  private final Set<String> removed = ConcurrentHashMap.newKeySet();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  RecordingService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Requests since the last [#forget].
  public Queue<Arrival> arrivals() {
    return arrivals;
  }

  /// Which grants the edge asked for.
  public Queue<JsonNode> grants() {
    return grants;
  }

  public Set<String> endedTokens() {
    return endedTokens;
  }

  /// From now on no grant is given for the token.
  public void remove(String token) {
    removed.add(token);
  }

  public void forget() {
    removed.clear();
    arrivals.clear();
    grants.clear();
  }

  /// From now on no upload is read until the latch is counted down.
  public CountDownLatch holdUploads() {
    gate = new CountDownLatch(1);
    return gate;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestURI().getPath()) {
        case "/internal/grants" -> grant(exchange);
        case "/internal/sessions/ended" -> {
          endedTokens.add(json(exchange).path("token").asText());
          answer(exchange, 204, null);
        }
        default -> record(exchange);
      }
    }
  }

  private void grant(HttpExchange exchange) throws IOException {
    var question = json(exchange);
    grants.add(question);
    var token = question.path("credential").path("token").asText();
    if (!EDGE_KEY.equals(exchange.getRequestHeaders().getFirst("Tarn-Edge-Key"))) {
      answer(exchange, 403, Map.of("type", "/problems/forbidden"));
    } else if (endedTokens.contains(token)) {
      answer(exchange, 401, Map.of("type", "/problems/session-ended"));
    } else if (token.startsWith("bad") || removed.contains(token)) {
      answer(exchange, 401, Map.of("type", "/problems/unauthenticated"));
    } else if ("foreign".equals(question.path("tenant").asText())) {
      answer(exchange, 404, Map.of("type", "/problems/not-found"));
    } else if (question.path("tenant").asText().length() > 200) {
      // As catalog-service refuses a name that no tenant can have.
      var fault = Map.of("field", "tenant", "reason", "size must be between 0 and 200");
      answer(
          exchange, 400, Map.of("type", "/problems/invalid-request", "violations", List.of(fault)));
    } else {
      var grant =
          "grant:" + question.path("audience").asText() + ":" + question.path("tenant").asText();
      var ends = Instant.now().plusSeconds(60).toString();
      answer(exchange, 200, Map.of("grant", grant, "expiresAt", ends, "credentialExpiresAt", ends));
    }
  }

  private void record(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    if (path.endsWith("/events")) {
      await(gate);
    }
    var digest = sha256();
    long bytes = 0;
    var buffer = new byte[65_536];
    for (int n; (n = exchange.getRequestBody().read(buffer)) >= 0; bytes += n) {
      digest.update(buffer, 0, n);
    }
    arrivals.add(
        new Arrival(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders(),
            bytes,
            HexFormat.of().formatHex(digest.digest())));
    if (path.endsWith("/queries/slow")) {
      sleep(5_000);
    }
    exchange.getResponseHeaders().add("Set-Cookie", "planted=1");
    exchange.getResponseHeaders().add("Tarn-Internal", "secret");
    exchange.getResponseHeaders().add("Content-Security-Policy", "default-src *");
    exchange.getResponseHeaders().add("X-Request-Id", "made-by-the-service");
    if (path.endsWith("/results")) {
      stream(exchange);
    } else {
      answer(exchange, 200, Map.of("bytes", bytes));
    }
  }

  private static void stream(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    var row = "x".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < 1600; i++) {
      exchange.getResponseBody().write(row);
    }
  }

  private static void answer(HttpExchange exchange, int status, Map<String, ?> body)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    if (body == null) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    var bytes = JSON.writeValueAsBytes(body);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static JsonNode json(HttpExchange exchange) throws IOException {
    return JSON.readTree(exchange.getRequestBody());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      throw new UncheckedIOException(new IOException(stopped));
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
