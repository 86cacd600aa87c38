package io.tarn.scheduler.destination;

import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.destination.Destination.Access;
import io.tarn.scheduler.destination.Destination.AssumedRole;
import io.tarn.scheduler.destination.Destination.StaticKey;
import io.tarn.scheduler.destination.DestinationException.Invalid;
import io.tarn.scheduler.destination.DestinationException.NotFound;
import io.tarn.scheduler.destination.DestinationException.TooMany;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps destinations of tenants.
@ApplicationScoped
public class DestinationService {
  private static final int MOST = 100;

  private final Transactions transactions;
  private final DestinationRows rows;
  private final DestinationRules rules;
  private final DeliveryTargets targets;
  private final Clock clock;

  DestinationService(
      Transactions transactions,
      DestinationRows rows,
      DestinationRules rules,
      DeliveryTargets targets,
      Clock clock) {
    this.transactions = transactions;
    this.rows = rows;
    this.rules = rules;
    this.targets = targets;
    this.clock = clock;
  }

  /// @throws Invalid if the place is none to which results may be delivered
  public Destination create(TenantId tenant, DestinationPlan plan) {
    check(plan, plan.secretAccessKey() != null);
    var now = now();
    var made =
        new Destination(tenant, Ids.uuid(), plan.name(), plan.place(), accessOf(plan), now, now);
    transactions.run(
        connection -> {
          if (rows.lockToAdd(connection, tenant) >= MOST) {
            throw new TooMany(MOST);
          }
          rows.insert(connection, made, sealed(made, plan.secretAccessKey()));
        });
    return made;
  }

  /// Changes a destination. A secret stays only while bucket, endpoint and access key stay.
  ///
  /// @throws Invalid if the place is none to which results may be delivered
  public Destination change(TenantId tenant, UUID id, DestinationPlan plan) {
    var now = now();
    check(plan, plan.secretAccessKey() != null || keepsItsSecret(find(tenant, id), plan));
    return transactions.in(
        connection -> {
          var before = rows.lock(connection, tenant, id).orElseThrow(NotFound::new);
          var after =
              new Destination(
                  tenant, id, plan.name(), plan.place(), accessOf(plan), before.createdAt(), now);
          rows.update(connection, after, secretAfter(connection, before, after, plan));
          return after;
        });
  }

  private byte @Nullable [] secretAfter(
      Connection connection, Destination before, Destination after, DestinationPlan plan)
      throws SQLException {
    if (plan.secretAccessKey() != null || after.access() instanceof AssumedRole) {
      return sealed(after, plan.secretAccessKey());
    }
    if (!keepsItsSecret(before, plan)) {
      check(plan, false);
    }
    return rows.secretOf(connection, before.tenant(), before.id());
  }

  private static boolean keepsItsSecret(Destination before, DestinationPlan plan) {
    return before.access() instanceof StaticKey(var accessKeyId)
        && accessKeyId.equals(plan.accessKeyId())
        && before.place().endpoint().equals(plan.place().endpoint())
        && before.place().bucket().equals(plan.place().bucket());
  }

  private byte @Nullable [] sealed(Destination destination, @Nullable String secret) {
    return secret == null ? null : targets.sealed(destination.tenant(), destination.id(), secret);
  }

  private static Access accessOf(DestinationPlan plan) {
    return plan.roleArn() != null
        ? new AssumedRole(plan.roleArn())
        : new StaticKey(Objects.requireNonNull(plan.accessKeyId()));
  }

  private void check(DestinationPlan plan, boolean hasSecret) {
    var violations = rules.violations(plan, hasSecret);
    if (!violations.isEmpty()) {
      throw new Invalid(violations);
    }
  }

  public Destination find(TenantId tenant, UUID id) {
    return transactions
        .in(connection -> rows.find(connection, tenant, id))
        .orElseThrow(NotFound::new);
  }

  /// Destinations of a tenant after the one of this name and id, by their names.
  public List<Destination> list(TenantId tenant, String name, UUID id, int limit) {
    return transactions.in(connection -> rows.list(connection, tenant, name, id, limit));
  }

  /// Deletes a destination. Exports to it that have not ended fail; delivered files stay.
  public void delete(TenantId tenant, UUID id) {
    if (!transactions.in(connection -> rows.delete(connection, tenant, id))) {
      throw new NotFound();
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
