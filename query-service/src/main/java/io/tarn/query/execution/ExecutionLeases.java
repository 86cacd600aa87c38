package io.tarn.query.execution;

import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/// Leases on the executions that live in this process. Each lasts [#SECONDS] by the database's
/// clock and is renewed long before; one that has run out says that its process is gone.
@ApplicationScoped
class ExecutionLeases {
  static final int SECONDS = 8;

  private static final String LIVE = " and state in ('QUEUED', 'RUNNING')";
  private static final String RENEW =
      "update executions set leased_until = now() + make_interval(secs => ?)"
          + " from unnest(?::text[], ?::uuid[]) as held (tenant, execution)"
          + " where tenant_id = held.tenant and id = held.execution and instance_id = ?"
          + LIVE
          + " returning tenant_id, id";
  private static final String EXPIRED =
      "select tenant_id, id from executions where leased_until < now()" + LIVE;
  private static final String FAIL_EXPIRED =
      "update executions set state = 'FAILED', ended_at = now(), failure_problem = ?,"
          + " failure_detail = ? where tenant_id = ? and id = ? and leased_until < now()"
          + LIVE
          + " returning tenant_id, id";
  private static final String RELEASE =
      "update executions set leased_until = now() where instance_id = ?" + LIVE;

  private final UUID self = Ids.uuid();
  private final DataSource database;

  ExecutionLeases(DataSource database) {
    this.database = database;
  }

  /// The id of this process.
  UUID self() {
    return self;
  }

  /// Renews the leases on these executions, and answers on which of them this process still has
  /// one. What it no longer knows of is left to run out.
  Set<ExecutionKey> renew(Collection<ExecutionKey> living) {
    if (living.isEmpty()) {
      return Set.of();
    }
    return keysOf(
        RENEW,
        statement -> {
          var tenants = living.stream().map(key -> key.tenant().value()).toArray();
          var ids = living.stream().map(ExecutionKey::id).toArray();
          statement.setInt(1, SECONDS);
          statement.setArray(2, statement.getConnection().createArrayOf("text", tenants));
          statement.setArray(3, statement.getConnection().createArrayOf("uuid", ids));
          statement.setObject(4, self);
        });
  }

  /// The executions whose lease has run out.
  Set<ExecutionKey> expired() {
    return keysOf(EXPIRED, _ -> {});
  }

  /// Ends an execution whose lease has run out, in the transaction of the caller; false if it has
  /// not, or no longer.
  boolean failExpired(ExecutionKey key, ExecutionFailure failure) {
    var failed =
        keysOf(
            FAIL_EXPIRED,
            statement -> {
              statement.setString(1, failure.problem());
              statement.setString(2, failure.detail());
              statement.setString(3, key.tenant().value());
              statement.setObject(4, key.id());
            });
    return !failed.isEmpty();
  }

  /// Gives up the leases, so that others see at once what this process leaves unfinished.
  void release() {
    try (var connection = database.getConnection();
        var release = connection.prepareStatement(RELEASE)) {
      release.setObject(1, self);
      release.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("leases on executions cannot be released", failure);
    }
  }

  private Set<ExecutionKey> keysOf(String sql, Binding binding) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      binding.bind(statement);
      return keys(statement);
    } catch (SQLException failure) {
      throw new IllegalStateException("leases on executions cannot be kept", failure);
    }
  }

  private static Set<ExecutionKey> keys(PreparedStatement statement) throws SQLException {
    try (var rows = statement.executeQuery()) {
      var keys = new HashSet<ExecutionKey>();
      while (rows.next()) {
        keys.add(new ExecutionKey(new TenantId(rows.getString(1)), rows.getObject(2, UUID.class)));
      }
      return keys;
    }
  }

  @FunctionalInterface
  private interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }
}
