package io.tarn.query.tenantdb;

import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// Up to where a tenant's stores are complete, read under the tenant's login; see ADR 6.
@ApplicationScoped
public class StorePosition {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final TenantDatabase database;

  StorePosition(TenantDatabase database) {
    this.database = database;
  }

  /// Each event below this position is there for good; each that comes later has it, or a greater
  /// one.
  public long of(TenantId tenant) {
    try {
      return database.read(tenant, LIMIT, StorePosition::read);
    } catch (SQLException failure) {
      throw new TenantDatabaseException("the position of " + tenant + " is not readable", failure);
    }
  }

  private static long read(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")) {
      row.next();
      return row.getLong(1);
    }
  }
}
