package io.tarn.edge.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tarn.edge.parts.Browser;
import io.tarn.edge.parts.Installation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The edge on one machine, without TLS.
@QuarkusTest
@QuarkusTestResource(Installation.class)
class PlainEdgeTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/v1/me", "/sign-in"})
  void promisesNoHttpsThatIsNotThere(String path) {
    // when
    var answer = new Browser().get(path);

    // then
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/none.js", "/assets/a/b.css", "/assets/"})
  void hasNoPageInPlaceOfAMissingFile(String path) {
    // when
    var answer = new Browser().get(path);

    // then
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /sign-in",
    "GET, /sign-in?return-to=/t/acme",
    "GET, /sign-in/callback?state=x&code=y",
    "GET, /sign-in/failed",
    "POST, /sign-out"
  })
  void letsNothingOfSignInBeKept(String method, String path) {
    // when
    var answer = new Browser().send(method, path, null, "X-Tarn-Csrf", "1");

    // then
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "//evil.example/../sign-in, /sign-in",
    "//evil.example/%2e%2e/sign-in, /sign-in",
    "//evil.example:80/..//sign-in, /sign-in",
    "//sign-in, /sign-in",
    "/sign-in?return-to=//evil.example, /sign-in?return-to=//evil.example",
    "http://evil.example/sign-in?a=b, /sign-in?a=b",
    "/x/../sign-in?return-to=%2Ft, /sign-in?return-to=%2Ft"
  })
  void leadsToSignInAtThePublicAddressOnly(String target, String expected) throws IOException {
    // given
    var edge = new Browser().edge();
    var request = "GET " + target + " HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n";

    // when
    String answer;
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), edge.getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    // then
    var location =
        answer
            .lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("location:"))
            .toList();
    if (answer.startsWith("HTTP/1.1 303")) {
      assertThat(location).hasSize(1);
      assertThat(location.getFirst().substring(9).strip()).isEqualTo(edge + expected);
    } else {
      assertThat(location).isEmpty();
      assertThat(answer).contains("problem+json").doesNotContain("evil.example");
    }
  }
}
