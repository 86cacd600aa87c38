package io.tarn.ingest.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.service.gate.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Uploads name the accounts whose events they contain, to each caller what they may know.
@QuarkusTest
@OnIngestParts
class AccountsTest {
  private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis() % 1_000_000);

  @Test
  void namesAccountsThatAreNewAndThoseThatWereThere() {
    // given
    var acme = TestTenant.make("acme");
    var known = account();
    var fresh = account();
    upload(acme, event("1", known));

    // when
    var second = upload(acme, event("2", known) + event("3", fresh) + event("4", fresh));

    // then
    assertThat(accounts(acme, Role.INGEST, second))
        .containsExactlyInAnyOrder(known + " admitted 1", fresh + " new 2");
  }

  @Test
  void namesAccountsWhoseEventsWereRejected() {
    // given
    var own = account();
    var other = account();
    var acme = TestTenant.make("acme", "{\"accounts\":[\"" + own + "\"]}");

    // when
    var upload = upload(acme, event("1", own) + event("2", other));

    // then
    assertThat(accounts(acme, Role.TENANT_ADMIN, upload))
        .containsExactlyInAnyOrder(own + " new 1", other + " not-admitted 1");
  }

  @Test
  void namesTheOrganisationThatAFileNameTells() {
    // given
    var acme = TestTenant.make("acme");
    var name = "s3://trails/AWSLogs/o-abc1234567/111122223333/CloudTrail/eu-west-1/a.json";

    // when
    String upload =
        given()
            .auth()
            .oauth2(acme.grant(Role.INGEST))
            .queryParam("name", name)
            .contentType("application/octet-stream")
            .body(event("1", account()).getBytes(StandardCharsets.UTF_8))
            .post("/v1/tenants/{tenant}/events", acme.slug())
            .then()
            .statusCode(200)
            .extract()
            .path("upload");
    acme.awaitUpload(upload);

    // then
    assertThat(
            read(acme, acme.grant(Role.INGEST), upload)
                .getList("accounts.organisation", String.class))
        .containsExactly("o-abc1234567");
  }

  @Test
  void tellsOnlyOperatorsWhatAnotherTenantHolds() {
    // given
    var acme = TestTenant.make("acme");
    var globex = TestTenant.make("globex");
    var theirs = account();
    upload(globex, event("1", theirs));

    // when
    var upload = upload(acme, event("1", theirs));

    // then
    assertThat(accounts(acme, acme.operator(globex), upload))
        .containsExactly(theirs + " foreign 1");
    for (var role : List.of(Role.TENANT_ADMIN, Role.ANALYST, Role.INGEST)) {
      assertThat(accounts(acme, role, upload)).containsExactly(theirs + " new 1");
    }
  }

  @Test
  void tellsOperatorsWhatAnotherTenantAdmitsByName() {
    // given
    var theirs = account();
    var globex = TestTenant.make("globex", "{\"accounts\":[\"" + theirs + "\"]}");
    var acme = TestTenant.make("acme");

    // when
    var upload = upload(acme, event("1", theirs));

    // then
    assertThat(accounts(acme, acme.operator(globex), upload))
        .containsExactly(theirs + " foreign 1");
    assertThat(accounts(acme, Role.INGEST, upload)).containsExactly(theirs + " new 1");
  }

  @Test
  void tellsAnOperatorNothingOfTenantsThatAreNotTheirs() {
    // given
    var acme = TestTenant.make("acme");
    var hooli = TestTenant.make("hooli");
    var held = account();
    var admitted = account();
    upload(TestTenant.make("initech"), event("1", held));
    var _ = TestTenant.make("globex", "{\"accounts\":[\"" + admitted + "\"]}");

    // when
    var upload = upload(acme, event("1", held) + event("2", admitted));

    // then
    for (var grant : List.of(acme.operator(), acme.operator(hooli), acme.grant(Role.OPERATOR))) {
      assertThat(accounts(acme, grant, upload))
          .containsExactly(held + " new 1", admitted + " new 1");
    }
  }

  @Test
  void forgetsAccountsOfPurgedUploads() {
    // given
    var acme = TestTenant.make("acme");
    var account = account();
    var wrong = upload(acme, event("1", account));
    PurgeTest.purgeAll(acme, wrong);

    // when
    var again = upload(acme, event("1", account));

    // then
    assertThat(accounts(acme, Role.INGEST, again)).containsExactly(account + " new 1");
  }

  static List<String> accounts(TestTenant tenant, Role role, String upload) {
    return accounts(tenant, tenant.grant(role), upload);
  }

  static List<String> accounts(TestTenant tenant, String grant, String upload) {
    return read(tenant, grant, upload).<List<java.util.Map<String, Object>>>get("accounts").stream()
        .map(found -> found.get("id") + " " + found.get("state") + " " + found.get("count"))
        .toList();
  }

  private static io.restassured.path.json.JsonPath read(
      TestTenant tenant, String grant, String upload) {
    return given()
        .auth()
        .oauth2(grant)
        .get("/v1/tenants/{tenant}/uploads/{id}", tenant.slug(), upload)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /// An account that no other test has.
  static String account() {
    return "77%010d".formatted(NUMBERS.incrementAndGet());
  }

  static String event(String id, String account) {
    return """
        {"eventID":"%s","eventTime":"2026-11-20T10:00:00Z","recipientAccountId":"%s"}
        """
        .formatted(id, account);
  }

  private static String upload(TestTenant tenant, String body) {
    String upload = tenant.put(body).statusCode(200).extract().path("upload");
    tenant.awaitUpload(upload);
    return upload;
  }
}
