package io.tarn.acceptance.query;

import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.Product;
import io.tarn.parts.ChildProcess;
import io.tarn.parts.Ports;
import io.tarn.service.gate.TestGrants;
import io.tarn.testing.TestParts;
import io.tarn.testing.TestS3;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// query-service from its packaged jar with a heap of 256 MB, on the parts of the tests.
final class QueryProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Path JAR =
      Product.root().resolve("query-service/target/quarkus-app/quarkus-run.jar");

  private final int port;
  private final ChildProcess process;

  private QueryProcess(int port, ChildProcess process) {
    this.port = port;
    this.process = process;
  }

  /// Starts one and waits until it is ready.
  static QueryProcess start(Path folder, String name) throws IOException, InterruptedException {
    var port = Ports.free();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-jar",
            JAR.toString());
    var child = new ChildProcess(name, command, environment(port), folder.resolve(name + ".log"));
    var started = new QueryProcess(port, child);
    child.start();
    child.awaitReady(START, started::isReady);
    return started;
  }

  private static Map<String, String> environment(int port) {
    var environment = new HashMap<>(TestParts.running().configuration("tarn_query"));
    environment.keySet().removeIf(name -> name.startsWith("TARN_TEST_"));
    environment.putAll(TestS3.running().configuration());
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_HTTP_HOST", Ports.LOOPBACK);
    environment.put("TARN_GRANTS_KEYS", TestGrants.publish().toUri().toString());
    return environment;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// As a crash would end it.
  void kill() {
    process.kill();
  }

  /// The most memory that the whole process had, in MB; 0 where the system does not tell.
  long peakMegabytes() throws IOException {
    var status = Path.of("/proc/" + process.pid() + "/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private boolean isReady() {
    return Ports.answers(port)
        && Caller.anonymous(address()).get("/q/health/ready").status() == 200;
  }

  @Override
  public void close() {
    process.kill();
  }
}
