package io.tarn.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tarn.service.gate.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Schedules by their API.
@QuarkusTest
@OnSchedulerParts
@WithTestResource(OtherServicesResource.class)
class SchedulesTest extends AcmeSchedules {
  @Test
  void keepsAScheduleAndShowsIt() {
    // when
    var created =
        asAnalyst()
            .body(
                with(
                    "spec", Map.of("cron", "0 8 * * 1-5", "timeZone", "Europe/Berlin"),
                    "policies", Map.of("overlap", "buffer_one", "pauseAfterFailures", 3)))
            .post(path())
            .then();

    // then
    created
        .statusCode(201)
        .header("ETag", "\"1\"")
        .header("Location", containsString("/v1/tenants/" + ACME + "/schedules/"))
        .body("state", equalTo("active"))
        .body("owner.subject", equalTo("acme-analyst"))
        .body("policies.overlap", equalTo("buffer_one"))
        .body("policies.catchUpWindow", equalTo("PT24H"))
        .body("nextRunAt", notNullValue());
    String id = created.extract().path("id");
    as(Role.VIEWER)
        .get(path() + "/" + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("name", equalTo(name), "spec.cron", equalTo("0 8 * * 1-5"));
    asAnalyst().get(path() + "?limit=1000").then().body("items.name", hasItem(name));
  }

  @Test
  void pagesSchedulesByName() {
    // given
    var names = new ArrayList<String>();
    for (int n = 0; n < 5; n++) {
      names.add(name + n);
      asAnalyst().body(with("name", name + n)).post(path()).then().statusCode(201);
    }

    // when
    var found = new ArrayList<String>();
    String cursor = null;
    do {
      var request = asAnalyst().queryParam("limit", 2);
      var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(path());
      page.then().statusCode(200);
      found.addAll(page.jsonPath().getList("items.name"));
      cursor = page.path("nextCursor");
    } while (cursor != null);

    // then
    assertThat(found).containsAll(names).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void changesOnlyWhatTheCallerHasSeen() {
    // given
    var id = created(with());
    var other = grants.in(ACME, "acme", Role.TENANT_ADMIN).mint();

    // when
    var blind = asAnalyst().body(with()).put(path() + "/" + id).then();
    var changed = as(other).header("If-Match", "\"1\"").body(with()).put(path() + "/" + id).then();
    var late = asAnalyst().header("If-Match", "\"1\"").body(with()).put(path() + "/" + id).then();

    // then
    blind.statusCode(428);
    changed
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("owner.subject", equalTo("acme-tenant-admin"));
    late.statusCode(412)
        .body("type", equalTo("/problems/schedule-changed"), "newestVersion", equalTo(2));
  }

  @Test
  void pausesAndResumesOnRequest() {
    // given
    var id = created(with());

    // when
    var paused =
        asAnalyst().body(Map.of("note", "holidays")).post(path() + "/" + id + "/pause").then();
    var resumed = asAnalyst().post(path() + "/" + id + "/resumption").then();

    // then
    paused
        .statusCode(200)
        .body("state", equalTo("paused"), "nextRunAt", nullValue())
        .body("pause.reason", equalTo("requested"), "pause.detail", equalTo("holidays"));
    resumed
        .statusCode(200)
        .body("state", equalTo("active"), "pause", nullValue(), "nextRunAt", notNullValue());
  }

  @Test
  void answersARepeatedRequestOnce() {
    // given
    var key = UUID.randomUUID().toString();
    // when
    var first = asAnalyst().header("Idempotency-Key", key).body(with()).post(path());
    var second = asAnalyst().header("Idempotency-Key", key).body(with()).post(path());
    // then
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat((String) second.path("id")).isEqualTo(first.path("id"));
    asAnalyst()
        .body(with())
        .post(path())
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/name-taken"));
  }

  @Test
  void showsTheNextTenTimesOverAChangeOfTheClock() {
    // given
    var spec =
        Map.of(
            "cron", "30 2 * * *",
            "timeZone", "Europe/Berlin",
            "start", "2027-03-27T00:00:00Z",
            "end", "2027-03-30T00:00:00Z");
    // when
    var answer = preview(Map.of("spec", spec));
    // then
    answer
        .statusCode(200)
        .body(
            "times",
            contains("2027-03-27T01:30:00Z", "2027-03-28T01:00:00Z", "2027-03-29T00:30:00Z"));
    preview(Map.of("spec", Map.of("cron", "@hourly"))).body("times", hasSize(10));
  }

  static Stream<Arguments> badInput() {
    return Stream.of(
        Arguments.of("spec.cron", Map.of("spec", Map.of("cron", "0 0 30 2 *"))),
        Arguments.of("spec.cron", Map.of("spec", Map.of("cron", "often"))),
        Arguments.of("spec.cron", Map.of("spec", Map.of())),
        Arguments.of("spec.every", Map.of("spec", Map.of("every", "PT1S"))),
        Arguments.of(
            "spec.timeZone", Map.of("spec", Map.of("cron", "@daily", "timeZone", "Mars/Base"))),
        Arguments.of(
            "spec.end",
            Map.of(
                "spec",
                Map.of(
                    "cron", "@daily",
                    "start", "2030-01-02T00:00:00Z",
                    "end", "2030-01-01T00:00:00Z"))),
        Arguments.of(
            "policies.catchUpWindow",
            Map.of(
                "spec", Map.of("cron", "* * * * *"),
                "policies", Map.of("catchUpWindow", "P7D"))),
        Arguments.of("policies.overlap", Map.of("policies", Map.of("overlap", "maybe"))),
        Arguments.of(
            "policies.overlap",
            Map.of("window", Map.of(), "policies", Map.of("overlap", "allow_all"))),
        Arguments.of("window.from", Map.of("window", Map.of("from", "2999-01-01T00:00:00Z"))),
        Arguments.of("window", Map.of("statement", "SELECT {{window.start}}")),
        Arguments.of("values.window", Map.of("values", Map.of("window", "today"))),
        Arguments.of("values.x", Map.of("values", Map.of("x", 1))),
        Arguments.of(
            "parameters[0].name",
            Map.of("parameters", List.of(Map.of("name", "window", "type", "time-range")))),
        Arguments.of("query", Map.of("query", Map.of("id", UUID.randomUUID().toString()))),
        Arguments.of("statement", Map.of("statement", "SELECT 1 FROM nowhere")),
        Arguments.of("name", Map.of("name", " ")),
        Arguments.of("deliveries", Map.of("deliveries", List.of())),
        Arguments.of(
            "output.deliveries[0].when",
            Map.of("output", Map.of("deliveries", List.of(Map.of("when", "changed"))))),
        Arguments.of(
            "output.alert.value",
            Map.of(
                "output", Map.of("alert", Map.of("of", "rows", "operator", ">", "value", "many")))),
        Arguments.of(
            "window", Map.of("statement", "SELECT {{window.startPosition}}", "window", Map.of())));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("badInput")
  void refusesBadInputWithItsPlace(String field, Map<String, Object> fields) {
    // given
    var body = with();
    body.putAll(fields);
    // when
    var answer = asAnalyst().body(body).post(path()).then();
    // then
    answer
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/invalid-request"))
        .body("violations.field", contains(field));
  }

  @Test
  void schedulesKeptQueriesThatTheCallerSees() {
    // given
    var unknown = keeping(UUID.randomUUID());
    var withoutWindow = keeping(OtherServicesResource.KEPT);
    var fit = keeping(OtherServicesResource.KEPT);
    fit.put("window", Map.of());

    // then
    asAnalyst()
        .body(unknown)
        .post(path())
        .then()
        .statusCode(400)
        .body("violations.field", contains("query"));
    asAnalyst()
        .body(withoutWindow)
        .post(path())
        .then()
        .statusCode(400)
        .body("violations.field", contains("window"));
    var id = created(fit);
    ended(id, runNow(id)).body("state", equalTo("succeeded"), "window.start", notNullValue());
  }

  private Map<String, Object> keeping(UUID query) {
    var body = with("query", Map.of("id", query.toString()));
    body.remove("statement");
    return body;
  }

  @Test
  void aViewerReadsAndChangesNothing() {
    // given
    var id = created(with());
    var address = path() + "/" + id;
    // then
    as(Role.VIEWER).get(address).then().statusCode(200);
    as(Role.VIEWER).get(address + "/runs").then().statusCode(200).body("items", empty());
    as(Role.VIEWER).body(with()).post(path()).then().statusCode(403);
    as(Role.VIEWER).header("If-Match", "\"1\"").body(with()).put(address).then().statusCode(403);
    as(Role.VIEWER).header("If-Match", "\"1\"").delete(address).then().statusCode(403);
    as(Role.VIEWER).body(Map.of()).post(address + "/pause").then().statusCode(403);
    as(Role.VIEWER).post(address + "/runs").then().statusCode(403);
    as(Role.APPROVER).get(address).then().statusCode(403);
  }

  @Test
  void hidesSchedulesAndRunsOfOtherTenants() {
    // given
    var id = created(with());
    var run = runNow(id);
    var foreign = "/v1/tenants/globex/schedules";
    var grant = grants.grant(GLOBEX, "globex", Role.TENANT_ADMIN);

    // then
    as(grant).get(foreign).then().statusCode(200).body("items", empty());
    for (var address : List.of("/" + id, "/" + id + "/runs", "/" + id + "/runs/" + run)) {
      as(grant).get(foreign + address).then().statusCode(404);
    }
    as(grant).post(foreign + "/" + id + "/runs").then().statusCode(404);
    as(grant).body(Map.of()).post(foreign + "/" + id + "/pause").then().statusCode(404);
    as(grant).post(foreign + "/" + id + "/resumption").then().statusCode(404);
    as(grant).header("If-Match", "\"1\"").delete(foreign + "/" + id).then().statusCode(404);
    as(grant)
        .header("If-Match", "\"1\"")
        .body(with())
        .put(foreign + "/" + id)
        .then()
        .statusCode(404);
    as(grant).body(with()).post(foreign).then().statusCode(201);
    ended(id, run).body("state", equalTo("succeeded"));
  }
}
