package io.tarn.edge.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Limits of the edge.
@ConfigMapping(prefix = "tarn.edge")
public interface EdgeConfig {
  /// The largest body of an ordinary request. No more than services take (1 MiB), or they cut the
  /// connection while the edge still sends.
  @WithDefault("1M")
  MemorySize maxRequestSize();

  /// The largest body of an upload of events, as sent (so compressed, where it is compressed).
  @WithDefault("16G")
  MemorySize maxUploadSize();

  /// The largest file of approvals. No more than scheduler-service takes.
  @WithDefault("64M")
  MemorySize maxImportSize();

  /// How long a service may take to begin its answer once it has the whole request.
  @WithDefault("PT2M")
  Duration answerTimeout();

  /// How long catalog-service may take for a grant.
  @WithDefault("PT10S")
  Duration grantTimeout();

  /// How long a grant may serve further requests of the same token to the same tenant and
  /// service, counted from when it was asked for. So long the end of a role may go unnoticed.
  /// With `PT0S` each request has a grant of its own; `PT30S` is the most.
  @WithDefault("PT5S")
  Duration keepGrantsFor();

  /// How many grants are kept at most; then the oldest goes.
  @WithDefault("2000")
  int keptGrants();

  /// How many connections are kept to one service at most.
  @WithDefault("128")
  int connectionsPerService();
}
