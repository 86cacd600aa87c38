package io.tarn.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/// Gives a service under test a real PostgreSQL and Kafka on free ports, started once a JVM,
/// and the `TARN_*` configuration for its own login.
///
/// ```java
/// @QuarkusTestResource(value = EmbeddedPartsResource.class,
///             initArgs = @ResourceArg(name = "login", value = "tarn_ingest"))
/// ```
///
/// With a further argument `s3` = `true` there is the S3 endpoint as well.
///
/// Further keys: `TARN_TEST_POSTGRES_SUPERUSER` and `TARN_TEST_POSTGRES_SUPERUSER_PASSWORD`.
public final class EmbeddedPartsResource implements QuarkusTestResourceLifecycleManager {
  private String login = "postgres";
  private boolean s3;

  @Override
  public void init(Map<String, String> arguments) {
    login = arguments.getOrDefault("login", login);
    s3 = Boolean.parseBoolean(arguments.getOrDefault("s3", "false"));
  }

  @Override
  public Map<String, String> start() {
    var configuration = new HashMap<>(TestParts.running().configuration(login));
    if (s3) {
      configuration.putAll(TestS3.running().configuration());
    }
    return configuration;
  }

  /// The parts stay for the other tests of this JVM and end with it.
  @Override
  public void stop() {}
}
