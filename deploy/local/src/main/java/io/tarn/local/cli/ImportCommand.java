package io.tarn.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.local.edge.EdgeClient;
import io.tarn.local.edge.Uploads;
import io.tarn.local.product.Settings;
import io.tarn.local.sending.AccountScan;
import io.tarn.local.sending.ProgressLine;
import io.tarn.local.sending.Sendable;
import io.tarn.local.sending.Sending;
import io.tarn.local.sending.SumTable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
  private static final String NOT_ADMITTED = "account-not-admitted";

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

  @Option(names = "--dry-run", description = "Say what would be sent, and send nothing.")
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
      var accounts =
          new TenantAccounts(owner, tenant, store == null ? TenantAccounts.DEFAULT : store);
      if (dryRun) {
        describe(files, accounts);
        return 0;
      }
      try (var door = Door.open(settings, tenant, role)) {
        return send(files, new Uploads(door, tenant), owner, accounts);
      }
    }
  }

  private void describe(List<Sendable> files, TenantAccounts accounts)
      throws IOException, InterruptedException {
    head(files);
    var scan = scan(files);
    var known = accounts.known();
    var admitted = accounts.admitted();
    for (var account : new TreeMap<>(scan.events()).entrySet()) {
      var isAdmitted = admitted.isEmpty() || admitted.contains(account.getKey());
      var mark = !isAdmitted ? "  not admitted" : known.contains(account.getKey()) ? "" : "  new";
      System.out.printf("account %-24s %,12d%s%n", account.getKey(), account.getValue(), mark);
    }
    if (scan.closed() > 0) {
      System.out.printf(
          "%d files are packed so that only an import can read them%n", scan.closed());
    }
    System.out.println("Nothing was sent.");
  }

  private Integer send(
      List<Sendable> files, Uploads uploads, EdgeClient owner, TenantAccounts accounts)
      throws IOException, InterruptedException {
    var known = accounts.known();
    var source = "import " + String.join(" ", places);
    var going = uploads.findOpen(source, storeId(owner));
    var taken = going.isPresent() ? uploads.taken(going.get()) : Set.<String>of();
    var upload = going.isPresent() ? going.get() : uploads.open(source, store);
    going.ifPresent(_ -> System.out.printf("Going on; %d files are taken already%n", taken.size()));
    Sending.Outcome outcome;
    try (var line = ProgressLine.ofBytes(files.stream().mapToLong(Sendable::size).sum())) {
      outcome = new Sending(uploads, upload, parallel, line).send(files, taken);
    }
    outcome.refused().forEach(ImportCommand::complain);
    outcome.broken().forEach(ImportCommand::complain);
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
    name(sum, files, known, accounts);
    var isWhole = outcome.isComplete() && sum.path("state").asText().equals("COMPLETED");
    return isWhole ? 0 : 1;
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

  /// Names the accounts that are new here, and those whose events were set aside.
  private void name(JsonNode sum, List<Sendable> files, Set<String> known, TenantAccounts accounts)
      throws IOException, InterruptedException {
    var fresh = new TreeSet<>(accounts.known());
    fresh.removeAll(known);
    list("new accounts", fresh);
    if (sum.at("/reasons/" + NOT_ADMITTED).asLong() > 0) {
      var foreign = new TreeSet<>(scan(files).events().keySet());
      foreign.removeAll(accounts.admitted());
      list("accounts not admitted", foreign);
    }
  }

  private static void list(String what, Set<String> accounts) {
    Optional.of(accounts)
        .filter(some -> !some.isEmpty())
        .ifPresent(some -> System.out.printf("%s: %s%n", what, String.join(", ", some)));
  }

  private static AccountScan scan(List<Sendable> files) throws IOException, InterruptedException {
    var scan = new AccountScan();
    for (var file : files) {
      scan.add(file);
    }
    return scan;
  }

  private static void complain(String file, String why) {
    System.err.printf("%s: %s%n", file, why);
  }
}
