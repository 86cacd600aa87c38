package io.tarn.scheduler.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tarn.common.postgres.TenantFixture;
import io.tarn.common.schema.EventCategory;
import io.tarn.sql.EventDataStore;
import io.tarn.sql.StatementException;
import io.tarn.sql.Translation;
import io.tarn.sql.TranslationContext;
import io.tarn.sql.Translator;
import io.tarn.sql.parameter.ParameterDeclaration;
import io.tarn.sql.parameter.Parameters;
import io.tarn.sql.parameter.RunWindow;
import io.tarn.sql.parameter.TimeSpan;
import io.tarn.testing.TestParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// catalog-service and query-service for chargeback: statements are translated and run over real
/// events of two tenants. Pages have two rows, so that reading has to go on.
public final class RealEventsResource implements QuarkusTestResourceLifecycleManager {
  /// The kept query that there is.
  static final UUID KEPT = UUID.fromString("0198a5a0-0000-7000-8000-000000000002");

  /// A statement with this comment sees an event come in between its first and second count.
  static final String ARRIVING = "-- comes in meanwhile";

  private static final int PAGE = 2;
  private static final String GRANT_FOR = "grant-for-";

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Lake> lakes = new ConcurrentHashMap<>();
  private final Map<String, String> byKey = new ConcurrentHashMap<>();
  private final Map<String, JsonNode> results = new ConcurrentHashMap<>();
  private final TestParts parts = TestParts.running();
  private HttpServer server;
  private volatile boolean hasArrived;

