package io.tarn.query.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Limits that a test can reach in seconds.
public final class QueryServiceResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    return Map.of(
        "quarkus.http.test-port", "0",
        "tarn.query.run-timeout", "PT12S",
        "tarn.query.result-sweep", "1s",
        "tarn.query.concurrent-executions-per-tenant", "2",
        "tarn.query.active-executions-per-tenant", "4");
  }

  @Override
  public void stop() {}
}
