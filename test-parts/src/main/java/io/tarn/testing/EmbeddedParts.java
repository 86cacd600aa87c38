package io.tarn.testing;

import io.tarn.common.secret.MasterSecret;
import io.tarn.parts.Cache;
import io.tarn.parts.Checkout;
import io.tarn.parts.KafkaPart;
import io.tarn.parts.Ports;
import io.tarn.parts.PostgresPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The embedded PostgreSQL and Kafka in a temporary folder; both end with the JVM.
final class EmbeddedParts {
  /// Tests may lose everything, so nothing waits for the disk.
  private static final List<String> FORGETFUL =
      List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");

  private EmbeddedParts() {}

  static TestParts start() {
    try {
      return startIn(Files.createTempDirectory("tarn-test-parts"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the parts started", interrupted);
    }
  }

  private static TestParts startIn(Path folder) throws IOException, InterruptedException {
    var secretFile = folder.resolve("master-secret");
    var secret = MasterSecret.loadOrCreate(secretFile);
    var password = secret.derive("postgres-superuser", PostgresPart.SUPERUSER);
    var postgres =
        new PostgresPart(
            folder.resolve("postgres"),
            Ports.free(),
            password,
            folder.resolve("postgres.log"),
            FORGETFUL);
    var kafka =
        new KafkaPart(
            folder.resolve("kafka"),
            Ports.free(),
            Ports.free(),
            folder.resolve("kafka.log"),
            Checkout.root().resolve("deploy/kafka/target/lib"));
    endWithThisJvm(folder, postgres, kafka);
    postgres.start();
    kafka.start();
    var parts =
        new TestParts(
            postgres.url(), PostgresPart.SUPERUSER, password, kafka.bootstrapServers(), secretFile);
    Installation.apply(parts);
    return parts;
  }

  private static void endWithThisJvm(Path folder, PostgresPart postgres, KafkaPart kafka) {
    var end =
        new Thread(
            () -> {
              kafka.kill();
              postgres.stop();
              delete(folder);
            },
            "end-of-test-parts");
    Runtime.getRuntime().addShutdownHook(end);
  }

  private static void delete(Path folder) {
    try {
      Cache.delete(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
