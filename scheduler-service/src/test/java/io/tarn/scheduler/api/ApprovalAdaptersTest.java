package io.tarn.scheduler.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tarn.scheduler.approval.RecordingListener;
import io.tarn.scheduler.approval.adapter.Payloads;
import io.tarn.service.gate.Role;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Adapters and what is delivered to them, with real signatures and a real database.
@QuarkusTest
@OnSchedulerParts
@WithTestResource(OtherServicesResource.class)
class ApprovalAdaptersTest extends AcmeSchedules {
  private static final String ADAPTERS = "/v1/tenants/acme/approval-adapters";
  private static final Map<String, Object> JIRA =
      Map.of(
          "fields", Map.of("windowStart", "customfield_10051", "windowEnd", "customfield_10052"));

  private final String mark = UUID.randomUUID().toString();

  @Inject RecordingListener listener;
  @Inject DataSource database;

  @Test
  void keepsChangesAndDeletesAnAdapter() {
    // given
    var made = made("servicenow", Map.of());
    var address = ADAPTERS + "/" + made.getString("id");

    // then
    assertThat(made.getString("secret")).startsWith("tarn_apsec_").hasSizeGreaterThan(40);
    assertThat(made.getString("path"))
        .endsWith("/approval-adapters/" + made.getString("id") + "/deliveries");
    as(Role.APPROVER).get(address).then().header("ETag", "\"1\"").body("secret", nullValue());
    as(Role.APPROVER)
        .get(ADAPTERS + "?limit=1000")
        .then()
        .body("items.id", hasItem(made.getString("id")), "items.secret", everyItem(nullValue()));

    // when
    var body = adapter("servicenow", Map.of("system", "change-desk"));
    asAdmin().body(body).put(address).then().statusCode(428);
    asAdmin().header("If-Match", "\"1\"").body(body).put(address).then().statusCode(200);
    var outdated = asAdmin().header("If-Match", "\"1\"").body(body).put(address).then();

    // then
    outdated.statusCode(412).body("type", equalTo("/problems/adapter-changed"));
    as(Role.APPROVER).get(address).then().body("settings.system", equalTo("change-desk"));
    asAdmin()
        .header("If-Match", "\"2\"")
        .body(adapter("team", Map.of()))
        .put(address)
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("kind"));
    asAdmin().header("If-Match", "\"1\"").delete(address).then().statusCode(412);
    asAdmin().header("If-Match", "\"2\"").delete(address).then().statusCode(204);
    as(Role.APPROVER).get(address).then().statusCode(404);
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    assertInvalid(Map.of("kind", "jira"), "settings.fields.windowStart");
    assertInvalid(
        settings("servicenow", "fields", Map.of("colour", "u_x")), "settings.fields.colour");
    assertInvalid(
        settings("servicenow", "fields", Map.of("accounts", "u x")), "settings.fields.accounts");
    assertInvalid(settings("github", "window", "P60D"), "settings.window");
    assertInvalid(settings("github", "window", "four hours"), "settings.window");
    assertInvalid(settings("team", "deployRole", "x"), "settings.deployRole");
    assertInvalid(
        settings("team", "defaultScope", Map.of("actions", List.of("Run"))),
        "settings.defaultScope.actions[0]");
    var name = adapter("team", Map.of());
    asAdmin().body(name).post(ADAPTERS).then().statusCode(201);
    asAdmin()
        .body(name)
        .post(ADAPTERS)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/name-taken"));
    as(Role.APPROVER).body(name).post(ADAPTERS).then().statusCode(403);
  }

  @Test
  void takesAChangeRequestOfServiceNow() {
    // given
    var adapter = made("servicenow", Map.of("fields", Map.of("principals", "u_principals")));
    var payload = Payloads.of("servicenow-change-request").put("number", "CHG" + mark);

    // when
    deliver(adapter, "servicenow", payload).then().statusCode(200).body("receipt", equalTo("new"));
    deliver(adapter, "servicenow", payload).then().body("receipt", equalTo("unchanged"));
    payload.put("sys_mod_count", "3").put("approval", "requested");
    deliver(adapter, "servicenow", payload)
        .then()
        .body("receipt", equalTo("older"), "currentVersion", equalTo(8));

    // then
    approval("servicenow", "CHG" + mark)
        .statusCode(200)
        .body(
            "current.state", equalTo("approved"),
            "current.version", equalTo(8),
            "current.requester", equalTo("Ann Miller"),
            "current.window.end", equalTo("2026-05-04T12:30:00Z"),
            "current.scope.actions", equalTo(List.of("ec2:*", "autoscaling:Update*")),
            "current.retrospective", equalTo(false),
            "versions", hasSize(2));
    assertThat(listener.of("CHG" + mark)).hasSize(2);
    deliveries(adapter)
        .body("items.outcome", equalTo(List.of("accepted", "accepted", "accepted")))
        .body("items[0].approval", equalTo("CHG" + mark), "items[0].version", equalTo(4));
  }

  @Test
  void takesAnIssueOfJira() {
    // given
    var fields =
        Map.of(
            "windowStart", "customfield_10051",
            "windowEnd", "customfield_10052",
            "accounts", "customfield_10060");
    var adapter = made("jira", Map.of("fields", fields));
    var payload = Payloads.of("jira-issue-updated");
    ((ObjectNode) payload.path("issue")).put("key", "CHM-" + mark);
    // when
    deliver(adapter, "jira", payload).then().statusCode(200).body("receipt", equalTo("new"));
    // then
    approval("jira", "CHM-" + mark)
        .body(
            "current.state",
            equalTo("approved"),
            "current.scope.accounts[0]",
            equalTo("111122223333"));
  }

  @Test
  void takesAMergedPullRequestOfGithub() {
    // given
    var adapter = made("github", Map.of("window", "PT90M", "deployRole", "github-deploy"));
    var payload = Payloads.of("github-pull-request-merged");
    ((ObjectNode) payload.path("repository")).put("full_name", "acme/" + mark);
    // when
    deliver(adapter, "github", payload).then().statusCode(200).body("receipt", equalTo("new"));
    // then
    approval("github", "acme." + mark + ".214")
        .body(
            "current.window.end", equalTo("2026-05-04T11:30:02Z"),
            "current.scope.principals[0].pattern", equalTo("github-deploy"),
            "current.retrospective", equalTo(false));

    // when
    ((ObjectNode) payload.path("pull_request")).put("merged", false);
    var answer = deliver(adapter, "github", payload);

    // then
    answer.then().statusCode(200).body("receipt", nullValue());
    deliveries(adapter).body("items[0].outcome", equalTo("ignored"));
  }

  @Test
  void takesARequestOfTeam() {
    // given
    var adapter = made("team", Map.of());
    var payload = Payloads.of("team-request").put("id", mark);
    // when
    deliver(adapter, "team", payload).then().statusCode(200).body("receipt", equalTo("new"));
    // then
    approval("team", mark)
        .body("current.scope.principals[0].pattern", startsWith("arn:*:sts::111122223333:"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"servicenow", "jira", "github", "team"})
  void answersWrongSignaturesAndAdaptersOfOthersTheSame(String kind) {
    // given
    var adapter = made(kind, kind.equals("jira") ? JIRA : Map.of());
    var secret = adapter.getString("secret");
    var body = "{}".getBytes(UTF_8);
    var unknown =
        signed(kind, secret, body).post(ADAPTERS + "/" + UUID.randomUUID() + "/deliveries");

    // when
    var wrong = signed(kind, "wrong", body).post(address(adapter));
    var unsigned = asWebhook().body(body).post(address(adapter));
    var foreign =
        signed(kind, secret, body, grants.grant(GLOBEX, "globex", Role.WEBHOOK))
            .post(address(adapter).replace("/acme/", "/globex/"));
    var noId = signed(kind, secret, body).post(ADAPTERS + "/x/deliveries");

    // then
    assertThat(unknown.statusCode()).isEqualTo(404);
    for (var answer : List.of(wrong, unsigned, foreign, noId)) {
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(withoutRequest(answer)).isEqualTo(withoutRequest(unknown));
    }
    deliveries(adapter)
        .body("items", hasSize(2), "items.outcome", everyItem(equalTo("rejected")))
        .body("items[0].reason", containsString("signature"));
  }

  @Test
  void takesOldSecretsForAWhileAndFillsNoLogWithRubbish() {
    // given
    var adapter = made("team", Map.of());
    var old = adapter.getString("secret");
    var body = Payloads.bytes(Payloads.of("team-request").put("id", mark));

    // when
    var rotated = asAdmin().post(ADAPTERS + "/" + adapter.getString("id") + "/secret").jsonPath();

    // then
    assertThat(rotated.getString("secret")).startsWith("tarn_apsec_").isNotEqualTo(old);
    signed("team", rotated.getString("secret"), body).post(address(adapter)).then().statusCode(200);
    signed("team", old, body).post(address(adapter)).then().statusCode(200);

    // when
    IntStream.range(0, 25).forEach(_ -> signed("team", "wrong", body).post(address(adapter)));

    // then
    deliveries(adapter).body("items.findAll { it.outcome == 'rejected' }", hasSize(10));
  }

  @Test
  void refusesOldRecordings() {
    // given
    var adapter = made("team", Map.of());
    var body = Payloads.bytes(Payloads.of("team-request").put("id", mark));
    var seconds = Long.toString(Instant.now().getEpochSecond() - 400);
    // when
    var answer =
        asWebhook()
            .header("X-Tarn-Timestamp", seconds)
            .header(
                "X-Tarn-Signature",
                Payloads.signature(adapter.getString("secret"), seconds + ".", body))
            .body(body)
            .post(address(adapter));
    // then
    answer.then().statusCode(404);
    approval("team", mark).statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({
    "duration, 0, duration",
    "accountId, 12, scope.accounts[0]",
    "startTime, tomorrow, startTime",
  })
  void saysWhatCannotBeRead(String field, String value, String place) {
    // given
    var adapter = made("team", Map.of());
    var payload = Payloads.of("team-request").put("id", mark).put(field, value);
    // when
    var answer = deliver(adapter, "team", payload);
    // then
    answer.then().statusCode(400).body("violations[0].field", equalTo(place));
    deliveries(adapter)
        .body("items[0].outcome", equalTo("rejected"), "items[0].reason", startsWith(place));
  }

  @Test
  void refusesAScopeThatFitsEverythingUnlessItIsMeant() {
    // given
    var careful = made("jira", JIRA);
    var bold = new HashMap<String, Object>(JIRA);
    bold.put("confirmation", "everything");
    bold.put("system", "jira-bold");
    var meant = made("jira", bold);
    var payload = Payloads.of("jira-issue-updated");
    ((ObjectNode) payload.path("issue")).put("key", "CHM-" + mark);
    // then
    deliver(careful, "jira", payload)
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("scope"));
    deliver(meant, "jira", payload).then().statusCode(200);
  }

  @Test
  void refusesOtherContentOfAVersionThatIsKnown() {
    // given
    var adapter = made("team", Map.of());
    var payload = Payloads.of("team-request").put("id", mark);
    deliver(adapter, "team", payload).then().statusCode(200);
    // when
    var answer = deliver(adapter, "team", payload.put("status", "rejected"));
    // then
    answer.then().statusCode(409).body("type", equalTo("/problems/approval-version-conflict"));
    deliveries(adapter)
        .body("items[0].outcome", equalTo("rejected"), "items[0].approval", equalTo(mark));
  }

  @Test
  void keepsSecretsSealedAndLetsNobodyElseDeliver() throws SQLException {
    // given
    var adapter = made("github", Map.of());
    var secret = adapter.getString("secret");
    // then
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select encode(sealed, 'escape') || settings::text from approval_adapters where id = ?::uuid")) {
      query.setString(1, adapter.getString("id"));
      try (var rows = query.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).doesNotContain(secret, "tarn_apsec_");
      }
    }
    asAdmin().body("{}").post(address(adapter)).then().statusCode(403);
    as(Role.WEBHOOK).get(address(adapter)).then().statusCode(403);
    as(Role.WEBHOOK).get("/v1/tenants/acme/approvals").then().statusCode(403);
  }

  @Test
  void boundsBodies() {
    // given
    var adapter = made("github", Map.of());
    var body = ("{\"x\":\"" + "x".repeat(1_048_576) + "\"}").getBytes(UTF_8);
    // when
    var answer = signed("github", adapter.getString("secret"), body).post(address(adapter));
    // then
    answer.then().statusCode(413).body("type", equalTo("/problems/too-large"));
  }

  private static Map<String, Object> settings(String kind, String name, Object value) {
    return Map.of("kind", kind, "settings", Map.of(name, value));
  }

  private void assertInvalid(Map<String, Object> fields, String place) {
    var body = new HashMap<String, Object>(Map.of("name", "invalid " + mark));
    body.putAll(fields);
    asAdmin()
        .body(body)
        .post(ADAPTERS)
        .then()
        .statusCode(400)
        .body("violations.field", hasItem(place));
  }

  private JsonPath made(String kind, Map<String, Object> settings) {
    return asAdmin()
        .body(adapter(kind, settings))
        .post(ADAPTERS)
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static Map<String, Object> adapter(String kind, Map<String, Object> settings) {
    return Map.of("name", kind + " " + UUID.randomUUID(), "kind", kind, "settings", settings);
  }

  private Response deliver(JsonPath adapter, String kind, ObjectNode payload) {
    return signed(kind, adapter.getString("secret"), Payloads.bytes(payload))
        .post(address(adapter));
  }

  private RequestSpecification signed(String kind, String secret, byte[] body) {
    return signed(kind, secret, body, grants.grant(ACME, "acme", Role.WEBHOOK));
  }

  private static RequestSpecification signed(
      String kind, String secret, byte[] body, String grant) {
    var seconds = Long.toString(Instant.now().getEpochSecond());
    var request = as(grant).body(body);
    return switch (kind) {
      case "github" ->
          request
              .header("X-GitHub-Event", "pull_request")
              .header("X-Hub-Signature-256", Payloads.signature(secret, "", body));
      case "jira" -> request.header("X-Hub-Signature", Payloads.signature(secret, "", body));
      default ->
          request
              .header("X-Tarn-Timestamp", seconds)
              .header("X-Tarn-Signature", Payloads.signature(secret, seconds + ".", body));
    };
  }

  private RequestSpecification asWebhook() {
    return as(Role.WEBHOOK);
  }

  private RequestSpecification asAdmin() {
    return as(Role.TENANT_ADMIN);
  }

  private static String address(JsonPath adapter) {
    return ADAPTERS + "/" + adapter.getString("id") + "/deliveries";
  }

  private ValidatableResponse approval(String system, String id) {
    return as(Role.VIEWER).get("/v1/tenants/acme/approvals/" + system + "/" + id).then();
  }

  private ValidatableResponse deliveries(JsonPath adapter) {
    return as(Role.APPROVER).get(address(adapter)).then().statusCode(200);
  }

  private static Map<String, Object> withoutRequest(Response answer) {
    var problem = new HashMap<>(answer.jsonPath().getMap("$"));
    problem.remove("requestId");
    var plain = new HashMap<String, Object>();
    problem.forEach((name, value) -> plain.put((String) name, value));
    return plain;
  }
}
