package io.tarn.demo.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.demo.activity.LabelledChange.Label;
import io.tarn.local.realm.DemoTenant;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A month of changes with labels.
class ChangeMonthTest {
  private static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");
  private static final int EVENTS = 20_000;
  private static final int TICKETS = 1_500;

  private final ChangeMonth month =
      new ChangeMonth(DemoTenant.ALL.getFirst(), FROM, 7, EVENTS, TICKETS);

  @Test
  void hasAsManyEventsAndApprovalsAsAskedFor() {
    assertThat(month.changes()).hasSize(EVENTS);
    assertThat(month.approvals()).hasSize(TICKETS);
    var ids = month.changes().stream().map(LabelledChange::eventId).collect(Collectors.toSet());
    assertThat(ids).hasSize(EVENTS);
  }

  @Test
  void tellsEveryStoryAndUsesEveryLabel() {
    var stories = new HashSet<TicketStory>();
    var labels = new HashSet<Label>();
    month.changes().forEach(change -> stories.add(change.story()));
    month.changes().forEach(change -> labels.add(change.label()));
    assertThat(stories).containsAll(Arrays.asList(TicketStory.values()));
    assertThat(labels).containsAll(Arrays.asList(Label.values()));
    var unapproved = month.changes().stream().filter(c -> c.label() == Label.UNAPPROVED).count();
    assertThat(unapproved).isBetween(400L, 4_000L);
  }

  @Test
  void repeatsItself() {
    var again = new ChangeMonth(DemoTenant.ALL.getFirst(), FROM, 7, EVENTS, TICKETS);
    assertThat(again.changes()).isEqualTo(month.changes());
    assertThat(again.approvals()).isEqualTo(month.approvals());
  }

  @Test
  void saysNothingOfLabelsInEvents() {
    assertThat(month.changes())
        .allSatisfy(
            change ->
                assertThat(change.json())
                    .doesNotContainIgnoringCase(change.label().name())
                    .doesNotContain("CHG"));
  }
}
