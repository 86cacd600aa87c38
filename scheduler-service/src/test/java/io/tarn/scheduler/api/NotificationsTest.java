package io.tarn.scheduler.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.tarn.scheduler.notification.SignatureVerifier;
import io.tarn.service.gate.Role;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Notifications from the end of a run to the receiver, with the real pulse of the service, a real
/// mail server and a receiver of webhooks.
@QuarkusTest
@OnSchedulerParts
@WithTestResource(OtherServicesResource.class)
@WithTestResource(ReceiversResource.class)
class NotificationsTest extends AcmeSchedules {
  private static final String CHANNELS = "/v1/tenants/acme/notification-channels";

  private final String mark = UUID.randomUUID().toString();

  @Inject DataSource database;

  private String receiver;

  @BeforeEach
  void find() {
    // Not injected: all other tests start the service without it.
    receiver = ConfigProvider.getConfig().getValue("test.receiver", String.class);
  }

  @Test
  void tellsEachChannelOnceOfTheEndOfARun() {
    // given
    var webhook = made("webhook", "/ok/" + mark);
    var slack = made("slack", "/ok/slack-" + mark);
    var mail = madeMail();
    var schedule = scheduleTelling("SELECT 1", Stream.of(webhook, slack, mail), "always", "rows");

    // when
    var run = runNow(schedule);

    // then
    var event = awaitReceived("/ok/" + mark, 1).getFirst();
    var body = event.get("body").getBytes(StandardCharsets.UTF_8);
    assertThat(
            SignatureVerifier.verifies(
                event.get("signature"), body, webhook.getString("secret"), Instant.now()))
        .isTrue();
    assertThat(event.get("type")).startsWith("application/cloudevents+json");
    var told = JsonPath.from(event.get("body"));
    assertThat(told.getString("specversion")).isEqualTo("1.0");
    assertThat(told.getString("type")).isEqualTo("dev.tarn.run.succeeded.v1");
    assertThat(told.getString("subject")).isEqualTo("runs/" + run);
    assertThat(told.getInt("data.rowCount")).isEqualTo(7);
    assertThat(told.getList("data.notifiedFor")).containsExactly("always", "rows");
    var link = "https://tarn.example/t/" + ACME + "/schedules/" + schedule + "/runs/" + run;
    assertThat(told.getString("data.link")).isEqualTo(link);
    assertThat(awaitReceived("/ok/slack-" + mark, 1).getFirst().get("body"))
        .contains(name + ": succeeded", "|Open in the console>", link);
    assertThat(awaitMail()).contains("Rows: 7", "Message-ID: <" + delivery(mail, "id") + "@tarn");
    for (var channel : List.of(webhook, slack, mail)) {
      awaitDelivery(channel, "delivered").body("items", hasSize(1), "items[0].run", equalTo(run));
    }
    assertThat(delivery(webhook, "id")).isEqualTo(told.getString("id"));
    assertThat(received("/ok/" + mark)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"twice, 3, 200", "throttled, 2, 204", "huge, 1, 200"})
  void deliversTheSameAgainUntilItIsTaken(String kind, int attempts, int status) {
    // given
    var path = "/" + kind + "/" + mark;
    var channel = made("webhook", path);
    // when
    runNow(scheduleTelling("SELECT 1", Stream.of(channel), "always"));
    // then
    awaitDelivery(channel, "delivered")
        .body("items[0].attempts", equalTo(attempts), "items[0].statusCode", equalTo(status));
    var bodies = received(path).stream().map(all -> all.get("body")).toList();
    assertThat(bodies).hasSize(attempts).containsOnly(bodies.getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "gone, 1, 410, The receiver answers 410.",
    "redirect, 1, 307, 'The receiver redirects, which is not followed.'",
    "slow, 3, , The receiver does not answer in time."
  })
  void givesUpAndSaysWhy(String kind, int attempts, Integer status, String problem) {
    // given
    var channel = made("webhook", "/" + kind + "/" + mark);
    // when
    runNow(scheduleTelling("SELECT 1", Stream.of(channel), "always"));
    // then
    awaitDelivery(channel, "failed")
        .body("items[0].attempts", equalTo(attempts), "items[0].problem", equalTo(problem))
        .body("items[0].statusCode", status == null ? nullValue() : equalTo(status));
    assertThat(received("/" + kind + "/" + mark)).hasSize(attempts);
    assertThat(received("/ok/" + mark)).isEmpty();
  }

