package io.tarn.scheduler.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tarn.common.id.Ids;
import io.tarn.scheduler.api.OnSchedulerParts;
import io.tarn.scheduler.api.OtherServicesResource;
import io.tarn.scheduler.report.SignedZip;
import io.tarn.scheduler.signing.SigningKeys;
import io.tarn.service.gate.Role;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The monthly reports of a ledger in a real database, with events that are planted where
/// query-service would be asked.
@QuarkusTest
@OnSchedulerParts
@WithTestResource(OtherServicesResource.class)
class ChangeReportsTest extends PlantedChanges {
  private static final String MAY = "/change-reports/2024-05";
  private static final Instant NOON = Instant.parse("2024-05-14T12:00:00Z");

  @Inject SigningKeys keys;

  @Test
  void tellsOfAMonthHowMuchWasApprovedByWhomAndHowFast() {
    // given
    plantMay();
    // when
    var report = get(MAY);
    // then
    report
        .body("month", equalTo("2024-05"), "state", equalTo("final"), "groups", equalTo(7))
        .body("standing.changes", equalTo(8), "standing.needed", equalTo(7))
        .body("standing.approved", equalTo(2), "standing.approvedLate", equalTo(2))
        .body("standing.emergency", equalTo(1), "standing.unapproved", equalTo(2))
        .body("standing.automated", equalTo(1), "standing.pending", equalTo(0))
        .body("standing.share", equalTo(0.7142f), "standing.name", nullValue())
        .body("verdicts", hasSize(7))
        .body("verdicts.find { it.verdict == 'approved' }.changes", equalTo(2))
        .body("verdicts.find { it.verdict == 'approved' }.groups", equalTo(1))
        .body("verdicts.find { it.verdict == 'exempt' }.changes", equalTo(0));
    report
        .body("people.total", equalTo(5))
        .body("people.items[0].name", equalTo("ann@acme.example"))
        .body("people.items[0].changes", equalTo(3))
        .body("people.items[0].share", equalTo(1.0f))
        .body("people.items.find { it.name == 'eve@acme.example' }.share", equalTo(0.0f))
        .body("people.items.find { it.name == 'deploy' }.share", nullValue())
        .body("roles.items.name", equalTo(List.of("Admin", "Network")))
        .body("roles.items.changes", equalTo(List.of(7, 1)))
        .body("services.items.name", equalTo(List.of("ec2")))
        .body("accounts.items.name", equalTo(List.of("111122223333", "444455556666")));
    report
        .body("requestToApproval.total", equalTo(4), "requestToApproval.measured", equalTo(3))
        .body("requestToApproval.median", equalTo("PT30M"))
        .body("requestToApproval.longest", equalTo("PT10H30M"))
        .body("changeToLateApproval.total", equalTo(2))
        .body("changeToLateApproval.measured", equalTo(2))
        .body("changeToLateApproval.median", equalTo("PT1H"));
    report
        .body(
            "violations.total",
            equalTo(1),
            "violations.items[0].reviewer",
            equalTo("acme-approver"))
        .body("violations.items[0].reviewReason", equalTo("nobody asked"))
        .body("violations.items[0].who", equalTo("eve@acme.example"))
        .body("open.total", equalTo(1), "open.items[0].who", equalTo("bob@acme.example"));
  }

