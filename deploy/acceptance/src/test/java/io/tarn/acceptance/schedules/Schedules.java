package io.tarn.acceptance.schedules;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tarn.acceptance.product.Caller;
import java.time.Duration;

/// The schedules of a tenant as one caller sees them.
record Schedules(Caller caller, String tenant) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// A schedule of a statement that is never due by itself.
  static ObjectNode of(String name, String statement) {
    var schedule = JsonNodeFactory.instance.objectNode().put("name", name);
    schedule.put("statement", statement);
    schedule.putObject("spec").put("cron", "@yearly");
    return schedule;
  }

  String address(String schedule) {
    return "/v1/tenants/%s/schedules/%s".formatted(tenant, schedule);
  }

  /// Keeps a schedule and gives its id.
  String keep(ObjectNode schedule) {
    return caller
        .post("/v1/tenants/" + tenant + "/schedules", schedule.toString())
        .with(201)
        .text("id");
  }

  /// Runs a schedule at once and gives the run at its end.
  JsonNode run(String schedule) {
    var run = caller.post(address(schedule) + "/runs", "").with(202).text("id");
    return await()
        .atMost(PATIENCE)
        .until(
            () -> caller.get(address(schedule) + "/runs/" + run).with(200).json(),
            seen -> seen.hasNonNull("endedAt"));
  }

  /// The runs of a schedule, the newest first.
  JsonNode runs(String schedule) {
    return caller.get(address(schedule) + "/runs").with(200).json().path("items");
  }
}
