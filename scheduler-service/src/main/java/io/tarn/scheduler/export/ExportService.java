package io.tarn.scheduler.export;

import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.destination.DestinationException;
import io.tarn.scheduler.destination.DestinationService;
import io.tarn.scheduler.export.ExportException.NotFound;
import io.tarn.service.gate.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes exports in, and shows them.
@ApplicationScoped
public class ExportService implements Exports {
  private final Transactions transactions;
  private final ExportRows rows;
  private final DestinationService destinations;
  private final Clock clock;

  public ExportService(
      Transactions transactions, ExportRows rows, DestinationService destinations, Clock clock) {
    this.transactions = transactions;
    this.rows = rows;
    this.destinations = destinations;
    this.clock = clock;
  }

  /// Asks for an export that is not asked for twice.
  ///
  /// @throws DestinationException.NotFound if there is no such destination
  public Export create(TenantId tenant, Actor owner, ExportRequest request) {
    if (request.destination() != null) {
      var _ = destinations.find(tenant, request.destination());
    }
    var id = Ids.uuid();
    return insert(tenant, id, "api:" + id, owner, request);
  }

  @Override
  public Export deliver(TenantId tenant, Actor owner, String key, ExportRequest request) {
    return insert(tenant, Ids.uuid(), "run:" + key, owner, request);
  }

  private Export insert(TenantId tenant, UUID id, String key, Actor owner, ExportRequest request) {
    var now = now();
    return transactions.in(
        connection -> rows.insert(connection, tenant, id, key, owner, request, now));
  }

  @Override
  public Optional<Export> look(TenantId tenant, UUID export) {
    return transactions.in(connection -> rows.find(connection, tenant, export));
  }

  @Override
  public void cancel(TenantId tenant, UUID export) {
    var now = now();
    transactions.run(connection -> rows.cancel(connection, tenant, export, now));
  }

  /// @param owner whose exports are seen; null is everybody's
  public Export find(TenantId tenant, @Nullable Actor owner, UUID export) {
    return look(tenant, export)
        .filter(found -> owner == null || isSame(owner, found.owner()))
        .orElseThrow(NotFound::new);
  }

  private static boolean isSame(Actor one, Actor other) {
    return one.issuer().equals(other.issuer()) && one.subject().equals(other.subject());
  }

  /// Exports of a tenant before the one of this time and id, the newest first.
  ///
  /// @param owner whose exports are seen; null is everybody's
  public List<Export> list(
      TenantId tenant, @Nullable Actor owner, Instant createdAt, UUID id, int limit) {
    return transactions.in(
        connection -> rows.list(connection, tenant, owner, createdAt, id, limit));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
