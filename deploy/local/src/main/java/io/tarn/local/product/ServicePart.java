package io.tarn.local.product;

import io.tarn.parts.Part;
import io.tarn.parts.ProcessPart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A service as a process of its own, from its packaged jar, with a capped heap.
final class ServicePart {
  private static final Duration START = Duration.ofMinutes(4);

  private ServicePart() {}

  static Part of(Service service, Path jar, Map<String, String> environment, Settings settings) {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms48m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:MaxMetaspaceSize=192m",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            jar.toString());
    var port = service.managementPort(settings.addresses());
    return new ProcessPart(
        service.module(),
        command,
        environment,
        settings.logs().resolve(service.module() + ".log"),
        START,
        () -> Health.ofService(port).isReady());
  }
}
