package io.tarn.query.health;

import io.quarkus.logging.Log;
import io.tarn.common.postgres.TenantReach;
import io.tarn.common.tenant.TenantId;
import io.tarn.query.tenantdb.TenantDatabase;
import io.tarn.query.tenantdb.TenantDatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Not ready where a tenant's login reaches what it must not, or where no tenant's login works at
/// all. All logins are made by the same text, so looking at one of them, now and then, is enough.
@Readiness
@ApplicationScoped
class TenantIsolationCheck implements HealthCheck {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String OLDEST =
      """
      select substr(nspname, 3) from pg_catalog.pg_namespace
      where nspname ~ '^t_[0-9a-z]{26}$'
      order by oid
      limit 3
      """;

  private final DataSource own;
  private final TenantDatabase tenants;
  private final Clock clock;
  private Instant lookedAt = Instant.MIN;
  private List<String> faults = List.of();

  TenantIsolationCheck(DataSource own, TenantDatabase tenants, Clock clock) {
    this.own = own;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Override
  public synchronized HealthCheckResponse call() {
    if (lookedAt.isBefore(clock.instant().minus(FRESH))) {
      faults = look();
      lookedAt = faults.isEmpty() ? clock.instant() : Instant.MIN;
    }
    var answer = HealthCheckResponse.named("tenant isolation").status(faults.isEmpty());
    for (int at = 0; at < Math.min(faults.size(), 10); at++) {
      answer.withData("fault." + (at + 1), faults.get(at));
    }
    return answer.build();
  }

  private List<String> look() {
    try {
      var oldest = oldest();
      return oldest.stream()
          .map(this::reachOf)
          .flatMap(Optional::stream)
          .findFirst()
          .orElse(oldest.isEmpty() ? List.of() : List.of("no tenant's login works"));
    } catch (SQLException failure) {
      Log.warnf("the tenants cannot be listed: %s", failure.getSQLState());
      return List.of("the tenants cannot be listed");
    }
  }

  private Optional<List<String>> reachOf(TenantId tenant) {
    try {
      return Optional.of(
          tenants.read(tenant, LIMIT, TenantReach::violations).stream()
              .map(reached -> "a tenant's login reaches " + reached)
              .toList());
    } catch (SQLException | TenantDatabaseException failure) {
      Log.warnf("the login of %s does not work", tenant);
      return Optional.empty();
    }
  }

  private List<TenantId> oldest() throws SQLException {
    try (var connection = own.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(OLDEST)) {
      var found = new ArrayList<TenantId>();
      while (rows.next()) {
        found.add(new TenantId(rows.getString(1)));
      }
      return found;
    }
  }
}
