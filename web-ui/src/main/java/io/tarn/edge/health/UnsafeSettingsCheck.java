package io.tarn.edge.health;

import io.tarn.common.config.TarnConfig;
import io.tarn.common.config.UnsafeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Names settings that are fine on one machine and dangerous on a network, as every service does.
/// Because this check is always there, the configuration is read, and an unknown key found, at
/// every start.
@Readiness
@ApplicationScoped
public class UnsafeSettingsCheck implements HealthCheck {
  private final List<String> unsafe;

  UnsafeSettingsCheck(TarnConfig settings, Config config) {
    // Reading one of the mappings reads, and so checks, them all.
    settings.services();
    this.unsafe = UnsafeSettings.of(config);
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("settings").up();
    for (int i = 0; i < unsafe.size(); i++) {
      answer.withData("unsafe." + (i + 1), unsafe.get(i));
    }
    return answer.build();
  }
}
