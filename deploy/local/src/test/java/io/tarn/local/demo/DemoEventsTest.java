package io.tarn.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoEventsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant END = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void makesTheSameEventsForTheSameEnd() {
    // given
    var acme = DemoTenant.ALL.getFirst();
    // then
    assertThat(new DemoEvents(acme, END).ndjson()).isEqualTo(new DemoEvents(acme, END).ndjson());
  }

  @Test
  void answersTheThreeQuestionsForEachTenant() throws IOException {
    for (var tenant : DemoTenant.ALL) {
      // when
      var events = events(tenant);
      // then
      assertThat(events).hasSizeGreaterThanOrEqualTo(200);
      assertThat(events)
          .extracting(event -> event.path("eventName").asText())
          .contains("ExecuteCommand", "Invoke", "ConsoleLogin");
      assertThat(events)
          .anyMatch(event -> event.path("sessionCredentialFromConsole").asText().equals("true"));
    }
  }

  @Test
  void givesEachTenantItsOwnAccountsAndIds() throws IOException {
    // given
    var seen = new ArrayList<String>();
    for (var tenant : DemoTenant.ALL) {
      // when
      var events = events(tenant);
      // then
      assertThat(events)
          .allMatch(event -> tenant.accounts().contains(event.path("recipientAccountId").asText()));
      events.forEach(event -> seen.add(event.path("eventID").asText()));
    }
    assertThat(seen).doesNotHaveDuplicates();
  }

  private static List<JsonNode> events(DemoTenant tenant) throws IOException {
    var events = new ArrayList<JsonNode>();
    for (var line : new DemoEvents(tenant, END).ndjson().lines().toList()) {
      events.add(JSON.readTree(line));
    }
    return events;
  }
}
