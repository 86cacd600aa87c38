package io.tarn.scheduler.approval;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.approval.ApprovalException.Invalid;
import io.tarn.scheduler.approval.ApprovalException.NotFound;
import io.tarn.scheduler.approval.ApprovalException.VersionConflict;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.tenant.KnownTenant;
import io.tarn.scheduler.tenant.KnownTenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps the approvals of tenants.
@ApplicationScoped
public class ApprovalService {
  private final Transactions transactions;
  private final ApprovalIntake intake;
  private final ApprovalRows rows;
  private final KnownTenants tenants;
  private final Clock clock;

  ApprovalService(
      Transactions transactions,
      ApprovalIntake intake,
      ApprovalRows rows,
      KnownTenants tenants,
      Clock clock) {
    this.transactions = transactions;
    this.intake = intake;
    this.rows = rows;
    this.tenants = tenants;
    this.clock = clock;
  }

  /// What a version was, and all that is known of its approval now.
  public record Kept(Receipt receipt, ApprovalHistory history) {}

  /// A place in a list of approvals.
  public record Place(Instant changedAt, String system, String id) {}

  /// Keeps a version. One that is known changes nothing; one that is older than the newest is kept
  /// and does not replace it.
  ///
  /// @throws Invalid if it makes no sense
  /// @throws VersionConflict if the version is known with other content
  public Kept keep(TenantId tenant, ApprovalDraft draft) {
    return transactions.in(connection -> keep(connection, tenant, draft));
  }

  /// The same in a transaction of the caller.
  public Kept keep(Connection connection, TenantId tenant, ApprovalDraft draft)
      throws SQLException {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var violations = ApprovalRules.violations(draft, accounts(connection, tenant), now);
    if (!violations.isEmpty()) {
      throw new Invalid(violations);
    }
    var receipt = intake.take(connection, tenant, List.of(draft), now).getFirst();
    if (receipt == Receipt.CONFLICT) {
      throw new VersionConflict(draft.version());
    }
    return new Kept(receipt, history(connection, tenant, draft.key()));
  }

  /// The accounts that a tenant admits; empty admits all.
  public Set<String> accounts(Connection connection, TenantId tenant) throws SQLException {
    return tenants.find(connection, tenant).map(KnownTenant::accounts).orElse(Set.of());
  }

  /// @throws NotFound if there is no such approval
  public ApprovalHistory find(TenantId tenant, ApprovalKey key) {
    return transactions.in(connection -> history(connection, tenant, key));
  }

  private ApprovalHistory history(Connection connection, TenantId tenant, ApprovalKey key)
      throws SQLException {
    return rows.histories(connection, tenant, List.of(key)).values().stream()
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /// Approvals after a place, those first whose newest version changed last.
  ///
  /// @param after the last one seen; null for the beginning
  public List<ApprovalHistory> list(
      TenantId tenant, ApprovalFilter filter, @Nullable Place after, int limit) {
    return transactions.in(
        connection -> {
          var keys =
              rows.list(connection, tenant, filter, after, limit).stream()
                  .map(ApprovalRows::keyOf)
                  .toList();
          var histories = rows.histories(connection, tenant, keys);
          return keys.stream().map(key -> histories.get(key)).toList();
        });
  }
}
