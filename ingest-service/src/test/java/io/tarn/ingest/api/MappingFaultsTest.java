package io.tarn.ingest.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tarn.service.gate.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Values that do not fit are counted by store and field, once for each stored event.
@QuarkusTest
@OnIngestParts
class MappingFaultsTest {
  private static final String FAULTS =
      "/v1/tenants/{tenant}/event-data-stores/{store}/mapping-faults";
  private static final String EVENT =
      "{\"eventID\":\"%s\",\"eventTime\":\"2026-11-20T10:00:00Z\",%s}\n";
  private static final String BODY =
      EVENT.formatted("1", "\"requestParameters\":[1],\"readOnly\":\"maybe\"")
          + EVENT.formatted("2", "\"requestParameters\":\"text\"")
          + EVENT.formatted("3", "\"requestParameters\":{\"a\":[]},\"readOnly\":null")
          + EVENT.formatted("4", "\"readOnly\":7,\"readOnly\":true")
          + EVENT.formatted("5", "\"userIdentity\":{\"sessionContext\":\"none\"}");

  @Test
  void countsTheFieldsWhoseValuesDoNotFitAndKeepsTheEvents() {
    // given
    var acme = TestTenant.make("acme");
    acme.put(BODY).statusCode(200);
    acme.awaitReceived(5);

    // when
    var answer = faults(acme, Role.VIEWER);

    // then
    answer
        .statusCode(200)
        .body(
            "items.field",
            equalTo(List.of("readOnly", "requestParameters", "userIdentity.sessionContext")))
        .body("items.events", equalTo(List.of(1, 2, 1)))
        .body("items[0].firstAt", notNullValue())
        .body("items[0].lastAt", notNullValue());
    assertThat(acme.counters()).containsEntry("stored", 5L);
    assertThat(
            TestTenant.rows(
                "select event_id from "
                    + acme.table()
                    + " where request_parameters is null and event_json like '%requestParameters%'"))
        .hasSize(2);
  }

  @Test
  void countsDuplicatesAndConflictsNotAgain() {
    // given
    var acme = TestTenant.make("acme");
    var other = EVENT.formatted("1", "\"responseElements\":\"other\"");
    acme.put(BODY + BODY + other).statusCode(200);
    acme.put(BODY).statusCode(200);
    acme.awaitReceived(16);

    // when
    var answer = faults(acme, Role.TENANT_ADMIN);

    // then
    answer.statusCode(200).body("items.events", equalTo(List.of(1, 2, 1)));
    assertThat(acme.counters()).containsEntry("duplicates", 10L).containsEntry("conflicts", 1L);
  }

  @Test
  void showsNothingOfAnotherTenant() {
    // given
    var acme = TestTenant.make("acme");
    var globex = TestTenant.make("globex");
    acme.put(BODY).statusCode(200);
    acme.awaitReceived(5);

    // then
    faults(globex, Role.VIEWER).statusCode(200).body("items", empty());
    given()
        .auth()
        .oauth2(globex.grant(Role.VIEWER))
        .get(FAULTS, "globex", acme.store())
        .then()
        .statusCode(404);
    given()
        .auth()
        .oauth2(globex.grant(Role.VIEWER))
        .get(FAULTS, "acme", "default")
        .then()
        .statusCode(404);
    faults(acme, Role.APPROVER).statusCode(403);
  }

  private static ValidatableResponse faults(TestTenant tenant, Role role) {
    return given().auth().oauth2(tenant.grant(role)).get(FAULTS, tenant.slug(), "default").then();
  }
}
