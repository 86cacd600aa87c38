package io.tarn.scheduler.chargeback;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The rows of meters, in transactions of the callers. A meter of the product has one once it was
/// switched.
@ApplicationScoped
class MeterRows {
  private static final String LIST = "select * from chargeback_meters where tenant_id = ?";
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended('chargeback.' || ?, 0))";
  private static final String KEEP =
      """
      insert into chargeback_meters (tenant_id, id, definition, is_enabled, version, changed_at)
      values (?, ?, ?::jsonb, ?, ?, ?)
      on conflict (tenant_id, id) do update set definition = excluded.definition,
        is_enabled = excluded.is_enabled, version = excluded.version,
        changed_at = excluded.changed_at""";

  private final ObjectMapper json;

  MeterRows(ObjectMapper json) {
    this.json = json;
  }

  /// Lets nobody else change chargeback of the tenant until the transaction ends.
  void lock(Connection connection, TenantId tenant) throws SQLException {
    try (var statement = connection.prepareStatement(LOCK)) {
      Values.bind(statement, tenant.value());
      statement.execute();
    }
  }

  /// Those of the product and the tenant's own, by their ids.
  List<Meter> list(Connection connection, TenantId tenant) throws SQLException {
    var meters = new TreeMap<String, Meter>();
    BuiltInMeters.ALL.forEach(meter -> meters.put(meter.id(), meter));
    try (var statement = connection.prepareStatement(LIST)) {
      Values.bind(statement, tenant.value());
      try (var found = statement.executeQuery()) {
        while (found.next()) {
          var meter = meterOf(found);
          if (meter != null) {
            meters.put(meter.id(), meter);
          }
        }
      }
    }
    return meters.values().stream().sorted(Comparator.comparing(Meter::id)).toList();
  }

  Optional<Meter> find(Connection connection, TenantId tenant, String id) throws SQLException {
    return list(connection, tenant).stream().filter(meter -> meter.id().equals(id)).findFirst();
  }

  void keep(Connection connection, TenantId tenant, Meter meter, Instant now) throws SQLException {
    try (var statement = connection.prepareStatement(KEEP)) {
      Values.bind(
          statement,
          tenant.value(),
          meter.id(),
          meter.isBuiltIn() ? null : Values.json(json, meter.definition()),
          meter.isEnabled(),
          meter.version(),
          now);
      statement.executeUpdate();
    }
  }

  void delete(Connection connection, TenantId tenant, String id) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "delete from chargeback_meters where tenant_id = ? and id = ?")) {
      Values.bind(statement, tenant.value(), id);
      statement.executeUpdate();
    }
  }

  /// Null where a meter of the product is no longer one.
  private @Nullable Meter meterOf(ResultSet row) throws SQLException {
    var id = row.getString("id");
    var own = Values.read(json, row, "definition", MeterDefinition.class);
    var builtIn = BuiltInMeters.find(id);
    var definition = own != null ? own : builtIn == null ? null : builtIn.definition();
    return definition == null
        ? null
        : new Meter(
            id, definition, own == null, row.getBoolean("is_enabled"), row.getInt("version"));
  }
}
