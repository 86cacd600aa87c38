package io.tarn.scheduler.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.approval.ApprovalScope;
import io.tarn.scheduler.data.Values;
import io.tarn.scheduler.ledger.verdict.ChangeRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// The rows of exclusions and automations, in transactions of the callers.
@ApplicationScoped
class RuleRows {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String SAVE =
      """
      insert into change_rules (tenant_id, id, kind, name, scope, reason, owner, expires_at,
        version, changed_at)
      values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
      on conflict (tenant_id, id) do update set kind = excluded.kind, name = excluded.name,
        scope = excluded.scope, reason = excluded.reason, owner = excluded.owner,
        expires_at = excluded.expires_at, version = excluded.version,
        changed_at = excluded.changed_at""";

  private final ObjectMapper json;

  RuleRows(ObjectMapper json) {
    this.json = json;
  }

  /// All of a tenant, by name.
  List<ChangeRule> list(Connection connection, TenantId tenant) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select * from change_rules where tenant_id = ? order by name, id")) {
      Values.bind(statement, tenant.value());
      try (var found = statement.executeQuery()) {
        var rules = new ArrayList<ChangeRule>();
        while (found.next()) {
          rules.add(ruleOf(found));
        }
        return rules;
      }
    }
  }

  /// When each rule that decided over any change decided over the newest one, in event time.
  Map<UUID, Instant> lastMatches(Connection connection, TenantId tenant) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select rule_id, max(event_time) as last from change_events
            where tenant_id = ? and rule_id is not null group by rule_id""")) {
      Values.bind(statement, tenant.value());
      try (var found = statement.executeQuery()) {
        var last = new HashMap<UUID, Instant>();
        while (found.next()) {
          last.put(found.getObject(1, UUID.class), Values.time(found, "last"));
        }
        return last;
      }
    }
  }

  /// @throws LedgerException.NameTaken if another rule of the tenant has the name
  void save(Connection connection, TenantId tenant, ChangeRule rule) throws SQLException {
    try (var statement = connection.prepareStatement(SAVE)) {
      Values.bind(
          statement,
          tenant.value(),
          rule.id(),
          rule.kind().wireName(),
          rule.name(),
          Values.json(json, rule.scope()),
          rule.reason(),
          rule.owner(),
          rule.expiresAt(),
          rule.version(),
          rule.changedAt());
      statement.executeUpdate();
    } catch (SQLException failure) {
      if (UNIQUE_VIOLATION.equals(failure.getSQLState())) {
        throw new LedgerException.NameTaken();
      }
      throw failure;
    }
  }

  void delete(Connection connection, TenantId tenant, UUID id) throws SQLException {
    try (var statement =
        connection.prepareStatement("delete from change_rules where tenant_id = ? and id = ?")) {
      Values.bind(statement, tenant.value(), id);
      statement.executeUpdate();
    }
  }

  private ChangeRule ruleOf(ResultSet row) throws SQLException {
    return new ChangeRule(
        row.getObject("id", UUID.class),
        ChangeRule.Kind.of(row.getString("kind")),
        row.getString("name"),
        Objects.requireNonNull(Values.read(json, row, "scope", ApprovalScope.class)),
        row.getString("reason"),
        row.getString("owner"),
        Values.instant(row, "expires_at"),
        row.getInt("version"),
        Values.time(row, "changed_at"));
  }
}
