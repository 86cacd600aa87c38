package io.tarn.cli;

import io.tarn.local.product.Settings;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tarn token`: a real access token of a demo user.
@Command(
    name = "token",
    description = {
      "Prints an access token of the demo user who has that role, for a bearer header.",
      "It is valid for five minutes."
    },
    mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
  @Parameters(index = "0", description = "Slug of the tenant.")
  private String tenant = "";

  @Parameters(
      index = "1",
      description = "tenant-admin, analyst, viewer, approver, ingest, operator or platform-admin.")
  private String role = "";

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (var edge = EdgeConnection.open(Settings.ofEnvironment(), tenant, role)) {
      System.out.println(edge.token());
      return 0;
    }
  }
}
