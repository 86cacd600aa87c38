package io.tarn.edge.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tarn.edge.parts.Browser;
import io.tarn.edge.parts.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Requests are measured by route, however many things they name.
@QuarkusTest
@QuarkusTestResource(Installation.class)
class MeasuringTest {
  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @Test
  void labelsRequestsByRouteAndNothingThatTheyName() {
    // given
    var mark = "m" + UUID.randomUUID();
    var browser = new Browser();

    // when
    for (int i = 0; i < 120; i++) {
      browser.get("/v1/tenants/" + mark + "/queries/" + mark + i, "Authorization", "Bearer ada");
      browser.get("/v1/invitations/" + mark + i + "/accept", "Authorization", "Bearer ada");
      browser.get("/v1/" + mark + i);
      browser.get("/pages/" + mark + i);
      browser.get("/assets/" + mark + i);
    }

    // then
    await()
        .untilAsserted(
            () ->
                assertThat(labelled())
                    .anyMatch(line -> line.contains("uri=\"/v1/tenants/{tenant}/queries/{id}\""))
                    .anyMatch(line -> line.contains("uri=\"/v1/invitations/*\"")));
    assertThat(labelled()).noneMatch(line -> line.contains(mark));
  }

  private List<String> labelled() {
    try (InputStream page = metrics.toURL().openStream()) {
      var text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n")).filter(line -> line.contains("uri=")).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
