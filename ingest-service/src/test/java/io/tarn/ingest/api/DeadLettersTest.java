package io.tarn.ingest.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.tarn.service.gate.Role;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What is rejected is kept with its bytes, shown, and can be sent again.
@QuarkusTest
@OnIngestParts
class DeadLettersTest {
  private static final String LETTERS = "/v1/tenants/{tenant}/dead-letters";
  private static final String FOREIGN =
      "{\"eventID\":\"9\",\"eventTime\":\"2026-11-20T10:00:00Z\",\"recipientAccountId\":\"444455556666\"}";

  @Test
  void keepsTheReasonThePlaceAndTheBytes() {
    // given
    var acme = TestTenant.make("acme");
    var body = "{\"a\":1}\nno \u00e4 json\n{\"b\":2}";
    String upload = acme.put(body).extract().path("upload");

    // when
    var listed =
        as(acme, Role.ANALYST)
            .get(LETTERS, acme.slug())
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    // then
    assertThat(listed.getList("items.reason"))
        .containsExactly("no-event-id", "not-json", "no-event-id");
    assertThat(listed.getList("items.position")).containsExactly("1:0", "2:8", "3:19");
    assertThat(listed.getList("items.upload")).containsOnly(upload);
    assertThat(listed.getList("items.file")).containsOnly("body");
    assertThat(listed.getList("items.store")).containsOnly(acme.store().toString());
    assertThat(listed.getList("items.length")).containsExactly(7, 10, 7);
    var original =
        as(acme, Role.ANALYST)
            .get(LETTERS + "/{id}/original", acme.slug(), listed.getString("items[1].id"))
            .then()
            .statusCode(200)
            .contentType("application/octet-stream")
            .extract()
            .asByteArray();
    assertThat(original).asString(StandardCharsets.UTF_8).isEqualTo("no \u00e4 json");
  }

  @Test
  void manyRejectedRecordsOfAFileAreCountedAndOnlyTheFirstAreKept() {
    // given: a hundred bytes when packed
    var acme = TestTenant.make("acme");
    var records = 20_001;

    // when
    var put = acme.put("[" + "{},".repeat(records - 1) + "{}]").statusCode(200);

    // then
    put.body("rejected", equalTo(records)).body("deadLettersDropped", equalTo(records - 10_000));
    var upload = acme.awaitUpload(put.extract().path("upload"));
    assertThat(UploadsTest.sum(upload)).containsEntry("received", records);
    assertThat(UploadsTest.sum(upload)).containsEntry("rejected", records);
    assertThat(upload.getInt("deadLettersDropped")).isEqualTo(records - 10_000);
    assertThat(lettersOf(acme)).isEqualTo(10_000);
  }

  @Test
  void aTenantHasAQuotaOfDeadLetters() {
    // given: other files of the tenant used it up, but for two
    var acme = TestTenant.make("acme");
    acme.put("no json");
    TestTenant.execute(
        """
        insert into ingest.dead_letters
            (id, tenant_id, reason, detail, source, original, length, received_time)
        select gen_random_uuid(), '%s', 'not-json', '', 'api', '', 0, now()
        from generate_series(1, 500000 - 3)"""
            .formatted(acme.id().value()));
    try {
      // when
      var put = acme.put("no json\nno json\nno json\n").statusCode(200);
      // then
      put.body("rejected", equalTo(3)).body("deadLettersDropped", equalTo(1));
    } finally {
      TestTenant.execute(
          "delete from ingest.dead_letters where tenant_id = '%s'".formatted(acme.id().value()));
    }
  }

