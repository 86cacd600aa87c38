package io.tarn.ingest.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tarn.service.gate.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A dry run says what would become of a file, and leaves nothing behind.
@QuarkusTest
@OnIngestParts
class DryRunTest {
  private static final String EVENTS = "/v1/tenants/{tenant}/event-data-stores/default/events";
  private static final String UPLOADS = "/v1/tenants/{tenant}/uploads";

  @Test
  void countsABodyAndNamesItsAccounts() {
    // given
    var own = AccountsTest.account();
    var other = AccountsTest.account();
    var acme = TestTenant.make("acme", "{\"accounts\":[\"" + own + "\"]}");
    var body = AccountsTest.event("1", own) + AccountsTest.event("2", other) + "no json";

    // when
    var answer = dryRun(acme, Role.INGEST, body);

    // then
    answer
        .body("dryRun", equalTo(true))
        .body("received", equalTo(1))
        .body("rejected", equalTo(2))
        .body("reasons.reason", equalTo(List.of("account-not-admitted", "not-json")))
        .body("accounts.find { it.id == '" + own + "' }.state", equalTo("new"))
        .body("accounts.find { it.id == '" + other + "' }.state", equalTo("not-admitted"));
    assertThat(TestTenant.rows("select 1 from " + acme.table())).isEmpty();
    assertThat(
            TestTenant.rows(
                "select 1 from ingest.dead_letters where tenant_id = '%s'"
                    .formatted(acme.id().value())))
        .isEmpty();
  }

  @Test
  void publishesNothing() {
    // given
    var acme = TestTenant.make("acme");
    var account = AccountsTest.account();
    dryRun(acme, Role.INGEST, AccountsTest.event("dry", account));

    // when: the same event id goes the same way through Kafka
    String upload =
        acme.put(AccountsTest.event("dry", account)).statusCode(200).extract().path("upload");
    var real = acme.awaitUpload(upload);

    // then
    assertThat(UploadsTest.sum(real)).containsEntry("stored", 1).containsEntry("duplicate", 0);
    assertThat(acme.counters()).containsEntry("received", 1L);
    assertThat(AccountsTest.accounts(acme, Role.INGEST, upload))
        .containsExactly(account + " new 1");
  }

  @Test
  void tellsOnlyOperatorsWhatAnotherTenantHolds() {
    // given
    var acme = TestTenant.make("acme");
    var globex = TestTenant.make("globex");
    var theirs = AccountsTest.account();
    String upload =
        globex.put(AccountsTest.event("1", theirs)).statusCode(200).extract().path("upload");
    globex.awaitUpload(upload);

    // when
    var operator = dryRun(acme, acme.operator(globex), AccountsTest.event("1", theirs));
    var own = dryRun(acme, Role.TENANT_ADMIN, AccountsTest.event("1", theirs));

    // then
    operator.body("accounts.state", equalTo(List.of("foreign")));
    own.body("accounts.state", equalTo(List.of("new")));
    assertThat(own.extract().asString()).doesNotContain("foreign", globex.id().value());
  }

  @Test
  void showsNobodyTheAnswerThatAnOperatorGot() {
    // given: an operator sends a file that another tenant's account stands in
    var acme = TestTenant.make("acme");
    var theirs = AccountsTest.account();
    var globex = TestTenant.make("globex", "{\"accounts\":[\"" + theirs + "\"]}");
    var upload = open(acme, Role.OPERATOR);
    putFile(acme, Role.OPERATOR, upload, AccountsTest.event("1", theirs));

    // when
    var earlier = putFile(acme, Role.INGEST, upload, "");
    close(acme, upload);

    // then
    assertThat(earlier.extract().asString()).doesNotContain("foreign");
    assertThat(AccountsTest.accounts(acme, Role.INGEST, upload)).containsExactly(theirs + " new 1");
    assertThat(AccountsTest.accounts(acme, acme.operator(globex), upload))
        .containsExactly(theirs + " foreign 1");
  }

  @Test
  void refusesAWishThatIsNotClear() {
    // given
    var acme = TestTenant.make("acme");

    // when
    var answer =
        given()
            .auth()
            .oauth2(acme.grant(Role.INGEST))
            .queryParam("dryRun", "yes")
            .contentType("application/octet-stream")
            .body(AccountsTest.event("1", AccountsTest.account()).getBytes(StandardCharsets.UTF_8))
            .post(EVENTS, acme.slug())
            .then();

    // then
    answer.statusCode(400).body("violations[0].field", equalTo("dryRun"));
    assertThat(
            TestTenant.rows(
                "select 1 from ingest.uploads where tenant_id = '%s'".formatted(acme.id().value())))
        .isEmpty();
  }

  @Test
  void sumsUpManyFiles() {
    // given
    var acme = TestTenant.make("acme");
    var upload = open(acme, Role.INGEST);
    putFile(acme, Role.INGEST, upload, AccountsTest.event("1", AccountsTest.account()) + "{}");

    // when
    var closed = close(acme, upload);

    // then
    closed
        .body("state", equalTo("COMPLETED"))
        .body("dryRun", equalTo(true))
        .body("received", equalTo(2))
        .body("admitted", equalTo(1))
        .body("stored", equalTo(0))
        .body("rejected", equalTo(1))
        .body("reasons", equalTo(Map.of("no-event-id", 1)))
        .body("accounts", hasSize(1));
  }

