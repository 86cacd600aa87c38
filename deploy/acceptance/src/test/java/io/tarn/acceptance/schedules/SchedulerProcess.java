package io.tarn.acceptance.schedules;

import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.Product;
import io.tarn.local.product.Secrets;
import io.tarn.local.product.Service;
import io.tarn.local.product.ServiceEnvironment;
import io.tarn.local.product.Settings;
import io.tarn.parts.ChildProcess;
import io.tarn.parts.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One more scheduler-service of the running product, with a heap of 256 MB.
final class SchedulerProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Path JAR =
      Product.root().resolve("scheduler-service/target/quarkus-app/quarkus-run.jar");

  private final int port;
  private final ChildProcess process;

  private SchedulerProcess(int port, ChildProcess process) {
    this.port = port;
    this.process = process;
  }

  /// Starts one and waits until it is ready.
  static SchedulerProcess start(Path folder, String name) throws IOException, InterruptedException {
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
    var started = new SchedulerProcess(port, child);
    child.start();
    child.awaitReady(START, started::isReady);
    return started;
  }

  private static Map<String, String> environment(int port) throws IOException {
    var settings = Settings.of(Product.root(), Product.running().variables());
    var secrets = Secrets.loadOrCreate(settings);
    var environment =
        new HashMap<>(new ServiceEnvironment(settings, secrets).of(Service.SCHEDULER));
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    return environment;
  }

  private boolean isReady() {
    var address = URI.create("http://127.0.0.1:" + port);
    return Ports.answers(port) && Caller.anonymous(address).get("/q/health/ready").status() == 200;
  }

  /// As a crash would end it.
  void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.kill();
  }
}
