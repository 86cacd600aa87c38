package io.tarn.scheduler.chargeback;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.chargeback.ChargebackException.Changed;
import io.tarn.scheduler.chargeback.ChargebackException.Invalid;
import io.tarn.scheduler.chargeback.ChargebackException.MeterBuiltIn;
import io.tarn.scheduler.chargeback.ChargebackException.MeterTaken;
import io.tarn.scheduler.chargeback.ChargebackException.NotFound;
import io.tarn.scheduler.chargeback.ChargebackException.TooManyMeters;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.schedule.QueryCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;

/// Keeps the meters of tenants.
@ApplicationScoped
public class MeterService {
  private static final int MOST = 50;

  private final Transactions transactions;
  private final MeterRows meters;
  private final UsageRows usage;
  private final QueryCheck check;
  private final Clock clock;

  MeterService(
      Transactions transactions, MeterRows meters, UsageRows usage, QueryCheck check, Clock clock) {
    this.transactions = transactions;
    this.meters = meters;
    this.usage = usage;
    this.check = check;
    this.clock = clock;
  }

  /// Those of the product and the tenant's own, by their ids.
  public List<Meter> list(TenantId tenant) {
    return transactions.in(connection -> meters.list(connection, tenant));
  }

  /// @throws NotFound if there is none
  public Meter find(TenantId tenant, String id) {
    return transactions.in(connection -> found(connection, tenant, id));
  }

  /// Keeps a meter, which counts from now on, and what there was in open months.
  ///
  /// @param grant by which this service was called
  /// @throws Invalid if the statement cannot be run, or lacks a column
  public Meter create(TenantId tenant, String grant, String id, MeterDefinition definition) {
    check(tenant, grant, definition);
    var made = new Meter(id, definition, false, true, 1);
    transactions.run(
        connection -> {
          meters.lock(connection, tenant);
          var all = meters.list(connection, tenant);
          if (all.stream().anyMatch(meter -> meter.id().equals(id))) {
            throw new MeterTaken();
          }
          if (all.stream().filter(meter -> !meter.isBuiltIn()).count() >= MOST) {
            throw new TooManyMeters(MOST);
          }
          meters.keep(connection, tenant, made, clock.instant());
        });
    return made;
  }

  /// Changes a meter. Its usage in open months is read anew.
  public Meter change(
      TenantId tenant, String grant, String id, int base, MeterDefinition definition) {
    refuseBuiltIn(find(tenant, id));
    check(tenant, grant, definition);
    return changed(
        tenant, id, base, old -> new Meter(id, definition, false, old.isEnabled(), base + 1));
  }

  /// Switches a meter on or off. One that is off has no lines in open months.
  public Meter enable(TenantId tenant, String id, int base, boolean isEnabled) {
    return changed(
        tenant,
        id,
        base,
        old -> new Meter(id, old.definition(), old.isBuiltIn(), isEnabled, base + 1));
  }

  private Meter changed(TenantId tenant, String id, int base, UnaryOperator<Meter> change) {
    return transactions.in(
        connection -> {
          meters.lock(connection, tenant);
          var old = based(connection, tenant, id, base);
          var made = change.apply(old);
          meters.keep(connection, tenant, made, clock.instant());
          usage.forget(connection, tenant, id);
          return made;
        });
  }

  /// Deletes a meter and what it counted in open months.
  public void delete(TenantId tenant, String id, int base) {
    transactions.run(
        connection -> {
          meters.lock(connection, tenant);
          refuseBuiltIn(based(connection, tenant, id, base));
          meters.delete(connection, tenant, id);
          usage.forget(connection, tenant, id);
        });
  }

  private Meter based(Connection connection, TenantId tenant, String id, int base)
      throws SQLException {
    var old = found(connection, tenant, id);
    if (old.version() != base) {
      throw new Changed(old.version());
    }
    return old;
  }

  private Meter found(Connection connection, TenantId tenant, String id) throws SQLException {
    return meters.find(connection, tenant, id).orElseThrow(NotFound::new);
  }

  private static void refuseBuiltIn(Meter meter) {
    if (meter.isBuiltIn()) {
      throw new MeterBuiltIn();
    }
  }

  /// Asks query-service about the statement that reads the usage, which names each column.
  private void check(TenantId tenant, String grant, MeterDefinition definition) {
    var violations = MeterRules.violations(definition);
    if (!violations.isEmpty()) {
      throw new Invalid(violations);
    }
    // Alone first, so that places of faults are those of its own text.
    check.check(tenant, grant, new MeterStatements(definition).own(), MeterRules.WINDOW);
    check.check(tenant, grant, new MeterStatements(definition).daily(), MeterRules.WINDOW);
  }
}