  /// Eight changes: of each verdict that a month can end with.
  private void plantMay() {
    approve("CHG1", 1, "requested", "ann", NOON, NOON.minus(Duration.ofMinutes(40)));
    approve("CHG1", 2, "approved", "ann", NOON, NOON.minus(Duration.ofMinutes(10)));
    plant("StopInstances", "ann@acme.example", NOON.plusSeconds(60));
    plant("StartInstances", "ann@acme.example", NOON.plusSeconds(120));
    // approved an hour after it was made
    var dan = NOON.plus(Duration.ofDays(1));
    plant("StopInstances", "dan@acme.example", dan);
    approve(
        "CHG2", 1, "requested", "dan", dan.minusSeconds(60), dan.minus(Duration.ofMinutes(570)));
    approve("CHG2", 2, "approved", "dan", dan.minusSeconds(60), dan.plus(Duration.ofHours(1)));
    approve("CHG2", 3, "closed", "dan", dan.minusSeconds(60), dan.plus(Duration.ofHours(9)));
    // an emergency that nobody requested before
    var bob = NOON.plus(Duration.ofDays(2));
    approveEmergency("INC1", "bob", bob.minusSeconds(60), bob.minusSeconds(30));
    plant("StopInstances", "bob@acme.example", bob);
    plant("StopInstances", "bob@acme.example", bob.plus(Duration.ofDays(3)));
    plant("StopInstances", "eve@acme.example", NOON.plus(Duration.ofDays(4)));
    // the last moment of the month, which a reviewer attaches to an approval
    var last = Instant.parse("2024-05-31T23:59:59Z");
    reader.add(event("StopInstances", "ann@acme.example", "Network", "444455556666", last));
    // a pipeline that is known
    rule("deploy");
    plant("StopInstances", "deploy", NOON);
    // and changes of other months
    plant("StopInstances", "ann@acme.example", Instant.parse("2024-04-30T23:59:59Z"));
    plant("StopInstances", "ann@acme.example", Instant.parse("2024-06-01T00:00:00Z"));
    approve("CHG3", 1, "requested", "nobody", last, last.minusSeconds(1200));
    approve("CHG3", 2, "approved", "nobody", last, last.minusSeconds(600));
    step();
    review(
        changeOf("who=eve@acme.example"),
        Map.of("decision", "violation", "reason", "nobody asked"));
    review(
        changeOf("account=444455556666"),
        Map.of(
            "decision", "attach",
            "reason", "that one",
            "approval", Map.of("system", "servicenow", "id", "CHG3")));
    step();
  }

