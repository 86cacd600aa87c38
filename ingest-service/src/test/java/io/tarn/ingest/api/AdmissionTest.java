package io.tarn.ingest.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.service.gate.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a store takes in: its selectors filter, its retention sets aside what it would remove.
@QuarkusTest
@OnIngestParts
class AdmissionTest {
  private static final String WRITES_ONLY =
      """
      "selectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},\
      {"Field":"readOnly","Equals":["false"]}]}]\
      """;

  @Test
  void countsWhatTheSelectorsLeaveOut() {
    // given
    var acme = TestTenant.make("acme");
    provision(acme, WRITES_ONLY).then().statusCode(204);

    // when
    String id =
        acme.put(event("1", "2026-11-20", false) + "\n" + event("2", "2026-11-20", true) + "\n{}")
            .statusCode(200)
            .body("received", equalTo(1))
            .body("filtered", equalTo(1))
            .body("rejected", equalTo(1))
            .extract()
            .path("upload");
    var upload = acme.awaitUpload(id);

    // then
    assertThat(UploadsTest.sum(upload))
        .containsEntry("received", 3)
        .containsEntry("stored", 1)
        .containsEntry("filtered", 1)
        .containsEntry("rejected", 1);
    assertThat(TestTenant.rows("select event_id from " + acme.table()))
        .containsExactly(List.of("1"));
  }

  @Test
  void setsAsideWhatTheStoreWouldRemoveAtOnce() {
    // given
    var acme = TestTenant.make("acme");
    provision(acme, "\"retentionDays\":30").then().statusCode(204);

    // when
    var answer = acme.put(event("1", "2019-01-01", false));

    // then
    answer
        .body("received", equalTo(0))
        .body("reasons.reason", equalTo(List.of("older-than-retention")));
  }

  @Test
  void refusesSelectorsThatLakeDoesNotAllow() {
    // given
    var acme = TestTenant.make("acme");

    // when
    var answer = provision(acme, "\"selectors\":[{\"FieldSelectors\":[]}]");

    // then
    answer.then().statusCode(400).body("violations[0].field", equalTo("selectors"));
  }

  private static io.restassured.response.Response provision(TestTenant tenant, String more) {
    return given()
        .auth()
        .oauth2(tenant.grant(Role.SYSTEM))
        .contentType("application/json")
        .body(
            "{\"name\":\"default\",\"arn\":\"%s\",\"category\":\"CloudTrail\",\"isDefault\":true,%s}"
                .formatted(TestTenant.arn(tenant.store()), more))
        .put(
            "/internal/tenants/{tenant}/event-data-stores/{id}",
            tenant.id().value(),
            tenant.store());
  }

  private static String event(String id, String day, boolean isRead) {
    return "{\"eventID\":\"%s\",\"eventTime\":\"%sT10:00:00Z\",\"eventCategory\":\"Management\",\"readOnly\":%s}"
        .formatted(id, day, isRead);
  }
}
