package io.tarn.scheduler.approval.adapter;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.approval.adapter.AdapterException.NameTaken;
import io.tarn.scheduler.data.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// The rows of adapters, in transactions of the callers.
@ApplicationScoped
class AdapterRows {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String FIND =
      "select * from approval_adapters where tenant_id = ? and id = ?";
  private static final String LIST =
      """
      select * from approval_adapters where tenant_id = ? and (name, id) > (?, ?)
      order by name, id limit ?""";
  private static final String INSERT =
      """
      insert into approval_adapters (name, settings, sealed, version, changed_at, tenant_id, id,
        kind, created_at)
      values (?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)""";
  private static final String UPDATE =
      """
      update approval_adapters
      set name = ?, settings = ?::jsonb, sealed = ?, version = ?, changed_at = ?
      where tenant_id = ? and id = ?""";

  private final ObjectMapper json;

  AdapterRows(ObjectMapper json) {
    this.json = json;
  }

  /// An adapter with its sealed secrets.
  // Nobody compares two of them.
  @SuppressWarnings("ArrayRecordComponent")
  record Sealed(ApprovalAdapter adapter, byte[] secret) {}

  Optional<Sealed> find(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return many(connection, FIND, tenant.value(), id).stream().findFirst();
  }

  /// The same, and nobody else changes it until the transaction ends.
  Optional<Sealed> lock(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return many(connection, FIND + " for update", tenant.value(), id).stream().findFirst();
  }

  List<ApprovalAdapter> list(
      Connection connection, TenantId tenant, String name, UUID id, int limit) throws SQLException {
    return many(connection, LIST, tenant.value(), name, id, limit).stream()
        .map(Sealed::adapter)
        .toList();
  }

  /// Lets nobody else add adapters of the tenant, and counts those that there are.
  int lockToAdd(Connection connection, TenantId tenant) throws SQLException {
    try (var lock =
            connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))");
        var count =
            connection.prepareStatement(
                "select count(*) from approval_adapters where tenant_id = ?")) {
      Values.bind(lock, "approval-adapters." + tenant.value());
      lock.execute();
      Values.bind(count, tenant.value());
      try (var found = count.executeQuery()) {
        found.next();
        return found.getInt(1);
      }
    }
  }

  /// @throws NameTaken if another adapter of the tenant has the name
  void insert(Connection connection, ApprovalAdapter adapter, byte[] secret) throws SQLException {
    var values = values(adapter, secret);
    values.add(adapter.kind().wireName());
    values.add(adapter.createdAt());
    write(connection, INSERT, values);
  }

  /// @throws NameTaken if another adapter of the tenant has the name
  void update(Connection connection, ApprovalAdapter adapter, byte[] secret) throws SQLException {
    write(connection, UPDATE, values(adapter, secret));
  }

  void delete(Connection connection, TenantId tenant, UUID id) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "delete from approval_adapters where tenant_id = ? and id = ?")) {
      Values.bind(statement, tenant.value(), id);
      statement.executeUpdate();
    }
  }

  private List<Object> values(ApprovalAdapter adapter, byte[] secret) {
    var values = new ArrayList<Object>();
    values.add(adapter.name());
    values.add(Objects.requireNonNull(Values.json(json, adapter.settings())));
    values.add(secret);
    values.add(adapter.version());
    values.add(adapter.changedAt());
    values.add(adapter.tenant().value());
    values.add(adapter.id());
    return values;
  }

  private static void write(Connection connection, String sql, List<Object> values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      Values.bind(statement, values.toArray());
      statement.executeUpdate();
    } catch (SQLException failure) {
      if (UNIQUE_VIOLATION.equals(failure.getSQLState())) {
        throw new NameTaken();
      }
      throw failure;
    }
  }

  private List<Sealed> many(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      Values.bind(statement, values);
      try (var found = statement.executeQuery()) {
        var adapters = new ArrayList<Sealed>();
        while (found.next()) {
          adapters.add(new Sealed(adapterOf(found), found.getBytes("sealed")));
        }
        return adapters;
      }
    }
  }

  private ApprovalAdapter adapterOf(ResultSet row) throws SQLException {
    return new ApprovalAdapter(
        new TenantId(row.getString("tenant_id")),
        row.getObject("id", UUID.class),
        row.getString("name"),
        AdapterKind.of(row.getString("kind")),
        Objects.requireNonNull(Values.read(json, row, "settings", AdapterSettings.class)),
        row.getInt("version"),
        Values.time(row, "created_at"),
        Values.time(row, "changed_at"));
  }
}
