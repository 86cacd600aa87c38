package io.tarn.scheduler.chargeback;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of usage, and of when it was read.
@ApplicationScoped
class UsageRows {
  private static final int BATCH = 1000;
  private static final String DELETE =
      "delete from chargeback_usage where tenant_id = ? and meter_id = ? and day >= ? and day < ?";
  private static final String INSERT =
      """
      insert into chargeback_usage (tenant_id, meter_id, day, principal_arn, role, session_name,
        account, function, quantity, payer)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
  private static final String LIST =
      "select * from chargeback_usage where tenant_id = ? and day >= ? and day < ?";
  private static final String MONTHS =
      """
      select distinct month from chargeback_readings where tenant_id = ?
      union select month from chargeback_statements where tenant_id = ?""";
  private static final String READINGS =
      "select * from chargeback_readings where tenant_id = ? and month = ? order by meter_id";
  private static final String CLAIM =
      """
      insert into chargeback_readings as r (tenant_id, meter_id, month, next_read_at)
      values (?, ?, ?, ?)
      on conflict (tenant_id, meter_id, month) do update set next_read_at = excluded.next_read_at
        where r.next_read_at <= ?
      returning read_at""";
  private static final String READ =
      """
      insert into chargeback_readings (tenant_id, meter_id, month, read_at, problem, next_read_at)
      values (?, ?, ?, ?, ?, ?)
      on conflict (tenant_id, meter_id, month) do update
        set read_at = coalesce(excluded.read_at, chargeback_readings.read_at),
          problem = excluded.problem""";
  private static final String FORGET =
      """
      delete from %s r where tenant_id = ? and meter_id = ? and not exists (
        select from chargeback_statements s where s.tenant_id = r.tenant_id
          and s.month = date_trunc('month', r.%s)::date)""";

  /// When a meter was read.
  ///
  /// @param at null if it never was
  /// @param problem why it could not be read last; null where it was
  record Reading(String meter, @Nullable Instant at, @Nullable String problem) {}

  /// Puts usage in the place of what there was of the meter on the days.
  void replace(Connection connection, TenantId tenant, String meter, Days days, List<Usage> usage)
      throws SQLException {
    try (var delete = connection.prepareStatement(DELETE);
        var insert = connection.prepareStatement(INSERT)) {
      Values.bind(delete, tenant.value(), meter, days.from(), days.to());
      delete.executeUpdate();
      int waiting = 0;
      for (var one : usage) {
        add(connection, insert, tenant, one);
        if (++waiting % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static void add(
      Connection connection, PreparedStatement insert, TenantId tenant, Usage usage)
      throws SQLException {
    var dimensions = usage.dimensions();
    Values.bind(
        insert,
        tenant.value(),
        usage.meter(),
        usage.day(),
        dimensions.principalArn(),
        dimensions.role(),
        dimensions.sessionName(),
        dimensions.account(),
        dimensions.function(),
        usage.quantity(),
        connection.createArrayOf("text", usage.payer().toArray()));
    insert.addBatch();
  }

  List<Usage> list(Connection connection, TenantId tenant, YearMonth month) throws SQLException {
    try (var statement = connection.prepareStatement(LIST)) {
      Values.bind(statement, tenant.value(), month.atDay(1), month.plusMonths(1).atDay(1));
      try (var found = statement.executeQuery()) {
        var usage = new ArrayList<Usage>();
        while (found.next()) {
          usage.add(usageOf(found));
        }
        return usage;
      }
    }
  }

  private static Usage usageOf(ResultSet row) throws SQLException {
    return new Usage(
        row.getString("meter_id"),
        row.getObject("day", LocalDate.class),
        List.of((String[]) row.getArray("payer").getArray()),
        new Dimensions(
            row.getString("principal_arn"),
            row.getString("role"),
            row.getString("session_name"),
            row.getString("account"),
            row.getString("function")),
        row.getBigDecimal("quantity"));
  }

  /// Months that were read or closed, the newest first.
  List<YearMonth> months(Connection connection, TenantId tenant) throws SQLException {
    try (var statement = connection.prepareStatement(MONTHS + " order by month desc")) {
      Values.bind(statement, tenant.value(), tenant.value());
      try (var found = statement.executeQuery()) {
        var months = new ArrayList<YearMonth>();
        while (found.next()) {
          months.add(YearMonth.from(found.getObject("month", LocalDate.class)));
        }
        return months;
      }
    }
  }

  List<Reading> readings(Connection connection, TenantId tenant, YearMonth month)
      throws SQLException {
    try (var statement = connection.prepareStatement(READINGS)) {
      Values.bind(statement, tenant.value(), month.atDay(1));
      try (var found = statement.executeQuery()) {
        var readings = new ArrayList<Reading>();
        while (found.next()) {
          readings.add(
              new Reading(
                  found.getString("meter_id"),
                  Values.instant(found, "read_at"),
                  found.getString("problem")));
        }
        return readings;
      }
    }
  }

  /// Takes a reading that is due for this process. Empty where it is not due.
  Optional<Claim> claim(
      Connection connection,
      TenantId tenant,
      String meter,
      YearMonth month,
      Instant now,
      Instant next)
      throws SQLException {
    try (var statement = connection.prepareStatement(CLAIM)) {
      Values.bind(statement, tenant.value(), meter, month.atDay(1), next, now);
      try (var found = statement.executeQuery()) {
        return found.next()
            ? Optional.of(new Claim(Values.instant(found, "read_at")))
            : Optional.empty();
      }
    }
  }

  /// A reading that is to be made.
  ///
  /// @param last when it was made before; null if never
  record Claim(@Nullable Instant last) {}

  /// Notes that a meter was read, or why it was not.
  ///
  /// @param next when it is due, if it is noted for the first time
  void note(Connection connection, TenantId tenant, YearMonth month, Reading reading, Instant next)
      throws SQLException {
    try (var statement = connection.prepareStatement(READ)) {
      Values.bind(
          statement,
          tenant.value(),
          reading.meter(),
          month.atDay(1),
          reading.at(),
          reading.problem(),
          next);
      statement.executeUpdate();
    }
  }

  /// Removes what a meter counted in open months, so that it is read anew.
  void forget(Connection connection, TenantId tenant, String meter) throws SQLException {
    for (var sql :
        List.of(
            FORGET.formatted("chargeback_usage", "day"),
            FORGET.formatted("chargeback_readings", "month"))) {
      try (var statement = connection.prepareStatement(sql)) {
        Values.bind(statement, tenant.value(), meter);
        statement.executeUpdate();
      }
    }
  }
}
