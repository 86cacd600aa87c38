package io.tarn.edge.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.tarn.edge.parts.Installation;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The edge where people reach it by HTTPS, which a proxy before it takes off.
@QuarkusTest
@QuarkusTestResource(
    value = Installation.class,
    initArgs = @ResourceArg(name = "scheme", value = "https"),
    restrictToAnnotatedClass = true)
class SecureEdgeTest {
  private final HttpClient proxy =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI publicUrl =
      URI.create(ConfigProvider.getConfig().getValue("tarn.public-url", String.class));

  @ParameterizedTest
  @ValueSource(strings = {"/", "/v1/me", "/sign-in", "/assets/none.js", "/v1/../x"})
  void tellsBrowsersToStayWithHttps(String path) throws Exception {
    // when
    var answer = get(path);

    // then
    assertThat(answer.headers().firstValue("Strict-Transport-Security"))
        .hasValue("max-age=31536000; includeSubDomains");
  }

  @Test
  void givesCookiesToHttpsOnlyAndComesBackThere() throws Exception {
    // when
    var answer = get("/sign-in");

    // then
    assertThat(publicUrl.getScheme()).isEqualTo("https");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).containsIgnoringCase("Secure"));
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .contains(
            "redirect_uri="
                + URLEncoder.encode(publicUrl + "/sign-in/callback", StandardCharsets.UTF_8));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var address = URI.create("http://" + publicUrl.getAuthority() + path);
    return proxy.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
