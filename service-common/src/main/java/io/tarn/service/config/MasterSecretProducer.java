package io.tarn.service.config;

import io.tarn.common.config.TarnConfig;
import io.tarn.common.secret.MasterSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Reads the master secret once, when something first asks for it.
@ApplicationScoped
class MasterSecretProducer {

  @Produces
  @Singleton
  MasterSecret masterSecret(TarnConfig config) {
    var file = config.masterSecretFile();
    return MasterSecret.load(
        file.orElseThrow(() -> new IllegalStateException("tarn.master-secret-file is not set")));
  }
}
