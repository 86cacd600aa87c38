package io.tarn.scheduler.ledger;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Values;
import io.tarn.scheduler.ledger.change.ChangeEvent;
import io.tarn.scheduler.ledger.change.Grouping;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The rows of what changes can be joined by, in transactions of the callers.
@ApplicationScoped
class LinkRows {
  private static final String NEIGHBOURS =
      """
      select distinct n.change_id, e.group_id
      from unnest(?::text[], ?::uuid[], ?::timestamptz[]) as n (change_id, link, event_time)
      join change_links l on l.tenant_id = ? and l.link = n.link
        and l.event_time between n.event_time - ? * interval '1 second'
          and n.event_time + ? * interval '1 second'
      join change_events e on e.tenant_id = l.tenant_id and e.change_id = l.change_id""";

  /// A new change belongs to a group that the ledger has.
  record Neighbour(String changeId, String groupId) {}

  List<Neighbour> neighbours(
      Connection connection, TenantId tenant, Collection<ChangeEvent> events, Duration gap)
      throws SQLException {
    var ids = new ArrayList<String>();
    var links = new ArrayList<UUID>();
    var times = new ArrayList<String>();
    for (var event : events) {
      for (var link : Grouping.links(event)) {
        ids.add(event.changeId());
        links.add(link);
        times.add(event.time().toString());
      }
    }
    try (var statement = connection.prepareStatement(NEIGHBOURS)) {
      Values.bind(
          statement,
          connection.createArrayOf("text", ids.toArray()),
          connection.createArrayOf("uuid", links.toArray()),
          connection.createArrayOf("timestamptz", times.toArray()),
          tenant.value(),
          gap.toSeconds(),
          gap.toSeconds());
      try (var found = statement.executeQuery()) {
        var neighbours = new ArrayList<Neighbour>();
        while (found.next()) {
          neighbours.add(new Neighbour(found.getString(1), found.getString(2)));
        }
        return neighbours;
      }
    }
  }

  void add(Connection connection, TenantId tenant, Collection<ChangeEvent> events)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into change_links (tenant_id, link, event_time, change_id)
            values (?, ?, ?, ?) on conflict do nothing""")) {
      for (var event : events) {
        for (var link : Grouping.links(event)) {
          Values.bind(statement, tenant.value(), link, event.time(), event.changeId());
          statement.addBatch();
        }
      }
      statement.executeBatch();
    }
  }
}
