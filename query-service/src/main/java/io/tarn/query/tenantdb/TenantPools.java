package io.tarn.query.tenantdb;

import io.quarkus.scheduler.Scheduled;
import io.tarn.common.secret.MasterSecret;
import io.tarn.common.tenant.TenantId;
import io.tarn.query.config.QueryConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The pools of the tenants that were active of late, the least recently used first. Where all of
/// them together reach the bound, the connections of tenants at rest are closed.
@ApplicationScoped
class TenantPools {
  private final Map<TenantId, TenantPool> pools = new LinkedHashMap<>(16, 0.75f, true);
  private final String url;
  private final MasterSecret secret;
  private final QueryConfig.TenantDatabase config;
  private final Clock clock;

  TenantPools(
      @ConfigProperty(name = "tarn.postgres.url") String url,
      MasterSecret secret,
      QueryConfig config,
      Clock clock) {
    this.url = url;
    this.secret = secret;
    this.config = config.tenantDatabase();
    this.clock = clock;
  }

  /// The tenant's pool, which stays open until [#leave].
  synchronized TenantPool enter(TenantId tenant) {
    makeRoom(tenant);
    var pool = pools.computeIfAbsent(tenant, this::open);
    pool.enter(clock.instant());
    return pool;
  }

  synchronized void leave(TenantPool pool) {
    pool.leave(clock.instant());
  }

  /// How many connections are open over all tenants.
  synchronized long open() {
    return pools.values().stream().mapToLong(TenantPool::open).sum();
  }

  @Scheduled(every = "1m")
  synchronized void closeUnused() {
    var since = clock.instant().minus(config.idleTimeout());
    removeIf(pool -> pool.isUnusedSince(since));
  }

  @PreDestroy
  synchronized void closeAll() {
    removeIf(_ -> true);
  }

  private void makeRoom(TenantId tenant) {
    if (open() < config.maxConnections()) {
      return;
    }
    var own = pools.get(tenant);
    removeIf(pool -> pool != own && pool.isUnused());
    pools.values().forEach(TenantPool::closeIdle);
  }

  private TenantPool open(TenantId tenant) {
    var password = secret.derive("postgres-login", tenant.schema());
    return TenantPool.open(tenant, url, password, config);
  }

  private void removeIf(Predicate<TenantPool> superfluous) {
    pools
        .values()
        .removeIf(
            pool -> {
              var goes = superfluous.test(pool);
              if (goes) {
                pool.close();
              }
              return goes;
            });
  }
}
