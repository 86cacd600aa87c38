package io.tarn.acceptance.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Statements;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Scheduled runs through all services: in their owner's name, on time, about what came in, and
/// nobody else's.
class ScheduledRunIT {
  private final People people = new People(Product.running());
  private final Schedules analyst = new Schedules(people.person("acme", "analyst"), "acme");
  private final String mark = "scheduled-" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void runsEachMinuteInItsOwnersNameWithWindowsThatJoin() {
    // given
    var schedule =
        Schedules.of(
            mark,
            "SELECT eventName, count(*) AS events FROM $EDS_ID WHERE eventTime >= {{window.start}}"
                + " AND eventTime < {{window.end}} GROUP BY eventName");
    schedule.putObject("spec").put("cron", "* * * * *").put("timeZone", "Europe/Berlin");
    schedule.putObject("window").put("settling", "PT1M");
    // when
    var id = analyst.keep(schedule);
    var runs =
        await()
            .atMost(Duration.ofMinutes(4))
            .pollInterval(Duration.ofSeconds(2))
            .until(() -> succeeded(analyst.runs(id)), found -> found.size() >= 2);
    // then
    var first = runs.getLast();
    var second = runs.get(runs.size() - 2);
    assertThat(second.at("/window/start")).isEqualTo(first.at("/window/end"));
    assertThat(first.path("origin").asText()).isEqualTo("schedule");
    assertThat(first.at("/owner/name").asText()).isEqualTo("Acme Analyst");
    var execution = first.path("execution").asText();
    var state = Statements.state(analyst.caller(), "acme", execution).json();
    assertThat(state.path("role").asText()).isEqualTo("analyst");
    assertThat(state.path("snapshotPosition").asLong()).isPositive();
    analyst.caller().send("POST", analyst.address(id) + "/pause", "{}").with(200);
  }

  private static List<JsonNode> succeeded(JsonNode runs) {
    return runs.valueStream()
        .filter(run -> run.path("state").asText("").equals("succeeded"))
        .toList();
  }

  @Test
  void reportsLateEventsOnceWhateverTheirTime() {
    // given
    var schedule =
        Schedules.of(
            mark,
            "SELECT eventName, eventTime FROM $EDS_ID WHERE eventName LIKE '"
                + mark
                + "%' AND ingestPosition >= {{window.startPosition}}"
                + " AND ingestPosition < {{window.endPosition}}");
    schedule.putObject("window").put("kind", "arrival");
    var alert = schedule.putObject("output").put("compared", true).putObject("alert");
    alert.put("of", "rows").put("operator", ">").put("value", 0);
    var id = analyst.keep(schedule);
    // when
    put("-new", "2026-11-20T10:00:00Z");
    var first = analyst.run(id);
    put("-late", "2021-01-02T03:04:05Z");
    var second = analyst.run(id);
    var third = analyst.run(id);
    // then
    assertThat(List.of(rows(first), rows(second), rows(third))).containsExactly(1L, 1L, 0L);
    assertThat(second.at("/window/startPosition")).isEqualTo(first.at("/window/endPosition"));
    assertThat(second.path("rowsAdded").asLong()).isOne();
    assertThat(second.path("rowsRemoved").asLong()).isOne();
    assertThat(second.path("alert").asText()).isEqualTo("firing");
    assertThat(third.path("alert").asText()).isEqualTo("ok");
  }

  @Test
  void runsAQueryOfTheLibraryAndShowsNothingToAnotherTenant() {
    // given
    var found =
        analyst
            .caller()
            .get("/v1/tenants/acme/catalogue/queries?search=Commands+run+in+containers")
            .with(200)
            .json();
    var schedule = Schedules.of(mark, "");
    schedule.remove("statement");
    schedule.putObject("query").put("id", found.at("/items/0/id").asText());
    schedule.putObject("values").put("period", "last 90 days");
    // when
    var id = analyst.keep(schedule);
    var run = analyst.run(id);
    // then
    assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("succeeded");
    assertThat(rows(run)).isPositive();
    var globex = people.person("globex", "tenant-admin");
    for (var address : List.of("", "/runs", "/runs/" + run.path("id").asText())) {
      globex.get("/v1/tenants/globex/schedules/" + id + address).with(404);
      globex.get("/v1/tenants/acme/schedules/" + id + address).with(404);
    }
    assertThat(globex.get("/v1/tenants/globex/schedules").with(200).body()).doesNotContain(mark);
  }

  @Test
  void deliversASignedResultThatAnybodyCanVerify() throws Exception {
    // given
    var schedule =
        Schedules.of(mark, "SELECT eventName, count(*) AS events FROM $EDS_ID GROUP BY eventName");
    var deliveries = schedule.putObject("output").put("compared", true).putArray("deliveries");
    deliveries.addObject().put("format", "csv");
    deliveries.addObject().put("format", "parquet").put("when", "changed");
    deliveries.addObject().put("format", "ndjson").put("when", "changed");
    var id = analyst.keep(schedule);
    // when
    var first = analyst.run(id);
    var second = analyst.run(id);
    // then
    assertThat(rows(first)).isPositive();
    assertThat(first.path("deliveries")).hasSize(3);
    assertThat(second.path("deliveries").size()).isBetween(1, 3);
    var bucket = TenantBucket.of(sender(), "acme");
    for (var delivery : first.path("deliveries")) {
      var export =
          analyst
              .caller()
              .get("/v1/tenants/acme/exports/" + delivery.path("export").asText())
              .with(200)
              .json();
      var verified =
          Product.running()
              .bash(
                  "./tarn verify \"$FOLDER\"",
                  with(bucket.variables(), "FOLDER", export.path("folder").asText()));
      assertThat(verified.exitCode()).as(verified.output() + verified.errors()).isZero();
    }
  }

  private static Map<String, String> with(
      Map<String, String> variables, String name, String value) {
    var more = new HashMap<>(variables);
    more.put(name, value);
    return more;
  }

  private static long rows(JsonNode run) {
    assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("succeeded");
    return run.path("rows").asLong();
  }

  private void put(String suffix, String time) {
    var event =
        """
        {"eventVersion":"1.11","eventTime":"%s","eventID":"%s","eventName":"%s","eventSource":"s3.amazonaws.com",\
        "eventType":"AwsApiCall","eventCategory":"Management","readOnly":false}
        """
            .formatted(time, UUID.randomUUID(), mark + suffix);
    sender()
        .with("Content-Type", "application/x-ndjson")
        .post("/v1/tenants/acme/event-data-stores/default/events", event)
        .with(200);
    var count = "SELECT count(*) FROM $EDS_ID WHERE eventName = '" + mark + suffix + "'";
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> Statements.single(analyst.caller(), "acme", count), "1"::equals);
  }

  private Caller sender() {
    return people.person("acme", "tenant-admin");
  }
}
