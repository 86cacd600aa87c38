package io.tarn.scheduler.approval;

import io.tarn.common.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// The approvals of tenants, for whoever judges changes.
public interface Approvals {
  /// The approvals of which any version's window overlaps this range, with all their versions.
  ///
  /// @param from the start (inclusive)
  /// @param to the end (inclusive)
  List<ApprovalHistory> around(Connection connection, TenantId tenant, Instant from, Instant to)
      throws SQLException;
}
