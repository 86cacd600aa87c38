package io.tarn.scheduler.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// catalog-service and query-service, as far as runs ask them. What is to happen is said by words
/// in the statement (`busy` is 503 the first time, `bad` is refused, `slow` never ends) and by the
/// owner's subject (`gone...` and `viewer...` get no grants).
public final class OtherServicesResource implements QuarkusTestResourceLifecycleManager {
  /// The kept query that there is, which needs a window.
  static final UUID KEPT = UUID.fromString("0198a5a0-0000-7000-8000-000000000001");

  private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"([^\"]*)\"");

  private final Map<String, String> byKey = new ConcurrentHashMap<>();
  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final AtomicLong position = new AtomicLong(1000);
  private final AtomicInteger changes = new AtomicInteger();
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/internal/grants/scheduled", OtherServicesResource::grant);
    server.createContext("/internal/grants/exchanged", OtherServicesResource::exchange);
    server.createContext("/v1/tenants/", this::query);
    server.createContext("/executions", this::executions);
    server.start();
    var address = "http://127.0.0.1:" + server.getAddress().getPort();
    return Map.of(
        "tarn.services.catalog.url", address,
        "tarn.services.query.url", address,
        "tarn.scheduler.every", "0.2s",
        "tarn.scheduler.poll", "PT0.2S",
        "tarn.scheduler.back-off", "PT0.2S");
  }

  private static void grant(HttpExchange exchange) throws IOException {
    var body = read(exchange);
    var key = exchange.getRequestHeaders().getFirst("Tarn-Edge-Key");
    var subject = group(SUBJECT.matcher(body));
    if (key == null || key.isBlank()) {
      answer(exchange, 401, "{\"type\": \"/problems/unauthenticated\"}");
    } else if (subject.startsWith("gone")) {
      answer(exchange, 403, problem("owner-left", 403, "The owner has no role any more."));
    } else if (subject.startsWith("viewer")) {
      answer(exchange, 403, problem("owner-lost-role", 403, "The owner is viewer now."));
    } else {
      answer(exchange, 200, "{\"grant\": \"grant-of-" + subject + "\"}");
    }
  }

  private static void exchange(HttpExchange exchange) throws IOException {
    var isFit = read(exchange).contains("\"grant\":\"ey");
    answer(exchange, isFit ? 200 : 401, "{\"grant\": \"grant-of-caller\"}");
  }

  private static void validate(HttpExchange exchange) throws IOException {
    if (read(exchange).contains("FROM nowhere")) {
      answer(exchange, 400, problem("invalid-statement", 400, "line 1, column 15: no such table"));
    } else {
      answer(exchange, 200, "{\"columns\": []}");
    }
  }

  private static void kept(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().contains("/queries/" + KEPT)) {
      answer(exchange, 200, "{\"statement\": \"SELECT {{window.start}}\"}");
    } else {
      answer(exchange, 404, problem("not-found", 404, "no such thing"));
    }
  }

  private void query(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (authorization == null || !authorization.startsWith("Bearer grant-of-")) {
      answer(exchange, 401, problem("unauthenticated", 401, "no grant"));
    } else if (path.endsWith(":validate")) {
      validate(exchange);
    } else if (path.endsWith("/position")) {
      answer(exchange, 200, "{\"position\": " + position.incrementAndGet() + "}");
    } else if (path.endsWith("/results")) {
      results(exchange);
    } else if (path.contains("/catalogue/")) {
      kept(exchange);
    } else if (exchange.getRequestMethod().equals("POST")) {
      submit(exchange);
    } else {
      look(exchange);
    }
  }

  private void submit(HttpExchange exchange) throws IOException {
    var body = read(exchange);
    var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    var isFirst = bodies.putIfAbsent(key, body) == null;
    if (body.contains("bad")) {
      answer(exchange, 400, problem("invalid-statement", 400, "line 1, column 1: it is bad"));
    } else if (body.contains("busy") && isFirst) {
      answer(exchange, 503, problem("unavailable", 503, "later"));
    } else {
      var id = byKey.computeIfAbsent(key, _ -> UUID.randomUUID().toString());
      bodies.put(id, body);
      answer(exchange, 202, "{\"id\": \"" + id + "\", \"state\": \"QUEUED\"}");
    }
  }

  private void look(HttpExchange exchange) throws IOException {
    var id = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
    var body = bodies.get(id);
    if (body == null) {
      answer(exchange, 404, problem("not-found", 404, "no such thing"));
    } else if (body.contains("slow")) {
      answer(exchange, 200, "{\"state\": \"RUNNING\", \"statistics\": {\"rows\": 0}}");
    } else {
      answer(
          exchange,
          200,
          """
          {"state": "FINISHED", "submittedAt": "2026-05-01T00:00:00Z", "actor": {},
           "columns": [{"name": "name", "type": "varchar"}, {"name": "count", "type": "bigint"}],
           "statistics": {"rows": 7, "resultBytes": 210}}""");
    }
  }

  /// Seven rows; those of a statement that is `changing` are others each time by one.
  private void results(HttpExchange exchange) throws IOException {
    var id =
        exchange.getRequestURI().getPath().replaceFirst("/results$", "").replaceFirst(".*/", "");
    var isChanging = bodies.getOrDefault(id, "").contains("changing");
    var first = isChanging ? changes.getAndIncrement() : 0;
    var rows =
        IntStream.range(first, first + 7)
            .mapToObj(n -> "[\"row " + n + "\", " + n + "]")
            .collect(Collectors.joining(", "));
    answer(
        exchange,
        200,
        "{\"columns\": [{\"name\": \"name\"}, {\"name\": \"count\"}], \"rows\": [" + rows + "]}");
  }

  /// What was submitted for an execution: for the tests.
  private void executions(HttpExchange exchange) throws IOException {
    var id = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
    answer(exchange, 200, bodies.getOrDefault(id, "{}"));
  }

  private static String problem(String name, int status, String detail) {
    return "{\"type\": \"/problems/%s\", \"title\": \"T\", \"status\": %d, \"detail\": \"%s\"}"
        .formatted(name, status, detail);
  }

  private static String group(Matcher matcher) {
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String read(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