  @Test
  void aFlushThatFailsLosesNoDeadLetter() {
    // given: the first insert of this tenant's letters fails, as it does when the database is away
    var acme = TestTenant.make("acme");
    TestTenant.execute(
        """
        create sequence ingest.flushes;
        grant usage on sequence ingest.flushes to public;
        create function ingest.fail_first() returns trigger language plpgsql as $$
        begin
          if new.tenant_id = '%s' and nextval('ingest.flushes') = 1 then
            raise exception 'the first flush fails';
          end if;
          return new;
        end $$;
        create trigger fail_first before insert on ingest.dead_letters
            for each row execute function ingest.fail_first()"""
            .formatted(acme.id().value()));
    var logged = new LoggedLines();
    try (logged) {
      // when
      acme.put("no json\n".repeat(250)).statusCode(503);
    } finally {
      TestTenant.execute("drop function ingest.fail_first cascade; drop sequence ingest.flushes");
    }
    // then: what was read until then is counted, and all that is counted is kept
    var counted =
        TestTenant.rows(
            "select sum(events)::bigint from ingest.upload_reasons where tenant_id = '%s'"
                .formatted(acme.id().value()));
    assertThat(lettersOf(acme)).isGreaterThanOrEqualTo(200);
    assertThat(counted).containsExactly(List.of(lettersOf(acme)));
    assertThat(logged.text()).contains("the first flush fails").doesNotContain("6e6f206a736f6e");
  }

  private static long lettersOf(TestTenant tenant) {
    var rows =
        TestTenant.rows(
            "select count(*) from ingest.dead_letters where tenant_id = '%s'"
                .formatted(tenant.id().value()));
    return (Long) rows.getFirst().getFirst();
  }

  @Test
  void countsBySourceAndReasonAndFilters() {
    // given
    var acme = TestTenant.make("acme");
    acme.put("{\"a\":1}\n{\"b\":2}\nno json");

    // when
    var counts = as(acme, Role.OPERATOR).get(LETTERS + ":count", acme.slug()).then();
    var filtered =
        as(acme, Role.OPERATOR).queryParam("reason", "not-json").get(LETTERS, acme.slug()).then();
    var first = as(acme, Role.OPERATOR).queryParam("limit", 2).get(LETTERS, acme.slug()).then();
    var rest =
        as(acme, Role.OPERATOR)
            .queryParam("cursor", first.extract().<String>path("nextCursor"))
            .get(LETTERS, acme.slug())
            .then();

    // then
    counts
        .statusCode(200)
        .body("items.source", equalTo(List.of("api", "api")))
        .body("items.reason", equalTo(List.of("no-event-id", "not-json")))
        .body("items.count", equalTo(List.of(2, 1)));
    filtered.body("items.reason", equalTo(List.of("not-json")));
    rest.body("items.reason", equalTo(List.of("not-json"))).body("nextCursor", nullValue());
  }

  @Test
  void exportsOneObjectALineWithTheBytes() {
    // given
    var acme = TestTenant.make("acme");
    acme.put("no json\n{\"a\":1}");

    // when
    var lines =
        as(acme, Role.TENANT_ADMIN)
            .get(LETTERS + ":export", acme.slug())
            .then()
            .statusCode(200)
            .contentType("application/x-ndjson")
            .extract()
            .asString()
            .lines()
            .map(JsonPath::from)
            .toList();

    // then
    assertThat(lines)
        .extracting(line -> line.getString("reason"))
        .containsExactly("not-json", "no-event-id");
    assertThat(lines)
        .extracting(
            line ->
                new String(
                    Base64.getDecoder().decode(line.getString("original")), StandardCharsets.UTF_8))
        .containsExactly("no json", "{\"a\":1}");
  }

  @Test
  void sendsThemAgainAsAnUploadWithASumOfItsOwn() {
    // given
    var acme = TestTenant.make("acme", "{\"accounts\":[\"111122223333\"]}");
    acme.put(FOREIGN + "\nno json");
    acme.putTenant("{\"accounts\":[\"111122223333\",\"444455556666\"]}").statusCode(204);

    // when
    var replay = replay(acme, "{}");

    // then
    assertThat(UploadsTest.sum(replay))
        .containsEntry("received", 2)
        .containsEntry("stored", 1)
        .containsEntry("rejected", 1);
    assertThat(replay.getString("source")).isEqualTo("dead-letters");
    assertThat(TestTenant.rows("select event_json from " + acme.table()))
        .containsExactly(List.of(FOREIGN));
    var listed = as(acme, Role.OPERATOR).get(LETTERS, acme.slug()).then().extract().jsonPath();
    assertThat(listed.getList("items.reason"))
        .containsExactly("account-not-admitted", "not-json", "not-json");
    assertThat(listed.getList("items.replayedBy"))
        .containsExactly(replay.getString("id"), replay.getString("id"), null);
  }

