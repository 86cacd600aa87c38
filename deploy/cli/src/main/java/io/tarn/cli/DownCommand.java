package io.tarn.cli;

import io.tarn.local.product.Settings;
import io.tarn.local.product.Supervisor;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `tarn down`: stops the product and keeps its data.
@Command(
    name = "down",
    description = "Ends everything that up started here; the data stays.",
    mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException, InterruptedException {
    var ended = Supervisor.stop(Settings.ofEnvironment());
    System.out.println(ended ? "Tarn is down." : "Nothing ran.");
    return 0;
  }
}
