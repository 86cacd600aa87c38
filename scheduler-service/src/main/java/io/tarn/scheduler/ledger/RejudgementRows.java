package io.tarn.scheduler.ledger;

import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Ranges of event time whose changes are to be judged anew, in transactions of the callers.
@ApplicationScoped
class RejudgementRows {
  private static final String JOIN =
      """
      with many as (
        select is_open from change_rejudgements where tenant_id = ?
        group by is_open having count(*) > 1),
      gone as (
        delete from change_rejudgements
        where tenant_id = ? and is_open in (select is_open from many)
        returning from_time, to_time, is_open)
      insert into change_rejudgements (tenant_id, id, from_time, to_time, is_open)
      select ?, gen_random_uuid(), min(from_time), max(to_time), is_open from gone
      group by is_open""";

  static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

  /// Which changes of a range are judged anew.
  enum Meant {
    ALL,
    /// Those that no approval covers: of others an approval that is near says nothing.
    OPEN
  }

  /// What is left of a range.
  ///
  /// @param from where it begins, after the change `after` of that time
  /// @param to where it ends (inclusive)
  record Range(UUID id, Instant from, Instant to, Meant meant, String after) {}

  void add(Connection connection, TenantId tenant, Instant from, Instant to, Meant meant)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into change_rejudgements (tenant_id, id, from_time, to_time, is_open)
            values (?, ?, ?, ?, ?)""")) {
      Values.bind(
          statement, tenant.value(), Ids.uuid(), within(from), within(to), meant == Meant.OPEN);
      statement.executeUpdate();
    }
  }

  private static Instant within(Instant time) {
    return time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
  }

  /// Joins the ranges of a tenant that are there, so that a change that many approvals
  /// concern is judged once. Does nothing where there is one.
  void join(Connection connection, TenantId tenant) throws SQLException {
    try (var statement = connection.prepareStatement(JOIN)) {
      Values.bind(statement, tenant.value(), tenant.value(), tenant.value());
      statement.executeUpdate();
    }
  }

  /// The oldest one.
  Optional<Range> next(Connection connection, TenantId tenant) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select * from change_rejudgements where tenant_id = ? order by id limit 1")) {
      Values.bind(statement, tenant.value());
      try (var found = statement.executeQuery()) {
        return found.next()
            ? Optional.of(
                new Range(
                    found.getObject("id", UUID.class),
                    Values.time(found, "from_time"),
                    Values.time(found, "to_time"),
                    found.getBoolean("is_open") ? Meant.OPEN : Meant.ALL,
                    found.getString("after_id")))
            : Optional.empty();
      }
    }
  }

  /// Everything up to this change is done.
  void advance(Connection connection, TenantId tenant, UUID id, LedgerEntry last)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            update change_rejudgements set from_time = ?, after_id = ?
            where tenant_id = ? and id = ?""")) {
      Values.bind(statement, last.event().time(), last.event().changeId(), tenant.value(), id);
      statement.executeUpdate();
    }
  }

  void remove(Connection connection, TenantId tenant, UUID id) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "delete from change_rejudgements where tenant_id = ? and id = ?")) {
      Values.bind(statement, tenant.value(), id);
      statement.executeUpdate();
    }
  }
}
