package io.tarn.acceptance.kill;

import static org.awaitility.Awaitility.await;

import io.tarn.acceptance.product.Product;
import io.tarn.common.postgres.PostgresInstallation;
import io.tarn.common.secret.MasterSecret;
import io.tarn.parts.KafkaPart;
import io.tarn.parts.Part;
import io.tarn.parts.Ports;
import io.tarn.parts.PostgresPart;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A PostgreSQL and a Kafka of this test's own, which it may kill.
final class Parts implements AutoCloseable {
  /// A killed process leaves what it wrote to the system, so nothing need wait for the disk; what
  /// is
  /// committed is written before the answer all the same.
  private static final List<String> SETTINGS = List.of("fsync=off", "full_page_writes=off");

  private final Path secretFile;
  private final MasterSecret secret;
  private final PostgresPart postgres;
  private final KafkaPart kafka;

  Parts(Path folder) throws IOException, InterruptedException {
    secretFile = folder.resolve("master-secret");
    secret = MasterSecret.loadOrCreate(secretFile);
    var password = secret.derive("postgres-superuser", PostgresPart.SUPERUSER);
    postgres =
        new PostgresPart(
            folder.resolve("postgres"),
            Ports.free(),
            password,
            folder.resolve("postgres.log"),
            SETTINGS);
    kafka =
        new KafkaPart(
            folder.resolve("kafka"),
            Ports.free(),
            Ports.free(),
            folder.resolve("kafka.log"),
            Product.root().resolve("deploy/kafka/target/lib"));
  }

  void start() throws IOException, InterruptedException, SQLException {
    postgres.start();
    kafka.start();
    try (var connection = connect()) {
      PostgresInstallation.apply(connection, secret);
    }
  }

  Connection connect() throws SQLException {
    return postgres.connectAsSuperuser();
  }

  void killPostgres() {
    killAndStart(postgres);
  }

  void killKafka() {
    killAndStart(kafka);
  }

  /// A killed server's children may hold its memory and files for a moment.
  private static void killAndStart(Part part) {
    part.kill();
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .until(
            () -> {
              part.start();
              return part.isAlive();
            });
  }

  Map<String, String> environment() {
    return Map.of(
        "TARN_POSTGRES_URL", postgres.url(),
        "TARN_POSTGRES_USER", "tarn_ingest",
        "TARN_POSTGRES_PASSWORD", secret.derive("postgres-login", "tarn_ingest"),
        "TARN_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
        "TARN_MASTER_SECRET_FILE", secretFile.toString());
  }

  @Override
  public void close() {
    kafka.kill();
    postgres.stop();
  }
}
