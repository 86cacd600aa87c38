package io.tarn.query.engine;

import io.tarn.common.tenant.TenantId;
import io.tarn.query.tenantdb.SessionLimits;
import io.tarn.query.tenantdb.TenantDatabase;
import io.tarn.sql.Translation;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/// PostgreSQL, under the tenant's own login: each open statement is a transaction.
@ApplicationScoped
class PostgresEngine implements QueryEngine {
  private final TenantDatabase database;

  PostgresEngine(TenantDatabase database) {
    this.database = database;
  }

  @Override
  public <T> T open(TenantId tenant, SessionLimits limits, Translation statement, Use<T> use) {
    try {
      return database.read(
          tenant, limits, connection -> use.of(new PostgresStatement(connection, statement)));
    } catch (SQLException failure) {
      throw PostgresFailures.of(failure);
    }
  }
}
