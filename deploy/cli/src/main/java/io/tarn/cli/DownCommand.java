package io.tarn.cli;

import io.tarn.local.product.Ending;
import io.tarn.local.product.Settings;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `tarn down`: ends what `up` started and keeps the data.
@Command(
    name = "down",
    description = "Ends everything that up started here; the data stays.",
    mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException, InterruptedException {
    var ended = Ending.end(Settings.ofEnvironment());
    System.out.println(ended ? "Tarn is down." : "Nothing ran.");
    return 0;
  }
}
