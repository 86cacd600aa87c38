package io.tarn.catalog.tenant;

import io.tarn.catalog.tenant.TenantException.NotFound;
import io.tarn.catalog.tenant.TenantException.SlugTaken;
import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.kafka.Topics;
import io.tarn.service.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// The rows of tenants, each step in a transaction of its own: making a tenant asks other parts
/// in between, and no transaction waits for those.
@ApplicationScoped
class TenantRows {
  private static final Duration GIVEN_UP = Duration.ofMinutes(10);

  private final TenantRepository tenants;
  private final Outbox outbox;
  private final Clock clock;

  TenantRows(TenantRepository tenants, Outbox outbox, Clock clock) {
    this.tenants = tenants;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// Takes the slug for a tenant that nobody sees yet.
  @Transactional
  Tenant begin(NewTenant wanted) {
    if (tenants.isSlugTaken(wanted.slug())) {
      throw new SlugTaken();
    }
    var row = new TenantEntity();
    row.tenantId = Ids.tenantId().value();
    row.slug = wanted.slug();
    row.name = wanted.name();
    row.homeAccount = wanted.homeAccount();
    row.accounts = wanted.accounts();
    row.status = TenantStatus.PROVISIONING.wireName();
    row.createdAt = clock.instant();
    tenants.persistAndFlush(row);
    return row.tenant();
  }

  /// Shows the finished tenant, and tells others.
  @Transactional
  Tenant activate(TenantId tenant) {
    return change(anyState(tenant), row -> row.status = TenantStatus.ACTIVE.wireName());
  }

  @Transactional
  Tenant change(TenantId tenant, Consumer<TenantEntity> change) {
    return change(tenants.find(tenant).orElseThrow(NotFound::new), change);
  }

  /// Frees the slug; what is left of the tenant is still to be removed elsewhere.
  @Transactional
  void giveUp(TenantId tenant) {
    var row = anyState(tenant);
    row.status = TenantStatus.UNDOING.wireName();
    row.slug = "undone-" + tenant.value();
  }

  @Transactional
  void remove(TenantId tenant) {
    tenants.deleteById(tenant.value());
  }

  @Transactional
  List<Tenant> unfinished() {
    return tenants.unfinished(clock.instant().minus(GIVEN_UP)).stream()
        .map(TenantEntity::tenant)
        .toList();
  }

  private TenantEntity anyState(TenantId tenant) {
    return tenants.findInAnyState(tenant).orElseThrow(NotFound::new);
  }

  private Tenant change(TenantEntity row, Consumer<TenantEntity> change) {
    change.accept(row);
    tenants.flush();
    var tenant = row.tenant();
    outbox.append(Topics.TENANTS, tenant.id().value(), TenantEvent.of(tenant));
    return tenant;
  }
}
