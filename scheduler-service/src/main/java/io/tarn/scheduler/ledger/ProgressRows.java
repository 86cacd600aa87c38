package io.tarn.scheduler.ledger;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far ledgers are, and leases on them. The row of a tenant is the lock under which its ledger
/// is changed.
@ApplicationScoped
class ProgressRows {
  private static final String ADD =
      "insert into ledger_progress (tenant_id) values (?) on conflict (tenant_id) do nothing";
  private static final String CLAIM =
      """
      update ledger_progress set instance_id = ?, leased_until = ?,
        fencing_token = fencing_token + 1
      where tenant_id in (
        select tenant_id from ledger_progress
        where tenant_id = any(?) and (leased_until is null or leased_until < ?)
        order by leased_until nulls first, tenant_id limit ? for update skip locked)
      returning tenant_id, fencing_token""";
  private static final String RENEW =
      "update ledger_progress set leased_until = ? where tenant_id = ? and fencing_token = ?";
  private static final String LOCK =
      """
      select covered_position, step from ledger_progress
      where tenant_id = ? and fencing_token = ? for update""";
  private static final String MOVE =
      """
      update ledger_progress set covered_position = ?, step = ?
      where tenant_id = ? and fencing_token = ?""";

  /// A process has the ledger of a tenant for itself.
  record Lease(TenantId tenant, long fencingToken) {}

  /// How far it is.
  ///
  /// @param covered null where nothing was read yet
  /// @param step null for all at once
  record Progress(@Nullable Long covered, @Nullable Long step) {}

  /// Somebody else has the ledger meanwhile.
  static final class LeaseLostException extends RuntimeException {
    LeaseLostException() {
      super("the lease is another process's", null, false, false);
    }
  }

  List<Lease> claim(
      Connection connection,
      List<TenantId> tenants,
      UUID instance,
      Instant now,
      Instant leasedUntil,
      int most)
      throws SQLException {
    try (var add = connection.prepareStatement(ADD);
        var claim = connection.prepareStatement(CLAIM)) {
      for (var tenant : tenants) {
        Values.bind(add, tenant.value());
        add.addBatch();
      }
      add.executeBatch();
      var ids = tenants.stream().map(TenantId::value).toArray();
      Values.bind(claim, instance, leasedUntil, connection.createArrayOf("text", ids), now, most);
      try (var found = claim.executeQuery()) {
        var leases = new ArrayList<Lease>();
        while (found.next()) {
          leases.add(new Lease(new TenantId(found.getString(1)), found.getLong(2)));
        }
        return leases;
      }
    }
  }

  /// Keeps a lease until then; with a time that is over, gives it up.
  void renew(Connection connection, Lease lease, Instant leasedUntil) throws SQLException {
    try (var statement = connection.prepareStatement(RENEW)) {
      Values.bind(statement, leasedUntil, lease.tenant().value(), lease.fencingToken());
      statement.executeUpdate();
    }
  }

  /// Lets nobody else change the ledger until the transaction ends.
  ///
  /// @throws LeaseLostException if the lease is another process's
  Progress lock(Connection connection, Lease lease) throws SQLException {
    try (var statement = connection.prepareStatement(LOCK)) {
      Values.bind(statement, lease.tenant().value(), lease.fencingToken());
      try (var found = statement.executeQuery()) {
        if (!found.next()) {
          throw new LeaseLostException();
        }
        return new Progress(found.getObject(1, Long.class), found.getObject(2, Long.class));
      }
    }
  }

  /// The same for somebody without a lease, who waits for whoever has one to end a transaction.
  void lock(Connection connection, TenantId tenant) throws SQLException {
    try (var add = connection.prepareStatement(ADD);
        var lock =
            connection.prepareStatement(
                "select 1 from ledger_progress where tenant_id = ? for update")) {
      Values.bind(add, tenant.value());
      add.executeUpdate();
      Values.bind(lock, tenant.value());
      lock.execute();
    }
  }

  void move(Connection connection, Lease lease, @Nullable Long covered, @Nullable Long step)
      throws SQLException {
    try (var statement = connection.prepareStatement(MOVE)) {
      Values.bind(statement, covered, step, lease.tenant().value(), lease.fencingToken());
      statement.executeUpdate();
    }
  }
}
