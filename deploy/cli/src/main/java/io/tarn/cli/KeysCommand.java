package io.tarn.cli;

import io.tarn.local.product.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tarn keys`: the public keys that results are checked with.
@Command(
    name = "keys",
    description = "The public keys that results are checked with.",
    subcommands = KeysCommand.Export.class,
    mixinStandardHelpOptions = true)
final class KeysCommand implements Runnable {
  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  /// `tarn keys export`: writes them to a file.
  @Command(
      name = "export",
      description = {
        "Writes the public keys of the running product to a file: all there ever were,",
        "and the next. Whoever has this file verifies results without the product:",
        "./tarn verify --keys <file>."
      },
      mixinStandardHelpOptions = true)
  static final class Export implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "file", description = "Where to write them, as JSON.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException, InterruptedException {
      var keys = KeyFile.fetch(Settings.ofEnvironment());
      Files.write(file, keys.toJson());
      System.out.printf(
          "%d keys of sign files and %d of statements are in %s%n",
          keys.signFileKeys().size(), keys.statementKeys().size(), file);
      return 0;
    }
  }
}
