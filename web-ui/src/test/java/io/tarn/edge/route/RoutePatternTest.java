package io.tarn.edge.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutePatternTest {

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/sign-in/callback, /sign-in/callback",
    "/t/acme/queries, /*",
    "//evil.example/../sign-in, /*",
    "'', /*",
    "/assets/index-1234.js, /assets/*",
    "/v1/me, /v1/me",
    "/v1/invitations/secret-code/accept, /v1/invitations/*",
    "/v1/operators/1, /v1/operators/*",
    "/v1/tenants, /v1/tenants",
    "/v1/tenants/acme, /v1/tenants/{tenant}",
    "/v1/tenants/acme/queries, /v1/tenants/{tenant}/queries",
    "/v1/tenants/acme/queries/1/results, /v1/tenants/{tenant}/queries/{id}/results",
    "/v1/tenants/acme/queries/1/anything, /v1/tenants/{tenant}/queries/{id}/*",
    "/v1/tenants/acme/uploads/1:close, /v1/tenants/{tenant}/uploads/{id}:close",
    "/v1/tenants/acme/uploads/1:made-up, /v1/tenants/{tenant}/uploads/{id}",
    "/v1/tenants/acme/event-data-stores/arn:aws:x%2Fy/events, /v1/tenants/{tenant}/event-data-stores/{id}/events",
    "/v1/tenants/acme/queries:validate, /v1/tenants/{tenant}/queries:validate",
    "/v1/tenants/acme/made-up-17, /v1/*",
    "/v1/a%zz, /v1/*",
    "/v1x/1, /v1/*"
  })
  void namesNoTenantNoIdAndNoCode(String path, String pattern) {
    assertThat(RoutePattern.of(path)).isEqualTo(pattern);
  }
}
