package io.tarn.service.gate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/// How the gate of a service is set up.
@ConfigMapping(prefix = "tarn.grants")
public interface GateConfig {
  /// Where the public keys of grants are published: catalog-service's JWKS, or a `file:` address.
  URI keys();

  /// How many recent polls are remembered, so that one caller's polls of one run are one record.
  @WithDefault("10000")
  int rememberedPolls();
}
