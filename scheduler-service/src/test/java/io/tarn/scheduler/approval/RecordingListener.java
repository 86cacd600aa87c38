package io.tarn.scheduler.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Remembers of which versions it was told, with whether the transaction that told it sees them.
@ApplicationScoped
public class RecordingListener implements ApprovalListener {
  private final Queue<Told> told = new ConcurrentLinkedQueue<>();

  /// What the listener was told.
  ///
  /// @param isKept whether the row is there for the connection that told of it
  public record Told(Approval version, List<Long> known, boolean isKept) {}

  @Override
  public void received(Connection connection, ApprovalHistory history, Approval version)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            select from approval_versions
            where tenant_id = ? and system = ? and approval_id = ? and version = ?""")) {
      query.setString(1, version.tenant().value());
      query.setString(2, version.system());
      query.setString(3, version.id());
      query.setLong(4, version.version());
      try (var rows = query.executeQuery()) {
        var known = history.versions().stream().map(Approval::version).toList();
        told.add(new Told(version, known, rows.next()));
      }
    }
  }

  public List<Told> of(String id) {
    return told.stream().filter(all -> all.version().id().equals(id)).toList();
  }
}
