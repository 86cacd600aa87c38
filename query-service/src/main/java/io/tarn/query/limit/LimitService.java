package io.tarn.query.limit;

import io.tarn.common.tenant.TenantId;
import io.tarn.query.config.QueryConfig;
import io.tarn.service.gate.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Tells and sets the limits of a tenant.
@ApplicationScoped
public class LimitService {
  private final TenantLimitsRepository tenants;
  private final QueryConfig config;
  private final Clock clock;

  LimitService(TenantLimitsRepository tenants, QueryConfig config, Clock clock) {
    this.tenants = tenants;
    this.config = config;
    this.clock = clock;
  }

  /// What holds for the tenant now.
  @Transactional
  public QueryLimits of(TenantId tenant) {
    return ownOf(tenant).over(defaults());
  }

  /// What is set for the tenant alone.
  @Transactional
  public OwnLimits ownOf(TenantId tenant) {
    return tenants.find(tenant).map(TenantLimitsEntity::limits).orElse(OwnLimits.NONE);
  }

  /// What holds where nothing is set.
  public QueryLimits defaults() {
    var defaults = config.limits();
    return new QueryLimits(
        defaults.concurrentExecutions(),
        defaults.queuedExecutions(),
        defaults.runTime(),
        defaults.resultRows(),
        defaults.resultSize().asLongValue(),
        defaults.temporarySize().asLongValue(),
        defaults.memorySize().asLongValue());
  }

  /// Sets all of a tenant's own limits; executions that have begun keep theirs.
  @Transactional
  public void set(TenantId tenant, OwnLimits limits, Actor actor) {
    var now = clock.instant();
    var by = actor.issuer() + "|" + actor.subject();
    var row = tenants.lock(tenant, now, by);
    row.changedAt = now;
    row.changedBy = by;
    row.set(limits);
  }
}
