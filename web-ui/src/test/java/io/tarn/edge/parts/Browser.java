package io.tarn.edge.parts;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/// Fake browser: stores cookies, and follows redirects on request.
public final class Browser {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Map<String, String> cookies = new HashMap<>();
  private final URI edge =
      URI.create(ConfigProvider.getConfig().getValue("tarn.public-url", String.class));

  public URI edge() {
    return edge;
  }

  public Map<String, String> cookies() {
    return cookies;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send("GET", edge.resolve(path), null, headers);
  }

  public HttpResponse<String> send(String method, String path, String body, String... headers) {
    return send(method, edge.resolve(path), body, headers);
  }

  /// Goes through sign-in and stays where it ends, without asking for that page.
  public HttpResponse<String> signIn(String path) {
    var answer = get(path);
    while (answer.statusCode() / 100 == 3) {
      var next = edge.resolve(answer.headers().firstValue("Location").orElseThrow());
      if (next.getAuthority().equals(edge.getAuthority())
          && !next.getPath().startsWith("/sign-in")) {
        return answer;
      }
      answer = send("GET", next, null);
    }
    return answer;
  }

  private HttpResponse<String> send(String method, URI uri, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(30))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    boolean isEdge = uri.getAuthority().equals(edge.getAuthority());
    if (isEdge && !cookies.isEmpty()) {
      request.header("Cookie", cookieHeader());
    }
    try {
      var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
      if (isEdge) {
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
      }
      return answer;
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private String cookieHeader() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private void keep(String header) {
    for (var cookie : HttpCookie.parse(header)) {
      if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) {
        cookies.remove(cookie.getName());
      } else {
        cookies.put(cookie.getName(), cookie.getValue());
      }
    }
  }
}
