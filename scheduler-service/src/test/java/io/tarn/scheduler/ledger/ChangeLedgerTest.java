package io.tarn.scheduler.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tarn.scheduler.api.OnSchedulerParts;
import io.tarn.scheduler.api.OtherServicesResource;
import io.tarn.service.gate.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Write events become changes with verdicts, which approvals, rules and reviewers revise, in a
/// real database. Events are planted where query-service would be asked.
@QuarkusTest
@OnSchedulerParts
@WithTestResource(OtherServicesResource.class)
class ChangeLedgerTest extends PlantedChanges {

  @Test
  void tellsOfEachWriteEventOnceWhetherItWasApproved() {
    // given
    approve("CHG1", 1, "approved", monday.minusSeconds(600), "ann@acme.example");
    var ann = plant("StopInstances", "ann@acme.example", monday);
    var bob = plant("StopInstances", "bob@acme.example", monday.plusSeconds(5));
    plantRead("DescribeInstances", monday);
    // when
    step();
    step();
    // then
    changes("")
        .body(
            "items.eventId", equalTo(List.of(bob, ann)),
            "items.verdict", equalTo(List.of("unapproved", "approved")),
            "items[1].approval.id", equalTo("CHG1"),
            "items[0].nearest.approval.id", equalTo("CHG1"),
            "items[0].nearest.reason", containsString("bob@acme.example is not in its scope"),
            "items.origin", equalTo(List.of("console", "console")),
            "items.revision", equalTo(List.of(1, 1)));
    changes("?verdict=unapproved&who=BOB&service=ec2&origin=console").body("items", hasSize(1));
    changes("?who=nobody").body("items", hasSize(0));
    get("/changes/summary")
        .body(
            "days.changes.sum()", equalTo(2),
            "people.name", equalTo(List.of("ann@acme.example", "bob@acme.example")));
  }

  @Test
  void revisesWhatWasSaidWhenAnApprovalComesLate() {
    // given
    plant("CreateUser", "ann@acme.example", monday);
    step();
    var id = changes("").body("items[0].verdict", equalTo("unapproved")).extract();
    String change = id.path("items[0].id");
    // when
    approve("CHG2", 1, "approved", monday.plusSeconds(3600), "ANN@acme.example");
    step();
    // then
    get("/changes/" + change)
        .body(
            "change.verdict", equalTo("approved-late"),
            "change.reason", containsString("60 minutes after it"),
            "revisions.verdict", equalTo(List.of("unapproved", "approved-late")),
            "revisions.revision", equalTo(List.of(1, 2)));
    // when
    approve("CHG2", 2, "cancelled", monday.plusSeconds(7200), "ann@acme.example");
    step();
    // then
    get("/changes/" + change).body("change.verdict", equalTo("approved-late"));
  }

  @Test
  void waitsForAnApprovalBeforeItSaysUnapproved() {
    // given
    var settings = get("/change-settings").extract();
    var changed = new HashMap<String, Object>(settings.<Map<String, Object>>path(""));
    changed.put("waitingTime", "P30D");
    // when
    as(Role.TENANT_ADMIN).body(changed).put(path("/change-settings")).then().statusCode(428);
    as(Role.TENANT_ADMIN)
        .header("If-Match", settings.header("ETag"))
        .body(changed)
        .put(path("/change-settings"))
        .then()
        .statusCode(200);
    plant("StopInstances", "ann@acme.example", monday);
    step();
    // then
    changes("").body("items[0].verdict", equalTo("pending"));
    // when
    changed.put("waitingTime", "PT1H");
    as(Role.TENANT_ADMIN)
        .header("If-Match", "\"1\"")
        .body(changed)
        .put(path("/change-settings"))
        .then()
        .statusCode(200);
    step();
    // then
    changes("").body("items[0].verdict", equalTo("unapproved"), "items[0].revision", equalTo(2));
  }

