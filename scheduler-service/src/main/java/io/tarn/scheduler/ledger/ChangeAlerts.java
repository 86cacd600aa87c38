package io.tarn.scheduler.ledger;

import io.tarn.common.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/// Tells channels of changes.
@FunctionalInterface
public interface ChangeAlerts {
  /// Queues what is told, in the transaction that keeps the verdicts. Channels that are no more are
  /// told nothing.
  void tell(Connection connection, TenantId tenant, List<UUID> channels, ChangeAlert alert)
      throws SQLException;
}
