package io.tarn.scheduler.chargeback;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// The rows of closed months and of their credits. A statement is only ever added.
@ApplicationScoped
class StatementRows {
  private static final String FIND =
      "select * from chargeback_statements where tenant_id = ? and month = ?";
  private static final String INSERT =
      """
      insert into chargeback_statements (tenant_id, month, statement, basis, closed_by, closed_at)
      values (?, ?, ?::jsonb, ?::jsonb, ?, ?)""";
  private static final String CREDITS =
      "select * from chargeback_credits where tenant_id = ? and month = ? order by id";
  private static final String CREDIT =
      """
      insert into chargeback_credits (tenant_id, month, id, cost_centre, amount, reason, created_by,
        created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)""";

  private final ObjectMapper json;

  StatementRows(ObjectMapper json) {
    this.json = json;
  }

  Optional<ClosedMonth> find(Connection connection, TenantId tenant, YearMonth month)
      throws SQLException {
    try (var statement = connection.prepareStatement(FIND)) {
      Values.bind(statement, tenant.value(), month.atDay(1));
      try (var found = statement.executeQuery()) {
        return found.next()
            ? Optional.of(
                new ClosedMonth(
                    Objects.requireNonNull(Values.read(json, found, "statement", Statement.class)),
                    Objects.requireNonNull(Values.read(json, found, "basis", Basis.class)),
                    found.getString("closed_by"),
                    Values.time(found, "closed_at")))
            : Optional.empty();
      }
    }
  }

  void insert(Connection connection, TenantId tenant, ClosedMonth closed) throws SQLException {
    try (var statement = connection.prepareStatement(INSERT)) {
      Values.bind(
          statement,
          tenant.value(),
          closed.statement().month().atDay(1),
          Values.json(json, closed.statement()),
          Values.json(json, closed.basis()),
          closed.by(),
          closed.at());
      statement.executeUpdate();
    }
  }

  List<Credit> credits(Connection connection, TenantId tenant, YearMonth month)
      throws SQLException {
    try (var statement = connection.prepareStatement(CREDITS)) {
      Values.bind(statement, tenant.value(), month.atDay(1));
      try (var found = statement.executeQuery()) {
        var credits = new ArrayList<Credit>();
        while (found.next()) {
          credits.add(
              new Credit(
                  found.getObject("id", UUID.class),
                  found.getString("cost_centre"),
                  found.getBigDecimal("amount"),
                  found.getString("reason"),
                  found.getString("created_by"),
                  Values.time(found, "created_at")));
        }
        return credits;
      }
    }
  }

  void insert(Connection connection, TenantId tenant, YearMonth month, Credit credit)
      throws SQLException {
    try (var statement = connection.prepareStatement(CREDIT)) {
      Values.bind(
          statement,
          tenant.value(),
          month.atDay(1),
          credit.id(),
          credit.costCentre(),
          credit.amount(),
          credit.reason(),
          credit.createdBy(),
          credit.createdAt());
      statement.executeUpdate();
    }
  }
}
