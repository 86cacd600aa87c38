package io.tarn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tarn.local.edge.EdgeClient;
import io.tarn.local.edge.Uploads;
import io.tarn.local.product.Settings;
import io.tarn.local.sending.AccountTable;
import io.tarn.local.sending.EventFiles;
import io.tarn.local.sending.EventFiles.Found;
import io.tarn.local.sending.FileSender;
import io.tarn.local.sending.ImportReport;
import io.tarn.local.sending.ProgressLine;
import io.tarn.local.sending.S3Bucket;
import io.tarn.local.sending.Sendable;
import io.tarn.local.sending.TotalsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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
      "or compressed. All files of folders and buckets are read, whatever their names: what a file",
      "holds is told by its content.",
      "An interrupted import resumes when the command is repeated; a repeated complete one stores"
          + " nothing.",
      "Exit code 0 only if every file was received and no record of it was lost. Nothing is lost",
      "with duplicates, with what a store's rules keep out, and with what is known to hold no events:",
      "digest and sign files, notices, health probes, snapshots of AWS Config."
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
      if (files.files().isEmpty() && files.unreadable().isEmpty()) {
        System.err.println("There is no file in " + String.join(", ", sources));
        return 1;
      }
      try (var edge = EdgeConnection.open(settings, tenant, role)) {
        var uploads = new Uploads(edge, tenant);
        return dryRun ? performDryRun(files, uploads) : send(files, uploads, owner);
      }
    }
  }

  /// All files, in the order in which they were named.
  private Found files(Buckets buckets) throws IOException, InterruptedException {
    var places = new ArrayList<Found>();
    for (var source : sources) {
      var s3 = S3.matcher(source);
      if (s3.matches()) {
        var prefix = s3.group(2) == null ? "" : s3.group(2);
        var objects = buckets.open(s3.group(1)).objects(prefix);
        places.add(new Found(objects, Collections.emptySortedMap()));
      } else {
        places.add(EventFiles.in(Path.of(source)));
      }
    }
    return EventFiles.joined(places);
  }

  /// Dry run: the service parses and counts the files and publishes nothing.
  private int performDryRun(Found found, Uploads uploads) throws IOException, InterruptedException {
    var upload = uploads.openDryRun(source(), store);
    var outcome = send(found.files(), uploads, upload, Set.of());
    uploads.close(upload);
    var totals = uploads.await(upload, _ -> {});
    head(found.files());
    new TotalsTable(totals).printDryRun(System.out);
    AccountTable.of(totals).print(System.out);
    System.out.println("Dry run: nothing was stored.");
    return report(found, outcome, totals);
  }

  private int send(Found found, Uploads uploads, EdgeClient owner)
      throws IOException, InterruptedException {
    var open = uploads.findOpen(source(), storeId(owner));
    var received = open.isPresent() ? uploads.received(open.get()) : Set.<String>of();
    var upload = open.isPresent() ? open.get() : uploads.open(source(), store);
    open.ifPresent(
        _ -> System.out.printf("Resuming; %d files are already received%n", received.size()));
    var outcome = send(found.files(), uploads, upload, received);
    if (!outcome.failed().isEmpty()) {
      new ImportReport(found.unreadable(), outcome, MissingNode.getInstance()).print(System.err);
      System.err.printf(
          "%d files were not received; repeat the command to resume%n", outcome.failed().size());
      return 1;
    }
    uploads.close(upload);
    var totals = uploads.await(upload, _ -> {});
    head(found.files());
    new TotalsTable(totals).print(System.out);
    AccountTable.of(totals).unusual().print(System.out);
    return report(found, outcome, totals);
  }

  /// Names what was not taken, and answers the exit code.
  private static int report(Found found, FileSender.Outcome outcome, JsonNode totals) {
    var report = new ImportReport(found.unreadable(), outcome, totals);
    report.print(System.err);
    return report.isWhole() && totals.path("state").asText().equals("COMPLETED") ? 0 : 1;
  }

  private FileSender.Outcome send(
      List<Sendable> files, Uploads uploads, String upload, Set<String> received)
      throws IOException, InterruptedException {
    try (var line = ProgressLine.ofBytes(files.stream().mapToLong(Sendable::size).sum())) {
      return new FileSender(uploads, upload, parallel, line).send(files, received);
    }
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
