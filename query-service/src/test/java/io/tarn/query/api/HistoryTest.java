package io.tarn.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.stringContainsInOrder;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.Role;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The history of a tenant: what can be looked for in it, and who sees what others have run.
@QuarkusTest
@OnQueryParts
class HistoryTest {
  private static final Actor ANN = new Actor("https://id.example", "ann-1", "Ann");
  private static final Actor BOB = new Actor("https://id.example", "bob-1", "Bob");

  Scenarios scenarios;

  @BeforeEach
  void twoTenants() throws SQLException {
    scenarios = Scenarios.create();
  }

  @Test
  void showsOthersExecutionsWithThePermissionOnly() {
    // given
    var anns = submitted(ANN, "SELECT eventName FROM $EDS_ID");
    var bobs = submitted(BOB, "SELECT eventID FROM $EDS_ID");
    // then
    assertThat(found(Role.ANALYST, ANN, "text=select")).containsExactly(anns);
    assertThat(found(Role.ANALYST, BOB, "text=select")).containsExactly(bobs);
    assertThat(found(Role.TENANT_ADMIN, ANN, "text=select")).containsExactly(bobs, anns);
    assertThat(found(Role.OPERATOR, ANN, "text=select")).containsExactly(bobs, anns);
    for (var path : List.of("/" + bobs, "/" + bobs + "/results")) {
      var location = scenarios.acme.path() + path;
      scenarios.acme.as(Role.ANALYST, ANN).get(location).then().statusCode(404);
      scenarios.acme.as(Role.OPERATOR, ANN).get(location).then().statusCode(200);
    }
    var cancelled = scenarios.acme.as(Role.ANALYST, ANN).delete(scenarios.acme.path() + "/" + bobs);
    cancelled.then().statusCode(404).body("type", equalTo("/problems/not-found"));
  }

  @Test
  void findsByTextActorStateTimeAndStore() {
    // given
    var names = submitted(ANN, "SELECT eventName FROM $EDS_ID -- 100%");
    var ids = submitted(BOB, "SELECT eventID FROM " + scenarios.acme.large() + " LIMIT 1");
    // then
    assertThat(found("text=EVENTNAME")).containsExactly(names);
    assertThat(found("text=100%25")).containsExactly(names);
    assertThat(found("text=_eventName")).isEmpty();
    assertThat(found("actor=ann")).containsExactly(names);
    assertThat(found("actor=bob-1")).containsExactly(ids);
    assertThat(found("state=FINISHED")).containsExactly(ids, names);
    assertThat(found("state=FAILED,CANCELLED")).isEmpty();
    assertThat(found("store=default")).containsExactly(names);
    assertThat(found("store=" + scenarios.acme.large())).containsExactly(ids);
    assertThat(found("store=large")).containsExactly(ids);
    assertThat(found("store=nobodys")).isEmpty();
    assertThat(found("store=" + scenarios.globex.store())).isEmpty();
    assertThat(found("from=2100-01-01T00:00:00Z")).isEmpty();
    assertThat(found("to=2000-01-01T00:00:00Z")).isEmpty();
    assertThat(found("from=2000-01-01T00:00:00Z&to=2100-01-01T00:00:00Z&text=select"))
        .containsExactly(ids, names);
  }

  @Test
  void refusesWhatItCannotRead() {
    for (var parameter : List.of("state=DONE", "from=yesterday", "to=1", "cursor=x")) {
      scenarios
          .acme
          .as(Role.OPERATOR)
          .get(scenarios.acme.path() + "?" + parameter)
          .then()
          .statusCode(400)
          .body("type", equalTo("/problems/invalid-request"));
    }
  }

  @Test
  void refusesAWaitThatIsNoDuration() {
    // given
    var id = submitted(ANN, "SELECT eventName FROM $EDS_ID");
    for (var wait : List.of("soon", "PT-99999999999999S")) {
      // then
      scenarios
          .acme
          .as(Role.OPERATOR)
          .get(scenarios.acme.path() + "/" + id + "?wait=" + wait)
          .then()
          .statusCode(400)
          .body("type", equalTo("/problems/invalid-request"))
          .body("violations[0].reason", stringContainsInOrder("5,", "5s", "PT5S"));
    }
  }

  @Test
  void waitsInEachForm() {
    // given
    var id = submitted(ANN, "SELECT eventName FROM $EDS_ID");
    for (var wait : List.of("1", "1s", "10ms", "PT1S")) {
      // then
      scenarios
          .acme
          .as(Role.OPERATOR)
          .get(scenarios.acme.path() + "/" + id + "?wait=" + wait)
          .then()
          .statusCode(200)
          .body("state", equalTo("FINISHED"));
    }
  }

  @Test
  void namesTheStatesWhereOneIsNone() {
    // when
    var answer =
        scenarios.acme.as(Role.OPERATOR).get(scenarios.acme.path() + "?state=RUNNING,DONE").then();

    // then
    answer
        .statusCode(400)
        .body("violations.field", equalTo(List.of("state")))
        .body(
            "violations[0].reason",
            equalTo(
                "must be one or more of QUEUED, RUNNING, FINISHED, FAILED, CANCELLED, TIMED_OUT,"
                    + " separated by commas"));
  }

  private String submitted(Actor actor, String statement) {
    String id =
        scenarios
            .acme
            .as(Role.ANALYST, actor)
            .body(Map.of("statement", statement))
            .post(scenarios.acme.path())
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    scenarios
        .acme
        .as(Role.ANALYST, actor)
        .get(scenarios.acme.path() + "/" + id + "?wait=PT30S")
        .then()
        .body("state", equalTo("FINISHED"));
    return id;
  }

  private List<String> found(String parameters) {
    return found(Role.OPERATOR, ANN, parameters);
  }

  private List<String> found(Role role, Actor actor, String parameters) {
    return scenarios
        .acme
        .as(role, actor)
        .urlEncodingEnabled(false)
        .get(scenarios.acme.path() + "?limit=100&" + parameters)
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }
}
