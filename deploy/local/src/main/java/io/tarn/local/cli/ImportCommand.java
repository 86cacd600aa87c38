package io.tarn.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.local.edge.EdgeClient;
import io.tarn.local.edge.EdgeException;
import io.tarn.local.product.Settings;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tarn import`: sends files of events through the edge.
@Command(
    name = "import",
    description = {
      "Sends CloudTrail files to an event data store: trail files, arrays or one event a line, plain or gzip.",
      "Folders are searched for .json, .jsonl, .ndjson and the same with .gz; digest files are left out."
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  private static final int SHOWN_REASONS = 5;

  @Parameters(index = "0", description = "Slug of the tenant.")
  private String tenant = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "file or folder")
  private List<Path> paths = List.of();

  @Option(
      names = "--store",
      defaultValue = "default",
      description = "Name, id or ARN of the store (${DEFAULT-VALUE}).")
  private String store = "default";

  @Option(
      names = "--as",
      defaultValue = "ingest",
      description = "The role to send in (${DEFAULT-VALUE}).")
  private String role = "ingest";

  private long received;
  private long setAside;
  private int failed;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var files = EventFiles.in(paths);
    if (files.isEmpty()) {
      System.err.println("There is no file of events in " + paths);
      return 1;
    }
    try (var door = Door.open(Settings.ofEnvironment(), tenant, role)) {
      for (var file : files) {
        send(door, file);
      }
    }
    System.out.printf(
        "%d %s: %d received, %d set aside%s%n",
        files.size(),
        files.size() == 1 ? "file" : "files",
        received,
        setAside,
        failed == 0 ? "" : ", " + failed + " failed");
    return failed == 0 ? 0 : 1;
  }

  private void send(EdgeClient door, Path file) throws IOException, InterruptedException {
    if (!Files.isReadable(file)) {
      fail(file, "cannot be read");
      return;
    }
    try {
      var path =
          "/v1/tenants/%s/event-data-stores/%s/events"
              .formatted(
                  tenant,
                  java.net.URLEncoder.encode(store, java.nio.charset.StandardCharsets.UTF_8));
      report(file, door.upload(path, BodyPublishers.ofFile(file)));
    } catch (EdgeException refused) {
      fail(file, String.valueOf(refused.getMessage()));
    }
  }

  private void report(Path file, JsonNode answer) {
    var here = answer.path("received").asLong();
    var aside = answer.path("setAside").asLong();
    received += here;
    setAside += aside;
    System.out.printf("%s: %d received, %d set aside%n", file, here, aside);
    var reasons = new ArrayList<JsonNode>();
    answer.path("reasons").forEach(reasons::add);
    reasons.stream().limit(SHOWN_REASONS).forEach(ImportCommand::explain);
    if (aside > SHOWN_REASONS) {
      System.out.printf("  ... and %d more%n", aside - SHOWN_REASONS);
    }
  }

  private static void explain(JsonNode reason) {
    System.out.printf(
        "  record %d: %s %s%n",
        reason.at("/position/record").asLong(),
        reason.path("reason").asText(),
        reason.path("detail").asText());
  }

  private void fail(Path file, String why) {
    failed++;
    System.err.printf("%s: %s%n", file, why);
  }
}
