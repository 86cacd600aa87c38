package io.tarn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.local.edge.EdgeClient;
import io.tarn.local.edge.Uploads;
import io.tarn.local.product.Settings;
import io.tarn.local.sending.AccountTable;
import io.tarn.local.sending.ProgressLine;
import io.tarn.local.sending.Sendable;
import io.tarn.local.sending.Sending;
import io.tarn.local.sending.SumTable;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tarn import`: sends files of events through the edge.
@Command(
    name = "import",
    description = {
      "Sends CloudTrail files: trail files, arrays, one event a line, Lake results, envelopes of"
          + " queues; plain",
      "or packed. Folders and buckets are searched for such files; digest files are left out.",
      "A broken import goes on when it is begun again; a finished one that is begun again stores"
          + " nothing.",
      "Exit code 0 only when every file got through."
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  private static final String OWNER = "tenant-admin";

  @Parameters(index = "0", description = "Slug of the tenant.")
  private String tenant = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "file, folder or s3://bucket/prefix",
      description = "What to send.")
  private List<String> places = List.of();

  @Option(
      names = "--store",
      description = "Name, id or ARN of a store; else each event goes to the store of its kind.")
  private @Nullable String store;

  @Option(
      names = "--dry-run",
      description = "Say what would become of the files and whose they are, and keep nothing.")
  private boolean dryRun;

  @Option(
      names = "--parallel",
      defaultValue = "4",
      description = "How many files at a time (${DEFAULT-VALUE}).")
  private int parallel = 4;

  @Option(
      names = "--as",
      defaultValue = "ingest",
      description = "The role to send in (${DEFAULT-VALUE}).")
  private String role = "ingest";

  @Override
  public Integer call() throws IOException, InterruptedException {
    var settings = Settings.ofEnvironment();
    try (var owner = Door.open(settings, tenant, OWNER);
        var source = new ImportSource(owner, tenant, System.getenv())) {
      var files = source.files(places);
      if (files.isEmpty()) {
        System.err.println("There is no file of events in " + String.join(", ", places));
        return 1;
      }
      try (var door = Door.open(settings, tenant, role)) {
        var uploads = new Uploads(door, tenant);
        return dryRun ? tryOut(files, uploads) : send(files, uploads, owner);
      }
    }
  }

  /// Lets the other side read everything, and keep nothing.
  private int tryOut(List<Sendable> files, Uploads uploads)
      throws IOException, InterruptedException {
    var upload = uploads.openDryRun(source(), store);
    var outcome = send(files, uploads, upload, Set.of());
    uploads.close(upload);
    var sum = uploads.await(upload, _ -> {});
    head(files);
    SumTable.of(sum).printDryRun(System.out);
    AccountTable.of(sum).print(System.out);
    System.out.println("Nothing was kept.");
    return outcome.isComplete() ? 0 : 1;
  }

  private int send(List<Sendable> files, Uploads uploads, EdgeClient owner)
      throws IOException, InterruptedException {
    var going = uploads.findOpen(source(), storeId(owner));
    var taken = going.isPresent() ? uploads.taken(going.get()) : Set.<String>of();
    var upload = going.isPresent() ? going.get() : uploads.open(source(), store);
    going.ifPresent(_ -> System.out.printf("Going on; %d files are taken already%n", taken.size()));
    var outcome = send(files, uploads, upload, taken);
    if (!outcome.broken().isEmpty()) {
      System.err.printf(
          "%d files did not get through; the same command goes on with them%n",
          outcome.broken().size());
      return 1;
    }
    uploads.close(upload);
    var sum = uploads.await(upload, _ -> {});
    head(files);
    SumTable.of(sum).print(System.out);
    AccountTable.of(sum).remarkable().print(System.out);
    var isWhole = outcome.isComplete() && sum.path("state").asText().equals("COMPLETED");
    return isWhole ? 0 : 1;
  }

  private Sending.Outcome send(
      List<Sendable> files, Uploads uploads, String upload, Set<String> taken)
      throws IOException, InterruptedException {
    Sending.Outcome outcome;
    try (var line = ProgressLine.ofBytes(files.stream().mapToLong(Sendable::size).sum())) {
      outcome = new Sending(uploads, upload, parallel, line).send(files, taken);
    }
    outcome.refused().forEach(ImportCommand::complain);
    outcome.broken().forEach(ImportCommand::complain);
    return outcome;
  }

  private String source() {
    return "import " + String.join(" ", places);
  }

  private @Nullable String storeId(EdgeClient owner) throws IOException, InterruptedException {
    var wanted = store;
    if (wanted == null) {
      return null;
    }
    return owner.list("/v1/tenants/%s/event-data-stores".formatted(tenant)).stream()
        .filter(known -> isNamed(known, wanted))
        .map(known -> known.path("id").asText())
        .findFirst()
        .orElse(wanted);
  }

  private static boolean isNamed(JsonNode known, String name) {
    return List.of("id", "name", "arn").stream().anyMatch(f -> known.path(f).asText().equals(name))
        || (name.equals("default") && known.path("isDefault").asBoolean());
  }

  private void head(List<Sendable> files) {
    var bytes = files.stream().mapToLong(Sendable::size).sum();
    System.out.printf(
        "%,d %s, %s%n",
        files.size(), files.size() == 1 ? "file" : "files", ProgressLine.size(bytes));
  }

  private static void complain(String file, String why) {
    System.err.printf("%s: %s%n", file, why);
  }
}
