package io.tarn.edge.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v1",
        "//v1/me",
        "/v1//me",
        "/v1/",
        "/v1/../internal",
        "/v1/./me",
        "/v1/%2e%2e/x",
        "/v1/%2E./x",
        "/v1/a%2f..%2fb",
        "/v1/%2fme",
        "/v1/me%2f",
        "/v1/a%00b",
        "/v1/a%0ab",
        "/v1/a%5cb",
        "/v1/a\\b",
        "/v1/%",
        "/v1/%2",
        "/v1/%zz",
        "/v1/%ff",
        "/v1/%c0%ae",
        "/v1/a b",
        "/v1/ä"
      })
  void refusesWhatHasNoCanonicalForm(String raw) {
    assertThat(CanonicalPath.of(raw)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/me, /v1/me",
    "/v1/%6d%65, /v1/me",
    "/v1/tenants/acme/queries%3Avalidate, /v1/tenants/acme/queries:validate",
    "/v1/tenants/acme/queries%3avalidate, /v1/tenants/acme/queries:validate",
    "/v1/tenants/a%20b, /v1/tenants/a%20b",
    "/v1/tenants/acme;x=1/queries, /v1/tenants/acme%3Bx%3D1/queries",
    "/v1/%252e%252e/x, /v1/%252e%252e/x",
    "/v1/t/$EDS_ID, /v1/t/$EDS_ID",
    "/v1/caf%c3%a9, /v1/caf%C3%A9"
  })
  void writesOneForm(String raw, String canonical) {
    assertThat(CanonicalPath.of(raw).orElseThrow().encoded()).isEqualTo(canonical);
  }

  @Test
  void keepsTheSlashInsideAnArnEncoded() {
    // given
    var raw = "/v1/tenants/acme/event-data-stores/arn:aws:cloudtrail:eu-central-1:1:x%2Fab/events";
    // when
    var path = CanonicalPath.of(raw).orElseThrow();
    // then
    assertThat(path.segments()).hasSize(6).contains("arn:aws:cloudtrail:eu-central-1:1:x/ab");
    assertThat(path.encoded()).isEqualTo(raw);
  }
}
