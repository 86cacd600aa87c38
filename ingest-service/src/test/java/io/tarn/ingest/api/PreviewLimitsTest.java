package io.tarn.ingest.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tarn.service.gate.Role;
import io.tarn.testing.TestParts;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Previews ask for one connection at a time and end within a bound.
@QuarkusTest
@OnIngestParts
class PreviewLimitsTest {
  private static final int AT_ONCE = 40;
  private static final String EVENT = "{\"eventID\":\"1\",\"eventTime\":\"2026-11-20T10:00:00Z\"}";

  @Test
  void servesMorePreviewsAtOnceThanItHasConnections() throws Exception {
    // given
    var acme = TestTenant.make("acme");
    var upload = put(acme);
    Callable<Integer> one = () -> purge(acme, upload).extract().statusCode();

    // when
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = threads.invokeAll(Collections.nCopies(AT_ONCE, one));

      // then
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
    }
  }

  @Test
  void refusesAPreviewThatTakesTooLongAndSaysWhatToDo() throws Exception {
    // given: a store that is not read in time
    var acme = TestTenant.make("acme");
    var upload = put(acme);
    try (var locking = TestParts.running().connectAsSuperuser();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      locking.setAutoCommit(false);
      locking
          .createStatement()
          .execute("lock table %s in access exclusive mode".formatted(acme.table()));

      // when
      var purge = threads.submit(() -> purge(acme, upload));
      var retention = threads.submit(() -> shorten(acme));

      // then
      for (var answer : List.of(purge.get(), retention.get())) {
        answer
            .statusCode(503)
            .contentType("application/problem+json")
            .body("type", equalTo("/problems/count-takes-too-long"))
            .body("detail", containsString("tarn.ingest.uploads.count-within"));
      }
      locking.rollback();
    }
    purge(acme, upload).statusCode(200);
  }

  private static String put(TestTenant tenant) {
    String upload = tenant.put(EVENT).statusCode(200).extract().path("upload");
    tenant.awaitUpload(upload);
    return upload;
  }

  private static ValidatableResponse purge(TestTenant tenant, String upload) {
    return given()
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(tenant.grant(Role.TENANT_ADMIN))
        .contentType("application/json")
        .body("{\"reason\":\"wrong customer\"}")
        .post("/v1/tenants/{tenant}/uploads/{id}:purge", tenant.slug(), upload)
        .then();
  }

  private static ValidatableResponse shorten(TestTenant tenant) {
    return given()
        .auth()
        .oauth2(tenant.grant(Role.SYSTEM))
        .get(
            "/internal/tenants/{tenant}/event-data-stores/{id}/retention/preview?days=30",
            tenant.id().value(),
            tenant.store())
        .then();
  }
}