  @Test
  void sendsAgainOnlyWhatIsAskedForAndWasNotSentYet() {
    // given
    var acme = TestTenant.make("acme");
    acme.put("no json\n{\"a\":1}");

    // when
    var first = replay(acme, "{\"reason\":\"no-event-id\"}");
    var second = replay(acme, "{\"upload\":\"" + UUID.randomUUID() + "\"}");

    // then
    assertThat(UploadsTest.sum(first)).containsEntry("received", 1).containsEntry("rejected", 1);
    assertThat(UploadsTest.sum(second)).containsEntry("received", 0);
  }

  @Test
  void aReplayDoesNotSendAgainWhatItLeavesItself() {
    // given: more than are written at a time
    var acme = TestTenant.make("acme");
    acme.put("no json\n".repeat(450));

    // when
    var replay = replay(acme, "{}");

    // then
    assertThat(UploadsTest.sum(replay))
        .containsEntry("received", 450)
        .containsEntry("rejected", 450);
    assertThat(lettersOf(acme)).isEqualTo(900);
  }

  @Test
  void neverSendsTheBeginningOfSomethingTooLongAsIfItWereWhole() {
    // given: the beginning that is kept is an event by itself
    var acme = TestTenant.make("acme");
    var beginning = "{\"eventID\":\"1\",\"eventTime\":\"2026-11-20T10:00:00Z\"}";
    acme.put("no json");
    TestTenant.execute(
        """
        update ingest.dead_letters set reason = 'too-large', detail = '5000000 bytes',
               original = convert_to('%s', 'UTF8'), length = %d where tenant_id = '%s'\
        """
            .formatted(beginning, beginning.length(), acme.id().value()));

    // when
    var replay = replay(acme, "{}");

    // then
    assertThat(UploadsTest.sum(replay)).containsEntry("stored", 0).containsEntry("rejected", 1);
    assertThat(
            TestTenant.rows(
                "select reason, detail, convert_from(original, 'UTF8') from ingest.dead_letters where upload_id = '%s'"
                    .formatted(replay.getString("id"))))
        .containsExactly(List.of("too-large", "5000000 bytes", beginning));
  }

  @Test
  void showsNothingToOtherTenantsAndRoles() {
    // given
    var acme = TestTenant.make("acme");
    var globex = TestTenant.make("globex");
    globex.put("no json");
    String foreign =
        as(globex, Role.ANALYST).get(LETTERS, globex.slug()).then().extract().path("items[0].id");

    // when
    var list = as(acme, Role.ANALYST).get(LETTERS, acme.slug()).then();
    var replay = replay(acme, "{\"id\":\"" + foreign + "\"}");

    // then
    list.statusCode(200).body("items", hasSize(0));
    assertThat(UploadsTest.sum(replay)).containsEntry("received", 0);
    for (var path : List.of("/{id}", "/{id}/original")) {
      as(acme, Role.ANALYST)
          .get(LETTERS + path, acme.slug(), foreign)
          .then()
          .statusCode(404)
          .body("type", equalTo("/problems/not-found"));
    }
    for (var role : List.of(Role.VIEWER, Role.INGEST, Role.APPROVER)) {
      as(acme, role).get(LETTERS, acme.slug()).then().statusCode(403);
    }
    as(acme, Role.ANALYST).post(LETTERS + ":replay", acme.slug()).then().statusCode(403);
  }

  private static JsonPath replay(TestTenant tenant, String request) {
    String upload =
        as(tenant, Role.TENANT_ADMIN)
            .contentType("application/json")
            .body(request)
            .post(LETTERS + ":replay", tenant.slug())
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    return tenant.awaitUpload(upload);
  }

  private static RequestSpecification as(TestTenant tenant, Role role) {
    return given().urlEncodingEnabled(false).auth().oauth2(tenant.grant(role));
  }
}
