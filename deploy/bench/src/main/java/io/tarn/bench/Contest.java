package io.tarn.bench;

import io.tarn.local.sending.SideBySide;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One kind of load, measured round by round beside a bare COPY of the same rows. Both
/// begin with empty tables, after a checkpoint.
final class Contest {
  private final OwnProduct product;
  private final Load load;
  private final Measured ours;
  private final Measured again;
  private final Samples bare = new Samples();
  private @Nullable BareCopy baseline;
  private int rounds;

  Contest(OwnProduct product, Load load) {
    this.product = product;
    this.load = load;
    this.ours = new Measured(product.processes(), load.allEvents());
    this.again = new Measured(product.processes(), load.allEvents());
  }

  /// Takes in everything without measuring it.
  void warmUp() throws IOException, InterruptedException {
    var filled = newTenants();
    try {
      send(filled, "stored");
    } finally {
      leave(filled);
    }
  }

  /// Fills new tenants, and then copies the same rows.
  ///
  /// @param isSentAgain whether the tenants are sent everything a second time
  void round(boolean isSentAgain) throws IOException, InterruptedException {
    var filled = newTenants();
    try {
      checkpoint();
      ours.take(() -> send(filled, "stored"));
      if (isSentAgain) {
        checkpoint();
        again.take(() -> send(filled, "duplicate"));
      }
      keep(filled);
    } finally {
      leave(filled);
    }
    bare.add(load.allEvents() / baseline().seconds(true));
  }

  private List<BenchTenant> newTenants() throws IOException, InterruptedException {
    rounds++;
    var tenants = new ArrayList<BenchTenant>();
    for (var number = 0; number < load.tenants(); number++) {
      var slug = "bench-%s-%d-%d".formatted(load.name(), rounds, number);
      tenants.add(BenchTenant.create(product, slug));
    }
    return tenants;
  }

  private void send(List<BenchTenant> tenants, String outcome)
      throws IOException, InterruptedException {
    try (var senders = new SideBySide(tenants.size())) {
      for (var each : tenants) {
        senders.run(() -> each.send(load, outcome));
      }
      senders.finish();
    }
  }

  private void checkpoint() throws IOException {
    try (var database = product.superuser()) {
      database.run("checkpoint");
    }
  }

  private void keep(List<BenchTenant> filled) throws IOException {
    if (baseline == null) {
      var tables = filled.stream().map(each -> each.table()).toList();
      baseline = BareCopy.of(product, load.name(), tables);
    }
  }

  /// The rows of one round are no use to the next.
  private void leave(List<BenchTenant> filled) throws IOException {
    try (var database = product.superuser()) {
      for (var each : filled) {
        database.run("truncate " + each.table());
        each.close();
      }
    }
  }

  Load load() {
    return load;
  }

  Measured ours() {
    return ours;
  }

  /// Imports the same events again.
  Measured again() {
    return again;
  }

  /// Events a second that the bare COPY writes.
  double bareRate() {
    return bare.median();
  }

  /// The share of the bare COPY's rate that is reached.
  double ratio() {
    return ours.rate() / bareRate();
  }

  /// Whether it is as much as wanted.
  boolean isGoalMet() {
    return ratio() >= load.goal();
  }

  /// The rows of the first round, to be copied.
  BareCopy baseline() {
    var rows = baseline;
    if (rows == null) {
      throw new IllegalStateException("no round was run");
    }
    return rows;
  }
}