  @Test
  void reviewersAcceptAttachAndReopenWhatBelongsTogether() {
    // given
    plant("StopInstances", "ann@acme.example", monday);
    plant("StartInstances", "ann@acme.example", monday.plusSeconds(120));
    plant("StopInstances", "bob@acme.example", monday.plusSeconds(60));
    approve("CHG3", 1, "approved", monday.minusSeconds(60), "somebody@acme.example");
    step();
    var queue =
        get("/changes/queue").body("items", hasSize(2), "items[1].changes", equalTo(2)).extract();
    String first = queue.path("items[1].first.id");

    // when
    review(Role.VIEWER, first, Map.of("decision", "accept", "reason", "ok")).statusCode(403);
    review(Role.APPROVER, first, Map.of("decision", "accept", "reason", "seen", "group", true))
        .statusCode(200)
        .body("count", equalTo(2), "changes.review", equalTo(List.of("accepted", "accepted")));
    // then
    get("/changes/queue").body("items", hasSize(1));
    get("/changes/" + first)
        .body("change.reviewReason", equalTo("seen"), "change.verdict", equalTo("unapproved"));

    // when
    review(Role.APPROVER, first, Map.of("decision", "reopen", "reason", "wait", "group", true))
        .body("count", equalTo(2));
    review(
            Role.APPROVER,
            first,
            Map.of(
                "decision", "attach",
                "reason", "that one",
                "approval", Map.of("system", "servicenow", "id", "CHG3")))
        .statusCode(200);
    // then
    get("/changes/" + first)
        .body(
            "change.verdict", equalTo("approved-late"),
            "change.review", equalTo("attached"),
            "change.reason", allOf(containsString("CHG3"), containsString("that one")),
            "revisions", hasSize(4));
  }

  @ParameterizedTest
  @CsvSource({
    "attach, , approval",
    "attach, nowhere, approval",
    "accept, CHG9, approval",
    "forget, , decision"
  })
  void refusesDecisionsThatMakeNoSense(String decision, String approval, String field) {
    // given
    plant("StopInstances", "ann@acme.example", monday);
    step();
    String change = changes("").extract().path("items[0].id");
    var body = new HashMap<String, Object>(Map.of("decision", decision, "reason", "x"));
    if (approval != null) {
      body.put("approval", Map.of("system", "servicenow", "id", approval));
    }
    // then
    review(Role.APPROVER, change, body)
        .statusCode(400)
        .body("violations.field", hasItem(containsString(field)));
    review(Role.APPROVER, "nothing", Map.of("decision", "accept", "reason", "x")).statusCode(404);
  }

