package io.tarn.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.testing.EmbeddedPartsResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tenants, members, invitations and stores by requests under test grants; always two tenants.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_catalog"))
@QuarkusTestResource(TestGrantsResource.class)
@QuarkusTestResource(Neighbours.class)
@QuarkusTestResource(OperatorsS3.class)
class CatalogTest {
  @Inject Scenarios scenarios;

  private final TestGrants grants = TestGrants.forService("catalog-service");
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String acmeSlug = "acme-" + mark;
  private TenantId acme;
  private TenantId globex;
  private UUID globexMember;
  private UUID globexStore;

  @BeforeEach
  void plant() {
    acme = scenarios.tenant(acmeSlug);
    globex = scenarios.tenant("globex-" + mark);
    scenarios.member(acme, "wile", "analyst");
    scenarios.store(acme, "trail");
    globexMember = scenarios.member(globex, "hank", "analyst");
    globexStore = scenarios.store(globex, "secret-trail");
  }

  @Test
  void hidesEverythingOfOtherTenants() {
    // given
    var foreignAddresses =
        List.of(
            "/v1/tenants/" + globex,
            "/v1/tenants/globex-" + mark,
            "/v1/tenants/" + globex + "/members",
            "/v1/tenants/" + globex + "/event-data-stores",
            "/v1/tenants/" + acme + "/members/" + globexMember,
            "/v1/tenants/" + acme + "/event-data-stores/" + globexStore,
            "/v1/tenants/" + acme + "/event-data-stores/secret-trail");
    var unknown = admin().get("/v1/tenants/" + acme + "/members/" + UUID.randomUUID());

    for (var address : foreignAddresses) {
      // when
      var answer = admin().get(address);

      // then
      assertThat(answer.statusCode()).as(address).isEqualTo(404);
      assertThat(answer.asString()).as(address).isEqualTo(unknown.asString());
    }
  }

  @Test
  void changesNothingOfOtherTenants() {
    // when
    var removed = admin().delete("/v1/tenants/" + acme + "/members/" + globexMember);
    var changed =
        json(Map.of("role", "tenant-admin"))
            .patch("/v1/tenants/" + acme + "/members/" + globexMember);

    // then
    assertThat(List.of(removed.statusCode(), changed.statusCode())).containsOnly(404);
    assertThat(
            scenarios.count(
                "select count(*) from memberships where id = ? and role = 'analyst'", globexMember))
        .isEqualTo(1);
  }

  @Test
  void listsOnlyTheOwn() {
    // when
    var members = admin().get("/v1/tenants/" + acme + "/members").then();
    var stores = admin().get("/v1/tenants/" + acme + "/event-data-stores").then();

    // then
    members
        .statusCode(200)
        .body("items.subject", hasItem("wile"), "items.subject", not(hasItem("hank")));
    stores.statusCode(200).body("items", hasSize(1), "items[0].name", equalTo("trail"));
  }

  @Test
  void continuesAListingAtItsCursor() {
    // given
    scenarios.store(acme, "another");
    var address = "/v1/tenants/" + acme + "/event-data-stores";
    var cursor = admin().get(address + "?limit=1").path("nextCursor");

    // when
    var answer = admin().get(address + "?limit=1&cursor=" + cursor).then();

    // then
    answer
        .statusCode(200)
        .body("items.name", equalTo(List.of("trail")))
        .body("nextCursor", nullValue());
  }

  @Test
  void refusesACursorThatIsNone() {
    // when
    var answer = admin().get("/v1/tenants/" + acme + "/members?cursor=bm9uc2Vuc2U").then();

    // then
    answer.statusCode(400).body("type", equalTo("/problems/invalid-request"));
  }

  @Test
  void givesARepeatedRequestTheSameAnswer() {
    // given
    var request = Map.of("issuer", "https://other.example", "subject", "rosa", "role", "viewer");
    var address = "/v1/tenants/" + acme + "/members";

    // when
    var first = json(request).header("Idempotency-Key", mark).post(address);
    var second = json(request).header("Idempotency-Key", mark).post(address);
    var other =
        json(Map.of("issuer", "https://other.example", "subject", "mei", "role", "viewer"))
            .header("Idempotency-Key", mark)
            .post(address);

    // then
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    other.then().statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
  }

  @Test
  void refusesFaultyRequestsWithTheirPlace() {
    // when
    var role =
        json(Map.of("issuer", "i", "subject", "s", "role", "emperor"))
            .post("/v1/tenants/" + acme + "/members")
            .then();
    var slug =
        platform(Map.of("slug", "NOT A SLUG", "name", "x", "homeAccount", "1"))
            .post("/v1/tenants")
            .then();

    // then
    role.statusCode(400)
        .body("violations.field", equalTo(List.of("role")))
        .body(
            "violations.reason",
            equalTo(List.of("must be one of tenant-admin, analyst, viewer, approver, ingest")));
    slug.statusCode(400).body("violations.field", equalTo(List.of("homeAccount", "slug")));
  }

  @Test
  void makesAnInvitationAMembershipOnce() {
    // given
    var invited = json(Map.of("role", "approver")).post("/v1/tenants/" + acme + "/invitations");
    String link = invited.path("link");
    var code = link.substring(link.lastIndexOf('/') + 1);

    // when
    var first = accept(code, "newcomer", null);
    var second = accept(code, "latecomer", null);

    // then
    first
        .then()
        .statusCode(200)
        .body("tenant.slug", equalTo(acmeSlug), "tenant.role", equalTo("approver"));
    assertThat(second.statusCode()).isEqualTo(404);
    admin()
        .get("/v1/tenants/" + acme + "/invitations")
        .then()
        .body("items[0].link", nullValue())
        .body("items[0].usedAt", not(nullValue()));
  }

