package io.tarn.local.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/// Requests to the edge in one person's name.
public final class EdgeClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration UPLOAD = Duration.ofMinutes(30);

  private final HttpClient client;
  private final String publicUrl;
  private final Tokens tokens;

  /// @param username a user of the embedded identity provider
  public EdgeClient(String publicUrl, String issuer, String username, String password) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    this.publicUrl = publicUrl;
    this.tokens = new Tokens(client, issuer, username, password);
  }

  public String token() throws IOException, InterruptedException {
    return tokens.current();
  }

  public JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path, PATIENCE).GET().build());
  }

  /// Fetches a body as it is into a file, which is there only when all of it is.
  public void download(String path, Path file) throws IOException, InterruptedException {
    var half = file.resolveSibling(file.getFileName() + ".part");
    try {
      var request = request(path, UPLOAD).setHeader("Accept", "*/*").GET().build();
      var answer = client.send(request, BodyHandlers.ofFile(half));
      if (answer.statusCode() >= 300) {
        throw EdgeException.of(answer.statusCode(), read(Files.readAllBytes(half)));
      }
      Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (ConnectException _) {
      throw new IOException("Nothing answers at " + publicUrl + ". Is Tarn running? ./tarn status");
    } finally {
      Files.deleteIfExists(half);
    }
  }

  public JsonNode post(String path, Object body) throws IOException, InterruptedException {
    return send(json(path).POST(of(body)).build());
  }

  /// A write that may be repeated: the same key gives the same answer.
  public JsonNode post(String path, Object body, String idempotencyKey)
      throws IOException, InterruptedException {
    return send(json(path).header("Idempotency-Key", idempotencyKey).POST(of(body)).build());
  }

  public JsonNode put(String path, Object body) throws IOException, InterruptedException {
    return send(json(path).PUT(of(body)).build());
  }

  /// A change of what has a version, which the service refuses with 412 if it is another one.
  public JsonNode put(String path, Object body, String ifMatch)
      throws IOException, InterruptedException {
    return send(json(path).header("If-Match", ifMatch).PUT(of(body)).build());
  }

  public JsonNode delete(String path) throws IOException, InterruptedException {
    return send(request(path, PATIENCE).DELETE().build());
  }

  /// Sends a body as it is, streamed.
  public JsonNode upload(String path, BodyPublisher body) throws IOException, InterruptedException {
    return send(
        request(path, UPLOAD)
            .header("Content-Type", "application/octet-stream")
            .POST(body)
            .build());
  }

  /// The items of a listing, all pages of it.
  public List<JsonNode> list(String path) throws IOException, InterruptedException {
    var page = get(path);
    var items = new java.util.ArrayList<JsonNode>();
    addItems(items, page);
    while (page.hasNonNull("nextCursor")) {
      var separator = path.contains("?") ? "&" : "?";
      page = get(path + separator + "cursor=" + page.path("nextCursor").asText());
      addItems(items, page);
    }
    return items;
  }

  private static void addItems(List<JsonNode> items, JsonNode page) {
    StreamSupport.stream(page.path("items").spliterator(), false).forEach(items::add);
  }

  private HttpRequest.Builder json(String path) throws IOException, InterruptedException {
    return request(path, PATIENCE).header("Content-Type", "application/json");
  }

  private HttpRequest.Builder request(String path, Duration patience)
      throws IOException, InterruptedException {
    return HttpRequest.newBuilder(URI.create(publicUrl + path))
        .timeout(patience)
        .header("Accept", "application/json, application/problem+json")
        .header("Authorization", "Bearer " + tokens.current());
  }

  private static BodyPublisher of(Object body) throws IOException {
    return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    try {
      var answer = client.send(request, BodyHandlers.ofByteArray());
      var body = read(answer.body());
      if (answer.statusCode() >= 300) {
        throw EdgeException.of(answer.statusCode(), body);
      }
      return body;
    } catch (ConnectException _) {
      throw new IOException("Nothing answers at " + publicUrl + ". Is Tarn running? ./tarn status");
    }
  }

  private static JsonNode read(byte[] body) {
    try {
      return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (IOException _) {
      return MissingNode.getInstance();
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
