package io.tarn.parts;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The S3 endpoint of `deploy/s3` as a process of its own.
public final class S3Part {
  public static final String SERVICES_IDENTITY = "tarn-services";
  private static final Duration START = Duration.ofSeconds(30);

  private S3Part() {}

  /// @param classPath folders and jars, the endpoint's own classes first
  public static Part of(Path data, int port, Path masterSecret, Path log, List<Path> classPath) {
    var entries = classPath.stream().map(Path::toString).toList();
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms32m",
            "-Xmx160m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxMetaspaceSize=96m",
            "-cp",
            String.join(File.pathSeparator, entries),
            "io.tarn.s3.S3Endpoint",
            Integer.toString(port),
            data.toAbsolutePath().toString(),
            masterSecret.toAbsolutePath().toString());
    return new ProcessPart("s3", command, Map.of(), log, START, () -> Ports.answers(port));
  }
}
