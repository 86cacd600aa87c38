package io.tarn.local.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Gives a service under test a real PostgreSQL and Kafka on free ports, started once a JVM,
/// and the `TARN_*` configuration for its own login.
///
/// ```java
/// @QuarkusTestResource(value = EmbeddedPartsResource.class,
///             initArgs = @ResourceArg(name = "login", value = "tarn_ingest"))
/// ```
///
/// Further keys: `TARN_TEST_POSTGRES_SUPERUSER` and `TARN_TEST_POSTGRES_SUPERUSER_PASSWORD`.
public final class EmbeddedPartsResource implements QuarkusTestResourceLifecycleManager {
  private String login = "postgres";

  @Override
  public void init(Map<String, String> arguments) {
    login = arguments.getOrDefault("login", login);
  }

  @Override
  public Map<String, String> start() {
    return TestParts.running().configuration(login);
  }

  /// The parts stay for the other tests of this JVM and end with it.
  @Override
  public void stop() {}
}
