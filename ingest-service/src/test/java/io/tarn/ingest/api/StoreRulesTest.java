package io.tarn.ingest.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tarn.service.gate.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Rules of a store that is there already: they hold for the next upload, and are set as a whole.
@QuarkusTest
@OnIngestParts
class StoreRulesTest {
  private static final String NO_READS =
      """
      [{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},\
      {"Field":"readOnly","Equals":["false"]}]}]\
      """;
  private static final String UNKNOWN_FIELD =
      """
      [{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},\
      {"Field":"colour","Equals":["red"]}]}]\
      """;

  @Test
  void filterAtOnceAndFilterNoMoreOnceTheyAreGone() {
    // given
    var acme = TestTenant.make("acme");
    change(acme, acme.store(), "{\"selectors\":" + NO_READS + "}").then().statusCode(204);
    acme.put(read("1")).statusCode(200).body("filtered", equalTo(1));

    // when
    var answer = change(acme, acme.store(), "{\"selectors\":null}");

    // then
    answer.then().statusCode(204);
    acme.put(read("1")).statusCode(200).body("filtered", equalTo(0), "received", equalTo(1));
  }

  @Test
  void areSetAsAWholeForThisStoreOnly() {
    // given
    var acme = TestTenant.make("acme");
    var globex = TestTenant.make("globex");
    change(globex, globex.store(), "{\"retentionDays\":900}").then().statusCode(204);
    change(acme, acme.store(), "{\"retentionDays\":400}").then().statusCode(204);

    // when
    var answer = change(acme, acme.store(), "{\"selectors\":" + NO_READS + "}");

    // then
    answer.then().statusCode(204);
    assertThat(rules(acme)).containsExactly("1 null");
    assertThat(rules(globex)).containsExactly("none 900");
  }

  @Test
  void refuseSelectorsByTheirPlaceAndChangeNothing() {
    // given
    var acme = TestTenant.make("acme");
    change(acme, acme.store(), "{\"retentionDays\":400}").then().statusCode(204);

    // when
    var answer =
        change(acme, acme.store(), "{\"retentionDays\":500,\"selectors\":" + UNKNOWN_FIELD + "}");
    var check = check(acme, "CloudTrail", UNKNOWN_FIELD);

    // then
    for (var reason : List.of(answer, check)) {
      reason
          .then()
          .statusCode(400)
          .body("type", equalTo("/problems/invalid-request"))
          .body("violations.field", equalTo(List.of("selectors")))
          .body(
              "violations[0].reason",
              startsWith("[0].FieldSelectors[1].Field must be one of eventCategory,"));
    }
    assertThat(rules(acme)).containsExactly("none 400");
  }

  @Test
  void canBeCheckedBeforeThereIsAStore() {
    // given
    var acme = TestTenant.make("acme");

    // when
    var fine = check(acme, "CloudTrail", NO_READS);
    var ofAnotherCategory = check(acme, "Insight", NO_READS);

    // then
    assertThat(fine.statusCode()).isEqualTo(204);
    ofAnotherCategory
        .then()
        .statusCode(400)
        .body("violations[0].reason", equalTo("[0]: eventCategory must be Insight"));
  }

  @Test
  void areRefusedForACategoryThatThereIsNotWithThoseThereAre() {
    // given
    var acme = TestTenant.make("acme");

    // when
    var answer = check(acme, "Logs", NO_READS);

    // then
    answer
        .then()
        .statusCode(400)
        .body("violations.field", equalTo(List.of("category")))
        .body("violations[0].reason", startsWith("must be one of CloudTrail, Management, Data,"));
  }

  @Test
  void ofAnotherTenantsStoreAreNobodysToChange() {
    // given
    var acme = TestTenant.make("acme");
    var globex = TestTenant.make("globex");

    // when
    var foreign = change(acme, globex.store(), "{\"retentionDays\":1}");
    var unknown = change(acme, UUID.randomUUID(), "{\"retentionDays\":1}");

    // then
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(foreign.asString()).isEqualTo(unknown.asString());
    assertThat(rules(globex)).containsExactly("none null");
  }

  private static Response change(TestTenant tenant, UUID store, String rules) {
    return given()
        .auth()
        .oauth2(tenant.grant(Role.SYSTEM))
        .contentType("application/json")
        .body(rules)
        .put("/internal/tenants/{tenant}/event-data-stores/{id}/rules", tenant.id().value(), store);
  }

  private static Response check(TestTenant tenant, String category, String selectors) {
    return given()
        .auth()
        .oauth2(tenant.grant(Role.SYSTEM))
        .contentType("application/json")
        .body("{\"category\":\"%s\",\"selectors\":%s}".formatted(category, selectors))
        .post("/internal/tenants/{tenant}/selectors/check", tenant.id().value());
  }

  /// How many selectors, and the days.
  private static List<Object> rules(TestTenant tenant) {
    return TestTenant.rows(
            """
            select coalesce(jsonb_array_length(selectors)::text, 'none') || ' '
              || coalesce(retention_days::text, 'null')
            from ingest.event_data_stores where tenant_id = '%s'\
            """
                .formatted(tenant.id().value()))
        .stream()
        .map(List::getFirst)
        .toList();
  }

  private static String read(String id) {
    return "{\"eventID\":\"%s\",\"eventTime\":\"2026-11-20T10:00:00Z\",\"eventCategory\":\"Management\",\"readOnly\":true}"
        .formatted(id);
  }
}
