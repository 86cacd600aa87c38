package io.tarn.ingest.writing;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Not ready while a partition is refused: its events wait for an operator.
@Readiness
@ApplicationScoped
class RefusedPartitionsCheck implements HealthCheck {
  private final RefusedPartitions refused;

  RefusedPartitionsCheck(RefusedPartitions refused) {
    this.refused = refused;
  }

  @Override
  public HealthCheckResponse call() {
    var gaps = refused.all();
    var check = HealthCheckResponse.named("event log").status(gaps.isEmpty());
    gaps.forEach((partition, gap) -> check.withData(partition.toString(), gap.toString()));
    return check.build();
  }
}
