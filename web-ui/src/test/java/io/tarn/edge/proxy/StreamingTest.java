package io.tarn.edge.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tarn.edge.parts.Browser;
import io.tarn.edge.parts.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class StreamingTest {
  private static final long UPLOAD = 200L << 20;
  // Sockets and a few buffers of three parties; far below the upload.
  private static final long UNDERWAY = 24L << 20;

  private final Browser caller = new Browser();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeEach
  void forget() {
    Installation.services().forget();
  }

  @Test
  void carriesALargeUploadWithoutHoldingIt() throws Exception {
    // given
    var received = new AtomicLong();
    var gate = Installation.services().holdUploads();
    // when
    var answer = client.sendAsync(upload(received, UPLOAD), BodyHandlers.ofString());
    var stalled = awaitStandstill(received);
    gate.countDown();
    // then
    assertThat(answer.get().statusCode()).isEqualTo(200);
    assertThat(stalled).isLessThan(UNDERWAY);
    var arrival = Installation.services().arrivals().element();
    assertThat(arrival.bytes()).isEqualTo(UPLOAD);
    assertThat(arrival.digest()).isEqualTo(digestOf(UPLOAD));
  }

  @Test
  void carriesALargeAnswerWithoutHoldingIt() throws Exception {
    // given
    var request =
        HttpRequest.newBuilder(caller.edge().resolve("/v1/tenants/acme/queries/1/results"))
            .header("Authorization", "Bearer token-of-ada")
            .build();
    // when
    var answer = client.send(request, BodyHandlers.ofInputStream());
    // then
    long bytes = 0;
    var buffer = new byte[65_536];
    try (var body = answer.body()) {
      for (int n; (n = body.read(buffer)) >= 0; ) {
        bytes += n;
      }
    }
    assertThat(bytes).isEqualTo(1600L * 65_536);
  }

  @Test
  void tellsTheServiceWhenTheCallerGivesUp() throws Exception {
    // given
    var gate = Installation.services().holdUploads();
    var received = new AtomicLong();
    var answer = client.sendAsync(upload(received, UPLOAD), BodyHandlers.ofString());
    awaitStandstill(received);
    // when
    answer.cancel(true);
    gate.countDown();
    Thread.sleep(500);
    // then
    assertThat(Installation.services().arrivals()).isEmpty();
  }

  private HttpRequest upload(AtomicLong received, long length) {
    return HttpRequest.newBuilder(
            caller.edge().resolve("/v1/tenants/acme/event-data-stores/default/events"))
        .header("Authorization", "Bearer token-of-ada")
        .POST(body(received, length))
        .build();
  }

  private static BodyPublisher body(AtomicLong received, long length) {
    return BodyPublishers.ofInputStream(() -> new Counted(received, length));
  }

  /// Number of bytes received once it does not grow any more.
  private static long awaitStandstill(AtomicLong received) throws InterruptedException {
    long before = -1;
    while (received.get() == 0 || received.get() != before) {
      before = received.get();
      Thread.sleep(700);
    }
    return before;
  }

  private static String digestOf(long length) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    var block = new byte[1 << 20];
    Arrays.fill(block, (byte) 'x');
    for (long done = 0; done < length; done += block.length) {
      digest.update(block);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// A long body of one letter that counts the bytes received.
  private static final class Counted extends InputStream {
    private final AtomicLong received;
    private final long length;

    private Counted(AtomicLong received, long length) {
      this.received = received;
      this.length = length;
    }

    @Override
    public int read() {
      return received.get() < length && received.incrementAndGet() > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
      int given = (int) Math.min(wanted, length - received.get());
      if (given <= 0) {
        return -1;
      }
      Arrays.fill(target, offset, offset + given, (byte) 'x');
      received.addAndGet(given);
      return given;
    }
  }
}
