package io.tarn.service.config;

import io.smallrye.config.ConfigMapping;

/// Which service this process is.
@ConfigMapping(prefix = "tarn.service")
public interface ServiceConfig {
  /// The service's name, which is the audience of its grants: `query-service`.
  String name();

  /// The service's own database schema: `query`.
  default String schema() {
    var name = name();
    return name.endsWith("-service") ? name.substring(0, name.lastIndexOf('-')) : name;
  }
}
