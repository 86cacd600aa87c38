package io.tarn.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tarn.service.gate.Role;
import io.tarn.testing.TestS3;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What operators set for one tenant holds for it, and for no other.
@QuarkusTest
@OnQueryParts
class LimitsTest {
  Scenarios scenarios;

  @BeforeEach
  void twoTenants() throws SQLException {
    scenarios = Scenarios.create();
  }

  @Test
  void showsDefaultsUntilSomethingIsSet() {
    // when
    var before = limits(scenarios.acme, Role.ANALYST).statusCode(200);
    var changed = set(scenarios.acme, Role.OPERATOR, Map.of("resultRows", 100)).statusCode(200);
    // then
    before
        .body("limits.concurrentExecutions", equalTo(2))
        .body("limits.queuedExecutions", equalTo(2))
        .body("own.resultRows", nullValue());
    changed
        .body("limits.resultRows", equalTo(100))
        .body("own.resultRows", equalTo(100))
        .body("limits.runTimeSeconds", equalTo(12))
        .body("own.runTimeSeconds", nullValue());
    limits(scenarios.globex, Role.ANALYST).body("own.resultRows", nullValue());
  }

  @Test
  void isChangedByOperatorsOnly() {
    for (var role : new Role[] {Role.TENANT_ADMIN, Role.ANALYST, Role.VIEWER}) {
      // when
      var refused = set(scenarios.acme, role, Map.of("resultRows", 100));
      // then
      refused.statusCode(403);
    }
    scenarios
        .acme
        .as(Role.OPERATOR)
        .body("{}")
        .put("/v1/tenants/globex/query-limits")
        .then()
        .statusCode(404);
    set(scenarios.acme, Role.OPERATOR, Map.of("resultRows", 0)).statusCode(400);
  }

  @Test
  void areSetByTheLastOfSeveralAtOnce() throws InterruptedException {
    // given
    Callable<Integer> request =
        () -> set(scenarios.acme, Role.OPERATOR, Map.of("resultRows", 100)).extract().statusCode();
    // when
    List<Integer> answers;
    try (var threads = Executors.newFixedThreadPool(4)) {
      answers =
          threads.invokeAll(Collections.nCopies(4, request)).stream()
              .map(Future::resultNow)
              .toList();
    }
    // then
    assertThat(answers).containsOnly(200);
  }

  @Test
  void endsWhatHasTooManyRowsAndLeavesNothingOfIt() {
    // given
    set(scenarios.acme, Role.OPERATOR, Map.of("resultRows", 5500)).statusCode(200);
    // when
    var id = scenarios.acme.started("SELECT eventName FROM " + scenarios.acme.large());
    // then
    scenarios
        .acme
        .state(id)
        .body("state", equalTo("FAILED"))
        .body("problem.type", equalTo("/problems/result-too-large"))
        .body("problem.detail", containsString("5500 rows"));
    scenarios.acme.results(id, "limit=1").statusCode(409).body("rows", nullValue());
    var folder =
        TestS3.running()
            .data()
            .resolve("tarn-services/" + scenarios.acme.tenant() + "/query-results/" + id);
    await().untilAsserted(() -> assertThat(folder.toFile().list()).isNullOrEmpty());
  }

  @Test
  void endsWhatTakesTooMuchTemporarySpace() {
    // given
    set(scenarios.acme, Role.OPERATOR, Map.of("temporaryBytes", 1 << 20, "memoryBytes", 1 << 20))
        .statusCode(200);
    // when
    var id =
        scenarios.acme.started(
            "SELECT * FROM " + scenarios.acme.large() + " ORDER BY eventName DESC");
    // then
    scenarios
        .acme
        .state(id)
        .body("state", equalTo("FAILED"))
        .body("problem.type", equalTo("/problems/resources-exhausted"));
    set(scenarios.acme, Role.OPERATOR, Map.of()).statusCode(200);
    scenarios.acme.finished("SELECT * FROM " + scenarios.acme.large() + " ORDER BY eventName DESC");
  }

  @Test
  void runsAndQueuesAsManyAsItMay() throws SQLException {
    // given
    set(scenarios.acme, Role.OPERATOR, Map.of("concurrentExecutions", 1, "queuedExecutions", 0))
        .statusCode(200);
    var ids = new ArrayList<String>();
    try (var _ = scenarios.acme.holdUp()) {
      // when
      ids.add(scenarios.acme.started("SELECT eventName FROM $EDS_ID"));
      var second = scenarios.acme.submits("SELECT eventName FROM $EDS_ID");
      // then
      second.statusCode(429).body("type", equalTo("/problems/too-many-queries"));
      scenarios.globex.finished("SELECT eventName FROM $EDS_ID");
    }
    scenarios.acme.state(ids.getFirst()).body("state", equalTo("FINISHED"));
    scenarios.acme.results(ids.getFirst(), "limit=10").body("rows", hasSize(2));
  }

  private static ValidatableResponse limits(Scenarios.Customer customer, Role role) {
    return customer.as(role).get("/v1/tenants/" + customer.slug() + "/query-limits").then();
  }

  private static ValidatableResponse set(
      Scenarios.Customer customer, Role role, Map<String, ?> limits) {
    return customer
        .as(role)
        .body(limits)
        .put("/v1/tenants/" + customer.slug() + "/query-limits")
        .then();
  }
}
