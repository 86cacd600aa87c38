package io.tarn.scheduler.ledger;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.ledger.ChangeAlert.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds what channels are to be told of changes that were judged, once for each group and state,
/// in the transactions that keep the verdicts.
@ApplicationScoped
class Alerting {
  private final AlertRows rows;
  private final EntryRows entries;
  private final ChangeAlerts alerts;

  Alerting(AlertRows rows, EntryRows entries, ChangeAlerts alerts) {
    this.rows = rows;
    this.entries = entries;
    this.alerts = alerts;
  }

  /// @param revised the changes of which something else is said than before
  void look(
      Connection connection,
      TenantId tenant,
      LedgerSettings settings,
      Collection<LedgerEntry> revised,
      Instant now)
      throws SQLException {
    var groups = revised.stream().map(LedgerEntry::groupId).collect(Collectors.toSet());
    if (settings.channels().isEmpty() || groups.isEmpty()) {
      return;
    }
    var meant = new LinkedHashSet<>(rows.told(connection, tenant, groups));
    revised.stream()
        .filter(entry -> entry.verdict().kind().isForReview())
        .filter(entry -> GroupStanding.isRecent(entry.event().time(), settings.waitingTime(), now))
        .map(LedgerEntry::groupId)
        .forEach(meant::add);
    if (meant.isEmpty()) {
      return;
    }
    tell(connection, tenant, settings, rows.standings(connection, tenant, meant), now);
  }

  private void tell(
      Connection connection,
      TenantId tenant,
      LedgerSettings settings,
      List<GroupStanding> standings,
      Instant now)
      throws SQLException {
    var news = new LinkedHashMap<GroupStanding, State>();
    for (var standing : standings) {
      standing.news(settings.waitingTime(), now).ifPresent(state -> news.put(standing, state));
    }
    var heads = heads(connection, tenant, news.keySet());
    for (var told : news.entrySet()) {
      var standing = told.getKey();
      var state = told.getValue();
      rows.save(connection, tenant, standing.groupId(), state, now.truncatedTo(ChronoUnit.MILLIS));
      var head = ChangeVerdictRecord.of(tenant, Objects.requireNonNull(heads.get(standing.head())));
      alerts.tell(connection, tenant, settings.channels(), standing.alert(state, head));
    }
  }

  private Map<String, LedgerEntry> heads(
      Connection connection, TenantId tenant, Set<GroupStanding> news) throws SQLException {
    var ids = news.stream().map(GroupStanding::head).toList();
    return entries.find(connection, tenant, ids).stream()
        .collect(Collectors.toMap(entry -> entry.event().changeId(), Function.identity()));
  }

  /// Groups have become part of others.
  void rename(Connection connection, TenantId tenant, Map<String, String> renamed)
      throws SQLException {
    rows.move(connection, tenant, renamed);
  }
}
