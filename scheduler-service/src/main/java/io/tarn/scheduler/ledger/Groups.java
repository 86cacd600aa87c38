package io.tarn.scheduler.ledger;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.ledger.change.ChangeEvent;
import io.tarn.scheduler.ledger.change.Grouping;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Keeps groups as changes come: what is new joins groups that the ledger has, and may join
/// several into one, which then has the id of the earliest of all.
@ApplicationScoped
class Groups {
  private final LinkRows links;
  private final EntryRows entries;

  Groups(LinkRows links, EntryRows entries) {
    this.links = links;
    this.entries = entries;
  }

  /// Where changes belong.
  ///
  /// @param ofNew the group of each new change
  /// @param renamed groups that the ledger has, with the id that they have from now on
  record Placement(Map<String, String> ofNew, Map<String, String> renamed) {}

  Placement place(
      Connection connection, TenantId tenant, Collection<ChangeEvent> events, Duration gap)
      throws SQLException {
    var local = Grouping.groups(events, gap);
    var neighbours = links.neighbours(connection, tenant, events, gap);
    var known = neighbours.stream().map(LinkRows.Neighbour::groupId).collect(Collectors.toSet());
    var heads = new HashMap<String, ChangeEvent>();
    for (var entry : entries.find(connection, tenant, known)) {
      heads.put(entry.event().changeId(), entry.event());
    }
    events.forEach(event -> heads.putIfAbsent(event.changeId(), event));
    var joined = new Joined(heads);
    for (var neighbour : neighbours) {
      joined.join(Objects.requireNonNull(local.get(neighbour.changeId())), neighbour.groupId());
    }
    var ofNew = new HashMap<String, String>();
    local.forEach((id, group) -> ofNew.put(id, joined.head(group)));
    var renamed = new HashMap<String, String>();
    for (var group : new HashSet<>(known)) {
      if (!joined.head(group).equals(group)) {
        renamed.put(group, joined.head(group));
      }
    }
    return new Placement(ofNew, renamed);
  }

  /// Groups that are one, by their heads: the earliest stands for all.
  private record Joined(Map<String, ChangeEvent> heads, Map<String, String> parents) {
    Joined(Map<String, ChangeEvent> heads) {
      this(heads, new HashMap<>());
    }

    String head(String group) {
      var at = group;
      while (parents.containsKey(at)) {
        at = parents.get(at);
      }
      return at;
    }

    void join(String one, String other) {
      var sorted =
          List.of(head(one), head(other)).stream()
              .sorted((a, b) -> Grouping.EARLIEST.compare(heads.get(a), heads.get(b)))
              .toList();
      if (!sorted.getFirst().equals(sorted.getLast())) {
        parents.put(sorted.getLast(), sorted.getFirst());
      }
    }
  }
}
