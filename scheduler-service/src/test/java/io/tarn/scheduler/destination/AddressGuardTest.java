package io.tarn.scheduler.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.tarn.scheduler.config.DestinationConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

class AddressGuardTest {
  @ParameterizedTest
  @CsvSource({
    "8.8.8.8, PUBLIC",
    "2600:1f18::1, PUBLIC",
    "127.0.0.1, LOCAL",
    "127.8.8.8, LOCAL",
    "10.1.2.3, LOCAL",
    "172.16.0.1, LOCAL",
    "172.31.255.255, LOCAL",
    "172.32.0.1, PUBLIC",
    "192.168.1.1, LOCAL",
    "100.64.0.1, LOCAL",
    "::1, LOCAL",
    "fc00::1, LOCAL",
    "fdff::1, LOCAL",
    "0.0.0.0, NEVER",
    "169.254.169.254, NEVER",
    "169.254.1.1, NEVER",
    "192.0.0.192, NEVER",
    "100.100.100.200, NEVER",
    "168.63.129.16, NEVER",
    "224.0.0.1, NEVER",
    "255.255.255.255, NEVER",
    "::, NEVER",
    "fe80::1, NEVER",
    "ff02::1, NEVER",
    "fd00:ec2::254, NEVER",
    "::ffff:169.254.169.254, NEVER",
    "::ffff:10.0.0.1, LOCAL",
    "::10.0.0.1, LOCAL",
    "64:ff9b::169.254.169.254, NEVER",
    "64:ff9b::7f00:1, LOCAL",
    "2002:a9fe:a9fe::1, NEVER",
    "2002:7f00:1::1, LOCAL",
    "2001:0:1::1, NEVER"
  })
  void tellsWhatAnAddressIs(String address, AddressKind kind) {
    assertThat(AddressKind.of(InetAddress.ofLiteral(address))).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "https://s3.eu-central-1.amazonaws.com, true",
    "https://S3.EU-central-1.amazonaws.com:443, true",
    "https://s3.eu-central-1.amazonaws.com/, true",
    "https://s3.eu-central-1.amazonaws.com:8443, false",
    "http://s3.eu-central-1.amazonaws.com, false",
    "https://amazonaws.com, false",
    "https://evilamazonaws.com, false",
    "https://s3.amazonaws.com.evil.example, false",
    "https://s3.amazonaws.com@evil.example, false",
    "https://evil@s3.eu-central-1.amazonaws.com, false",
    "https://s3.eu-central-1.amazonaws.com?x, false",
    "http://minio.example:9000, true",
    "http://minio.example, false",
    "https://minio.example:9000, false",
    "file:///etc/passwd, false"
  })
  void listsHostsWithSchemeAndPort(String endpoint, boolean isListed) {
    // given
    var guard = guard(List.of(), "8.8.8.8");
    // then
    assertThat(guard.isListed(URI.create(endpoint))).isEqualTo(isListed);
  }

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8, true",
    "10.0.0.1, false",
    "10.20.0.1, true",
    "127.0.0.1, false",
    "169.254.169.254, false"
  })
  void opensNetworksThatTheOperatorLists(String address, boolean isOpen) {
    // given
    var guard = guard(List.of("10.20.0.0/16", "169.254.0.0/16"), address);
    // then
    if (isOpen) {
      assertThat(resolved(guard)).containsExactly(InetAddress.ofLiteral(address));
    } else {
      assertThatThrownBy(() -> guard.resolve("s3.example"))
          .isInstanceOf(RefusedAddressException.class)
          .hasMessageNotContaining(address);
    }
  }

  @Test
  void refusesAHostOfWhichOneAddressIsRefused() {
    // given
    var guard = guard(List.of(), "8.8.8.8", "127.0.0.1");
    // then
    assertThatThrownBy(() -> guard.resolve("s3.example"))
        .isInstanceOf(RefusedAddressException.class);
  }

  @Test
  void refusesTheAddressesOfTheInstallationItself() {
    // given
    var guard =
        new AddressGuard(
            List.of(),
            List.of(),
            List.of("tarn.example"),
            _ -> new InetAddress[] {InetAddress.ofLiteral("8.8.4.4")});
    // then
    assertThatThrownBy(() -> guard.resolve("s3.example"))
        .isInstanceOf(RefusedAddressException.class);
  }

  /// A name that has a public address when it is saved, and another one when it is used.
  @Test
  void looksAgainAtEachConnection() throws IOException {
    // given
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var asked = new AtomicInteger();
    server.createContext("/", _ -> asked.incrementAndGet());
    server.start();
    var times = new AtomicInteger();
    var guard =
        new AddressGuard(
            List.of(),
            List.of(),
            List.of(),
            _ ->
                new InetAddress[] {
                  InetAddress.ofLiteral(times.getAndIncrement() == 0 ? "8.8.8.8" : "127.0.0.1")
                });
    // when
    assertThat(resolved(guard)).hasSize(1);
    // then
    try (var http = GuardedHttp.guarded(new PlayedDestinationConfig(), guard)) {
      assertThatThrownBy(() -> get(http, server.getAddress().getPort()))
          .isInstanceOf(RefusedAddressException.class);
    } finally {
      server.stop(0);
    }
    assertThat(asked).hasValue(0);
  }

  @Test
  void followsNoRedirect() throws IOException {
    // given
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var asked = new AtomicInteger();
    server.createContext("/inner", _ -> asked.incrementAndGet());
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/inner");
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    server.start();
    var guard =
        new AddressGuard(List.of(), List.of("127.0.0.1"), List.of(), InetAddress::getAllByName);
    // when
    try (var http = GuardedHttp.guarded(new PlayedDestinationConfig(), guard)) {
      var status = get(http, server.getAddress().getPort());
      // then
      assertThat(status).isEqualTo(307);
    } finally {
      server.stop(0);
    }
    assertThat(asked).hasValue(0);
  }

  private static int get(SdkHttpClient http, int port) throws IOException {
    var request =
        SdkHttpRequest.builder()
            .uri(URI.create("http://localhost:" + port + "/x"))
            .method(SdkHttpMethod.GET)
            .build();
    return http.prepareRequest(HttpExecuteRequest.builder().request(request).build())
        .call()
        .httpResponse()
        .statusCode();
  }

  private static InetAddress[] resolved(AddressGuard guard) {
    try {
      return guard.resolve("s3.example");
    } catch (UnknownHostException failure) {
      throw new AssertionError(failure);
    }
  }

  private static AddressGuard guard(List<String> networks, String... addresses) {
    var hosts = List.of("*.amazonaws.com", "http://minio.example:9000");
    return new AddressGuard(
        hosts,
        networks,
        List.of(),
        _ -> List.of(addresses).stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new));
  }

  private record PlayedDestinationConfig() implements DestinationConfig {
    @Override
    public Optional<List<String>> destinationHosts() {
      return Optional.empty();
    }

    @Override
    public Optional<List<String>> destinationNetworks() {
      return Optional.empty();
    }

    @Override
    public Duration destinationConnectTimeout() {
      return Duration.ofSeconds(2);
    }

    @Override
    public Duration destinationReadTimeout() {
      return Duration.ofSeconds(2);
    }

    @Override
    public Optional<String> roleAccessKeyId() {
      return Optional.empty();
    }

    @Override
    public Optional<String> roleSecretAccessKey() {
      return Optional.empty();
    }
  }
}
