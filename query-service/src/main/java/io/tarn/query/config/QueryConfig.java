package io.tarn.query.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;

/// How much the service takes on at a time, and how long it keeps what it found.
@ConfigMapping(prefix = "tarn.query")
public interface QueryConfig {
  /// How many executions run at a time, over all tenants.
  @Min(1)
  @WithDefault("8")
  int concurrentExecutions();

  /// What holds for each tenant for which operators have set nothing else.
  Limits limits();

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

  /// The connections under tenants' logins.
  TenantDatabase tenantDatabase();

  /// Limits of a tenant.
  interface Limits {
    /// How many executions of one tenant run at a time; further ones queue.
    @Min(1)
    @WithDefault("3")
    int concurrentExecutions();

    /// How many executions of one tenant may wait; further ones are refused.
    @Min(0)
    @WithDefault("20")
    int queuedExecutions();

    /// How long one execution may run before it is stopped as timed out.
    @WithDefault("PT10M")
    Duration runTime();

    /// How many rows a result may have.
    @Min(1)
    @WithDefault("5000000")
    long resultRows();

    /// How large a stored result may grow, compressed, before its execution fails.
    @WithDefault("1G")
    MemorySize resultSize();

    /// How much one execution may write to temporary files of the database.
    @WithDefault("2G")
    MemorySize temporarySize();

    /// How much memory each sort and each hash of one execution may take in the database.
    @WithDefault("16M")
    MemorySize memorySize();
  }

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

    /// How many bytes of rows a connection holds at a time, as such (`16M`) or as a percentage of
    /// the memory (`4p`). A row that is larger fails its statement.
    @Pattern(regexp = "[1-9][0-9]*[KMGp]?")
    @WithDefault("4p")
    String largestFetch();

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
