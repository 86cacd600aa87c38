package io.tarn.bench;

import io.tarn.local.realm.DemoTenant;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/// All that is measured of taking in events, in rounds that take turns.
final class IngestRun {
  private static final int ROUNDS = 2;
  private static final int AT_ONCE = 4;
  private static final int BULK_FILES = 20;
  private static final int SMALL_FILES = 1000;
  private static final int SMALL_FILE = 20;
  private static final int TENANTS = 20;
  private static final DemoTenant WHOSE = DemoTenant.ALL.getFirst();

  private final OwnProduct product;
  private final PrintStream out;
  private final Contest bulk;
  private final Contest oneFile;
  private final Contest small;
  private final Contest crowd;

  IngestRun(OwnProduct product, int events, PrintStream out) throws IOException {
    this.product = product;
    this.out = out;
    out.printf("Making files of %,d events%n", events);
    var each = Math.ceilDiv(events, BULK_FILES);
    var smallEvents = Math.min(events, SMALL_FILES * SMALL_FILE);
    this.bulk = contest("bulk", "bulk, 20 files", events, each, 1, 0.6);
    this.oneFile = contest("one", "bulk, one file", events, events, 1, 0);
    this.small = contest("small", "files of 20 events", smallEvents, SMALL_FILE, 1, 0.4);
    this.crowd = contest("crowd", "20 tenants at once", each, each, TENANTS, 0.5);
  }

  private Contest contest(
      String name, String shown, int events, int perFile, int tenants, double goal)
      throws IOException {
    var files = TrailFiles.write(product.folder(name), WHOSE, events, perFile);
    return new Contest(product, new Load(name, shown, files, events, tenants, AT_ONCE, goal));
  }

  /// Prints everything; true if each ratio is as wanted.
  boolean run() throws IOException, InterruptedException {
    try (var database = product.superuser()) {
      // Neither side is to pay for what the other has left to clean up.
      database.run("alter system set autovacuum = off", "select pg_reload_conf()");
    }
    bulk.warmUp();
    for (var round = 1; round <= ROUNDS; round++) {
      out.printf("Round %d of %d%n", round, ROUNDS);
      bulk.round(true);
      for (var other : List.of(oneFile, small, crowd)) {
        other.round(false);
      }
    }
    var steps = Steps.measure(product, bulk, ROUNDS);
    var report = new IngestReport(out);
    report.rates(bulk, List.of(oneFile, small, crowd));
    report.steps(bulk, steps);
    report.costs(bulk, List.of(oneFile, small, crowd));
    return List.of(bulk, small, crowd).stream().allMatch(Contest::isGoalMet);
  }
}
