package io.tarn.scheduler.ledger;

import static org.hamcrest.Matchers.oneOf;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.api.AcmeSchedules;
import io.tarn.scheduler.data.Transactions;
import io.tarn.service.gate.Role;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Changes of a tenant of its own for each test, planted where query-service would be asked.
abstract class PlantedChanges extends AcmeSchedules {
  @Inject Transactions transactions;
  @Inject ProgressRows progress;
  @Inject LedgerBook book;
  @Inject SettingsRows settings;
  @Inject Rejudging rejudging;
  @Inject Clock clock;

  final Instant monday = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
  final TenantId tenant = Ids.tenantId();
  final PlantedReader reader = new PlantedReader(7);

  void step() {
    var now = Instant.now();
    var lease =
        transactions
            .in(
                connection ->
                    progress.claim(connection, List.of(tenant), UUID.randomUUID(), now, now, 1))
            .getFirst();
    new LedgerStepper(reader, transactions, progress, settings, book, rejudging, clock).step(lease);
    transactions.run(connection -> progress.renew(connection, lease, now.minusSeconds(1)));
  }

  String plant(String name, String session, Instant time) {
    var id = UUID.randomUUID().toString();
    reader.add(event(id, name, session, time, false));
    return id;
  }

  void plantRead(String name, Instant time) {
    reader.add(event(UUID.randomUUID().toString(), name, "ann@acme.example", time, true));
  }

  static String event(String id, String name, String session, Instant time, boolean isReadOnly) {
    return """
        {"eventID": "%s", "eventTime": "%s", "awsRegion": "eu-central-1",
         "eventSource": "ec2.amazonaws.com", "eventName": "%s", "eventType": "AwsApiCall",
         "recipientAccountId": "111122223333", "readOnly": %s, "managementEvent": true,
         "sessionCredentialFromConsole": "true", "userAgent": "Mozilla/5.0",
         "userIdentity": {"type": "AssumedRole", "accessKeyId": "ASIA%s",
           "arn": "arn:aws:sts::111122223333:assumed-role/Admin/%s",
           "sessionContext": {"sessionIssuer": {"userName": "Admin",
             "arn": "arn:aws:iam::111122223333:role/Admin"}}},
         "requestParameters": {"instancesSet": {"items": [{"instanceId": "i-1"}]}}}"""
        .formatted(id, time, name, isReadOnly, session.substring(0, 3), session);
  }

  void approve(String id, int version, String state, Instant changedAt, String session) {
    approve(id, version, state, changedAt, session, monday.minusSeconds(60));
  }

  void approve(
      String id, int version, String state, Instant changedAt, String session, Instant start) {
    as(Role.APPROVER)
        .body(
            Map.of(
                "version", version,
                "state", state,
                "window",
                    Map.of("start", start.toString(), "end", start.plusSeconds(1800).toString()),
                "scope",
                    Map.of(
                        "services", List.of("ec2"),
                        "principals", List.of(Map.of("kind", "session-name", "pattern", session))),
                "changedAt", changedAt.toString()))
        .put(path("/approvals/servicenow/" + id))
        .then()
        .statusCode(oneOf(200, 201));
  }

  ValidatableResponse review(Role role, String change, Map<String, Object> body) {
    return as(role).body(body).post(path("/changes/" + change + "/reviews")).then();
  }

  ValidatableResponse changes(String query) {
    return get("/changes" + query);
  }

  ValidatableResponse get(String address) {
    return as(Role.VIEWER).get(path(address)).then().statusCode(200);
  }

  @Override
  protected RequestSpecification as(Role role) {
    return as(grants.grant(tenant, "acme", role));
  }

  static String path(String rest) {
    return "/v1/tenants/acme" + rest;
  }

  /// Changes what the settings of the ledger say.
  void change(Map<String, ?> settings) {
    var known = get("/change-settings").extract();
    var changed = new HashMap<String, Object>(known.<Map<String, Object>>path(""));
    changed.putAll(settings);
    as(Role.TENANT_ADMIN)
        .header("If-Match", known.header("ETag"))
        .body(changed)
        .put(path("/change-settings"))
        .then()
        .statusCode(200);
  }
}
