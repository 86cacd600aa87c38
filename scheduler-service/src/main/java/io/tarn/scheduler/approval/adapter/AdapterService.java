package io.tarn.scheduler.approval.adapter;

import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.approval.ApprovalService;
import io.tarn.scheduler.approval.adapter.AdapterException.Changed;
import io.tarn.scheduler.approval.adapter.AdapterException.Invalid;
import io.tarn.scheduler.approval.adapter.AdapterException.NotFound;
import io.tarn.scheduler.approval.adapter.AdapterException.TooMany;
import io.tarn.scheduler.data.Transactions;
import io.tarn.service.problem.ProblemException.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps the adapters of tenants.
@ApplicationScoped
public class AdapterService {
  private static final int MOST = 20;

  private final Transactions transactions;
  private final AdapterRows rows;
  private final AdapterSecrets secrets;
  private final ApprovalService approvals;
  private final Clock clock;

  AdapterService(
      Transactions transactions,
      AdapterRows rows,
      AdapterSecrets secrets,
      ApprovalService approvals,
      Clock clock) {
    this.transactions = transactions;
    this.rows = rows;
    this.secrets = secrets;
    this.approvals = approvals;
    this.clock = clock;
  }

  /// An adapter whose secret is new.
  ///
  /// @param secret what deliveries are signed with, which is told this once
  public record NewlySigned(ApprovalAdapter adapter, String secret) {
    @Override
    public String toString() {
      return "NewlySigned[" + adapter.id() + "]";
    }
  }

  /// An adapter with its secrets.
  record Opened(ApprovalAdapter adapter, AdapterSecret secret) {}

  /// @throws Invalid if it is none that could read anything
  public NewlySigned create(TenantId tenant, AdapterPlan plan) {
    var now = now();
    var secret = AdapterSecret.made();
    var made =
        new ApprovalAdapter(
            tenant,
            Ids.uuidAt(now.toEpochMilli()),
            plan.name(),
            plan.kind(),
            plan.settings(),
            1,
            now,
            now);
    transactions.run(
        connection -> {
          check(connection, tenant, plan);
          if (rows.lockToAdd(connection, tenant) >= MOST) {
            throw new TooMany(MOST);
          }
          rows.insert(connection, made, secrets.sealed(tenant, made.id(), secret));
        });
    return new NewlySigned(made, secret.current());
  }

  /// Changes an adapter. Its kind and its secret stay.
  ///
  /// @param base the version that the change is based on
  /// @throws Changed if that is not the newest any more
  public ApprovalAdapter change(TenantId tenant, UUID id, int base, AdapterPlan plan) {
    var now = now();
    return transactions.in(
        connection -> {
          var before = locked(connection, tenant, id, base);
          if (before.adapter().kind() != plan.kind()) {
            throw new Invalid(List.of(new Violation("kind", "cannot be changed")));
          }
          check(connection, tenant, plan);
          var after = after(before.adapter(), plan, now);
          rows.update(connection, after, before.secret());
          return after;
        });
  }

  /// Gives an adapter another secret. The one before is good beside it for a day.
  public NewlySigned rotate(TenantId tenant, UUID id) {
    var now = now();
    return transactions.in(
        connection -> {
          var before = rows.lock(connection, tenant, id).orElseThrow(NotFound::new);
          var secret = opened(before).secret().rotated(now);
          rows.update(connection, before.adapter(), secrets.sealed(tenant, id, secret));
          return new NewlySigned(before.adapter(), secret.current());
        });
  }

  /// Deletes an adapter with its log. The approvals stay.
  ///
  /// @param base the version that is to be deleted
  /// @throws Changed if that is not the newest any more
  public void delete(TenantId tenant, UUID id, int base) {
    transactions.run(
        connection -> {
          locked(connection, tenant, id, base);
          rows.delete(connection, tenant, id);
        });
  }

  public ApprovalAdapter find(TenantId tenant, UUID id) {
    return transactions
        .in(connection -> rows.find(connection, tenant, id))
        .orElseThrow(NotFound::new)
        .adapter();
  }

  /// The adapter with its secrets; empty where there is none.
  Optional<Opened> open(TenantId tenant, UUID id) {
    return transactions.in(connection -> rows.find(connection, tenant, id)).map(this::opened);
  }

  /// Adapters of a tenant after the one of this name and id, by their names.
  public List<ApprovalAdapter> list(TenantId tenant, String name, UUID id, int limit) {
    return transactions.in(connection -> rows.list(connection, tenant, name, id, limit));
  }

  private AdapterRows.Sealed locked(Connection connection, TenantId tenant, UUID id, int base)
      throws SQLException {
    var before = rows.lock(connection, tenant, id).orElseThrow(NotFound::new);
    if (before.adapter().version() != base) {
      throw new Changed(before.adapter().version());
    }
    return before;
  }

  private Opened opened(AdapterRows.Sealed found) {
    var adapter = found.adapter();
    return new Opened(adapter, secrets.opened(adapter.tenant(), adapter.id(), found.secret()));
  }

  private void check(Connection connection, TenantId tenant, AdapterPlan plan) throws SQLException {
    var violations = AdapterRules.violations(plan, approvals.accounts(connection, tenant));
    if (!violations.isEmpty()) {
      throw new Invalid(violations);
    }
  }

  private static ApprovalAdapter after(ApprovalAdapter before, AdapterPlan plan, Instant now) {
    return new ApprovalAdapter(
        before.tenant(),
        before.id(),
        plan.name(),
        before.kind(),
        plan.settings(),
        before.version() + 1,
        before.createdAt(),
        now);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
