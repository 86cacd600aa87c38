package io.tarn.scheduler.ledger;

import io.tarn.common.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;

/// Tells others what is said of changes.
@FunctionalInterface
interface VerdictPublisher {
  /// Tells it in the transaction that keeps the revision.
  void publish(Connection connection, TenantId tenant, ChangeVerdictRecord revision)
      throws SQLException;
}
