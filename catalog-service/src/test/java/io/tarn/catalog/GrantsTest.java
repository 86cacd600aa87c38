package io.tarn.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tarn.common.secret.MasterSecret;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.GrantVerifier;
import io.tarn.service.gate.PublishedKeys;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.testing.EmbeddedPartsResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Tokens become grants, or not, by real requests.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_catalog"))
@QuarkusTestResource(TestGrantsResource.class)
@QuarkusTestResource(Neighbours.class)
@QuarkusTestResource(OperatorsS3.class)
class GrantsTest {
  @Inject Scenarios scenarios;
  @Inject MasterSecret secret;

  @TestHTTPResource("/internal/grant-keys")
  URI keys;

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String slug = "acme-" + mark;
  private final String analyst = "analyst-" + mark;
  private TenantId acme;
  private UUID member;

  @BeforeEach
  void plant() {
    acme = scenarios.tenant(slug);
    member = scenarios.member(acme, analyst, "analyst");
    scenarios.tenant("globex-" + mark);
  }

  @Test
  void signsAGrantThatTheGateAccepts() {
    // when
    var answer = exchange(Tokens.of(analyst), slug);

    // then
    answer
        .then()
        .statusCode(200)
        .body("tenant.id", equalTo(acme.value()), "role", equalTo("analyst"))
        .body("credentialExpiresAt", notNullValue());
    var clock = Clock.systemUTC();
    var verifier = new GrantVerifier(new PublishedKeys(keys, clock), "query-service", clock);
    var grant = verifier.verify(answer.path("grant"));
    assertThat(grant.role()).isEqualTo(Role.ANALYST);
    assertThat(grant.actor().subject()).isEqualTo(analyst);
    assertThat(grant.requestId()).isEqualTo("request-" + mark);
    assertThat(grant.expiresAt()).isBefore(Instant.now().plusSeconds(61));
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(
            "expired",
            who ->
                Tokens.of(who, c -> c.setExpirationTime(NumericDate.fromSeconds(1_700_000_000)))),
        fault("other issuer", who -> Tokens.of(who, c -> c.setIssuer("https://elsewhere.example"))),
        fault("other audience", who -> Tokens.of(who, c -> c.setAudience("account"))),
        fault("alg none", Tokens::unsigned),
        fault("key confusion", Tokens::confused),
        fault("another key", Tokens::signedByAnotherKey),
        fault("nonsense", who -> "nonsense"),
        fault(
            "a grant",
            who -> TestGrants.forService("catalog-service").forPlatform(Role.SIGNED_IN).mint()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void refusesAFaultyToken(String name, Function<String, String> token) {
    // when
    var answer = exchange(token.apply(analyst), slug).then();

    // then
    answer
        .statusCode(401)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/unauthenticated"));
  }

  @Test
  void tellsIngestServiceWhichTenantsAnOperatorHas() {
    // given
    var operator = "operator-" + mark;
    var hooli = scenarios.tenant("hooli-" + mark);
    for (var tenant : List.of(acme, hooli)) {
      scenarios.run(
          "insert into operator_assignments (tenant_id, id, issuer, subject) values (?, ?, ?, ?)",
          tenant.value(),
          UUID.randomUUID(),
          Tokens.issuer(),
          operator);
    }

    // when
    var atIngest = exchange(Tokens.of(operator), slug, "ingest-service");
    var atQuery = exchange(Tokens.of(operator), slug, "query-service");
    var ofAnalyst = exchange(Tokens.of(analyst), slug, "ingest-service");

    // then
    var clock = Clock.systemUTC();
    var source = new PublishedKeys(keys, clock);
    var atIngestGate = new GrantVerifier(source, "ingest-service", clock);
    assertThat(atIngestGate.verify(atIngest.path("grant")).assignedTo())
        .containsExactlyInAnyOrder(acme, hooli);
    assertThat(atIngestGate.verify(ofAnalyst.path("grant")).assignedTo()).isEmpty();
    assertThat(
            new GrantVerifier(source, "query-service", clock)
                .verify(atQuery.path("grant"))
                .assignedTo())
        .isEmpty();
  }

  @Test
  void answersAForeignTenantLikeAnUnknownOne() {
    // given
    var unknown = exchange(Tokens.of(analyst), "nowhere-" + mark);

    // when
    var foreign = exchange(Tokens.of(analyst), "globex-" + mark);

    // then
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(withoutRequest(foreign)).isEqualTo(withoutRequest(unknown));
  }

  @Test
  void refusesTokensFromBeforeARoleWasTakenAway() {
    // given
    var token = Tokens.of(analyst);
    exchange(token, slug).then().statusCode(200);
    var admin = TestGrants.forService("catalog-service").grant(acme, slug, Role.TENANT_ADMIN);
    given()
        .auth()
        .oauth2(admin)
        .delete("/v1/tenants/" + slug + "/members/" + member)
        .then()
        .statusCode(204);

    // when
    var answer = exchange(token, slug).then();

    // then
    answer.statusCode(401).body("type", equalTo("/problems/session-ended"));
  }

  @Test
  void refusesASessionThatWasSignedOutOf() {
    // given
    var token = Tokens.of(analyst);
    asEdge().body(Map.of("token", token)).post("/internal/sessions/ended").then().statusCode(204);

    // when
    var answer = exchange(token, slug).then();

    // then
    answer.statusCode(401).body("type", equalTo("/problems/session-ended"));
  }

  @Test
  void refusesAnExpiredMembership() {
    // given
    scenarios.run(
        "update memberships set expires_at = now() - interval '1 s' where id = ?", member);

    // when
    var answer = exchange(Tokens.of(analyst), slug).then();

    // then
    answer.statusCode(404);
  }

  @Test
  void givesThePlatformsPeopleTheirRoles() {
    // when
    var admin = exchange(Tokens.of("platform-admin"), null).then();
    var adminInTenant = exchange(Tokens.of("platform-admin"), slug).then();
    var anybody = exchange(Tokens.of("somebody-" + mark), null).then();

    // then
    admin.statusCode(200).body("role", equalTo("platform-admin"), "tenant", nullValue());
    adminInTenant.statusCode(200).body("role", equalTo("platform-admin"));
    anybody.statusCode(200).body("role", equalTo("signed-in"));
  }

  @Test
  void asksForTheEdgesKey() {
    // given
    var body = body(Tokens.of(analyst), slug);

    for (var key : List.of("", "guess", secret.derive("edge-key", "somebody-else"))) {
      // when
      var answer =
          given()
              .header("Tarn-Edge-Key", key)
              .contentType(ContentType.JSON)
              .body(body)
              .post("/internal/grants")
              .then();

      // then
      answer.statusCode(401).body("type", equalTo("/problems/unauthenticated"));
    }
  }

  @Test
  void givesAScheduleAGrantOfItsOwner() {
    // when
    var answer = scheduled(analyst);

    // then
    answer.then().statusCode(200).body("role", equalTo("analyst"));
    var clock = Clock.systemUTC();
    var verifier = new GrantVerifier(new PublishedKeys(keys, clock), "query-service", clock);
    var grant = verifier.verify(answer.path("grant"));
    assertThat(grant.purpose()).isEqualTo("schedule");
    assertThat(grant.actor().subject()).isEqualTo(analyst);
    assertThat(grant.requestId()).isEqualTo("run-" + mark);
  }

  @Test
  void refusesAScheduleWhoseOwnerMayNoMore() {
    // given
    var viewer = "viewer-" + mark;
    scenarios.member(acme, viewer, "viewer");
    var left = "left-" + mark;
    scenarios.member(acme, left, "analyst");
    scenarios.run(
        "update memberships set expires_at = now() - interval '1 day' where subject = ?", left);

    // then
    refused(scheduled(viewer), "owner-lost-role");
    refused(scheduled(left), "owner-left");
    refused(scheduled("nobody-" + mark), "owner-left");

    // when
    scenarios.run("update tenants set status = 'suspended' where tenant_id = ?", acme.value());

    // then
    refused(scheduled(analyst), "tenant-suspended");
  }

  @Test
  void letsAViewerExportAndNotSchedule() {
    // given
    var viewer = "exporting-viewer-" + mark;
    scenarios.member(acme, viewer, "viewer");
    var body = new HashMap<>(scheduledBody(viewer));
    body.put("purpose", "export");
    // when
    var answer =
        given()
            .header("Tarn-Edge-Key", secret.derive("edge-key", "scheduler-service"))
            .contentType(ContentType.JSON)
            .body(body)
            .post("/internal/grants/scheduled");
    // then
    answer.then().statusCode(200).body("grant", notNullValue());
    refused(scheduled(viewer), "owner-lost-role");
  }

  @Test
  void givesScheduledGrantsToThoseWithAKeyOnly() {
    given()
        .contentType(ContentType.JSON)
        .body(scheduledBody(analyst))
        .post("/internal/grants/scheduled")
        .then()
        .statusCode(401);
  }

  @Test
  void givesAWebhookAGrantToDeliverOnly() {
    // when
    var answer = webhook(slug, "scheduler-service");

    // then
    answer.then().statusCode(200).body("role", equalTo("webhook"));
    var clock = Clock.systemUTC();
    var verifier = new GrantVerifier(new PublishedKeys(keys, clock), "scheduler-service", clock);
    var grant = verifier.verify(answer.path("grant"));
    assertThat(grant.role().permissions()).containsExactly("approval:deliver");
    assertThat(grant.actor().issuer()).isEqualTo("tarn");
    assertThat(grant.actor().subject()).isEqualTo("webhook");
    assertThat(grant.purpose()).isEqualTo("webhook");
    assertThat(grant.requestId()).isEqualTo("request-" + mark);
  }

  @Test
  void letsWebhooksIntoActiveTenantsAndOneServiceOnly() {
    // given
    var unknown = webhook("nowhere-" + mark, "scheduler-service");
    scenarios.run("update tenants set status = 'suspended' where tenant_id = ?", acme.value());

    // when
    var suspended = webhook(slug, "scheduler-service");

    // then
    assertThat(suspended.statusCode()).isEqualTo(404);
    assertThat(withoutRequest(suspended)).isEqualTo(withoutRequest(unknown));
    webhook("globex-" + mark, "query-service")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("audience"));
    var ofNoTenant = body("", "");
    ofNoTenant.put("credential", Map.of("type", "webhook"));
    ofNoTenant.put("audience", "scheduler-service");
    ofNoTenant.remove("tenant");
    asEdge()
        .body(ofNoTenant)
        .post("/internal/grants")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("tenant"));
  }

