package io.tarn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.local.edge.EdgeClient;
import io.tarn.local.edge.Uploads;
import io.tarn.local.product.Settings;
import io.tarn.local.sending.AccountTable;
import io.tarn.local.sending.EventFiles;
import io.tarn.local.sending.FileSender;
import io.tarn.local.sending.ProgressLine;
import io.tarn.local.sending.S3Bucket;
import io.tarn.local.sending.Sendable;
import io.tarn.local.sending.TotalsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tarn import`: imports files of events through the edge.
@Command(
    name = "import",
    description = {
      "Imports CloudTrail files: log files, JSON arrays, one event per line, Lake results, messages of"
          + " queues; plain",
      "or compressed. Folders and buckets are searched for such files; digest files are left out.",
      "An interrupted import resumes when the command is repeated; a repeated complete one stores"
          + " nothing.",
      "Exit code 0 only if every file was received."
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  private static final String OWNER = "tenant-admin";
  private static final Pattern S3 = Pattern.compile("s3://([^/]+)(?:/(.*))?");

  @Parameters(index = "0", description = "Slug of the tenant.")
  private String tenant = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "file, folder or s3://bucket/prefix",
      description = "The files to import.")
  private List<String> sources = List.of();

  @Option(
      names = "--store",
      description =
          "Name, id or ARN of a store; else each event goes to the store of its category.")
  private @Nullable String store;

  @Option(names = "--dry-run", description = "Dry run: parse and count, publish nothing.")
  private boolean dryRun;

  @Option(
      names = "--parallel",
      defaultValue = "4",
      description = "Number of files in parallel (${DEFAULT-VALUE}).")
  private int parallel = 4;

  @Option(
      names = "--as",
      defaultValue = "ingest",
      description = "Role of the demo user (${DEFAULT-VALUE}).")
  private String role = "ingest";

  @Override
  public Integer call() throws IOException, InterruptedException {
    var settings = Settings.ofEnvironment();
    try (var owner = EdgeConnection.open(settings, tenant, OWNER);
        var buckets = new Buckets(owner, tenant)) {
      var files = files(buckets);
      if (files.isEmpty()) {
        System.err.println("There is no file of events in " + String.join(", ", sources));
        return 1;
      }
      try (var edge = EdgeConnection.open(settings, tenant, role)) {
        var uploads = new Uploads(edge, tenant);
        return dryRun ? performDryRun(files, uploads) : send(files, uploads, owner);
      }
    }
  }

  /// All files, in the order in which they were named.
  private List<Sendable> files(Buckets buckets) throws IOException, InterruptedException {
    var files = new ArrayList<Sendable>();
    for (var source : sources) {
      var s3 = S3.matcher(source);
      if (s3.matches()) {
        var prefix = s3.group(2) == null ? "" : s3.group(2);
        files.addAll(buckets.open(s3.group(1)).events(prefix));
      } else {
        files.addAll(EventFiles.in(Path.of(source)));
      }
    }
    return files;
  }

  /// Dry run: the service parses and counts the files and publishes nothing.
  private int performDryRun(List<Sendable> files, Uploads uploads)
      throws IOException, InterruptedException {
    var upload = uploads.openDryRun(source(), store);
    var outcome = send(files, uploads, upload, Set.of());
    uploads.close(upload);
    var totals = uploads.await(upload, _ -> {});
    head(files);
    new TotalsTable(totals).printDryRun(System.out);
    AccountTable.of(totals).print(System.out);
    System.out.println("Dry run: nothing was stored.");
    return outcome.isComplete() ? 0 : 1;
  }

  private int send(List<Sendable> files, Uploads uploads, EdgeClient owner)
      throws IOException, InterruptedException {
    var open = uploads.findOpen(source(), storeId(owner));
    var received = open.isPresent() ? uploads.received(open.get()) : Set.<String>of();
    var upload = open.isPresent() ? open.get() : uploads.open(source(), store);
    open.ifPresent(
        _ -> System.out.printf("Resuming; %d files are already received%n", received.size()));
    var outcome = send(files, uploads, upload, received);
    if (!outcome.failed().isEmpty()) {
      System.err.printf(
          "%d files were not received; repeat the command to resume%n", outcome.failed().size());
      return 1;
    }
    uploads.close(upload);
    var totals = uploads.await(upload, _ -> {});
    head(files);
    new TotalsTable(totals).print(System.out);
    AccountTable.of(totals).unusual().print(System.out);
    var isComplete = outcome.isComplete() && totals.path("state").asText().equals("COMPLETED");
    return isComplete ? 0 : 1;
  }

  private FileSender.Outcome send(
      List<Sendable> files, Uploads uploads, String upload, Set<String> received)
      throws IOException, InterruptedException {
    FileSender.Outcome outcome;
    try (var line = ProgressLine.ofBytes(files.stream().mapToLong(Sendable::size).sum())) {
      outcome = new FileSender(uploads, upload, parallel, line).send(files, received);
    }
    outcome.refused().forEach(ImportCommand::complain);
    outcome.failed().forEach(ImportCommand::complain);
    return outcome;
  }

  private String source() {
    return "import " + String.join(" ", sources);
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

  /// Buckets of one import. The tenant's own is read with the tenant's credentials, another with
  /// the AWS credentials of the environment.
  private record Buckets(EdgeClient owner, String tenant, List<S3Bucket> opened)
      implements AutoCloseable {
    Buckets(EdgeClient owner, String tenant) {
      this(owner, tenant, new ArrayList<>());
    }

    S3Bucket open(String name) throws IOException, InterruptedException {
      opened.add(S3Bucket.ofTenant(owner, tenant));
      if (!opened.getLast().name().equals(name)) {
        opened.add(S3Bucket.ofEnvironment(name, System.getenv()));
      }
      return opened.getLast();
    }

    @Override
    public void close() {
      opened.forEach(S3Bucket::close);
    }
  }
}
