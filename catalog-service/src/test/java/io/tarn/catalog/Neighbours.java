package io.tarn.catalog;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;

/// What the catalog meets: an identity provider that publishes the key of [Tokens], and an
/// ingest-service that cannot provision until a test says that it can. What it was asked, and
/// whether it is willing, is kept in system properties, across class loaders.
public final class Neighbours implements QuarkusTestResourceLifecycleManager {
  private static final String ASKED = "io.tarn.test.asked-of-ingest";

  private static final String WILLING = "io.tarn.test.ingest-is-willing";
  private static final String SENT = "io.tarn.test.sent-to-ingest";
  private static final String EXPIRING = "io.tarn.test.expiring";
  private static final String BAD_SELECTORS =
      """
      {"type":"/problems/invalid-request","status":400,"violations":[
        {"field":"selectors","reason":"[0].FieldSelectors[1].Field must be one of eventName"}]}
      """;

  private HttpServer server;

  /// Methods and paths that ingest-service was asked for since the last call.
  static String askedOfIngest() {
    var asked = System.getProperty(ASKED, "");
    System.clearProperty(ASKED);
    return asked;
  }

  /// From now on ingest-service provisions whatever is asked, or nothing.
  static void letIngestProvision(boolean isWilling) {
    System.setProperty(WILLING, Boolean.toString(isWilling));
  }

  /// The body of the last PUT.
  static String sentToIngest() {
    return System.getProperty(SENT, "");
  }

  /// What a store would not keep from now on, whatever the retention.
  static void expire(String json) {
    System.setProperty(EXPIRING, json);
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    var address = "http://127.0.0.1:" + server.getAddress().getPort();
    Tokens.rememberIssuer(address + "/realm");
    server.createContext("/realm", exchange -> answer(exchange, 200, document(exchange)));
    server.createContext("/internal", Neighbours::provision);
    server.start();
    return Map.of(
        "TARN_OIDC_ISSUER",
        address + "/realm",
        "TARN_INGEST_URL",
        address,
        "TARN_BOOTSTRAP_ADMIN_SUBJECT",
        address + "/realm|platform-admin");
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private static void provision(HttpExchange exchange) throws IOException {
    var line = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath() + "\n";
    System.setProperty(ASKED, System.getProperty(ASKED, "") + line);
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    switch (exchange.getRequestMethod()) {
      case "GET" -> answer(exchange, 200, System.getProperty(EXPIRING, ""));
      case "POST" -> check(exchange, body);
      default -> make(exchange, body);
    }
  }

  private static void check(HttpExchange exchange, String selectors) throws IOException {
    var isBad = selectors.contains("colour");
    answer(exchange, isBad ? 400 : 204, isBad ? BAD_SELECTORS : "");
  }

  private static void make(HttpExchange exchange, String body) throws IOException {
    System.setProperty(SENT, body);
    var isDone = Boolean.getBoolean(WILLING) || "DELETE".equals(exchange.getRequestMethod());
    answer(exchange, isDone ? 204 : 500, "");
  }

  private static String document(HttpExchange exchange) {
    if (exchange.getRequestURI().getPath().endsWith("/keys")) {
      return new JsonWebKeySet(Tokens.pair()).toJson(OutputControlLevel.PUBLIC_ONLY);
    }
    var issuer = Tokens.issuer();
    return "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(issuer, issuer);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
