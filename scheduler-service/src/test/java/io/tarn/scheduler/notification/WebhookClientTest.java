package io.tarn.scheduler.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.common.config.TarnConfig;
import io.tarn.scheduler.config.NotificationConfig;
import io.tarn.scheduler.notification.Attempt.Passing;
import io.tarn.scheduler.notification.Attempt.Refused;
import io.tarn.scheduler.notification.Attempt.Taken;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What receivers can do to whoever sends to them, by bare sockets.
@Timeout(30)
class WebhookClientTest {
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  private ServerSocket server;

  /// What a receiver does with a connection.
  @FunctionalInterface
  private interface Behaviour {
    void with(Socket socket) throws IOException, InterruptedException;
  }

  @BeforeEach
  void open() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void endsAnAnswerThatNeverEnds() {
    // given
    receiver(
        socket -> {
          write(socket, "HTTP/1.1 200 OK\r\nX-Endless: ");
          while (true) {
            write(socket, "x");
            Thread.sleep(100);
          }
        });
    var start = Instant.now();
    // when
    var attempt = post();
    // then
    assertThat(attempt).isEqualTo(new Passing(null, "The receiver does not answer in time.", null));
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void bearsHeadersWithoutEnd() {
    receiver(
        socket -> {
          write(socket, "HTTP/1.1 200 OK\r\n");
          while (true) {
            write(socket, "X-Header: y\r\n");
          }
        });
    assertThat(post()).isEqualTo(new Passing(null, "The receiver cannot be reached.", null));
  }

  @Test
  void readsNothingOfABodyWithoutEnd() {
    receiver(
        socket -> {
          write(socket, "HTTP/1.1 200 OK\r\n\r\n");
          while (true) {
            write(socket, "x".repeat(8192));
          }
        });
    assertThat(post()).isEqualTo(new Taken(200, null));
  }

  @Test
  void triesAgainWhereNobodyListens() throws IOException {
    var port = server.getLocalPort();
    server.close();
    assertThat(post(port)).isEqualTo(new Passing(null, "The receiver cannot be reached.", null));
  }

  @Test
  void refusesAnAddressThatHasBecomeOneOfTheInstallation() {
    // given: a name that was saved while it had another address
    var client = client(Optional.empty());
    // when
    var attempt = client.post(URI.create("https://localhost:1/x"), BODY, Map.of());
    // then
    assertThat(attempt)
        .isEqualTo(new Refused(null, "The receiver has an address to which nothing may be sent."));
  }

  @Test
  void refusesAHostThatIsListedNoMore() {
    assertThat(client(Optional.empty()).post(URI.create("http://8.8.8.8/x"), BODY, Map.of()))
        .isEqualTo(new Refused(null, "The address must be of https."));
  }

  @ParameterizedTest
  @CsvSource({
    "120, PT2M",
    "'Sun, 01 Mar 2026 08:01:00 GMT', PT1M",
    "'Sun, 01 Mar 2026 07:00:00 GMT', ",
    "soon, ",
    "-1, ",
    "99999999999999, "
  })
  void readsHowLongToWait(String text, Duration expected) {
    var now = Instant.parse("2026-03-01T08:00:00Z");
    assertThat(WebhookClient.waitOf(text, now)).isEqualTo(expected);
  }

  private void receiver(Behaviour behaviour) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (var socket = server.accept()) {
                behaviour.with(socket);
              } catch (IOException | InterruptedException _) {
                // The other side has had enough.
              }
            });
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private Attempt post() {
    return post(server.getLocalPort());
  }

  private Attempt post(int port) {
    var client = client(Optional.of(List.of("http://127.0.0.1:" + port)));
    return client.post(URI.create("http://127.0.0.1:" + port + "/x"), BODY, Map.of());
  }

  private static WebhookClient client(Optional<List<String>> hosts) {
    var tarn = (TarnConfig) played(TarnConfig.class, Map.of("services", Map.of()));
    var config =
        (NotificationConfig)
            played(
                NotificationConfig.class,
                Map.of(
                    "hosts",
                    hosts,
                    "networks",
                    Optional.of(List.of("127.0.0.0/8")),
                    "requestTime",
                    Duration.ofSeconds(1),
                    "onlyListedHosts",
                    false));
    return new WebhookClient(new WebhookGuard(config, tarn), config, Clock.systemUTC());
  }

  /// Settings of which only these are asked for; others are empty.
  private static Object played(Class<?> type, Map<String, Object> values) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (_, method, _) -> values.getOrDefault(method.getName(), Optional.empty()));
  }
}
