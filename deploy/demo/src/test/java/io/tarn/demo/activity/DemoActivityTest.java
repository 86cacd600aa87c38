package io.tarn.demo.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.local.realm.DemoTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoActivityTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant FROM = Instant.parse("2026-02-02T00:00:00Z");
  private static final DemoTenant ACME = DemoTenant.ALL.getFirst();

  @ParameterizedTest
  @CsvSource({
    "0, P1D",
    "1, P1D",
    "999, P1D",
    "1000, PT1H",
    "5003, PT1H",
    "5003, P1D",
    "9000, P40D"
  })
  void makesAsManyEventsAsOrdered(long events, Duration window) {
    // when
    var made = activity(events, 1, window).events();
    // then
    assertThat(made).hasSize((int) events);
  }

  @Test
  void makesTheSameEventsForTheSameOrder() {
    // when
    var first = activity(3000, 1, DemoRequest.DAILY).events().toList();
    // then
    assertThat(activity(3000, 1, DemoRequest.DAILY).events()).isEqualTo(first);
    assertThat(activity(3000, 2, DemoRequest.DAILY).events()).isNotEqualTo(first);
  }

  @Test
  void makesEachSliceAlone() {
    // given
    var activity = activity(3000, 1, DemoRequest.DAILY);
    var slices = activity.windows().flatMap(window -> window.slices().stream()).toList();
    var inOrder = slices.stream().map(activity::events).toList();
    // when
    var backwards = slices.reversed().stream().map(activity::events).toList();
    // then
    assertThat(backwards.reversed()).isEqualTo(inOrder);
  }

  @Test
  void keepsEachEventInsideItsSlice() {
    // given
    var activity = activity(8000, 1, DemoRequest.HOURLY);
    // then
    activity.windows().flatMap(window -> window.slices().stream()).forEach(s -> check(activity, s));
  }

  private static void check(DemoActivity activity, Slice slice) {
    for (var event : activity.events(slice)) {
      var json = read(event);
      var time = Instant.parse(json.path("eventTime").asText());
      assertThat(time.getEpochSecond()).isEqualTo(event.second());
      assertThat(time).isBetween(slice.from(), slice.to().minusSeconds(1));
      assertThat(json.path("recipientAccountId").asText()).isEqualTo(slice.account());
      assertThat(json.path("awsRegion").asText()).isEqualTo(slice.region());
    }
  }

  @Test
  void writesWholeRecordsWithIdsOfTheirOwn() {
    // when
    var events = json(activity(6000, 1, DemoRequest.DAILY));
    // then
    assertThat(events).extracting(e -> e.path("eventID").asText()).doesNotHaveDuplicates();
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.at("/userIdentity/type").asText()).isNotEmpty();
              assertThat(event.path("eventSource").asText()).endsWith(".amazonaws.com");
              assertThat(event.path("sourceIPAddress").asText()).isNotEmpty();
              assertThat(event.path("userAgent").asText()).isNotEmpty();
              assertThat(event.path("readOnly").isBoolean()).isTrue();
              assertThat(event.has("requestParameters")).isTrue();
              assertThat(event.path("managementEvent").asBoolean())
                  .isEqualTo(event.path("eventCategory").asText().equals("Management"));
            });
  }

  @Test
  void tellsOfPeopleMachinesRefusalsAndAnIncident() {
    // when
    var events = json(activity(20_000, 1, DemoRequest.DAILY));
    // then
    assertThat(events)
        .extracting(event -> event.path("eventName").asText())
        .contains(
            "ConsoleLogin", "ExecuteCommand", "Invoke", "UpdateStack", "GetObject", "Decrypt");
    assertThat(events)
        .extracting(event -> event.path("errorCode").asText())
        .contains("AccessDenied", "TooManyRequestsException", "Client.UnauthorizedOperation");
    assertThat(events)
        .filteredOn(event -> event.path("sourceIPAddress").asText().equals("203.0.113.66"))
        .hasSize(Incident.SIZE);
    assertThat(placesOf(events)).hasSize(ACME.accounts().size() * Estate.REGIONS.size());
  }

  @Test
  void letsPeopleWorkOnWeekdaysByDay() {
    // when
    var signIns =
        json(activity(30_000, 1, DemoRequest.DAILY)).stream()
            .filter(event -> event.path("eventName").asText().equals("ConsoleLogin"))
            .map(event -> Instant.parse(event.path("eventTime").asText()).atOffset(ZoneOffset.UTC))
            .toList();
    // then
    var byDay =
        signIns.stream()
            .filter(
                at -> at.getDayOfWeek().getValue() < 6 && at.getHour() >= 6 && at.getHour() < 19)
            .count();
    assertThat(byDay).isGreaterThan(signIns.size() * 3L / 4);
  }

  /// The ground truth is set by the generator; this test compares it with the events.
  @Test
  void saysWhatTheEventsSay() {
    for (var event : activity(10_000, 1, DemoRequest.DAILY).events().toList()) {
      var json = read(event);
      switch (event.fact()) {
        case Fact.CommandRun run -> {
          assertThat(json.path("eventName").asText()).isEqualTo("ExecuteCommand");
          assertThat(json.path("errorCode").isMissingNode()).isTrue();
          assertThat(json.at("/requestParameters/command").asText()).isEqualTo(run.command());
          assertThat(json.at("/userIdentity/arn").asText()).isEqualTo(run.who());
        }
        case Fact.ConsoleChange change -> {
          assertThat(json.path("sessionCredentialFromConsole").asText()).isEqualTo("true");
          assertThat(json.path("readOnly").asBoolean()).isFalse();
          assertThat(json.path("eventName").asText()).isEqualTo(change.action());
        }
        case Fact.Invocation call -> {
          assertThat(json.path("eventName").asText()).isEqualTo("Invoke");
          assertThat(json.at("/requestParameters/functionName").asText())
              .isEqualTo(call.function());
        }
        case null -> assertThat(isAnswerToAQuestion(json)).as(json.toString()).isFalse();
      }
    }
  }

  private static boolean isAnswerToAQuestion(JsonNode event) {
    var isChange =
        event.path("sessionCredentialFromConsole").asText().equals("true")
            && !event.path("readOnly").asBoolean();
    return !event.has("errorCode")
        && (isChange
            || Set.of("ExecuteCommand", "Invoke").contains(event.path("eventName").asText()));
  }

  private static Set<String> placesOf(List<JsonNode> events) {
    var regions = new HashSet<String>();
    events.forEach(
        event ->
            regions.add(
                event.path("recipientAccountId").asText() + event.path("awsRegion").asText()));
    return regions;
  }

  private static DemoActivity activity(long events, long seed, Duration window) {
    var to = FROM.plus(Duration.ofDays(20));
    return new DemoActivity(ACME, new DemoRequest(events, seed, FROM, to, window));
  }

  private static List<JsonNode> json(DemoActivity activity) {
    return activity.events().map(DemoActivityTest::read).toList();
  }

  private static JsonNode read(DemoEvent event) {
    try {
      return JSON.readTree(event.json());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
