package io.tarn.service.gate;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Tells the service under test to accept the grants of [TestGrants].
public final class TestGrantsResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return Map.of("tarn.grants.keys", TestGrants.publish().toUri().toString());
  }

  @Override
  public void stop() {}
}
