package io.tarn.scheduler.ledger.report;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Values;
import io.tarn.scheduler.ledger.report.MonthReport.ListedChange;
import io.tarn.scheduler.ledger.report.MonthReport.Listing;
import io.tarn.scheduler.ledger.report.MonthReport.Names;
import io.tarn.scheduler.ledger.report.MonthReport.Times;
import io.tarn.scheduler.ledger.report.MonthReport.VerdictCount;
import io.tarn.scheduler.ledger.verdict.VerdictKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/// Adds up the rows of changes and approvals, for one tenant and one span of event time. All is
/// added up by the database.
final class ReportRows {
  /// How many names or changes a list of a report has at most.
  static final int MOST = 100;

  private static final String SPAN = "tenant_id = ? and event_time >= ? and event_time < ?";
  private static final String VERDICTS =
      """
      select verdict, count(*) as changes, count(distinct group_id) as groups
      from change_events where\s"""
          + SPAN
          + " group by verdict";
  private static final String STANDING =
      """
      count(*) filter (where verdict = 'approved') as approved,
      count(*) filter (where verdict = 'approved-late') as late,
      count(*) filter (where verdict = 'emergency') as emergency,
      count(*) filter (where verdict = 'unapproved') as unapproved,
      count(*) filter (where verdict = 'pending') as pending,
      count(*) filter (where verdict = 'automated') as automated,
      count(*) filter (where verdict = 'exempt') as exempt""";
  private static final String NAMES =
      "with counted as (select %s as name, count(*) as changes, "
          + STANDING
          + " from change_events where "
          + SPAN
          + """
           group by 1)
          select *, count(*) over () as total from counted
          order by changes desc, name nulls last limit\s"""
          + MOST;
  private static final String TIMES =
      """
      select count(*) as total, count(seconds) as measured,
        percentile_disc(0.5) within group (order by seconds) as median,
        percentile_disc(0.9) within group (order by seconds) as ninetieth,
        max(seconds) as longest
      from measured""";
  private static final String APPROVING =
      """
      with used as (
        select distinct tenant_id, approval_system, approval_id from change_events
        where tenant_id = ? and event_time >= ? and event_time < ? and approval_id is not null
          and verdict in ('approved', 'approved-late', 'emergency')),
      measured as (
        select case when asked_at <= approved_at
          then floor(extract(epoch from approved_at - asked_at))::bigint end as seconds
        from used u cross join lateral (
          select min(changed_at) filter (where state = 'requested') as asked_at,
            min(changed_at) filter (where state in ('approved', 'closed')) as approved_at
          from approval_versions v
          where v.tenant_id = u.tenant_id and v.system = u.approval_system
            and v.approval_id = u.approval_id) v)
      """
          + TIMES;
  private static final String LATENESS =
      """
      with measured as (
        select floor(extract(epoch from
          case when e.review = 'attached' then e.reviewed_at else v.approved_at end
            - e.event_time))::bigint as seconds
        from change_events e cross join lateral (
          select min(changed_at) as approved_at from approval_versions v
          where v.tenant_id = e.tenant_id and v.system = e.approval_system
            and v.approval_id = e.approval_id and v.state in ('approved', 'closed')
            and v.changed_at > e.event_time) v
        where e.tenant_id = ? and e.event_time >= ? and e.event_time < ?
          and e.verdict = 'approved-late')
      """
          + TIMES;

  private final Connection connection;
  private final Object[] span;

  /// @param from event times from then on
  /// @param to event times before that
  ReportRows(Connection connection, TenantId tenant, Instant from, Instant to) {
    this.connection = connection;
    this.span = new Object[] {tenant.value(), from, to};
  }

  /// All verdicts there are, in their order.
  List<VerdictCount> verdicts() throws SQLException {
    var found = new EnumMap<VerdictKind, VerdictCount>(VerdictKind.class);
    for (var kind : VerdictKind.values()) {
      found.put(kind, new VerdictCount(kind, 0, 0));
    }
    for (var count :
        rows(
            VERDICTS,
            row ->
                new VerdictCount(
                    VerdictKind.of(row.getString("verdict")),
                    row.getLong("changes"),
                    row.getLong("groups")))) {
      found.put(count.verdict(), count);
    }
    return List.copyOf(found.values());
  }

  long groups() throws SQLException {
    return rows(
            "select count(distinct group_id) from change_events where " + SPAN,
            row -> row.getLong(1))
        .getFirst();
  }

  Standing standing() throws SQLException {
    return rows(
            "select null as name, " + STANDING + " from change_events where " + SPAN,
            ReportRows::standingOf)
        .getFirst();
  }

  /// @param column a column of changes, or what is made of it
  Names names(String column) throws SQLException {
    var totals = new ArrayList<Long>();
    var first =
        rows(
            NAMES.formatted(column),
            row -> {
              totals.add(row.getLong("total"));
              return standingOf(row);
            });
    return new Names(totals.isEmpty() ? 0 : totals.getFirst(), first);
  }

  Times approving() throws SQLException {
    return rows(APPROVING, ReportRows::timesOf).getFirst();
  }

  Times lateness() throws SQLException {
    return rows(LATENESS, ReportRows::timesOf).getFirst();
  }

  /// @param condition over changes
  Listing listing(String condition) throws SQLException {
    var totals = new ArrayList<Long>();
    var first =
        rows(
            """
            select change_id, event_time, who, account_id, service,
              facts ->> 'eventName' as event_name, verdict, reviewer, review_reason, reviewed_at,
              count(*) over () as total
            from change_events where %s and %s
            order by event_time, change_id limit %d"""
                .formatted(SPAN, condition, MOST),
            row -> {
              totals.add(row.getLong("total"));
              return changeOf(row);
            });
    return new Listing(totals.isEmpty() ? 0 : totals.getFirst(), first);
  }

  private static Standing standingOf(ResultSet row) throws SQLException {
    return new Standing(
        row.getString("name"),
        row.getLong("approved"),
        row.getLong("late"),
        row.getLong("emergency"),
        row.getLong("unapproved"),
        row.getLong("pending"),
        row.getLong("automated"),
        row.getLong("exempt"));
  }

  private static Times timesOf(ResultSet row) throws SQLException {
    return new Times(
        row.getLong("total"),
        row.getLong("measured"),
        Values.duration(row, "median"),
        Values.duration(row, "ninetieth"),
        Values.duration(row, "longest"));
  }

  private static ListedChange changeOf(ResultSet row) throws SQLException {
    return new ListedChange(
        row.getString("change_id"),
        Values.time(row, "event_time"),
        row.getString("who"),
        row.getString("account_id"),
        row.getString("service"),
        row.getString("event_name"),
        VerdictKind.of(row.getString("verdict")),
        row.getString("reviewer"),
        row.getString("review_reason"),
        Values.instant(row, "reviewed_at"));
  }

  /// Reads a row.
  @FunctionalInterface
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String sql, Reader<T> reader) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      Values.bind(statement, span);
      try (var found = statement.executeQuery()) {
        var all = new ArrayList<T>();
        while (found.next()) {
          all.add(reader.read(found));
        }
        return all;
      }
    }
  }
}
