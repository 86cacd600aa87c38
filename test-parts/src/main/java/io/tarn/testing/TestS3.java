package io.tarn.testing;

import io.tarn.common.secret.MasterSecret;
import io.tarn.parts.Cache;
import io.tarn.parts.Checkout;
import io.tarn.parts.Ports;
import io.tarn.parts.S3Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The S3 endpoint of `deploy/s3` for the tests of this JVM, started on request. It needs no
/// Docker, so there is no container in its place.
///
/// @param data the folder that is served: a bucket is a folder, an object a file
public record TestS3(String endpoint, Path data, Path masterSecretFile) {
  private static final String PREFIX = "io.tarn.test.running.s3-";

  /// Starts the endpoint unless it runs already; one for the JVM, as with [TestParts].
  public static TestS3 running() {
    var parts = TestParts.running();
    var properties = System.getProperties();
    synchronized (properties) {
      if (properties.getProperty(PREFIX + "endpoint") == null) {
        var started = start(parts.masterSecretFile());
        properties.setProperty(PREFIX + "data", started.data().toString());
        properties.setProperty(PREFIX + "endpoint", started.endpoint());
      }
      return new TestS3(
          properties.getProperty(PREFIX + "endpoint"),
          Path.of(properties.getProperty(PREFIX + "data")),
          parts.masterSecretFile());
    }
  }

  /// Environment variables for a service that uses the endpoint with the services' own identity.
  public Map<String, String> configuration() {
    var secret = MasterSecret.load(masterSecretFile);
    return Map.of(
        "TARN_S3_ENDPOINT",
        endpoint,
        "TARN_S3_ACCESS_KEY_ID",
        S3Part.SERVICES_IDENTITY,
        "TARN_S3_SECRET_ACCESS_KEY",
        secret.derive("s3-identity", "services"));
  }

  private static TestS3 start(Path masterSecretFile) {
    try {
      var folder = Files.createTempDirectory("tarn-test-s3");
      var port = Ports.free();
      var data = folder.resolve("data");
      var part = S3Part.of(data, port, masterSecretFile, folder.resolve("s3.log"), classPath());
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    part.kill();
                    delete(folder);
                  },
                  "end-of-test-s3"));
      part.start();
      return new TestS3("http://127.0.0.1:" + port, data, masterSecretFile);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the endpoint started", interrupted);
    }
  }

  private static List<Path> classPath() {
    var root = Checkout.root();
    return List.of(
        root.resolve("deploy/s3/target/classes"),
        root.resolve("common/target/classes"),
        root.resolve("deploy/s3/target/lib").resolve("*"));
  }

  private static void delete(Path folder) {
    try {
      Cache.delete(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
