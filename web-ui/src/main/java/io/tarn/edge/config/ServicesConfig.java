package io.tarn.edge.config;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/// Where the services behind the edge listen.
@ConfigMapping(prefix = "tarn.services")
public interface ServicesConfig {
  /// catalog-service.
  Address catalog();

  /// ingest-service.
  Address ingest();

  /// query-service.
  Address query();

  /// scheduler-service.
  Address scheduler();

  /// Where one service listens.
  interface Address {
    /// Scheme, host and port.
    URI url();
  }
}
