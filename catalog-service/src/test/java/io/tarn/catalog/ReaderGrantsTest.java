package io.tarn.catalog;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.tarn.common.secret.MasterSecret;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.GrantVerifier;
import io.tarn.service.gate.PublishedKeys;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.testing.EmbeddedPartsResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Grants by which the scheduler reads in its own name.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_catalog"))
@QuarkusTestResource(TestGrantsResource.class)
@QuarkusTestResource(Neighbours.class)
@QuarkusTestResource(OperatorsS3.class)
class ReaderGrantsTest {
  @Inject Scenarios scenarios;
  @Inject MasterSecret secret;

  @TestHTTPResource("/internal/grant-keys")
  URI keys;

  private final String slug = "read-" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void letsTheSchedulerReadATenantAndNothingElse() {
    // given
    var tenant = scenarios.tenant(slug);

    // when
    var answer = ask(schedulersKey(), tenant.value(), "change-ledger").statusCode(200);

    // then
    var clock = Clock.systemUTC();
    var verifier = new GrantVerifier(new PublishedKeys(keys, clock), "query-service", clock);
    var grant = verifier.verify(answer.extract().path("grant"));
    Assertions.assertThat(grant.role()).isEqualTo(Role.READER);
    Assertions.assertThat(grant.purpose()).isEqualTo("change-ledger");
    Assertions.assertThat(grant.tenant().id()).isEqualTo(tenant);
    Assertions.assertThat(grant.actor().subject()).isEqualTo("scheduler-service");
    Assertions.assertThat(Role.READER.permissions())
        .containsExactlyInAnyOrder(
            "query:run", "query:run-saved", "query:read", "query:cancel", "catalogue:read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"schedule", "export", "interactive", "provisioning"})
  void refusesOtherPurposes(String purpose) {
    ask(schedulersKey(), scenarios.tenant(slug).value(), purpose).statusCode(400);
  }

  @Test
  void refusesTheEdge() {
    var edges = secret.derive("edge-key", "web-ui");
    ask(edges, scenarios.tenant(slug).value(), "chargeback").statusCode(401);
  }

  @Test
  void knowsNoTenantThatIsNotThere() {
    ask(schedulersKey(), new TenantId("0".repeat(26)).value(), "chargeback")
        .statusCode(404)
        .body("type", equalTo("/problems/not-found"));
  }

  private String schedulersKey() {
    return secret.derive("edge-key", "scheduler-service");
  }

  private static ValidatableResponse ask(String key, String tenant, String purpose) {
    return given()
        .header("Tarn-Edge-Key", key)
        .contentType(ContentType.JSON)
        .body(Map.of("tenant", tenant, "purpose", purpose, "requestId", "ledger-1"))
        .post("/internal/grants/reader")
        .then();
  }
}