  @Test
  void rulesCoverChangesUntilTheyAreTakenBack() {
    // given
    plant("StopInstances", "deploy", monday);
    plant("CreateTags", "ann@acme.example", monday.plusSeconds(1));
    step();
    var rule =
        Map.of(
            "kind", "automation",
            "name", "pipeline",
            "reason", "reviewed elsewhere",
            "scope",
                Map.of("principals", List.of(Map.of("kind", "session-name", "pattern", "dep*"))));
    // when
    as(Role.ANALYST).body(rule).post(path("/change-rules")).then().statusCode(403);
    var made =
        as(Role.TENANT_ADMIN)
            .body(rule)
            .post(path("/change-rules"))
            .then()
            .statusCode(201)
            .body("coveredLately", equalTo(1), "lastMatchedAt", nullValue())
            .extract();
    as(Role.TENANT_ADMIN)
        .body(rule)
        .post(path("/change-rules"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/name-taken"));
    step();
    // then
    changes("?verdict=automated")
        .body("items", hasSize(1), "items[0].rule", equalTo(made.path("id")));
    get("/change-rules").body("items[0].lastMatchedAt", notNullValue());
    // when
    as(Role.TENANT_ADMIN)
        .header("If-Match", made.header("ETag"))
        .delete(path("/change-rules/" + made.path("id")))
        .then()
        .statusCode(204);
    step();
    // then
    changes("?verdict=unapproved").body("items", hasSize(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"actions\": [\"*\"]}", "{\"accounts\": [\"12\"]}"})
  void refusesRulesThatCoverEverythingOrNothing(String scope) {
    as(Role.TENANT_ADMIN)
        .body(
            "{\"kind\": \"exclusion\", \"name\": \"x\", \"reason\": \"x\", \"scope\": %s}"
                .formatted(scope))
        .post(path("/change-rules"))
        .then()
        .statusCode(400)
        .body("violations.field", hasItem(containsString("scope")));
  }

  @Test
  void refusesRulesThatAreOver() {
    as(Role.TENANT_ADMIN)
        .body(
            Map.of(
                "kind", "exclusion",
                "name", "x",
                "reason", "x",
                "scope", Map.of("services", List.of("ec2")),
                "expiresAt", "2020-01-01T00:00:00Z"))
        .post(path("/change-rules"))
        .then()
        .statusCode(400)
        .body("violations.field", equalTo(List.of("expiresAt")));
  }

  /// Any order, repetition and delay of events and approvals gives the same ledger.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void isTheSameInAnyOrder(long seed) {
    // given
    var random = new Random(seed);
    var people = List.of("ann@acme.example", "bob@acme.example", "cho@acme.example");
    var events = new ArrayList<Runnable>();
    for (int i = 0; i < 60; i++) {
      var person = people.get(random.nextInt(people.size()));
      var time = monday.plusSeconds(random.nextInt(7200));
      var name = random.nextBoolean() ? "StopInstances" : "StartInstances";
      var id = new UUID(seed, i).toString();
      events.add(() -> reader.add(event(id, name, person, time, false)));
      if (random.nextInt(5) == 0) {
        events.add(() -> reader.add(event(id, name, person, time, false)));
      }
    }
    for (int i = 0; i < 20; i++) {
      var person = people.get(random.nextInt(people.size()));
      var start = monday.plusSeconds(random.nextInt(7200) - 600);
      var changedAt = start.plusSeconds(random.nextInt(3600) - 1800);
      var name = "CHG" + i;
      var state = random.nextInt(4) == 0 ? "rejected" : "approved";
      events.add(() -> approve(name, 1, "requested", changedAt.minusSeconds(60), person, start));
      events.add(() -> approve(name, 2, state, changedAt, person, start));
    }
    // when
    events.forEach(Runnable::run);
    step();
    var straight = ledger();
    forget();
    Collections.shuffle(events, random);
    for (var event : events) {
      event.run();
      if (random.nextInt(6) == 0) {
        step();
      }
    }
    step();
    // then
    assertThat(ledger()).hasSize(60).isEqualTo(straight);
  }

  @Test
  void nothingOfItIsAnotherTenants() {
    // given
    plant("StopInstances", "ann@acme.example", monday);
    step();
    String change = changes("").extract().path("items[0].id");
    var rule =
        as(Role.TENANT_ADMIN)
            .body(
                Map.of(
                    "kind", "exclusion",
                    "name", "mine",
                    "reason", "x",
                    "scope", Map.of("services", List.of("iam"))))
            .post(path("/change-rules"))
            .then()
            .statusCode(201)
            .extract();
    var globex = as(grants.grant(GLOBEX, "globex", Role.TENANT_ADMIN));
    var there = "/v1/tenants/globex";
    // then
    globex.get(there + "/changes").then().body("items", hasSize(0));
    as(grants.grant(GLOBEX, "globex", Role.TENANT_ADMIN))
        .get(there + "/changes/" + change)
        .then()
        .statusCode(404);
    as(grants.grant(GLOBEX, "globex", Role.TENANT_ADMIN))
        .body(Map.of("decision", "accept", "reason", "x"))
        .post(there + "/changes/" + change + "/reviews")
        .then()
        .statusCode(404);
    as(grants.grant(GLOBEX, "globex", Role.TENANT_ADMIN))
        .header("If-Match", rule.header("ETag"))
        .delete(there + "/change-rules/" + rule.path("id"))
        .then()
        .statusCode(404);
    as(grants.grant(GLOBEX, "globex", Role.TENANT_ADMIN))
        .get(there + "/changes/queue")
        .then()
        .body("items", hasSize(0));
    changes("").body("items", hasSize(greaterThan(0)));
  }

  private Map<String, String> ledger() {
    List<Map<String, Object>> items = changes("?limit=1000").extract().path("items");
    return items.stream()
        .collect(
            Collectors.toMap(
                item -> String.valueOf(item.get("id")),
                item ->
                    "%s %s %s %s"
                        .formatted(
                            item.get("verdict"),
                            item.get("reason"),
                            item.get("groupId"),
                            item.get("nearest"))));
  }

  /// Takes all that is known of the tenant away.
  private void forget() {
    transactions.run(
        connection -> {
          for (var table :
              List.of(
                  "change_events", "change_rejudgements", "ledger_progress", "approval_versions")) {
            try (var delete =
                connection.prepareStatement("delete from " + table + " where tenant_id = ?")) {
              delete.setString(1, tenant.value());
              delete.executeUpdate();
            }
          }
        });
    reader.forget();
  }
}
