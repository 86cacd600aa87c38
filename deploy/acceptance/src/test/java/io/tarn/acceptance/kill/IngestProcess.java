package io.tarn.acceptance.kill;

import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.Product;
import io.tarn.parts.ChildProcess;
import io.tarn.parts.Ports;
import io.tarn.service.gate.TestGrants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// ingest-service from its packaged jar, as a process that may be killed.
final class IngestProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Path JAR =
      Product.root().resolve("ingest-service/target/quarkus-app/quarkus-run.jar");

  private final Map<String, String> environment;
  private final Path log;
  private final int port = freePort();
  private ChildProcess process;

  IngestProcess(Parts parts, Path folder) {
    this.environment = new HashMap<>(parts.environment());
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_HTTP_HOST", Ports.LOOPBACK);
    environment.put("TARN_GRANTS_KEYS", TestGrants.publish().toUri().toString());
    this.log = folder.resolve("ingest-service.log");
    this.process = process();
  }

  private static int freePort() {
    try {
      return Ports.free();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// Starts and waits until the service is ready.
  void start() throws IOException, InterruptedException {
    process = process();
    process.start();
    process.awaitReady(START, this::isReady);
  }

  void startWithoutWaiting() throws IOException {
    process = process();
    process.start();
  }

  private ChildProcess process() {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            // A killed consumer is missed after this time; the test need not wait longer.
            "-Dmp.messaging.incoming.events.session.timeout.ms=6000",
            "-Dmp.messaging.incoming.events.heartbeat.interval.ms=1500",
            "-jar",
            JAR.toString());
    return new ChildProcess("ingest-service", command, environment, log);
  }

  private boolean isReady() {
    return Ports.answers(port)
        && Caller.anonymous(address()).get("/q/health/ready").status() == 200;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void kill() {
    process.kill();
  }

  String lastWords() {
    return process.lastWords();
  }

  @Override
  public void close() {
    process.kill();
  }
}
