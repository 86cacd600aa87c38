package io.tarn.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.local.realm.DemoTenant;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Measures one caller of an otherwise idle tenant. Statements take turns with the same SQL on a
/// plain connection under the tenant's login, so that both find the machine in the same state.
final class LatencyRun {
  private static final int CALLS = 300;
  private static final int CALLS_BEFORE = 1000;
  private static final int STATEMENTS = 100;
  private static final int STATEMENTS_BEFORE = 400;
  private static final int BESIDE_BEFORE = 20;
  private static final int PER_FILE = 5_000;
  private static final double MILLIS = 1e3;
  private static final String RUNNER = "query-service";

  private final OwnProduct product;
  private final int events;
  private final PrintStream out;

  LatencyRun(OwnProduct product, int events, PrintStream out) {
    this.product = product;
    this.events = events;
    this.out = out;
  }

  /// Prints everything; true if each part is as quick as wanted.
  boolean run() throws IOException, InterruptedException {
    try (var tenant = BenchTenant.create(product, "bench-latency")) {
      fill(tenant);
      var report = new LatencyReport(out);
      var calls = calls(tenant);
      var few = new StatementTimes("100 newest of a name");
      var all = new StatementTimes("count by source and name");
      measure(tenant, newest(), few);
      measure(tenant, counted(), all);
      report.print(calls, List.of(few, all));
      report.printCores(all);
      return report.isEachGoalMet();
    }
  }

  private void fill(BenchTenant tenant) throws IOException, InterruptedException {
    out.printf("Sending %,d events%n", events);
    var whose = DemoTenant.ALL.getFirst();
    var files = TrailFiles.write(product.folder("latency"), whose, events, PER_FILE);
    tenant.send(new Load("latency", "latency", files, events, 1, 2, 0), "stored");
    try (var database = product.superuser()) {
      database.run("vacuum (analyze) " + tenant.table());
    }
  }

  private Samples calls(BenchTenant tenant) throws IOException, InterruptedException {
    out.printf("%d calls after %d%n", CALLS, CALLS_BEFORE);
    var times = new Samples();
    for (int i = -CALLS_BEFORE; i < CALLS; i++) {
      var millis = MILLIS * Stopwatch.seconds(() -> tenant.edge().get("/v1/me"));
      if (i >= 0) {
        times.add(millis);
      }
    }
    return times;
  }

  private void measure(BenchTenant tenant, String statement, StatementTimes times)
      throws IOException, InterruptedException {
    out.printf("%d statements after %d: %s%n", STATEMENTS, STATEMENTS_BEFORE, times.shown());
    var statements = new BenchStatement(tenant.edge(), tenant.slug(), statement);
    for (int i = 0; i < STATEMENTS_BEFORE; i++) {
      statements.run();
    }
    var before = product.processes().byPart();
    var threadsBefore = product.processes().byThread(RUNNER);
    for (int i = 0; i < STATEMENTS; i++) {
      times.add(statements.run());
    }
    times.coresByThread(each(threadsBefore, product.processes().byThread(RUNNER)));
    times.coresByPart(each(before, product.processes().byPart()));
    try (var database = product.login(tenant.schema())) {
      var own = new BareStatement(database, explained(tenant, statement));
      for (int i = -BESIDE_BEFORE; i < STATEMENTS; i++) {
        var run = statements.run();
        var millis = MILLIS * own.seconds();
        if (i >= 0) {
          times.addBeside(run, millis);
        }
      }
    }
  }

  private static Map<String, Double> each(Map<String, Double> before, Map<String, Double> after) {
    var each = new TreeMap<String, Double>();
    Processes.since(before, after)
        .forEach((name, seconds) -> each.put(name, seconds * MILLIS / STATEMENTS));
    return each;
  }

  private static JsonNode explained(BenchTenant tenant, String statement)
      throws IOException, InterruptedException {
    var path = "/v1/tenants/%s/queries:explain".formatted(tenant.slug());
    return tenant.edge().post(path, Map.of("statement", statement));
  }

  private static String newest() {
    return """
        SELECT eventTime, eventName, userIdentity.arn FROM $EDS_ID
        WHERE eventName = 'Invoke' AND eventTime >= '%s' ORDER BY eventTime DESC LIMIT 100"""
        .formatted(begin());
  }

  private static String counted() {
    return """
        SELECT eventSource, eventName, count(*) AS events FROM $EDS_ID
        WHERE eventTime >= '%s' GROUP BY eventSource, eventName ORDER BY events DESC"""
        .formatted(begin());
  }

  private static String begin() {
    var begin = Instant.now().minus(Duration.ofDays(60)).truncatedTo(ChronoUnit.DAYS);
    return begin.toString().replace("T", " ").replace("Z", "");
  }
}