  @Test
  void answersWhateverIsWrongWithALinkAlike() {
    // given
    var used = invite(Map.of("role", "viewer"));
    accept(used, "first", null);
    var expired = invite(Map.of("role", "viewer"));
    scenarios.run(
        "update invitations set expires_at = now() - interval '1 day'"
            + " where tenant_id = ? and used_at is null",
        acme.value());
    var foreign = invite(Map.of("role", "viewer", "email", "somebody@example.com"));
    var unknown = accept("no-such-code", "guest", "guest@example.com");

    for (var code : List.of(used, expired, foreign)) {
      // when
      var answer = accept(code, "guest", "guest@example.com");

      // then
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.asString()).isEqualTo(unknown.asString());
    }
  }

  @Test
  void letsTheInvitedAddressIn() {
    // given
    var code = invite(Map.of("role", "viewer", "email", "Guest@Example.com"));

    // when
    var answer = accept(code, "guest-" + mark, "guest@example.com").then();

    // then
    answer.statusCode(200);
  }

  @Test
  void leavesNothingOfATenantThatCannotBeProvisioned() {
    // given
    var slug = "initech-" + mark;
    Neighbours.askedOfIngest();

    // when
    var answer =
        platform(Map.of("slug", slug, "name", "Initech", "homeAccount", "444455556666"))
            .header("Idempotency-Key", mark)
            .post("/v1/tenants")
            .then();

    // then
    answer.statusCode(502).body("type", equalTo("/problems/provisioning-failed"));
    assertThat(Neighbours.askedOfIngest()).contains("PUT /internal/tenants/", "DELETE /internal/");
    assertThat(scenarios.count("select count(*) from tenants where slug = ?", slug)).isZero();
    platformAdmin().get("/v1/tenants").then().body("items.slug", not(hasItem(slug)));
  }

  @Test
  void leavesNothingOfAStoreThatCannotBeProvisioned() {
    // when
    var answer =
        json(Map.of("name", "insight", "category", "Insight"))
            .post("/v1/tenants/" + acme + "/event-data-stores")
            .then();

    // then
    answer.statusCode(502).body("type", equalTo("/problems/provisioning-failed"));
    assertThat(
            scenarios.count(
                "select count(*) from event_data_stores where tenant_id = ?", acme.value()))
        .isEqualTo(1);
  }

  @Test
  void keepsTheDefaultStoreWhereStatementsCannotBeToldOfAnother() {
    // given
    var before = scenarios.store(acme, "before");
    scenarios.run("update event_data_stores set is_default = true where id = ?", before);

    // when
    var answer =
        json(Map.of("isDefault", true)).patch("/v1/tenants/" + acme + "/event-data-stores/trail");

    // then
    answer.then().statusCode(502).body("type", equalTo("/problems/provisioning-failed"));
    admin()
        .get("/v1/tenants/" + acme + "/event-data-stores/default")
        .then()
        .body("id", equalTo(before.toString()));
  }

  @Test
  void showsTheTenantsOfAPerson() {
    // given
    var person = new Actor(Tokens.issuer(), "p-" + mark, "Person");
    scenarios.member(acme, person.subject(), "viewer");

    // when
    var answer =
        given()
            .auth()
            .oauth2(grants.forPlatform(Role.SIGNED_IN).actor(person).mint())
            .get("/v1/me")
            .then();

    // then
    answer
        .statusCode(200)
        .body("actor.subject", endsWith(mark))
        .body("platformRole", nullValue())
        .body("tenants.slug", equalTo(List.of(acmeSlug)))
        .body("tenants.role", equalTo(List.of("viewer")))
        .body("tenants[0].permissions", hasItem("query:read"))
        .body("tenants[0].permissions", not(hasItem("event:put")));
  }

  @Test
  void keepsPlatformPowersFromTenantAdmins() {
    // when
    var rename = json(Map.of("name", "Acme Ltd.")).patch("/v1/tenants/" + acme);
    var suspend = json(Map.of("status", "suspended")).patch("/v1/tenants/" + acme);
    var create =
        json(Map.of("slug", "x1", "name", "x", "homeAccount", "111111111111")).post("/v1/tenants");

    // then
    assertThat(rename.statusCode()).isEqualTo(200);
    assertThat(List.of(suspend.statusCode(), create.statusCode())).containsOnly(403);
  }

  private Response accept(String code, String subject, String email) {
    var person = new Actor(Tokens.issuer(), subject + "-" + mark, subject);
    var grant = grants.forPlatform(Role.SIGNED_IN).actor(person);
    return given()
        .auth()
        .oauth2((email == null ? grant : grant.verifiedEmail(email)).mint())
        .post("/v1/invitations/" + code + "/accept");
  }

  private String invite(Map<String, String> request) {
    String link = json(request).post("/v1/tenants/" + acme + "/invitations").path("link");
    return link.substring(link.lastIndexOf('/') + 1);
  }

  private RequestSpecification json(Object body) {
    return admin().contentType(ContentType.JSON).body(body);
  }

  private RequestSpecification platform(Object body) {
    return platformAdmin().contentType(ContentType.JSON).body(body);
  }

  private RequestSpecification admin() {
    return given().auth().oauth2(grants.grant(acme, acmeSlug, Role.TENANT_ADMIN));
  }

  private RequestSpecification platformAdmin() {
    return given().auth().oauth2(grants.forPlatform(Role.PLATFORM_ADMIN).mint());
  }
}
