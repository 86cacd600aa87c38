package io.tarn.query.limit;

import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// The limits of tenants that run statements, read again after two seconds. So long, what was set
/// at another replica may go unnoticed; what is set here holds at once. Safe for several threads.
@ApplicationScoped
public class KeptLimits {
  private static final Duration KEPT = Duration.ofSeconds(2);
  private static final int MOST = 1000;

  private final LimitService limits;
  private final Clock clock;

  /// The latest read last.
  private final Map<TenantId, Kept> kept =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TenantId, Kept> eldest) {
          return size() > MOST;
        }
      };

  private record Kept(QueryLimits limits, Instant until) {}

  KeptLimits(LimitService limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /// What holds for the tenant now.
  public QueryLimits of(TenantId tenant) {
    var now = clock.instant();
    synchronized (kept) {
      var found = kept.get(tenant);
      if (found != null && now.isBefore(found.until())) {
        return found.limits();
      }
    }
    var read = limits.of(tenant);
    synchronized (kept) {
      kept.remove(tenant);
      kept.put(tenant, new Kept(read, now.plus(KEPT)));
    }
    return read;
  }

  /// Sets all of a tenant's own limits; executions that have begun keep theirs.
  public void set(TenantId tenant, OwnLimits own, Actor actor) {
    limits.set(tenant, own, actor);
    synchronized (kept) {
      kept.remove(tenant);
    }
  }
}
