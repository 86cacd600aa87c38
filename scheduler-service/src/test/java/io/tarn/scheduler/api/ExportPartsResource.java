package io.tarn.scheduler.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tarn.common.secret.MasterSecret;
import io.tarn.testing.TestS3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// catalog-service and query-service, as far as exports ask them, beside a real S3 endpoint. The
/// last group of an execution's id says how many rows it has, the first what else is with it; a
/// tenant's id says what is with its bucket.
public final class ExportPartsResource implements QuarkusTestResourceLifecycleManager {
  static final String FINISHED = "0198a5a0";
  static final String LIVE = "0198a5a1";
  static final String CANCELLED = "0198a5a2";
  static final String FOREIGN = "0198a5a3";

  /// Finished, with rows so large that a file has several parts.
  static final String WIDE = "0198a5a4";

  /// How ids of tenants begin whose bucket has a fault at the first attempt, or always.
  static final String INTERNAL_ERROR = "wrong";

  static final String LOST_ON_THE_WAY = "broken";
  static final String ANSWER_LOST = "unheard";
  static final String SIGN_FILE_DENIED = "unsigned";

  private static final Pattern TENANT = Pattern.compile("\"tenant\":\"([0-9a-z]{26})\"");
  private static final Pattern ROWS = Pattern.compile("rows=([0-9]+)");
  private static final String FAULTS = "io.tarn.test.faults.";
  private static final int PAGE = 3;
  private static final int WIDE_TEXT = 2_000_000;

  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private final Map<String, UUID> byKey = new ConcurrentHashMap<>();
  private HttpServer server;
  private FaultyS3 faulty;
  private String address;

  /// An execution of so many rows.
  static UUID execution(String kind, long rows) {
    var random = UUID.randomUUID().toString();
    return UUID.fromString(kind + random.substring(8, 24) + "%012x".formatted(rows));
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      faulty = FaultyS3.before(TestS3.running().endpoint(), ExportPartsResource::faultOf);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/internal/grants/scheduled", ExportPartsResource::grant);
    server.createContext("/internal/grants/exchanged", ExportPartsResource::exchange);
    server.createContext("/internal/delivery-places", this::place);
    server.createContext("/v1/tenants/", this::query);
    server.createContext("/busy", ExportPartsResource::busy);
    server.start();
    address = "http://127.0.0.1:" + server.getAddress().getPort();
    var settings = new HashMap<String, String>();
    settings.put("tarn.services.catalog.url", address);
    settings.put("tarn.services.query.url", address);
    settings.put("tarn.scheduler.every", "0.2s");
    settings.put("tarn.scheduler.exports.poll", "PT0.2S");
    settings.put("tarn.scheduler.exports.back-off", "PT0.2S");
    settings.put("tarn.scheduler.exports.retries", "3");
    settings.put("tarn.scheduler.exports.concurrent", "4");
    settings.put("tarn.scheduler.exports.lease", "PT4S");
    settings.put(
        "tarn.scheduler.destination-hosts",
        TestS3.running().endpoint() + ",http://localhost:1,*.example.test");
    settings.put("tarn.scheduler.destination-networks", "127.0.0.0/30");
    return settings;
  }

  private static void grant(HttpExchange exchange) throws IOException {
    var body = read(exchange);
    if (!body.contains("\"purpose\":\"export\"")) {
      answer(exchange, 400, "{\"type\": \"/problems/invalid-request\"}");
    } else if (body.contains("\"subject\":\"gone")) {
      answer(exchange, 403, "{\"type\": \"/problems/owner-left\", \"title\": \"T\"}");
    } else {
      answer(exchange, 200, "{\"grant\": \"grant-of-owner\"}");
    }
  }

  private static void exchange(HttpExchange exchange) throws IOException {
    var isFit = read(exchange).contains("\"grant\":\"ey");
    answer(exchange, isFit ? 200 : 401, "{\"grant\": \"grant-of-caller\"}");
  }

  private void place(HttpExchange exchange) throws IOException {
    var matcher = TENANT.matcher(read(exchange));
    var tenant = matcher.find() ? matcher.group(1) : "";
    var s3 = TestS3.running();
    var times = asked.computeIfAbsent(tenant, _ -> new AtomicInteger()).incrementAndGet();
    var endpoint = endpointOf(tenant, times);
    var holder = tenant.startsWith("denied") ? "x".repeat(26) : tenant;
    var secret = MasterSecret.load(s3.masterSecretFile()).derive("s3-identity", holder);
    answer(
        exchange,
        200,
        """
        {"slug": "acme", "homeAccount": "111122223333",
         "bucket": {"endpoint": "%s", "region": "eu-central-1", "bucket": "tarn-results-%s",
           "prefix": "", "accessKeyId": "t-%s", "secretAccessKey": "%s"}}"""
            .formatted(endpoint, tenant, holder, secret));
  }

  private String endpointOf(String tenant, int times) {
    if (tenant.startsWith("busy") && times == 1) {
      return address + "/busy";
    }
    var isFaulty =
        tenant.startsWith(SIGN_FILE_DENIED)
            || (times == 1
                && Stream.of(INTERNAL_ERROR, LOST_ON_THE_WAY, ANSWER_LOST)
                    .anyMatch(tenant::startsWith));
    return isFaulty ? faulty.address() : TestS3.running().endpoint();
  }

