package io.tarn.scheduler.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.tarn.common.config.TarnConfig;
import io.tarn.scheduler.run.RunFault.Passing;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks other services by HTTP and JSON.
@ApplicationScoped
class ServiceClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final TarnConfig config;
  private final ObjectMapper json;

  /// What a service answered.
  ///
  /// @param body the document; an empty one where there was none that can be read
  /// @param retryAfter how long the service asks to be left alone; null if it does not say
  record Answer(int status, JsonNode body, @Nullable Duration retryAfter) {
    boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /// Whether the same question may be answered otherwise later.
    boolean mayPass() {
      return status >= 500 || status == 429 || status == 401 || status == 408;
    }

    /// The last part of a problem's type: `not-found`.
    String problemName() {
      return body.path("type").asText("").replaceFirst("^/problems/", "");
    }
  }

  ServiceClient(TarnConfig config, ObjectMapper json) {
    this.config = config;
    this.json = json;
  }

  /// A request to a service: `catalog`, `query`.
  HttpRequest.Builder request(String service, String path) {
    var address =
        Objects.requireNonNull(
            config.services().get(service), "tarn.services." + service + ".url is not set");
    URI base = address.url();
    return HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
  }

  /// Adds a body to a request.
  HttpRequest.Builder post(HttpRequest.Builder request, Object body) {
    return request
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(written(body)));
  }

  /// @throws Passing if the service cannot be reached
  Answer send(HttpRequest.Builder request) {
    return answerOf(sendForBytes(request));
  }

  /// The same for an answer that the caller reads.
  ///
  /// @throws Passing if the service cannot be reached
  HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) {
    var built = request.build();
    try {
      return http.send(built, BodyHandlers.ofByteArray());
    } catch (IOException failure) {
      Log.warnf("%s cannot be reached: %s", built.uri().getAuthority(), failure.toString());
      throw new Passing(unavailable());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Passing(unavailable());
    }
  }

  /// An answer as a document.
  Answer answerOf(HttpResponse<byte[]> response) {
    var wait = response.headers().firstValue("Retry-After").flatMap(ServiceClient::seconds);
    var text = new String(response.body(), StandardCharsets.UTF_8);
    return new Answer(response.statusCode(), tree(text), wait.orElse(null));
  }

  /// The problem document of an answer, without what only belongs to that request.
  Map<String, Object> problemOf(Answer answer) {
    var problem = new HashMap<String, Object>();
    answer
        .body()
        .properties()
        .forEach(field -> problem.put(field.getKey(), plain(field.getValue())));
    problem.remove("requestId");
    problem.values().removeIf(Objects::isNull);
    problem.putIfAbsent("type", "/problems/unavailable");
    problem.putIfAbsent("title", "Unavailable");
    problem.putIfAbsent("status", answer.status());
    return problem;
  }

  private @Nullable Object plain(JsonNode value) {
    return json.convertValue(value, Object.class);
  }

  private static Map<String, Object> unavailable() {
    return Map.of(
        "type", "/problems/unavailable",
        "title", "Unavailable",
        "status", 503,
        "detail", "Another service of Tarn cannot be reached.");
  }

  private static Optional<Duration> seconds(String text) {
    return text.matches("[0-9]{1,6}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
        : Optional.empty();
  }

  private JsonNode tree(String text) {
    try {
      var tree = json.readTree(text);
      return tree.isObject() ? tree : json.createObjectNode();
    } catch (JsonProcessingException _) {
      return json.createObjectNode();
    }
  }

  private String written(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("cannot be written as JSON", failure);
    }
  }
}