  @Test
  void tellsOfFailuresAndOfTheFirstSuccessAfterThem() throws SQLException {
    // given
    var channel = made("webhook", "/ok/" + mark);
    var schedule = scheduleTelling("SELECT bad", Stream.of(channel), "failed", "recovered");

    // when
    ended(schedule, runNow(schedule)).body("state", equalTo("failed"));
    setStatement(schedule, "SELECT 1");
    ended(schedule, runNow(schedule)).body("state", equalTo("succeeded"));
    ended(schedule, runNow(schedule)).body("state", equalTo("succeeded"));

    // then
    var told = awaitReceived("/ok/" + mark, 2).stream().map(all -> JsonPath.from(all.get("body")));
    assertThat(told.map(event -> event.getString("type") + event.getList("data.notifiedFor")))
        .containsExactly("dev.tarn.run.failed.v1[failed]", "dev.tarn.run.succeeded.v1[recovered]");
    awaitDelivery(channel, "delivered").body("items", hasSize(2));
  }

  @Test
  void tellsWhenTheAlertFiresAndWhenItsScheduleHasPaused() {
    // given
    var channel = made("slack", "/ok/" + mark);
    var firing =
        created(
            with(
                "output",
                Map.of(
                    "alert", Map.of("of", "rows", "operator", ">", "value", 3),
                    "notifications", List.of(Map.of("channel", id(channel), "when", "firing")))));
    runNow(firing);
    awaitReceived("/ok/" + mark, 1);
    var other = new java.util.HashMap<>(with("name", name + " 2", "statement", "SELECT bad"));
    other.put("policies", Map.of("pauseAfterFailures", 1));
    other.put(
        "output",
        Map.of("notifications", List.of(Map.of("channel", id(channel), "when", "failed"))));

    // when
    runNow(created(other));

    // then
    var texts =
        awaitReceived("/ok/" + mark, 2).stream()
            .map(all -> JsonPath.from(all.get("body")).getString("text"));
    assertThat(texts).containsExactly(name + ": alert is firing", name + " 2: paused (failures)");
  }

  @Test
  void showsSecretsOnceAndToNobodyElse() throws SQLException {
    // given
    var webhook = made("webhook", "/ok/" + mark + "?token=query-secret");
    var slack = made("slack", "/gone/T000-path-secret-" + mark);
    var secret = webhook.getString("secret");
    asAdmin().post(CHANNELS + "/" + id(slack) + "/test").then().body("statusCode", equalTo(410));
    asAdmin().post(CHANNELS + "/" + id(webhook) + "/test").then().body("delivered", equalTo(true));

    // when
    var shown = new StringBuilder();
    for (var channel : List.of(webhook, slack)) {
      for (var path : List.of("", "/deliveries")) {
        shown.append(as(Role.VIEWER).get(CHANNELS + "/" + id(channel) + path).asString());
        shown.append(asAdmin().get(CHANNELS + "/" + id(channel) + path).asString());
      }
    }
    shown.append(asAnalyst().get(CHANNELS + "?limit=1000").asString());

    // then
    assertThat(secret).startsWith("tarn_whsec_").hasSizeGreaterThan(40);
    assertThat(slack.getString("secret")).isNull();
    assertThat(shown.toString())
        .contains(receiver + "/ok/" + mark + "?…", receiver + "/…", "answers 410")
        .doesNotContain("query-secret", "path-secret", secret, "tarn_whsec_");
    assertThat(stored()).doesNotContain("query-secret", "path-secret", secret);
    assertThat(received("/ok/" + mark).getFirst().get("query")).isEqualTo("token=query-secret");
  }