  /// A tenant's events.
  private record Lake(TenantFixture tenant, UUID store) {}

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", this::handle);
      server.start();
      var address = "http://127.0.0.1:" + server.getAddress().getPort();
      return Map.of(
          "tarn.services.catalog.url", address,
          "tarn.services.query.url", address,
          "test.events", address,
          "test.acme", lake(),
          "test.globex", lake());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private String lake() throws SQLException {
    // Open until the process ends: the fixture inserts by it.
    var provisioner = parts.connectAs("tarn_ingest");
    var tenant = TenantFixture.create(provisioner, parts.masterSecret());
    lakes.put(tenant.tenant().value(), new Lake(tenant, tenant.store("main", true)));
    return tenant.tenant().value();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      answer(exchange);
    } catch (StatementException fault) {
      send(
          exchange,
          400,
          Map.of(
              "type",
              "/problems/invalid-statement",
              "title",
              "Invalid statement",
              "status",
              400,
              "faults",
              List.of(
                  Map.of(
                      "line", fault.line(),
                      "column", fault.column(),
                      "detail", fault.getMessage()))));
    } catch (SQLException | RuntimeException failure) {
      send(exchange, 500, Map.of("title", "played", "detail", failure.toString()));
    }
  }

  private void answer(HttpExchange exchange) throws IOException, SQLException {
    var path = exchange.getRequestURI().getPath();
    if (path.startsWith("/internal/grants/")) {
      var purpose = json.readTree(exchange.getRequestBody()).path("purpose").asText("api");
      send(exchange, 200, Map.of("grant", GRANT_FOR + purpose));
      return;
    }
    var tenant = path.split("/", -1)[3];
    if (path.startsWith("/v1/events/")) {
      put(lakes.get(tenant), json.readTree(exchange.getRequestBody()));
      send(exchange, 200, Map.of());
    } else if (path.contains("/catalogue/queries/")) {
      var isKnown = path.contains(KEPT.toString());
      send(
          exchange,
          isKnown ? 200 : 404,
          isKnown
              ? Map.of(
                  "version",
                  4,
                  "parameters",
                  List.of(),
                  "statement",
                  "SELECT eventTime AS at, 2 AS units, eventName FROM $EDS_ID")
              : Map.of("status", 404));
    } else if (path.endsWith(":validate")) {
      var _ = translated(lakes.get(tenant), json.readTree(exchange.getRequestBody()));
      send(exchange, 200, Map.of());
    } else if (exchange.getRequestMethod().equals("POST")) {
      submit(exchange, lakes.get(tenant));
    } else {
      look(exchange, path);
    }
  }

  private static void put(Lake lake, JsonNode event) throws SQLException {
    var columns = new HashMap<String, Object>();
    event
        .path("columns")
        .properties()
        .forEach(
            one ->
                columns.put(
                    one.getKey(),
                    one.getValue().isInt() ? one.getValue().asInt() : one.getValue().asText()));
    lake.tenant()
        .event(lake.store(), event.path("time").asText(), event.path("id").asText(), columns);
  }

  private void submit(HttpExchange exchange, Lake lake) throws IOException, SQLException {
    var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    var body = json.readTree(exchange.getRequestBody());
    var grant = exchange.getRequestHeaders().getFirst("Authorization");
    if (body.has("window") && !grant.endsWith(GRANT_FOR + "chargeback")) {
      send(
          exchange, 400, Map.of("status", 400, "detail", "window is given by scheduled runs only"));
      return;
    }
    var id = byKey.get(key);
    var statement = body.path("statement").asText();
    if (statement.startsWith("SELECT sum") && statement.contains(ARRIVING) && !hasArrived) {
      hasArrived = true;
      lake.tenant().event(lake.store(), "2023-05-31 23:59:59", "late", Map.of());
    }
    if (id == null) {
      id = UUID.randomUUID().toString();
      results.put(id, run(lake, translated(lake, body)));
      byKey.put(key, id);
    }
    send(exchange, 202, Map.of("id", id, "state", "QUEUED"));
  }

  private Translation translated(Lake lake, JsonNode body) {
    var declared =
        ParameterDeclaration.parameters(
            List.of(json.convertValue(body.path("parameters"), ParameterDeclaration[].class)));
    Map<String, Object> values = new HashMap<>();
    body.path("values")
        .properties()
        .forEach(one -> values.put(one.getKey(), one.getValue().asText()));
    var now = Instant.now();
    var bound = Parameters.bind(declared, values, now);
    var window = body.path("window");
    var withWindow =
        window.isMissingNode()
            ? bound.withSomeWindow(now)
            : bound.withWindow(
                RunWindow.of(new TimeSpan(time(window, "start"), time(window, "end"))));
    var store = new EventDataStore(lake.store(), "main", "arn", EventCategory.CLOUDTRAIL, true);
    var context =
        new TranslationContext(lake.tenant().tenant().schema(), List.of(store), now, withWindow);
    return new Translator().translate(body.path("statement").asText(), context);
  }

  private static LocalDateTime time(JsonNode window, String end) {
    return LocalDateTime.ofInstant(Instant.parse(window.path(end).asText()), ZoneOffset.UTC);
  }

  private JsonNode run(Lake lake, Translation translation) throws SQLException {
    var result = json.createObjectNode();
    var columns = result.putArray("columns");
    translation
        .columns()
        .forEach(
            one -> columns.addObject().put("name", one.name()).put("type", one.type().display()));
    var rows = result.putArray("rows");
    try (var connection = parts.connectAs(lake.tenant().tenant().schema());
        var statement = connection.prepareStatement(translation.sql())) {
      int position = 1;
      for (var value : translation.parameters()) {
        statement.setObject(position++, value);
      }
      try (var found = statement.executeQuery()) {
        while (found.next()) {
          var row = rows.addArray();
          for (int index = 1; index <= translation.columns().size(); index++) {
            row.add(found.getString(index));
          }
        }
      }
    }
    return result;
  }

  private void look(HttpExchange exchange, String path) throws IOException {
    var isResults = path.endsWith("/results");
    var id = path.replaceFirst("/results$", "").replaceFirst(".*/", "");
    var result = results.get(id);
    var rows = (ArrayNode) result.path("rows");
    if (!isResults) {
      send(
          exchange,
          200,
          Map.of(
              "state", "FINISHED",
              "submittedAt", "2024-06-01T00:00:00Z",
              "actor", Map.of(),
              "columns", result.path("columns"),
              "statistics", Map.of("rows", rows.size())));
      return;
    }
    var query = exchange.getRequestURI().getQuery();
    int from =
        query.contains("cursor=") ? Integer.parseInt(query.replaceFirst(".*cursor=", "")) : 0;
    var page = json.createObjectNode();
    var shown = page.putArray("rows");
    for (int index = from; index < Math.min(from + PAGE, rows.size()); index++) {
      shown.add(rows.get(index));
    }
    if (from + PAGE < rows.size()) {
      page.put("nextCursor", Integer.toString(from + PAGE));
    }
    send(exchange, 200, page);
  }

  private void send(HttpExchange exchange, int status, Object body) throws IOException {
    var bytes = json.writeValueAsBytes(body);
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
