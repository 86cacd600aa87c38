package io.tarn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.demo.DemoRun;
import io.tarn.demo.activity.DemoRequest;
import io.tarn.local.edge.EdgeClient;
import io.tarn.local.edge.Uploads;
import io.tarn.local.product.Settings;
import io.tarn.local.realm.DemoTenant;
import io.tarn.local.sending.ProgressLine;
import io.tarn.local.sending.S3Bucket;
import io.tarn.local.sending.TotalsTable;
import io.tarn.parts.PartException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tarn demo`: generates demo activity and imports it.
@Command(
    name = "demo",
    description = {
      "Generates activity of a demo tenant as trail files with digests, writes them to the tenant's",
      "bucket and imports them. The ground truth is written beside them. The same options give the"
          + " same bytes.",
      "Without a tenant: for each of the three."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final String OWNER = "tenant-admin";
  private static final Duration QUARTER = Duration.ofDays(90);

  @Parameters(index = "0", arity = "0..1", description = "Slug of a demo tenant.")
  private String tenant = "";

  @Option(
      names = "--events",
      defaultValue = "50000",
      description = "Number of events (${DEFAULT-VALUE}).")
  private long events;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of the generator (${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--from", description = "First day or time, in UTC; 90 days before the end.")
  private @Nullable String from;

  @Option(names = "--to", description = "End, a day or time in UTC, not inclusive; this hour.")
  private @Nullable String to;

  @Option(
      names = "--digest-every",
      defaultValue = "PT1H",
      description = "Time that one digest covers, such as PT1H or P1D (${DEFAULT-VALUE}).")
  private Duration window = DemoRequest.HOURLY;

  @Option(
      names = "--store",
      description =
          "Name of an event data store, created if it is missing; else the default store.")
  private @Nullable String store;

  @Option(names = "--folder", description = "Write the files to this folder and import nothing.")
  private @Nullable Path folder;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var end = to == null ? Instant.now().truncatedTo(ChronoUnit.HOURS) : time(to);
    var start = from == null ? end.minus(QUARTER) : time(from);
    var request = new DemoRequest(events, seed, start, end, window);
    for (var chosen : chosen()) {
      if (folder != null) {
        write(chosen, request, folder);
      } else {
        send(chosen, request);
      }
    }
    return 0;
  }

  private List<DemoTenant> chosen() throws PartException {
    var found =
        DemoTenant.ALL.stream().filter(t -> tenant.isEmpty() || t.slug().equals(tenant)).toList();
    if (found.isEmpty()) {
      var known = DemoTenant.ALL.stream().map(DemoTenant::slug).collect(Collectors.joining(", "));
      throw new PartException("The demo tenants are %s, not %s.".formatted(known, tenant));
    }
    return found;
  }

  private static Instant time(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (java.time.DateTimeException _) {
      throw new IllegalArgumentException(
          "A time is 2026-02-01 or 2026-02-01T10:00:00Z, not " + text);
    }
  }

  private static void write(DemoTenant tenant, DemoRequest request, Path folder)
      throws IOException, InterruptedException {
    try (var line = ProgressLine.onTerminal(request.events())) {
      var below = folder.resolve(tenant.slug());
      var truth = folder.resolve(tenant.slug() + "-truth"); // beside what is imported
      new DemoRun(tenant, request, truth).writeTo(below, line::events);
    }
    System.out.printf("%s: %d events in %s%n", tenant.slug(), request.events(), folder);
  }

  private void send(DemoTenant tenant, DemoRequest request)
      throws IOException, InterruptedException {
    var settings = Settings.ofEnvironment();
    var truth = settings.state().resolve(DemoRun.prefix(request) + tenant.slug());
    try (var owner = EdgeConnection.open(settings, tenant.slug(), OWNER);
        var bucket = S3Bucket.ofTenant(owner, tenant.slug())) {
      makeStore(owner, tenant.slug());
      var uploads = new Uploads(owner, tenant.slug());
      var totals = sent(new DemoRun(tenant, request, truth), bucket, uploads, request);
      System.out.printf("%s: s3://%s/%s%n", tenant.slug(), bucket.name(), DemoRun.prefix(request));
      new TotalsTable(totals).print(System.out);
      System.out.printf("Ground truth: %s%n", truth);
    }
  }

  private JsonNode sent(DemoRun run, S3Bucket bucket, Uploads uploads, DemoRequest request)
      throws IOException, InterruptedException {
    try (var line = ProgressLine.onTerminal(request.events())) {
      return run.send(bucket, uploads, store, line::events);
    }
  }

  private void makeStore(EdgeClient owner, String tenant) throws IOException, InterruptedException {
    var stores = "/v1/tenants/%s/event-data-stores".formatted(tenant);
    var name = store;
    if (name != null
        && owner.list(stores).stream().noneMatch(s -> s.path("name").asText().equals(name))) {
      owner.post(stores, Map.of("name", name, "category", "CloudTrail"), "demo-store-" + name);
    }
  }
}
