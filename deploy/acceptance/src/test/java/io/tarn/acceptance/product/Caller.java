package io.tarn.acceptance.product;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// HTTP client of one address, with the same headers for each request; never follows a redirect.
public record Caller(URI base, Map<String, String> headers) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  public Caller {
    headers = Map.copyOf(headers);
  }

  public static Caller anonymous(URI base) {
    return new Caller(base, Map.of());
  }

  public static Caller bearing(URI base, String token) {
    return new Caller(base, Map.of("Authorization", "Bearer " + token));
  }

  /// The same caller with one more header.
  public Caller with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new Caller(base, more);
  }

  public Answer get(String path) {
    return send("GET", path, "");
  }

  public Answer delete(String path) {
    return send("DELETE", path, "");
  }

  /// Posts JSON.
  public Answer post(String path, String body) {
    return send("POST", path, body);
  }

  /// Sends any method; a body that is not empty goes as JSON unless the headers say otherwise.
  public Answer send(String method, String path, String body) {
    var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(2));
    headers.forEach(request::setHeader);
    if (!body.isEmpty() && !headers.containsKey("Content-Type")) {
      request.setHeader("Content-Type", "application/json");
    }
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    try {
      return Answer.of(CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(method + " " + path, failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