  @Test
  void comparesWithTheStoreAndWithinItsFiles() {
    // given: the store holds one event, and another one under the second's id and time
    var acme = TestTenant.make("acme");
    var account = AccountsTest.account();
    var one = AccountsTest.event("1", account);
    var two = AccountsTest.event("2", account);
    String stored =
        acme.put(one + AccountsTest.event("2", AccountsTest.account())).extract().path("upload");
    acme.awaitUpload(stored);
    var upload = open(acme, Role.INGEST);

    // when: new ones come twice, once with other content
    var three = AccountsTest.event("3", account);
    var other = AccountsTest.event("3", AccountsTest.account());
    var answer = putFile(acme, Role.INGEST, upload, "a.json", one + two + three + three + other);
    putFile(acme, Role.INGEST, upload, "b.json", one + three + AccountsTest.event("4", account));
    var closed = close(acme, upload);

    // then
    answer
        .body("alreadyStored", equalTo(1))
        .body("repeated", equalTo(1))
        .body("conflicting", equalTo(2));
    closed
        .body("received", equalTo(8))
        .body("admitted", equalTo(2))
        .body("duplicate", equalTo(4))
        .body("repeated", equalTo(3))
        .body("conflicting", equalTo(2));
    assertThat(
            TestTenant.rows(
                "select 1 from ingest.dry_run_events where tenant_id = '%s'"
                    .formatted(acme.id().value())))
        .isEmpty();
  }

  @Test
  void comparesOneEventThatComesInSeveralForms() {
    // given
    var files = Corpus.orSkip().caseFiles("10-same-event-other-ways");
    var acme = TestTenant.make("acme");

    // when
    var before = dryRun(acme, files);
    var stored = new TreeMap<String, Integer>();
    for (var file : files) {
      String upload = acme.put(Corpus.bytes(file)).statusCode(200).extract().path("upload");
      UploadsTest.sum(acme.awaitUpload(upload))
          .forEach((name, count) -> stored.merge(name, count, Integer::sum));
    }
    var after = dryRun(acme, files);

    // then
    assertThat(stored).containsEntry("stored", 17).containsEntry("duplicate", 3);
    before
        .body("received", equalTo(20))
        .body("admitted", equalTo(17))
        .body("duplicate", equalTo(3))
        .body("repeated", equalTo(3));
    after
        .body("received", equalTo(20))
        .body("admitted", equalTo(0))
        .body("duplicate", equalTo(20))
        .body("repeated", equalTo(3));
  }

  @Test
  void tellsWhatIsKnownToHoldNoEvents() {
    // given
    var acme = TestTenant.make("acme");
    var upload = open(acme, Role.INGEST);
    var notice = "{\"s3Bucket\":\"b\",\"s3ObjectKey\":[\"a.json.gz\"]}";
    var probe =
        "{\"messageType\":\"CONTROL_MESSAGE\",\"owner\":\"CloudwatchLogs\",\"logEvents\":[{\"id\":\"\",\"message\":\"CWL CONTROL MESSAGE: Checking\"}]}";

    // when
    putFile(acme, Role.INGEST, upload, "a.json", notice + "\n" + notice + "\n{}")
        .body("otherContent", equalTo(Map.of("notice", 2)))
        .body("rejected", equalTo(1));
    putFile(acme, Role.INGEST, upload, "b.json", probe + notice);
    var closed = close(acme, upload);

    // then
    closed
        .body("received", equalTo(1))
        .body("rejected", equalTo(1))
        .body("otherContent", equalTo(Map.of("notice", 3, "health-probe", 1)));
  }

  private static ValidatableResponse dryRun(TestTenant tenant, List<Path> files) {
    var upload = open(tenant, Role.INGEST);
    for (var file : files) {
      putFile(tenant, Role.INGEST, upload, file.toString(), Corpus.bytes(file));
    }
    return close(tenant, upload);
  }

  private static ValidatableResponse dryRun(TestTenant tenant, Role role, String body) {
    return dryRun(tenant, tenant.grant(role), body);
  }

  private static ValidatableResponse dryRun(TestTenant tenant, String grant, String body) {
    return given()
        .auth()
        .oauth2(grant)
        .queryParam("dryRun", true)
        .contentType("application/octet-stream")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(EVENTS, tenant.slug())
        .then()
        .statusCode(200);
  }

  private static String open(TestTenant tenant, Role role) {
    return given()
        .auth()
        .oauth2(tenant.grant(role))
        .queryParam("dryRun", true)
        .contentType("application/json")
        .body("{\"source\":\"here\"}")
        .post(UPLOADS, tenant.slug())
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static ValidatableResponse putFile(
      TestTenant tenant, Role role, String upload, String body) {
    return putFile(tenant, role, upload, "a.json", body);
  }

  private static ValidatableResponse putFile(
      TestTenant tenant, Role role, String upload, String name, String body) {
    return putFile(tenant, role, upload, name, body.getBytes(StandardCharsets.UTF_8));
  }

  private static ValidatableResponse putFile(
      TestTenant tenant, Role role, String upload, String name, byte[] body) {
    return given()
        .auth()
        .oauth2(tenant.grant(role))
        .queryParam("name", name)
        .contentType("application/octet-stream")
        .body(body)
        .post(UPLOADS + "/{id}/files", tenant.slug(), upload)
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse close(TestTenant tenant, String upload) {
    return given()
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(tenant.grant(Role.INGEST))
        .post(UPLOADS + "/{id}:close", tenant.slug(), upload)
        .then()
        .statusCode(200);
  }
}