  @Test
  void wantsATokenOfAPerson() {
    var body = body("", slug);
    body.put("credential", Map.of("type", "oidc"));
    asEdge()
        .body(body)
        .post("/internal/grants")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("credential.token"));
  }

  private Response webhook(String tenant, String audience) {
    var body = body("", tenant);
    body.put("credential", Map.of("type", "webhook"));
    body.put("audience", audience);
    return asEdge().body(body).post("/internal/grants");
  }

  private static void refused(Response answer, String problem) {
    answer.then().statusCode(403).body("type", equalTo("/problems/" + problem));
  }

  private Response scheduled(String subject) {
    return given()
        .header("Tarn-Edge-Key", secret.derive("edge-key", "scheduler-service"))
        .contentType(ContentType.JSON)
        .body(scheduledBody(subject))
        .post("/internal/grants/scheduled");
  }

  private Map<String, Object> scheduledBody(String subject) {
    return Map.of(
        "tenant", acme.value(),
        "owner", Map.of("issuer", Tokens.issuer(), "subject", subject, "name", "Ann"),
        "requestId", "run-" + mark);
  }

  private Response exchange(String token, String tenant) {
    return asEdge().body(body(token, tenant)).post("/internal/grants");
  }

  private Response exchange(String token, String tenant, String audience) {
    var body = body(token, tenant);
    body.put("audience", audience);
    return asEdge().body(body).post("/internal/grants");
  }

  private RequestSpecification asEdge() {
    return given()
        .header("Tarn-Edge-Key", secret.derive("edge-key", "web-ui"))
        .contentType(ContentType.JSON);
  }

  private Map<String, Object> body(String token, String tenant) {
    var body = new HashMap<String, Object>();
    body.put("credential", Map.of("type", "oidc", "token", token));
    body.put("tenant", tenant);
    body.put("audience", "query-service");
    body.put("purpose", "interactive");
    body.put("requestId", "request-" + mark);
    return body;
  }

  private static Map<String, Object> withoutRequest(Response answer) {
    var members = new HashMap<String, Object>(answer.jsonPath().getMap("$"));
    members.remove("requestId");
    return members;
  }

  private static Arguments fault(String name, Function<String, String> token) {
    return Arguments.of(name, token);
  }
}
