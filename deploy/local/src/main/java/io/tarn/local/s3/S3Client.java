package io.tarn.local.s3;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Reads and writes the objects of one bucket, addressed by its path. Safe for several threads.
public final class S3Client implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final byte[] NOTHING = new byte[0];

  private final HttpClient http;
  private final S3Identity identity;
  private final URI endpoint;
  private final String bucket;

  public S3Client(S3Identity identity, String bucket) {
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    this.identity = identity;
    this.endpoint = URI.create(identity.endpoint());
    this.bucket = bucket;
  }

  public String bucket() {
    return bucket;
  }

  /// Writes an object, over one of the same key.
  public void put(String key, byte[] bytes, Map<String, String> metadata)
      throws IOException, InterruptedException {
    var headers = new TreeMap<String, String>();
    metadata.forEach((name, value) -> headers.put("x-amz-meta-" + name, value));
    refuse(key, send("PUT", key, "", headers, bytes, BodyHandlers.ofByteArray()));
  }

  /// The object as a stream, which the caller closes.
  public InputStream get(String key) throws IOException, InterruptedException {
    var answer = send("GET", key, "", new TreeMap<>(), NOTHING, BodyHandlers.ofInputStream());
    if (answer.statusCode() >= 300) {
      try (var body = answer.body()) {
        throw refusal(key, answer.statusCode(), body.readAllBytes());
      }
    }
    return answer.body();
  }

  /// All objects whose keys begin with the prefix, in the order of their keys.
  public List<S3Object> list(String prefix) throws IOException, InterruptedException {
    var found = new ArrayList<S3Object>();
    var query = new TreeMap<>(Map.of("list-type", "2", "prefix", prefix));
    while (true) {
      var text = encoded(query);
      var answer = send("GET", "", text, new TreeMap<>(), NOTHING, BodyHandlers.ofByteArray());
      refuse(prefix, answer);
      var page = ListingPage.read(answer.body());
      found.addAll(page.objects());
      if (page.next().isEmpty()) {
        return found;
      }
      query.put("continuation-token", page.next());
    }
  }

  private <T> HttpResponse<T> send(
      String method,
      String key,
      String query,
      SortedMap<String, String> headers,
      byte[] body,
      HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    var path = "/" + encoded(bucket) + "/" + encodedPath(key);
    headers.put("host", endpoint.getAuthority());
    var unsigned = new RequestSignature.Request(method, path, query, headers, body);
    var address = identity.endpoint() + path + (query.isEmpty() ? "" : "?" + query);
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(PATIENCE)
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    RequestSignature.headers(identity, unsigned, Instant.now())
        .forEach((name, value) -> setUnlessHost(request, name, value));
    try {
      return http.send(request.build(), handler);
    } catch (ConnectException _) {
      throw new IOException("Nothing answers at " + identity.endpoint());
    }
  }

  /// The client sets the host itself.
  private static void setUnlessHost(HttpRequest.Builder request, String name, String value) {
    if (!name.equals("host")) {
      request.setHeader(name, value);
    }
  }

  private void refuse(String key, HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() >= 300) {
      throw refusal(key, answer.statusCode(), answer.body());
    }
  }

  private IOException refusal(String key, int status, byte[] body) {
    var code = ListingPage.errorCode(body);
    return new IOException(
        "s3://%s/%s was refused to %s: %d%s"
            .formatted(
                bucket, key, identity.accessKeyId(), status, code.isEmpty() ? "" : " " + code));
  }

  private static String encodedPath(String key) {
    return java.util.Arrays.stream(key.split("/", -1))
        .map(S3Client::encoded)
        .collect(Collectors.joining("/"));
  }

  private static String encoded(SortedMap<String, String> query) {
    return query.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + '=' + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  @Override
  public void close() {
    http.close();
  }
}
