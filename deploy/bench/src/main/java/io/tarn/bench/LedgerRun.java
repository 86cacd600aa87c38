package io.tarn.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.demo.activity.ChangeMonth;
import io.tarn.demo.activity.DemoApproval;
import io.tarn.demo.activity.LabelledChange;
import io.tarn.local.realm.DemoTenant;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// One tenant with a month of changes. Its administrator has written down what is automated; half
/// of the approvals come before the events and half after them, in any order.
final class LedgerRun {
  private static final int TICKETS_OF_A_DAY = 50;
  private static final int PER_FILE = 1_000;
  private static final int SENT_AT_ONCE = 2;
  private static final long SEED = 20_261_128;
  /// Longer than the ledger waits between two looks of its own.
  private static final Duration LOOK = Duration.ofSeconds(25);
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final OwnProduct product;
  private final int events;
  private final PrintStream out;

  /// What the ledger says of a change.
  record Told(String verdict, String reason) {
    static final Told NOTHING = new Told("none", "");
  }

  LedgerRun(OwnProduct product, int events, PrintStream out) {
    this.product = product;
    this.events = events;
    this.out = out;
  }

  /// Prints everything; true if precision, recall and false alarms are as wanted.
  boolean run() throws IOException, InterruptedException {
    var from = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(40));
    var tickets = TICKETS_OF_A_DAY * ChangeMonth.DAYS * events / 20_000;
    var month =
        new ChangeMonth(
            DemoTenant.ALL.getFirst(),
            from,
            SEED,
            events,
            tickets / ChangeMonth.DAYS * ChangeMonth.DAYS);
    try (var tenant = BenchTenant.create(product, "bench-ledger")) {
      for (var rule : month.rules()) {
        tenant.edge().post(path("change-rules"), rule);
      }
      var approvals = new ArrayList<>(month.approvals());
      Collections.shuffle(approvals, new Random(SEED));
      var half = approvals.size() / 2;
      out.printf("Sending %,d approvals and %,d events%n", approvals.size(), events);
      send(tenant, approvals.subList(0, half));
      var records = month.changes().stream().map(LabelledChange::json).iterator();
      var files = TrailFiles.write(product.folder("ledger"), records, PER_FILE);
      tenant.send(new Load("ledger", "ledger", files, events, 1, SENT_AT_ONCE, 0), "stored");
      var stored = Instant.now();
      send(tenant, approvals.subList(half, approvals.size()));
      var verdicts = awaitVerdicts(tenant);
      out.printf(
          "All judged %d s after the last event was stored%n",
          Duration.between(stored, Instant.now()).toSeconds());
      return new LedgerReport(out).print(month.changes(), verdicts);
    }
  }

  private static void send(BenchTenant tenant, List<DemoApproval> approvals)
      throws IOException, InterruptedException {
    for (var approval : approvals) {
      for (var version : approval.versions()) {
        var path = path("approvals/servicenow/" + approval.id());
        tenant.edge().put(path, approval.body(version));
      }
    }
  }

  /// The verdicts by event id, once they have been the same in two looks.
  private Map<String, Told> awaitVerdicts(BenchTenant tenant)
      throws IOException, InterruptedException {
    var deadline = Instant.now().plus(PATIENCE);
    var before = Map.<String, Told>of();
    while (Instant.now().isBefore(deadline)) {
      var verdicts = verdicts(tenant);
      if (verdicts.size() == events && verdicts.equals(before)) {
        return verdicts;
      }
      before = verdicts;
      Thread.sleep(LOOK);
    }
    throw new IOException("Of %,d events %,d are judged".formatted(events, before.size()));
  }

  private static Map<String, Told> verdicts(BenchTenant tenant)
      throws IOException, InterruptedException {
    var verdicts = new HashMap<String, Told>();
    for (JsonNode change : tenant.edge().list(path("changes?limit=1000"))) {
      verdicts.put(
          change.path("eventId").asText(),
          new Told(change.path("verdict").asText(), change.path("reason").asText()));
    }
    return verdicts;
  }

  private static String path(String rest) {
    return "/v1/tenants/bench-ledger/" + rest;
  }
}
