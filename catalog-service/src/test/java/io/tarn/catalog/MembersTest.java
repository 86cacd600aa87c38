package io.tarn.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tarn.common.secret.MasterSecret;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.testing.EmbeddedPartsResource;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may give which access to whom, and what always stays.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_catalog"))
@QuarkusTestResource(TestGrantsResource.class)
@QuarkusTestResource(Neighbours.class)
@QuarkusTestResource(OperatorsS3.class)
class MembersTest {
  private static final String LATER = "2099-01-01T00:00:00Z";
  private static final String STILL_LATER = "2099-06-01T00:00:00Z";

  @Inject Scenarios scenarios;
  @Inject MasterSecret secret;

  private final TestGrants grants = TestGrants.forService("catalog-service");
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String slug = "acme-" + mark;
  private final Actor platformAdmin =
      new Actor(Tokens.issuer(), "platform-admin", "platform-admin");
  private TenantId acme;
  private UUID boss;

  @BeforeEach
  void plant() {
    acme = scenarios.tenant(slug);
    boss = scenarios.member(acme, "boss", "tenant-admin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"platform-admin", "tenant-admin"})
  void givesAPlatformAdminNoRoleInATenant(String caller) {
    // given
    var body = Map.of("issuer", Tokens.issuer(), "subject", "platform-admin", "role", "analyst");

    // when
    var answer = as(caller).body(body).post(members()).then();

    // then
    answer.statusCode(409).body("type", equalTo("/problems/platform-admin-in-tenant"));
    assertThat(memberships("platform-admin")).isZero();
  }

  @Test
  void assignsNoPlatformAdminAsOperator() {
    // when
    var answer =
        given()
            .auth()
            .oauth2(grants.forPlatform(Role.PLATFORM_ADMIN).actor(platformAdmin).mint())
            .contentType(ContentType.JSON)
            .body(Map.of("issuer", Tokens.issuer(), "subject", "platform-admin", "tenant", slug))
            .post("/v1/operators")
            .then();

    // then
    answer.statusCode(409).body("type", equalTo("/problems/platform-admin-in-tenant"));
    assertThat(
            scenarios.count(
                "select count(*) from operator_assignments where tenant_id = ?", acme.value()))
        .isZero();
  }

  @Test
  void letsNoPlatformAdminAcceptAnInvitation() {
    // given
    String link =
        as("platform-admin")
            .body(Map.of("role", "analyst", "email", "root@tarn.example"))
            .post("/v1/tenants/" + slug + "/invitations")
            .path("link");

    // when
    var answer =
        given()
            .auth()
            .oauth2(
                grants
                    .forPlatform(Role.PLATFORM_ADMIN)
                    .actor(platformAdmin)
                    .verifiedEmail("root@tarn.example")
                    .mint())
            .post("/v1/invitations/" + link.substring(link.lastIndexOf('/') + 1) + "/accept")
            .then();

    // then
    answer.statusCode(409).body("type", equalTo("/problems/platform-admin-in-tenant"));
    assertThat(memberships("platform-admin")).isZero();
  }

  @Test
  void givesARoleOnRecordOfAPlatformAdminNoEffect() {
    // given
    scenarios.member(acme, "platform-admin", "analyst");

    // when
    var grant =
        given()
            .header("Tarn-Edge-Key", secret.derive("edge-key", "web-ui"))
            .contentType(ContentType.JSON)
            .body(
                Map.of(
                    "credential",
                    Map.of("type", "oidc", "token", Tokens.of("platform-admin")),
                    "tenant",
                    slug,
                    "audience",
                    "query-service",
                    "purpose",
                    "interactive",
                    "requestId",
                    "r-" + mark))
            .post("/internal/grants")
            .then();
    var me =
        given()
            .auth()
            .oauth2(grants.forPlatform(Role.PLATFORM_ADMIN).actor(platformAdmin).mint())
            .get("/v1/me")
            .then();

    // then
    grant.statusCode(200).body("role", equalTo("platform-admin"));
    me.statusCode(200).body("platformRole", equalTo("platform-admin"), "tenants", empty());
  }

  @Test
  void leavesTheExpiryAsItIsUnlessItIsNamed() {
    // given
    var guest = temporary("guest", "viewer", LATER);

    // when
    var promoted = patch(guest, Map.of("role", "analyst"));
    var moved = patch(guest, Map.of("expiresAt", STILL_LATER));
    var forever = patch(guest, "{\"expiresAt\": null}");

    // then
    promoted.then().statusCode(200).body("role", equalTo("analyst"), "expiresAt", equalTo(LATER));
    moved
        .then()
        .statusCode(200)
        .body("role", equalTo("analyst"), "expiresAt", equalTo(STILL_LATER));
    forever.then().statusCode(200).body("role", equalTo("analyst"), "expiresAt", nullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"expiresAt\": 5}",
        "{\"expiresAt\": \"soon\"}",
        "{\"expiresAt\": \"2001-01-01T00:00:00Z\"}",
        "{\"expiresAt\": \"+12000-01-01T00:00:00Z\"}",
        "{\"role\": \"operator\"}"
      })
  void refusesAChangeThatIsNone(String body) {
    patch(boss, body).then().statusCode(400).body("type", equalTo("/problems/invalid-request"));
  }

  @Test
  void letsNobodyLengthenTheirOwnMembership() {
    // given
    var temp = temporary("temp", "tenant-admin", LATER);
    var self =
        grants
            .in(acme, slug, Role.TENANT_ADMIN)
            .actor(new Actor(Tokens.issuer(), "temp", "temp"))
            .mint();

    for (var body : List.of("{\"expiresAt\": null}", "{\"expiresAt\": \"" + STILL_LATER + "\"}")) {
      // when
      var answer = patchAs(self, temp, body).then();

      // then
      answer.statusCode(403).body("type", equalTo("/problems/own-expiry"));
    }
    patchAs(self, temp, "{\"expiresAt\": \"2098-01-01T00:00:00Z\"}").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"role\": \"viewer\"}",
        "{\"expiresAt\": \"" + LATER + "\"}",
        "{\"role\": \"analyst\", \"expiresAt\": \"" + LATER + "\"}"
      })
  void keepsTheLastTenantAdmin(String body) {
    // given
    temporary("deputy", "tenant-admin", LATER);

    // when
    var changed = patch(boss, body).then();
    var removed = as("tenant-admin").delete(members() + "/" + boss).then();

    // then
    changed.statusCode(409).body("type", equalTo("/problems/last-tenant-admin"));
    removed.statusCode(409).body("type", equalTo("/problems/last-tenant-admin"));
  }

  @Test
  void letsATenantAdminGoWhereAnotherStays() {
    // given
    scenarios.member(acme, "second", "tenant-admin");
    var deputy = temporary("deputy", "tenant-admin", LATER);

    // when
    var changed = patch(boss, Map.of("role", "viewer"));
    var removed = as("tenant-admin").delete(members() + "/" + deputy);

    // then
    assertThat(List.of(changed.statusCode(), removed.statusCode())).containsExactly(200, 204);
  }

  @Test
  void keepsOneOfTwoAdminsWhoDemoteEachOtherAtOnce() {
    for (int i = 0; i < 8; i++) {
      // given
      var tenant = scenarios.tenant("race-" + mark + "-" + i);
      var admins =
          List.of(
              scenarios.member(tenant, "one", "tenant-admin"),
              scenarios.member(tenant, "two", "tenant-admin"));
      var grant = grants.grant(tenant, "race-" + mark + "-" + i, Role.TENANT_ADMIN);

      // when
      List<Integer> answers;
      try (var threads = Executors.newFixedThreadPool(2)) {
        var asked =
            admins.stream()
                .map(
                    admin ->
                        threads.submit(
                            () ->
                                given()
                                    .auth()
                                    .oauth2(grant)
                                    .contentType(ContentType.JSON)
                                    .body(Map.of("role", "viewer"))
                                    .patch("/v1/tenants/" + tenant + "/members/" + admin)
                                    .statusCode()))
                .toList();
        await().until(() -> asked.stream().allMatch(Future::isDone));
        answers = asked.stream().map(Future::resultNow).toList();
      }

      // then
      assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }
  }

  @Test
  void addsAPersonOnceWhoIsAddedSeveralTimesAtOnce() {
    for (int i = 0; i < 8; i++) {
      // given
      var person = Map.of("issuer", Tokens.issuer(), "subject", "again-" + i, "role", "analyst");

      // when
      var answers = fourAtOnce(() -> as("tenant-admin").body(person).post(members()));

      // then
      assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
    }
  }

  @Test
  void assignsAnOperatorOnceWhoIsAssignedSeveralTimesAtOnce() {
    for (int i = 0; i < 8; i++) {
      // given
      var operator = Map.of("issuer", Tokens.issuer(), "subject", "again-" + i, "tenant", slug);

      // when
      var answers = fourAtOnce(() -> as("platform-admin").body(operator).post("/v1/operators"));

      // then
      assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
    }
  }

  private static List<Integer> fourAtOnce(Supplier<Response> request) {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var all = Collections.nCopies(4, (Callable<Integer>) () -> request.get().statusCode());
      return threads.invokeAll(all).stream().map(Future::resultNow).toList();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private UUID temporary(String subject, String role, String expiresAt) {
    var id = scenarios.member(acme, subject, role);
    scenarios.run("update memberships set expires_at = ?::timestamptz where id = ?", expiresAt, id);
    return id;
  }

  private long memberships(String subject) {
    return scenarios.count(
        "select count(*) from memberships where tenant_id = ? and subject = ?",
        acme.value(),
        subject);
  }

  private String members() {
    return "/v1/tenants/" + acme + "/members";
  }

  private Response patch(UUID member, Object body) {
    return as("tenant-admin").body(body).patch(members() + "/" + member);
  }

  private Response patchAs(String grant, UUID member, String body) {
    return given()
        .auth()
        .oauth2(grant)
        .contentType(ContentType.JSON)
        .body(body)
        .patch(members() + "/" + member);
  }

  private RequestSpecification as(String role) {
    var grant = grants.in(acme, slug, Role.of(role).orElseThrow());
    var person =
        "platform-admin".equals(role) ? platformAdmin : new Actor(Tokens.issuer(), "boss", "boss");
    return given().auth().oauth2(grant.actor(person).mint()).contentType(ContentType.JSON);
  }
}
