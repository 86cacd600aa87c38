package io.tarn.scheduler.ledger.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupingTest {
  private static final Duration GAP = Duration.ofMinutes(10);

  @Test
  void joinsChainsOfOneSessionAndResource() {
    // given
    var events =
        List.of(
            event("a", 0, "KEY1", "i-1"),
            event("b", 9, "KEY1", "i-1"),
            event("c", 18, "KEY1", "i-1"),
            event("d", 29, "KEY1", "i-1"),
            event("e", 1, "KEY2", "i-1"),
            event("f", 1, "KEY1", "i-2"));
    // when
    var groups = byEventId(events);
    // then
    assertThat(groups).containsEntry("b", "a").containsEntry("c", "a");
    assertThat(groups).containsEntry("d", "d").containsEntry("e", "e").containsEntry("f", "f");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void areTheSameInAnyOrderAndAsPairsSay(long seed) {
    // given
    var random = new Random(seed);
    var events = new ArrayList<ChangeEvent>();
    for (int n = 0; n < 60; n++) {
      events.add(
          event("e" + n, random.nextInt(400), "KEY" + random.nextInt(3), "i-" + random.nextInt(3)));
    }
    var expected = byPairs(events);
    Collections.shuffle(events, random);
    events.addAll(events.subList(0, 10));
    // when
    var groups = Grouping.groups(events, GAP);
    // then
    assertThat(groups).isEqualTo(expected);
  }

  /// The slow way: join whatever belongs together until nothing changes.
  private static Map<String, String> byPairs(List<ChangeEvent> events) {
    var groups = new HashMap<String, ChangeEvent>();
    events.forEach(e -> groups.put(e.changeId(), e));
    boolean hasChanged = true;
    while (hasChanged) {
      hasChanged = false;
      for (var one : events) {
        for (var other : events) {
          var isLinked = !Collections.disjoint(Grouping.links(one), Grouping.links(other));
          var earlier = groups.get(one.changeId());
          if (isLinked
              && Grouping.isNear(one, other, GAP)
              && Grouping.EARLIEST.compare(earlier, groups.get(other.changeId())) < 0) {
            groups.put(other.changeId(), earlier);
            hasChanged = true;
          }
        }
      }
    }
    var ids = new HashMap<String, String>();
    groups.forEach((id, first) -> ids.put(id, first.changeId()));
    return ids;
  }

  private static Map<String, String> byEventId(List<ChangeEvent> events) {
    var names = new HashMap<String, String>();
    events.forEach(e -> names.put(e.changeId(), e.eventId()));
    var groups = new HashMap<String, String>();
    Grouping.groups(events, GAP).forEach((id, g) -> groups.put(names.get(id), names.get(g)));
    return groups;
  }

  private static ChangeEvent event(String id, int minute, String key, String instance) {
    return EventFacts.of(
            """
            {"eventID": "%s", "eventTime": "2026-03-02T%02d:%02d:00Z",
             "eventSource": "ec2.amazonaws.com", "eventName": "ModifyInstance",
             "userIdentity": {"accessKeyId": "%s"},
             "requestParameters": {"instanceId": "%s"}}"""
                .formatted(id, 10 + minute / 60, minute % 60, key, instance),
            null)
        .orElseThrow();
  }
}