  @Test
  void signsWithBothSecretsAfterARotation() {
    // given
    var channel = made("webhook", "/ok/" + mark);
    var before = channel.getString("secret");
    // when
    String after =
        asAdmin().post(CHANNELS + "/" + id(channel) + "/secret").then().extract().path("secret");
    asAdmin().post(CHANNELS + "/" + id(channel) + "/test").then().body("delivered", equalTo(true));
    // then
    var event = received("/ok/" + mark).getFirst();
    var body = event.get("body").getBytes(StandardCharsets.UTF_8);
    assertThat(List.of(before, after, "tarn_whsec_other"))
        .extracting(
            secret ->
                SignatureVerifier.verifies(event.get("signature"), body, secret, Instant.now()))
        .containsExactly(true, true, false);
    asAdmin()
        .post(CHANNELS + "/" + id(made("slack", "/ok/s")) + "/secret")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/channel-not-signed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example.com/x",
        "https://localhost/x",
        "https://127.0.0.1/x",
        "https://2130706433/x",
        "https://[::1]/x",
        "https://[::ffff:169.254.169.254]/x",
        "https://169.254.169.254/latest/meta-data",
        "https://100.100.100.200/x",
        "https://10.0.0.1/x",
        "http://10.1.1.1/listed-but-in-no-network",
        "https://192.168.1.1/x",
        "https://[fd00:ec2::254]/x",
        "https://0.0.0.0/x",
        "https://user:secret@8.8.8.8/x",
        "https://8.8.8.8/x#fragment",
        "ftp://8.8.8.8/x",
        "file:///etc/passwd",
        "https:///x",
        "https:opaque",
        "https://no-such-host.invalid/x",
        "not an address"
      })
  void refusesAddressesThatNothingMayBeSentTo(String url) {
    // when
    var answer = save(Map.of("name", name, "kind", "webhook", "url", url));
    // then
    answer
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-request"))
        .body("violations.field", hasItem("url"));
    assertThat(answer.extract().asString()).doesNotContain("secret@");
  }

  static Stream<Map<String, Object>> wrongChannels() {
    return Stream.of(
        Map.of("kind", "webhook"),
        Map.of("kind", "carrier-pigeon", "url", "https://8.8.8.8/"),
        Map.of("kind", "email"),
        Map.of("kind", "email", "addresses", List.of()),
        Map.of("kind", "email", "addresses", List.of("ann@example.com", "ann@example.com")),
        Map.of("kind", "email", "addresses", List.of("ann@example.com\r\nBcc: eve@example.com")),
        Map.of("kind", "email", "addresses", List.of("ann@example.com,eve@example.com")),
        Map.of("kind", "email", "addresses", List.of("Ann <ann@example.com>")),
        Map.of("kind", "email", "addresses", List.of("ann@example.com"), "url", "https://8.8.8.8"),
        Map.of("kind", "slack", "url", "https://8.8.8.8/", "addresses", List.of("a@b.example")),
        Map.of(
            "kind", "email", "name", "a\r\nBcc: eve@example.com", "addresses", List.of("a@b.c")));
  }

  @ParameterizedTest
  @MethodSource("wrongChannels")
  void refusesChannelsThatMakeNoSense(Map<String, Object> channel) {
    var body = new java.util.HashMap<>(channel);
    body.putIfAbsent("name", name);
    save(body).statusCode(400).body("type", equalTo("/problems/invalid-request"));
  }

  @Test
  void refusesASchedulesNameThatWouldBeAHeader() {
    asAnalyst()
        .body(with("name", "a\r\nBcc: eve@example.com"))
        .post(path())
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("name"));
  }

  @Test
  void changesAChannelAndKeepsItsAddressAndSecret() {
    // given
    var channel = made("webhook", "/ok/" + mark);
    // when
    asAdmin()
        .body(Map.of("name", name + " changed", "kind", "webhook"))
        .put(CHANNELS + "/" + id(channel))
        .then()
        .statusCode(200)
        .body("name", equalTo(name + " changed"), "secret", nullValue())
        .body("url", equalTo(receiver + "/ok/" + mark));
    // then
    asAdmin().post(CHANNELS + "/" + id(channel) + "/test").then().body("delivered", equalTo(true));
    var event = received("/ok/" + mark).getFirst();
    var body = event.get("body").getBytes(StandardCharsets.UTF_8);
    assertThat(
            SignatureVerifier.verifies(
                event.get("signature"), body, channel.getString("secret"), Instant.now()))
        .isTrue();
    asAdmin()
        .body(Map.of("name", name, "kind", "email", "addresses", List.of("a@b.example")))
        .put(CHANNELS + "/" + id(channel))
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("kind"));
  }

  @Test
  void hidesChannelsOfOtherTenants() {
    // given
    var own = id(made("webhook", "/ok/" + mark));
    var foreign = grants.grant(GLOBEX, "globex", Role.TENANT_ADMIN);
    var address = "/v1/tenants/globex/notification-channels/" + own;
    var body = Map.of("name", name, "kind", "webhook", "url", receiver + "/ok/stolen");

    // then
    as(foreign).get(address).then().statusCode(404).body("type", equalTo("/problems/not-found"));
    as(foreign).get(address + "/deliveries").then().statusCode(404);
    as(foreign).body(body).put(address).then().statusCode(404);
    as(foreign).post(address + "/test").then().statusCode(404);
    as(foreign).post(address + "/secret").then().statusCode(404);
    as(foreign).delete(address).then().statusCode(404);
    as(foreign)
        .get("/v1/tenants/globex/notification-channels")
        .then()
        .body("items.id", not(hasItem(own)));
    as(foreign)
        .body(telling("SELECT 1", Stream.of(own), "always"))
        .post("/v1/tenants/globex/schedules")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("output.notifications[0].channel"));
    assertThat(received("/ok/" + mark)).isEmpty();
  }

  @Test
  void letsOnlyThoseWhoMayWriteChannels() {
    var channel = CHANNELS + "/" + id(made("webhook", "/ok/" + mark));
    for (var role : List.of(Role.ANALYST, Role.VIEWER)) {
      var body = Map.of("name", name, "kind", "webhook", "url", receiver + "/x");
      as(role).get(channel).then().statusCode(200);
      as(role).body(body).post(CHANNELS).then().statusCode(403);
      as(role).body(body).put(channel).then().statusCode(403);
      as(role).post(channel + "/test").then().statusCode(403);
      as(role).post(channel + "/secret").then().statusCode(403);
      as(role).delete(channel).then().statusCode(403);
    }
  }

  @Test
  void tellsADeletedChannelNothing() {
    // given
    var gone = made("webhook", "/ok/gone-" + mark);
    var stays = made("webhook", "/ok/" + mark);
    var schedule = scheduleTelling("SELECT 1", Stream.of(gone, stays), "always");
    asAdmin().delete(CHANNELS + "/" + id(gone)).then().statusCode(204);
    // when
    ended(schedule, runNow(schedule)).body("state", equalTo("succeeded"));
    // then
    awaitReceived("/ok/" + mark, 1);
    assertThat(received("/ok/gone-" + mark)).isEmpty();
    asAdmin().get(CHANNELS + "/" + id(gone)).then().statusCode(404);
  }

  @Test
  void refusesNotificationsThatNeedMore() {
    var channel = id(made("webhook", "/ok/" + mark));
    for (var when : List.of("changed", "firing")) {
      asAnalyst()
          .body(telling("SELECT 1", Stream.of(channel), when))
          .post(path())
          .then()
          .statusCode(400)
          .body("violations[0].field", equalTo("output.notifications[0].when"));
    }
  }

  private String stored() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "select string_agg(c::text, ' ') || coalesce((select string_agg(n::text, ' ')"
                    + " from notifications n), '') from notification_channels c")) {
      found.next();
      return found.getString(1);
    }
  }

  private void setStatement(String schedule, String statement) throws SQLException {
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement(
                "update schedules set query = jsonb_set(query, '{statement}', to_jsonb(?::text))"
                    + " where id = ?")) {
      update.setString(1, statement);
      update.setObject(2, UUID.fromString(schedule));
      update.executeUpdate();
    }
  }

  private JsonPath made(String kind, String path) {
    var body =
        Map.<String, Object>of(
            "name", "channel " + UUID.randomUUID(), "kind", kind, "url", receiver + path);
    return save(body).statusCode(201).header("Location", notNullValue()).extract().jsonPath();
  }

  private JsonPath madeMail() {
    var body =
        Map.<String, Object>of(
            "name",
            "mail " + mark,
            "kind",
            "email",
            "addresses",
            List.of("ann@example.com", mark + "@example.com"));
    return save(body).statusCode(201).body("url", nullValue()).extract().jsonPath();
  }

  private ValidatableResponse save(Map<String, Object> body) {
    return asAdmin().body(body).post(CHANNELS).then();
  }

  private io.restassured.specification.RequestSpecification asAdmin() {
    return as(Role.TENANT_ADMIN);
  }

  private static String id(JsonPath channel) {
    return channel.getString("id");
  }

  private String scheduleTelling(String statement, Stream<JsonPath> channels, String... whens) {
    return created(telling(statement, channels.map(NotificationsTest::id), whens));
  }

  private Map<String, Object> telling(String statement, Stream<String> channels, String... whens) {
    var notifications =
        channels
            .flatMap(
                channel -> Stream.of(whens).map(when -> Map.of("channel", channel, "when", when)))
            .toList();
    return with("statement", statement, "output", Map.of("notifications", notifications));
  }

  private ValidatableResponse awaitDelivery(JsonPath channel, String state) {
    var address = CHANNELS + "/" + id(channel) + "/deliveries";
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> asAnalyst().get(address).then().body("items[0].state", equalTo(state)));
    return asAnalyst().get(address).then();
  }

  private String delivery(JsonPath channel, String field) {
    return asAnalyst()
        .get(CHANNELS + "/" + id(channel) + "/deliveries")
        .then()
        .extract()
        .path("items[0]." + field);
  }

  private List<Map<String, String>> awaitReceived(String path, int count) {
    await().atMost(PATIENCE).until(() -> received(path).size() >= count);
    return received(path);
  }

  private List<Map<String, String>> received(String path) {
    return given().get(receiver + "/received" + path).then().extract().jsonPath().getList("");
  }

  private String awaitMail() {
    await().atMost(PATIENCE).until(() -> !mails().isEmpty());
    assertThat(mails()).hasSize(2).allMatch(mail -> mail.contains("To: ann@example.com"));
    return mails().getFirst();
  }

  private List<String> mails() {
    return given().get(receiver + "/mails").then().extract().jsonPath().<String>getList("").stream()
        .filter(mail -> mail.contains(mark))
        .toList();
  }
}
