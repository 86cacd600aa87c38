package io.tarn.catalog;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tarn.parts.Cache;
import io.tarn.parts.Checkout;
import io.tarn.parts.Ports;
import io.tarn.parts.ProcessPart;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A real S3Proxy that an operator runs: it knows the identities of [#IDENTITIES], each with its
/// places, and no identity of Tarn's own.
public final class OperatorsS3 implements QuarkusTestResourceLifecycleManager {
  /// Every secret is this word and the identity's name.
  static final String SECRET = "s3cret-of-";

  private static final List<String> BUCKETS = List.of("acme-results", "globex-results", "shared");
  private static final Map<String, String> IDENTITIES =
      Map.of(
          "services", "services-own/",
          "acme", "acme-results/",
          "globex", "globex-results/",
          "curious", "globex-results/ acme-results/",
          "shared-acme", "shared/acme/",
          "shared-globex", "shared/globex/",
          "shared-curious", "shared/globex/ shared/acme/",
          "shared-all", "shared/");

  private final Path folder = temporaryFolder();
  private ProcessPart process;

  @Override
  public Map<String, String> start() {
    try {
      var port = Ports.free();
      process = process(port);
      process.start();
      return Map.of(
          "TARN_S3_ENDPOINT",
          "http://127.0.0.1:" + port,
          "TARN_S3_ACCESS_KEY_ID",
          "services",
          "TARN_S3_SECRET_ACCESS_KEY",
          SECRET + "services");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private ProcessPart process(int port) throws IOException {
    var identities = folder.resolve("identities");
    Files.write(
        identities,
        IDENTITIES.entrySet().stream()
            .map(one -> "%s %s%s %s".formatted(one.getKey(), SECRET, one.getKey(), one.getValue()))
            .toList());
    for (var bucket : BUCKETS) {
      Files.createDirectories(folder.resolve("data").resolve(bucket));
    }
    var part = Checkout.root().resolve("deploy/s3/target");
    var classPath =
        List.of(
            part.resolve("test-classes").toString(),
            part.resolve("classes").toString(),
            part.resolve("lib").toString() + "/*");
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx160m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            String.join(File.pathSeparator, classPath),
            "io.tarn.s3.OperatorsEndpoint",
            Integer.toString(port),
            folder.resolve("data").toString(),
            identities.toString());
    return new ProcessPart(
        "operator's s3",
        command,
        Map.of(),
        folder.resolve("log"),
        Duration.ofSeconds(30),
        () -> Ports.answers(port));
  }

  /// What lies in the buckets, as the endpoint keeps it.
  static List<String> objects(Path data) {
    try (var files = Files.walk(data)) {
      return files.filter(Files::isRegularFile).map(Path::toString).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(
        folder.resolve("data"), new TestInjector.AnnotatedAndMatchesType(S3Data.class, Path.class));
  }

  @Override
  public void stop() {
    process.stop();
    try {
      Cache.delete(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("tarn-operators-s3");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