  @Test
  void writesTheSameAsFilesAndSignsThem() throws IOException, GeneralSecurityException {
    // given
    plantMay();
    // when
    var csv = file(MAY + ".csv", "text/csv");
    var pdf = file(MAY + ".pdf", "application/pdf");
    var zip = file(MAY + ".zip", "application/zip");
    // then
    assertThat(new String(csv, StandardCharsets.UTF_8))
        .contains(
            "2024-05,final,all,,8,7,2,2,1,2,0,1,0,0.7142,7,",
            "2024-05,final,person,ann@acme.example,3,3,2,1,0,0,0,0,0,1.0000,",
            ",eve@acme.example,111122223333,ec2,StopInstances,unapproved,acme-approver,nobody asked,");
    try (var pages = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(pages))
          .contains("Changes of 2024-05", "71.42 %", "Violations: 1", "nobody asked");
    }
    var signed = SignedZip.verified(zip, keys.published());
    assertThat(signed.files().keySet())
        .containsExactly("change-report-2024-05.pdf", "change-report-2024-05.csv");
    assertThat(signed.files().get("change-report-2024-05.csv")).isEqualTo(csv);
    var statement = signed.statement();
    assertThat(statement.tenant().id()).isEqualTo(tenant.value());
    assertThat(statement.tenant().slug()).isEqualTo("acme");
    assertThat(statement.kind()).isEqualTo("change-report");
    assertThat(statement.month()).isEqualTo(YearMonth.of(2024, 5));
    assertThat(statement.state()).isEqualTo("final");
    assertThat(statement.requester().role()).isEqualTo("viewer");
  }

  @Test
  void isProvisionalWhileTheMonthGoesOn() {
    // given
    var month = YearMonth.now(ZoneOffset.UTC);
    plant("StopInstances", "ann@acme.example", Instant.now());
    step();
    // then
    get("/change-reports/" + month)
        .body("state", equalTo("provisional"))
        .body("standing.pending", equalTo(1), "standing.changes", equalTo(1))
        .body("standing.needed", equalTo(0), "standing.share", nullValue())
        .body("requestToApproval.total", equalTo(0), "requestToApproval.median", nullValue());
  }

  @Test
  void saysHowManyNamesAndChangesItLeavesOut() {
    // given
    for (int i = 0; i < 130; i++) {
      plant("StopInstances", "p%03d@acme.example".formatted(i), NOON.plusSeconds(i));
    }
    step();
    // then
    get(MAY)
        .body("people.total", equalTo(130), "people.items", hasSize(100))
        .body("open.total", equalTo(130), "open.items", hasSize(100))
        .body("open.items[0].who", equalTo("p000@acme.example"))
        .body("violations.total", equalTo(0), "violations.items", hasSize(0));
    assertThat(new String(file(MAY + ".csv", "text/csv"), StandardCharsets.UTF_8))
        .contains("2024-05,final,person,(only 100 shown),,,,,,,,,,,,130,");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-13, must be a month",
    "2024-5, must be a month",
    "may, must be a month",
    "+12024-05, must be a month",
    "9999-12, has not begun"
  })
  void refusesWhatIsNoMonthOfThePast(String month, String reason) {
    for (var form : List.of("", ".csv", ".pdf", ".zip")) {
      as(Role.VIEWER)
          .get(path("/change-reports/" + month + form))
          .then()
          .statusCode(400)
          .body("type", equalTo("/problems/invalid-request"))
          .body("violations[0].field", equalTo("month"))
          .body("violations[0].reason", containsString(reason));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-01", "1969-12", "2024-01"})
  void hasNothingToTellOfMonthsWithoutChanges(String month) {
    get("/change-reports/" + month)
        .body(
            "standing.changes", equalTo(0), "state", equalTo("final"), "people.total", equalTo(0));
  }

  @Test
  void nothingOfItIsAnotherTenants() {
    // given
    plant("StopInstances", "ann@acme.example", NOON);
    step();
    // then
    for (var form : List.of("", ".csv", ".pdf", ".zip")) {
      as(grants.grant(GLOBEX, "globex", Role.TENANT_ADMIN))
          .get(path(MAY + form))
          .then()
          .statusCode(404);
    }
    as(grants.grant(Ids.tenantId(), "other", Role.VIEWER))
        .get("/v1/tenants/other" + MAY)
        .then()
        .statusCode(200)
        .body("standing.changes", equalTo(0));
  }

  // --- what it is of ---

  private String changeOf(String filter) {
    return get("/changes?" + filter).body("items", hasSize(1)).extract().path("items[0].id");
  }

  private void review(String change, Map<String, Object> body) {
    review(Role.APPROVER, change, body).statusCode(200);
  }

  private void rule(String session) {
    as(Role.TENANT_ADMIN)
        .body(
            Map.of(
                "kind", "automation",
                "name", "pipeline",
                "reason", "reviewed elsewhere",
                "scope",
                    Map.of(
                        "principals", List.of(Map.of("kind", "session-name", "pattern", session)))))
        .post(path("/change-rules"))
        .then()
        .statusCode(201);
  }

  private void approve(
      String id, int version, String state, String person, Instant start, Instant changedAt) {
    approve(id, version, state, person, start, changedAt, false);
  }

  private void approveEmergency(String id, String person, Instant start, Instant changedAt) {
    approve(id, 1, "approved", person, start, changedAt, true);
  }

  private void approve(
      String id,
      int version,
      String state,
      String person,
      Instant start,
      Instant changedAt,
      boolean isEmergency) {
    var who = Map.of("kind", "session-name", "pattern", person + "@acme.example");
    as(Role.APPROVER)
        .body(
            Map.of(
                "version",
                version,
                "state",
                state,
                "emergency",
                isEmergency,
                "window",
                Map.of("start", start.toString(), "end", start.plusSeconds(1800).toString()),
                "scope",
                Map.of("services", List.of("ec2"), "principals", List.of(who)),
                "changedAt",
                changedAt.toString()))
        .put(path("/approvals/servicenow/" + id))
        .then()
        .statusCode(Matchers.oneOf(200, 201));
  }

  private static String event(
      String name, String session, String role, String account, Instant time) {
    return """
        {"eventID": "%s", "eventTime": "%s", "awsRegion": "eu-central-1",
         "eventSource": "ec2.amazonaws.com", "eventName": "%s", "eventType": "AwsApiCall",
         "recipientAccountId": "%s", "readOnly": false, "managementEvent": true,
         "sessionCredentialFromConsole": "true", "userAgent": "Mozilla/5.0",
         "userIdentity": {"type": "AssumedRole", "accessKeyId": "ASIA%s",
           "arn": "arn:aws:sts::111122223333:assumed-role/%s/%s",
           "sessionContext": {"sessionIssuer": {"userName": "%s",
             "arn": "arn:aws:iam::111122223333:role/%s"}}},
         "requestParameters": {"instancesSet": {"items": [{"instanceId": "i-1"}]}}}"""
        .formatted(UUID.randomUUID(), time, name, account, session, role, session, role, role);
  }

  private byte[] file(String address, String mediaType) {
    return as(Role.VIEWER)
        .get(path(address))
        .then()
        .statusCode(200)
        .contentType(mediaType)
        .header("Content-Disposition", containsString("change-report-2024-05"))
        .extract()
        .asByteArray();
  }
}
