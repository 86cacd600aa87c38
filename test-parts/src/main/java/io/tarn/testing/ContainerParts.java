package io.tarn.testing;

import io.tarn.common.secret.MasterSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// The parts as containers, for machines with Docker; the containers end with the
/// JVM.
final class ContainerParts {
  private static final String SUPERUSER = "postgres";

  private ContainerParts() {}

  // The containers live as long as the JVM, whose end removes them.
  @SuppressWarnings("resource")
  static TestParts start() {
    try {
      var secretFile = Files.createTempDirectory("tarn-test-parts").resolve("master-secret");
      var password = MasterSecret.loadOrCreate(secretFile).derive("postgres-superuser", SUPERUSER);
      var postgres = postgres(password);
      var kafka =
          new KafkaContainer("apache/kafka:4.1.1")
              .withEnv("KAFKA_MESSAGE_MAX_BYTES", Integer.toString(5 * 1024 * 1024))
              .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
      postgres.start();
      kafka.start();
      var parts =
          new TestParts(
              postgres.getJdbcUrl(), SUPERUSER, password, kafka.getBootstrapServers(), secretFile);
      Installation.apply(parts);
      return parts;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static PostgreSQLContainer postgres(String password) {
    return new PostgreSQLContainer("postgres:18")
        .withDatabaseName("tarn")
        .withUsername(SUPERUSER)
        .withPassword(password)
        .withEnv(
            "POSTGRES_INITDB_ARGS",
            "--locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C --encoding=UTF8")
        .withCommand("postgres", "-c", "max_locks_per_transaction=1024");
  }
}
