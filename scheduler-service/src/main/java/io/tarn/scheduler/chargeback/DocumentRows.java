package io.tarn.scheduler.chargeback;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The allocation rules and the rate card of a tenant, each as a whole.
@ApplicationScoped
class DocumentRows {
  private static final String RULES = "allocation-rules";
  private static final String RATES = "rates";
  private static final String FIND =
      "select document, version from chargeback_documents where tenant_id = ? and kind = ?";
  private static final String KEEP =
      """
      insert into chargeback_documents (tenant_id, kind, document, version, changed_by, changed_at)
      values (?, ?, ?::jsonb, ?, ?, ?)
      on conflict (tenant_id, kind) do update set document = excluded.document,
        version = excluded.version, changed_by = excluded.changed_by,
        changed_at = excluded.changed_at""";

  private final ObjectMapper json;

  DocumentRows(ObjectMapper json) {
    this.json = json;
  }

  /// Who keeps a document, and when.
  record Change(String by, Instant at) {}

  Versioned<List<AllocationRule>> rules(Connection connection, TenantId tenant)
      throws SQLException {
    var found = find(connection, tenant, RULES, AllocationRule[].class);
    return new Versioned<>(
        found.value() == null ? List.of() : List.of(found.value()), found.version());
  }

  Versioned<RateCard> rates(Connection connection, TenantId tenant) throws SQLException {
    var found = find(connection, tenant, RATES, RateCard.class);
    return new Versioned<>(
        Objects.requireNonNullElse(found.value(), RateCard.NONE), found.version());
  }

  void keepRules(
      Connection connection, TenantId tenant, Versioned<List<AllocationRule>> rules, Change change)
      throws SQLException {
    keep(connection, tenant, RULES, rules, change);
  }

  void keepRates(Connection connection, TenantId tenant, Versioned<RateCard> card, Change change)
      throws SQLException {
    keep(connection, tenant, RATES, card, change);
  }

  private void keep(
      Connection connection, TenantId tenant, String kind, Versioned<?> document, Change change)
      throws SQLException {
    try (var statement = connection.prepareStatement(KEEP)) {
      Values.bind(
          statement,
          tenant.value(),
          kind,
          Values.json(json, document.value()),
          document.version(),
          change.by(),
          change.at());
      statement.executeUpdate();
    }
  }

  private <T> Found<T> find(Connection connection, TenantId tenant, String kind, Class<T> type)
      throws SQLException {
    try (var statement = connection.prepareStatement(FIND)) {
      Values.bind(statement, tenant.value(), kind);
      try (var found = statement.executeQuery()) {
        return found.next()
            ? new Found<>(Values.read(json, found, "document", type), found.getInt("version"))
            : new Found<>(null, 0);
      }
    }
  }

  private record Found<T>(@Nullable T value, int version) {}
}
