package io.tarn.catalog.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// Settings of catalog-service.
@ConfigMapping(prefix = "tarn.catalog")
public interface CatalogConfig {
  /// The first platform-admin, as `issuer|subject`.
  Optional<String> bootstrapAdmin();

  /// How long an invitation can be accepted where it names no time itself.
  @WithDefault("P7D")
  Duration invitationLife();

  /// How long another part may take to provision something.
  @WithDefault("PT30S")
  Duration provisioningTimeout();

  /// How often what is over is forgotten, as the scheduler reads it.
  @WithDefault("1h")
  String forgetEvery();

  /// Whether a second person approves what operators publish to customers.
  @WithDefault("true")
  boolean reviewPublications();

  Grants grants();

  interface Grants {
    /// How long a grant lives.
    @WithDefault("PT60S")
    Duration life();

    /// Age at which the key that signs grants is replaced.
    @WithDefault("P1D")
    Duration rotateEvery();

    /// How long a new key is published before it signs, and an old one after it has stopped.
    @WithDefault("PT10M")
    Duration overlap();

    /// How often keys are looked after, as the scheduler reads it.
    @WithDefault("60s")
    String lookEvery();
  }
}
