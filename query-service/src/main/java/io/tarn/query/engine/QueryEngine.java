package io.tarn.query.engine;

import io.tarn.common.tenant.TenantId;
import io.tarn.query.tenantdb.SessionLimits;
import io.tarn.sql.Translation;

/// Answers translated statements. Safe for use by many threads.
public interface QueryEngine {
  /// Opens a statement of a tenant, and closes it after its use. All that the statement is asked
  /// sees the same events, and none but the tenant's own.
  ///
  /// @param limits after which the engine itself ends what it does
  /// @throws EngineException where the engine cannot answer
  /// @throws io.tarn.query.tenantdb.TenantDatabaseException where it cannot be reached for this
  ///     tenant
  <T> T open(TenantId tenant, SessionLimits limits, Translation statement, Use<T> use);

  /// What is done with an open statement. It must not be kept.
  @FunctionalInterface
  interface Use<T> {
    T of(OpenStatement statement);
  }
}
