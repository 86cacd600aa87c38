package io.tarn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.demo.DemoRun;
import io.tarn.demo.TenantBucket;
import io.tarn.demo.activity.DemoOrder;
import io.tarn.local.edge.EdgeClient;
import io.tarn.local.edge.Uploads;
import io.tarn.local.product.Settings;
import io.tarn.local.realm.DemoTenant;
import io.tarn.local.sending.ProgressLine;
import io.tarn.local.sending.SumTable;
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

/// `tarn demo`: makes believable activity and takes it in.
@Command(
    name = "demo",
    description = {
      "Makes believable activity of a demo tenant, as trail files with digests, writes them to the"
          + " tenant's",
      "bucket and takes them in. What really happened is written beside them. The same words give"
          + " the same bytes.",
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
      description = "How many events (${DEFAULT-VALUE}).")
  private long events;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Another number gives other events (${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--from", description = "First day or time, in UTC; 90 days before the end.")
  private @Nullable String from;

  @Option(names = "--to", description = "End, a day or time in UTC, not inclusive; this hour.")
  private @Nullable String to;

  @Option(
      names = "--digest-every",
      defaultValue = "PT1H",
      description = "How long a digest reaches, such as PT1H or P1D (${DEFAULT-VALUE}).")
  private Duration window = DemoOrder.HOURLY;

  @Option(
      names = "--store",
      description =
          "Name of an event data store, which is made if it is missing; else the default store.")
  private @Nullable String store;

  @Option(names = "--folder", description = "Write the files there instead, and send nothing.")
  private @Nullable Path folder;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var end = to == null ? Instant.now().truncatedTo(ChronoUnit.HOURS) : time(to);
    var start = from == null ? end.minus(QUARTER) : time(from);
    var order = new DemoOrder(events, seed, start, end, window);
    for (var chosen : chosen()) {
      if (folder != null) {
        write(chosen, order, folder);
      } else {
        send(chosen, order);
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

  private static void write(DemoTenant tenant, DemoOrder order, Path folder)
      throws IOException, InterruptedException {
    try (var line = ProgressLine.onTerminal(order.events())) {
      var below = folder.resolve(tenant.slug());
      new DemoRun(tenant, order, below.resolve("truth")).writeTo(below, line::events);
    }
    System.out.printf("%s: %d events in %s%n", tenant.slug(), order.events(), folder);
  }

  private void send(DemoTenant tenant, DemoOrder order) throws IOException, InterruptedException {
    var settings = Settings.ofEnvironment();
    var truth = settings.state().resolve(DemoRun.prefix(order) + tenant.slug());
    try (var owner = Door.open(settings, tenant.slug(), OWNER);
        var bucket = TenantBucket.open(owner, tenant.slug())) {
      makeStore(owner, tenant.slug());
      var uploads = new Uploads(owner, tenant.slug());
      var sum = sent(new DemoRun(tenant, order, truth), bucket, uploads, order);
      System.out.printf("%s: s3://%s/%s%n", tenant.slug(), bucket.bucket(), DemoRun.prefix(order));
      SumTable.of(sum).print(System.out);
      System.out.printf("What really happened: %s%n", truth);
    }
  }

  private JsonNode sent(
      DemoRun run, io.tarn.local.s3.S3Client bucket, Uploads uploads, DemoOrder order)
      throws IOException, InterruptedException {
    try (var line = ProgressLine.onTerminal(order.events())) {
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
