package io.tarn.common.gate;

import io.quarkus.arc.properties.IfBuildProperty;
import io.tarn.common.config.ServiceConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/// Puts the verifier together from the service's configuration.
@ApplicationScoped
@IfBuildProperty(name = "tarn.gate.enabled", stringValue = "true", enableIfMissing = true)
class GateProducer {

  @Produces
  @Singleton
  GrantVerifier verifier(GateConfig config, ServiceConfig service) {
    var clock = Clock.systemUTC();
    return new GrantVerifier(new PublishedKeys(config.keys(), clock), service.name(), clock);
  }
}
