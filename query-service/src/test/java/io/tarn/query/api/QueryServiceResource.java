package io.tarn.query.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Limits that a test can reach in seconds.
public final class QueryServiceResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    return Map.of(
        "quarkus.http.test-port", "0",
        "tarn.query.tenant-database.largest-fetch", "16M",
        "tarn.query.limits.run-time", "PT12S",
        "tarn.query.result-sweep", "1s",
        "tarn.query.limits.concurrent-executions", "2",
        "tarn.query.limits.queued-executions", "2");
  }

  @Override
  public void stop() {}
}
