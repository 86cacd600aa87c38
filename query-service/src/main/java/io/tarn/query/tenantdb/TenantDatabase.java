package io.tarn.query.tenantdb;

import io.tarn.common.tenant.TenantId;
import io.tarn.query.config.QueryConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Lends connections under a tenant's login. Safe for use by many threads.
@ApplicationScoped
public class TenantDatabase {
  private final TenantPools pools;
  private final Semaphore lendable;
  private final QueryConfig.TenantDatabase config;

  TenantDatabase(TenantPools pools, QueryConfig config) {
    this.pools = pools;
    this.config = config.tenantDatabase();
    this.lendable = new Semaphore(this.config.maxConnections(), true);
  }

  /// Runs `reading` in a transaction of its own under the tenant's login, and rolls it back.
  ///
  /// @param limit after which the database itself stops a statement, whatever the caller does
  /// @throws TenantDatabaseException if there is no such login, or no connection to be had
  public <T> T read(TenantId tenant, Duration limit, Reading<T> reading) throws SQLException {
    return read(tenant, SessionLimits.ofTime(limit), reading);
  }

  /// The same within further limits.
  public <T> T read(TenantId tenant, SessionLimits limits, Reading<T> reading) throws SQLException {
    awaitTurn();
    try {
      return readInTurn(tenant, limits, reading);
    } finally {
      lendable.release();
    }
  }

  private <T> T readInTurn(TenantId tenant, SessionLimits limits, Reading<T> reading)
      throws SQLException {
    var pool = pools.enter(tenant);
    try (var connection = pool.connect()) {
      return readAndRollBack(connection, limits, reading);
    } finally {
      pools.leave(pool);
    }
  }

  private static <T> T readAndRollBack(
      Connection connection, SessionLimits limits, Reading<T> reading) throws SQLException {
    try {
      begin(connection, limits);
      var answer = reading.read(connection);
      connection.rollback();
      return answer;
    } catch (SQLException | RuntimeException | Error failure) {
      rollBackAfter(failure, connection);
      throw failure;
    }
  }

  /// A connection that cannot be rolled back serves nobody any more: the pool sees that by the
  /// failure, and drops it when it is closed. (After its own `abort`, it would take the closing for
  /// done, and never give the connection's place to another.)
  private static void rollBackAfter(Throwable failure, Connection connection) {
    // a request to cancel can come late, and hit the first instead of the statement
    if (!rollBack(failure, connection)) {
      rollBack(failure, connection);
    }
  }

  private static boolean rollBack(Throwable failure, Connection connection) {
    try {
      connection.rollback();
      return true;
    } catch (SQLException broken) {
      failure.addSuppressed(broken);
      return false;
    }
  }

  private static void begin(Connection connection, SessionLimits limits) throws SQLException {
    try (var setting = connection.createStatement()) {
      setting.execute(limits.settings());
    }
  }

  private void awaitTurn() {
    try {
      var patience = config.acquisitionTimeout().toMillis();
      if (!lendable.tryAcquire(patience, TimeUnit.MILLISECONDS)) {
        throw new TenantDatabaseException("no connection became free in time");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new TenantDatabaseException("interrupted while waiting for a connection");
    }
  }

  /// What is done with the connection. It must not be kept.
  @FunctionalInterface
  public interface Reading<T> {
    T read(Connection connection) throws SQLException;
  }
}
