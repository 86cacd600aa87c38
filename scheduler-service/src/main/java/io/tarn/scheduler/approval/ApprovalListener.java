package io.tarn.scheduler.approval;

import java.sql.Connection;
import java.sql.SQLException;

/// Learns of approvals.
public interface ApprovalListener {
  /// A version has come that was not known, in the transaction that keeps it. It may be older than
  /// one that is known.
  void received(Connection connection, ApprovalHistory history, Approval version)
      throws SQLException;
}
