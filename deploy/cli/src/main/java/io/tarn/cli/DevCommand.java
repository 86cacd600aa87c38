package io.tarn.cli;

import io.tarn.local.product.Secrets;
import io.tarn.local.product.Service;
import io.tarn.local.product.ServiceEnvironment;
import io.tarn.local.product.Settings;
import io.tarn.local.product.Status;
import io.tarn.local.product.Supervisor;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tarn dev`: one service with live reload against the running parts.
@Command(
    name = "dev",
    description = {
      "Stops one service and runs it from its sources with live reload against the running parts.",
      "Afterwards ./tarn down and ./tarn up start the packaged one again."
    },
    mixinStandardHelpOptions = true)
final class DevCommand implements Callable<Integer> {
  @Parameters(description = "catalog, ingest, query, scheduler or web-ui")
  private String name = "";

  @Override
  public Integer call() throws IOException, InterruptedException {
    var settings = Settings.ofEnvironment();
    var service =
        Service.named(name)
            .orElseThrow(() -> new IllegalArgumentException("There is no service " + name));
    if (!new Status(settings).isRunning()) {
      throw new IllegalArgumentException("The parts do not run: ./tarn up --detach");
    }
    Supervisor.stop(settings, service);
    // The phase in which Maven knows the modules' test classes, which the service's tests need.
    var maven = System.getenv().getOrDefault("TARN_MAVEN", "mvn");
    var builder =
        new ProcessBuilder(
                maven, "-Dfast", "-pl", service.module(), "-am", "test-compile", "quarkus:dev")
            .directory(settings.root().toFile())
            .inheritIO();
    builder
        .environment()
        .putAll(new ServiceEnvironment(settings, Secrets.loadOrCreate(settings)).of(service));
    return builder.start().waitFor();
  }
}
