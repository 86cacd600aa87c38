package io.tarn.query.tenantdb;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.tarn.common.tenant.TenantId;
import io.tarn.query.config.QueryConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.postgresql.Driver;

/// The connections of one tenant. Its counters are guarded by [TenantPools].
final class TenantPool implements AutoCloseable {
  private final TenantId tenant;
  private final AgroalDataSource connections;
  private int users;
  private Instant lastUse = Instant.MIN;

  private TenantPool(TenantId tenant, AgroalDataSource connections) {
    this.tenant = tenant;
    this.connections = connections;
  }

  static TenantPool open(
      TenantId tenant, String url, String password, QueryConfig.TenantDatabase config) {
    var supplier =
        new AgroalDataSourceConfigurationSupplier()
            .metricsEnabled(true)
            .connectionPoolConfiguration(
                pool ->
                    pool.initialSize(0)
                        .minSize(0)
                        .maxSize(config.maxConnectionsPerTenant())
                        .reapTimeout(config.idleTimeout())
                        .maxLifetime(config.maxAge())
                        .acquisitionTimeout(config.acquisitionTimeout())
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .jdbcUrl(url)
                                    .connectionProviderClass(Driver.class)
                                    .principal(new NamePrincipal(tenant.schema()))
                                    .credential(new SimplePassword(password))
                                    .autoCommit(false)
                                    .jdbcProperty("prepareThreshold", "0")
                                    .jdbcProperty("maxResultBuffer", config.largestFetch())
                                    .jdbcProperty("ApplicationName", "tarn-query")
                                    .jdbcProperty("connectTimeout", "5")
                                    .jdbcProperty("loginTimeout", "5")
                                    .jdbcProperty("tcpKeepAlive", "true")));
    try {
      return new TenantPool(tenant, AgroalDataSource.from(supplier));
    } catch (SQLException failure) {
      throw new TenantDatabaseException("no connections for " + tenant, failure);
    }
  }

  Connection connect() {
    try {
      return connections.getConnection();
    } catch (SQLException failure) {
      throw new TenantDatabaseException("no connection for " + tenant, failure);
    }
  }

  void enter(Instant now) {
    users++;
    lastUse = now;
  }

  void leave(Instant now) {
    users--;
    lastUse = now;
  }

  boolean isUnused() {
    return users == 0;
  }

  boolean isUnusedSince(Instant then) {
    return users == 0 && lastUse.isBefore(then);
  }

  /// How many connections are open, in use or not.
  long open() {
    var metrics = connections.getMetrics();
    return metrics.activeCount() + metrics.availableCount();
  }

  /// Closes the connections that nobody uses, soon.
  void closeIdle() {
    connections.flush(AgroalDataSource.FlushMode.IDLE);
  }

  @Override
  public void close() {
    connections.close();
  }
}
