package io.tarn.scheduler.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// Schedules of one tenant, as their analyst makes them.
public abstract class AcmeSchedules {
  static final Duration PATIENCE = Duration.ofSeconds(20);
  public static final TenantId ACME = Ids.tenantId();
  public static final TenantId GLOBEX = Ids.tenantId();

  protected final TestGrants grants = TestGrants.forService("scheduler-service");
  final String name = "schedule " + UUID.randomUUID();

  String created(Map<String, Object> body) {
    return asAnalyst().body(body).post(path()).then().statusCode(201).extract().path("id");
  }

  String runNow(String schedule) {
    return asAnalyst()
        .post(path() + "/" + schedule + "/runs")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  ValidatableResponse ended(String schedule, String run) {
    var address = path() + "/" + schedule + "/runs/" + run;
    await()
        .atMost(PATIENCE)
        .until(() -> asAnalyst().get(address).then().extract().path("endedAt") != null);
    return asAnalyst().get(address).then().statusCode(200);
  }

  ValidatableResponse preview(Map<String, Object> body) {
    return asAnalyst()
        .urlEncodingEnabled(false)
        .body(body)
        .post("/v1/tenants/acme/schedules:preview")
        .then();
  }

  Map<String, Object> with(Object... fields) {
    var body = new HashMap<String, Object>();
    body.put("name", name);
    body.put("statement", "SELECT 1");
    body.put("spec", Map.of("cron", "@yearly"));
    for (int i = 0; i < fields.length; i += 2) {
      body.put((String) fields[i], fields[i + 1]);
    }
    return body;
  }

  RequestSpecification asAnalyst() {
    return as(Role.ANALYST);
  }

  protected RequestSpecification as(Role role) {
    return as(grants.grant(ACME, "acme", role));
  }

  protected static RequestSpecification as(String grant) {
    return given().auth().oauth2(grant).contentType(ContentType.JSON);
  }

  static String path() {
    return "/v1/tenants/acme/schedules";
  }
}
