package io.tarn.ingest.api;

import io.tarn.ingest.writing.HaltSwitch;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Names settings that no installation should run with.
@Readiness
@ApplicationScoped
class UnsafeSettingsCheck implements HealthCheck {
  private final HaltSwitch halt;

  UnsafeSettingsCheck(HaltSwitch halt) {
    this.halt = halt;
  }

  @Override
  public HealthCheckResponse call() {
    var check = HealthCheckResponse.named("unsafe settings").up();
    halt.setting().ifPresent(point -> check.withData("tarn.ingest.halt-at", "unsafe: " + point));
    return check.build();
  }
}
