package io.tarn.cli;

import io.tarn.local.product.Settings;
import io.tarn.local.product.Status;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `tarn status`: how each part and service is.
@Command(
    name = "status",
    description = "Says how each part and service is. Exit code 0 when all is ready, else 1.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    return new Status(Settings.ofEnvironment()).print(System.out) ? 0 : 1;
  }
}
