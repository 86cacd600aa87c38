package io.tarn.query.api;

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

/// Limits that a test can reach in seconds, and a catalog-service that keeps one query and gives it
/// to whoever has exchanged a grant.
public final class QueryServiceResource implements QuarkusTestResourceLifecycleManager {
  /// The query that there is; all others are unknown.
  static final UUID KEPT = UUID.fromString("0198a5a0-0000-7000-8000-000000000001");

  static final String STATEMENT =
      "SELECT eventName FROM $EDS_ID WHERE eventName = {{name}} AND eventTime >= {{period.start}}"
          + " AND eventTime < {{period.end}}";

  private static final String ANSWER =
      """
      {"id": "%s", "version": 3, "title": "Kept", "statement": "%s", "parameters": [
        {"name": "name", "type": "text", "default": "CreateBucket"},
        {"name": "period", "type": "time-range", "default": "2023-01-01/2023-02-01"}]}"""
          .formatted(KEPT, STATEMENT);

  private HttpServer catalog;

  @Override
  public Map<String, String> start() {
    try {
      catalog = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    catalog.createContext("/internal/grants/exchanged", QueryServiceResource::exchange);
    catalog.createContext("/v1/tenants/", QueryServiceResource::query);
    catalog.start();
    return Map.of(
        "quarkus.http.test-port", "0",
        "tarn.services.catalog.url", "http://127.0.0.1:" + catalog.getAddress().getPort(),
        "tarn.query.tenant-database.largest-fetch", "16M",
        "tarn.query.limits.run-time", "PT12S",
        "tarn.query.result-sweep", "1s",
        "tarn.query.limits.concurrent-executions", "2",
        "tarn.query.limits.queued-executions", "2");
  }

  private static void exchange(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var isFit =
        body.contains("\"audience\":\"catalog-service\"") && body.contains("\"grant\":\"ey");
    answer(exchange, isFit ? 200 : 401, "{\"grant\": \"exchanged\"}");
  }

  private static void query(HttpExchange exchange) throws IOException {
    var isExchanged =
        "Bearer exchanged".equals(exchange.getRequestHeaders().getFirst("Authorization"));
    var isKept = exchange.getRequestURI().getPath().endsWith("/" + KEPT + "/runs");
    answer(exchange, !isExchanged ? 401 : isKept ? 200 : 404, ANSWER);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void stop() {
    catalog.stop(0);
  }
}
