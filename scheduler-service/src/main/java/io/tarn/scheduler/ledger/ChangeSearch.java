package io.tarn.scheduler.ledger;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.data.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks into ledgers.
@ApplicationScoped
public class ChangeSearch {
  private static final int MOST_OF_A_GROUP = 500;
  private static final int MOST_NAMES = 20;
  private static final String QUEUE =
      """
      with waiting as (
        select group_id, count(*) as changes, min(event_time) as first_time,
          max(event_time) as last_time, bool_and(review = 'violation') as is_violation
        from change_events
        where tenant_id = ? and verdict in ('unapproved', 'emergency')
          and review in ('none', 'violation')
        group by group_id)
      select w.changes, w.last_time, e.* from waiting w
      cross join lateral (
        select * from change_events e
        where e.tenant_id = ? and e.group_id = w.group_id
          and e.verdict in ('unapproved', 'emergency') and e.review in ('none', 'violation')
        order by e.event_time, e.change_id limit 1) e
      order by w.is_violation, w.first_time desc, w.group_id limit ?""";

  private final Transactions transactions;
  private final EntryRows entries;

  /// Where a page goes on: after this change.
  public record Place(Instant time, String id) {}

  /// Changes of a day with one verdict.
  public record DayCount(LocalDate day, String verdict, long changes) {}

  /// Changes of one name with one verdict.
  public record NameCount(String name, String verdict, long changes) {}

  /// How many changes there are.
  ///
  /// @param days by day, UTC, the earliest first
  /// @param people by whoever made them, those with most first
  /// @param services by service, those with most first
  public record Summary(List<DayCount> days, List<NameCount> people, List<NameCount> services) {}

  /// Changes that belong together and wait for a reviewer.
  ///
  /// @param first the earliest of those that wait
  public record Waiting(long changes, Instant lastTime, LedgerEntry first) {}

  /// A change with what was said of it before and with those that belong to it.
  public record Details(
      LedgerEntry entry, List<ChangeVerdictRecord> revisions, List<LedgerEntry> group) {}

  ChangeSearch(Transactions transactions, EntryRows entries) {
    this.transactions = transactions;
    this.entries = entries;
  }

  /// The newest changes that pass the filter.
  public List<LedgerEntry> list(
      TenantId tenant, ChangeFilter filter, @Nullable Place after, int most) {
    var condition = filter.condition(tenant);
    var values = new ArrayList<Object>(condition.values());
    var sql = "select * from change_events where " + condition.sql();
    if (after != null) {
      sql += " and (event_time, change_id) < (?, ?)";
      values.add(after.time());
      values.add(after.id());
    }
    values.add(most);
    var whole = sql + " order by event_time desc, change_id desc limit ?";
    return transactions.in(connection -> entries.many(connection, whole, values.toArray()));
  }

  /// Counts of the changes that pass the filter.
  public Summary summary(TenantId tenant, ChangeFilter filter) {
    var condition = filter.condition(tenant);
    return transactions.in(
        connection ->
            new Summary(
                days(connection, condition),
                names(connection, condition, "who"),
                names(connection, condition, "service")));
  }

  private static List<DayCount> days(Connection connection, ChangeFilter.Condition condition)
      throws SQLException {
    var sql =
        """
        select (event_time at time zone 'UTC')::date as day, verdict, count(*) as changes
        from change_events where %s group by 1, 2 order by 1, 2"""
            .formatted(condition.sql());
    return rows(
        connection,
        sql,
        condition.values(),
        row ->
            new DayCount(
                row.getObject("day", LocalDate.class),
                row.getString("verdict"),
                row.getLong("changes")));
  }

  /// @param column a column of the table
  private static List<NameCount> names(
      Connection connection, ChangeFilter.Condition condition, String column) throws SQLException {
    var sql =
        """
        with counted as (select %1$s as name, verdict, count(*) as changes
          from change_events where %2$s group by 1, 2),
        most as (select name, sum(changes) as total from counted group by 1
          order by 2 desc, 1 limit %3$d)
        select c.name, c.verdict, c.changes from counted c join most m using (name)
        order by m.total desc, c.name, c.verdict"""
            .formatted(column, condition.sql(), MOST_NAMES);
    return rows(
        connection,
        sql,
        condition.values(),
        row ->
            new NameCount(row.getString("name"), row.getString("verdict"), row.getLong("changes")));
  }

  /// What waits for a reviewer: what nobody has looked at first, the newest first, and then
  /// violations.
  public List<Waiting> queue(TenantId tenant, int most) {
    return transactions.in(
        connection ->
            rows(
                connection,
                QUEUE,
                List.of(tenant.value(), tenant.value(), most),
                row ->
                    new Waiting(
                        row.getLong("changes"),
                        Values.time(row, "last_time"),
                        entries.entryOf(row))));
  }

  /// @throws LedgerException.NotFound if the tenant has no such change
  public Details find(TenantId tenant, String id) {
    return transactions.in(
        connection -> {
          var entry =
              entries.find(connection, tenant, Set.of(id)).stream()
                  .findFirst()
                  .orElseThrow(LedgerException.NotFound::new);
          return new Details(
              entry,
              entries.revisions(connection, tenant, id),
              entries.ofGroups(connection, tenant, Set.of(entry.groupId()), MOST_OF_A_GROUP));
        });
  }

  /// Reads a row.
  @FunctionalInterface
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static <T> List<T> rows(
      Connection connection, String sql, List<Object> values, Reader<T> reader)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      Values.bind(statement, values.toArray());
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
