package io.tarn.scheduler.ledger.report;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.ledger.LedgerException;
import io.tarn.scheduler.ledger.LedgerException.Invalid;
import io.tarn.scheduler.ledger.RuleService;
import io.tarn.service.problem.ProblemException.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Writes the monthly reports of ledgers, each from what the ledger says at that moment.
@ApplicationScoped
public class ChangeReports {
  private static final String ROLE = "facts #>> '{caller,roleName}'";

  private final Transactions transactions;
  private final RuleService rules;
  private final Clock clock;

  ChangeReports(Transactions transactions, RuleService rules, Clock clock) {
    this.transactions = transactions;
    this.rules = rules;
    this.clock = clock;
  }

  /// The report of a month.
  ///
  /// @throws LedgerException.Invalid if the month has not begun
  public MonthReport of(TenantId tenant, YearMonth month) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var from = startOf(month);
    if (from.isAfter(now)) {
      throw new Invalid(List.of(new Violation("month", "has not begun")));
    }
    var to = startOf(month.plusMonths(1));
    var decidedAt = to.plus(rules.settings(tenant).settings().waitingTime());
    return transactions.in(
        connection -> {
          freeze(connection);
          var rows = new ReportRows(connection, tenant, from, to);
          var standing = rows.standing();
          return new MonthReport(
              month,
              !now.isBefore(decidedAt) && standing.pending() == 0,
              now,
              rows.groups(),
              rows.verdicts(),
              standing,
              rows.names("who"),
              rows.names(ROLE),
              rows.names("service"),
              rows.names("account_id"),
              rows.approving(),
              rows.lateness(),
              rows.listing("review = 'violation'"),
              rows.listing("verdict = 'unapproved' and review = 'none'"));
        });
  }

  /// All that is read from here on is of one moment, so that its sums agree.
  private static void freeze(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read, read only");
    }
  }

  private static Instant startOf(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
