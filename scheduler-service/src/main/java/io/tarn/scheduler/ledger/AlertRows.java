package io.tarn.scheduler.ledger;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Values;
import io.tarn.scheduler.ledger.ChangeAlert.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The rows of what channels were told of groups, in transactions of the callers, who have locked
/// the tenant's ledger.
@ApplicationScoped
class AlertRows {
  private static final String STANDINGS =
      """
      with changes as (
        select group_id, change_id, event_time, verdict,
          verdict in ('unapproved', 'emergency') and review in ('none', 'violation') as is_open
        from change_events where tenant_id = ? and group_id = any(?))
      select c.group_id, count(*) as changes,
        count(*) filter (where is_open and verdict = 'unapproved') as unapproved,
        count(*) filter (where is_open and verdict = 'emergency') as emergencies,
        count(*) filter (where verdict = 'pending') as pending,
        min(event_time) as first, max(event_time) as last,
        max(event_time) filter (where is_open) as last_open,
        (array_agg(change_id order by is_open desc, verdict = 'unapproved' desc, event_time,
          change_id))[1] as head,
        min(a.state) as told
      from changes c left join change_alerts a on a.tenant_id = ? and a.group_id = c.group_id
      group by c.group_id order by c.group_id""";
  private static final String SAVE =
      """
      insert into change_alerts (tenant_id, group_id, state, told_at) values (?, ?, ?, ?)
      on conflict (tenant_id, group_id) do update set state = excluded.state,
        told_at = excluded.told_at""";

  /// What was told last of either is known of both; the later word holds.
  private static final String MOVE =
      """
      with moved as (
        delete from change_alerts where tenant_id = ? and group_id = ?
        returning state, told_at)
      insert into change_alerts (tenant_id, group_id, state, told_at)
      select ?, ?, state, told_at from moved
      on conflict (tenant_id, group_id) do update set
        state = case when excluded.told_at > change_alerts.told_at
          then excluded.state else change_alerts.state end,
        told_at = greatest(excluded.told_at, change_alerts.told_at)""";

  /// Those of the groups that channels were told of.
  Set<String> told(Connection connection, TenantId tenant, Collection<String> groups)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select group_id from change_alerts where tenant_id = ? and group_id = any(?)")) {
      Values.bind(statement, tenant.value(), connection.createArrayOf("text", groups.toArray()));
      try (var found = statement.executeQuery()) {
        var told = new HashSet<String>();
        while (found.next()) {
          told.add(found.getString(1));
        }
        return told;
      }
    }
  }

  List<GroupStanding> standings(Connection connection, TenantId tenant, Collection<String> groups)
      throws SQLException {
    try (var statement = connection.prepareStatement(STANDINGS)) {
      var ids = connection.createArrayOf("text", groups.toArray());
      Values.bind(statement, tenant.value(), ids, tenant.value());
      try (var found = statement.executeQuery()) {
        var standings = new ArrayList<GroupStanding>();
        while (found.next()) {
          var told = found.getString("told");
          standings.add(
              new GroupStanding(
                  found.getString("group_id"),
                  Objects.requireNonNull(found.getString("head")),
                  found.getLong("changes"),
                  found.getLong("unapproved"),
                  found.getLong("emergencies"),
                  found.getLong("pending"),
                  Values.time(found, "first"),
                  Values.time(found, "last"),
                  Values.instant(found, "last_open"),
                  told == null ? null : State.of(told)));
        }
        return standings;
      }
    }
  }

  void save(Connection connection, TenantId tenant, String group, State state, Instant now)
      throws SQLException {
    try (var statement = connection.prepareStatement(SAVE)) {
      Values.bind(statement, tenant.value(), group, state.wireName(), now);
      statement.executeUpdate();
    }
  }

  /// Takes what was told of groups over to those that they have become part of.
  void move(Connection connection, TenantId tenant, Map<String, String> renamed)
      throws SQLException {
    try (var statement = connection.prepareStatement(MOVE)) {
      for (var names : renamed.entrySet()) {
        Values.bind(statement, tenant.value(), names.getKey(), tenant.value(), names.getValue());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
