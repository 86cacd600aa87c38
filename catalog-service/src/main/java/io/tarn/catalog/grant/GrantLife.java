package io.tarn.catalog.grant;

import io.tarn.catalog.config.CatalogConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/// How long grants live.
@ApplicationScoped
class GrantLife {
  private final CatalogConfig config;
  private final Clock clock;

  GrantLife(CatalogConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /// When a grant of this moment ends.
  Instant expiry() {
    return clock.instant().plus(config.grants().life());
  }
}
