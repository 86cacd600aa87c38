package io.tarn.scheduler.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tarn.scheduler.api.OnSchedulerParts;
import io.tarn.scheduler.api.OtherServicesResource;
import io.tarn.scheduler.api.ReceiversResource;
import io.tarn.service.gate.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Channels are told of changes that are unapproved or emergencies, and when that is over: once
/// for what belongs together, and nothing of what is old.
@QuarkusTest
@OnSchedulerParts
@WithTestResource(OtherServicesResource.class)
@WithTestResource(ReceiversResource.class)
class ChangeAlertsTest extends PlantedChanges {
  private final Instant lately =
      Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
  private final String address = "/ok/" + UUID.randomUUID();

  private String channel;

  @BeforeEach
  void tellAChannel() {
    var url = ConfigProvider.getConfig().getValue("test.receiver", String.class) + address;
    channel =
        as(Role.TENANT_ADMIN)
            .body(Map.of("name", "changes", "kind", "webhook", "url", url))
            .post(path("/notification-channels"))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    change(Map.of("waitingTime", "PT0S", "channels", List.of(channel)));
  }

  @Test
  void tellsOnceOfChangesThatBelongTogetherAndWhenTheyAreResolved() {
    // given
    var first = plant("StopInstances", "ann@acme.example", lately);
    plant("StartInstances", "ann@acme.example", lately.plusSeconds(60));
    // when
    step();
    plant("RebootInstances", "ann@acme.example", lately.plusSeconds(90));
    step();
    // then
    var told = received(1).getFirst();
    assertThat(told.getString("type")).isEqualTo("dev.tarn.change.unapproved.v1");
    assertThat(told.getString("source")).isEqualTo("/v1/tenants/" + tenant + "/changes");
    assertThat(told.getString("data.change.eventId")).isEqualTo(first);
    assertThat(told.getString("data.change.who")).isEqualTo("ann@acme.example");
    assertThat(told.getString("data.change.verdict")).isEqualTo("unapproved");
    assertThat(told.getInt("data.openChanges")).isEqualTo(2);
    String change = changes("?who=ann").extract().path("items[2].id");
    assertThat(told.getString("subject")).isEqualTo("changes/" + change);
    assertThat(told.getString("data.link")).endsWith("/t/" + tenant + "/changes/" + change);
    // when
    review(
            Role.APPROVER,
            change,
            Map.of("decision", "accept", "reason", "Agreed by phone", "group", true))
        .statusCode(200);
    // then
    var resolved = received(2).getLast();
    assertThat(resolved.getString("type")).isEqualTo("dev.tarn.change.resolved.v1");
    assertThat(resolved.getInt("data.openChanges")).isZero();
    assertThat(resolved.getInt("data.changes")).isEqualTo(3);
    assertThat(resolved.getString("data.change.review")).isEqualTo("accepted");
    deliveries().body("items", hasSize(2), "items.change", equalTo(List.of(change, change)));
  }

  @Test
  void tellsThatALateApprovalResolvesIt() {
    // given
    plant("StopInstances", "bob@acme.example", lately);
    step();
    received(1);
    // when
    approve(
        "CHG9", 1, "approved", lately.plusSeconds(60), "bob@acme.example", lately.minusSeconds(60));
    step();
    step();
    // then
    var resolved = received(2).getLast();
    assertThat(resolved.getString("type")).isEqualTo("dev.tarn.change.resolved.v1");
    assertThat(resolved.getString("data.change.approvalId")).isEqualTo("CHG9");
    deliveries().body("items", hasSize(2));
  }

  @Test
  void takesGroupsThatJoinLaterForOne() {
    // given
    plant("StopInstances", "ann@acme.example", lately);
    plant("StartInstances", "ann@acme.example", lately.plusSeconds(900));
    step();
    received(2);
    // when
    plant("RebootInstances", "ann@acme.example", lately.plusSeconds(450));
    step();
    String change = changes("").extract().path("items[0].id");
    review(
            Role.APPROVER,
            change,
            Map.of("decision", "accept", "reason", "Agreed by phone", "group", true))
        .statusCode(200);
    // then
    var resolved = received(3).getLast();
    assertThat(resolved.getString("type")).isEqualTo("dev.tarn.change.resolved.v1");
    assertThat(resolved.getInt("data.changes")).isEqualTo(3);
    deliveries().body("items", hasSize(3));
  }

  @Test
  void tellsNothingOfWhatIsOldOrApprovedOrStillWaits() {
    // given
    approve("CHG1", 1, "approved", lately.minusSeconds(600), "ann@acme.example", lately);
    plant("StopInstances", "ann@acme.example", lately.plusSeconds(1));
    plant("StopInstances", "old@acme.example", lately.minus(Duration.ofDays(2)));
    // when
    step();
    change(Map.of("waitingTime", "PT12H"));
    plant("StopInstances", "eve@acme.example", lately);
    step();
    // then
    changes("").body("items.verdict", equalTo(List.of("approved", "pending", "unapproved")));
    deliveries().body("items", hasSize(0));
  }

  @Test
  void refusesChannelsThatTheTenantHasNot() {
    var known = get("/change-settings").extract();
    var settings = known.<Map<String, Object>>path("");
    settings.put("channels", List.of(channel, channel, UUID.randomUUID().toString()));
    as(Role.TENANT_ADMIN)
        .header("If-Match", known.header("ETag"))
        .body(settings)
        .put(path("/change-settings"))
        .then()
        .statusCode(400)
        .body(
            "violations.field", equalTo(List.of("channels[1]", "channels[2]")),
            "violations.reason", equalTo(List.of("is named before", "is no channel here")));
  }

  private io.restassured.response.ValidatableResponse deliveries() {
    return as(Role.ANALYST)
        .get(path("/notification-channels/" + channel + "/deliveries"))
        .then()
        .statusCode(200);
  }

  /// What the receiver got, once that is so many.
  private List<JsonPath> received(int count) {
    var base = ConfigProvider.getConfig().getValue("test.receiver", String.class);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> given().get(base + "/received" + address).jsonPath().getList("").size() >= count);
    return given()
        .get(base + "/received" + address)
        .jsonPath()
        .<Map<String, String>>getList("")
        .stream()
        .map(all -> JsonPath.from(all.get("body")))
        .toList();
  }
}
