package io.tarn.scheduler.ledger.change;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Which changes belong together: those of one session about one resource (or one service, where
/// they name no resource) that are at most a gap apart, and all that are joined by such pairs. A
/// group has the id of its earliest change. The order in which changes come does not matter.
public final class Grouping {
  /// The earliest of a group, the same for all who look.
  public static final Comparator<ChangeEvent> EARLIEST =
      Comparator.comparing(ChangeEvent::time).thenComparing(ChangeEvent::changeId);

  private static final int MOST_LINKS = 50;

  private Grouping() {}

  /// What a change can be joined by, as digests: the session with each resource, or the service.
  public static Set<UUID> links(ChangeEvent event) {
    var session = event.caller().session();
    var things =
        event.resources().isEmpty()
            ? List.of("service " + event.eventSource())
            : event.resources().stream().limit(MOST_LINKS).map(r -> "is " + r.name()).toList();
    return things.stream().map(thing -> digest(session + "\n" + thing)).collect(Collectors.toSet());
  }

  private static UUID digest(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The group of each change, by change id.
  public static Map<String, String> groups(Collection<ChangeEvent> events, Duration gap) {
    var sorted = events.stream().sorted(EARLIEST).toList();
    var parents = new HashMap<String, String>();
    var latest = new HashMap<UUID, ChangeEvent>();
    for (var event : sorted) {
      parents.putIfAbsent(event.changeId(), event.changeId());
      for (var link : links(event)) {
        var before = latest.put(link, event);
        if (before != null && isNear(before, event, gap)) {
          join(parents, before.changeId(), event.changeId());
        }
      }
    }
    var earliest = new HashMap<String, String>();
    for (var event : sorted) {
      earliest.putIfAbsent(root(parents, event.changeId()), event.changeId());
    }
    var groups = new HashMap<String, String>();
    parents.keySet().forEach(id -> groups.put(id, earliest.get(root(parents, id))));
    return groups;
  }

  /// Whether two changes that have a link in common belong together.
  public static boolean isNear(ChangeEvent one, ChangeEvent other, Duration gap) {
    return Duration.between(one.time(), other.time()).abs().compareTo(gap) <= 0;
  }

  private static void join(Map<String, String> parents, String one, String other) {
    parents.put(root(parents, other), root(parents, one));
  }

  private static String root(Map<String, String> parents, String id) {
    var passed = new ArrayList<String>();
    var at = id;
    var parent = parents.getOrDefault(at, at);
    while (!parent.equals(at)) {
      passed.add(at);
      at = parent;
      parent = parents.getOrDefault(at, at);
    }
    for (var seen : new HashSet<>(passed)) {
      parents.put(seen, at);
    }
    return at;
  }
}