  /// The second part of a file, its end, or the sign file, whichever the tenant's id says.
  private static FaultyS3.Fault faultOf(String request) {
    var path = request.replaceFirst("^[A-Z]+ /tarn-results-", "");
    var fault = faultOf(request.startsWith("POST "), path);
    if (fault != FaultyS3.Fault.NONE) {
      var tenant = path.replaceFirst("/.*", "");
      System.setProperty(FAULTS + tenant, Integer.toString(faultsOf(tenant) + 1));
    }
    return fault;
  }

  private static FaultyS3.Fault faultOf(boolean isPost, String path) {
    var isSecondPart = path.contains("partNumber=2");
    if (path.startsWith(INTERNAL_ERROR) && isSecondPart) {
      return FaultyS3.Fault.INTERNAL_ERROR;
    }
    if (path.startsWith(LOST_ON_THE_WAY) && isSecondPart) {
      return FaultyS3.Fault.LOST_ON_THE_WAY;
    }
    if (path.startsWith(ANSWER_LOST) && isPost && path.contains("uploadId=")) {
      return FaultyS3.Fault.ANSWER_LOST;
    }
    return path.startsWith(SIGN_FILE_DENIED) && path.contains("/result_sign.json")
        ? FaultyS3.Fault.ACCESS_DENIED
        : FaultyS3.Fault.NONE;
  }

  /// How many requests to a tenant's bucket have met a fault. It is a property of the JVM: tests
  /// have another class loader.
  static int faultsOf(String tenant) {
    return Integer.getInteger(FAULTS + tenant, 0);
  }

  /// An S3 endpoint that wants to be left alone.
  private static void busy(HttpExchange exchange) throws IOException {
    var _ = read(exchange);
    answer(exchange, 503, "<Error><Code>SlowDown</Code></Error>");
  }

  private void query(HttpExchange exchange) throws IOException {
    var authorization = exchange.getRequestHeaders().getFirst("Authorization");
    var path = exchange.getRequestURI().getPath();
    if (authorization == null || !authorization.startsWith("Bearer grant-of-")) {
      answer(exchange, 401, "{\"type\": \"/problems/unauthenticated\"}");
    } else if (path.endsWith(":validate")) {
      var _ = read(exchange);
      answer(exchange, 200, "{}");
    } else if (exchange.getRequestMethod().equals("POST")) {
      submit(exchange);
    } else if (path.contains("/" + FOREIGN)) {
      answer(exchange, 404, "{\"type\": \"/problems/not-found\"}");
    } else if (path.endsWith("/results")) {
      results(exchange, idOf(path.replace("/results", "")));
    } else {
      look(exchange, idOf(path));
    }
  }

  private static UUID idOf(String path) {
    return UUID.fromString(path.replaceFirst(".*/", ""));
  }

  private void submit(HttpExchange exchange) throws IOException {
    var rows = ROWS.matcher(read(exchange));
    var count = rows.find() ? Long.parseLong(rows.group(1)) : 0;
    var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    var id = byKey.computeIfAbsent(key, _ -> execution(FINISHED, count));
    answer(exchange, 202, "{\"id\": \"" + id + "\", \"state\": \"QUEUED\"}");
  }

  private static long rowsOf(UUID execution) {
    return execution.getLeastSignificantBits() & 0xFFFF_FFFF_FFFFL;
  }

  private static void look(HttpExchange exchange, UUID id) throws IOException {
    var state =
        switch (id.toString().substring(0, 8)) {
          case LIVE -> "RUNNING";
          case CANCELLED -> "CANCELLED";
          default -> "FINISHED";
        };
    answer(
        exchange,
        200,
        """
        {"id": "%s", "state": "%s", "statement": "SELECT n,\\n text FROM $EDS_ID",
         "parameters": [], "values": {}, "submittedAt": "2026-05-01T23:59:59Z",
         "startedAt": "2026-05-02T00:00:01.5Z",
         "actor": {"issuer": "https://i", "subject": "ann", "name": "Ann"}, "role": "analyst",
         "columns": [{"name": "n", "type": "bigint"}, {"name": "text", "type": "varchar"}],
         "statistics": {"rows": %d, "resultBytes": 10, "eventsScanned": 70}}"""
            .formatted(id, state, rowsOf(id)));
  }

  private static void results(HttpExchange exchange, UUID id) throws IOException {
    var query = exchange.getRequestURI().getQuery();
    var first =
        query.contains("cursor=") ? Long.parseLong(query.replaceFirst(".*cursor=row", "")) : 0;
    var end = Math.min(first + PAGE, rowsOf(id));
    var rows =
        LongStream.range(first, end)
            .mapToObj(n -> "[%d, \"%s\"]".formatted(n, text(id, n)))
            .collect(Collectors.joining(","));
    var next = end < rowsOf(id) ? ", \"nextCursor\": \"row" + end + "\"" : "";
    answer(exchange, 200, "{\"columns\": [], \"rows\": [" + rows + "]" + next + "}");
  }

  private static String text(UUID execution, long row) {
    if (!execution.toString().startsWith(WIDE)) {
      return "text " + row;
    }
    var letters = new byte[WIDE_TEXT / 4 * 3];
    new Random(row).nextBytes(letters);
    return Base64.getEncoder().encodeToString(letters);
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
    try {
      faulty.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
