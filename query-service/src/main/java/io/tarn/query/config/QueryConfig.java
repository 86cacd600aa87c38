package io.tarn.query.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// How much the service takes on at a time, and how long it keeps what it found.
@ConfigMapping(prefix = "tarn.query")
public interface QueryConfig {
  /// How long one execution may run before it is stopped as timed out.
  @WithDefault("PT10M")
  Duration runTimeout();

  /// How many executions run at a time, over all tenants.
  @Min(1)
  @WithDefault("8")
  int concurrentExecutions();

  /// How many executions of one tenant run at a time; further ones queue.
  @Min(1)
  @WithDefault("3")
  int concurrentExecutionsPerTenant();

  /// How many executions of one tenant may be queued or running; further ones are refused.
  @Min(1)
  @WithDefault("10")
  int activeExecutionsPerTenant();

  /// The longest that a request for a state waits for its end.
  @WithDefault("PT30S")
  Duration longestWait();

  /// How long the history of executions is kept; not less than results are.
  @WithDefault("P90D")
  Duration retention();

  /// How long results are kept, and with them the cursors into them.
  @WithDefault("P7D")
  Duration resultRetention();

  /// How often results that are no longer kept are looked for.
  @WithDefault("1m")
  String resultSweep();

  /// The services' own bucket at `tarn.s3.endpoint`, where results are kept.
  @WithDefault("tarn-services")
  String resultBucket();

  /// How large a stored result may grow, compressed, before its execution fails.
  @WithDefault("1G")
  MemorySize maxResultSize();

  /// The connections under tenants' logins.
  TenantDatabase tenantDatabase();

  /// Connections under tenants' logins.
  interface TenantDatabase {
    /// How many may be in use at a time, over all tenants.
    @Min(2)
    @Max(500)
    @WithDefault("24")
    int maxConnections();

    /// How many one tenant may have; more than it may have executions, so that states and
    /// translations are answered while all of them run. The login itself is limited to 12.
    @Min(2)
    @Max(12)
    @WithDefault("6")
    int maxConnectionsPerTenant();

    /// How long a connection stays open unused.
    @WithDefault("PT1M")
    Duration idleTimeout();

    /// How old a connection may become.
    @WithDefault("PT30M")
    Duration maxAge();

    /// How long to wait for a connection.
    @WithDefault("PT5S")
    Duration acquisitionTimeout();
  }
}
