package io.tarn.service.gate;

import io.tarn.service.config.ServiceConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/// Puts the verifier together from the service's configuration.
@ApplicationScoped
class GateProducer {

  @Produces
  @Singleton
  GrantVerifier verifier(GateConfig config, ServiceConfig service) {
    var clock = Clock.systemUTC();
    return new GrantVerifier(new PublishedKeys(config.keys(), clock), service.name(), clock);
  }
}
