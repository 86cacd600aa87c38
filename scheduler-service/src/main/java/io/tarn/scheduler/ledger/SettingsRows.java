package io.tarn.scheduler.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Values;
import io.tarn.scheduler.ledger.LedgerSettings.Versioned;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;

/// The rows of settings, in transactions of the callers.
@ApplicationScoped
class SettingsRows {
  private static final String SAVE =
      """
      insert into change_settings (tenant_id, settings, version, changed_at)
      values (?, ?::jsonb, ?, ?)
      on conflict (tenant_id) do update set settings = excluded.settings,
        version = excluded.version, changed_at = excluded.changed_at""";

  private final ObjectMapper json;

  SettingsRows(ObjectMapper json) {
    this.json = json;
  }

  Versioned find(Connection connection, TenantId tenant) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select settings, version from change_settings where tenant_id = ?")) {
      Values.bind(statement, tenant.value());
      try (var found = statement.executeQuery()) {
        return found.next()
            ? new Versioned(
                Objects.requireNonNull(Values.read(json, found, "settings", LedgerSettings.class)),
                found.getInt("version"))
            : new Versioned(LedgerSettings.DEFAULT, 0);
      }
    }
  }

  void save(Connection connection, TenantId tenant, Versioned saved, Instant now)
      throws SQLException {
    try (var statement = connection.prepareStatement(SAVE)) {
      Values.bind(
          statement, tenant.value(), Values.json(json, saved.settings()), saved.version(), now);
      statement.executeUpdate();
    }
  }
}
