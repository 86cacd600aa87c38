package io.tarn.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tarn.local.sending.S3Bucket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An export in a bucket, over HTTP.
class BucketSourceTest {
  private static final String PREFIX = "AWSLogs/111122223333/CloudTrail-Lake/Query/2026/03/10/q1/";

  private final Map<String, byte[]> objects = new HashMap<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    TestExport.ofCsv().signed().forEach((name, bytes) -> objects.put(PREFIX + name, bytes));
    objects.put("AWSLogs/other", new byte[1]);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void verifiesWhatLiesBelowThePrefix() throws IOException {
    for (var prefix : new String[] {PREFIX, PREFIX.substring(0, PREFIX.length() - 1)}) {
      assertThat(verify(prefix).findings()).isEmpty();
    }
  }

  @Test
  void findsWhatLiesThereBesides() throws IOException {
    // given
    objects.put(PREFIX + "more/../result_3.csv.gz", new byte[1]);
    objects.remove(PREFIX + "result_1.csv.gz");
    // when
    var verification = verify(PREFIX);
    // then
    assertThat(verification.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "result_1.csv.gz is missing", "more/../result_3.csv.gz is not in the sign file");
    assertThat(verification.exitCode()).isEqualTo(4);
  }

  @Test
  void saysThatABucketCannotBeRead() {
    // given
    server.stop(0);
    // then
    assertThatThrownBy(() -> verify(PREFIX))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Nothing answers at");
  }

  private Verification verify(String prefix) throws IOException {
    var environment =
        Map.of(
            "AWS_ACCESS_KEY_ID", "reader",
            "AWS_SECRET_ACCESS_KEY", "secret",
            "AWS_ENDPOINT_URL", "http://127.0.0.1:" + server.getAddress().getPort());
    try (var source =
        new BucketSource(S3Bucket.ofEnvironment("acme-results", environment), prefix)) {
      return new ExportVerifier(TestExport.keys(), null).verify(source);
    }
  }

  /// ListObjectsV2 and GetObject, as far as they are needed.
  private void answer(HttpExchange exchange) throws IOException {
    var query = exchange.getRequestURI().getQuery();
    var path = exchange.getRequestURI().getPath();
    var body =
        query != null && query.contains("list-type=2")
            ? listing(query.replaceFirst("(?:.*&)?prefix=([^&]*).*", "$1"))
            : objects.get(path.replaceFirst("^/acme-results/", ""));
    exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
    if (body != null) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private byte[] listing(String prefix) {
    var text = new StringBuilder("<ListBucketResult><IsTruncated>false</IsTruncated>");
    objects.forEach(
        (key, bytes) -> {
          if (key.startsWith(prefix)) {
            text.append(
                "<Contents><Key>%s</Key><Size>%d</Size></Contents>".formatted(key, bytes.length));
          }
        });
    return text.append("</ListBucketResult>").toString().getBytes(StandardCharsets.UTF_8);
  }
}
