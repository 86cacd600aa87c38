package io.tarn.local.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/// Access tokens of one demo user from the identity provider, renewed before they expire.
///
/// Safe for use by several threads.
public final class Tokens {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration EARLY = Duration.ofSeconds(60);

  private final HttpClient client;
  private final String issuer;
  private final String username;
  private final String password;
  private String token = "";
  private long renewAt;

  public Tokens(HttpClient client, String issuer, String username, String password) {
    this.client = client;
    this.issuer = issuer;
    this.username = username;
    this.password = password;
  }

  public synchronized String current() throws IOException, InterruptedException {
    if (token.isEmpty() || System.nanoTime() - renewAt > 0) {
      var answer = request();
      token = answer.path("access_token").asText();
      var lifetime = Duration.ofSeconds(answer.path("expires_in").asLong(60));
      renewAt = System.nanoTime() + lifetime.minus(EARLY).toNanos();
    }
    return token;
  }

  private JsonNode request() throws IOException, InterruptedException {
    var form =
        Map.of(
            "grant_type", "password",
            "client_id", "tarn-cli",
            "scope", "openid",
            "username", username,
            "password", password);
    var request =
        HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form)))
            .build();
    try {
      var answer = client.send(request, BodyHandlers.ofString());
      var body = JSON.readTree(answer.body());
      if (answer.statusCode() != 200) {
        throw refused(answer.statusCode(), body);
      }
      return body;
    } catch (ConnectException _) {
      throw new IOException("Nothing answers at " + issuer + ". Is Tarn running? ./tarn status");
    }
  }

  private EdgeException refused(int status, JsonNode body) {
    var text =
        "invalid_grant".equals(body.path("error").asText())
            ? "There is no demo user '%s': see the tenants and roles that ./tarn up prints"
                .formatted(username)
            : "The identity provider refused: "
                + body.path("error_description").asText(body.path("error").asText());
    return new EdgeException(text, status, body);
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
